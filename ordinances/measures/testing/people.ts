import type { DepartmentKind } from '@tokimori/law/overtime/types';
import { parseDuration } from '@tokimori/law/time/minutes';
import { lengthOf, type MonthIndex, parseYearMonth } from '@tokimori/law/time/months';
import { type PersonHistory, type PersonMonth, UNKNOWN } from '../facts.ts';

const minutesOf = (text: string): number => parseDuration(text) ?? Number.NaN;
export const monthAt = (text: string): MonthIndex => parseYearMonth(text) ?? Number.NaN;

/** Minutes by day of the month: `{ 3: '8:00' }`. */
export type ByDay = Readonly<Record<number, string>>;

export type MonthSketch = {
  readonly overtime?: ByDay;
  readonly exceptional?: ByDay;
  /** null = no day of it is known; a day `'unknown'` is not. */
  readonly presence?: ByDay | null;
  readonly early?: ByDay;
  readonly ordered?: ByDay;
  readonly afterDuty?: ByDay;
  readonly afterOvertime?: ByDay;
  readonly department?: DepartmentKind;
  readonly managerial?: boolean;
  readonly section?: string;
  readonly bureau?: string;
};

function days(month: MonthIndex, given: ByDay | undefined, rest: number): Int16Array {
  const minutes = new Int16Array(lengthOf(month)).fill(rest);
  for (const [day, text] of Object.entries(given ?? {}))
    minutes[Number(day) - 1] = text === 'unknown' ? UNKNOWN : minutesOf(text);
  return minutes;
}

/** A month of which only some days are told; the others are without overtime. Every day but Saturday and Sunday of a week from the 1st is duty. */
export function monthOfPerson(name: string, sketch: MonthSketch = {}): PersonMonth {
  const month = monthAt(name);
  const length = lengthOf(month);
  return {
    month,
    section: sketch.section ?? '税務課',
    bureau: sketch.bureau ?? '財務部',
    department: sketch.department ?? 'selfDirected',
    managerial: sketch.managerial ?? false,
    overtime: days(month, sketch.overtime, 0),
    exceptional: days(month, sketch.exceptional, 0),
    presence: sketch.presence === null ? days(month, {}, UNKNOWN) : days(month, sketch.presence, 0),
    arriveBeforeWork: days(month, sketch.early, UNKNOWN),
    leaveAfterDuty: days(month, sketch.afterDuty, UNKNOWN),
    leaveAfterOvertime: days(month, sketch.afterOvertime, UNKNOWN),
    ordered: days(month, sketch.ordered, 0),
    duty: Uint8Array.from({ length }, (_, at) => Number(at % 7 < 5)),
  };
}

export const personOf = (person: string, months: Readonly<Record<string, MonthSketch>>): PersonHistory => ({
  person,
  months: Object.entries(months).map(([name, sketch]) => monthOfPerson(name, sketch)),
});
