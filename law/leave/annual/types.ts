import type { EpochDay } from '../../time/civil.ts';
import type { Minutes } from '../../time/minutes.ts';
import { Impossible } from '../impossible.ts';
import type { DaysAndTime, HalfMinutes } from './amount.ts';

/** Whose leave it is. */
export type AnnualStaff = {
  /** 会計年度任用職員 are `appointee`: their days come from 労基法39条. */
  readonly kind: 'fullTime' | 'shortTime' | 'appointee';
  /**
   * 企業職員 and 単純労務職員: 労基法39条 applies to them as it stands (時間単位は5日まで, 年5日の取得義務). To all others as 地公法58条 changes it.
   */
  readonly enterprise: boolean;
  /** Of `enterprise`: the agreement of 労基法39条4項 that hourly taking needs. */
  readonly hourlyAgreement: boolean;
  readonly hiredOn: EpochDay;
  /** Last day of a fixed term. */
  readonly leavesOn?: EpochDay;
  /** Minutes of one day of theirs: 7:45 unless their own hours differ. */
  readonly dayMinutes: Minutes;
  /** Of short-time staff and appointees: duty days a week, or a year where they are fixed otherwise. */
  readonly weeklyDays?: number;
  readonly annualDays?: number;
  /** Of appointees: regular minutes a week. */
  readonly weeklyMinutes?: Minutes;
};

/** Duty days and days attended of the period that ends the day before a grant (労基法39条1項・2項). */
export type Attendance = { readonly grantedOn: EpochDay; readonly worked: number; readonly of: number };

/** What is granted or carried over, usable on its days only. */
export type Lot = {
  readonly id: string;
  readonly kind: 'carriedOver' | 'granted';
  readonly from: EpochDay;
  readonly through: EpochDay;
  readonly amount: HalfMinutes;
};

export type AnnualTaking = {
  readonly id: string;
  readonly on: EpochDay;
  readonly unit: 'day' | 'halfDay' | 'hour';
  /** Hours freed; of a whole day it is not looked at. */
  readonly minutes: Minutes;
  /** 取消し: it takes nothing, and stays in the ledger. */
  readonly revoked: boolean;
};

export const annualRefusals = ['halfDayAbsent', 'hourlyNoAgreement', 'hourlyLimit', 'unit', 'balance'] as const;
export type AnnualRefusal = (typeof annualRefusals)[number];

export type AnnualEntry = {
  readonly id: string;
  readonly on: EpochDay;
  readonly verdict: 'accepted' | 'refused' | 'revoked';
  readonly refusal?: AnnualRefusal;
  readonly amount: HalfMinutes;
  /** What can still be taken on that day. */
  readonly balance: DaysAndTime;
};

export type AnnualDefect =
  | 'dayLength'
  | 'takingTwice'
  | 'outsideTime'
  | 'noTime'
  | 'attendance'
  | 'attendanceUnknown'
  | 'hoursUnknown'
  | 'dutyDaysUnknown'
  | 'hiredAfterYear'
  | 'beforeAppointment'
  | 'notForAppointee'
  | 'onlyForAppointee'
  | 'negativeCarryOver';

/** Thrown when what is given cannot be true; `of` is the id of the taking, or the day of the grant. */
export class ImpossibleAnnualLeave extends Impossible<AnnualDefect> {
  override readonly name = 'ImpossibleAnnualLeave';
}
