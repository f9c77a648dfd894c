import type { Citation } from '../decision/citation.ts';
import type { Step } from '../decision/decision.ts';
import { type EpochDay, formatLocalDate } from '../time/civil.ts';
import * as cites from './citations.ts';
import { type DayPeriod, lastDayOfPeriod, monthsBefore } from './day-periods.ts';
import { type Eligible, eligibleDays } from './eligibility.ts';
import type { RestrictionRules } from './rules.ts';
import type { RestrictionStepName } from './step-names.ts';
import type { JudgedRequest, RequestDefect, RestrictionKind, RestrictionRequest } from './types.ts';

type RestrictionStep = Step<RestrictionStepName>;

/** Thrown for a request that ends before it begins, or a birth after the request's last day. */
export class ImpossibleRequest extends Error {
  override readonly name = 'ImpossibleRequest';
}

/** Kinds that need not be followed when it is not possible. 妊産婦 must be. */
const mayBeDeclined = (kind: RestrictionKind): boolean => kind !== 'maternityOvertime' && kind !== 'maternityNight';

/** The day by which it had to be asked for; null for kinds without one. */
function latestRequest({ kind, from }: RestrictionRequest, rules: RestrictionRules): EpochDay | null {
  if (kind === 'overtimeLimit' || kind === 'overtimeExemption') return from - rules.overtimeRequestDays;
  if (kind === 'lateNightLimit') return monthsBefore(from, rules.nightRequestMonths);
  return null;
}

/** The longest period of one request in months; null for kinds without one. */
function longestOf(kind: RestrictionKind, rules: RestrictionRules): number | null {
  if (kind === 'overtimeLimit' || kind === 'overtimeExemption') return rules.overtimePeriodMonths;
  return kind === 'lateNightLimit' ? rules.nightPeriodMonths : null;
}

/** A defect that leaves the request without effect. A late one may still be followed. */
const fatal = (defect: RequestDefect): boolean => defect !== 'late' && defect !== 'mustBeFollowed';

function checkRequest({ from, through, ground, requestedOn, lapsedOn }: RestrictionRequest): void {
  if (through < from) throw new ImpossibleRequest('it ends before it begins');
  if (![from, through, requestedOn, lapsedOn ?? from].every(Number.isInteger)) {
    throw new ImpossibleRequest('a day that is none');
  }
  if (ground.of === 'child' && ground.bornOn > through) throw new ImpossibleRequest('born after it ends');
}

/** Defects of the request by itself, before it is held against others. */
function defectsOf(request: RestrictionRequest, managerial: boolean, rules: RestrictionRules) {
  const { kind, from, through, requestedOn, notPossible = '' } = request;
  const defects: RequestDefect[] = [];
  const steps: RestrictionStep[] = [];
  const longest = longestOf(kind, rules);
  if (longest !== null && through > lastDayOfPeriod(from, longest)) defects.push('tooLong');
  if (managerial && kind !== 'lateNightLimit' && kind !== 'maternityNight') defects.push('managerial');
  const latest = latestRequest(request, rules);
  if (latest !== null && requestedOn > latest) {
    defects.push('late');
    const words = { requested: formatLocalDate(requestedOn), needed: formatLocalDate(latest) };
    const citation = kind === 'lateNightLimit' ? cites.nightRequestPeriod : cites.requestPeriod;
    steps.push({ says: 'requestLate', figures: {}, words, citation });
  }
  const declined = notPossible.trim() !== '';
  if (declined && !mayBeDeclined(kind)) defects.push('mustBeFollowed');
  const citation = mayBeDeclined(kind) ? cites.notPossible : cites.maternityPeriod;
  if (declined) steps.push({ says: 'requestDeclined', figures: {}, words: { kind }, citation });
  return { defects, steps, declined: declined && mayBeDeclined(kind) };
}

/** The last day asked for, or the day before it lapsed. */
const lastDayOf = ({ through, lapsedOn }: RestrictionRequest): EpochDay =>
  lapsedOn === undefined ? through : Math.min(through, lapsedOn - 1);

const apart: Partial<Record<RestrictionKind, RestrictionKind>> = {
  overtimeLimit: 'overtimeExemption',
  overtimeExemption: 'overtimeLimit',
};

