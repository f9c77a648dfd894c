import { payHours } from '@tokimori/law/pay/pay-hours';
import { explain } from '@tokimori/wording/explain';
import { paySentences } from '@tokimori/wording/pay';
import type { Language } from '../language.ts';
import type { Format } from '../output.ts';
import { payHoursJson } from './pay-json.ts';
import { payTable } from './pay-table.ts';
import { readPayMonth } from './read-month.ts';

/** The answer of `tokimori pay-hours` in pieces of text. @throws InputRefused */
export function* answerPayHours(
  document: unknown,
  format: Format,
  withReasons: boolean,
  language: Language,
): Generator<string> {
  const { month, rules } = readPayMonth(document);
  const { outcome, steps } = payHours(month, rules);
  const reasons = withReasons ? explain(steps, paySentences) : [];
  if (format === 'json') {
    const answer = payHoursJson(outcome);
    yield `${JSON.stringify(withReasons ? { ...answer, explanation: reasons } : answer, null, 2)}\n`;
    return;
  }
  yield* payTable(outcome, language);
  for (const reason of reasons) yield `・${reason}\n`;
}
