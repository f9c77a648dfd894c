import type { EpochDay } from '@tokimori/law/time/civil';
import { firstDayOf, lastDayOf, type MonthIndex, monthOf } from '@tokimori/law/time/months';
import { breakOf, END, START } from './hours.ts';
import { appointmentOn, type CityPlan, type PersonPlan } from './plan.ts';
import { type Random, randomFor } from './random.ts';
import { spread } from './spread.ts';
import { disasterMonth, type MonthTarget } from './stories.ts';
import { tracesOf } from './traces.ts';

/** A trace in minutes from 0:00 of a civil day (never past 24:00: the civil day moves on). */
export type PunchFact = {
  readonly day: EpochDay;
  readonly minute: number;
  readonly direction: 'in' | 'out';
  readonly source: 'card' | 'pc';
};
export type OvertimeFact = {
  readonly day: EpochDay;
  readonly from: number;
  readonly until: number;
  readonly minutes: number;
  readonly category: 'normal' | 'temporary' | 'exceptional' | 'disaster' | 'infection';
  readonly work: string;
  readonly state: 'requested' | 'ordered' | 'confirmed';
  readonly retroactive: boolean;
  readonly department: string;
};
export type MonthFacts = { readonly punches: readonly PunchFact[]; readonly overtime: readonly OvertimeFact[] };

/** What the generator needs of a calendar: is this a day with allotted hours that must be worked? */
export type DayKindOf = (day: EpochDay) => 'dutyDay' | 'weeklyDayOff' | 'legalHoliday';

export type MonthOptions = {
  readonly kindOf: DayKindOf;
  readonly target?: MonthTarget;
  /** PC traces are written from this day on. */
  readonly pcFrom: EpochDay;
};

/** Days whose result the head has not yet confirmed. */
const UNCONFIRMED_DAYS = 3;

/** One person's facts of one month, up to the day before `plan.asOf`. Deterministic by seed, person and month. */
export function monthFactsOf(plan: CityPlan, person: PersonPlan, month: MonthIndex, options: MonthOptions): MonthFacts {
  const random = randomFor(plan.seed, person.index, month);
  const first = Math.max(firstDayOf(month), person.joinedOn);
  const last = Math.min(lastDayOf(month), plan.asOf - 1, person.leftOn ?? Number.POSITIVE_INFINITY);
  const punches: PunchFact[] = [];
  const overtime: OvertimeFact[] = [];
  if (last < first) return { punches, overtime };
  const dutyDays: EpochDay[] = [];
  const daysOff: EpochDay[] = [];
  for (let day = first; day <= last; day++) {
    const kind = options.kindOf(day);
    if (kind === 'dutyDay') dutyDays.push(day);
    else if (kind === 'weeklyDayOff') daysOff.push(day);
  }
  const away = new Set(options.target === undefined ? dutyDays.filter(() => random.chance(0.055)) : []);
  const present = dutyDays.filter((day) => !away.has(day));
  const wanted =
    options.target?.overtime ??
    usualOvertime(plan, person, month, random, present.length / Math.max(1, countDutyDays(month, options.kindOf)));
  const shares = spread(wanted, present, daysOff, random);
  let special = options.target?.special ?? 0;
  const storm = disasterMonth(monthOf(plan.asOf)) === month;
  for (const day of [...present, ...daysOff.filter((d) => (shares.get(d) ?? 0) > 0)].sort((a, b) => a - b)) {
    const minutes = shares.get(day) ?? 0;
    const dutyDay = options.kindOf(day) === 'dutyDay';
    const office = appointmentOn(person, day)?.department ?? '';
    const disasterToday =
      special > 0 || (storm && options.target === undefined && hit(plan, office) && day % 30 >= 8 && day % 30 <= 20);
    const managerial = appointmentOn(person, day)?.managerial ?? false;
    if (minutes > 0 && !managerial) {
      for (const part of partsOf(
        minutes,
        disasterToday ? Math.min(minutes, options.target === undefined ? minutes : special) : 0,
      )) {
        overtime.push(entry(plan, day, office, dutyDay, part, random));
      }
      if (disasterToday) special -= Math.min(minutes, special);
    }
    tracesOf(punches, {
      day,
      minutes,
      dutyDay,
      random,
      pc: day >= options.pcFrom,
      story: options.target !== undefined,
    });
  }
  return { punches, overtime };
}

