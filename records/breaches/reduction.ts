import { type Decided, type Recorded, refuse } from '../recorded.ts';

/** 業務量の削減・業務の効率化・人員配置・応援・その他 (総行公第139号 2(3)). */
export const reductionKinds = ['workload', 'efficiency', 'staffing', 'support', 'other'] as const;
export type ReductionKind = (typeof reductionKinds)[number];

/** 縮減の取組: what is done so that overtime becomes less, by whom and by when. */
export type ReductionPlan = {
  readonly title: string;
  readonly kind: ReductionKind;
  readonly what: string;
  /** 職員番号 of who carries it. */
  readonly owner: string;
  /** `YYYY-MM-DD` by which it is done. */
  readonly dueOn: string;
  /** `YYYY-MM`: the first month in which it is to show. Effects are measured from it on. */
  readonly from: string;
  /** 課 whose overtime is to become less. */
  readonly sections: readonly string[];
  /** Causes, and records (ids), that it answers. */
  readonly causes: readonly string[];
  readonly records: readonly string[];
  /** Expected minutes a month that are saved in all sections together; null = not said. */
  readonly expected: number | null;
};

export type ReductionState = 'planned' | 'underway' | 'done' | 'stopped';
export type Reduction = ReductionPlan & {
  readonly state: ReductionState;
  readonly note: string;
  readonly registeredBy: string;
};

export type ReductionEvent =
  | { readonly kind: 'ReductionRegistered'; readonly data: ReductionPlan }
  | { readonly kind: 'ReductionChanged'; readonly data: ReductionPlan }
  | { readonly kind: 'ReductionMoved'; readonly data: { readonly state: ReductionState; readonly note: string } };

export type ReductionCommand =
  | { readonly type: 'register' | 'change'; readonly plan: ReductionPlan }
  | { readonly type: 'move'; readonly to: ReductionState; readonly note: string };

/** Where a measure may go from where it is. A stopped or finished one may be taken up again. */
const ways: Readonly<Record<ReductionState, readonly ReductionState[]>> = {
  planned: ['underway', 'done', 'stopped'],
  underway: ['done', 'stopped'],
  done: ['underway'],
  stopped: ['underway'],
};
export const waysFrom = (state: ReductionState): readonly ReductionState[] => ways[state];

const planOf = ({ state: _s, note: _n, registeredBy: _r, ...plan }: Reduction): ReductionPlan => plan;
const same = (a: ReductionPlan, b: ReductionPlan): boolean =>
  JSON.stringify([
    a.title,
    a.kind,
    a.what,
    a.owner,
    a.dueOn,
    a.from,
    a.expected,
    a.sections.toSorted(),
    a.causes.toSorted(),
    a.records.toSorted(),
  ]) ===
  JSON.stringify([
    b.title,
    b.kind,
    b.what,
    b.owner,
    b.dueOn,
    b.from,
    b.expected,
    b.sections.toSorted(),
    b.causes.toSorted(),
    b.records.toSorted(),
  ]);

/** Decides about one measure. The same deed again changes nothing; stopping wants a reason. */
export function decideReduction(command: ReductionCommand, state: Reduction | null): Decided<ReductionEvent> {
  if (command.type === 'register' && state === null)
    return { events: [{ kind: 'ReductionRegistered', data: command.plan }] };
  if (state === null) return refuse('reduction.not-found');
  if (command.type !== 'move') {
    if (same(planOf(state), command.plan)) return { events: [] };
    return command.type === 'register'
      ? refuse('reduction.id-taken')
      : { events: [{ kind: 'ReductionChanged', data: command.plan }] };
  }
  const { to, note } = command;
  if (state.state === to) return { events: [] };
  if (!ways[state.state].includes(to)) return refuse('reduction.no-way', {}, { state: state.state });
  if (to === 'stopped' && note === '') return refuse('reduction.stop.note-missing');
  return { events: [{ kind: 'ReductionMoved', data: { state: to, note } }] };
}

/** Folds one event into the measure. */
export function evolveReduction(state: Reduction | null, { event, actor }: Recorded<ReductionEvent>): Reduction {
  if (event.kind === 'ReductionRegistered') return { ...event.data, state: 'planned', note: '', registeredBy: actor };
  if (state === null) throw new Error(`${event.kind} cannot open a measure`);
  return { ...state, ...event.data };
}
