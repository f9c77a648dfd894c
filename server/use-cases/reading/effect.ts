import type { Category, EffectView, LimitState } from '@tokimori/contract/values';
import { allotmentOf, dutyDaysBetween } from '@tokimori/law/calendar/municipal-calendar';
import { averageLengths } from '@tokimori/law/overtime/caps/caps';
import { forecastMonth } from '@tokimori/law/overtime/forecast';
import { standingOf } from '@tokimori/law/overtime/standing';
import type { MonthStanding, OvertimeHistory } from '@tokimori/law/overtime/types';
import { formatLocalDate } from '@tokimori/law/time/civil';
import { hours } from '@tokimori/law/time/minutes';
import { firstDayOf, firstMonthOf, fiscalYearOf, lastDayOf } from '@tokimori/law/time/months';
import { nextAllottedStart, restBetweenShifts } from '@tokimori/law/working-time/rest-between-shifts';
import type { CapJudgement } from '@tokimori/records/overtime-commands';
import { latestUntil } from '@tokimori/records/overtime-length';
import { countedMinutes, type Ground } from './grounds.ts';
import { dayOf } from './moment.ts';

/** Overtime that is thought of: asked, or about to be ordered. */
export type Asked = {
  readonly id: string | null;
  readonly dutyDate: string;
  readonly from: number | null;
  readonly until: number | null;
  /** Its length where the span is not known. */
  readonly minutes: number;
  readonly category: Category;
};

/** The state of health must be confirmed before these are passed (職職―328 第10). */
const HEALTH_MONTH = hours(100);
const HEALTH_AVERAGE = hours(80);

type Tried = {
  readonly added: number;
  readonly after: MonthStanding | null;
  /** Minutes left under the limit reached first, after the order; negative = over. */
  readonly slackAfter: number | null;
  readonly exceptional: boolean;
};

/** Judges the month with the overtime added. */
function tryOut(ground: Ground, asked: Asked): Tried {
  const { parameters, managerial, before } = ground;
  const allotment = allotmentOf(parameters, dayOf(asked.dutyDate));
  const span = { from_minute: asked.from, until_minute: asked.until, minutes: asked.minutes };
  const added = countedMinutes(asked.from === null ? span : { ...span, minutes: Number.MAX_SAFE_INTEGER }, allotment);
  const exceptional = exceptionalCategoriesOn(ground, asked.dutyDate).includes(asked.category);
  if (managerial) return { added, after: null, slackAfter: null, exceptional };
  const history = withMonth(ground, before + added, {
    exceptional: ground.exceptional + (exceptional ? added : 0),
    disasterNeed: ground.disasterDays !== null && exceptional ? added : 0,
  });
  const after = standingOf({ history, pace: null, nearPercent: parameters.nearPercent });
  const slacks = after.limits.flatMap((limit) => limit.slack ?? []);
  return { added, after, slackAfter: slacks.length === 0 ? null : Math.min(...slacks), exceptional };
}

/**
 * What may go beyond the caps on a day. Under 労基法36条 that is 災害対応 alone, on days of a registered occasion of 33条1項; 特例業務 is
 * unknown to it.
 */
export function exceptionalCategoriesOn({ disasterDays, parameters }: Ground, dutyDate: string): readonly Category[] {
  if (disasterDays === null) return parameters.exceptionalCategories;
  const day = dayOf(dutyDate);
  return disasterDays.some(({ from, until }) => from <= day && day < until) ? ['disaster'] : [];
}

type Parts = { readonly exceptional: number; readonly disasterNeed: number };

/** The history with another sum for the month in question. */
function withMonth({ history, month }: Ground, overtime: number, parts: Parts): OvertimeHistory {
  return {
    ...history,
    months: history.months.map((each) => {
      if (each.month !== month) return each;
      if (history.regime === 'article36')
        return { ...each, overtime, disasterNeed: (each.disasterNeed ?? 0) + parts.disasterNeed };
      return { ...each, overtime, exceptional: Math.min(overtime, parts.exceptional) };
    }),
  };
}

/** State of the month after it. Exceptional work done before does not excuse an order that is not exceptional work. */
function stateAfter({ after, slackAfter, exceptional }: Tried): LimitState {
  if (after === null) return 'none';
  const ordinary = slackAfter !== null && slackAfter < 0 && !exceptional;
  return ordinary && (after.state === 'overExceptional' || after.state === 'over') ? 'over' : after.state;
}

/** State of the month as it stands: the same judgement as in every list. */
function stateBefore({ managerial, history, pace, parameters }: Ground): LimitState {
  return managerial ? 'none' : standingOf({ history, pace, nearPercent: parameters.nearPercent }).state;
}

/** The state after an order, or 見込みで超過 where the month would go over at the pace of its days so far. */
function withForecast(
  state: LimitState,
  { history, pace, parameters, before, worked }: Ground,
  added: number,
): LimitState {
  if (pace === null || (state !== 'fine' && state !== 'near' && state !== 'unknown')) return state;
  const ahead = { ...pace, orderedAhead: Math.max(0, before - worked) + added };
  const foreseen = standingOf({ history, pace: ahead, nearPercent: parameters.nearPercent }).state;
  return foreseen === 'forecastOver' ? foreseen : state;
}