/** Requests that wait for the head this morning: some people ask for this evening (`asks`: this person does). */
export function requestsOf(
  plan: CityPlan,
  person: PersonPlan,
  options: { readonly kindOf: DayKindOf; readonly asks?: boolean },
): readonly OvertimeFact[] {
  const random = randomFor(plan.seed, person.index, 'requests', plan.asOf);
  const post = appointmentOn(person, plan.asOf);
  if (
    post === undefined ||
    post.managerial ||
    options.kindOf(plan.asOf) !== 'dutyDay' ||
    !(options.asks === true || random.chance(0.12 * person.factor))
  )
    return [];
  const minutes = 30 * random.between(2, 6);
  return [
    {
      day: plan.asOf,
      from: END,
      until: END + minutes,
      minutes,
      category: 'normal',
      state: 'requested',
      retroactive: false,
      work: random.pick(plan.officeOf(post.department).work),
      department: post.department,
    },
  ];
}

/** This morning's arrivals, of those who came before `minute`. */
export function arrivalsOf(
  plan: CityPlan,
  person: PersonPlan,
  minute: number,
  options: { readonly kindOf: DayKindOf },
): readonly PunchFact[] {
  const random = randomFor(plan.seed, person.index, 'arrival', plan.asOf);
  if (appointmentOn(person, plan.asOf) === undefined || options.kindOf(plan.asOf) !== 'dutyDay' || random.chance(0.05))
    return [];
  const at = START - random.between(2, 22);
  if (at >= minute) return [];
  const card: PunchFact = { day: plan.asOf, minute: at, direction: 'in', source: 'card' };
  return at + 4 < minute ? [card, { day: plan.asOf, minute: at + 4, direction: 'in', source: 'pc' }] : [card];
}

/** Months before the first fiscal year of the facts, as totals handed over from the old system. */
export function earlierMonthTotal(plan: CityPlan, person: PersonPlan, month: MonthIndex): number {
  return usualOvertime(plan, person, month, randomFor(plan.seed, person.index, 'earlier', month), 1);
}

/** Offices that the typhoon calls out. */
function hit(plan: CityPlan, department: string): boolean {
  return ['危機管理課', '土木課', '福祉課'].includes(plan.officeOf(department).name);
}

function countDutyDays(month: MonthIndex, kindOf: DayKindOf): number {
  let count = 0;
  for (let day = firstDayOf(month); day <= lastDayOf(month); day++) if (kindOf(day) === 'dutyDay') count++;
  return count;
}

/** The usual overtime of the office in this month, as this person works it; kept credible below the caps. */
function usualOvertime(plan: CityPlan, person: PersonPlan, month: MonthIndex, random: Random, share: number): number {
  const post = appointmentOn(person, Math.min(lastDayOf(month), plan.asOf)) ?? person.appointments[0];
  if (post === undefined) return 0;
  const office = plan.officeOf(post.department);
  const usual = office.hours[((month % 12) + 9) % 12] ?? 0;
  const storm = disasterMonth(monthOf(plan.asOf)) === month && hit(plan, post.department) ? 1.3 : 1;
  const wanted = usual * 60 * person.factor * storm * (0.7 + random.next() * 0.6);
  const most = office.externallyDrivenFrom === undefined ? (random.chance(0.006) ? 2880 : 2640) : 4560;
  return Math.round((Math.min(wanted, most) * share) / 5) * 5;
}

type Part = { readonly minutes: number; readonly category: OvertimeFact['category'] };

function partsOf(minutes: number, disaster: number): readonly Part[] {
  const parts: Part[] = [];
  if (disaster > 0) parts.push({ minutes: disaster, category: 'disaster' });
  if (minutes > disaster) parts.push({ minutes: minutes - disaster, category: 'normal' });
  return parts;
}

function entry(
  plan: CityPlan,
  day: EpochDay,
  department: string,
  dutyDay: boolean,
  part: Part,
  random: Random,
): OvertimeFact {
  // The disaster comes first in the evening; ordinary work of the same day follows it.
  const start = dutyDay ? END : START;
  const pause = breakOf(dutyDay, part.minutes);
  const work =
    part.category === 'disaster' ? '台風の災害対応(避難所と被害の調査)' : random.pick(plan.officeOf(department).work);
  return {
    day,
    from: start,
    until: start + part.minutes + pause,
    minutes: part.minutes,
    category: part.category === 'normal' && random.chance(0.06) ? 'temporary' : part.category,
    work,
    state: day >= plan.asOf - UNCONFIRMED_DAYS ? 'ordered' : 'confirmed',
    retroactive: random.chance(0.04),
    department,
  };
}
