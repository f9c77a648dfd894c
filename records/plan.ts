import type { Minutes } from '@tokimori/law/time/minutes';
import { type Decided, type Recorded, refuse } from './recorded.ts';

/**
 * 時間外勤務実施計画書 of a section for a month (事例集 令和4年12月 豊橋市): drafted and agreed by the head, agreed by the 職員組合, received by
 * 人事課. It is a plan: it orders nothing and refuses nothing.
 */
export type PlanState = 'draft' | 'agreedByHead' | 'agreedByUnion' | 'received' | 'returned';

/** Planned overtime of one person for one work. `weeks`: minutes by week of the month, or null where only the whole is planned. */
export type PlanLine = {
  readonly staff: string;
  readonly work: string;
  readonly reason: string;
  readonly weeks: readonly Minutes[] | null;
  readonly minutes: Minutes;
};

/** 今後の対策 ①業務の分散・平準化 ②部内又は課内の配置転換 ③登録型応援制度又は“わくわく”の活用 ④その他 of the 長時間勤務防止対策報告書. */
export const measureItems = ['spread', 'reassign', 'support', 'other'] as const;
export type MeasureItem = (typeof measureItems)[number];

/** A measure ①–④ of a 長時間勤務防止対策報告書: what is done, or why it cannot be. */
export type ReportMeasure = { readonly item: MeasureItem; readonly feasible: boolean; readonly words: string };

/** A measure of a report as the plan takes it over. `month`: the month reported on, `YYYY-MM`. */
export type PlanMeasure = ReportMeasure & { readonly month: string; readonly group: string };

export type PlanEvent =
  | {
      readonly kind: 'PlanDrafted';
      readonly data: {
        readonly department: string;
        readonly month: string;
        readonly lines: readonly PlanLine[];
        readonly remarks: string;
      };
    }
  | { readonly kind: 'PlanAgreedByHead'; readonly data: { readonly measures: readonly PlanMeasure[] } }
  | { readonly kind: 'PlanAgreedByUnion'; readonly data: object }
  | { readonly kind: 'PlanReceived'; readonly data: object }
  | { readonly kind: 'PlanReturned'; readonly data: { readonly note: string; readonly from: PlanState } };

type Stamp = { readonly by: string; readonly at: Date } | null;

export type Plan = {
  readonly department: string;
  readonly month: string;
  readonly state: PlanState;
  readonly lines: readonly PlanLine[];
  readonly remarks: string;
  /** Taken over when the head agrees; empty before. */
  readonly measures: readonly PlanMeasure[];
  /** Why it was returned last; blank once it goes on. */
  readonly note: string;
  readonly head: Stamp;
  readonly union: Stamp;
  readonly received: Stamp;
};

/** Who returns: 職員組合, 人事課, or the head who takes it back. */
export type Returner = 'union' | 'hr' | 'head';

export type PlanCommand = { readonly actor: string } & (
  | {
      readonly type: 'draft';
      readonly department: string;
      readonly month: string;
      readonly lines: readonly PlanLine[];
      readonly remarks: string;
      /** Weeks of the month, and those who may stand in a plan of the section. */
      readonly weeks: number;
      readonly members: ReadonlySet<string>;
      /** Where the month lies: over, open to be planned (running or next), or later. */
      readonly reach: 'over' | 'open' | 'early';
    }
  | { readonly type: 'agreeAsHead'; readonly measures: readonly PlanMeasure[] }
  | { readonly type: 'agreeAsUnion' }
  | { readonly type: 'receive' }
  | { readonly type: 'return'; readonly as: Returner; readonly note: string }
);
type Of<T extends PlanCommand['type']> = Extract<PlanCommand, { type: T }>;
type Answer = Decided<PlanEvent>;

const NOTHING: Answer = { events: [] };
const one = (event: PlanEvent): Answer => ({ events: [event] });

/** Decides a deed about one plan. Pure. What was done already is done again without an event. */
export function decidePlan(command: PlanCommand, state: Plan | null): Answer {
  if (command.type === 'draft') return draft(command, state);
  if (state === null) return refuse('plan.not-found');
  switch (command.type) {
    case 'agreeAsHead':
      return agreeAsHead(command, state);
    case 'agreeAsUnion':
      return agreeAsUnion(command, state);
    case 'receive':
      if (state.state === 'received') return NOTHING;
      return state.state === 'agreedByUnion'
        ? one({ kind: 'PlanReceived', data: {} })
        : refuse('plan.receive.not-agreed', {}, { state: state.state });
    case 'return':
      return sendBack(command, state);
  }
}

