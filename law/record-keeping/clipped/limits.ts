import type { Citation } from '../../decision/citation.ts';
import { afterTransferCap, averageCap, boundOf, CAPS_BEGIN, capIn, monthlyCap } from '../../overtime/caps/caps.ts';
import { hours, type Minutes } from '../../time/minutes.ts';
import type { MonthIndex } from '../../time/months.ts';
import { clippedCitations } from '../citations.ts';
import type { ClippedRules, WatchedLimit } from '../rules.ts';

/** A limit below which declarations could be cut off. */
export type Watched = {
  readonly limit: WatchedLimit | 'own';
  /** The largest monthly total that keeps it. */
  readonly most: Minutes;
  /** Absent for the municipality's own guideline. */
  readonly citation?: Citation;
};

/** 育児・介護のための時間外勤務の制限: 24 hours a month. */
const CARE = hours(24);

function statutory(limit: WatchedLimit, month: MonthIndex): Watched {
  if (limit === 'care24') return { limit, most: CARE, citation: clippedCitations.care24 };
  const dated = {
    transfer30: afterTransferCap,
    month45: monthlyCap.selfDirected,
    average80: averageCap,
    month100: monthlyCap.externallyDriven,
  }[limit];
  const { value, citation } = capIn(dated, month);
  return { limit, most: boundOf(value.limit, value.within), citation };
}

/** The first month that can be looked at: the caps begin with it. */
export const WATCH_BEGINS: MonthIndex = CAPS_BEGIN;

/**
 * The limits watched in a month, the municipality's own after those of the law; two of the same total are one.
 * @throws NotInForce for a month before the caps
 */
export function limitsIn(month: MonthIndex, { watches, ownLimits }: ClippedRules): readonly Watched[] {
  const all: Watched[] = [
    ...watches.map((limit) => statutory(limit, month)),
    ...ownLimits.map((most): Watched => ({ limit: 'own', most })),
  ];
  return all.filter(({ most }, at) => all.findIndex((other) => other.most === most) === at);
}
