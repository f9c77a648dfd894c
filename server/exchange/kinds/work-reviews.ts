import { importShapes } from '@tokimori/contract/import-columns';
import { savingColumns } from '@tokimori/contract/registers/columns';
import type { WorkReview } from '@tokimori/contract/registers/entries';
import {
  reviewDecisionWords,
  reviewKindWords,
  savingMeasureWords,
  viewpointWords,
} from '@tokimori/contract/registers/words';
import { savedBy } from '@tokimori/forms/yamagata/review';
import { TAKEN } from '@tokimori/forms/yamagata/review-file';
import { formatLocalDate } from '@tokimori/law/time/civil';
import { workReviewRegister } from '../../use-cases/registers/work-reviews.ts';
import type { RowReader } from '../rows/row-reader.ts';
import { showMinutes } from '../rows/show.ts';
import { plain, readDay, readDuration, readText, readWord } from '../rows/values.ts';
import type { Kind } from './kind.ts';
import { judgeEntries, type RegisterFile, writeEntries } from './register-file.ts';

type Measure = WorkReview['savings'][number]['measure'];
type Viewpoint = WorkReview['viewpoints'][number]['viewpoint'];

const turned = <T extends string>(words: Readonly<Record<T, string>>): Readonly<Record<string, T>> =>
  Object.fromEntries((Object.entries(words) as [T, string][]).map(([key, word]) => [word, key]));
const kinds = turned(reviewKindWords);
const decisions = turned(reviewDecisionWords);
/** 2000–2100, as the register takes them. */
const years: Readonly<Record<string, number>> = Object.fromEntries(
  Array.from({ length: 101 }, (_, i) => [`${2000 + i}`, 2000 + i]),
);

const viewpointsOf = (row: RowReader): WorkReview['viewpoints'] =>
  (Object.keys(viewpointWords) as Viewpoint[]).flatMap((viewpoint) => {
    const { name } = viewpointWords[viewpoint];
    if (!row.has(name)) return [];
    const finding = row.optional(name, (text) => readText(text, 1000), '');
    return [{ viewpoint, finding: finding === TAKEN || finding === '〇' ? '' : finding }];
  });

const savingsOf = (row: RowReader): WorkReview['savings'] =>
  (Object.entries(savingMeasureWords) as [Measure, string][]).flatMap(([measure, word]) => {
    const [plannedColumn, actualColumn] = savingColumns(word);
    const planned = row.optional(plannedColumn, readDuration, null);
    const actual = row.optional(actualColumn, readDuration, null);
    return planned === null && actual === null ? [] : [{ measure, what: '', planned, actual }];
  });

function externalOf(row: RowReader): WorkReview['external'] {
  const day = row.optional('外部評価日', readDay, null);
  const opinion = row.optional('外部評価の意見', (text) => readText(text, 2000), '');
  return day === null && opinion === '' ? null : { on: day === null ? null : formatLocalDate(day), opinion };
}

function readReview(row: RowReader): WorkReview | undefined {
  const fiscalYear = row.required('年度', (text) => readWord(text.replace(/年度$/, ''), years));
  const kind = row.required('区分', (text) => readWord(text, kinds));
  const name = row.required('名称', (text) => readText(text, 100));
  const department = row.required('部署コード', plain);
  const decision = row.optional('見直しの結果', (text) => readWord(text, decisions), null);
  const rest = {
    decision,
    viewpoints: viewpointsOf(row),
    external: externalOf(row),
    budget: row.optional('予算への反映', (text) => readText(text, 400), ''),
    steps: [],
    savings: savingsOf(row),
  };
  if (fiscalYear === undefined || kind === undefined || name === undefined || department === undefined)
    return undefined;
  return row.refusals.length > 0 ? undefined : { fiscalYear, kind, name, department, ...rest };
}

const file: RegisterFile<WorkReview> = {
  register: workReviewRegister,
  keyOf: ({ fiscalYear, department, kind, name }) => [fiscalYear, department, kind, name],
  named: ['名称', ({ name }) => name],
};

/** 事務事業の見直し: one line an entry. */
export const workReviews: Kind<WorkReview> = {
  kind: 'work-reviews',
  columns: importShapes['work-reviews'].columns,
  alternatives: importShapes['work-reviews'].alternatives,
  chunkLines: 500,
  read: readReview,
  judge: (tx, facts, reading) => judgeEntries(tx, file, facts, reading),
  write: (tx, facts, reading) => writeEntries(tx, file, facts, reading),
  months: () => [],
  touched: () => ({ staff: null, first: null, last: null }),
  show: (fact) => ({
    年度: `${fact.fiscalYear}年度`,
    区分: reviewKindWords[fact.kind],
    名称: fact.name,
    部署: fact.department,
    結果: fact.decision === null ? '' : reviewDecisionWords[fact.decision],
    削減の見込み: showMinutes(savedBy(fact).planned),
    削減の実績: showMinutes(savedBy(fact).actual),
  }),
};
