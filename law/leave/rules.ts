import { hours, type Minutes } from '../time/minutes.ts';
import { type BereavementDays, modelBereavement, modelSpecialDays, type SpecialDays } from './special-days.ts';

/** How a kind that a municipality adds of its own is taken (赴任, 交渉, 永年勤続 …). */
export type MunicipalKind = {
  /** Its code; must differ from every code of the master table. */
  readonly code: string;
  /** As the register and the ledger name it. */
  readonly name: string;
  readonly pay: 'paid' | 'unpaid';
  /** How the eight tenths of attendance (労基法39条) see the day. */
  readonly attendance: 'present' | 'deemedPresent' | 'absent' | 'outside';
  readonly units: readonly ('day' | 'halfDay' | 'hour' | 'thirtyMinutes' | 'minute')[];
  /** Days of a leave year; null = the time that is needed. */
  readonly daysPerYear: number | null;
};

/** A cell of the 整理欄 of the attendance register: its label and what is counted in it, in the order of the form. */
export type RegisterCategory = {
  readonly label: string;
  /** Codes of kinds; a code stands in one category only. */
  readonly codes: readonly string[];
  /** How surely the label was read on the form it was taken from. */
  readonly sure: 'legible' | 'fair' | 'guess' | 'unknown';
};

/** What a municipality decides about leave. Statutory numbers are not among it. */
export type LeaveRules = {
  /** The year in which 年次有給休暇 is granted: 暦年 or 年度 (勤務時間条例12条). */
  readonly leaveYear: 'calendar' | 'fiscal';
  /** Minutes that make one day when hours are converted (規則15―14 第20条: 7:45). Short-time staff: their own hours. */
  readonly dayMinutes: Minutes;
  /** Days of 年次有給休暇 a year for full-time staff (勤務時間条例12条). */
  readonly annualDays: number;
  /** Most days that are carried over to the next year (勤務時間条例12条). */
  readonly carryOver: number;
  /** What is left of a day when the year ends: carried over, or cut as the national rule does. */
  readonly carryOverFraction: 'keep' | 'cut';
  /** Which days are taken first. */
  readonly annualOrder: 'carriedOverFirst' | 'currentFirst';
  /** Days for staff appointed in the course of the year, by months left begun: 1 … 12 (規則15―14 別表第1). */
  readonly firstYearDays: readonly number[];
  /** Whether 年次有給休暇 can be taken by half days. */
  readonly halfDayUnit: boolean;
  /** What a half day takes from the balance: half a day, or the hours that it frees. */
  readonly halfDayCounts: 'halfOfDay' | 'hoursTaken';
  /** When the days of fiscal-year appointees are granted: after six months as the law has it, or on appointment. */
  readonly appointeeGrant: 'afterSixMonths' | 'onAppointment';
  /** Longest 病気休暇 of one illness, in days of the calendar (規則15―14 第21条). */
  readonly sickLeaveDays: number;
  /** Days of 特別休暇 by kind (規則15―14 第22条); null = not granted here. */
  readonly specialDays: SpecialDays;
  /** 忌引 by relation (規則15―14 別表第2). */
  readonly bereavement: readonly BereavementDays[];
  /** First and last month of the 夏季休暇. */
  readonly summerFrom: number;
  readonly summerThrough: number;
  /** 子の看護等休暇: to the 31 March after this birthday (9 = third grade, 12 = primary, 15 = lower secondary school). */
  readonly sickChildUntil: 9 | 12 | 15;
  /** Weeks of 産前休暇, one child and more; never under 労基法65条 (6 and 14). */
  readonly prenatalWeeks: number;
  readonly prenatalWeeksMultiple: number;
  /** Weeks of 産後休暇; never under 労基法65条 (8). */
  readonly postnatalWeeks: number;
  /** 介護休暇 of one condition: most periods, and most months together (規則15―14 第23条). */
  readonly caregiverPeriods: number;
  readonly caregiverMonths: number;
  /** 介護時間: minutes a day, and years from its first day. */
  readonly caregiverTimeMinutes: Minutes;
  readonly caregiverTimeYears: number;
  /** 育児短時間勤務 by ordinance: least and most hours a week, beside the four patterns of the law. */
  readonly shortTimeWeekLeast: Minutes;
  readonly shortTimeWeekMost: Minutes;
  /** 育児休業 is asked for so many months before it begins. */
  readonly childcareLeaveLeadMonths: number;
  /** 育児休業 within 57 days of the birth (産後パパ育休): so many weeks before it begins. */
  readonly birthLeaveLeadWeeks: number;
  /** 育児短時間勤務: so many months before it begins. */
  readonly shortTimeLeadMonths: number;
  /** 第2号部分休業 from 2025-10-01 to 2026-03-31: half of the year's hours (38:45), or all (77:30). */
  readonly type2FirstPeriod: 'half' | 'full';
  /** What is left of 第2号 when someone changes to it from 第1号: less the hours taken, by the months left, or all. */
  readonly conversionAtChange: 'lessTaken' | 'byMonths' | 'full';
  /** Most changes of type in a year: what the form has room for (第24号様式の3: 第1回, 第2回). */
  readonly typeChanges: number;
  /** Pay deducted for 部分休業: minutes of the month rounded at 30 minutes, or exact. */
  readonly partialLeavePayRounding: 'thirtyMinutes' | 'exact';
  /** Kinds of leave of the municipality's own. */
  readonly municipalKinds: readonly MunicipalKind[];
  /** Codes of kinds of the master table that the municipality does not have. */
  readonly absentKinds: readonly string[];
  /** The cells of the register's 整理欄, in order. */
  readonly registerCategories: readonly RegisterCategory[];
};

