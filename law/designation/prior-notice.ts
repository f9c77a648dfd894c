import type { Decision, Step } from '../decision/decision.ts';
import { type EpochDay, formatLocalDate } from '../time/civil.ts';
import type { Minutes } from '../time/minutes.ts';
import { firstDayOf, type MonthIndex, monthOf } from '../time/months.ts';
import * as cites from './citations.ts';
import { type DesignationRules, modelDesignation } from './rules.ts';
import type { PriorNoticeStepName } from './step-names.ts';

/** 特例業務の事前届出 (練馬区, 総務省事例集): what a notice says of one person and one task. */
export const priorNoticeItems = ['task', 'expected', 'staffing', 'unavoidable', 'reduction'] as const;
export type PriorNoticeItem = (typeof priorNoticeItems)[number];

/** A notice as it is filed. Days inclusive; blank texts are as good as none. */
export type PriorNotice = {
  readonly filedOn: EpochDay;
  readonly from: EpochDay;
  readonly through: EpochDay;
  /** 業務の内容 */
  readonly task: string;
  /** Expected overtime for it, by month of the period. Minutes. */
  readonly expected: ReadonlyMap<MonthIndex, Minutes>;
  /** 人員配置の状況 */
  readonly staffing: string;
  /** なぜ避けられないか */
  readonly unavoidable: string;
  /** 縮減のためにすること */
  readonly reduction: string;
};

export type PriorNoticeAnswer = {
  /** The last day on which it is filed in time. */
  readonly due: EpochDay;
  readonly state: 'inTime' | 'late';
  readonly missing: readonly PriorNoticeItem[];
};

/** Thrown for a period that ends before it begins, a month outside the period, or a length that is not whole minutes. */
export class ImpossibleNotice extends Error {
  override readonly name = 'ImpossibleNotice';
}

/** Longest period of one notice: a year. Months. */
const LONGEST = 12;

function checkNotice({ from, through, expected }: PriorNotice): void {
  if (through < from) throw new ImpossibleNotice('it ends before it begins');
  const [first, last] = [monthOf(from), monthOf(through)];
  if (last - first >= LONGEST) throw new ImpossibleNotice('longer than a year');
  for (const [month, minutes] of expected) {
    if (month < first || month > last) throw new ImpossibleNotice('a month outside the period');
    if (!Number.isInteger(minutes) || minutes < 0) throw new ImpossibleNotice('a length that cannot be');
  }
}

/** The day by which a notice is due: that day of the month before the first month of the work. */
export function priorNoticeDue(from: EpochDay, { priorNoticeDay }: DesignationRules = modelDesignation): EpochDay {
  return firstDayOf(monthOf(from) - 1) + priorNoticeDay - 1;
}

const blank = (text: string): boolean => text.trim() === '';

function missingFrom(notice: PriorNotice): readonly PriorNoticeItem[] {
  const months = monthOf(notice.through) - monthOf(notice.from) + 1;
  const hours = [...notice.expected.values()];
  const lacks: Readonly<Record<PriorNoticeItem, boolean>> = {
    task: blank(notice.task),
    expected: hours.length < months || hours.every((minutes) => minutes === 0),
    staffing: blank(notice.staffing),
    unavoidable: blank(notice.unavoidable),
    reduction: blank(notice.reduction),
  };
  return priorNoticeItems.filter((item) => lacks[item]);
}

/**
 * Whether a notice of 特例業務 is filed in time and says everything. Late or incomplete, it is a notice all the same: an order
 * is never refused for it.
 * @throws ImpossibleNotice
 */
export function judgePriorNotice(
  notice: PriorNotice,
  rules: DesignationRules = modelDesignation,
): Decision<PriorNoticeAnswer, PriorNoticeStepName> {
  checkNotice(notice);
  const due = priorNoticeDue(notice.from, rules);
  const state = notice.filedOn <= due ? 'inTime' : 'late';
  const missing = missingFrom(notice);
  const words = { due: formatLocalDate(due), filed: formatLocalDate(notice.filedOn) };
  const citation = cites.priorNoticeOfTask;
  const figures = { missing: missing.length, count: priorNoticeItems.length };
  const steps: Step<PriorNoticeStepName>[] = [
    { says: state === 'inTime' ? 'noticeFiledInTime' : 'noticeFiledLate', figures: {}, words, citation },
    missing.length === 0
      ? { says: 'noticeComplete', figures: { count: figures.count }, citation }
      : { says: 'noticeIncomplete', figures, citation },
  ];
  return { outcome: { due, state, missing }, steps };
}
