import type { Ask } from '../ask.ts';
import { breaksAsk } from './breaks.ts';
import { flextimeAsk } from './flextime.ts';
import { restAsk } from './rest.ts';
import { staggeredAsk } from './staggered.ts';
import { weeklyHoursAsk } from './weekly.ts';

/** The questions on ordinary hours. */
export const asks: readonly Ask[] = [breaksAsk, flextimeAsk, restAsk, staggeredAsk, weeklyHoursAsk];
