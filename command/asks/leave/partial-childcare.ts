import { judgePartialChildcareYear, type LedgerEntry } from '@tokimori/law/leave/partial-childcare/judge-year';
import { limitsOn } from '@tokimori/law/leave/partial-childcare/limits-on';
import {
  ImpossiblePartialLeave,
  type PartialChildcareEvent,
  type PartialChildcareYear,
} from '@tokimori/law/leave/partial-childcare/types';
import { formatYearMonth } from '@tokimori/law/time/months';
import { explain } from '@tokimori/wording/explain';
import { partialChildcareSentences } from '@tokimori/wording/leave/partial-childcare';
import { complain } from '../../document/complaints.ts';
import { readDocument, refuseDocument } from '../../document/read-document.ts';
import type { Ask } from '../ask.ts';
import { groundsOf, hm } from '../grounds.ts';
import { partialLeaveDefects } from './defects.ts';
import { daysOf, type PartialYearDocument, partialLimit, partialYear, spansOf, staffOf } from './partial-schema.ts';
import { placed } from './placed.ts';
import { leaveRulesOf } from './rules-schema.ts';

type Placed = { readonly path: string; readonly event: PartialChildcareEvent };

function requestsOf({ requests = [], children, allotment }: PartialYearDocument): Placed[] {
  return requests.map((each, at): Placed => {
    const path = `requests[${at}]`;
    if ((each.dates === undefined) === (each.period === undefined)) {
      const ja = ['dates と period のどちらか1つが要ります。', 'どちらか一方を書いてください。'] as const;
      return refuseDocument([complain(path, ja, ['Either dates or period is needed.', 'Give one of them.'])]);
    }
    const days = daysOf(each);
    const only = children.length === 1 ? children[0]?.id : undefined;
    return {
      path,
      event: {
        event: 'request',
        id: each.id,
        recordedOn: each.requestedOn ?? days.reduce((first, day) => Math.min(first, day), Number.MAX_SAFE_INTEGER),
        type: each.type,
        child: each.child ?? only ?? '',
        days,
        rows: each.spans.map(({ from, to }) => ({ from, until: to })),
        allotment: spansOf(each.allotment ?? allotment),
        childcareTime: each.childcareTime ?? 0,
        caregiverTime: each.caregiverTime ?? 0,
        otherLeave: spansOf(each.otherLeave ?? []),
      },
    };
  });
}

/** Every event of a document with its place. */
function eventsOf(document: PartialYearDocument): readonly Placed[] {
  const { declarations, revocations = [], endings = [] } = document;
  return [
    ...declarations.map(
      ({ id, on, type, circumstance, hardship }, at): Placed => ({
        path: `declarations[${at}]`,
        event: {
          event: 'declaration',
          id: id ?? `declaration-${at + 1}`,
          recordedOn: on,
          type,
          ...(circumstance === undefined ? {} : { circumstance }),
          ...(hardship === undefined ? {} : { hardship }),
        },
      }),
    ),
    ...requestsOf(document),
    ...revocations.map(
      ({ id, request, on, date, span }, at): Placed => ({
        path: `revocations[${at}]`,
        event: {
          event: 'revocation',
          id: id ?? `revocation-${at + 1}`,
          of: request,
          recordedOn: on,
          ...(date === undefined ? {} : { on: date }),
          ...(span === undefined ? {} : { span: { from: span.from, until: span.to } }),
        },
      }),
    ),
    ...endings.map(
      ({ id, event, on, child, backOn }, at): Placed => ({
        path: `endings[${at}]`,
        event: {
          event: 'ending',
          id: id ?? `ending-${at + 1}`,
          what: event,
          recordedOn: on,
          ...(child === undefined ? {} : { child }),
          ...(backOn === undefined ? {} : { backOn }),
        },
      }),
    ),
  ];
}

const entryJson = ({ id, event, verdict, refusal, minutes, balance, notice, steps }: LedgerEntry) => ({
  id,
  event,
  verdict,
  ...(refusal === undefined ? {} : { reason: refusal }),
  time: hm(minutes),
  balance: balance === null ? null : hm(balance),
  ...(notice === undefined ? {} : { effect: notice.effect, notice: notice.required ? 'required' : 'notRequired' }),
  ...groundsOf(steps),
});

