import type { MonthIndex } from '../../time/months.ts';

/** No figure: an unknown month, no pace, no slack. */
export const NONE = -0x80000000;

/** Row after row, one column a month; the last column is the running month. Minutes. */
export type BulkHistories = {
  readonly people: number;
  /** Number of columns. */
  readonly months: number;
  /** The running month (of `asOf`). */
  readonly current: MonthIndex;
  readonly yearStartMonth: number;
  readonly capsFrom?: MonthIndex;
  /** people × months; `NONE` = unknown. Months before the first column are unknown. */
  readonly overtime: Int32Array;
  readonly exceptional: Int32Array;
  /** people × months; 1 = 他律的業務の比重が高い部署, also in a month in which a transfer falls. */
  readonly externallyDriven: Uint8Array;
  /** Per person: first month of employment; 0 = before everything. */
  readonly employedFrom: Int32Array;
  /** Per person: month of the last transfer 他律→自律 of the year that was not on its first day; 0 = none. */
  readonly leftExternallyDriven: Int32Array;
  /** Per person, as `Pace`; `judgedDays` = `NONE`: there is no pace. */
  readonly pace: {
    readonly judgedMinutes: Int32Array;
    readonly judgedDays: Int32Array;
    readonly daysLeft: Int32Array;
    readonly orderedAhead: Int32Array;
  };
  readonly nearPercent: number;
};

/** Answers per person, and per person × limit in the order of `limitKeys`. States are positions in `limitStates`. */
export type BulkStandings = {
  readonly state: Uint8Array;
  readonly remaining: Int32Array;
  /** Position in `limitKeys`, -1 = none. */
  readonly binding: Int8Array;
  readonly forecast: Int32Array;
  /** `NOT_LISTED` = the limit does not apply to this person's month. */
  readonly limitState: Uint8Array;
  readonly limitValue: Int32Array;
  readonly limitCap: Int32Array;
  readonly limitSlack: Int32Array;
  readonly limitForecast: Int32Array;
};

/** Stands in `limitState` for a limit that does not apply. */
export const NOT_LISTED = 255;
