import type { Decision, Step } from '../../decision/decision.ts';
import type { EpochDay } from '../../time/civil.ts';
import type { Minutes } from '../../time/minutes.ts';
import type { Spans } from '../../time/spans.ts';
import type { LeaveRules } from '../rules.ts';
import { convertedType2, type2Of } from './limits.ts';
import type { PartialChildcareStepName } from './step-names.ts';
import type { PartialChildcareType, PartialChildcareYear } from './types.ts';

/** An approved time of one day; `spans` holds working minutes only. */
export type Use = {
  readonly request: string;
  readonly child: string;
  readonly type: PartialChildcareType;
  readonly on: EpochDay;
  readonly spans: Spans;
};

/** What is known of a year at some moment. */
export type Standing = {
  readonly uses: readonly Use[];
  /** Types as declared and changed, in order. */
  readonly types: readonly { readonly from: EpochDay; readonly type: PartialChildcareType }[];
  /** Children whose leave has ended, by the day from which. */
  readonly ended: ReadonlyMap<string, EpochDay>;
  /** Times of 産前産後, 休職, 停職; without `until` while it lasts. */
  readonly away: readonly { readonly from: EpochDay; readonly until: EpochDay | undefined }[];
};

export const untouched: Standing = { uses: [], types: [], ended: new Map(), away: [] };

/** What every judgement of the year looks at. */
export type Context = { readonly year: PartialChildcareYear; readonly rules: LeaveRules };

export const typeNow = ({ types }: Standing): PartialChildcareType | null => types.at(-1)?.type ?? null;

/** Minutes of a type, all or before a day. */
export function takenOf({ uses }: Standing, type: PartialChildcareType, before = Number.POSITIVE_INFINITY): Minutes {
  return uses.reduce((sum, use) => (use.type === type && use.on < before ? sum + use.spans.total : sum), 0);
}

/** The limit of 第2号 as it is now, after a change to it; null under 第1号 and before a declaration. */
export function type2LimitNow(
  standing: Standing,
  { year, rules }: Context,
): Decision<Minutes | null, PartialChildcareStepName> {
  if (typeNow(standing) !== 'type2') return { outcome: null, steps: [] };
  const base = type2Of(year.staff, year.fiscalYear, rules);
  const last = standing.types.at(-1);
  if (last === undefined || standing.types.length === 1) return base;
  const taken1 = takenOf(standing, 'type1', last.from);
  const taken2 = takenOf(standing, 'type2', last.from);
  const converted = convertedType2(base.outcome, { on: last.from, taken1, taken2 }, year.fiscalYear, rules);
  return { outcome: converted.outcome, steps: [...base.steps, ...converted.steps] };
}

/** 残時間数 of 第2号; null under 第1号. */
export function balanceNow(standing: Standing, context: Context): Minutes | null {
  const { outcome: limit } = type2LimitNow(standing, context);
  return limit === null ? null : limit - takenOf(standing, 'type2');
}

/** What an event came to: the standing after it, and why. */
export type Turn = {
  readonly standing: Standing;
  readonly minutes: Minutes;
  readonly steps: readonly Step<PartialChildcareStepName>[];
};
