import type {
  AbsenceCounts,
  ArrangementCounts,
  ArrangementStates,
  InterviewCounts,
  ReasonCounts,
} from './figures/health.ts';
import type { AverageCounts, LongHoursCounts } from './figures/overtime.ts';
import type { PracticeItem } from './layouts/sheets.ts';

/** Groups of the overtime tables. */
export const overtimeGroupNames = ['prefecture', 'designatedCity', 'municipality'] as const;
export type OvertimeGroup = (typeof overtimeGroupNames)[number];

/** Groups of the health tables that add up; 一部事務組合等 stand outside the sum. */
export const healthGroupNames = ['prefecture', 'designatedCity', 'city', 'town'] as const;
export type HealthGroup = (typeof healthGroupNames)[number];

/** One figure for each group of the sum, and 参考 一部事務組合等 where they were asked. */
export type ByHealthGroup<T> = Readonly<Record<HealthGroup, T>> & { readonly union?: T };

/** Organisations of which the text counts some, or the share that was published where their number was not. */
export type PracticeCounts = { readonly bodies: number } & (
  | { readonly of: number }
  | { readonly publishedShare: number }
);

/** What was published of one fiscal year; a section that is not there is not known. */
export type NationalYear = {
  readonly fiscalYear: number;
  /** `all` may be left out when every group gives its counts. */
  readonly averages?: Readonly<Record<OvertimeGroup, AverageCounts>> & { readonly all?: AverageCounts };
  readonly longHours?: Readonly<Record<OvertimeGroup, LongHoursCounts>>;
  /** `total` is needed where the groups give published shares. */
  readonly arrangements?: ByHealthGroup<ArrangementCounts> & { readonly total?: ArrangementStates };
  readonly interviews?: ByHealthGroup<InterviewCounts>;
  readonly reasons?: ByHealthGroup<ReasonCounts>;
  readonly absences?: ByHealthGroup<AbsenceCounts>;
  readonly practice?: Readonly<Partial<Record<PracticeItem, PracticeCounts>>>;
};
