import { formatCitation } from '@tokimori/law/decision/format-citation';
import { type BreachRecord, judgeRecord, reviewDue } from '@tokimori/law/designation/breach-record';
import { breachItems, breachNotice, healthConfirmation, reviewSince } from '@tokimori/law/designation/citations';
import { type Confirmation, judgeOrder } from '@tokimori/law/designation/exceptional-order';
import { formatLocalDate } from '@tokimori/law/time/civil';
import { formatDuration } from '@tokimori/law/time/minutes';
import { fiscalYearOf, formatYearMonth, monthOf } from '@tokimori/law/time/months';
import { breachSentences, orderSentences } from '@tokimori/wording/designation';
import { explain } from '@tokimori/wording/explain';
import type { z } from 'zod';
import { complain } from '../../document/complaints.ts';
import { beyondMonth } from '../../document/month-hours.ts';
import { readDocument, refuseDocument } from '../../document/read-document.ts';
import type { Answered } from '../ask.ts';
import { refusing } from '../law-refusals.ts';
import { refusals, rulesOf } from './reading.ts';
import { breachInput, orderInput } from './schema.ts';

function confirmationOf(given: z.infer<typeof orderInput>['confirmation']): Confirmation {
  return {
    ...(given?.confirmedOn === undefined ? {} : { confirmedOn: given.confirmedOn }),
    confirmedBy: given?.confirmedBy ?? '',
    fatigue: given?.fatigue ?? '',
    mindAndBody: given?.mindAndBody ?? '',
  };
}

/** `law ask exceptional-order`. @throws InputRefused */
export function askOrder(document: unknown): Answered {
  const given = readDocument(orderInput, document);
  const { orderedOn, month, soFar, order, employedFrom, confirmation } = given;
  const before = new Map((given.before ?? []).map((each) => [each.month, each.overtime]));
  if (before.size < (given.before ?? []).length) {
    refuseDocument([
      complain(
        'before',
        ['同じ月が二度あります。', '1つの月は1度だけ書いてください。'],
        ['A month is given twice.', 'Give each month once.'],
      ),
    ]);
  }
  const ordered = month ?? monthOf(orderedOn);
  const tooLong = [
    ...beyondMonth('order', ordered, soFar + order),
    ...(given.before ?? []).flatMap((each, at) => beyondMonth(`before[${at}].overtime`, each.month, each.overtime)),
  ];
  if (tooLong.length > 0) refuseDocument(tooLong);
  const { outcome, steps } = refusing('order', refusals, () =>
    judgeOrder(
      {
        orderedOn,
        month: ordered,
        soFar,
        order,
        before,
        confirmation: confirmationOf(confirmation),
        ...(employedFrom === undefined ? {} : { employedFrom }),
      },
      rulesOf(given.rules),
    ),
  );
  const citation = (outcome.duty === 'confirm' ? healthConfirmation.at(-1) : healthConfirmation[0])?.citation;
  return {
    answer: {
      ...outcome,
      beyond: outcome.beyond.map(({ limit, months, sum, bound }) => ({
        limit,
        months,
        sum: formatDuration(sum),
        bound: formatDuration(bound),
      })),
      cites: citation === undefined ? null : formatCitation(citation),
      confidence: citation?.confidence ?? null,
    },
    explanation: () => explain(steps, orderSentences),
  };
}

/** Hours (`value`, `cap`) or a number of months (`count`, `times`) with the texts of the record. */
function recordOf({ value, cap, count, times, ...texts }: z.infer<typeof breachInput>['record']): BreachRecord {
  const [worked, limit] = [value ?? count, cap ?? times];
  return {
    department: texts.department ?? '',
    name: texts.name ?? '',
    outline: texts.outline ?? '',
    reason: texts.reason ?? '',
    exceeded: {
      ...(worked === undefined ? {} : { value: worked }),
      ...(limit === undefined ? {} : { cap: limit }),
    },
  };
}

/** The year of the excess, given or that of its month. @throws InputRefused when neither is given or they disagree */
function yearOf({ month, fiscalYear, yearStartMonth = 4 }: z.infer<typeof breachInput>): number {
  const year = fiscalYear ?? (month === undefined ? undefined : fiscalYearOf(month, yearStartMonth));
  if (year === undefined) {
    refuseDocument([
      complain(
        'fiscalYear',
        ['いつの超過かわかりません。', 'month か fiscalYear を書いてください。'],
        ['When was it exceeded?', 'Give month or fiscalYear.'],
      ),
    ]);
  }
  if (month !== undefined && fiscalYearOf(month, yearStartMonth) !== year) {
    refuseDocument([
      complain(
        'fiscalYear',
        [`${formatYearMonth(month)} は ${year} 年度にありません。`, 'どちらかを直すか、month だけを書いてください。'],
        [`${formatYearMonth(month)} is not in fiscal ${year}.`, 'Correct one, or give month alone.'],
      ),
    ]);
  }
  return year;
}

/** `law ask breach-record`. @throws InputRefused */
export function askRecord(document: unknown): Answered {
  const given = readDocument(breachInput, document);
  const { record, month, yearStartMonth = 4, rules } = given;
  const year = yearOf(given);
  const kept = recordOf(record);
  const judged = refusing('record', refusals, () => judgeRecord(kept));
  const due = refusing('fiscalYear', refusals, () =>
    reviewDue({ fiscalYear: year, yearStartMonth, month: month ?? null }, rulesOf(rules)),
  );
  const { ofYear, ofMonth } = due.outcome;
  return {
    answer: {
      ...judged.outcome,
      reviewDue: { ofYear: formatLocalDate(ofYear), ofMonth: ofMonth === null ? null : formatLocalDate(ofMonth) },
      cites: [breachItems, breachNotice, ...reviewSince.map(({ citation }) => citation)].map(formatCitation),
      confidence: 'B',
    },
    explanation: () => explain([...judged.steps, ...due.steps], breachSentences),
  };
}
