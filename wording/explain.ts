import type { Citation } from '@tokimori/law/decision/citation';
import type { Step } from '@tokimori/law/decision/decision';
import { formatCitation } from '@tokimori/law/decision/format-citation';
import { type Sentences, toldBy } from './sentence.ts';

/** How sure we are of a provision, where it matters to the reader: A was read in the text and says nothing. */
export const confidenceWords: Readonly<Record<Citation['confidence'], string>> = {
  A: '',
  B: '〔B 一部で確認〕',
  C: '〔C 例規で要確認〕',
};

/** 人事院規則15―14 第16条の2の2第1項…〔B 一部で確認〕 */
export function citeWithConfidence(citation: Citation): string {
  return `${formatCitation(citation)}${confidenceWords[citation.confidence]}`;
}

/**
 * The steps of a decision as lines in Japanese, each with the provision it rests on in brackets:
 * 「4月は他律部署の上限が適用されます。(人事院規則15―14 第16条の2の2第1項第2号)」.
 */
export function explain<Name extends string>(steps: readonly Step<Name>[], sentences: Sentences<Name>): string[] {
  return steps.map((step) => {
    const said = sentences[step.says](toldBy(step));
    return step.citation === undefined ? said : `${said}(${citeWithConfidence(step.citation)})`;
  });
}
