import { type FatigueMistake, fatigueMistakes, scoreFatigue } from '@tokimori/law/health/fatigue';
import { type Stress, type StressMistake, scoreStress, stressMistakes } from '@tokimori/law/health/stress';
import { STRESS_ITEMS } from '@tokimori/law/health/stress-scales';
import { explain } from '@tokimori/wording/explain';
import { fatigueSentences, stressSentences } from '@tokimori/wording/health/scores';
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

/** A complaint about an answer to a stress check of so many items. */
export const stressComplaint = ({ item, given }: StressMistake, items = STRESS_ITEMS): Complaint =>
  item === null ? complainCount('answers', given, items) : complainItem('answers', item, given, [1, 2, 3, 4]);

/** With the reasoning in sentences, where it is asked for. */
const explained = (answer: object, withReasons: boolean, explanation: () => readonly string[]): object =>
  withReasons ? { ...answer, explanation: explanation() } : answer;

/** The score of a document of `tokimori fatigue`. @throws InputRefused */
export function fatigueOf(document: unknown, withReasons = false): object {
  const answers = readDocument(fatigueInput, document);
  const mistakes = fatigueMistakes(answers);
  if (mistakes.length > 0) refuseDocument(mistakes.map(fatigueComplaint));
  const { outcome, steps } = scoreFatigue(answers);
  return explained(outcome, withReasons, () => explain(steps, fatigueSentences));
}

/** The scores of a document of `tokimori stress`. @throws InputRefused */
export function stressOf(document: unknown, withReasons = false): object {
  const given = readDocument(stressInput, document);
  const mistakes = stressMistakes(given.answers);
  if (mistakes.length > 0) refuseDocument(mistakes.map((each) => stressComplaint(each)));
  const { outcome, steps } = scoreStress(given);
  const { sum, converted }: Stress = outcome;
  const { scales, ...totals } = converted;
  const answer = { sum, converted: { scales: Object.fromEntries(scales), ...totals } };
  return explained(answer, withReasons, () => explain(steps, stressSentences));
}
