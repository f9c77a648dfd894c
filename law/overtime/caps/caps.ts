import type { Citation, Confidence } from '../../decision/citation.ts';
import { type Dated, inForce } from '../../decision/dated.ts';
import { formatLocalDate } from '../../time/civil.ts';
import { hours, type Minutes } from '../../time/minutes.ts';
import { firstDayOf, type MonthIndex, parseYearMonth } from '../../time/months.ts';
import type { Comparison, DepartmentKind } from '../types.ts';

/**
 * 人事院規則15―14 第16条の2の2 (超過勤務を命ずる時間及び月数の上限), the model of the municipal rules.
 * Statutory numbers: no municipality can change them.
 */
export type Cap = { readonly limit: Minutes; readonly within: Comparison };
/** A number of months in the year whose overtime is more than `base`. */
export type MonthCountCap = { readonly base: Minutes; readonly months: number; readonly within: Comparison };

/** The first month to which any cap applies. */
export const CAPS_BEGIN: MonthIndex = parseYearMonth('2019-04') ?? 0;
const checkedOn = '2026-11-20';

const npaRule = (path: string, confidence: Confidence = 'A'): Citation => ({
  instrument: 'npa-rule-15-14',
  revision: '2019-04-01',
  path,
  confidence,
});

const since2019 = <T>(value: T, citation: Citation): readonly Dated<T>[] => [
  { from: '2019-04-01', value, citation, checkedOn },
];

/** 一箇月: 45時間以下, in an externally driven department 100時間未満. */
export const monthlyCap: Readonly<Record<DepartmentKind, readonly Dated<Cap>[]>> = {
  selfDirected: since2019({ limit: hours(45), within: 'atMost' }, npaRule('a=16_2_2/p=1/i=1/si1=1/si2=1')),
  externallyDriven: since2019({ limit: hours(100), within: 'lessThan' }, npaRule('a=16_2_2/p=1/i=2/si1=1')),
};

/** 一年: 360時間以下, or 720時間以下 when any month of the year was externally driven. */
export const annualCap: Readonly<Record<DepartmentKind, readonly Dated<Cap>[]>> = {
  selfDirected: since2019({ limit: hours(360), within: 'atMost' }, npaRule('a=16_2_2/p=1/i=1/si1=1/si2=2')),
  externallyDriven: since2019({ limit: hours(720), within: 'atMost' }, npaRule('a=16_2_2/p=1/i=2/si1=2')),
};

/** 2–6箇月の平均: 80時間以下 per month of the window. */
export const averageCap = since2019<Cap>({ limit: hours(80), within: 'atMost' }, npaRule('a=16_2_2/p=1/i=2/si1=3'));

/** 45時間を超える月: 6月以下 in the year. */
export const monthsOverCap = since2019<MonthCountCap>(
  { base: hours(45), months: 6, within: 'atMost' },
  npaRule('a=16_2_2/p=1/i=2/si1=4'),
);

/** 他律的業務の部署からの異動後: 30時間 for each month left of the year. */
export const afterTransferCap = since2019<Cap>(
  { limit: hours(30), within: 'atMost' },
  npaRule('a=16_2_2/p=1/i=1/si1=2', 'B'),
);

/** 特例業務: the caps may be exceeded, to the minimum (同条第2項). */
export const exceptionalWorkClause: Citation = npaRule('a=16_2_2/p=2');
/** Hours before and after a transfer are summed; what counts as 1箇月 and 1年. */
export const periodNotice: Citation = {
  instrument: 'npa-notice-328',
  revision: '2019-04-01',
  path: '第10',
  confidence: 'B',
};

/** That hours before a transfer 自律→他律 are held against the former caps where days are known is a reading. */
export const beforeTransferReading: Citation = npaRule('a=16_2_2/p=1/i=1', 'C');
/** That 通常 minutes above a cap by themselves want an eye, though 特例業務 was done, is a reading. */
export const ordinaryAloneReading: Citation = npaRule('a=16_2_2/p=2', 'C');
/** What a transfer on the first day of a month or year means is a reading. */
export const firstDayReading: Citation = { ...periodNotice, confidence: 'C' };

/** The window lengths of the average, in months. */
export const averageLengths = [2, 3, 4, 5, 6] as const;

/** The cap in force in a month (as on its first day). @throws NotInForce before 2019-04. */
export function capIn<T>(dated: readonly Dated<T>[], month: MonthIndex): Dated<T> {
  const [only] = dated;
  if (dated.length === 1 && only !== undefined && only.until === undefined && month >= CAPS_BEGIN) return only;
  return inForce(dated, formatLocalDate(firstDayOf(month)));
}

/** How many minutes keep a cap: the limit itself for 以下, one minute below it for 未満. */
export const boundOf = (limit: Minutes, within: Comparison): Minutes => (within === 'atMost' ? limit : limit - 1);

/** Whether a value breaks a cap. */
export const breaks = (value: number, limit: number, within: Comparison): boolean => value > boundOf(limit, within);
