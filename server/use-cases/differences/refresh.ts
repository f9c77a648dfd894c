import { judgeDiscrepancy, undeclaredOf } from '@tokimori/law/record-keeping/discrepancy/judge-discrepancy';
import type { DayDiscrepancy, Difference } from '@tokimori/law/record-keeping/discrepancy/types';
import { type EpochDay, formatLocalDate } from '@tokimori/law/time/civil';
import { monthOf } from '@tokimori/law/time/months';
import { mainDifference, openDifferenceStates, standingOf } from '@tokimori/records/difference';
import type { Rules } from '../../derive/rules.ts';
import type { Tx } from '../../store/tenant.ts';
import { dayOf, monthDate } from '../reading/moment.ts';
import { type DayReading, readDays } from './day-records.ts';
import { type DifferenceRow, readDifferences, type SourceEnds, writeDifferences } from './difference-rows.ts';
import { readSaid, type Said } from './said.ts';

/** What days are compared with, and when. */
export type Comparing = {
  readonly rules: Rules;
  /** 課 of a department on a day. */
  readonly sectionOf: (department: string, day: EpochDay) => string;
  readonly now: Date;
  /** The civil day of the clock. */
  readonly today: EpochDay;
};

const isOpen = (row: DifferenceRow): boolean => (openDifferenceStates as readonly string[]).includes(row.state);

function endsOf({ records }: DayReading): SourceEnds[] {
  return records.records.map(({ source, stays }) => ({
    source,
    first: stays[0]?.from ?? null,
    last: stays.at(-1)?.until ?? null,
  }));
}

const longestFirst = (main: Difference, all: readonly Difference[]): Difference[] => [
  main,
  ...all.filter((each) => each !== main),
];

/** Since when the person is asked: what comes back after it was settled is asked anew, unless the answer still waits. */
function shownOn(
  stored: DifferenceRow | undefined,
  said: Said | undefined,
  reopened: boolean,
  today: EpochDay,
): EpochDay {
  if (stored === undefined) return Math.min(today, said?.askedOn ?? today);
  return reopened && said?.state !== 'requested' ? today : dayOf(stored.shown_on);
}

/** What was settled stays so, unless more is left to explain than was settled, or the day is told anew after it had lapsed. */
function isReopened(stored: DifferenceRow | undefined, main: Difference | null): boolean {
  if (stored === undefined || main === null || isOpen(stored)) return false;
  return stored.state === 'lapsed' || stored.state === 'recordCorrected' || main.minutes > stored.minutes;
}

type Day = {
  readonly reading: DayReading | undefined;
  readonly stored: DifferenceRow | undefined;
  readonly said: Said | undefined;
};

/** What is told of the difference itself. */
type Told = Pick<
  DifferenceRow,
  'kind' | 'minutes' | 'undeclared' | 'grave' | 'winner' | 'records' | 'found' | 'ordered_until' | 'declared_until'
>;

function toldOf(main: Difference, judged: DayDiscrepancy, reading: DayReading): Told {
  return {
    kind: main.kind,
    minutes: main.minutes,
    undeclared: undeclaredOf(judged),
    grave: judged.mustInvestigate,
    winner: judged.winner,
    records: endsOf(reading),
    found: longestFirst(main, judged.differences),
    ordered_until: reading.orderedUntil,
    declared_until: reading.declaredUntil,
  };
}

/** Only what is told of the difference, of a row that holds more. */
const onlyTold = (row: Told): Told => ({
  kind: row.kind,
  minutes: row.minutes,
  undeclared: row.undeclared,
  grave: row.grave,
  winner: row.winner,
  records: row.records,
  found: row.found,
  ordered_until: row.ordered_until,
  declared_until: row.declared_until,
});

/** The difference of a day as it is judged now; null when nothing is left to explain. */
function judgedNow({ rules, today }: Comparing, reading: DayReading | undefined): Told | null {
  if (reading === undefined) return null;
  const { discrepancy } = rules.parametersOn(reading.day).records;
  const { outcome } = judgeDiscrepancy({ ...reading.records, shownOn: Math.max(reading.day, today) }, discrepancy);
  const main = mainDifference(outcome.differences);
  return main === null ? null : toldOf(main, outcome, reading);
}

