import type { Decision, Step } from '../../decision/decision.ts';
import { civilOf, daysInMonth, type EpochDay, epochDayOf, formatLocalDate } from '../../time/civil.ts';
import { recordingCitations as cited, GUIDELINE_FROM } from '../citations.ts';
import { modelRecordKeeping, type RecordingRules } from '../rules.ts';

/**
 * 記録の方法 (把握ガイドライン 4(1)・4(2)・4(3)ア–ウ・4(6)): by which source the days of each department are recorded, whether
 * it rests on declaration alone, and which explanations and surveys are still owed.
 */

/** How a day was recorded. `none` = a day that had to be worked, without any record. */
export const recordSources = ['ic', 'pc', 'gate', 'manager', 'self', 'none'] as const;
export type RecordSource = (typeof recordSources)[number];
/** Person-days by source. */
export type DaysBySource = Readonly<Record<RecordSource, number>>;

/** Somebody to whom the method is to be explained, and when it last was (null = never). */
export type Explained = { readonly person: string; readonly explainedOn: EpochDay | null };

export type DepartmentRecording = {
  readonly department: string;
  readonly days: DaysBySource;
  /** Staff who declare their hours themselves (4(3)ア). */
  readonly selfDeclaring: readonly Explained[];
  /** Those who manage their time (4(3)イ). */
  readonly timeKeepers: readonly Explained[];
  /** The last survey of declared against actual hours (4(3)ウ); null = none. */
  readonly surveyedOn: EpochDay | null;
};

/**
 * `objective`: no day declared by the person alone. `mixed`: some. `selfOnly`: every recorded day. `unrecorded`: no recorded day.
 */
export type RecordingMethod = 'objective' | 'mixed' | 'selfOnly' | 'unrecorded';

export type Shares = {
  readonly days: DaysBySource;
  /** Days that had to be recorded. */
  readonly total: number;
  /** Tenths of a percent of `total`, rounded half up; 0 without days. */
  readonly perMille: DaysBySource;
  readonly method: RecordingMethod;
  /** More than `selfPercent` of the recorded days rest on declaration alone. */
  readonly flagged: boolean;
};

export type OpenDuty = {
  readonly duty: 'explainToStaff' | 'explainToTimeKeepers' | 'survey' | 'record';
  /** People still to be told; days without a record for `record`; 1 for `survey`. */
  readonly count: number;
  readonly people: readonly string[];
};

export type DepartmentMethod = Shares & { readonly department: string; readonly open: readonly OpenDuty[] };

export type Recording = {
  readonly departments: readonly DepartmentMethod[];
  readonly whole: Shares;
  /** Every recorded day of the whole body is declared by the person alone. */
  readonly selfOnly: boolean;
  readonly openDuties: number;
};

/**
 * sourcesCounted: total, ic, pc, gate, manager, self, none (words: department) · selfOnlyDepartment: self (words: department) · selfShareHigh: self, recorded, percent
 * (words: department) · objectiveMethod (words: department) · daysUnrecorded: count (words: department) · staffNotExplained, timeKeepersNotExplained: count, of (words:
 * department) · surveyDue: months, never (words: department) · surveyDone: months (words: department) · noDeclarationDuties (words: department) · selfOnlyBody · dutiesOpen: count
 */
export type RecordingStepName =
  | 'sourcesCounted'
  | 'selfOnlyDepartment'
  | 'selfShareHigh'
  | 'objectiveMethod'
  | 'daysUnrecorded'
  | 'staffNotExplained'
  | 'timeKeepersNotExplained'
  | 'surveyDue'
  | 'surveyDone'
  | 'noDeclarationDuties'
  | 'selfOnlyBody'
  | 'dutiesOpen';

/** What cannot be: a department or a person twice, no number of days, a day after the one asked about or before the guideline. */
export type RecordingDefect = 'departmentTwice' | 'personTwice' | 'notDays' | 'ahead' | 'notInForce' | 'rules';

export class ImpossibleRecording extends Error {
  override readonly name = 'ImpossibleRecording';
  readonly defect: RecordingDefect;

  constructor(defect: RecordingDefect, at: string) {
    super(`${defect}: ${at}`);
    this.defect = defect;
  }
}

type Steps = Step<RecordingStepName>[];

const wholeNumber = (n: number): boolean => Number.isSafeInteger(n) && n >= 0;

function checkDay(day: EpochDay | null, asOf: EpochDay, what: string): void {
  if (day !== null && day > asOf) throw new ImpossibleRecording('ahead', what);
}

function check(departments: readonly DepartmentRecording[], asOf: EpochDay, rules: RecordingRules): void {
  const { explanationMonths, surveyMonths, selfPercent } = rules;
  if (formatLocalDate(asOf) < GUIDELINE_FROM) throw new ImpossibleRecording('notInForce', 'asOf');
  const months = [explanationMonths ?? 1, surveyMonths].every((n) => wholeNumber(n) && n > 0);
  if (!months || !wholeNumber(selfPercent) || selfPercent > 100) throw new ImpossibleRecording('rules', 'rules');
  if (new Set(departments.map(({ department }) => department)).size < departments.length) {
    throw new ImpossibleRecording('departmentTwice', 'departments');
  }
  for (const { department, days, selfDeclaring, timeKeepers, surveyedOn } of departments) {
    if (!recordSources.every((source) => wholeNumber(days[source])))
      throw new ImpossibleRecording('notDays', department);
    for (const people of [selfDeclaring, timeKeepers]) {
      if (new Set(people.map(({ person }) => person)).size < people.length) {
        throw new ImpossibleRecording('personTwice', department);
      }
      for (const { person, explainedOn } of people) checkDay(explainedOn, asOf, person);
    }
    checkDay(surveyedOn, asOf, department);
  }
}

