import type { Citation } from '../../decision/citation.ts';
import type { Decision, Step } from '../../decision/decision.ts';
import type { EpochDay } from '../../time/civil.ts';
import { firstDayOf, lastDayOf, type MonthIndex } from '../../time/months.ts';
import { procedureCitations } from '../citations.ts';
import { modelProcedure, type ProcedureRules, type Term } from '../rules.ts';
import { lastDayOfTerm } from './terms.ts';

/**
 * The dates of an interview guidance: when each step is due, which are done, which are overdue. A date that is past shows
 * as overdue for ever; nothing here closes a case. Days are numbers of days (EpochDay).
 */

export const guidanceDeadlineNames = [
  'count',
  'notifyPerson',
  'informPhysician',
  'request',
  'interview',
  'opinion',
  'measures',
] as const;
export type GuidanceDeadlineName = (typeof guidanceDeadlineNames)[number];

/** What has happened; a day that is absent has not come. */
export type GuidanceDates = {
  /** 算定した日: hours of the month were counted. */
  readonly count?: EpochDay;
  /** The person was told the hours (安衛則52条の2第3項). */
  readonly notifyPerson?: EpochDay;
  /** The 産業医 was told name and hours (安衛則14条の2). */
  readonly informPhysician?: EpochDay;
  readonly request?: EpochDay;
  readonly interview?: EpochDay;
  readonly opinion?: EpochDay;
  /** The 産業医 was told the measures, or the reason for none. */
  readonly measures?: EpochDay;
};

export type GuidanceProcedure = {
  /** The month whose hours are counted. */
  readonly month: MonthIndex;
  readonly route: 'withoutRequest' | 'onRequest';
  /** A doctor found that no interview is needed (期日前1月以内の面接指導等). */
  readonly exempt: boolean;
  /** The doctor's opinion is urgent (緊急に意見を聴く必要がある). */
  readonly urgent: boolean;
  readonly done: GuidanceDates;
  readonly asOf: EpochDay;
};

/**
 * done · doneLate: after its day, and counts all the same · open: to do by `due` · overdue · waiting: what it runs from has not
 * come · notNeeded
 */
export type DeadlineState = 'done' | 'doneLate' | 'open' | 'overdue' | 'waiting' | 'notNeeded';

export type Deadline<Name extends string = GuidanceDeadlineName> = {
  readonly step: Name;
  /** null while what it runs from has not come, or when it is not needed. */
  readonly due: EpochDay | null;
  readonly doneOn: EpochDay | null;
  readonly state: DeadlineState;
  readonly citation: Citation;
};

/** deadlineJudged: due, done, asOf, late (days; words: step, state) · deadlineWaiting (words: step, for) · deadlineNotNeeded (words: step, because) */
export type DeadlineStepName = 'deadlineJudged' | 'deadlineWaiting' | 'deadlineNotNeeded';

/** Thrown for dates that run backwards, lie after `asOf`, or stand at a step that is not needed. `at` names the date. */
export class ImpossibleDates extends Error {
  override readonly name = 'ImpossibleDates';
  readonly at: string;

  constructor(at: string, why: string) {
    super(`${at}: ${why}`);
    this.at = at;
  }
}

/** When a step is due: on a fixed day, so long after another, or not at all. */
export type Plan<Name extends string> = {
  readonly step: Name;
  readonly citation: Citation;
  readonly due: { readonly on: EpochDay } | { readonly after: Name; readonly term: Term } | { readonly never: string };
};

/** No date lies after today or before the date it runs from. @throws ImpossibleDates */
function checkDates<Name extends string>(plans: readonly Plan<Name>[], done: DoneDates<Name>, asOf: EpochDay): void {
  for (const { step, due } of plans) {
    const on = done[step];
    if (on === undefined) continue;
    if (on > asOf) throw new ImpossibleDates(step, 'after asOf');
    if ('never' in due) throw new ImpossibleDates(step, 'not needed');
    if (!('after' in due)) continue;
    const before = done[due.after];
    if (before === undefined) throw new ImpossibleDates(step, `${due.after} has not come`);
    if (on < before) throw new ImpossibleDates(step, `before ${due.after}`);
  }
}

type DoneDates<Name extends string> = { readonly [each in Name]?: EpochDay };

function stateOf(due: EpochDay, doneOn: EpochDay | undefined, asOf: EpochDay): DeadlineState {
  if (doneOn !== undefined) return doneOn > due ? 'doneLate' : 'done';
  return asOf > due ? 'overdue' : 'open';
}

function deadlineOf<Name extends string>(
  { step, citation, due }: Plan<Name>,
  done: DoneDates<Name>,
  asOf: EpochDay,
): readonly [Deadline<Name>, Step<DeadlineStepName>] {
  const nothing = { step, due: null, doneOn: null, citation } as const;
  if ('never' in due) {
    const words = { step, because: due.never };
    return [
      { ...nothing, state: 'notNeeded' },
      { says: 'deadlineNotNeeded', figures: {}, words, citation },
    ];
  }
  const from = 'on' in due ? undefined : done[due.after];
  if (!('on' in due) && from === undefined) {
    const words = { step, for: due.after };
    return [
      { ...nothing, state: 'waiting' },
      { says: 'deadlineWaiting', figures: {}, words, citation },
    ];
  }
  const day = 'on' in due ? due.on : lastDayOfTerm(from ?? 0, due.term);
  const doneOn = done[step];
  const state = stateOf(day, doneOn, asOf);
  const late = Math.max(0, (doneOn ?? asOf) - day);
  const figures = { due: day, asOf, late, ...(doneOn === undefined ? {} : { done: doneOn }) };
  return [
    { step, due: day, doneOn: doneOn ?? null, state, citation },
    { says: 'deadlineJudged', figures, words: { step, state }, citation },
  ];
}

