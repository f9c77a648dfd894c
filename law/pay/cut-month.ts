import type { Step } from '../decision/decision.ts';
import type { EpochDay } from '../time/civil.ts';
import type { Minutes } from '../time/minutes.ts';
import { checkMonth } from './check-month.ts';
import { payCitations } from './citations.ts';
import { ordinaryMinutes } from './ordinary-minutes.ts';
import { MIDNIGHT, overtimeCitation, type PayLaw, payLawOf, rateOf, sameHourUntil } from './pay-rates.ts';
import type { PayMonth, PaySpan, PayStepName, Reallotted, Take } from './pay-types.ts';
import { entersAfter, type OvertimePart, resolveOvertime, resolveRegular } from './resolve.ts';
import type { PayRules } from './rules.ts';

/** What a month is cut with. */
type Cutting = {
  readonly law: PayLaw;
  readonly rules: PayRules;
  readonly take: Take;
  /** Minutes in the counter of sixty hours. */
  counted: Minutes;
};

/** How much of a length still lies on the near side of sixty hours; all of it once they are passed. */
function untilSixty({ counted, law: { sixty } }: Cutting, length: Minutes): Minutes {
  return counted < sixty ? Math.min(length, sixty - counted) : length;
}

/** Cuts a part where night begins or ends, where short-time staff reach a full day, and where sixty hours are full. */
function cutPart(part: OvertimePart, shortTimeLeft: Minutes, cutting: Cutting): void {
  const { law, take } = cutting;
  const { dutyDate, counted } = part;
  let left = shortTimeLeft;
  for (let at = part.from; at < part.until; ) {
    const { until, night } = sameHourUntil(at);
    const kind = part.kind === 'dutyDay' && left > 0 ? 'shortTime' : part.kind;
    const within = Math.min(part.until, until) - at;
    const alike = kind === 'shortTime' ? Math.min(within, left) : within;
    const minutes = counted ? untilSixty(cutting, alike) : alike;
    const beyond = counted && cutting.counted >= law.sixty;
    const rate = rateOf(law, kind, beyond) + (night ? law.nightMore : 0);
    const citation = overtimeCitation(kind, beyond);
    take({ allowance: 'overtime', kind, dutyDate, from: at, minutes, rate, night, beyond, citation });
    if (counted) cutting.counted += minutes;
    left -= minutes;
    at += minutes;
  }
}

function cutReallotted({ dutyDate, exceeding }: Reallotted, cutting: Cutting): void {
  const { law, rules, take } = cutting;
  const counts = rules.reallottedCountsToSixty;
  for (let rest = exceeding; rest > 0; ) {
    const minutes = counts ? untilSixty(cutting, rest) : rest;
    const beyond = counts && cutting.counted >= law.sixty;
    const rate = rateOf(law, 'reallotted', beyond);
    const citation = overtimeCitation('reallotted', beyond);
    const of = { allowance: 'overtime', kind: 'reallotted', dutyDate, from: null, night: false } as const;
    take({ ...of, minutes, rate, beyond, citation });
    if (counts) cutting.counted += minutes;
    rest -= minutes;
  }
}

/** Re-allotted hours in the order in which they enter the counter. */
export function inOrderOfEntry(reallotted: readonly Reallotted[], rules: PayRules): readonly Reallotted[] {
  return [...reallotted].sort(
    (a, b) => entersAfter(a, rules) - entersAfter(b, rules) || a.dutyDate - b.dutyDate || a.exceeding - b.exceeding,
  );
}

/** Cuts the overtime of a month in the order in which it counts to sixty hours. */
function cutOvertime(parts: readonly OvertimePart[], given: PayMonth, cutting: Cutting): void {
  const { rules } = cutting;
  const waiting = [...inOrderOfEntry(given.reallotted, rules)];
  const enterBefore = (day: EpochDay): void => {
    for (let [next] = waiting; next !== undefined && entersAfter(next, rules) < day; [next] = waiting) {
      cutReallotted(next, cutting);
      waiting.shift();
    }
  };
  const ordinary = ordinaryMinutes(parts, rules);
  for (const [at, part] of parts.entries()) {
    enterBefore(part.day);
    cutPart(part, ordinary[at] ?? 0, cutting);
  }
  for (const each of waiting) cutReallotted(each, cutting);
}

/** The classes into which a minute of 休日勤務 goes; on a 法定休日 never less than its rate. */
export function holidayRates(law: PayLaw, rules: PayRules, statutoryDayOff: boolean): readonly number[] {
  const rate = statutoryDayOff ? Math.max(rules.holidayWorkRate, law.statutoryDayOff) : rules.holidayWorkRate;
  switch (rules.holidayWorkSplit) {
    case 'WHOLE':
      return [rate];
    case 'BASE_AND_PREMIUM':
      return [rate - 100, 100];
    case 'PREMIUM_ONLY':
      return [rate - 100];
  }
}

/** Work on a 休日 inside its allotted hours, and regular hours: what lies in the night earns 夜間勤務手当 besides. */
function cutRegular(span: PaySpan, allowance: 'holiday' | 'night', given: PayMonth, cutting: Cutting): void {
  const { law, rules, take } = cutting;
  const { dutyDate, from, until } = span;
  for (let at = from; at < until; ) {
    const hour = sameHourUntil(at);
    const { night } = hour;
    // The calendar day of 休日勤務 matters: it may be a 法定休日.
    const sameDay = allowance === 'holiday' && at < MIDNIGHT ? MIDNIGHT : until;
    const minutes = Math.min(until, hour.until, sameDay) - at;
    const piece = { dutyDate, from: at, minutes, night, beyond: false };
    if (allowance === 'holiday') {
      const statutory = given.statutoryDaysOff?.includes(at < MIDNIGHT ? dutyDate : dutyDate + 1) ?? false;
      for (const rate of holidayRates(law, rules, statutory)) {
        take({ ...piece, allowance, kind: 'holiday', rate, citation: payCitations.holiday });
      }
    }
    if (night) take({ ...piece, allowance: 'night', kind: 'night', rate: law.night, citation: payCitations.night });
    at += minutes;
  }
}

/**
 * Hands every piece of a month to `take`: overtime in the order in which it counts to sixty hours, then 休日勤務 and regular
 * hours of the night.
 * @returns the minutes that the counter holds, and what was decided on the way.
 * @throws ImpossibleSpans; NotInForce for a month before 2010-04
 */
export function cutMonth(
  given: PayMonth,
  rules: PayRules,
  take: Take,
): { readonly counted: Minutes; readonly steps: readonly Step<PayStepName>[] } {
  const law = payLawOf(given.month);
  checkMonth(given, rules);
  const cutting: Cutting = { law, rules, take, counted: 0 };
  const { parts, steps } = resolveOvertime(given, rules);
  cutOvertime(parts, given, cutting);
  for (const span of resolveRegular(given.holidayWork, given, rules)) cutRegular(span, 'holiday', given, cutting);
  for (const span of resolveRegular(given.nightRegular, given, rules)) cutRegular(span, 'night', given, cutting);
  return { counted: cutting.counted, steps };
}
