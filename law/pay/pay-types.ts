import type { Citation } from '../decision/citation.ts';
import type { EpochDay } from '../time/civil.ts';
import type { Minutes } from '../time/minutes.ts';
import type { MonthIndex } from '../time/months.ts';
import type { Span } from '../time/spans.ts';

/** In the order in which classes are listed. */
export const allowances = ['overtime', 'holiday', 'night'] as const;
/** 時間外勤務手当, 休日勤務手当, 夜間勤務手当. */
export type Allowance = (typeof allowances)[number];

/**
 * What a duty date is to overtime. `dutyDay`: hours are allotted; `weeklyDayOff` 週休日 (also a 休日 that falls on one);
 * `legalHoliday`: 休日 (祝日・年末年始), or a 代休日 that had to be worked, outside its regular hours; `compensatedHoliday`: a 休日 whose
 * 休日勤務手当 fell away because a 代休日 was designated; `dayWithoutHours`: a day of flextime, or of short-time staff, on which no hours are
 * allotted and which is no 週休日.
 */
export const payDayKinds = [
  'dutyDay',
  'weeklyDayOff',
  'legalHoliday',
  'compensatedHoliday',
  'dayWithoutHours',
] as const;
export type PayDayKind = (typeof payDayKinds)[number];

/** A span of a duty date, in minutes from its 0:00; net of breaks. */
export type PaySpan = Span & { readonly dutyDate: EpochDay };
export type OvertimeSpan = PaySpan & {
  readonly dayKind: PayDayKind;
  /** 正規の勤務時間 of the day, of short-time staff. */
  readonly regularHours?: Minutes;
  /**
   * Of short-time staff on a day without hours, where the week is looked at (`shortTimeWithoutHours`): 正規の勤務時間 of the week, and what of
   * it lies in the month before and is paid 100/100 there.
   */
  readonly weekHours?: Minutes;
  /** What the next day is: needed past 24:00 where the calendar day decides (`overnightRateBy`). */
  readonly nextDayKind?: PayDayKind;
  /** Travelling time of an 出張, and whether work on the way was ordered beforehand. */
  readonly travel?: 'ordered' | 'notOrdered';
};
/** 振替: minutes of a week paid at 25/100; the duty date names the week. */
export type Reallotted = { readonly dutyDate: EpochDay; readonly exceeding: Minutes };

/** One person's month. All belong to it by their duty date, or where the calendar day decides by that. In any order. */
export type PayMonth = {
  readonly month: MonthIndex;
  readonly overtime: readonly OvertimeSpan[];
  /** Work inside the allotted hours of a 休日. */
  readonly holidayWork: readonly PaySpan[];
  readonly reallotted: readonly Reallotted[];
  /** Regular hours between 22:00 and 5:00. */
  readonly nightRegular: readonly PaySpan[];
  /**
   * 法定休日 (労基法35条) as calendar days, of staff of a workplace under 労基法別表第1 or of a 企業: no minute of overtime or 休日勤務 on
   * them earns less than 135/100. Where the counter leaves out 日曜日, these are the days in its place.
   */
  readonly statutoryDaysOff?: readonly EpochDay[];
};

export type PayClass = {
  readonly allowance: Allowance;
  /** Percent of the hourly amount. */
  readonly rate: number;
  readonly exact: Minutes;
  /** Whole hours. */
  readonly paid: number;
};
export type PayHours = {
  /** By allowance and rate; none of 0 minutes. */
  readonly classes: readonly PayClass[];
  /** Overtime beyond sixty hours. */
  readonly beyondSixty: Minutes;
  /** 時間外勤務代休時間 that may be designated, cut to the whole minute. */
  readonly timeOffInLieu: Minutes;
};

/**
 * What a minute of overtime is. `dutyDay`: on a day with allotted hours; `shortTime`: on such a day of short-time staff, until
 * regular hours and overtime are a full day (or on a day without hours until the week is full); `otherDay`: on another day; `reallotted`: for a 振替.
 */
export const overtimeKinds = ['dutyDay', 'shortTime', 'otherDay', 'reallotted'] as const;
export type OvertimeKind = (typeof overtimeKinds)[number];

/** Minutes of one class, as they come: of a span, or of re-allotted hours (`from` null). */
export type Piece = {
  readonly allowance: Allowance;
  readonly kind: OvertimeKind | 'holiday' | 'night';
  readonly dutyDate: EpochDay;
  readonly from: Minutes | null;
  readonly minutes: Minutes;
  readonly rate: number;
  readonly night: boolean;
  readonly beyond: boolean;
  readonly citation: Citation;
};
export type Take = (piece: Piece) => void;

/**
 * pieceRated: from, until, minutes, rate, night, beyond (words: dutyDate, kind) · reallottedRated: minutes, rate, beyond (words:
 * dutyDate) · travelLeftOut: minutes (words: dutyDate) · minimumRaised: from, until (words: dutyDate) · sundayLeftOut: minutes
 * (words: dutyDate) · compensatedHoliday: otherDay (words: dutyDate) · otherMonthLeftOut: minutes (words: dutyDate) · weekCompared: week, fullWeek, fullDay (words: dutyDate) ·
 * sixtyCompared: counted, sixty, beyond · classRounded: rate, exact, paid (words: allowance) · timeOffSummed: beyondSixty,
 * dutyDay, shortTime, otherDay, reallotted, timeOff
 */
export type PayStepName =
  | 'pieceRated'
  | 'reallottedRated'
  | 'travelLeftOut'
  | 'minimumRaised'
  | 'sundayLeftOut'
  | 'compensatedHoliday'
  | 'otherMonthLeftOut'
  | 'weekCompared'
  | 'sixtyCompared'
  | 'classRounded'
  | 'timeOffSummed';
