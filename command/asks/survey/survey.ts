import type { ReportedYear } from '@tokimori/law/survey/facts/types';
import { layoutOf } from '@tokimori/law/survey/layouts/layouts';
import { nationalTables } from '@tokimori/law/survey/national';
import { ownTables } from '@tokimori/law/survey/own';
import { modelSurvey } from '@tokimori/law/survey/rules';
import { explain } from '@tokimori/wording/explain';
import { surveySentences } from '@tokimori/wording/survey';
import { readDocument } from '../../document/read-document.ts';
import type { Answered, Ask } from '../ask.ts';
import { ground, groundsOf, hm, over } from '../grounds.ts';
import { nationalExample } from './national-example.ts';
import { nationalInput, nationalYearOf } from './national-schema.ts';
import { ownExample } from './own-example.ts';
import { factsOf } from './own-facts.ts';
import { surveyInput } from './own-schema.ts';
import { surveyed } from './refusals.ts';
import { tableJson } from './table-json.ts';

/** Where the layout of a year was read. */
function layoutJson(fiscalYear: number) {
  const { value, citation } = layoutOf(fiscalYear);
  return { name: value.name, ...ground(citation) };
}

/** The counts of a year in the form of `before`. */
function countsJson({ average, annualLeave, ...counts }: ReportedYear) {
  return {
    ...counts,
    ...(average === undefined || 'publishedYear' in average
      ? {}
      : { average: { hours: hm(average.minutes), heads: average.heads } }),
    ...(annualLeave === undefined
      ? {}
      : { annualLeave: { people: annualLeave.people, hours: hm(annualLeave.minutes), few: annualLeave.few } }),
  };
}

function answerOwn(given: unknown): Answered {
  const document = readDocument(surveyInput, given);
  const facts = factsOf(document);
  const { outcome, steps } = surveyed('fiscalYear', () => ownTables(facts, over(modelSurvey, document.rules)));
  return {
    answer: {
      fiscalYear: facts.fiscalYear,
      name: facts.name,
      layout: layoutJson(facts.fiscalYear),
      tables: outcome.tables.map(tableJson),
      counts: countsJson(outcome.counts),
      notGiven: outcome.notGiven,
      ...groundsOf(steps),
    },
    explanation: () => explain(steps, surveySentences),
  };
}

function answerNational(given: unknown): Answered {
  const years = readDocument(nationalInput, given).years.map((year, at) => nationalYearOf(year, `years[${at}]`));
  const last = years.length - 1;
  const { outcome, steps } = surveyed(`years[${last}].fiscalYear`, () => nationalTables(years));
  const fiscalYear = years[last]?.fiscalYear ?? Number.NaN;
  return {
    answer: {
      fiscalYear,
      layout: layoutJson(fiscalYear),
      tables: outcome.map(tableJson),
      ...groundsOf(steps),
    },
    explanation: () => explain(steps, surveySentences),
  };
}

export const asks: readonly Ask[] = [
  {
    name: 'survey',
    summary: {
      ja: '勤務条件等調査の表を、一つの団体の事実から作る',
      en: 'the tables of the national survey from the facts of one municipality',
    },
    example: ownExample,
    answer: answerOwn,
  },
  {
    name: 'survey-national',
    summary: {
      ja: '勤務条件等調査の全国の表を、公表された人数から作る(例は令和5年12月25日通知)',
      en: 'the national tables of the survey from published counts (the example is the notice of 2023-12-25)',
    },
    example: nationalExample,
    answer: answerNational,
  },
];