/** The day that answers to a day some months later; the last of the month where it has none. */
export function monthsAfter(day: EpochDay, months: number): EpochDay {
  const civil = civilOf(day);
  const index = civil.year * 12 + civil.month - 1 + months;
  const [year, month] = [Math.floor(index / 12), (index % 12) + 1];
  return epochDayOf(year, month, Math.min(civil.day, daysInMonth(year, month)));
}

/** Whether something done on a day no longer counts on `asOf`: never done, or `months` have gone by. */
const isOver = (on: EpochDay | null, months: number | null, asOf: EpochDay): boolean =>
  on === null || (months !== null && asOf >= monthsAfter(on, months));

const mapSources = (value: (source: RecordSource) => number): DaysBySource => ({
  ic: value('ic'),
  pc: value('pc'),
  gate: value('gate'),
  manager: value('manager'),
  self: value('self'),
  none: value('none'),
});

function sharesOf(days: DaysBySource, { selfPercent }: RecordingRules): Shares {
  const total = recordSources.reduce((sum, source) => sum + days[source], 0);
  const recorded = total - days.none;
  const method =
    recorded === 0 ? 'unrecorded' : days.self === 0 ? 'objective' : days.self === recorded ? 'selfOnly' : 'mixed';
  return {
    days,
    total,
    perMille: mapSources((source) => (total === 0 ? 0 : Math.floor((2000 * days[source] + total) / (2 * total)))),
    method,
    flagged: days.self * 100 > selfPercent * recorded,
  };
}

function sayMethod(department: string, shares: Shares, { selfPercent }: RecordingRules, steps: Steps): void {
  const { days, total, method, flagged } = shares;
  const words = { department };
  steps.push({ says: 'sourcesCounted', figures: { total, ...days }, words, citation: cited.method });
  if (method === 'selfOnly') {
    steps.push({ says: 'selfOnlyDepartment', figures: { self: days.self }, words, citation: cited.method });
  } else if (flagged) {
    const figures = { self: days.self, recorded: total - days.none, percent: selfPercent };
    steps.push({ says: 'selfShareHigh', figures, words, citation: cited.method });
  } else if (method === 'objective') {
    steps.push({ says: 'objectiveMethod', figures: {}, words, citation: cited.method });
  }
}

function openDutiesOf(of: DepartmentRecording, asOf: EpochDay, rules: RecordingRules, steps: Steps): OpenDuty[] {
  const { department, days, selfDeclaring, timeKeepers, surveyedOn } = of;
  const words = { department };
  const open: OpenDuty[] = [];
  if (days.none > 0) {
    steps.push({ says: 'daysUnrecorded', figures: { count: days.none }, words, citation: cited.everyDay });
    open.push({ duty: 'record', count: days.none, people: [] });
  }
  if (days.self === 0 && selfDeclaring.length === 0) {
    steps.push({ says: 'noDeclarationDuties', figures: {}, words, citation: cited.staff });
    return open;
  }
  const untold = (people: readonly Explained[]) =>
    people.filter(({ explainedOn }) => isOver(explainedOn, rules.explanationMonths, asOf)).map(({ person }) => person);
  const [staff, keepers] = [untold(selfDeclaring), untold(timeKeepers)];
  if (staff.length > 0) {
    const figures = { count: staff.length, of: selfDeclaring.length };
    steps.push({ says: 'staffNotExplained', figures, words, citation: cited.staff });
    open.push({ duty: 'explainToStaff', count: staff.length, people: staff });
  }
  if (keepers.length > 0) {
    const figures = { count: keepers.length, of: timeKeepers.length };
    steps.push({ says: 'timeKeepersNotExplained', figures, words, citation: cited.timeKeepers });
    open.push({ duty: 'explainToTimeKeepers', count: keepers.length, people: keepers });
  }
  const months = rules.surveyMonths;
  if (isOver(surveyedOn, months, asOf)) {
    const figures = { months, never: Number(surveyedOn === null) };
    steps.push({ says: 'surveyDue', figures, words, citation: cited.survey });
    open.push({ duty: 'survey', count: 1, people: [] });
  } else steps.push({ says: 'surveyDone', figures: { months }, words, citation: cited.survey });
  return open;
}

/**
 * The method of recording of every department and of the whole body, and what is still owed on a day.
 * @throws ImpossibleRecording
 */
export function judgeRecording(
  departments: readonly DepartmentRecording[],
  asOf: EpochDay,
  rules: RecordingRules = modelRecordKeeping.recording,
): Decision<Recording, RecordingStepName> {
  check(departments, asOf, rules);
  const steps: Steps = [];
  const judged = departments.map((each): DepartmentMethod => {
    const shares = sharesOf(each.days, rules);
    sayMethod(each.department, shares, rules, steps);
    return { department: each.department, ...shares, open: openDutiesOf(each, asOf, rules, steps) };
  });
  const whole = sharesOf(
    mapSources((source) => judged.reduce((sum, { days }) => sum + days[source], 0)),
    rules,
  );
  const selfOnly = whole.method === 'selfOnly';
  if (selfOnly) steps.push({ says: 'selfOnlyBody', figures: {}, citation: cited.method });
  const openDuties = judged.reduce((sum, { open }) => sum + open.length, 0);
  steps.push({ says: 'dutiesOpen', figures: { count: openDuties }, citation: cited.manager });
  return { outcome: { departments: judged, whole, selfOnly, openDuties }, steps };
}
