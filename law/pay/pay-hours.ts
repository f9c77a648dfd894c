import type { Citation } from '../decision/citation.ts';
import type { Decision } from '../decision/decision.ts';
import { type EpochDay, formatLocalDate, weekdayOf } from '../time/civil.ts';
import type { Minutes } from '../time/minutes.ts';
import { type MonthIndex, monthOf } from '../time/months.ts';
import type { Span } from '../time/spans.ts';
import {
  type Allowance,
  beyondSixtyRate,
  beyondSixtyReallottedRate,
  FULL_DAY,
  holidayRate,
  LATEST,
  NIGHT_MORE,
  nightRate,
  type OvertimeKind,
  overtimeRates,
  paidHours,
  type Rate,
  roundingCitation,
  SIXTY,
  sameHourUntil,
  timeOffCitation,
  timeOffFactors,
} from './pay-rates.ts';

export type PayDayKind = 'dutyDay' | 'weeklyDayOff' | 'legalHoliday';

/** A span of a duty date, in minutes from its 0:00; net of breaks. */
export type PaySpan = Span & { readonly dutyDate: EpochDay };
export type OvertimeSpan = PaySpan & {
  readonly dayKind: PayDayKind;
  /** 正規の勤務時間 of the day, of short-time staff. */
  readonly regularHours?: Minutes;
};
/** 振替: hours re-allotted into the week of the duty date beyond that week's own. */
export type Reallotted = { readonly dutyDate: EpochDay; readonly exceeding: Minutes };

/** One person's month. All belong to it by their duty date. In any order. */
export type PayMonth = {
  readonly month: MonthIndex;
  readonly overtime: readonly OvertimeSpan[];
  /** Work inside the allotted hours of a 休日. */
  readonly holidayWork: readonly PaySpan[];
  readonly reallotted: readonly Reallotted[];
  /** Regular hours between 22:00 and 5:00. */
  readonly nightRegular: readonly PaySpan[];
};

export type PayClass = {
  readonly allowance: Allowance;
  /** Percent of the hourly amount. */
  readonly rate: number;
  readonly exact: Minutes;
  /** Whole hours. */
  readonly paid: number;
};
export type PayHours = {
  readonly classes: readonly PayClass[];
  /** Overtime beyond sixty hours. */
  readonly beyondSixty: Minutes;
  /** 時間外勤務代休時間 that may be designated, cut to the whole minute. */
  readonly timeOffInLieu: Minutes;
};

/**
 * pieceRated: from, until, minutes, rate, night, beyond (words: dutyDate, kind) · reallottedRated: minutes, rate, beyond (words:
 * dutyDate) · classRounded: rate, exact, paid (words: allowance) · timeOffSummed: beyondSixty, timeOff
 */
export type PayStepName = 'pieceRated' | 'reallottedRated' | 'classRounded' | 'timeOffSummed';

/** Thrown when spans overlap, end before they begin or after 48:00, or lie in another month. */
export class ImpossibleSpans extends Error {
  override readonly name = 'ImpossibleSpans';
}

/** Minutes of one class, as they come: of a span, or of re-allotted hours (`from` null). */
export type Piece = {
  readonly allowance: Allowance;
  readonly kind: OvertimeKind | 'holiday' | 'night';
  readonly dutyDate: EpochDay;
  readonly from: Minutes | null;
  readonly minutes: Minutes;
  readonly rate: number;
  readonly night: boolean;
  readonly beyond: boolean;
  readonly citation: Citation;
};
type Take = (piece: Piece) => void;

