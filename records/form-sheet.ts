import { type Decided, type Recorded, refuse } from './recorded.ts';

/** What was typed into a form: a text by the key of its field, chosen words as a list. */
export type FilledValues = Readonly<Record<string, string | readonly string[]>>;

/** Who decided on paper, as the recorder tells it, and on which day (`YYYY-MM-DD`). */
export type PaperDecision = { readonly by: string; readonly on: string };

/** How a post was passed: in its own right, on paper, or because nobody holds it (欠). */
type Passing = {
  /** 人事課 records an approval given on paper: `by` is the recorder, not the approver. */
  readonly forPost: boolean;
  /** Who approved on paper; absent for one that was recorded before this was asked. */
  readonly paper?: PaperDecision;
  /** The post before this one, which the same person holds and gave too (兼). */
  readonly also?: string;
  /** Nobody holds the post: it is passed without an approval (欠). */
  readonly vacant?: true;
};
/** An approval of one post, with who gave it and when. */
export type Stamp = Passing & { readonly label: string; readonly by: string; readonly at: Date };

export type FormSheetEvent =
  | { readonly kind: 'FormSubmitted'; readonly data: { readonly filled: FilledValues; readonly given: object } }
  | { readonly kind: 'FormStamped'; readonly data: { readonly step: number; readonly label: string } & Passing }
  | {
      readonly kind: 'FormReturned' | 'FormReopened';
      readonly data: { readonly step: number; readonly label: string };
    };

/** 様式 on its way: written, handed in, passing the posts of its route, returned or received. */
export type FormSheet = {
  readonly state: 'draft' | 'submitted' | 'returned' | 'accepted';
  /** Place in the route that is awaited, from 0. */
  readonly step: number;
  readonly stamps: readonly Stamp[];
  readonly submittedBy: string | null;
  readonly submittedAt: Date | null;
  /** Why it was returned last; empty when it was not. */
  readonly note: string;
};

export const blankSheet: FormSheet = {
  state: 'draft',
  step: 0,
  stamps: [],
  submittedBy: null,
  submittedAt: null,
  note: '',
};

/** The posts a form passes, in order. */
export type SheetRoute = readonly { readonly label: string }[];
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
  | { readonly type: 'return' | 'reopen'; readonly route: SheetRoute; readonly reason: string };

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

function submit(command: Extract<FormSheetCommand, { type: 'submit' }>, state: FormSheet): Decided<FormSheetEvent> {
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

/** The step that is awaited, where those from a step on that nobody holds are passed; the length of the route when none is. */
export function awaitedStep(route: SheetRoute, from: number, vacant: readonly number[]): number {
  const next = route.findIndex((_, step) => step >= from && !vacant.includes(step));
  return next === -1 ? route.length : next;
}

/** The last approval before a step that somebody gave: steps that nobody holds are none. */
const before = (stamps: readonly Stamp[], step: number): { stamp: Stamp; step: number } | undefined => {
  const at = stamps.slice(0, step).findLastIndex(({ vacant }) => vacant !== true);
  const stamp = stamps[at];
  return stamp === undefined ? undefined : { stamp, step: at };
};

/** Whether somebody gave the approval before a step in their own right. */
export const gaveBefore = (state: Pick<FormSheet, 'stamps'>, step: number, actor: string): boolean => {
  const last = before(state.stamps, step)?.stamp;
  return last !== undefined && !last.forPost && last.by === actor;
};

function stamp(command: Extract<FormSheetCommand, { type: 'stamp' }>, state: FormSheet): Decided<FormSheetEvent> {
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
  const last = before(state.stamps, step);
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

type Back = Extract<FormSheetCommand, { type: 'return' | 'reopen' }>;

function giveBack({ route, reason }: Back, state: FormSheet): Decided<FormSheetEvent> {
  if (state.state === 'returned') return { events: [] };
  if (state.state === 'accepted') return refuse('form.return.accepted');
  if (state.state !== 'submitted') return refuse('form.return.not-submitted', {}, { state: state.state });
  if (reason.trim() === '') return refuse('form.return.reason-missing');
  return { events: [{ kind: 'FormReturned', data: { step: state.step, label: route[state.step]?.label ?? '' } }] };
}

/** What was accepted goes back to whoever wrote it, with the reason. */
function reopen({ route, reason }: Back, state: FormSheet): Decided<FormSheetEvent> {
  if (state.state === 'returned') return { events: [] };
  if (state.state !== 'accepted') return refuse('form.reopen.not-accepted', {}, { state: state.state });
  if (reason.trim() === '') return refuse('form.return.reason-missing');
  const step = lastApproved(state) ?? Math.max(0, route.length - 1);
  return { events: [{ kind: 'FormReopened', data: { step, label: route[step]?.label ?? '' } }] };
}

/** The step of the last approval that somebody gave; undefined while there is none. */
export function lastApproved({ stamps }: Pick<FormSheet, 'stamps'>): number | undefined {
  return before(stamps, stamps.length)?.step;
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
