import type { Answer } from '../../api/call.ts';
import type * as routes from '../../api/routes.ts';

export type SectionClosingView = Answer<NonNullable<(typeof routes.sectionClosing)['shape']>>;
