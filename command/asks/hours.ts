import type { Ask } from './ask.ts';
import { breaksAsk } from './hours-breaks.ts';
import { flextimeAsk } from './hours-flextime.ts';
import { restAsk } from './hours-rest.ts';
import { staggeredAsk } from './hours-staggered.ts';
import { weeklyHoursAsk } from './hours-weekly.ts';

/** The questions on ordinary hours. */
export const asks: readonly Ask[] = [breaksAsk, flextimeAsk, restAsk, staggeredAsk, weeklyHoursAsk];
