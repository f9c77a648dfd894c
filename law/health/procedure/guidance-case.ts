import type { EpochDay } from '../../time/civil.ts';
import { firstDayWithinMonthBefore } from './terms.ts';

/**
 * One person's interview guidance of one month, as a fold over what happened:
 *
 *   counted → notified (on request) ─→ requested ─┐
 *        └──→ mandatory (without request) ────────┴→ scheduled → done → opinion → measure → closed
 *
 * and beside it `exempted1m` (a doctor found none needed, 期日前1月以内) and `declined` (the person wants none; a later request
 * or appointment opens it again). Time alone changes nothing: an overdue case stays where it is.
 */
export const caseStates = [
  'counted',
  'notified',
  'mandatory',
  'requested',
  'scheduled',
  'done',
  'opinion',
  'measure',
  'closed',
  'exempted1m',
  'declined',
] as const;
export type CaseState = (typeof caseStates)[number];

/** Why a case without an interview is closed; the four reasons of the survey (勤務条件等調査), in its order. */
export type UnheldReason = 'physicianFoundUnneeded' | 'noReactionOrDeclined' | 'tooBusy' | 'other';

export type CaseEvent =
  | { readonly kind: 'counted'; readonly on: EpochDay; readonly route: Route; readonly exemptible: boolean }
  | { readonly kind: 'notified' | 'requested' | 'declined' | 'scheduled' | 'done' | 'opinion'; readonly on: EpochDay }
  | { readonly kind: 'exempted'; readonly on: EpochDay; readonly finding: PhysicianFinding }
  /** Measures taken, or none with the reason for none (安衛則14条の2第1項第1号). */
  | { readonly kind: 'measure'; readonly on: EpochDay; readonly reasonForNone?: string }
  /** `because` says why no interview was held; it is needed exactly when none was. `note` is needed for `other`. */
  | { readonly kind: 'closed'; readonly on: EpochDay; readonly because?: UnheldReason; readonly note?: string };

export type Route = 'withoutRequest' | 'onRequest';

/** A doctor's finding that no interview is needed, on the ground of an interview or a comparable examination. */
export type PhysicianFinding = {
  readonly physician: string;
  readonly examinedOn: EpochDay;
  readonly ground: 'interview' | 'examination' | 'checklist';
};

/** A case after its events. */
export type GuidanceCase = {
  readonly state: CaseState;
  readonly route: Route;
  /** Whether every rule that fired lets a finding exempt (`GuidanceRules.exempts`). */
  readonly exemptible: boolean;
  readonly countedOn: EpochDay;
  /** Day of the last event. */
  readonly on: EpochDay;
  readonly held: boolean;
  readonly unheld: UnheldReason | null;
};

export type CaseRefusal =
  | 'guidance-case.not-counted'
  | 'guidance-case.counted-already'
  | 'guidance-case.before-last-event'
  | 'guidance-case.not-from-this-state'
  | 'guidance-case.nothing-to-request'
  | 'guidance-case.route-not-exempt'
  | 'guidance-case.finding-not-within-month'
  | 'guidance-case.finding-without-physician'
  | 'guidance-case.reason-for-none-empty'
  | 'guidance-case.reason-needed'
  | 'guidance-case.reason-not-fitting'
  | 'guidance-case.note-needed';

export type CaseStep = { readonly case: GuidanceCase } | { readonly refused: CaseRefusal };

/** From where each deed leads on. `notified` leads to `mandatory` where no request is needed. */
const froms: Readonly<Record<Exclude<CaseEvent['kind'], 'counted' | 'closed'>, readonly CaseState[]>> = {
  notified: ['counted'],
  requested: ['notified', 'declined'],
  exempted: ['counted', 'notified', 'mandatory', 'requested'],
  declined: ['notified', 'mandatory', 'requested', 'scheduled'],
  scheduled: ['mandatory', 'requested', 'scheduled', 'declined'],
  done: ['scheduled'],
  opinion: ['done'],
  measure: ['opinion'],
};

const targets: Readonly<Record<keyof typeof froms, CaseState>> = {
  notified: 'notified',
  requested: 'requested',
  exempted: 'exempted1m',
  declined: 'declined',
  scheduled: 'scheduled',
  done: 'done',
  opinion: 'opinion',
  measure: 'measure',
};

