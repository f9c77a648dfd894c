import { testCases } from '../testing/cases.ts';
import { answerOf, refusalOf } from '../testing/survey/printed-tables.ts';
import { factsOf, rulesOf } from '../testing/survey/read-facts.ts';
import { ownTables } from './own.ts';

for (const file of ['own-overtime', 'own-health', 'own-leave']) {
  testCases(new URL(`./${file}.cases.yaml`, import.meta.url), (given) => {
    const [facts, rules] = [factsOf(given), rulesOf(given)];
    try {
      const { outcome, steps } = ownTables(facts, rules);
      const { answer, cites = [] } = answerOf(outcome.tables, steps);
      const said = steps.map(({ says }) => says);
      return {
        answer: {
          ...Object(answer),
          counts: { ...outcome.counts },
          notGiven: outcome.notGiven.join(' '),
          told: Object.fromEntries(steps.map(({ says, figures, words }) => [says, { ...figures, ...words }])),
          said: said.join(' '),
        },
        cites,
        steps,
      };
    } catch (error) {
      return refusalOf(error);
    }
  });
}
