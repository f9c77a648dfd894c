import { formatCitation } from '@tokimori/law/decision/format-citation';
import { type DesignationAnswer, judgeDesignation } from '@tokimori/law/designation/designation';
import { type KindOfMonth, kindOfMonth } from '@tokimori/law/designation/kind-of-month';
import type { DesignationRules } from '@tokimori/law/designation/rules';
import { type EpochDay, formatLocalDate } from '@tokimori/law/time/civil';
import { formatYearMonth } from '@tokimori/law/time/months';
import { designationSentences } from '@tokimori/wording/designation';
import { explain } from '@tokimori/wording/explain';
import type { z } from 'zod';
import { complain } from '../../document/complaints.ts';
import { readDocument, refuseDocument } from '../../document/read-document.ts';
import type { Answered, Ask } from '../ask.ts';
import { refusing } from '../law-refusals.ts';
import { askOrder, askRecord } from './exceptional-work.ts';
import { refusals, rulesOf } from './reading.ts';
import { designationInput } from './schema.ts';

type Asked = z.infer<typeof designationInput>;

function judgeGiven(designation: NonNullable<Asked['designation']>, rules: DesignationRules) {
  const { unit, from, publishedOn, departments, staff = [], retroactiveReason } = designation;
  return judgeDesignation(
    {
      unit,
      from,
      publishedOn,
      departments,
      staff: staff.map(({ id, since, toldOn }) => ({ id, since: since ?? from, toldOn: toldOn ?? null })),
      ...(retroactiveReason === undefined ? {} : { retroactiveReason }),
    },
    rules,
  );
}

/** The day after the last one; none = it has no known end. */
const untilOf = (through: EpochDay | undefined): EpochDay =>
  through === undefined ? Number.POSITIVE_INFINITY : through + 1;

function kindGiven(
  { month, posts, designations, yearStartMonth }: NonNullable<Asked['month']>,
  rules: DesignationRules,
) {
  return kindOfMonth(
    {
      month,
      yearStartMonth: yearStartMonth ?? 4,
      posts: posts.map(({ from, through, department, tasks }) => ({
        from,
        until: untilOf(through),
        department,
        tasks: tasks ?? [],
      })),
      designations: designations.map(({ from, through, unit }) => ({ from, until: untilOf(through), unit })),
    },
    rules,
  );
}

const designationJson = ({ notices, ...rest }: DesignationAnswer) => ({
  ...rest,
  notices: notices.map(({ id, by, state }) => ({ id, by: formatLocalDate(by), state })),
});

const monthJson = ({ month, kind, days, transfers }: KindOfMonth) => ({
  month: formatYearMonth(month),
  department: kind,
  days,
  transfers: transfers.map(({ on, from, to }) => ({ on: formatLocalDate(on), from, to })),
});

function askDesignation(document: unknown): Answered {
  const { designation, month, rules: parameters } = readDocument(designationInput, document);
  if (designation === undefined && month === undefined) {
    refuseDocument([
      complain(
        '',
        ['問うことがありません。', 'designation か month を書いてください。'],
        ['Nothing is asked.', 'Give designation or month.'],
      ),
    ]);
  }
  const rules = rulesOf(parameters);
  const judged = designation && refusing('designation', refusals, () => judgeGiven(designation, rules));
  const kind = month && refusing('month', refusals, () => kindGiven(month, rules));
  const steps = [...(judged?.steps ?? []), ...(kind?.steps ?? [])];
  const cited = steps.flatMap(({ citation }) => (citation === undefined ? [] : [citation]));
  return {
    answer: {
      ...(judged && { designation: designationJson(judged.outcome) }),
      ...(kind && { month: monthJson(kind.outcome) }),
      cites: [...new Set(cited.map(formatCitation))],
      // The least sure of the provisions.
      confidence:
        cited
          .map(({ confidence }) => confidence)
          .sort()
          .at(-1) ?? null,
    },
    explanation: () => explain(steps, designationSentences),
  };
}

export const asks: readonly Ask[] = [
  {
    name: 'designation',
    summary: {
      ja: '他律部署・他律業務の指定が適正か、職員の月が自律か他律か',
      en: 'whether a designation of externally driven departments may stand, and the kind of a month',
    },
    example: {
      designation: {
        unit: 'department',
        from: '2027-04-01',
        publishedOn: '2027-03-20',
        departments: { all: 24, externallyDriven: 13 },
        staff: [
          { id: '100001', toldOn: '2027-03-25' },
          { id: '100002', toldOn: '2027-04-02' },
        ],
      },
      month: {
        month: '2026-11',
        posts: [{ from: '2026-04-01', department: '財政課' }],
        designations: [{ from: '2026-04-01', through: '2026-11-15', unit: '財政課' }],
      },
    },
    answer: askDesignation,
  },
  {
    name: 'exceptional-order',
    summary: {
      ja: '月100時間・平均80時間を超える命令の前の、健康の確認が足りるか',
      en: 'whether health was confirmed before an order beyond month 100 or average 80',
    },
    example: {
      orderedOn: '2026-11-20',
      soFar: '92:00',
      order: '9:30',
      before: [{ month: '2026-10', overtime: '60:00' }],
      employedFrom: '2026-10',
      confirmation: { confirmedOn: '2026-11-18', confirmedBy: '財政課長', fatigue: '蓄積なし' },
    },
    answer: askOrder,
  },
  {
    name: 'breach-record',
    summary: {
      ja: '上限を超えたときの記録の5項目がそろうか、整理・分析・検証の期限はいつか',
      en: 'whether the record of an excess is complete, and until when it is to be reviewed',
    },
    example: {
      month: '2026-11',
      record: { department: '財政課', name: '青木', value: '107:30', cap: '100:00', outline: '予算編成' },
    },
    answer: askRecord,
  },
];
