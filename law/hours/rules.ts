/** A shift that staff may choose: minutes from 0:00; breaks lie inside it. */
export type ShiftChoice = {
  readonly name: string;
  readonly from: number;
  readonly until: number;
  readonly breaks: readonly { readonly from: number; readonly until: number }[];
};

/** On what ground staff may have other hours. `child`: to the end of elementary school; `care`: 介護. */
export type Ground = 'child' | 'care' | 'other';

/** フレックスタイム制: hours allotted on the person's declaration (勤務時間条例; nationally 勤務時間法6条3項・4項). Minutes. */
export type FlextimeRules = {
  /** 単位期間: one to four weeks, or a calendar month; never longer (労基法32条の2). */
  readonly period: 'oneWeek' | 'twoWeeks' | 'threeWeeks' | 'fourWeeks' | 'calendarMonth';
  /** Earliest start and latest end of allotted hours, from 0:00 of the day. */
  readonly bandFrom: number;
  readonly bandUntil: number;
  /** コアタイム: hours in which everyone works; a run of `length` without a stop, lying inside `from`–`until`; 0 = none. */
  readonly core: { readonly length: number; readonly from: number; readonly until: number };
  /** Least hours of a day that is not exempt and not a zero day. */
  readonly minPerDay: number;
  /** Most hours of a day; the law sets none beyond the break rules. */
  readonly maxPerDay: number;
  /** Days of a week that need neither the core nor the least hours. */
  readonly exemptDaysPerWeek: number;
  /** 勤務時間を割り振らない日 beside 週休日 (選択的週休3日): for nobody, for childcare and care only, or for anyone. */
  readonly zeroDay: 'none' | 'childOrCare' | 'anyone';
  /** Zero days of a week beside its 週休日. */
  readonly zeroDaysPerWeek: number;
  /** Days before the period by which the declaration is made. */
  readonly deadlineDays: number;
  /** Hours are allotted in steps of this many minutes. */
  readonly step: number;
  /** What a whole day of leave or a 休日 counts: the hours allotted to that day, or always a full day. */
  readonly leaveDayStandard: 'allotted' | 'fullDay';
};

/** 勤務間のインターバル (人事院規則15―14 第1条の2; 職職―78). Minutes. */
export type RestRules = {
  /** Rest to aim for between the end of work and the next start: 11:00 by 職職―78. */
  readonly target: number;
  /** Working days of a week on which it is to be reached where it cannot be every day; 7 = on every one. */
  readonly daysPerWeek: number;
  /** Whether the municipality made the duty part of its own rules; the national rule binds national staff only. */
  readonly adopted: boolean;
};

/** 早出遅出勤務・時差出勤 (勤務時間条例8条の2 and local directives). */
export type StaggeredRules = {
  /** Shifts on offer besides the ordinary one. */
  readonly shifts: readonly ShiftChoice[];
  /** For staff with a ground of the ordinance only, or for anyone whose work allows it. */
  readonly offeredTo: 'childOrCare' | 'anyone';
  /** Days before the first day by which it is asked for. */
  readonly deadlineDays: number;
};

/** What a municipality decides about ordinary hours. Minutes. */
export type HoursRules = {
  /** 1日の正規の勤務時間: 7:45 (勤務時間条例2条・3条). */
  readonly fullDay: number;
  /** 1週間当たりの正規の勤務時間, averaged over at most four weeks: 38:45. */
  readonly fullWeek: number;
  /** 一斉休憩の除外 by ordinance for workplaces that the law does not exempt (労基法34条2項ただし書). */
  readonly simultaneousBreakExempt: boolean;
  readonly flextime: FlextimeRules;
  readonly rest: RestRules;
  readonly staggered: StaggeredRules;
  /** Part-time appointees: beyond `fullWeek` in a week they are paid as beyond a full day, at 125/100. */
  readonly partTimeWeeklyLimit: boolean;
};

const lunch = [{ from: 720, until: 780 }];

/** The national model as it stands since 2025-04-01; shifts in half hours around 8:30–17:15. */
export const modelHours: HoursRules = {
  fullDay: 465,
  fullWeek: 2325,
  simultaneousBreakExempt: false,
  flextime: {
    period: 'fourWeeks',
    bandFrom: 300,
    bandUntil: 1320,
    core: { length: 120, from: 540, until: 960 },
    minPerDay: 120,
    maxPerDay: 1020,
    exemptDaysPerWeek: 1,
    zeroDay: 'anyone',
    zeroDaysPerWeek: 1,
    deadlineDays: 1,
    step: 15,
    leaveDayStandard: 'allotted',
  },
  rest: { target: 660, daysPerWeek: 3, adopted: true },
  staggered: {
    shifts: [
      { name: '早出1', from: 450, until: 975, breaks: lunch },
      { name: '早出2', from: 480, until: 1005, breaks: lunch },
      { name: '遅出1', from: 540, until: 1065, breaks: lunch },
      { name: '遅出2', from: 570, until: 1095, breaks: lunch },
      { name: '遅出3', from: 600, until: 1125, breaks: lunch },
      { name: '遅出4', from: 660, until: 1185, breaks: lunch },
    ],
    offeredTo: 'anyone',
    deadlineDays: 1,
  },
  partTimeWeeklyLimit: true,
};
