import type { Agreement, DepartmentKind, DepartmentTransfer } from '../../overtime/types.ts';
import type { EpochDay } from '../../time/civil.ts';
import type { Minutes } from '../../time/minutes.ts';
import type { MonthIndex } from '../../time/months.ts';
import type {
  AbsenceCounts,
  ArrangementCounts,
  InterviewCounts,
  ReasonCounts,
  StressCounts,
} from '../figures/health.ts';
import type { AnnualLeaveCounts, PaternityCounts, UserCounts } from '../figures/leave.ts';
import type { AverageCounts, LongHoursCounts } from '../figures/overtime.ts';
import type { flexibleRows, leaveUserRows } from '../layouts/leave.ts';
import type { SystemItem } from '../layouts/sheets.ts';
import type { BureauKind } from '../rules.ts';

/** 部局. */
export type Bureau = { readonly id: string; readonly name: string; readonly kind: BureauKind };

/** Heads of a 部局 in a month, managerial staff apart. */
export type Headcount = {
  readonly month: MonthIndex;
  readonly bureau: string;
  readonly managerial: boolean;
  readonly heads: number;
};

/** One month of one person. Months before the surveyed year serve the averages of the caps. */
export type PersonMonth = {
  readonly month: MonthIndex;
  readonly bureau: string;
  readonly managerial: boolean;
  readonly department: DepartmentKind;
  readonly overtime: Minutes;
  /** 特例業務, a part of `overtime`. */
  readonly exceptional: Minutes;
  readonly legalHolidayWork: Minutes;
};

/** Someone with overtime. Heads without a record worked none. */
export type Person = {
  readonly id: string;
  readonly regime: 'ordinance' | 'article36';
  readonly months: readonly PersonMonth[];
  readonly transfers: readonly DepartmentTransfer[];
  readonly agreement?: Agreement;
  /** Averages of the caps do not reach back before it. */
  readonly employedFrom?: MonthIndex;
};

export type OvertimeFacts = { readonly headcounts: readonly Headcount[]; readonly people: readonly Person[] };

/** What became of an interview that was due. Absent = nothing was recorded. */
export const guidanceOutcomes = ['held', 'foundUnneeded', 'declined', 'tooBusy', 'other'] as const;
export type GuidanceOutcome = (typeof guidanceOutcomes)[number];

/** A person-month that met the municipality's requirement; once, however many rules fired. */
export type DueMonth = {
  readonly staff: string;
  readonly month: MonthIndex;
  readonly bureau: string;
  readonly outcome?: GuidanceOutcome;
};

export const arrangementStates = ['arranged', 'withinYear', 'undecided'] as const;
/** A 部局 counts as not arranged when any part of it has no rules. */
export type Arrangement = { readonly bureau: string; readonly state: (typeof arrangementStates)[number] };

/** 病気休暇 or 休職 for メンタルヘルス不調, by whole days, days off within it included. Absent end = it goes on. */
export type Absence = {
  readonly staff: string;
  readonly bureau: string;
  readonly from: EpochDay;
  readonly through?: EpochDay;
};

export type BureauStress = { readonly bureau: string; readonly counts: StressCounts };

export const recordingMethods = ['timeCard', 'icCard', 'pcLog', 'seenByHead', 'selfReport'] as const;
export type RecordingMethod = (typeof recordingMethods)[number];

/** Answers of the yes/no sheet that are asked; the others are read off the facts. */
export const askedSystems = [
  'overtimeCaps',
  'exceptionalCaps',
  'designation',
  'designationAnnounced',
  'causeReviewRule',
  'causeReviewDone',
  'causeRecordMade',
  'causeRecordUsed',
  'mentalHealthPlan',
  'harassmentMeasures',
] as const satisfies readonly SystemItem[];
export type AskedSystem = (typeof askedSystems)[number];

export type SystemFacts = {
  readonly answers: Readonly<Partial<Record<AskedSystem, boolean>>>;
  /** How working hours are kept; at least one where it is answered. */
  readonly recording?: readonly RecordingMethod[];
  /** 部署 of all kinds, and those of them that are externally driven. */
  readonly departments?: { readonly all: number; readonly externallyDriven: number };
};

/** Whole days and hours of leave. */
export type LeaveTaken = { readonly days: number; readonly hours: Minutes };
export type AnnualLeave = { readonly staff: string; readonly bureau: string; readonly taken: LeaveTaken };

export type Sex = 'male' | 'female';
export const childcareSystems = ['childcareLeave', 'childcareShortTimeWork', 'partialChildcareLeave'] as const;
export const childcareCourses = ['new', 'continued', 'again'] as const;

/** Someone's childcare leave or part-time in the year. `form` (第1号・第2号) of 部分休業; `from`–`through` of 育児休業. */
export type ChildcareUse = {
  readonly staff: string;
  readonly sex: Sex;
  readonly system: (typeof childcareSystems)[number];
  readonly course: (typeof childcareCourses)[number];
  readonly form?: 1 | 2;
  readonly from?: EpochDay;
  readonly through?: EpochDay;
};

/** Persons newly eligible in the year; `taken`: those of them who took it. */
export type NewlyEligible = { readonly eligible: number; readonly taken?: number };

export type ChildcareFacts = {
  readonly uses: readonly ChildcareUse[];
  readonly newlyEligible?: Readonly<Record<Sex, NewlyEligible>>;
};

/** A man who became eligible in the year, and his leaves around the birth. */
export type Father = { readonly staff: string; readonly delivery: LeaveTaken; readonly participation: LeaveTaken };

export type UsedSystem = (typeof leaveUserRows | typeof flexibleRows)[number]['id'];
export type Users = { readonly system: UsedSystem } & UserCounts;

/** Counts of a year as they were reported: what the year after is compared with. */
export type ReportedYear = {
  readonly fiscalYear: number;
  readonly average?: AverageCounts;
  readonly longHours?: LongHoursCounts;
  readonly arrangements?: ArrangementCounts;
  readonly interviews?: InterviewCounts;
  readonly reasons?: ReasonCounts;
  readonly absences?: AbsenceCounts;
  readonly stressCheck?: StressCounts;
  readonly annualLeave?: AnnualLeaveCounts;
  readonly paternity?: PaternityCounts;
};

/** The facts of one municipality and fiscal year. A section that is not there is not answered. */
export type SurveyFacts = {
  readonly fiscalYear: number;
  readonly name: string;
  readonly bureaus: readonly Bureau[];
  readonly overtime?: OvertimeFacts;
  readonly guidance?: readonly DueMonth[];
  readonly arrangements?: readonly Arrangement[];
  readonly absences?: readonly Absence[];
  readonly stressCheck?: readonly BureauStress[];
  readonly systems?: SystemFacts;
  readonly annualLeave?: readonly AnnualLeave[];
  readonly childcare?: ChildcareFacts;
  readonly fathers?: readonly Father[];
  readonly users?: readonly Users[];
  /** Up to two years before, consecutive, the latest last. */
  readonly before?: readonly ReportedYear[];
};
