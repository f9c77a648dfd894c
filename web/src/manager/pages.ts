import type { Page } from '../app/page.ts';

/** Pages of a department's head (所属長). */
export const managerPages: readonly Page[] = [];
