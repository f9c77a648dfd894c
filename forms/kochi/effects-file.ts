import type { DigitalEffect, EntryState } from '@tokimori/contract/registers/entries';
import { digitalToolWords, entryStateWords } from '@tokimori/contract/registers/words';
import type { ListColumn, Value } from '../spreadsheet.ts';
import { effectOf } from './effects.ts';

type Entry = { readonly state: EntryState; readonly section: string; readonly content: DigitalEffect };
const text = (header: string, width: number): ListColumn => ({ header, width, as: 'text' });
const hours = (header: string): ListColumn => ({ header, width: 11, as: 'duration' });

/** Columns of the list: those that are taken in (contract/registers/columns), and beside them what is computed. */
export const effectFileColumns: readonly ListColumn[] = [
  text('道具', 10),
  text('業務名', 30),
  text('作業内容', 34),
  text('部署コード', 10),
  text('部署', 22),
  text('状態', 9),
  hours('導入前'),
  hours('道具の稼働時間'),
  hours('人の作業時間'),
  hours('削減した時間'),
  text('人作業削減率', 9),
  text('使い始めた日', 11),
  text('使い終わった日', 11),
  { header: '導入の費用', width: 12, as: 'whole' },
  { header: '年間の費用', width: 12, as: 'whole' },
  text('備考', 24),
];

/** 89.7%; a negative rate has its sign. */
export const rateWords = (rate: number | null): string =>
  rate === null ? '' : `${rate < 0 ? '-' : ''}${Math.floor(Math.abs(rate) / 10)}.${Math.abs(rate) % 10}%`;

/** An entry as a row. Minutes a year, 円. */
export function effectFileRow({ state, section, content }: Entry): readonly Value[] {
  const { reduction, rate } = effectOf(content);
  return [
    digitalToolWords[content.tool],
    content.name,
    content.work,
    content.department,
    section,
    entryStateWords[state],
    content.before,
    content.robot,
    content.human,
    reduction,
    rateWords(rate),
    content.since,
    content.until ?? '',
    content.initialCost,
    content.yearlyCost,
    content.note,
  ];
}
