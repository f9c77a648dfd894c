import { savingColumns } from '@tokimori/contract/registers/columns';
import type { EntryState, WorkReview } from '@tokimori/contract/registers/entries';
import {
  entryStateWords,
  reviewDecisionWords,
  reviewKindWords,
  savingMeasureWords,
  viewpointWords,
} from '@tokimori/contract/registers/words';
import type { ListColumn, Value } from '../spreadsheet.ts';
import { savedBy, savedByMeasure } from './review.ts';

type Entry = { readonly state: EntryState; readonly section: string; readonly content: WorkReview };
type Measure = WorkReview['savings'][number]['measure'];
type Viewpoint = WorkReview['viewpoints'][number]['viewpoint'];

const measures = Object.entries(savingMeasureWords) as [Measure, string][];
const viewpoints = Object.keys(viewpointWords) as Viewpoint[];
const text = (header: string, width: number): ListColumn => ({ header, width, as: 'text' });
const hours = (header: string): ListColumn => ({ header, width: 11, as: 'duration' });

/** A viewpoint that was taken and of which nothing is written. */
export const TAKEN = '○';

/** Columns of the list: those that are taken in (contract/registers/columns), and beside them what only tells. */
export const reviewFileColumns: readonly ListColumn[] = [
  text('年度', 7),
  text('区分', 7),
  text('名称', 26),
  text('部署コード', 10),
  text('部署', 22),
  text('状態', 9),
  ...viewpoints.map((viewpoint) => text(viewpointWords[viewpoint].name, 18)),
  text('見直しの結果', 10),
  text('外部評価日', 11),
  text('外部評価の意見', 24),
  text('予算への反映', 18),
  ...measures.flatMap(([, word]) => savingColumns(word).map(hours)),
  hours('見込みの計'),
  hours('実績の計'),
];

/** An entry as a row. Minutes. */
export function reviewFileRow({ state, section, content }: Entry): readonly Value[] {
  const saved = new Map(
    savedByMeasure(
      measures.map(([measure]) => measure),
      [content],
    ).map((each) => [each.measure, each]),
  );
  const known = (measure: Measure, key: 'planned' | 'actual'): Value =>
    content.savings.some((saving) => saving.measure === measure && saving[key] !== null)
      ? (saved.get(measure)?.[key] ?? null)
      : null;
  const total = savedBy(content);
  return [
    String(content.fiscalYear),
    reviewKindWords[content.kind],
    content.name,
    content.department,
    section,
    entryStateWords[state],
    ...viewpoints.map((viewpoint) => {
      const found = content.viewpoints.find((each) => each.viewpoint === viewpoint);
      return found === undefined ? '' : found.finding || TAKEN;
    }),
    content.decision === null ? '' : reviewDecisionWords[content.decision],
    content.external?.on ?? '',
    content.external?.opinion ?? '',
    content.budget,
    ...measures.flatMap(([measure]) => [known(measure, 'planned'), known(measure, 'actual')]),
    total.planned,
    total.actual,
  ];
}
