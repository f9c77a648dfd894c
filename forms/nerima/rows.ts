import { eraDate } from '@tokimori/wording/format';
import { type Field, type Part, textOf } from '../sheet/definition.ts';
import { subjectOf } from '../sheet/figures.ts';
import type { Filled, Given, GivenPerson } from '../sheet/given.ts';
import { noticedShares, noticedText } from '../sheet/notice.ts';
import { upTo } from '../sheet/words.ts';
import { type Half, type Item, needOf } from './rules.ts';

type Row = {
  readonly item: Item;
  readonly no: string;
  readonly title: string;
  readonly note: string;
  readonly date?: true;
};

/** The headings of the original. */
export const ROWS: readonly Row[] = [
  { item: 'overview', no: '②', title: '特例業務概要', note: '業務ごとに記入し、特例業務内での時間割合を()書きで記入' },
  { item: 'staffing', no: '③', title: '人員配置', note: '' },
  { item: 'unavoidable', no: '④', title: '特例の適用を回避できない理由', note: '' },
  { item: 'reduction', no: '⑤', title: '当該月に行う超過勤務縮減策', note: '' },
  { item: 'health', no: '⑥', title: '(他律の上限超の場合)当該職員の健康状態', note: '' },
  { item: 'effect', no: '⑦', title: '超過勤務縮減策の効果', note: '' },
  { item: 'improvement', no: '⑧', title: '今後の改善策', note: '' },
  { item: 'course', no: '⑨', title: '検証経過', note: '' },
  { item: 'talkedOn', no: '⑩', title: '課内・部内協議日', note: '', date: true },
  { item: 'managerOn', no: '⑪', title: '課長確認日', note: '', date: true },
  { item: 'directorOn', no: '⑫', title: '※部長確認日', note: '', date: true },
  { item: 'toldOn', no: '⑬', title: '本人通知日', note: '', date: true },
];

const MAX = 240;

/** 特例業務 of the month with their shares of it, largest first: △△業務(100%). Of at most five works, as the records tell them. */
function sharesOf(person: GivenPerson): string {
  const works = person.works.filter(({ exceptional }) => exceptional);
  const all = works.reduce((sum, { minutes }) => sum + minutes, 0);
  if (all === 0) return '';
  return upTo(MAX, works.map(({ work, minutes }) => `${work}(${Math.round((minutes / all) * 100)}%)`).join('\n'));
}

const hintOf = (half: Half, item: Item): string | undefined => {
  if (item === 'overview') return '業務ごとに、特例業務の中での時間の割合を(100%)のように書き添えます。';
  if (item === 'effect') return '事前に立てた縮減策の効果を入力します。';
  if (item === 'course' && half === 'review') return '面談や会議の日と内容を、日を追って入力します。';
  return undefined;
};

/** What the register of prior notices tells of a row of the 事前届出. */
function noticedIn(item: Item, given: Given): string {
  switch (item) {
    case 'overview':
      return noticedShares(given, MAX);
    case 'staffing':
    case 'unavoidable':
    case 'reduction':
    case 'health':
      return noticedText(given, item, MAX);
    default:
      return '';
  }
}

/** What a row starts with: what was noticed or handed in before, or for ② what the records tell. */
function startOf(half: Half, item: Item, given: Given, person: GivenPerson): string {
  const noticed = half === 'prior' ? noticedIn(item, given) : '';
  if (noticed !== '') return noticed;
  const shares = item === 'overview' ? sharesOf(person) : '';
  if (shares !== '' || half === 'prior') return shares;
  const before = given.earlier?.filled[`prior.${item}`];
  return typeof before === 'string' && !item.endsWith('On') ? before : '';
}

/** The fields of a half: the rows that are or may be filled in for this person. */
export function rowPart(half: Half, given: Given): Part {
  const person = subjectOf(given);
  const fields = ROWS.flatMap((row): readonly Field[] => {
    const need = person === undefined ? 'absent' : needOf(half, row.item, given, person);
    if (person === undefined || need === 'absent' || need === 'notNeeded') return [];
    const hint = hintOf(half, row.item);
    const base = {
      id: row.item,
      label: `${row.no}${row.title.replace('※', '')}`,
      required: need === 'required',
      ...(hint === undefined ? {} : { hint }),
    };
    if (row.date === true) return [{ ...base, kind: 'date', past: true }];
    const health = row.item === 'health' ? ({ health: true } as const) : {};
    return [{ ...base, ...health, kind: 'text', max: MAX, start: startOf(half, row.item, given, person) }];
  });
  return { id: half, title: half === 'prior' ? '事前届出' : '事後検証報告書', fields };
}

/** What is printed in a row: 「入力不要です」 where nothing has to stand. */
export function printedRow(half: Half, row: Row, given: Given, filled: Filled): string {
  const person = subjectOf(given);
  if (person === undefined) return '';
  const need = needOf(half, row.item, given, person);
  if (need === 'absent') return '';
  if (need === 'notNeeded') return '入力不要です';
  const text = textOf([rowPart(half, given)], filled, `${half}.${row.item}`);
  if (text === '') return need === 'open' ? '入力不要です' : '';
  return row.date === true ? eraDate(text) : text;
}
