import type { EpochDay } from '../time/civil.ts';
import type { Minutes } from '../time/minutes.ts';
import type { Span } from '../time/spans.ts';

export type { Span } from '../time/spans.ts';

/** 勤務時間の割振り of one duty date. On a 休日 (祝日・年末年始) the hours stay allotted but need not be worked. */
export type Allotment =
  | {
      readonly kind: 'dutyDay' | 'legalHoliday';
      readonly hours: Span;
      readonly breaks: readonly Span[];
      readonly name?: string;
    }
  | { readonly kind: 'weeklyDayOff'; readonly name?: string };

/** A trace of presence: a punch, the gate of the building, or a PC log-on/log-off, in minutes from 0:00 of the duty date it belongs to. */
export type Mark = {
  readonly at: Minutes;
  readonly direction: 'in' | 'out' | 'unknown';
  readonly source: 'punch' | 'gate' | 'pc';
};

export type OvertimeCategory = 'normal' | 'temporary' | 'exceptional' | 'disaster' | 'infection';

/** Overtime ordered or confirmed for the duty date. `minutes` is net of breaks; span null when only a length is known. */
export type OvertimeEntry = {
  readonly state: 'ordered' | 'confirmed';
  readonly span: Span | null;
  readonly minutes: Minutes;
  readonly category: OvertimeCategory;
};

export type DayFacts = {
  readonly day: EpochDay;
  readonly allotment: Allotment;
  readonly marks: readonly Mark[];
  /** An accepted correction replaces the missing or wrong punch in the derived figures, never in the record. */
  readonly corrected: { readonly in: Minutes | null; readonly out: Minutes | null } | null;
  readonly overtime: readonly OvertimeEntry[];
  /** An accepted reason closes the day's difference. */
  readonly discrepancyAnswered: boolean;
  /** Where the clock stands, in minutes from 0:00 of this duty date (negative = the day is still to come). */
  readonly clock: Minutes;
};

export type DayRules = {
  /** 日の区切り: the minute after 0:00 at which a duty date without a running shift gives way to the next. */
  readonly dayBoundary: Minutes;
  readonly discrepancyThreshold: Minutes;
  /** Categories that count as 特例業務. */
  readonly exceptionalCategories: readonly OvertimeCategory[];
};

export type DutyDayState =
  | 'dayOff'
  | 'holiday'
  | 'future'
  | 'open'
  | 'classified'
  | 'noRecord'
  | 'missingOut'
  | 'missingIn';

/** One duty date as derived. Minutes; -1 where a point in time is absent. */
export type DutyDay = {
  readonly state: DutyDayState;
  /** The day holds overtime or presence that cannot be judged: it counts nothing and says so. */
  readonly unclassifiable: boolean;
  readonly firstIn: Minutes;
  readonly lastOut: Minutes;
  readonly pcFirst: Minutes;
  readonly pcLast: Minutes;
  /** 在庁時間: first in to last out, unions of several stays. */
  readonly presence: Minutes;
  /** 超過在席時間: presence outside the allotted hours. */
  readonly beyond: Minutes;
  /** Counts for the caps. */
  readonly overtime: Minutes;
  readonly exceptional: Minutes;
  readonly disaster: Minutes;
  readonly infection: Minutes;
  /** Ordered, but the day is not yet judged. */
  readonly orderedAhead: Minutes;
  /** Work inside the allotment of a 休日: outside the caps (OT-07). */
  readonly holidayWork: Minutes;
  /** Of the overtime, 22:00–5:00. */
  readonly night: Minutes;
  /** Of the overtime, on a 週休日. */
  readonly dayOffOvertime: Minutes;
  /** Leaving minus the end of what was ordered (or of duty), when above the threshold and unanswered; else 0. */
  readonly discrepancy: Minutes;
};