function draft(command: Of<'draft'>, state: Plan | null): Answer {
  const { department, month, lines, remarks, reach } = command;
  if (reach !== 'open') return refuse(reach === 'over' ? 'plan.draft.month-over' : 'plan.draft.too-early');
  if (state !== null && state.state !== 'draft' && state.state !== 'returned')
    return refuse('plan.draft.under-way', {}, { state: state.state });
  const seen = new Set<string>();
  for (const [at, line] of lines.entries()) {
    const wrong = lineRefused(line, command);
    const key = `${line.staff}\u0000${line.work.trim()}`;
    if (wrong !== null) return refuse(wrong, { line: at });
    if (seen.has(key)) return refuse('plan.line.twice', { line: at });
    seen.add(key);
  }
  if (state?.state === 'draft' && state.remarks === remarks && sameLines(state.lines, lines)) return NOTHING;
  return one({ kind: 'PlanDrafted', data: { department, month, lines, remarks } });
}

/** No number of hours is refused: a plan over a limit shows it. A line that says nothing, or is not of the section, is. */
function lineRefused(line: PlanLine, { weeks, members }: Of<'draft'>): string | null {
  if (!members.has(line.staff)) return 'plan.line.not-of-section';
  if (line.work.trim() === '') return 'plan.line.work-missing';
  if (line.minutes <= 0) return 'plan.line.no-hours';
  if (line.weeks === null) return null;
  const sum = line.weeks.reduce((all, minutes) => all + minutes, 0);
  return line.weeks.length !== weeks || sum !== line.minutes ? 'plan.line.weeks-differ' : null;
}

const sameLines = (a: readonly PlanLine[], b: readonly PlanLine[]): boolean =>
  a.length === b.length && a.every((line, at) => lineText(line) === lineText(b[at] as PlanLine));
const lineText = ({ staff, work, reason, weeks, minutes }: PlanLine): string =>
  JSON.stringify([staff, work, reason, weeks, minutes]);

function agreeAsHead({ measures }: Of<'agreeAsHead'>, state: Plan): Answer {
  if (state.state === 'agreedByHead') return NOTHING;
  return state.state === 'draft'
    ? one({ kind: 'PlanAgreedByHead', data: { measures } })
    : refuse('plan.agree.not-drafted', {}, { state: state.state });
}

/** The 職員組合 agrees to what the head agreed to; the same person cannot speak for both. */
function agreeAsUnion({ actor }: Of<'agreeAsUnion'>, state: Plan): Answer {
  if (state.state === 'agreedByUnion') return NOTHING;
  if (state.state !== 'agreedByHead') return refuse('plan.agree.not-before-union', {}, { state: state.state });
  return state.head?.by === actor ? refuse('plan.agree.own') : one({ kind: 'PlanAgreedByUnion', data: {} });
}

/** From which states somebody may return: the union what is before it, the head what nobody else has agreed to, 人事課 what is not received. */
const returnable: Readonly<Record<Returner, readonly PlanState[]>> = {
  union: ['agreedByHead'],
  head: ['agreedByHead'],
  hr: ['agreedByHead', 'agreedByUnion'],
};

function sendBack({ as, note }: Of<'return'>, state: Plan): Answer {
  if (note.trim() === '') return refuse('plan.return.note-missing');
  if (state.state === 'returned') return NOTHING;
  return returnable[as].includes(state.state)
    ? one({ kind: 'PlanReturned', data: { note, from: state.state } })
    : refuse('plan.return.not-yours', {}, { state: state.state });
}

/** The plan after an event. A new draft or a return takes the agreements away. */
export function evolvePlan(state: Plan | null, { event, actor, occurredAt }: Recorded<PlanEvent>): Plan {
  const stamp = { by: actor, at: occurredAt };
  if (event.kind === 'PlanDrafted') {
    const open = { measures: [], note: state?.note ?? '', head: null, union: null, received: null };
    return { ...event.data, ...open, state: 'draft' };
  }
  if (state === null) throw new Error(`${event.kind} before a draft`);
  switch (event.kind) {
    case 'PlanAgreedByHead':
      return { ...state, state: 'agreedByHead', measures: event.data.measures, note: '', head: stamp };
    case 'PlanAgreedByUnion':
      return { ...state, state: 'agreedByUnion', union: stamp };
    case 'PlanReceived':
      return { ...state, state: 'received', received: stamp };
    case 'PlanReturned':
      return { ...state, state: 'returned', note: event.data.note, measures: [], head: null, union: null };
  }
}

/** Planned minutes of all lines. */
export const plannedMinutes = (lines: readonly PlanLine[]): Minutes =>
  lines.reduce((sum, { minutes }) => sum + minutes, 0);
