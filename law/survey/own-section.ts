import type { Bureau, ReportedYear, SurveyFacts } from './facts/types.ts';
import type { RowLayout, TableName } from './layouts/types.ts';
import type { SurveyRules } from './rules.ts';
import type { Figures, SurveyStep, YearFigures } from './table.ts';

/** The id of the municipality's own row. */
export const OWN = 'own';

export type Surroundings = {
  readonly facts: SurveyFacts;
  readonly rules: SurveyRules;
  readonly bureaus: ReadonlyMap<string, Bureau>;
};

/** The figures of one section of the facts, and the tables that show them. */
export type OwnSection = {
  readonly tables: readonly TableName[];
  /** Absent: the fixed rows of the layout that have figures. */
  readonly rows?: readonly RowLayout[];
  readonly figures: YearFigures;
  /** The municipality's figures of a year before; undefined when it did not report them. */
  readonly figuresBefore?: (year: ReportedYear, place: string) => Figures | undefined;
  /** Notes that follow from the municipality's rules, after those of the layout. */
  readonly notes?: readonly string[];
  readonly counts: Omit<ReportedYear, 'fiscalYear'>;
  readonly steps: readonly SurveyStep[];
};

/** The municipality, then its 部局 in the order of the facts. */
export function rowsBy({ facts }: Surroundings, chosen: (bureau: Bureau) => boolean = () => true): RowLayout[] {
  const rows = facts.bureaus.filter(chosen).map(({ id, name }) => ({ id, label: name }));
  return [{ id: OWN, label: facts.name }, ...rows];
}