/** What the caps say to an order. An order that adds nothing that counts goes over nothing. */
export function judgeOrder(ground: Ground, asked: Asked): CapJudgement {
  const tried = tryOut(ground, asked);
  const { added, after, slackAfter } = tried;
  // By 33条1項 it is outside the agreement: nothing of it can go beyond.
  const outside = ground.disasterDays !== null && tried.exceptional;
  if (outside) return { over: [], room: null, latestUntil: null, healthCritical: isHealthCritical(ground, added) };
  if (after === null || added === 0) return { over: [], room: null, latestUntil: null, healthCritical: false };
  const over = after.limits.flatMap(({ limit, slack }) => (slack !== null && slack < 0 ? [{ limit, by: -slack }] : []));
  return {
    over,
    room: slackAfter === null ? null : slackAfter + added,
    latestUntil: over.length === 0 ? null : latestEnd(ground, asked, tried),
    healthCritical: isHealthCritical(ground, added),
  };
}

function latestEnd(ground: Ground, { dutyDate, from, until }: Asked, { slackAfter, added }: Tried): number | null {
  if (from === null || until === null || slackAfter === null || slackAfter >= 0) return null;
  const day = dayOf(dutyDate);
  const next = nextAllottedStart(day, (each) => allotmentOf(ground.parameters, each));
  // Never into the hours of the next duty date, and never longer than a shift may run.
  const nextDuty = next === undefined || next.date > day + 1 ? Number.POSITIVE_INFINITY : 1440 + next.minute;
  const end = Math.min(until, from + 1440, nextDuty);
  return end <= from
    ? null
    : latestUntil({ from, until: end }, allotmentOf(ground.parameters, day), slackAfter + added);
}

/** Whether the month comes to 100:00 or the mean of 2–6 known months passes 80:00. */
function isHealthCritical({ history, month, before }: Ground, added: number): boolean {
  const sum = before + added;
  if (sum >= HEALTH_MONTH) return true;
  const known = new Map(history.months.map((each) => [each.month, each.overtime]));
  return averageLengths.some((length) => {
    let total = sum;
    for (let back = 1; back < length; back += 1) {
      const overtime = known.get(month - back);
      if (overtime === undefined) return false;
      total += overtime;
    }
    return total > HEALTH_AVERAGE * length;
  });
}

/** What an order would do to the month and the year; the preview, the decision card and the answer share it. */
export function effectOf(ground: Ground, asked: Asked): EffectView {
  const { parameters, before, pace, worked } = ground;
  const tried = tryOut(ground, asked);
  const { added, after, slackAfter } = tried;
  const first = after?.limits.find((limit) => limit.slack !== null && limit.slack === slackAfter);
  const binding = first?.limit ?? null;
  const annual = after?.limits.find((limit) => limit.limit === 'annual');
  const forecast =
    pace === null ? null : forecastMonth(worked, { ...pace, orderedAhead: Math.max(0, before - worked) + added });
  const daysLeft = workingDaysLeft(ground, dayOf(asked.dutyDate));
  return {
    before,
    added,
    after: before + added,
    stateBefore: stateBefore(ground),
    state: withForecast(stateAfter(tried), ground, added),
    binding,
    bound: first?.monthBound ?? null,
    slackAfter,
    latestUntil: latestEnd(ground, asked, tried),
    annualAfter: yearSoFar(ground) + before + added,
    annualCap: annual?.cap ?? null,
    forecast,
    perDayLeft: slackAfter === null || slackAfter < 0 || daysLeft === 0 ? null : Math.floor(slackAfter / daysLeft),
    daysLeft,
    ...restAfter(ground, asked),
    restTarget: parameters.restTarget,
    overlaps: overlapsAny(ground, asked),
  };
}

/** Known months of the fiscal year before the month in question. */
function yearSoFar({ history, month, parameters }: Ground): number {
  const first = firstMonthOf(fiscalYearOf(month, parameters.yearStartMonth), parameters.yearStartMonth);
  return history.months.reduce(
    (sum, each) => (each.month >= first && each.month < month ? sum + each.overtime : sum),
    0,
  );
}

/** Working days of the month still to come, without the day of the order. */
function workingDaysLeft({ pace, parameters, month, today }: Ground, day: number): number {
  const first = firstDayOf(month);
  const left = today < first ? dutyDaysBetween(parameters, first, lastDayOf(month)) : (pace?.daysLeft ?? 0);
  return left > 0 && day >= today && allotmentOf(parameters, day).kind === 'dutyDay' ? left - 1 : left;
}

/** Rest from the end of the work to the next allotted start. */
function restAfter({ parameters }: Ground, { dutyDate, until }: Asked): Pick<EffectView, 'restMinutes' | 'nextStart'> {
  const day = dayOf(dutyDate);
  const next = nextAllottedStart(day, (each) => allotmentOf(parameters, each));
  if (next === undefined) return { restMinutes: null, nextStart: null };
  const allotment = allotmentOf(parameters, day);
  const regular = allotment.kind === 'dutyDay' ? allotment.hours.until : 0;
  return {
    restMinutes: until === null ? null : restBetweenShifts({ date: day, minute: Math.max(until, regular) }, next),
    nextStart: { date: formatLocalDate(next.date), minute: next.minute },
  };
}

function overlapsAny({ others }: Ground, { id, dutyDate, from, until }: Asked): boolean {
  if (from === null || until === null) return false;
  return others.some(
    (row) =>
      row.id !== id &&
      row.duty_date === dutyDate &&
      row.state !== 'returned' &&
      row.from_minute !== null &&
      row.until_minute !== null &&
      row.from_minute < until &&
      from < row.until_minute,
  );
}