const cell = (label: string, ...codes: readonly string[]): RegisterCategory => ({ label, codes, sure: 'legible' });

/** The national model: 人事院規則15―14 and the 準則; local practice where they are silent. */
export const modelLeave: LeaveRules = {
  leaveYear: 'calendar',
  dayMinutes: 465,
  annualDays: 20,
  carryOver: 20,
  carryOverFraction: 'keep',
  annualOrder: 'carriedOverFirst',
  firstYearDays: [2, 3, 5, 7, 8, 10, 12, 13, 15, 17, 18, 20],
  halfDayUnit: false,
  halfDayCounts: 'halfOfDay',
  appointeeGrant: 'afterSixMonths',
  sickLeaveDays: 90,
  specialDays: modelSpecialDays,
  bereavement: modelBereavement,
  summerFrom: 7,
  summerThrough: 9,
  sickChildUntil: 9,
  prenatalWeeks: 6,
  prenatalWeeksMultiple: 14,
  postnatalWeeks: 8,
  caregiverPeriods: 3,
  caregiverMonths: 6,
  caregiverTimeMinutes: hours(2),
  caregiverTimeYears: 3,
  shortTimeWeekLeast: 1165,
  shortTimeWeekMost: 1475,
  childcareLeaveLeadMonths: 1,
  birthLeaveLeadWeeks: 2,
  shortTimeLeadMonths: 1,
  type2FirstPeriod: 'half',
  conversionAtChange: 'lessTaken',
  typeChanges: 2,
  partialLeavePayRounding: 'thirtyMinutes',
  municipalKinds: [],
  absentKinds: [],
  registerCategories: [
    cell('出勤', 'attendance'),
    cell('在宅', 'telework'),
    cell('出張', 'officialTrip'),
    cell('研修', 'training'),
    cell('年休', 'annualPaidLeave'),
    cell('病休', 'sickLeave'),
    cell('公傷療養', 'dutyInjuryLeave'),
    cell(
      '特休',
      'civicDuty',
      'witness',
      'marrowDonation',
      'volunteer',
      'marriage',
      'fertility',
      'childcareTime',
      'bereavement',
      'memorial',
      'disaster',
      'commuteStopped',
      'danger',
    ),
    cell('夏季', 'summer'),
    cell('産休', 'prenatal', 'postnatal'),
    cell('出産育児', 'spouseBirth', 'fatherhood'),
    cell('看護', 'sickChildLeave'),
    cell('介護', 'shortCaregiverLeave', 'caregiverLeave', 'caregiverTime'),
    cell('部分休業', 'partialChildcareType1', 'partialChildcareType2'),
    cell('育休', 'childcareLeave'),
    cell('組合休', 'unionLeave'),
    cell('職専免', 'dutyExemption'),
    cell('振替', 'transferredDayOff'),
    cell('代休', 'compensatoryDayOff', 'timeOffInLieu'),
    cell('休職', 'administrativeLeave'),
    cell('停職', 'suspension'),
    cell('専従', 'unionOfficer'),
    cell('欠勤', 'absence'),
    cell('遅参', 'lateArrival'),
    cell('早退', 'earlyDeparture'),
  ],
};
