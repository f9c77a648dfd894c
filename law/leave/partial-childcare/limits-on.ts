import type { Decision, Step } from '../../decision/decision.ts';
import { civilOf, type EpochDay } from '../../time/civil.ts';
import type { Minutes } from '../../time/minutes.ts';
import { type LeaveRules, modelLeave } from '../rules.ts';
import { childOn, ruleOn, staffFor } from './eligibility.ts';
import { type1Of, type2Of } from './limits.ts';
import type { PartialChildcareStepName } from './step-names.ts';
import type { PartialChildcareStaff, PartialChildcareType, PartialLeaveRefusal } from './types.ts';

export type LimitsQuestion = {
  readonly staff: PartialChildcareStaff;
  readonly bornOn: EpochDay;
  readonly on: EpochDay;
  /** 育児時間 and 介護時間 of that day. */
  readonly childcareTime: Minutes;
  readonly caregiverTime: Minutes;
};
export type Refused = { readonly refusal: PartialLeaveRefusal };
export type Limits = {
  readonly type1: Refused | { readonly limit: Minutes; readonly usable: Minutes };
  readonly type2: Refused | { readonly limit: Minutes };
};

/** The year of declaration (1 April – 31 March) in which a day lies. */
export function declarationYearOf(on: EpochDay): number {
  const { year, month } = civilOf(on);
  return month < 4 ? year - 1 : year;
}

/**
 * What someone could take of either type on a day, before anything was taken: minutes a day of 第1号, minutes a year of 第2号; or why
 * not.
 * @throws ImpossiblePartialLeave for part-time staff whose duty days are not known
 */
export function limitsOn(
  { staff, bornOn, on, childcareTime, caregiverTime }: LimitsQuestion,
  rules: LeaveRules = modelLeave,
): Decision<Limits, PartialChildcareStepName> {
  const steps: Step<PartialChildcareStepName>[] = [];
  const against = (type: PartialChildcareType): Refused | undefined => {
    for (const found of [ruleOn(on), childOn({ id: '', bornOn }, on), staffFor(staff, type)]) {
      steps.push(...found.steps.filter(({ says }) => !steps.some((step) => step.says === says)));
      if (found.refusal !== undefined) return { refusal: found.refusal };
    }
    return undefined;
  };
  const told = <T>({ outcome, steps: why }: Decision<T, PartialChildcareStepName>): T => {
    steps.push(...why);
    return outcome;
  };
  const type1 = against('type1') ?? told(type1Of(staff, on, { childcareTime, caregiverTime }));
  const type2 = against('type2') ?? { limit: told(type2Of(staff, declarationYearOf(on), rules)) };
  return { outcome: { type1, type2 }, steps };
}
