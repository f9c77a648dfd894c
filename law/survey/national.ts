import type { Decision } from '../decision/decision.ts';
import { ImpossibleSurvey } from './defects.ts';
import {
  type ArrangementCounts,
  type ArrangementStates,
  absenceFigures,
  arrangementFigures,
  type InterviewCounts,
  interviewFigures,
  type ReasonCounts,
  reasonFigures,
} from './figures/health.ts';
import { type AverageCounts, averageFigures, classesStep, longHoursFigures, sumLongHours } from './figures/overtime.ts';
import { layoutOf } from './layouts/layouts.ts';
import type { RowLayout, TableLayout, TableName } from './layouts/types.ts';
import { counted, published, share } from './measured.ts';
import {
  type ByHealthGroup,
  type HealthGroup,
  healthGroupNames,
  type NationalYear,
  overtimeGroupNames,
} from './national-counts.ts';
import type { SurveyStepName } from './step-names.ts';
import {
  buildTable,
  checkYears,
  type Figures,
  type SurveyStep,
  type Table,
  tableSteps,
  type YearFigures,
} from './table.ts';

/** Figures of one section of one year, and the steps on the way. */
type Section = { readonly figures: YearFigures; readonly steps: readonly SurveyStep[] };
type SectionOf = (year: NationalYear, place: string, labels: ReadonlyMap<string, string>) => Section | undefined;

function sumAverages(groups: readonly AverageCounts[], place: string): AverageCounts {
  let sum = { minutes: 0, heads: 0 };
  for (const group of groups) {
    if ('publishedYear' in group) throw new ImpossibleSurvey('needed', `${place}.all`, {}, { what: 'all' });
    sum = { minutes: sum.minutes + group.minutes, heads: sum.heads + group.heads };
  }
  return sum;
}

const averages: SectionOf = ({ averages: given }, place, labels) => {
  if (given === undefined) return undefined;
  const all =
    given.all ??
    sumAverages(
      overtimeGroupNames.map((group) => given[group]),
      place,
    );
  const rows = [['all', all] as const, ...overtimeGroupNames.map((group) => [group, given[group]] as const)];
  const made = rows.map(
    ([id, counts]) => [id, averageFigures(counts, `${place}.${id}`, labels.get(id) ?? id)] as const,
  );
  return {
    figures: new Map(made.map(([id, { figures }]) => [id, figures])),
    steps: made.flatMap(([, { steps }]) => steps),
  };
};

const longHours: SectionOf = ({ longHours: given }, place, labels) => {
  if (given === undefined) return undefined;
  const all = sumLongHours(overtimeGroupNames.map((group) => given[group]));
  const rows = [['all', all] as const, ...overtimeGroupNames.map((group) => [group, given[group]] as const)];
  return {
    figures: new Map(rows.map(([id, counts]) => [id, longHoursFigures(counts, `${place}.${id}`)])),
    steps: rows.map(([id, counts]) => classesStep(counts, labels.get(id) ?? id)),
  };
};

/** The rows of a health table: each group, their sum, and 参考 where it is given. */
function health<T>(
  given: ByHealthGroup<T> | undefined,
  place: string,
  sum: (groups: readonly T[]) => T,
  figuresOf: (counts: T, place: string) => Figures,
): Section | undefined {
  if (given === undefined) return undefined;
  const figures = new Map<string, Figures>();
  for (const group of healthGroupNames) figures.set(group, figuresOf(given[group], `${place}.${group}`));
  figures.set('total', figuresOf(sum(healthGroupNames.map((group) => given[group])), `${place}.total`));
  if (given.union !== undefined) figures.set('union', figuresOf(given.union, `${place}.union`));
  return { figures, steps: [] };
}

/** Adds the counts of groups up, key by key. */
function addUp<K extends string>(groups: readonly Readonly<Record<K, number>>[]): Record<K, number> {
  const sum: Partial<Record<K, number>> = {};
  for (const group of groups) {
    for (const key of Object.keys(group) as K[]) sum[key] = (sum[key] ?? 0) + group[key];
  }
  return sum as Record<K, number>;
}

function sumArrangements(
  groups: readonly ArrangementCounts[],
  total: ArrangementStates | undefined,
  place: string,
): ArrangementCounts {
  const states = groups.map(({ bureaus }) => bureaus);
  const known = states.flatMap((each) => ('publishedShares' in each ? [] : [each]));
  if (total === undefined && known.length < states.length) {
    throw new ImpossibleSurvey('needed', `${place}.total`, {}, { what: 'total' });
  }
  const bodies = groups.flatMap((each) => each.bodies ?? []);
  const without = groups.flatMap((each) => each.without ?? []);
  const asked = bodies.length === groups.length && without.length === groups.length;
  const sum = (counts: readonly number[]) => counts.reduce((all, each) => all + each, 0);
  return {
    bureaus: total ?? addUp(known),
    ...(asked ? { bodies: sum(bodies), without: sum(without) } : {}),
  };
}

