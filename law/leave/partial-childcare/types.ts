import type { EpochDay } from '../../time/civil.ts';
import type { Minutes } from '../../time/minutes.ts';
import type { Spans } from '../../time/spans.ts';
import { Impossible } from '../impossible.ts';

/** 第1号 (by the day, up to two hours) or 第2号 (by the year, up to ten days' hours) of 地公育休法19条2項. */
export type PartialChildcareType = 'type1' | 'type2';

/** Who takes 部分休業. */
export type PartialChildcareStaff = {
  /** 非常勤職員 (定年前再任用短時間勤務職員 are not among them) are `partTime`. */
  readonly kind: 'fullTime' | 'partTime';
  /** Regular minutes of one duty day. */
  readonly dailyMinutes: Minutes;
  /** 育児短時間勤務 at present. */
  readonly childcareShortTime: boolean;
  /** Of part-time staff: duty days a week, or a year where they are fixed otherwise. */
  readonly weeklyDays?: number;
  readonly annualDays?: number;
};

/** 特別の事情 of a change (育児休業条例18条の5): 配偶者の入院, 配偶者との別居, another fact that could not be foreseen. */
export type ChangeCircumstance = 'spouseHospitalised' | 'separation' | 'unforeseen';

/** 申出 of a type; a later one of the same year asks for a change. Takes effect on the day it is recorded. */
export type TypeDeclaration = {
  readonly event: 'declaration';
  readonly id: string;
  readonly recordedOn: EpochDay;
  readonly type: PartialChildcareType;
  /** Of a change: what happened, and whether 養育に著しい支障 arises without it. */
  readonly circumstance?: ChangeCircumstance;
  readonly hardship?: boolean;
};

/** 請求: the same time on one day or several. 第2号 has one span, 第1号 up to two (the rows of the form). */
export type PartialLeaveRequest = {
  readonly event: 'request';
  readonly id: string;
  readonly recordedOn: EpochDay;
  readonly type: PartialChildcareType;
  readonly child: string;
  /** At least one, each once, duty days only. */
  readonly days: readonly EpochDay[];
  /** Rows of the form, minutes of the duty date. */
  readonly rows: readonly { readonly from: Minutes; readonly until: Minutes }[];
  /** Regular hours of those days, without breaks. */
  readonly allotment: Spans;
  /** 育児時間 and 介護時間 of those days: minutes that the two hours of 第1号 are less. */
  readonly childcareTime: Minutes;
  readonly caregiverTime: Minutes;
  /** Other leave of those days. */
  readonly otherLeave: Spans;
};

/** 取消し of an approval on the staff's request, whole or in part. */
export type PartialLeaveRevocation = {
  readonly event: 'revocation';
  readonly id: string;
  readonly recordedOn: EpochDay;
  /** Id of the request. */
  readonly of: string;
  /** One day of it; all of its days when absent. */
  readonly on?: EpochDay;
  /** A part of the time; the whole when absent. */
  readonly span?: { readonly from: Minutes; readonly until: Minutes };
};

/**
 * What ends approvals. By itself (法5条1項): 産前休業, 出産, 休職, 停職, 子の死亡, 子でなくなった. By the appointer's revocation (法5条2項):
 * 養育しなくなった. By the end of the right: 就学.
 */
export const endingEvents = [
  'prenatalLeave',
  'birth',
  'administrativeLeave',
  'suspension',
  'childDied',
  'noLongerChild',
  'noLongerRaising',
  'schoolEntry',
] as const;
export type EndingEvent = (typeof endingEvents)[number];

export type ApprovalEnding = {
  readonly event: 'ending';
  readonly id: string;
  readonly recordedOn: EpochDay;
  readonly what: EndingEvent;
  /** The child concerned, of an event about a child. */
  readonly child?: string;
  /** The first day on which someone is back from it, of an event about the staff. */
  readonly backOn?: EpochDay;
};

export type PartialChildcareEvent = TypeDeclaration | PartialLeaveRequest | PartialLeaveRevocation | ApprovalEnding;

export type Child = { readonly id: string; readonly bornOn: EpochDay };

export type PartialChildcareYear = {
  /** The year 1 April – 31 March, by the calendar year in which it starts; 2025 begins on 1 October. */
  readonly fiscalYear: number;
  readonly staff: PartialChildcareStaff;
  readonly children: readonly Child[];
  /** In any order: they are taken in the order of the days on which they were recorded. */
  readonly events: readonly PartialChildcareEvent[];
};

export const partialLeaveRefusals = [
  'beforeRule',
  'excludedShortTime',
  'excludedPartTime',
  'shortDay',
  'childOver',
  'childEnded',
  'away',
  'noDeclaration',
  'otherType',
  'notBeforehand',
  'sameType',
  'noCircumstance',
  'noRoom',
  'tooManyRows',
  'outsideHours',
  'otherLeave',
  'overlap',
  'unit',
  'dayLimit',
  'balance',
  'nothingToRevoke',
] as const;
export type PartialLeaveRefusal = (typeof partialLeaveRefusals)[number];

export type PartialLeaveDefect =
  | 'noSuchYear'
  | 'dayLength'
  | 'dutyDaysUnknown'
  | 'eventTwice'
  | 'childTwice'
  | 'unknownChild'
  | 'unknownRequest'
  | 'recordedAfterYear'
  | 'whoseEvent'
  | 'backBeforeBegun'
  | 'emptySpan'
  | 'noDay'
  | 'dayTwice'
  | 'outsideYear'
  | 'noTime'
  | 'rowsOverlap'
  | 'noHours'
  | 'negativeTime';

/** Thrown when a year cannot be true; `of` is the id of the event or child. */
export class ImpossiblePartialLeave extends Impossible<PartialLeaveDefect> {
  override readonly name = 'ImpossiblePartialLeave';
}
