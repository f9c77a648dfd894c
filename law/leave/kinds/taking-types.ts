import type { Step } from '../../decision/decision.ts';
import type { EpochDay } from '../../time/civil.ts';
import type { Minutes } from '../../time/minutes.ts';
import { Impossible } from '../impossible.ts';
import type { BereavementRelation } from '../special-days.ts';
import type { Birth, Window } from './maternity.ts';
import type { LeaveKindStepName } from './step-names.ts';

/**
 * Reasons of 子の看護等休暇: illness 看護 · vaccination 予防接種 · checkup 健康診断 · closure 学校等の臨時休業 · attendanceSuspension 出席停止 ·
 * entrance 入園式・入学式 · nurseryGraduation 卒園式; and what is none: graduation 卒業式, other.
 */
export const sickChildReasons = [
  'illness',
  'vaccination',
  'checkup',
  'closure',
  'attendanceSuspension',
  'entrance',
  'nurseryGraduation',
  'graduation',
  'other',
] as const;
export type SickChildReason = (typeof sickChildReasons)[number];

/** What the check of a kind needs to know beyond the time; which of them, the kind says. */
export type TakingFacts = {
  /** Birthdays of the children raised. */
  readonly children?: readonly EpochDay[];
  /** 要介護者 cared for. */
  readonly persons?: number;
  readonly reason?: SickChildReason;
  /** 体外受精 or 顕微授精. */
  readonly assisted?: boolean;
  readonly relation?: BereavementRelation;
  /** 生計を一にする, or 代襲相続・祭具等の承継. */
  readonly shared?: boolean;
  /** Days of travel to a funeral far away. */
  readonly travelDays?: number;
  readonly birth?: Birth;
  /** Admission to hospital of the spouse. */
  readonly admittedOn?: EpochDay;
  /** The wedding, the disaster. */
  readonly eventOn?: EpochDay;
  /** Days of the calendar taken before, of the same occasion or illness. */
  readonly daysBefore?: number;
  /** 育児時間 taken before on the day: how often. */
  readonly timesBefore?: number;
  /** Periods of 介護休暇 designated before, of the same condition. */
  readonly periods?: readonly Window[];
  /** First day of 介護時間 for the same condition. */
  readonly firstOn?: EpochDay;
};

export type Taking = {
  /** Code of the kind. */
  readonly kind: string;
  readonly from: EpochDay;
  /** Last day; `from` of a single day. */
  readonly through: EpochDay;
  /** A part of one day; null = whole days. */
  readonly time: Minutes | null;
  /** The part is taken as a half day. */
  readonly halfDay: boolean;
  /** Duty days among the days. */
  readonly dutyDays: number;
  /** Taken before in the year, of the occasion, or (育児時間, 介護時間) on the day. */
  readonly taken: Minutes;
  /** Minutes of one day of the person. */
  readonly dayMinutes: Minutes;
  readonly facts: TakingFacts;
};

export const takingRefusals = [
  'absentKind',
  'notLeave',
  'elsewhere',
  'unit',
  'balance',
  'window',
  'noChild',
  'reason',
  'season',
  'times',
  'periods',
  'overlap',
  'years',
] as const;
export type TakingRefusal = (typeof takingRefusals)[number];

export type KindStep = Step<LeaveKindStepName>;
export type Found = { readonly refusal?: TakingRefusal; readonly steps: readonly KindStep[] };

export type TakingDefect =
  | 'unknownKind'
  | 'reversed'
  | 'partOfOneDay'
  | 'noTime'
  | 'halfDayNeedsTime'
  | 'dutyDays'
  | 'minutes'
  | 'negative'
  | 'reversedPeriod'
  | 'factMissing'
  | 'relationWithoutDays';

/** Thrown when a taking cannot be true, or what its kind needs to know is not given; `of` is the fact, the kind or the relation. */
export class ImpossibleTaking extends Impossible<TakingDefect> {
  override readonly name = 'ImpossibleTaking';
}

/** A fact that a kind cannot do without. @throws ImpossibleTaking */
export function needed<K extends keyof TakingFacts>({ facts }: Taking, key: K): NonNullable<TakingFacts[K]> {
  const fact = facts[key];
  if (fact === undefined || (key === 'children' && facts.children?.length === 0))
    throw new ImpossibleTaking('factMissing', key);
  return fact;
}
