import type { MonthIndex } from '@tokimori/law/time/months';
import type { Fired } from './fire.ts';
import type { Measure } from './measure.ts';
import type { Deed, Role } from './vocabulary.ts';

/** How often a measure would have come to be due. */
export type TrialLine = {
  readonly measure: Measure;
  /** By month, from the first of the trial. */
  readonly byMonth: readonly number[];
  readonly total: number;
  /** Whose figures did it, each once. */
  readonly persons: number;
};

/** How much one role would have had to do, by what it does. */
export type Workload = {
  readonly role: Role;
  readonly do: Deed;
  readonly total: number;
  /** The most of it in one month. */
  readonly busiest: number;
};

export type Trial = {
  readonly from: MonthIndex;
  readonly through: MonthIndex;
  readonly lines: readonly TrialLine[];
  /** Most first. */
  readonly workload: readonly Workload[];
  readonly total: number;
};

function lineOf(measure: Measure, fired: readonly Fired[], from: MonthIndex, length: number): TrialLine {
  const own = fired.filter((each) => each.measure.id === measure.id);
  const byMonth = new Array<number>(length).fill(0);
  for (const { month } of own) byMonth[month - from] = (byMonth[month - from] ?? 0) + 1;
  const persons = new Set(own.flatMap(({ causes }) => causes.map(({ person }) => person))).size;
  return { measure, byMonth, total: own.length, persons };
}

/** What each role would have had to do, and whom what is sent to nobody's doing tells (`alert`: those who are told). */
function workloadOf(fired: readonly Fired[]): readonly Workload[] {
  const found = new Map<string, { role: Role; do: Deed; months: Map<MonthIndex, number> }>();
  for (const { measure, month } of fired) {
    for (const { do: deed, by, to } of measure.follows) {
      for (const role of by.length > 0 ? by : to) {
        const key = `${role} ${deed}`;
        const load = found.get(key) ?? { role, do: deed, months: new Map<MonthIndex, number>() };
        found.set(key, load);
        load.months.set(month, (load.months.get(month) ?? 0) + 1);
      }
    }
  }
  return [...found.values()]
    .map(({ role, do: deed, months }) => {
      const counts = [...months.values()];
      return { role, do: deed, total: counts.reduce((sum, each) => sum + each, 0), busiest: Math.max(...counts) };
    })
    .sort((a, b) => b.total - a.total || `${a.role}${a.do}`.localeCompare(`${b.role}${b.do}`));
}

/** Sums up what would have come to be due: how many alerts, forms and interviews, in which months, for whom. */
export function trialOf(
  measures: readonly Measure[],
  fired: readonly Fired[],
  { from, through }: { readonly from: MonthIndex; readonly through: MonthIndex },
): Trial {
  const length = through - from + 1;
  return {
    from,
    through,
    lines: measures.map((measure) => lineOf(measure, fired, from, length)),
    workload: workloadOf(fired),
    total: fired.length,
  };
}