/** Checks one month. @throws ImpossibleSpans */
function checkMonth({ month, overtime, holidayWork, reallotted, nightRegular }: PayMonth): void {
  const within = (dutyDate: EpochDay): void => {
    if (monthOf(dutyDate) !== month) throw new ImpossibleSpans(`not of the month: ${formatLocalDate(dutyDate)}`);
  };
  for (const { dutyDate, exceeding } of reallotted) {
    within(dutyDate);
    if (exceeding < 0) throw new ImpossibleSpans(`negative: ${formatLocalDate(dutyDate)}`);
  }
  const apart = (spans: readonly PaySpan[]): void => {
    const line = spans.map(({ dutyDate, from, until }) => ({
      at: dutyDate * 1440 + from,
      end: dutyDate * 1440 + until,
    }));
    line.sort((a, b) => a.at - b.at);
    for (let i = 1; i < line.length; i += 1) {
      if (line[i]!.at < line[i - 1]!.end) throw new ImpossibleSpans('spans overlap');
    }
  };
  const spans = [...overtime, ...holidayWork];
  for (const { dutyDate, from, until } of [...spans, ...nightRegular]) {
    within(dutyDate);
    if (from < 0 || until <= from || until > LATEST) throw new ImpossibleSpans(`span of ${formatLocalDate(dutyDate)}`);
  }
  apart(spans);
  apart([...overtime, ...nightRegular]);
}

/** The last day of the week (Sunday–Saturday) of a day. */
const lastOfWeek = (day: EpochDay): EpochDay => day + 6 - weekdayOf(day);

type Counter = { counted: Minutes };

/** How much of a length still lies on the near side of sixty hours; all of it once they are passed. */
function untilSixty({ counted }: Counter, length: Minutes): Minutes {
  return counted < SIXTY ? Math.min(length, SIXTY - counted) : length;
}

function rateOf(kind: OvertimeKind, beyond: boolean): Rate {
  if (!beyond) return overtimeRates[kind];
  return kind === 'reallotted' ? beyondSixtyReallottedRate : beyondSixtyRate;
}

/** Cuts a span where night begins or ends, where short-time staff reach 7:45, and where sixty hours are full. */
function cutSpan(span: OvertimeSpan, shortTimeLeft: Minutes, counter: Counter, take: Take): void {
  let left = shortTimeLeft;
  for (let at = span.from; at < span.until; ) {
    const hour = sameHourUntil(at);
    const kind = span.dayKind !== 'dutyDay' ? 'otherDay' : left > 0 ? 'shortTime' : 'dutyDay';
    const within = Math.min(span.until, hour.until) - at;
    const minutes = untilSixty(counter, kind === 'shortTime' ? Math.min(within, left) : within);
    const beyond = counter.counted >= SIXTY;
    const { percent, citation } = rateOf(kind, beyond);
    const rate = percent + (hour.night ? NIGHT_MORE : 0);
    const { dutyDate } = span;
    take({ allowance: 'overtime', kind, dutyDate, from: at, minutes, rate, night: hour.night, beyond, citation });
    counter.counted += minutes;
    if (kind === 'shortTime') left -= minutes;
    at += minutes;
  }
}

function cutReallotted({ dutyDate, exceeding }: Reallotted, counter: Counter, take: Take): void {
  for (let rest = exceeding; rest > 0; ) {
    const minutes = untilSixty(counter, rest);
    const beyond = counter.counted >= SIXTY;
    const { percent: rate, citation } = rateOf('reallotted', beyond);
    const of = { allowance: 'overtime', kind: 'reallotted', dutyDate, from: null, night: false } as const;
    take({ ...of, minutes, rate, beyond, citation });
    counter.counted += minutes;
    rest -= minutes;
  }
}

/** The overtime of a month in the order in which it counts to sixty: by duty date and start; a 振替 at the end of its week. */
function cutOvertime({ overtime, reallotted }: PayMonth, take: Take): Minutes {
  const counter: Counter = { counted: 0 };
  const spans = [...overtime].sort((a, b) => a.dutyDate - b.dutyDate || a.from - b.from);
  const weeks = [...reallotted].sort((a, b) => a.dutyDate - b.dutyDate);
  let week = 0;
  const endWeeksBefore = (day: EpochDay): void => {
    for (let next = weeks[week]; next !== undefined && lastOfWeek(next.dutyDate) < day; next = weeks[week]) {
      cutReallotted(next, counter, take);
      week += 1;
    }
  };
  let [day, shortTimeLeft]: [EpochDay, Minutes] = [Number.NaN, 0];
  for (const span of spans) {
    endWeeksBefore(span.dutyDate);
    if (span.dutyDate !== day) {
      day = span.dutyDate;
      shortTimeLeft = span.regularHours === undefined ? 0 : FULL_DAY - span.regularHours;
    }
    cutSpan(span, shortTimeLeft, counter, take);
    shortTimeLeft -= span.until - span.from;
  }
  endWeeksBefore(Number.POSITIVE_INFINITY);
  return Math.max(0, counter.counted - SIXTY);
}