const practice: SectionOf = ({ practice: given }, place) => {
  if (given === undefined) return undefined;
  const rows = Object.entries(given).map(([item, counts]): [string, Figures] => {
    const at = `${place}.${item}`;
    const bodies = counted(counts.bodies, `${at}.bodies`);
    if ('of' in counts) return [item, { bodies, bodiesShare: share(counts.bodies, counts.of, at) }];
    return [item, { bodies, bodiesShare: published(counts.publishedShare) }];
  });
  return { figures: new Map(rows), steps: [] };
};

/** Reasons are shares of those not interviewed, so the interviews of the year are needed. */
const reasons: SectionOf = ({ reasons: given, interviews }, place) => {
  if (given === undefined) return undefined;
  if (interviews === undefined) throw new ImpossibleSurvey('needed', place, {}, { what: 'interviews' });
  const pair = (group: HealthGroup) => ({ ...interviews[group], ...given[group] });
  if (given.union !== undefined && interviews.union === undefined) {
    throw new ImpossibleSurvey('needed', `${place}.union`, {}, { what: 'interviews.union' });
  }
  const union =
    given.union === undefined || interviews.union === undefined
      ? {}
      : { union: { ...interviews.union, ...given.union } };
  const all: ByHealthGroup<InterviewCounts & ReasonCounts> = {
    prefecture: pair('prefecture'),
    designatedCity: pair('designatedCity'),
    city: pair('city'),
    town: pair('town'),
    ...union,
  };
  return health(all, place, addUp, (counts, at) => reasonFigures(counts, counts, at));
};

const sections: readonly (readonly [name: keyof NationalYear, tables: readonly TableName[], section: SectionOf])[] = [
  ['averages', ['averageYear', 'averageMonth'], averages],
  ['longHours', ['longHours'], longHours],
  [
    'arrangements',
    ['arrangements'],
    ({ arrangements: given }, place) =>
      health(given, place, (groups) => sumArrangements(groups, given?.total, place), arrangementFigures),
  ],
  ['interviews', ['interviews'], ({ interviews }, place) => health(interviews, place, addUp, interviewFigures)],
  ['reasons', ['reasons', 'reasonsAll'], reasons],
  ['absences', ['absences'], (year, place) => health(year.absences, place, addUp, absenceFigures)],
  ['practice', ['practice'], practice],
];

const rowsOf = ({ rows }: TableLayout, now: YearFigures): readonly RowLayout[] => rows.filter(({ id }) => now.has(id));

/**
 * The national tables from what was published: totals are sums of the groups, shares are rounded once from their counts,
 * changes are differences of displayed figures (総行公第139号 別添1).
 * @param years one to three consecutive fiscal years, the surveyed one last; a table is made when that year has its section
 * @throws ImpossibleSurvey; NotInForce when no layout is known for the surveyed year
 */
export function nationalTables(years: readonly NationalYear[]): Decision<readonly Table[], SurveyStepName> {
  const surveyed = years.at(-1);
  if (surveyed === undefined || years.length > 3) throw new ImpossibleSurvey('needed', 'years', {}, { what: 'years' });
  checkYears(
    years.map(({ fiscalYear }) => fiscalYear),
    surveyed.fiscalYear,
    'years',
  );
  const { value: layout, citation } = layoutOf(surveyed.fiscalYear);
  const { fiscalYear } = surveyed;
  const steps: SurveyStep[] = [
    { says: 'layoutChosen', figures: { fiscalYear }, words: { layout: layout.name }, citation },
  ];
  const tables: Table[] = [];
  for (const [name, tableNames, section] of sections) {
    if (surveyed[name] === undefined) continue;
    const labels = new Map(layout.tables[tableNames[0] ?? 'longHours'].rows.map(({ id, label }) => [id, label]));
    const made = new Map<0 | 1 | 2, YearFigures>();
    years.forEach((year, position) => {
      const distance = (years.length - 1 - position) as 0 | 1 | 2;
      const found = section(year, `years[${position}].${name}`, labels);
      if (found === undefined) return;
      made.set(distance, found.figures);
      if (distance === 0) steps.push(...found.steps);
    });
    for (const tableName of tableNames) {
      const table = layout.tables[tableName];
      const built = buildTable(layout, table, rowsOf(table, made.get(0) ?? new Map()), made, fiscalYear);
      tables.push(built);
      steps.push(...tableSteps(built, table, made));
    }
  }
  return { outcome: tables, steps };
}
