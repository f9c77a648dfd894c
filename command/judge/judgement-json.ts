import type { Citation } from '@tokimori/law/decision/citation';
import { formatCitation } from '@tokimori/law/decision/format-citation';
import type { BeforeTransferVerdict } from '@tokimori/law/overtime/people/before-transfer';
import type { LimitVerdict } from '@tokimori/law/overtime/types';
import { formatLocalDate } from '@tokimori/law/time/civil';
import { formatDuration, type Minutes } from '@tokimori/law/time/minutes';
import { formatYearMonth } from '@tokimori/law/time/months';
import { personalJson } from '../asks/restrictions/reading.ts';
import { explainPerson } from './explain-person.ts';
import { judgePerson, type PersonRemaining } from './judge-person.ts';
import type { PersonHistory } from './read-histories.ts';

const length = (minutes: Minutes | null): string | null => (minutes === null ? null : formatDuration(minutes));

/** What distinguishes the limits: their name, their period, what was measured and against which cap. */
function measuredOf(limit: LimitVerdict): Readonly<Record<string, string | number | null>> {
  const cap = formatDuration(limit.cap);
  switch (limit.limit) {
    case 'monthly':
    case 'monthlyTotal':
      return { limit: limit.limit, month: formatYearMonth(limit.month), value: length(limit.value), cap };
    case 'average':
      return {
        limit: 'average',
        months: limit.months,
        through: formatYearMonth(limit.through),
        sum: length(limit.sum),
        cap,
      };
    case 'annual':
      return { limit: 'annual', fiscalYear: limit.fiscalYear, value: length(limit.value), cap };
    case 'monthsOver45':
      return { limit: 'monthsOver45', fiscalYear: limit.fiscalYear, count: limit.count, cap: limit.cap };
    case 'afterTransfer': {
      const period = { from: formatYearMonth(limit.from), through: formatYearMonth(limit.through) };
      return { limit: 'afterTransfer', ...period, value: length(limit.value), cap };
    }
  }
}

const lines = new Map<Citation, string>();

/** The line of a citation; the law's citations are few and shared. */
function lineOf(citation: Citation): string {
  let line = lines.get(citation);
  if (line === undefined) {
    line = formatCitation(citation);
    lines.set(citation, line);
  }
  return line;
}

function limitJson(limit: LimitVerdict) {
  const { comparison, verdict, because, citation } = limit;
  return {
    ...measuredOf(limit),
    comparison,
    verdict,
    ...(because === undefined ? {} : { because }),
    cites: lineOf(citation),
  };
}

function remainingJson({ month, overtime, binding, notJudged }: PersonRemaining) {
  const answer = { month: formatYearMonth(month), overtime: length(overtime), binding };
  return notJudged.length === 0 ? answer : { ...answer, notJudged };
}

function beforeJson({ limit, on, value, cap, verdict, because, citation }: BeforeTransferVerdict) {
  return {
    limit,
    on: formatLocalDate(on),
    value: length(value),
    cap: formatDuration(cap),
    comparison: 'atMost',
    verdict,
    ...(because === undefined ? {} : { because }),
    cites: lineOf(citation),
  };
}

/**
 * The judgement of each person in the shape that outsiders rely on, one at a time. `personal` (limits on request),
 * `beforeTransfer` and `explanation` stand there only when they were asked for.
 */
export function* judgementsOf(people: readonly PersonHistory[], explained = false) {
  for (const person of people) {
    const { limits, remaining, personal, beforeTransfer } = judgePerson(person);
    yield {
      id: person.id,
      limits: limits.map(limitJson),
      ...(personal === undefined ? {} : { personal: personal.map(personalJson) }),
      ...(beforeTransfer.length === 0 ? {} : { beforeTransfer: beforeTransfer.map(beforeJson) }),
      remaining: remainingJson(remaining),
      ...(explained ? { explanation: explainPerson(person) } : {}),
    };
  }
}
