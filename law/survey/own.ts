import type { Decision } from '../decision/decision.ts';
import { checkOnce, ImpossibleSurvey } from './defects.ts';
import type { ReportedYear, SurveyFacts } from './facts/types.ts';
import { layoutOf } from './layouts/layouts.ts';
import { type RowLayout, type TableName, tableNames } from './layouts/types.ts';
import { healthSections } from './own-health.ts';
import { leaveSections } from './own-leave.ts';
import { overtimeSection } from './own-overtime.ts';
import { OWN, type OwnSection, type Surroundings } from './own-section.ts';
import { modelSurvey, type SurveyRules } from './rules.ts';
import type { SurveyStepName } from './step-names.ts';
import { buildTable, checkYears, type SurveyStep, type Table, tableSteps, type YearFigures } from './table.ts';
import { withYears } from './year-labels.ts';

export type OwnSurvey = {
  readonly tables: readonly Table[];
  /** The counts of the year, in the form in which the year after compares with them. */
  readonly counts: ReportedYear;
  /** Tables that the facts do not answer. */
  readonly notGiven: readonly TableName[];
};

function surroundingsOf(facts: SurveyFacts, rules: SurveyRules): Surroundings {
  checkOnce(
    facts.bureaus.map(({ id }) => id),
    (position) => `bureaus[${position}].id`,
  );
  if (facts.bureaus.length === 0) throw new ImpossibleSurvey('needed', 'bureaus', {}, { what: 'bureaus' });
  const reserved = facts.bureaus.findIndex(({ id }) => id === OWN);
  if (reserved >= 0) throw new ImpossibleSurvey('twice', `bureaus[${reserved}].id`);
  const before = facts.before ?? [];
  if (before.length > 2) throw new ImpossibleSurvey('needed', 'before', {}, { what: 'before' });
  checkYears(
    before.map(({ fiscalYear }) => fiscalYear),
    facts.fiscalYear - 1,
    'before',
  );
  return { facts, rules, bureaus: new Map(facts.bureaus.map((bureau) => [bureau.id, bureau])) };
}

/** The years of a table: the surveyed one by its rows, those before by the municipality's own row alone. */
function yearsOf(section: OwnSection, before: readonly ReportedYear[]): Map<0 | 1 | 2, YearFigures> {
  const years = new Map<0 | 1 | 2, YearFigures>([[0, section.figures]]);
  before.toReversed().forEach((year, position) => {
    const figures = section.figuresBefore?.(year, `before[${before.length - 1 - position}]`);
    if (figures !== undefined) years.set((position + 1) as 1 | 2, new Map([[OWN, figures]]));
  });
  return years;
}

/** Fixed rows of the layout that are answered, or the municipality and its 部局. */
function rowsOf(fixed: readonly RowLayout[], section: OwnSection): readonly RowLayout[] {
  return section.rows ?? fixed.filter(({ id }) => section.figures.has(id));
}

/**
 * The tables of one municipality and fiscal year from its facts. A table whose facts are not given is named, not made.
 * Overtime tables leave out 警察・消防・教育委員会 and managerial staff; the health tables count everyone.
 * @throws ImpossibleSurvey on facts that cannot be; NotInForce when no layout is known for the year
 */
export function ownTables(facts: SurveyFacts, rules: SurveyRules = modelSurvey): Decision<OwnSurvey, SurveyStepName> {
  const { value: layout, citation } = layoutOf(facts.fiscalYear);
  const { fiscalYear } = facts;
  const surroundings = surroundingsOf(facts, rules);
  const steps: SurveyStep[] = [
    { says: 'layoutChosen', figures: { fiscalYear }, words: { layout: layout.name }, citation },
  ];
  const made = new Map<TableName, Table>();
  let counts: ReportedYear = { fiscalYear };
  for (const sectionsOf of [overtimeSection, healthSections, leaveSections]) {
    for (const section of sectionsOf(surroundings)) {
      steps.push(...section.steps);
      counts = { ...counts, ...section.counts };
      const years = yearsOf(section, facts.before ?? []);
      for (const name of section.tables) {
        const table = layout.tables[name];
        const noted = { ...table, notes: [...table.notes, ...(section.notes ?? [])] };
        const built = buildTable(layout, noted, rowsOf(table.rows, section), years, fiscalYear);
        made.set(name, built);
        steps.push(...tableSteps(built, table, years));
      }
    }
  }
  const notGiven = tableNames.filter((name) => name !== 'practice' && !made.has(name));
  for (const name of notGiven) {
    steps.push({
      says: 'notGiven',
      figures: {},
      words: { table: withYears(layout.tables[name].title, fiscalYear) },
      citation,
    });
  }
  const tables = tableNames.flatMap((name) => made.get(name) ?? []);
  return { outcome: { tables, counts, notGiven }, steps };
}
