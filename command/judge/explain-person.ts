import { explainOvertime } from '@tokimori/law/overtime/steps';
import { judgeRestrictions } from '@tokimori/law/restrictions/restrictions';
import { explain } from '@tokimori/wording/explain';
import { overtimeSentences } from '@tokimori/wording/overtime';
import { restrictionSentences } from '@tokimori/wording/restrictions';
import type { PersonHistory } from './read-histories.ts';

/**
 * Why the month of `asOf` stands as it does, in Japanese sentences with their provisions: the caps, then the limits on request. A
 * document of months has no pace, so nothing is said of a forecast; and where requests are given, they are told themselves.
 */
export function explainPerson({ history, restricted }: PersonHistory): readonly string[] {
  const steps = explainOvertime({ history, pace: null, nearPercent: 100 }).filter(
    ({ says }) => says !== 'noForecast' && !(says === 'personalRequestsApart' && restricted !== undefined),
  );
  const caps = explain(steps, overtimeSentences);
  if (restricted === undefined) return caps;
  return [...caps, ...explain(judgeRestrictions(restricted.input, restricted.rules).steps, restrictionSentences)];
}
