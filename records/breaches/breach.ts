import { type BreachItem, judgeRecord } from '@tokimori/law/designation/breach-record';
import type { LimitKey } from '@tokimori/law/overtime/types';
import { type Decided, type Recorded, refuse } from '../recorded.ts';

/** What people write into a record: ④ 業務の概要, ⑤ 回避できなかった理由, and the causes for 要因の整理. */
export type BreachWords = {
  readonly outline: string;
  readonly reason: string;
  readonly causes: readonly string[];
  /** One of `causes`; empty while none was chosen. */
  readonly mainCause: string;
};
export const noWords: BreachWords = { outline: '', reason: '', causes: [], mainCause: '' };

/** ①②③, made by the system. Minutes; months for `monthsOver45`. */
export type BreachFigures = {
  readonly staff: string;
  readonly name: string;
  readonly department: string;
  readonly limit: LimitKey;
  /** `YYYY-MM` in which it was exceeded. */
  readonly month: string;
  readonly value: number;
  readonly cap: number;
};

export type BreachEvent =
  | { readonly kind: 'BreachFound'; readonly data: BreachFigures }
  | { readonly kind: 'BreachLapsed'; readonly data: object }
  | { readonly kind: 'BreachRevived'; readonly data: { readonly value: number; readonly cap: number } }
  | { readonly kind: 'BreachDrafted'; readonly data: BreachWords }
  | { readonly kind: 'BreachCompleted'; readonly data: BreachWords & { readonly value: number; readonly cap: number } }
  | { readonly kind: 'BreachReturned'; readonly data: { readonly note: string } };

/** `open` wants ④⑤; `returned` wants them again. */
export type BreachState = 'open' | 'completed' | 'returned';
/** Whether the limit is still exceeded by the figures of now. What lapsed keeps its words and its state. */
export type BreachStanding = 'holds' | 'lapsed';

export type Breach = {
  readonly figures: BreachFigures;
  readonly standing: BreachStanding;
  readonly state: BreachState;
  readonly words: BreachWords;
  readonly completedBy: string | null;
  readonly completedAt: Date | null;
  /** The figure of ③ when ④⑤ were completed; differs from now's where figures were corrected since. */
  readonly completedValue: number | null;
  /** Why it was returned. */
  readonly note: string;
};

export type BreachCommand =
  | { readonly type: 'draft'; readonly actor: string; readonly words: BreachWords }
  | {
      readonly type: 'complete';
      readonly actor: string;
      readonly words: BreachWords;
      /** Causes that may be chosen on the day. */
      readonly causes: readonly string[];
    }
  | { readonly type: 'return'; readonly actor: string; readonly note: string };

const sameWords = (a: BreachWords, b: BreachWords): boolean =>
  a.outline === b.outline &&
  a.reason === b.reason &&
  a.mainCause === b.mainCause &&
  a.causes.length === b.causes.length &&
  a.causes.every((cause) => b.causes.includes(cause));

/**
 * Decides a deed about one record. Drafting keeps what is typed, in any form; completing wants all five items and at least one cause; returning
 * wants a reason. Done twice, nothing happens.
 */
export function decideBreach(command: BreachCommand, state: Breach): Decided<BreachEvent> {
  if (command.type !== 'return' && command.actor === state.figures.staff) return refuse('breach.own');
  if (command.type === 'return') {
    if (state.state === 'returned') return { events: [] };
    if (state.state !== 'completed') return refuse('breach.return.not-completed');
    if (command.note === '') return refuse('breach.return.note-missing');
    return { events: [{ kind: 'BreachReturned', data: { note: command.note } }] };
  }
  if (state.standing === 'lapsed') return refuse('breach.lapsed');
  if (command.type === 'draft') {
    if (state.state === 'completed') return refuse('breach.draft.completed');
    return sameWords(command.words, state.words)
      ? { events: [] }
      : { events: [{ kind: 'BreachDrafted', data: command.words }] };
  }
  return complete(command, state);
}

function complete(
  { words, causes }: Extract<BreachCommand, { type: 'complete' }>,
  { figures, state, words: before, completedValue }: Breach,
): Decided<BreachEvent> {
  const missing = missingIn(figures, words);
  if (missing.length > 0) return refuse('breach.complete.missing', {}, { missing: missing.join(',') });
  const unknown = words.causes.find((cause) => !causes.includes(cause) && !before.causes.includes(cause));
  if (unknown !== undefined) return refuse('breach.complete.unknown-cause', {}, { cause: unknown });
  if (words.causes.length === 0) return refuse('breach.complete.no-cause');
  if (!words.causes.includes(words.mainCause)) return refuse('breach.complete.main-cause');
  const { value, cap } = figures;
  if (state === 'completed' && sameWords(words, before) && completedValue === value) return { events: [] };
  return { events: [{ kind: 'BreachCompleted', data: { ...words, value, cap } }] };
}

/** The items of the record that are still missing (職職―328 第10第16項–第18項). */
export function missingIn(figures: BreachFigures, words: BreachWords): readonly BreachItem[] {
  const { department, name, value, cap } = figures;
  return judgeRecord({ department, name, exceeded: { value, cap }, outline: words.outline, reason: words.reason })
    .outcome.missing;
}

/** Folds one event of a person into the record; what the system finds is folded by the daily run. */
export function evolveBreach(state: Breach, { event, actor, occurredAt }: Recorded<BreachEvent>): Breach {
  switch (event.kind) {
    case 'BreachDrafted':
      return { ...state, words: event.data };
    case 'BreachCompleted': {
      const { value, cap: _, ...words } = event.data;
      return {
        ...state,
        state: 'completed',
        words,
        completedBy: actor,
        completedAt: occurredAt,
        completedValue: value,
        note: '',
      };
    }
    case 'BreachReturned':
      return { ...state, state: 'returned', note: event.data.note };
    case 'BreachLapsed':
      return { ...state, standing: 'lapsed' };
    case 'BreachRevived':
      return { ...state, standing: 'holds', figures: { ...state.figures, ...event.data } };
    default:
      throw new Error(`${event.kind} opens a record`);
  }
}