function refusalOfFinding(of: GuidanceCase, { physician, examinedOn }: PhysicianFinding): CaseRefusal | null {
  if (!of.exemptible) return 'guidance-case.route-not-exempt';
  if (physician === '') return 'guidance-case.finding-without-physician';
  const within = examinedOn >= firstDayWithinMonthBefore(of.countedOn) && examinedOn <= of.countedOn;
  return within ? null : 'guidance-case.finding-not-within-month';
}

/** States in which an interview is neither held nor excused. */
const unheldStates: readonly CaseState[] = ['notified', 'mandatory', 'requested', 'scheduled', 'declined'];

function close(of: GuidanceCase, { on, because, note = '' }: CaseEvent & { readonly kind: 'closed' }): CaseStep {
  const unheld = unheldStates.includes(of.state);
  if (of.state !== 'measure' && of.state !== 'exempted1m' && !unheld) {
    return { refused: 'guidance-case.not-from-this-state' };
  }
  if (of.held) {
    return because === undefined
      ? { case: { ...of, on, state: 'closed' } }
      : { refused: 'guidance-case.reason-not-fitting' };
  }
  const reason = because ?? (of.state === 'exempted1m' ? 'physicianFoundUnneeded' : undefined);
  if (reason === undefined) return { refused: 'guidance-case.reason-needed' };
  if ((reason === 'physicianFoundUnneeded') !== (of.state === 'exempted1m')) {
    return { refused: 'guidance-case.reason-not-fitting' };
  }
  if (reason === 'other' && note === '') return { refused: 'guidance-case.note-needed' };
  return { case: { ...of, on, state: 'closed', unheld: reason } };
}

function refusalOf(of: GuidanceCase, event: Exclude<CaseEvent, { kind: 'counted' | 'closed' }>): CaseRefusal | null {
  if (event.kind === 'requested' && of.route === 'withoutRequest') return 'guidance-case.nothing-to-request';
  // Someone who declined on the route of request asks first.
  const skipsRequest = event.kind === 'scheduled' && of.state === 'declined' && of.route === 'onRequest';
  if (!froms[event.kind].includes(of.state) || skipsRequest) return 'guidance-case.not-from-this-state';
  if (event.kind === 'exempted') return refusalOfFinding(of, event.finding);
  if (event.kind === 'measure' && event.reasonForNone === '') return 'guidance-case.reason-for-none-empty';
  return null;
}

/** What an event makes of a case (null: there is none yet). Pure; what does not fit is refused and changes nothing. */
export function evolveCase(of: GuidanceCase | null, event: CaseEvent): CaseStep {
  if (event.kind === 'counted') {
    if (of !== null) return { refused: 'guidance-case.counted-already' };
    const { on, route, exemptible } = event;
    return { case: { state: 'counted', route, exemptible, countedOn: on, on, held: false, unheld: null } };
  }
  if (of === null) return { refused: 'guidance-case.not-counted' };
  if (event.on < of.on) return { refused: 'guidance-case.before-last-event' };
  if (event.kind === 'closed') return close(of, event);
  const refused = refusalOf(of, event);
  if (refused !== null) return { refused };
  const state = event.kind === 'notified' && of.route === 'withoutRequest' ? 'mandatory' : targets[event.kind];
  return { case: { ...of, on: event.on, state, held: of.held || event.kind === 'done' } };
}

export type FoldedCase = {
  readonly case: GuidanceCase | null;
  /** Events that did not fit, by their position. */
  readonly refused: readonly { readonly at: number; readonly refused: CaseRefusal }[];
};

/** A case after all its events; those that do not fit are left out and named. */
export function foldCase(events: readonly CaseEvent[]): FoldedCase {
  let folded: GuidanceCase | null = null;
  const refused: { at: number; refused: CaseRefusal }[] = [];
  events.forEach((event, at) => {
    const step = evolveCase(folded, event);
    if ('case' in step) folded = step.case;
    else refused.push({ at, refused: step.refused });
  });
  return { case: folded, refused };
}
