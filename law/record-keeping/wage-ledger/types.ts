import type { Citation } from '../../decision/citation.ts';
import type { EpochDay } from '../../time/civil.ts';

/** The items of a wage ledger (労基則54条1項), in the order of the regulation. */
export const ledgerItems = [
  'name', // 氏名
  'sex', // 性別
  'period', // 賃金計算期間
  'daysWorked', // 労働日数
  'worked', // 労働時間数
  'overtime', // 時間外労働時間数
  'holidayWork', // 休日労働時間数
  'night', // 深夜労働時間数
  'pay', // 基本給、手当その他賃金の種類ごとの額
  'deductions', // 控除額
] as const;
export type LedgerItem = (typeof ledgerItems)[number];

/** The items that are figures of time. */
export const timeItems = ['daysWorked', 'worked', 'overtime', 'holidayWork', 'night'] as const;
export type TimeItem = (typeof timeItems)[number];

export type LedgerPerson = {
  readonly name: string;
  readonly sex: 'male' | 'female' | null;
  /** 労基法41条: managerial staff, or watching and intermittent work with leave of the authority; null = neither. */
  readonly exempt: 'managerial' | 'intermittent' | null;
  /** 日々雇い入れられる者. */
  readonly hiredByDay: boolean;
  /** Hired by the day, but employed without a break for more than a month. */
  readonly beyondOneMonth: boolean;
};

/** First and last day of the period for which wages are computed. */
export type LedgerPeriod = { readonly from: EpochDay; readonly through: EpochDay };
export type PayLine = { readonly name: string; readonly yen: number };

/** Figures of a period, in days and minutes. `worked` holds every minute worked: overtime and holiday work are parts of it. */
export type TimeFigures = Readonly<Record<TimeItem, number>>;

/** What stands in the ledger. null = blank, which is not the same as 0. */
export type LedgerEntry = Readonly<Record<TimeItem, number | null>> & {
  readonly period: LedgerPeriod | null;
  readonly pay: readonly PayLine[] | null;
  readonly deductions: readonly PayLine[] | null;
};

/** `required`: by the regulation. `guided`: the notice wants it entered. `notRequired`. */
export type Requirement = 'required' | 'guided' | 'notRequired';
export type ItemRequirement = {
  readonly item: LedgerItem;
  readonly requirement: Requirement;
  readonly citation: Citation;
};

/** What makes no sense in itself, or against the records. */
export type LedgerContradiction =
  | 'daysBeyondCalendar' // more days worked than the period has
  | 'workedBeyondDays' // more minutes worked than the days worked hold
  | 'workedWithoutDays' // minutes without a day
  | 'daysWithoutWork' // days without a minute
  | 'overtimeBeyondWorked' // overtime and holiday work together more than all minutes worked
  | 'nightBeyondWorked' // more night work than minutes worked
  | 'nightBeyondNights' // more night work than the days worked have between 22:00 and 5:00
  | 'payMissing' // hours worked, no pay
  | 'extraPayMissing' // overtime, and only one line of pay
  | 'differsFromRecords'; // the ledger says another figure than the records

export type LedgerFinding = {
  readonly contradiction: LedgerContradiction;
  readonly item: LedgerItem;
  /** What stands in the ledger, and what it is held against; days, minutes or lines. */
  readonly entered: number;
  readonly against: number;
};

export type Ledger = {
  readonly requirements: readonly ItemRequirement[];
  /** The row as it should stand: the records' figures where there are any; null = nothing to enter or unknown. */
  readonly row: LedgerEntry;
  /** Required items that are blank. */
  readonly missing: readonly LedgerItem[];
  /** Blank items that the notice wants entered. */
  readonly advised: readonly LedgerItem[];
  readonly findings: readonly LedgerFinding[];
  readonly verdict: 'complete' | 'missing' | 'inconsistent';
};

/**
 * itemsRequired: count · periodNotRequired · periodRequiredAfterMonth · timesNotRequired (words: because) · nightGuided ·
 * itemMissing, itemAdvised (words: item) · contradiction: entered, against (words: contradiction, item) · blankOrFalse: yen · ledgerComplete.
 */
export type LedgerStepName =
  | 'itemsRequired'
  | 'periodNotRequired'
  | 'periodRequiredAfterMonth'
  | 'timesNotRequired'
  | 'nightGuided'
  | 'itemMissing'
  | 'itemAdvised'
  | 'contradiction'
  | 'blankOrFalse'
  | 'ledgerComplete';
