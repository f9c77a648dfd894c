import type { Citation } from '../../decision/citation.ts';
import type { Minutes } from '../../time/minutes.ts';
import type { SpecialDays } from '../special-days.ts';

export const kindGroups = [
  'work',
  'annual',
  'sick',
  'special',
  'family',
  'childcare',
  'union',
  'dayOff',
  'status',
  'absence',
] as const;
/** 勤務 · 年休 · 病休 · 特休 · 家族 · 育児 · 組合と職専免 · 休み(勤務を要しない) · 身分 · 欠勤等. */
export type KindGroup = (typeof kindGroups)[number];

/** paid 有給 · unpaid 無給 · reduced 減額 (休職, 育児短時間勤務) · none: no pay is at stake (週休日). */
export type KindPay = 'paid' | 'unpaid' | 'reduced' | 'none';

/**
 * How the eight tenths of 労基法39条 see it: present 出勤 · deemedPresent 出勤とみなす · absent 出勤でない · outside 全労働日に入れない.
 */
export type KindAttendance = 'present' | 'deemedPresent' | 'absent' | 'outside';

/** How it is taken: by the day, half day, hour, 30 minutes, or minute (the time that is needed). */
export type KindUnit = 'day' | 'halfDay' | 'hour' | 'thirtyMinutes' | 'minute';

/** How much of it there is. Days of the municipality are named by their rule. */
export type KindLimit =
  | { readonly per: 'need' }
  | { readonly per: 'year' | 'occasion'; readonly days: keyof SpecialDays; readonly more?: keyof SpecialDays }
  | { readonly per: 'illness' }
  | { readonly per: 'relation' }
  | { readonly per: 'window'; readonly window: 'prenatal' | 'postnatal' }
  | { readonly per: 'dayTimes'; readonly minutes: Minutes; readonly times: number }
  | { readonly per: 'condition' }
  | { readonly per: 'caregiverTime' }
  | { readonly per: 'week' }
  /** Judged by rules of its own: `ask` is the question. */
  | { readonly per: 'elsewhere'; readonly ask: 'annual-leave' | 'partial-childcare-leave' }
  /** Not taken: a fact of the register. */
  | { readonly per: 'fact' };

export type KindWho = 'everyone' | 'women' | 'spouses' | 'parents' | 'carers' | 'unionMembers';

/** A kind of leave or attendance as the register and the ledgers know it. */
export type Kind = {
  /** Frozen once stored. */
  readonly code: string;
  readonly name: string;
  readonly group: KindGroup;
  readonly pay: KindPay;
  readonly attendance: KindAttendance;
  /** Empty for facts. */
  readonly units: readonly KindUnit[];
  /** Whether less than the unit may be taken when it uses up the balance. */
  readonly finishing: boolean;
  /** Days of the calendar (days off included) or duty days. */
  readonly counts: 'dutyDays' | 'calendarDays';
  readonly limit: KindLimit;
  readonly who: KindWho;
  /** When it is given, in the law's words made short. */
  readonly condition: string;
  readonly citation: Citation;
};
