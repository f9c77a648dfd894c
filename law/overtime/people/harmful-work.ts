import type { Citation } from '../../decision/citation.ts';
import { inForce } from '../../decision/dated.ts';
import { type EpochDay, formatLocalDate } from '../../time/civil.ts';
import type { Minutes } from '../../time/minutes.ts';
import { article36Harmful } from '../caps/article36-caps.ts';
import { breaks } from '../caps/caps.ts';
import { ImpossibleHistory } from '../known-months.ts';

/** Work that harms health (坑内労働, 労基則18条) beyond the statutory hours of one day. Minutes. */
export type HarmfulDay = { readonly day: EpochDay; readonly beyond: Minutes };
export type HarmfulVerdict = {
  readonly day: EpochDay;
  readonly value: Minutes;
  readonly cap: Minutes;
  readonly verdict: 'within' | 'exceeded';
  readonly citation: Citation;
};

/**
 * 有害業務の1日2時間 (労基法36条6項1号), day by day in ascending order. Article 36 only.
 * @throws ImpossibleHistory on a day twice or a length that is not whole minutes · NotInForce before 2019-04-01
 */
export function judgeHarmfulDays(days: readonly HarmfulDay[]): readonly HarmfulVerdict[] {
  const seen = new Set<EpochDay>();
  return days
    .toSorted((a, b) => a.day - b.day)
    .map(({ day, beyond }) => {
      if (seen.has(day) || !Number.isInteger(beyond) || beyond < 0) throw new ImpossibleHistory(`day ${day} cannot be`);
      seen.add(day);
      const { value, citation } = inForce(article36Harmful, formatLocalDate(day));
      const over = breaks(beyond, value.limit, value.within);
      return { day, value: beyond, cap: value.limit, verdict: over ? 'exceeded' : 'within', citation };
    });
}
