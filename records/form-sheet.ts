import type { FilledValues, FormSheet, FormSheetEvent, PaperDecision, Passing, Stamp } from './form-sheet-events.ts';
import { awaitedStep, lastApproved, lastBefore, type SheetRoute } from './form-sheet-way.ts';
import { type Decided, type Recorded, refuse } from './recorded.ts';

export type FormSheetCommand =
  | {
      readonly type: 'submit';
      readonly route: SheetRoute;
      readonly filled: FilledValues;
      readonly given: object;
      /** Leading steps of the route that are the submitter's own: handing in is their approval. */
      readonly own: number;
      /** Steps whose post nobody holds. */
      readonly vacant: readonly number[];
    }
  | {
      readonly type: 'stamp';
      readonly route: SheetRoute;
      readonly step: number;
      readonly actor: string;
      /** Who decided on paper; null where the actor approves. */
      readonly paper: PaperDecision | null;
      /** Steps whose post the actor holds by name, so that both of two in a row may be theirs. */
      readonly held: readonly number[];
      readonly vacant: readonly number[];
    }
  | {
      readonly type: 'return';
      readonly route: SheetRoute;
      readonly reason: string;
      readonly vacant: readonly number[];
    }
  | { readonly type: 'reopen'; readonly route: SheetRoute; readonly reason: string };

type Of<T extends FormSheetCommand['type']> = Extract<FormSheetCommand, { type: T }>;

/** Decides a deed about one form. Pure. Handing in again what was not returned changes nothing that others decided. */
export function decideSheet(command: FormSheetCommand, state: FormSheet): Decided<FormSheetEvent> {
  switch (command.type) {
    case 'submit':
      return submit(command, state);
    case 'stamp':
      return stamp(command, state);
    case 'return':
      return giveBack(command, state);
    case 'reopen':
      return reopen(command, state);
  }
}

function submit(command: Of<'submit'>, state: FormSheet): Decided<FormSheetEvent> {
  if (state.state === 'submitted' || state.state === 'accepted')
    return refuse('form.submit.submitted', {}, { state: state.state });
  const { filled, given, route, own, vacant } = command;
  return {
    events: [
      { kind: 'FormSubmitted', data: { filled, given } },
      ...route.slice(0, own).map(({ label }, step): FormSheetEvent => stamped(step, label, { forPost: false })),
      ...passed(route, own, vacant),
    ],
  };
}

const stamped = (step: number, label: string, how: Passing): FormSheetEvent => ({
  kind: 'FormStamped',
  data: { step, label, ...how },
});

/** The steps from one on that nobody holds, up to the first that somebody does. @param until not further than this */
function passed(route: SheetRoute, from: number, vacant: readonly number[], until = route.length): FormSheetEvent[] {
  const next = awaitedStep(route, from, vacant);
  return route
    .slice(from, Math.min(next, until))
    .map(({ label }, at) => stamped(from + at, label, { forPost: false, vacant: true }));
}

function stamp(command: Of<'stamp'>, state: FormSheet): Decided<FormSheetEvent> {
  const { route, step, paper, held, vacant, actor } = command;
  // The same approval twice is one.
  if (state.stamps[step] !== undefined && state.state !== 'returned') return { events: [] };
  if (state.state !== 'submitted') return refuse('form.stamp.not-submitted', {}, { state: state.state });
  const post = route[step];
  const awaited = awaitedStep(route, state.step, vacant);
  const isLastVacant = awaited === route.length && step === state.step;
  if (post === undefined || (step !== awaited && !isLastVacant))
    return refuse('form.stamp.not-its-turn', {}, { label: post?.label ?? '' });
  const skipped = passed(route, state.step, vacant);
  if (isLastVacant) return { events: skipped };
  const last = lastBefore(state.stamps, step);
  const again = last !== undefined && isSame(last.stamp, actor, paper);
  if (again && paper === null && !(held.includes(step) && held.includes(last.step)))
    return refuse('form.stamp.twice-in-a-row', {}, { before: last.stamp.label, label: post.label });
  const how: Passing = {
    forPost: paper !== null,
    ...(paper === null ? {} : { paper }),
    ...(again ? { also: last.stamp.label } : {}),
  };
  return { events: [...skipped, stamped(step, post.label, how), ...passed(route, step + 1, vacant)] };
}

/** Whether the approval before is of the same person: by the account, or on paper by the name that is told. */
const isSame = (last: Stamp, actor: string, paper: PaperDecision | null): boolean =>
  paper === null ? !last.forPost && last.by === actor : last.paper !== undefined && last.paper.by === paper.by;

/** A form on its way goes back, from the step that is really awaited. */
function giveBack({ route, reason, vacant }: Of<'return'>, state: FormSheet): Decided<FormSheetEvent> {
  if (state.state === 'returned') return { events: [] };
  if (state.state === 'accepted') return refuse('form.return.accepted');
  if (state.state !== 'submitted') return refuse('form.return.not-submitted', {}, { state: state.state });
  if (reason.trim() === '') return refuse('form.return.reason-missing');
  const awaited = awaitedStep(route, state.step, vacant);
  const step = awaited === route.length ? state.step : awaited;
  return { events: [{ kind: 'FormReturned', data: { step, label: route[step]?.label ?? '' } }] };
}

/** What was accepted goes back to whoever wrote it, with the reason. */
function reopen({ route, reason }: Of<'reopen'>, state: FormSheet): Decided<FormSheetEvent> {
  if (state.state === 'returned') return { events: [] };
  if (state.state !== 'accepted') return refuse('form.reopen.not-accepted', {}, { state: state.state });
  if (reason.trim() === '') return refuse('form.return.reason-missing');
  const step = lastApproved(state) ?? Math.max(0, route.length - 1);
  return { events: [{ kind: 'FormReopened', data: { step, label: route[step]?.label ?? '' } }] };
}

/** Folds one event into the form. @param steps how many posts its route has */
export function evolveSheet(
  state: FormSheet,
  {
    event,
    actor,
    occurredAt,
    reason,
    steps,
  }: Recorded<FormSheetEvent> & { readonly reason: string; readonly steps: number },
): FormSheet {
  switch (event.kind) {
    case 'FormSubmitted':
      return {
        state: steps === 0 ? 'accepted' : 'submitted',
        step: 0,
        stamps: [],
        submittedBy: actor,
        submittedAt: occurredAt,
        note: '',
      };
    case 'FormStamped': {
      const { step, ...how } = event.data;
      const stamps = [...state.stamps, { ...how, by: actor, at: occurredAt }];
      return { ...state, stamps, step: step + 1, state: step + 1 >= steps ? 'accepted' : 'submitted' };
    }
    case 'FormReturned':
    case 'FormReopened':
      return { ...state, state: 'returned', step: 0, stamps: [], note: reason };
  }
}