/**
 * Steps in their order, each with its day and state.
 * @throws ImpossibleDates
 */
export function judgeDeadlines<Name extends string>(
  plans: readonly Plan<Name>[],
  done: DoneDates<Name>,
  asOf: EpochDay,
): Decision<readonly Deadline<Name>[], DeadlineStepName> {
  checkDates(plans, done, asOf);
  const judged = plans.map((plan) => deadlineOf(plan, done, asOf));
  return { outcome: judged.map(([deadline]) => deadline), steps: judged.map(([, step]) => step) };
}

/** The day by which the hours of a month are counted (安衛則52条の2第2項). */
export const countDayOf = (month: MonthIndex, { countDay }: ProcedureRules): EpochDay =>
  firstDayOf(month + 1) + countDay - 1;

function interviewPlan({ route }: GuidanceProcedure, { terms }: ProcedureRules): Plan<GuidanceDeadlineName> {
  if (route === 'withoutRequest') {
    const due = { after: 'count', term: terms.interviewWithoutRequest } as const;
    return { step: 'interview', citation: procedureCitations.interviewWithoutRequest, due };
  }
  const due = { after: 'request', term: terms.interviewAfterRequest } as const;
  return { step: 'interview', citation: procedureCitations.interview, due };
}

function plansOf(procedure: GuidanceProcedure, rules: ProcedureRules): readonly Plan<GuidanceDeadlineName>[] {
  const { month, route, exempt, urgent } = procedure;
  const { terms } = rules;
  const cites = procedureCitations;
  const unless = (plan: Plan<GuidanceDeadlineName>): Plan<GuidanceDeadlineName> =>
    exempt ? { ...plan, due: { never: 'exempt' }, citation: cites.exemption } : plan;
  const request: Plan<GuidanceDeadlineName> = {
    step: 'request',
    citation: cites.request,
    due: route === 'withoutRequest' ? { never: 'withoutRequest' } : { after: 'count', term: terms.request },
  };
  const opinion = { after: 'interview', term: urgent ? terms.urgentOpinion : terms.opinion } as const;
  return [
    { step: 'count', citation: cites.count, due: { on: countDayOf(month, rules) } },
    { step: 'notifyPerson', citation: cites.notifyPerson, due: { after: 'count', term: terms.notifyPerson } },
    { step: 'informPhysician', citation: cites.informPhysician, due: { after: 'count', term: terms.informPhysician } },
    unless(request),
    unless(interviewPlan(procedure, rules)),
    unless({ step: 'opinion', citation: cites.opinion, due: opinion }),
    unless({ step: 'measures', citation: cites.measures, due: { after: 'opinion', term: terms.measures } }),
  ];
}

/**
 * When each step of an interview guidance is due (安衛則14条の2, 52条の2–52条の7), and how it stands as of a day. A request
 * after its day is `doneLate`, and the interview runs from it as from any other.
 * @throws ImpossibleDates
 */
export function judgeGuidanceDeadlines(
  procedure: GuidanceProcedure,
  rules: ProcedureRules = modelProcedure,
): Decision<readonly Deadline[], DeadlineStepName> {
  const { done, asOf, month } = procedure;
  if (done.count !== undefined && done.count <= lastDayOf(month)) {
    throw new ImpossibleDates('count', 'before the month has ended');
  }
  return judgeDeadlines(plansOf(procedure, rules), done, asOf);
}

export type PhysicianReport = {
  readonly countedOn: EpochDay;
  /** Persons beyond 80 hours; none is told, too. */
  readonly persons: number;
  readonly reportedOn?: EpochDay;
  readonly asOf: EpochDay;
};

/**
 * The monthly report to the 産業医 of who exceeded 80 hours (安衛則14条の2第1項第2号). A month without anybody is reported as
 * such (基発1228第16号).
 * @throws ImpossibleDates
 */
export function judgePhysicianReport(
  { countedOn, persons, reportedOn, asOf }: PhysicianReport,
  rules: ProcedureRules = modelProcedure,
): Decision<Deadline<'count' | 'informPhysician'>, DeadlineStepName> {
  const citation = persons === 0 ? procedureCitations.zeroReport : procedureCitations.informPhysician;
  const plan: Plan<'count' | 'informPhysician'> = {
    step: 'informPhysician',
    citation,
    due: { after: 'count', term: rules.terms.informPhysician },
  };
  const done = { count: countedOn, ...(reportedOn === undefined ? {} : { informPhysician: reportedOn }) };
  if (countedOn > asOf) throw new ImpossibleDates('count', 'after asOf');
  checkDates([plan], done, asOf);
  const [outcome, step] = deadlineOf(plan, done, asOf);
  return { outcome, steps: [step] };
}
