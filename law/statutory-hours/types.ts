import type { EpochDay } from '../time/civil.ts';
import type { Minutes } from '../time/minutes.ts';
import type { MonthIndex } from '../time/months.ts';
import type { Span } from '../time/spans.ts';

/** Overtime worked, net of breaks. `disasterNeed`: ordered by 労基法33条1項 (災害等), outside the agreement. */
export type OvertimeSpan = Span & { readonly basis: 'agreement' | 'disasterNeed' };

/** One duty date as it was worked. Spans are minutes from 0:00 of the duty date, net of breaks, and may pass 24:00. */
export type WorkedDay = {
  readonly date: EpochDay;
  /** `legalHoliday` is 条例9条の休日 (祝日・年末年始): its hours stay allotted. A day without hours is `weeklyDayOff`. */
  readonly kind: 'dutyDay' | 'legalHoliday' | 'weeklyDayOff';
  /** 割り振られた時間 net of breaks; 0 on a 週休日, more than 0 on every other day. */
  readonly allotted: Minutes;
  /** Allotted hours that were worked; leave is not among them. */
  readonly regular: readonly Span[];
  readonly overtime: readonly OvertimeSpan[];
  /** The roster names the day 法定休日; read only where the rule is `asStated`. */
  readonly statedDayOff: boolean;
};

/** 変形期間 of 労基法32条の2; both days inclusive, at most a month. */
export type AveragingPeriod = { readonly from: EpochDay; readonly through: EpochDay };

/** 事業場: its number in 労基法別表第1, null where it is in none; `enterprise` for 企業職員・単純労務職員. */
export type Workplace = { readonly appdxTable1: number | null; readonly enterprise: boolean };

export type StatutoryInput = {
  /** Whole weeks without a gap, in any order. */
  readonly days: readonly WorkedDay[];
  /** Empty where no 1箇月単位の変形 applies. */
  readonly averaging: readonly AveragingPeriod[];
  readonly workplace: Workplace;
};

/** What became of the minutes. `fromRegular` is the part of the statutory classes that lies inside regular hours. */
export type ClassMinutes = {
  /** 法定内: beyond the person's own hours, within 8 and 40. */
  readonly withinStatutory: Minutes;
  /** 法定外 by day, by week, by averaging period. */
  readonly daily: Minutes;
  readonly weekly: Minutes;
  readonly period: Minutes;
  /** 法定休日労働. */
  readonly legalHolidayWork: Minutes;
  /** By 労基法33条1項, of which each would have been 法定外 or 法定休日労働. */
  readonly disasterOvertime: Minutes;
  readonly disasterHolidayWork: Minutes;
  readonly fromRegular: Minutes;
};

export type DayCount = ClassMinutes & {
  readonly date: EpochDay;
  /** Regular hours and overtime worked. */
  readonly regular: Minutes;
  readonly overtime: Minutes;
  /** The calendar day is 法定休日. */
  readonly statutoryDayOff: boolean;
};

export type MonthCount = {
  readonly month: MonthIndex;
  /** Every day of the month was given, so that the sums are those of the month. */
  readonly complete: boolean;
  /** 法定外: daily, weekly and period excess. */
  readonly statutoryOvertime: Minutes;
  readonly legalHolidayWork: Minutes;
  readonly withinStatutory: Minutes;
  readonly disasterOvertime: Minutes;
  readonly disasterHolidayWork: Minutes;
  readonly fromRegular: Minutes;
};

export type StatutoryCount = {
  readonly days: readonly DayCount[];
  readonly months: readonly MonthCount[];
};

/**
 * noAveraging · averagingApplies: from, through ·
 * dayOverLimit: date, worked, limit, beyond, allotted (0, or the longer allotment that is the limit) ·
 * weekOverLimit: from, counted, limit, beyond, allotted (same) · periodOverLimit: from, through, days, counted, limit, beyond ·
 * holidayNamed: date, minutes · holidayLater: date, minutes · holidayMoved: date, minutes · holidayStated: date, minutes ·
 * cutAtMidnight: date, before, after, intoDayOff (1: the later calendar day is 法定休日, 0: the earlier) ·
 * dayOffKept: from, offs, worked (days off of the week, and how many were worked) · noDayOff: from ·
 * disasterApart: month, overtime, holidayWork · disasterUnneeded: minutes · monthCounted: month, statutoryOvertime,
 * legalHolidayWork, withinStatutory, fromRegular · monthIncomplete: month
 */
export type StatutoryStepName =
  | 'noAveraging'
  | 'averagingApplies'
  | 'dayOverLimit'
  | 'weekOverLimit'
  | 'periodOverLimit'
  | 'holidayNamed'
  | 'holidayLater'
  | 'holidayMoved'
  | 'holidayStated'
  | 'cutAtMidnight'
  | 'dayOffKept'
  | 'noDayOff'
  | 'disasterApart'
  | 'disasterUnneeded'
  | 'monthCounted'
  | 'monthIncomplete';
