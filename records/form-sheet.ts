import { type Decided, type Recorded, refuse } from './recorded.ts';

/** What was typed into a form: a text by the key of its field, chosen words as a list. */
export type FilledValues = Readonly<Record<string, string | readonly string[]>>;

/** An approval of one post, with who gave it and when. `forPost`: 人事課 records an approval given on paper. */
export type Stamp = {
  readonly label: string;
  readonly by: string;
  readonly at: Date;
  readonly forPost: boolean;
};

export type FormSheetEvent =
  | { readonly kind: 'FormSubmitted'; readonly data: { readonly filled: FilledValues; readonly given: object } }
  | {
      readonly kind: 'FormStamped';
      readonly data: { readonly step: number; readonly label: string; readonly forPost: boolean };
    }
  | { readonly kind: 'FormReturned'; readonly data: { readonly step: number; readonly label: string } };

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
    }
  | { readonly type: 'stamp'; readonly route: SheetRoute; readonly step: number; readonly forPost: boolean }
  | { readonly type: 'return'; readonly route: SheetRoute; readonly reason: string };

/** Decides a deed about one form. Pure. Handing in again what was not returned changes nothing that others decided. */
export function decideSheet(command: FormSheetCommand, state: FormSheet): Decided<FormSheetEvent> {
  switch (command.type) {
    case 'submit':
      return submit(command, state);
    case 'stamp':
      return stamp(command, state);
    case 'return':
      return giveBack(command, state);
  }
}

function submit(command: Extract<FormSheetCommand, { type: 'submit' }>, state: FormSheet): Decided<FormSheetEvent> {
  if (state.state === 'submitted' || state.state === 'accepted')
    return refuse('form.submit.submitted', {}, { state: state.state });
  const { filled, given, route, own } = command;
  return {
    events: [
      { kind: 'FormSubmitted', data: { filled, given } },
      ...route.slice(0, own).map(({ label }, step): FormSheetEvent => stamped(step, label, false)),
    ],
  };
}

const stamped = (step: number, label: string, forPost: boolean): FormSheetEvent => ({
  kind: 'FormStamped',
  data: { step, label, forPost },
});

function stamp(
  { route, step, forPost }: Extract<FormSheetCommand, { type: 'stamp' }>,
  state: FormSheet,
): Decided<FormSheetEvent> {
  // The same approval twice is one.
  if (state.stamps[step] !== undefined && state.state !== 'returned') return { events: [] };
  if (state.state !== 'submitted') return refuse('form.stamp.not-submitted', {}, { state: state.state });
  const post = route[step];
  if (post === undefined || step !== state.step)
    return refuse('form.stamp.not-its-turn', {}, { label: post?.label ?? '' });
  return { events: [stamped(step, post.label, forPost)] };
}

function giveBack(
  { route, reason }: Extract<FormSheetCommand, { type: 'return' }>,
  state: FormSheet,
): Decided<FormSheetEvent> {
  if (state.state === 'returned') return { events: [] };
  if (state.state !== 'submitted' && state.state !== 'accepted')
    return refuse('form.return.not-submitted', {}, { state: state.state });
  if (reason.trim() === '') return refuse('form.return.reason-missing');
  const step = Math.min(state.step, route.length - 1);
  return { events: [{ kind: 'FormReturned', data: { step, label: route[step]?.label ?? '' } }] };
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
      const { step, label, forPost } = event.data;
      const stamps = [...state.stamps, { label, by: actor, at: occurredAt, forPost }];
      return { ...state, stamps, step: step + 1, state: step + 1 >= steps ? 'accepted' : 'submitted' };
    }
    case 'FormReturned':
      return { ...state, state: 'returned', step: 0, stamps: [], note: reason };
  }
}
