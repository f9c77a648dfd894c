import { importShapes } from '@tokimori/contract/import-columns';
import type { DigitalEffect } from '@tokimori/contract/registers/entries';
import { digitalToolWords } from '@tokimori/contract/registers/words';
import { effectOf } from '@tokimori/forms/kochi/effects';
import { rateWords } from '@tokimori/forms/kochi/effects-file';
import { formatLocalDate } from '@tokimori/law/time/civil';
import { digitalEffectRegister } from '../../use-cases/registers/digital-effects.ts';
import type { RowReader } from '../rows/row-reader.ts';
import { showMinutes } from '../rows/show.ts';
import { plain, readAmount, readDay, readDuration, readText, readWord } from '../rows/values.ts';
import type { Kind } from './kind.ts';
import { judgeEntries, type RegisterFile, writeEntries } from './register-file.ts';

/** Words are read in small letters. */
const tools: Readonly<Record<string, DigitalEffect['tool']>> = Object.fromEntries(
  (Object.entries(digitalToolWords) as [DigitalEffect['tool'], string][]).map(([tool, word]) => [
    word.toLowerCase(),
    tool,
  ]),
);

function readEffect(row: RowReader): DigitalEffect | undefined {
  const tool = row.required('道具', (text) => readWord(text, tools));
  const name = row.required('業務名', (text) => readText(text, 100));
  const department = row.required('部署コード', plain);
  const before = row.required('導入前', readDuration);
  const human = row.required('人の作業時間', readDuration);
  const first = row.required('使い始めた日', readDay);
  const last = row.optional('使い終わった日', readDay, null);
  const rest = {
    work: row.optional('作業内容', (text) => readText(text, 400), ''),
    robot: row.optional('道具の稼働時間', readDuration, null),
    initialCost: row.optional('導入の費用', readAmount, null),
    yearlyCost: row.optional('年間の費用', readAmount, null),
    note: row.optional('備考', (text) => readText(text, 400), ''),
  };
  if (before === 0) row.refuse('導入前', 'import.register.no-hours');
  if (first !== undefined && last !== null && last < first)
    row.refuse('使い終わった日', 'import.register.ends-before-begin');
  if (tool === undefined || name === undefined || department === undefined || row.refusals.length > 0) return undefined;
  if (before === undefined || human === undefined || first === undefined) return undefined;
  const until = last === null ? null : formatLocalDate(last);
  return { tool, name, department, before, human, since: formatLocalDate(first), until, ...rest };
}

const file: RegisterFile<DigitalEffect> = {
  register: digitalEffectRegister,
  keyOf: ({ department, name, since }) => [department, name, since],
  named: ['業務名', ({ name }) => name],
};

/** デジタル化の効果: one line a task. */
export const digitalEffects: Kind<DigitalEffect> = {
  kind: 'digital-effects',
  columns: importShapes['digital-effects'].columns,
  alternatives: importShapes['digital-effects'].alternatives,
  chunkLines: 500,
  read: readEffect,
  judge: (tx, facts, reading) => judgeEntries(tx, file, facts, reading),
  write: (tx, facts, reading) => writeEntries(tx, file, facts, reading),
  months: () => [],
  touched: () => ({ staff: null, first: null, last: null }),
  show: (fact) => ({
    道具: digitalToolWords[fact.tool],
    業務名: fact.name,
    部署: fact.department,
    導入前: showMinutes(fact.before),
    人の作業時間: showMinutes(fact.human),
    削減率: rateWords(effectOf(fact).rate),
    使い始めた日: fact.since,
  }),
};