/** The row of a day as it is to be; null when there is none and none is needed. */
function rowOf(comparing: Comparing, staff: string, day: EpochDay, of: Day): DifferenceRow | null {
  const { reading, stored, said } = of;
  const now = judgedNow(comparing, reading);
  const main = now?.found[0] ?? null;
  const reopened = isReopened(stored, main);
  if (stored !== undefined && !isOpen(stored) && !reopened && said?.decidedOn == null) return stored;
  const told = now ?? stored;
  if (told === undefined) return null;
  const shown = shownOn(stored, said, reopened, comparing.today);
  const heard = said !== undefined && said.askedOn >= shown ? said : null;
  const ground = {
    staffMember: staff,
    difference: told.found[0] ?? null,
    now: main?.class ?? ('none' as const),
    mustInvestigate: told.grave,
    shownOn: shown,
    said: heard,
    recordCorrected: reading?.corrected ?? false,
    asOf: comparing.today,
  };
  const standing = standingOf(ground, comparing.rules.parametersOn(day).records.discrepancy);
  if (standing === null) return null;
  const settled = standing.due === null;
  const answered = heard !== null && heard.answer !== null && standing.state !== 'awaitsAnswer';
  return {
    ...placeOf(comparing, staff, day, of),
    // What was settled is told as it was when it was settled.
    ...onlyTold(settled && stored !== undefined && !reopened ? stored : told),
    state: standing.state,
    shown_on: formatLocalDate(shown),
    due_who: standing.due?.who ?? null,
    due_on: standing.due === null ? null : formatLocalDate(standing.due.by),
    answered_on: answered ? formatLocalDate(heard.askedOn) : null,
    settled_on: settled ? (stored?.settled_on ?? formatLocalDate(comparing.today)) : null,
    corrected: standing.corrected,
  };
}

/** Whose day it is, and where the person stood on it. */
function placeOf({ sectionOf }: Comparing, staff: string, day: EpochDay, { reading, stored }: Day) {
  const department = stored?.department ?? reading?.department ?? '';
  const section = stored?.section ?? sectionOf(department, day);
  return { staff, duty_date: formatLocalDate(day), month: monthDate(monthOf(day)), department, section };
}

/** Key order of what comes from the database differs: compared member by member. */
function isSame(a: DifferenceRow, b: DifferenceRow): boolean {
  const text = (value: unknown): string =>
    JSON.stringify(value, (_key, each) =>
      typeof each === 'object' && each !== null && !Array.isArray(each)
        ? Object.fromEntries(Object.entries(each).sort(([x], [y]) => (x < y ? -1 : 1)))
        : each,
    );
  return text(a) === text(b);
}

/**
 * Compares duty dates of some people again, as their facts and the deeds about them stand now, and writes what differs
 * from what is stored. A day without a difference that never had one leaves no row.
 * @returns how many rows were written
 */
export async function refreshDays(
  tx: Tx,
  comparing: Comparing,
  staff: readonly string[],
  first: EpochDay,
  last: EpochDay,
): Promise<number> {
  const [readings, stored, said] = await Promise.all([
    readDays(tx, comparing.rules, staff, first, last),
    readDifferences(tx, staff, formatLocalDate(first), formatLocalDate(last)),
    readSaid(tx, staff, first, last),
  ]);
  const days = new Map<string, { staff: string; day: EpochDay } & Day>();
  for (const reading of readings) {
    const key = `${reading.staff} ${reading.day}`;
    days.set(key, { staff: reading.staff, day: reading.day, reading, stored: undefined, said: said.get(key) });
  }
  for (const row of stored) {
    const day = dayOf(row.duty_date);
    const key = `${row.staff} ${day}`;
    days.set(key, { staff: row.staff, day, reading: days.get(key)?.reading, stored: row, said: said.get(key) });
  }
  const changed = [...days.values()].flatMap(({ staff: person, day, ...of }) => {
    const next = rowOf(comparing, person, day, of);
    return next === null || (of.stored !== undefined && isSame(next, of.stored)) ? [] : [next];
  });
  await writeDifferences(tx, changed, comparing.now);
  return changed.length;
}
