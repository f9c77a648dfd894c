import { NotInForce } from '../../decision/dated.ts';
import { formatCitation } from '../../decision/format-citation.ts';
import { ImpossibleSurvey } from '../../survey/defects.ts';
import type { SurveyStep, Table } from '../../survey/table.ts';
import type { Answer } from '../cases.ts';

/** A table as a case writes it: headings and cells in one line each. */
function tableAnswer({ title, columns, rows, unit, notes }: Table) {
  return {
    title,
    unit: unit ?? null,
    lastNote: notes.at(-1) ?? null,
    columns: columns.map(({ heading }) => heading.join(' ')).join(' | '),
    under: Object.fromEntries(rows.flatMap(({ label, under }) => (under === undefined ? [] : [[label, under]]))),
    rows: Object.fromEntries(rows.map(({ label, cells }) => [label, cells.map((cell) => cell.printed).join(' | ')])),
    byId: Object.fromEntries(rows.map(({ id, cells }) => [id, cells.map((cell) => cell.printed).join(' | ')])),
    order: rows.map(({ label }) => label).join(' '),
  };
}

/** Tables by name, and everything they and their steps cite. */
export function answerOf(tables: readonly Table[], steps: readonly SurveyStep[]): Answer {
  return {
    answer: Object.fromEntries(tables.map((table) => [table.name, tableAnswer(table)])),
    cites: tables.map(({ citation }) => formatCitation(citation)),
    steps,
  };
}

/** What a refusal says: the place and the defect. @throws anything else */
export function refusalOf(error: unknown): Answer {
  if (error instanceof ImpossibleSurvey)
    return { answer: { refused: `${error.place} ${error.because}` }, refusal: error };
  if (error instanceof NotInForce) return { answer: { refused: error.name } };
  throw error;
}