/** On what a defect rests: the provision that the request fails by. */
function defectCitation(defect: RequestDefect, { kind, citation }: JudgedRequest): Citation {
  if (defect === 'overlaps') return cites.noOverlap;
  if (defect === 'managerial') return kind === 'maternityOvertime' ? cites.maternityOfManagers : cites.managers;
  if (defect === 'tooLong') return kind === 'lateNightLimit' ? cites.nightRequestPeriod : cites.requestPeriod;
  return citation;
}

/** The order in which overlapping requests are held against each other: as they were made. */
const asMade = (a: RestrictionRequest, b: RestrictionRequest): number =>
  a.requestedOn - b.requestedOn || a.from - b.from || (a.kind < b.kind ? -1 : 1);

/** A request by itself: the days on which it may hold, and everything wrong with it but overlaps. */
type Alone = {
  readonly request: RestrictionRequest;
  readonly position: number;
  readonly days: DayPeriod;
  readonly eligible: Eligible;
  readonly defects: readonly RequestDefect[];
  readonly holds: boolean;
  readonly steps: readonly RestrictionStep[];
};

function judgeAlone(
  request: RestrictionRequest,
  position: number,
  managerial: boolean,
  rules: RestrictionRules,
): Alone {
  checkRequest(request);
  const eligible = eligibleDays(request, rules);
  const own = defectsOf(request, managerial, rules);
  const from = Math.max(request.from, eligible.from);
  const open = Math.min(request.through, eligible.through ?? request.through);
  const through = Math.min(lastDayOf(request), open);
  const defects = [...eligible.defects, ...(open < from ? (['notEligible'] as const) : []), ...own.defects];
  const steps: RestrictionStep[] = [...eligible.steps, ...own.steps];
  if (request.lapsedOn !== undefined) {
    const on = formatLocalDate(request.lapsedOn);
    steps.push({ says: 'requestLapsed', figures: {}, words: { on }, citation: eligible.citation });
  }
  const holds = !defects.some(fatal) && !own.declined && from <= through;
  return { request, position, days: { from, through }, eligible, defects, holds, steps };
}

/** Requests of exemption and of the limit must not share days (第11条第1項); one that does not hold is in nobody's way. */
const conflicts = (one: Alone, other: Alone): boolean =>
  other.request.kind === apart[one.request.kind] &&
  other.days.from <= one.days.through &&
  one.days.from <= other.days.through;

function conclude({ request, position, days, eligible, defects, holds, steps }: Alone, overlapped: boolean) {
  const { kind } = request;
  const all = overlapped ? [...defects, 'overlaps' as const] : defects;
  const effective = holds && !overlapped ? days : null;
  const { through: eligibleThrough, citation } = eligible;
  const judged: JudgedRequest = { position, kind, effective, eligibleThrough, defects: all, citation };
  const broken = all.find(fatal);
  if (broken !== undefined) {
    const words = { kind, defect: broken };
    return {
      judged,
      steps: [
        ...steps,
        { says: 'requestFails', figures: {}, words, citation: defectCitation(broken, judged) } as const,
      ],
    };
  }
  if (effective === null) return { judged, steps };
  const words = { kind, from: formatLocalDate(effective.from), through: formatLocalDate(effective.through) };
  return { judged, steps: [...steps, { says: 'requestHolds', figures: {}, words, citation } as const] };
}

/**
 * Each request as the law reads it: who may ask, for which days, and what is wrong with it. In the order given; of two that must
 * not overlap the one made later is at fault.
 * @throws ImpossibleRequest · NotInForce when a period begins before the rule
 */
export function judgeRequests(requests: readonly RestrictionRequest[], managerial: boolean, rules: RestrictionRules) {
  const alone = requests.map((request, position) => judgeAlone(request, position, managerial, rules));
  const kept: Alone[] = [];
  const overlapped = new Set<Alone>();
  for (const one of alone.filter(({ holds }) => holds).toSorted((a, b) => asMade(a.request, b.request))) {
    if (kept.some((other) => conflicts(one, other))) overlapped.add(one);
    else kept.push(one);
  }
  const all = alone.map((one) => conclude(one, overlapped.has(one)));
  return { judged: all.map(({ judged }) => judged), steps: all.flatMap(({ steps }) => steps) };
}

/** Whether a day is among those on which a request holds. */
export const holdsOn = ({ effective }: JudgedRequest, day: EpochDay): boolean =>
  effective !== null && effective.from <= day && day <= effective.through;
