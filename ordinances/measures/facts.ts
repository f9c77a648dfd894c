import type { DepartmentKind } from '@tokimori/law/overtime/types';
import type { MonthIndex } from '@tokimori/law/time/months';

/** A figure of a day that is not known. */
export const UNKNOWN = -1;

/** What is known of a person's month, by day of the month from the first. Minutes; {@link UNKNOWN} = not known. */
export type PersonMonth = {
  readonly month: MonthIndex;
  /** The 課; '' = directly in a 部局. */
  readonly section: string;
  readonly bureau: string;
  readonly department: DepartmentKind;
  readonly managerial: boolean;
  /** Overtime as the record of the day has it, 特例業務 included. */
  readonly overtime: Int16Array;
  readonly exceptional: Int16Array;
  /** 超過在席: present beyond duty hours. */
  readonly presence: Int16Array;
  /** From arriving to the beginning of duty, or of the first order of the day: 早出 without an order. */
  readonly arriveBeforeWork: Int16Array;
  /** From the end of duty to leaving, on days without overtime. */
  readonly leaveAfterDuty: Int16Array;
  /** From the end of overtime to leaving. */
  readonly leaveAfterOvertime: Int16Array;
  /** Ordered and not worked yet. */
  readonly ordered: Int16Array;
  /** 1 = a duty day that is classified or still to come; 0 = a day off, or one of which the hours are not known. */
  readonly duty: Uint8Array;
};

/** Sums of a month before those that are looked at by day. Minutes; of presence those of the days that are known. */
export type EarlierMonth = {
  readonly month: MonthIndex;
  readonly overtime: number;
  readonly presence: number;
};

/** A person's months by day, and the sums of months before them; one that is missing is not known. */
export type PersonHistory = {
  readonly person: string;
  readonly months: readonly PersonMonth[];
  readonly earlier?: readonly EarlierMonth[];
  /** The month in which the service began; months before it are none of the person's. */
  readonly since?: MonthIndex;
  /** The month in which the service ends, where that is known. */
  readonly through?: MonthIndex;
};