function answerYear(given: unknown) {
  const document = readDocument(partialYear, given);
  const events = eventsOf(document);
  const year: PartialChildcareYear = {
    fiscalYear: document.fiscalYear,
    staff: staffOf(document.staff, spansOf(document.allotment).total),
    children: document.children,
    events: events.map(({ event }) => event),
  };
  const ofStaff = new Set<string>(['dayLength', 'dutyDaysUnknown']);
  const place = (of: string, defect: string): string => {
    if (defect === 'noSuchYear') return 'fiscalYear';
    if (defect === 'childTwice') return 'children';
    return ofStaff.has(defect) ? 'staff' : (events.findLast(({ event }) => event.id === of)?.path ?? '');
  };
  const { outcome, steps } = placed(ImpossiblePartialLeave, partialLeaveDefects, place, () =>
    judgePartialChildcareYear(year, leaveRulesOf(document.rules)),
  );
  const { type, limit, taken, balance, entries, pay } = outcome;
  return {
    answer: {
      fiscalYear: document.fiscalYear,
      type,
      limit: limit === null ? null : hm(limit),
      taken: { type1: hm(taken.type1), type2: hm(taken.type2) },
      balance: balance === null ? null : hm(balance),
      entries: entries.map(entryJson),
      pay: pay.map(({ month, minutes, deducted }) => ({
        month: formatYearMonth(month),
        time: hm(minutes),
        deducted: hm(deducted),
      })),
      ...groundsOf(steps),
    },
    explanation: () => [
      ...entries.flatMap(({ id, steps: own }) =>
        explain(own, partialChildcareSentences).map((line) => `${id}: ${line}`),
      ),
      ...explain(
        steps.filter(({ says }) => says === 'payExact' || says === 'payRounded'),
        partialChildcareSentences,
      ),
    ],
  };
}

function answerLimit(given: unknown) {
  const { on, staff, child, childcareTime = 0, caregiverTime = 0, rules } = readDocument(partialLimit, given);
  const { outcome, steps } = placed(
    ImpossiblePartialLeave,
    partialLeaveDefects,
    () => 'staff',
    () =>
      limitsOn({ staff: staffOf(staff), bornOn: child.bornOn, on, childcareTime, caregiverTime }, leaveRulesOf(rules)),
  );
  const { type1, type2 } = outcome;
  if ('refusal' in type2 && type2.refusal === 'beforeRule') {
    const ja = [explain(steps, partialChildcareSentences).join(''), '2025-10-01 以後の日を書いてください。'] as const;
    const en = [
      'Type 1 and type 2 began on 2025-10-01; before, the leave was up to two hours at the beginning or end of a day.',
      'Give 2025-10-01 or later.',
    ] as const;
    return refuseDocument([complain('on', ja, en)]);
  }
  return {
    answer: {
      type1:
        'refusal' in type1
          ? { verdict: 'refused', reason: type1.refusal }
          : { verdict: 'available', perDay: hm(type1.limit), usable: hm(type1.usable) },
      type2:
        'refusal' in type2
          ? { verdict: 'refused', reason: type2.refusal }
          : { verdict: 'available', perYear: hm(type2.limit) },
      ...groundsOf(steps),
    },
    explanation: () => explain(steps, partialChildcareSentences),
  };
}

const usualDay = [
  { from: '8:30', to: '12:00' },
  { from: '13:00', to: '17:15' },
];

export const partialChildcareAsks: readonly Ask[] = [
  {
    name: 'partial-childcare-leave',
    summary: {
      ja: '部分休業の1年の申出・請求・取消しを判定し、残時間数を出す',
      en: 'a year of partial childcare leave: requests judged, balances kept',
    },
    example: {
      fiscalYear: 2026,
      staff: { kind: 'fullTime' },
      children: [{ id: 'child-1', bornOn: '2022-05-01' }],
      allotment: usualDay,
      declarations: [{ on: '2026-04-01', type: 'type2' }],
      requests: [
        { id: 'r1', type: 'type2', dates: ['2026-05-11'], spans: [{ from: '8:30', to: '17:15' }] },
        { id: 'r2', type: 'type2', dates: ['2026-05-12'], spans: [{ from: '9:00', to: '12:00' }] },
        { id: 'r3', type: 'type2', dates: ['2026-05-13'], spans: [{ from: '8:30', to: '10:00' }] },
      ],
      revocations: [{ request: 'r2', on: '2026-05-12', span: { from: '11:00', to: '12:00' } }],
    },
    answer: answerYear,
  },
  {
    name: 'partial-childcare-limit',
    summary: {
      ja: '部分休業の上限(第1号の1日、第2号の1年)を出す',
      en: 'the limits of partial childcare leave, type 1 a day and type 2 a year',
    },
    example: {
      on: '2026-05-11',
      staff: { kind: 'partTime', dailyHours: '7:00', weeklyDays: 4 },
      child: { bornOn: '2022-05-01' },
      caregiverTime: '0:30',
    },
    answer: answerLimit,
  },
];
