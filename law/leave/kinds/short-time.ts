import { type Dated, inForce } from '../../decision/dated.ts';
import type { Decision } from '../../decision/decision.ts';
import { type EpochDay, formatLocalDate } from '../../time/civil.ts';
import type { Minutes } from '../../time/minutes.ts';
import { leaveKindCitations as cites } from '../citations.ts';
import type { LeaveRules } from '../rules.ts';
import type { LeaveKindStepName } from './step-names.ts';

/** 育児短時間勤務 of full-time staff (育児休業法10条1項1号–4号): minutes of the duty days of a week, longest first. */
export const shortTimePatterns = ['3:55 × 5', '4:55 × 5', '7:45 × 3', '7:45 × 2 + 3:55'] as const;
export type ShortTimePattern = (typeof shortTimePatterns)[number];

export const shortTimeWeeks: readonly Dated<Readonly<Record<ShortTimePattern, readonly Minutes[]>>>[] = [
  {
    from: '2009-04-01',
    value: {
      '3:55 × 5': [235, 235, 235, 235, 235],
      '4:55 × 5': [295, 295, 295, 295, 295],
      '7:45 × 3': [465, 465, 465],
      '7:45 × 2 + 3:55': [465, 465, 235],
    },
    citation: cites.shortTime,
    checkedOn: '2026-11-28',
  },
];

/** The pattern that a week's hours are, one by ordinance (5号: 19:25–24:35 a week), or none. */
export type ShortTimeVerdict = { readonly week: Minutes; readonly pattern: ShortTimePattern | 'byOrdinance' | null };

/**
 * Whether a week's hours can be 育児短時間勤務.
 * @param days minutes of the duty days of a week, in any order
 * @throws RangeError for a day without hours or longer than a day; NotInForce before 2009-04-01
 */
export function judgeShortTime(
  days: readonly Minutes[],
  on: EpochDay,
  rules: LeaveRules,
): Decision<ShortTimeVerdict, LeaveKindStepName> {
  const { value, citation } = inForce(shortTimeWeeks, formatLocalDate(on));
  if (days.length === 0 || days.length > 7 || days.some((minutes) => !(minutes > 0 && minutes <= 1440))) {
    throw new RangeError(`not a week: ${days.join(', ')}`);
  }
  const week = days.reduce((sum, minutes) => sum + minutes, 0);
  const sorted = [...days].sort((a, b) => b - a).join();
  const pattern = shortTimePatterns.find((name) => value[name].join() === sorted);
  if (pattern !== undefined) {
    return {
      outcome: { week, pattern },
      steps: [{ says: 'shortTimePattern', figures: { week }, words: { pattern }, citation }],
    };
  }
  const [least, most] = [rules.shortTimeWeekLeast, rules.shortTimeWeekMost];
  const within = least <= week && week <= most;
  return {
    outcome: { week, pattern: within ? 'byOrdinance' : null },
    steps: [{ says: within ? 'shortTimeByOrdinance' : 'shortTimeNone', figures: { week, least, most }, citation }],
  };
}
