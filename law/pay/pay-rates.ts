import type { Citation } from '../decision/citation.ts';
import { type Dated, inForce } from '../decision/dated.ts';
import { formatLocalDate } from '../time/civil.ts';
import { hours, type Minutes } from '../time/minutes.ts';
import { firstDayOf, type MonthIndex } from '../time/months.ts';
import { payCitations } from './citations.ts';
import type { OvertimeKind } from './pay-types.ts';

/**
 * Percent of 勤務1時間当たりの給与額 (給与条例(準則)15条–17条; 労基法37条 is the floor), and what else the law fixes about pay. In force
 * since 2010-04-01, when the hours beyond sixty and the time off in their place came; months before are refused.
 */
export type PayLaw = {
  /** Within sixty hours of the month. */
  readonly overtime: Readonly<Record<OvertimeKind, number>>;
  /** Beyond sixty hours: one rate for all, and that of re-allotted hours. */
  readonly beyondSixty: number;
  readonly beyondSixtyReallotted: number;
  /** A minute between 22:00 and 5:00 has so much more. */
  readonly nightMore: number;
  /** 夜間勤務手当: regular hours in the night. */
  readonly night: number;
  /** 法定休日: never less. */
  readonly statutoryDayOff: number;
  /** 60時間 of the month (労基法37条1項ただし書). */
  readonly sixty: Minutes;
};

export const payLaw: readonly Dated<PayLaw>[] = [
  {
    from: '2010-04-01',
    value: {
      overtime: { dutyDay: 125, otherDay: 135, shortTime: 100, reallotted: 25 },
      beyondSixty: 150,
      beyondSixtyReallotted: 50,
      nightMore: 25,
      night: 25,
      statutoryDayOff: 135,
      sixty: hours(60),
    },
    citation: payCitations.overtime,
    checkedOn: '2026-11-28',
  },
];

/** The law of a month. @throws NotInForce before 2010-04 */
export const payLawOf = (month: MonthIndex): PayLaw => inForce(payLaw, formatLocalDate(firstDayOf(month))).value;

/** Percent of a kind, without the night. */
export function rateOf(law: PayLaw, kind: OvertimeKind, beyond: boolean): number {
  if (!beyond) return law.overtime[kind];
  return kind === 'reallotted' ? law.beyondSixtyReallotted : law.beyondSixty;
}

/**
 * 時間外勤務代休時間: hundredths of an hour off for each hour beyond sixty: by how much the rate rises. The night does not change it.
 */
export const timeOffFactor = (law: PayLaw, kind: OvertimeKind): number =>
  rateOf(law, kind, true) - rateOf(law, kind, false);

export const overtimeCitation = (kind: OvertimeKind, beyond: boolean): Citation =>
  beyond ? payCitations.beyondSixty : kind === 'reallotted' ? payCitations.reallotted : payCitations.overtime;

/** The minutes after 0:00 of the duty date at which the night begins or ends: 5:00, 22:00, 29:00, 46:00. */
const nightBounds = [hours(5), hours(22), hours(29), hours(46)] as const;
/** Where a duty date ends at the latest. */
export const LATEST: Minutes = hours(48);
export const MIDNIGHT: Minutes = hours(24);

/** Until when the hour of a minute stays what it is, day or night. */
export function sameHourUntil(minute: Minutes): { readonly until: Minutes; readonly night: boolean } {
  const index = nightBounds.findIndex((bound) => minute < bound);
  if (index < 0) return { until: LATEST, night: true };
  return { until: nightBounds[index] ?? LATEST, night: index % 2 === 0 };
}

/** Sum of a class for the month in whole hours: from `upFrom` minutes of the last hour it counts as one, less as none. */
export function paidHours(exact: Minutes, upFrom: Minutes): number {
  return Math.floor((exact + 60 - upFrom) / 60);
}
