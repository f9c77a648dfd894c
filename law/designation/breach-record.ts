import { inForce } from '../decision/dated.ts';
import type { Decision, Step } from '../decision/decision.ts';
import { type EpochDay, formatLocalDate } from '../time/civil.ts';
import { firstDayOf, firstMonthOf, lastDayOf, type MonthIndex } from '../time/months.ts';
import * as cites from './citations.ts';
import { type DesignationRules, modelDesignation } from './rules.ts';
import type { BreachStepName } from './step-names.ts';

/**
 * 上限時間等を超えて命じた職員の記録 (職職―328 第10第16項–第18項, 総行公第139号 2(3)): ① 所属部署 ② 氏名 ③ 超えた月又は年の時間又は月数と上限 ④ 業務の概要
 * ⑤ 人員配置又は業務分担の見直し等によっても回避できなかった理由.
 */
export const breachItems = ['department', 'name', 'exceeded', 'outline', 'reason'] as const;
export type BreachItem = (typeof breachItems)[number];

/** ③: what was worked (minutes, or a number of months) and the cap it is held against; both belong to the item. */
export type Exceeded = { readonly value?: number; readonly cap?: number };
export type BreachRecord = {
  readonly department?: string;
  readonly name?: string;
  readonly exceeded?: Exceeded;
  readonly outline?: string;
  readonly reason?: string;
};

export type BreachAnswer = { readonly complete: boolean; readonly missing: readonly BreachItem[] };

/** Thrown when what was worked is not above the cap: nothing was exceeded. */
export class NothingExceeded extends Error {
  override readonly name = 'NothingExceeded';
}

const blank = (text: string | undefined): boolean => text === undefined || text.trim() === '';

function lacks(record: BreachRecord, item: BreachItem): boolean {
  if (item !== 'exceeded') return blank(record[item]);
  return record.exceeded?.value === undefined || record.exceeded.cap === undefined;
}

/**
 * Whether the record of an excess has its five items, and which are missing. A cap of 未満 is broken by its own value.
 * @throws NothingExceeded when the value is below the cap
 */
export function judgeRecord(record: BreachRecord): Decision<BreachAnswer, BreachStepName> {
  const { value, cap } = record.exceeded ?? {};
  if (value !== undefined && cap !== undefined && value < cap) throw new NothingExceeded(`${value} of ${cap}`);
  const missing = breachItems.filter((item) => lacks(record, item));
  const complete = missing.length === 0;
  const figures = { missing: missing.length, count: breachItems.length };
  return {
    outcome: { complete, missing },
    steps: [
      complete
        ? { says: 'recordComplete', figures: { count: breachItems.length }, citation: cites.breachNotice }
        : { says: 'recordIncomplete', figures, citation: cites.breachItems },
    ],
  };
}

export type ReviewDue = {
  /** Last day for 整理、分析及び検証 of the year's excesses. */
  readonly ofYear: EpochDay;
  /** Last day for the month's, where the municipality sets one. */
  readonly ofMonth: EpochDay | null;
};

/**
 * Until when an excess is to be sorted out, analysed and reviewed: six months from the day after the last day of the year
 * (人事院規則15―14 第16条の2の2第3項). Counted by the calendar: the period begins with a month and ends with one.
 * @param fiscalYear named by the calendar year in which it starts
 * @param yearStartMonth 1–12
 * @param month the month of the excess; null when a year or a count was exceeded
 * @throws NotInForce before fiscal 2019
 */
export function reviewDue(
  given: { readonly fiscalYear: number; readonly yearStartMonth: number; readonly month: MonthIndex | null },
  rules: DesignationRules = modelDesignation,
): Decision<ReviewDue, BreachStepName> {
  const { fiscalYear, yearStartMonth, month } = given;
  const after = firstMonthOf(fiscalYear + 1, yearStartMonth);
  const { value, citation } = inForce(cites.reviewSince, formatLocalDate(firstDayOf(after) - 1));
  const ofYear = lastDayOf(after + value.months - 1);
  const words = { from: formatLocalDate(firstDayOf(after)), due: formatLocalDate(ofYear) };
  const steps: Step<BreachStepName>[] = [
    { says: 'reviewOfYear', figures: { fiscalYear, months: value.months }, words, citation },
  ];
  const { monthlyReview } = rules;
  if (month === null) return { outcome: { ofYear, ofMonth: null }, steps };
  if (monthlyReview === null) {
    steps.push({ says: 'noMonthlyReview', figures: {}, citation: cites.monthlyReview });
    return { outcome: { ofYear, ofMonth: null }, steps };
  }
  const late = month + monthlyReview.monthsAfter;
  const ofMonth = Math.min(firstDayOf(late) + monthlyReview.day - 1, lastDayOf(late));
  const due = formatLocalDate(ofMonth);
  steps.push({ says: 'reviewOfMonth', figures: { month }, words: { due }, citation: cites.monthlyReview });
  return { outcome: { ofYear, ofMonth }, steps };
}
