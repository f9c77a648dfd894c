import type { Minutes } from '../../time/minutes.ts';
import { leaveKindCitations as cites } from '../citations.ts';
import type { LeaveRules } from '../rules.ts';
import { judgeCaregiverLeave, judgeCaregiverTime } from './caregiver.ts';
import { daysOfLimit, type KindHere } from './master.ts';
import { childrenCounted } from './taking-conditions.ts';
import { type Found, ImpossibleTaking, type KindStep, needed, type Taking } from './taking-types.ts';

/** What is left after a taking: minutes of a balance, or days of the calendar. */
export type Left = { readonly minutes: Minutes } | { readonly days: number } | null;
export type Limited = Found & { readonly left: Left };

/** Days that a kind has, and why: more of them with two children, two persons, or assisted treatment. */
export function daysFor(
  kind: KindHere,
  taking: Taking,
  rules: LeaveRules,
): { readonly days: number; readonly step: KindStep } | null {
  const { limit, citation } = kind;
  if (kind.daysPerYear !== null) {
    return {
      days: kind.daysPerYear,
      step: { says: 'daysAYear', figures: { days: kind.daysPerYear, count: 1 }, citation },
    };
  }
  const found = daysOfLimit(limit, rules);
  if (found === null || (limit.per !== 'year' && limit.per !== 'occasion')) return null;
  if (limit.more === 'fertilityAssisted') {
    const assisted = needed(taking, 'assisted');
    const days = assisted ? found.more : found.days;
    return { days, step: { says: assisted ? 'assisted' : 'notAssisted', figures: { days }, citation } };
  }
  const count =
    limit.more === 'sickChildTwo'
      ? childrenCounted(taking, rules)
      : limit.more === 'shortCareTwo'
        ? needed(taking, 'persons')
        : 1;
  if (count < 1) throw new ImpossibleTaking('factMissing', 'persons');
  const days = count > 1 ? found.more : found.days;
  const says = limit.per === 'year' ? 'daysAYear' : 'daysAnOccasion';
  return { days, step: { says, figures: { days, count }, citation } };
}

/** The balance of a kind that is kept in minutes, before the taking; null where it is kept otherwise. */
export function balanceOf(kind: KindHere, taking: Taking, rules: LeaveRules): Minutes | null {
  if (kind.counts === 'calendarDays') return null;
  const found = daysFor(kind, taking, rules);
  return found === null ? null : Math.max(0, found.days * taking.dayMinutes - taking.taken);
}

/** Minutes that a taking wants of a balance. */
export function wantedOf({ time, dutyDays, dayMinutes }: Taking): Minutes {
  return time ?? dutyDays * dayMinutes;
}

function byMinutes(kind: KindHere, taking: Taking, rules: LeaveRules): Limited {
  const found = daysFor(kind, taking, rules);
  if (found === null) return { steps: [{ says: 'neededTime', figures: {}, citation: kind.citation }], left: null };
  const limit = found.days * taking.dayMinutes;
  const wanted = wantedOf(taking);
  const left = limit - taking.taken - wanted;
  const figures = { wanted, taken: taking.taken, limit, left };
  const steps: KindStep[] = [found.step, { says: left >= 0 ? 'within' : 'over', figures, citation: kind.citation }];
  if (left < 0) return { refusal: 'balance', steps, left: { minutes: Math.max(0, limit - taking.taken) } };
  return { steps, left: { minutes: left } };
}

/** Days of the calendar from the first to the last, days off among them. */
function byCalendar(
  limit: number,
  taking: Taking,
  citation: KindStep['citation'],
  first: readonly KindStep[],
): Limited {
  const days = taking.through - taking.from + 1;
  const before = needed(taking, 'daysBefore');
  const within = before + days <= limit;
  const step: KindStep = { says: within ? 'daysWithin' : 'daysOver', figures: { days, before, limit } };
  const steps = [...first, citation === undefined ? step : { ...step, citation }];
  if (!within) return { refusal: 'balance', steps, left: { days: Math.max(0, limit - before) } };
  return { steps, left: { days: limit - before - days } };
}

/** 忌引: days by relation, and days of travel. */
function byRelation(taking: Taking, rules: LeaveRules): Limited {
  const relation = needed(taking, 'relation');
  const row = rules.bereavement.find((each) => each.relation === relation);
  if (row === undefined) throw new ImpossibleTaking('relationWithoutDays', relation);
  const days = taking.facts.shared === true ? row.daysIfShared : row.days;
  const travel = taking.facts.travelDays ?? 0;
  const citation = cites.bereavement;
  const step: KindStep = { says: 'relation', figures: { days, travel }, words: { relation }, citation };
  return byCalendar(days + travel, taking, citation, [step]);
}

/** 育児時間: twice a day, thirty minutes each. */
function byTimes(taking: Taking, most: Minutes, times: number): Limited {
  const before = needed(taking, 'timesBefore');
  const minutes = taking.time ?? 0;
  const within = minutes <= most && before < times;
  const figures = { minutes, most, times, before };
  const steps: KindStep[] = [{ says: within ? 'timesWithin' : 'timesOver', figures, citation: cites.childcareTime }];
  return within ? { steps, left: null } : { refusal: 'times', steps, left: null };
}

/** Whether a kind has as much as a taking wants, and what is left. */
export function judgeLimit(kind: KindHere, taking: Taking, rules: LeaveRules): Limited {
  const { limit, citation } = kind;
  switch (limit.per) {
    case 'illness':
      return byCalendar(rules.sickLeaveDays, taking, citation, []);
    case 'relation':
      return byRelation(taking, rules);
    case 'dayTimes':
      return byTimes(taking, limit.minutes, limit.times);
    case 'condition':
      return { ...judgeCaregiverLeave(taking, rules), left: null };
    case 'caregiverTime':
      return { ...judgeCaregiverTime(taking, rules), left: null };
    case 'window':
      return { steps: [], left: null };
    case 'occasion': {
      if (kind.counts !== 'calendarDays') return byMinutes(kind, taking, rules);
      const found = daysFor(kind, taking, rules);
      return byCalendar(found?.days ?? 0, taking, citation, found === null ? [] : [found.step]);
    }
    default:
      return byMinutes(kind, taking, rules);
  }
}