/** Work on a 休日 inside its allotted hours, and regular hours: what lies in the night earns 夜間勤務手当 besides. */
function cutRegular(span: PaySpan, allowance: 'holiday' | 'night', take: Take): void {
  for (let at = span.from; at < span.until; ) {
    const hour = sameHourUntil(at);
    const minutes = Math.min(span.until, hour.until) - at;
    const piece = { dutyDate: span.dutyDate, from: at, minutes, night: hour.night, beyond: false };
    if (allowance === 'holiday') {
      const { percent: rate, citation } = holidayRate;
      take({ ...piece, allowance: 'holiday', kind: 'holiday', rate, citation });
    }
    if (hour.night)
      take({ ...piece, allowance: 'night', kind: 'night', rate: nightRate.percent, citation: nightRate.citation });
    at += minutes;
  }
}

/** Hands every piece of a month to `take`. @returns overtime beyond sixty hours. @throws ImpossibleSpans */
export function cutMonth(given: PayMonth, take: Take): Minutes {
  checkMonth(given);
  const beyondSixty = cutOvertime(given, take);
  for (const span of given.holidayWork) cutRegular(span, 'holiday', take);
  for (const span of given.nightRegular) cutRegular(span, 'night', take);
  return beyondSixty;
}

const allowances: readonly Allowance[] = ['overtime', 'holiday', 'night'];

function classesOf(sums: ReadonlyMap<string, { allowance: Allowance; rate: number; exact: Minutes }>): PayClass[] {
  return [...sums.values()]
    .sort((a, b) => allowances.indexOf(a.allowance) - allowances.indexOf(b.allowance) || a.rate - b.rate)
    .map((each) => ({ ...each, paid: paidHours(each.exact) }));
}

/**
 * Hours by premium class of one person's month. Lengths are minutes. The hour of the duty date decides the rates after
 * midnight; each class of allowance and rate is rounded for the month by itself (30 minutes).
 * @throws ImpossibleSpans
 */
export function payHours(given: PayMonth): Decision<PayHours, PayStepName> {
  const steps: Decision<PayHours, PayStepName>['steps'][number][] = [];
  const sums = new Map<string, { allowance: Allowance; rate: number; exact: Minutes }>();
  let hundredths = 0;
  const beyondSixty = cutMonth(given, (piece) => {
    const { allowance, kind, dutyDate, from, minutes, rate, night, beyond, citation } = piece;
    const key = `${allowance}/${rate}`;
    const found = sums.get(key);
    if (found === undefined) sums.set(key, { allowance, rate, exact: minutes });
    else found.exact += minutes;
    if (beyond && kind !== 'holiday' && kind !== 'night') hundredths += minutes * timeOffFactors[kind];
    const figures = { minutes, rate, night: Number(night), beyond: Number(beyond) };
    const words = { dutyDate: formatLocalDate(dutyDate), kind };
    if (from === null) steps.push({ says: 'reallottedRated', figures, words, citation });
    else steps.push({ says: 'pieceRated', figures: { from, until: from + minutes, ...figures }, words, citation });
  });
  const classes = classesOf(sums);
  for (const { allowance, rate, exact, paid } of classes) {
    steps.push({
      says: 'classRounded',
      figures: { rate, exact, paid },
      words: { allowance },
      citation: roundingCitation,
    });
  }
  const timeOffInLieu = Math.floor(hundredths / 100);
  if (beyondSixty > 0) {
    steps.push({ says: 'timeOffSummed', figures: { beyondSixty, timeOff: timeOffInLieu }, citation: timeOffCitation });
  }
  return { outcome: { classes, beyondSixty, timeOffInLieu }, steps };
}
