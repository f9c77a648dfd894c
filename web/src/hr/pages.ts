import type { Page } from '../app/page.ts';

/** Pages of the personnel department (人事課), executives, auditors and administrators. */
export const hrPages: readonly Page[] = [];
