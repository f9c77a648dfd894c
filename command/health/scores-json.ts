import { type FatigueMistake, fatigueMistakes, scoreFatigue } from '@tokimori/law/health/fatigue';
import { type Stress, type StressMistake, scoreStress, stressMistakes } from '@tokimori/law/health/stress';
import { STRESS_ITEMS } from '@tokimori/law/health/stress-scales';
import { complain } from '../document/complaints.ts';
import { readDocument, refuseDocument } from '../document/read-document.ts';
import type { Complaint } from '../refusal.ts';
import { fatigueInput, stressInput } from './schema.ts';

function complainCount(path: string, given: unknown, needed: number): Complaint {
  return complain(
    path,
    [`答えが ${given} 個あります。`, `${needed} 個の答えを用紙の順に書いてください。答えのない項目は補いません。`],
    [`There are ${given} answers.`, `Give ${needed} answers in the order of the sheet.`],
  );
}

function complainItem(path: string, item: number, given: unknown, takes: readonly number[]): Complaint {
  return complain(
    `${path}[${item - 1}]`,
    [
      `項目 ${item} の答え ${JSON.stringify(given)} は使えません。`,
      `項目 ${item} には ${takes.join('、')} のどれかを書いてください。`,
    ],
    [`Item ${item} cannot take ${JSON.stringify(given)}.`, `Item ${item} takes ${takes.join(', ')}.`],
  );
}

const fatigueComplaint = ({ part, item, given, takes }: FatigueMistake): Complaint =>
  item === null ? complainCount(part, given, takes[0] ?? 0) : complainItem(part, item, given, takes);

const stressComplaint = ({ item, given }: StressMistake): Complaint =>
  item === null ? complainCount('answers', given, STRESS_ITEMS) : complainItem('answers', item, given, [1, 2, 3, 4]);

/** The score of a document of `tokimori fatigue`. @throws InputRefused */
export function fatigueOf(document: unknown): object {
  const answers = readDocument(fatigueInput, document);
  const mistakes = fatigueMistakes(answers);
  if (mistakes.length > 0) refuseDocument(mistakes.map(fatigueComplaint));
  return scoreFatigue(answers).outcome;
}

/** The scores of a document of `tokimori stress`. @throws InputRefused */
export function stressOf(document: unknown): object {
  const given = readDocument(stressInput, document);
  const mistakes = stressMistakes(given.answers);
  if (mistakes.length > 0) refuseDocument(mistakes.map(stressComplaint));
  const { sum, converted }: Stress = scoreStress(given).outcome;
  const { scales, ...totals } = converted;
  return { sum, converted: { scales: Object.fromEntries(scales), ...totals } };
}
