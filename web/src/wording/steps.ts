import type { StepView } from '@tokimori/contract/values';
import { agreementSentences } from '@tokimori/wording/agreement36';
import { designationSentences, orderSentences, priorNoticeSentences } from '@tokimori/wording/designation';
import { daySentences } from '@tokimori/wording/duty-day';
import { guidanceSentences } from '@tokimori/wording/health/guidance';
import { overtimeSentences } from '@tokimori/wording/overtime';
import { clippedSentences, recordingSentences } from '@tokimori/wording/record-keeping';
import { discrepancySentences } from '@tokimori/wording/record-keeping-days';
import { type Sentence, toldBy } from '@tokimori/wording/sentence';

const all: Readonly<Record<string, Sentence | undefined>> = {
  ...overtimeSentences,
  ...daySentences,
  ...guidanceSentences,
  ...agreementSentences,
  ...designationSentences,
  ...orderSentences,
  ...priorNoticeSentences,
  ...discrepancySentences,
  ...clippedSentences,
  ...recordingSentences,
};

/** The sentence of a step. Steps of a newer server than this page say their name. */
export function sentenceOf(step: StepView): string {
  const sentence = all[step.says];
  return sentence === undefined ? `(${step.says})` : sentence(toldBy(step));
}
