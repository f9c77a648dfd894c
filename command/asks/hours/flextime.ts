import { NotInForce } from '@tokimori/law/decision/dated';
import { modelFlextimeOn } from '@tokimori/law/hours/flextime/national';
import { type DeclarationDefect, ImpossibleDeclaration } from '@tokimori/law/hours/flextime/period';
import type { DeclaredDay } from '@tokimori/law/hours/flextime/types';
import { validateFlextime } from '@tokimori/law/hours/flextime/validate';
import { flextimeLeaveCredit, flextimeOvertime } from '@tokimori/law/hours/flextime/worked';
import { explain } from '@tokimori/wording/explain';
import { flextimeSentences, flextimeWorkSentences } from '@tokimori/wording/hours-flextime';
import { toldBy } from '@tokimori/wording/sentence';
import { z } from 'zod';
import { complain } from '../../document/complaints.ts';
import { readDocument, refuseDocument } from '../../document/read-document.ts';
import { date, optional } from '../../document/values.ts';
import type { Ask } from '../ask.ts';
import { ground, groundsOf, hm, iso, spanText } from '../grounds.ts';
import { hoursRules, hoursRulesOf, spanOf } from './rules.ts';

const schema = z.strictObject({
  rules: hoursRules,
  from: date,
  declaredOn: date,
  ground: optional(z.enum(['child', 'care', 'other'])),
  days: z
    .array(
      z.strictObject({
        date,
        kind: z.enum(['dutyDay', 'legalHoliday', 'weeklyDayOff']),
        hours: optional(spanText),
        breaks: optional(z.array(spanText)),
        overtime: optional(z.array(spanText)),
        leave: optional(z.boolean()),
      }),
    )
    .min(1),
});
type Document = z.infer<typeof schema>;

type Sentence = readonly [ja: readonly [string, string], en: readonly [string, string]];
const defects: Readonly<Record<DeclarationDefect, (day: string) => Sentence>> = {
  dayTwice: (day) => [
    [`${day} が2回あります。`, '1つの日は1回だけ書いてください。'],
    [`${day} is given twice.`, 'Give each day once.'],
  ],
  dayMissing: (day) => [
    [`${day} がありません。`, '単位期間のすべての日を書いてください。'],
    [`${day} is missing.`, 'Give every day of the period.'],
  ],
  dayOutside: (day) => [
    [`${day} は単位期間の外です。`, '単位期間の日だけを書いてください。'],
    [`${day} is outside the period.`, 'Give the days of the period only.'],
  ],
  emptySpan: (day) => [
    [`${day} に、終わりが始まりより後でない時間帯があります。`, '時刻を確かめてください。'],
    [`A span of ${day} does not end after it begins.`, 'Check the times.'],
  ],
  outsideDay: (day) => [
    [`${day} に、48:00 を過ぎる時間帯があります。`, '時刻を確かめてください。'],
    [`A span of ${day} passes 48:00.`, 'Check the times.'],
  ],
  breakOutside: (day) => [
    [`${day} の休憩が、重なっているか、割り振った時間の途中にありません。`, '休憩の時刻を確かめてください。'],
    [`Breaks of ${day} overlap or do not lie inside the hours.`, 'Check the breaks.'],
  ],
  breaksWithoutHours: (day) => [
    [`${day} には割り振った時間がないのに休憩があります。`, '休憩を取り除くか、hours を書いてください。'],
    [`${day} has breaks but no hours.`, 'Remove the breaks, or give hours.'],
  ],
  monthNotFirst: (day) => [
    [`${day} は月の初日ではありません。`, '1箇月を単位とする定めでは、月の初日を from に書いてください。'],
    [`${day} is not the first day of a month.`, 'Begin a calendar month on its first day.'],
  ],
  declaredAfter: () => [
    ['単位期間の後に申告されています。', 'declaredOn を確かめてください。'],
    ['It was declared after the period.', 'Check declaredOn.'],
  ],
};

const tooEarly: Sentence = [
  [
    '2016年4月1日より前に始まる期間には、フレックスタイム制の定めがありません。',
    '2016年4月1日以後に始まる期間を書いてください。',
  ],
  ['There was no flextime for a period that begins before 2016-04-01.', 'Give a later period.'],
];

function dayOf({ date: at, kind, hours, breaks = [] }: Document['days'][number]): DeclaredDay {
  return { date: at, kind, hours: hours === undefined ? null : spanOf(hours), breaks: breaks.map(spanOf) };
}

function checked(document: Document) {
  try {
    const rules = hoursRulesOf(document.rules, modelFlextimeOn(document.from));
    const { from, declaredOn, ground: own = 'other' } = document;
    return { rules, ...validateFlextime({ from, declaredOn, ground: own, days: document.days.map(dayOf) }, rules) };
  } catch (error) {
    if (error instanceof NotInForce) return refuseDocument([complain('from', ...tooEarly)]);
    if (!(error instanceof ImpossibleDeclaration)) throw error;
    const position = document.days.findIndex((day) => day.date === error.date);
    const path = error.defect === 'declaredAfter' ? 'declaredOn' : position < 0 ? 'days' : `days[${position}]`;
    return refuseDocument([complain(path, ...defects[error.defect](error.date === null ? '' : iso(error.date)))]);
  }
}

function refuseLeave(days: Document['days']): void {
  const wrong = days.flatMap(({ leave, hours }, at) =>
    leave === true && hours === undefined
      ? [
          complain(
            `days[${at}].leave`,
            ['割り振った時間のない日に休暇があります。', '休暇を取り除いてください。'],
            ['There is leave on a day without hours.', 'Remove the leave.'],
          ),
        ]
      : [],
  );
  if (wrong.length > 0) refuseDocument(wrong);
}

function answerOf(given: unknown) {
  const document = readDocument(schema, given);
  refuseLeave(document.days);
  const { rules, outcome, steps } = checked(document);
  const overtime = document.days.flatMap((day) =>
    day.overtime === undefined ? [] : [{ date: day.date, ...flextimeOvertime(dayOf(day), day.overtime.map(spanOf)) }],
  );
  const leave = document.days.flatMap((day) =>
    day.leave === true ? [{ date: day.date, ...flextimeLeaveCredit(dayOf(day), rules) }] : [],
  );
  return {
    answer: {
      accepted: outcome.accepted,
      total: hm(outcome.total),
      required: hm(outcome.required),
      zeroDays: outcome.zeroDays.map(iso),
      exemptDays: outcome.exemptDays.map(iso),
      findings: outcome.findings.map(({ rule, date: at, figures, citation }) => ({
        rule,
        date: at === null ? null : iso(at),
        says: flextimeSentences[rule](toldBy({ figures: at === null ? figures : { date: at, ...figures } })),
        ...ground(citation),
      })),
      overtime: overtime.map((each) => ({
        date: iso(each.date),
        minutes: hm(each.outcome.minutes),
        paidAs: each.outcome.paidAs,
        ...groundsOf(each.steps),
      })),
      leave: leave.map((each) => ({ date: iso(each.date), credit: hm(each.outcome), ...groundsOf(each.steps) })),
      ...groundsOf(steps),
    },
    explanation: () => [
      ...explain(steps, flextimeSentences),
      ...[...overtime, ...leave].flatMap((each) => explain(each.steps, flextimeWorkSentences)),
    ],
  };
}

const noon = [{ from: '12:00', to: '13:00' }];
const dutyDay = (day: string, from: string, to: string) => ({
  date: day,
  kind: 'dutyDay',
  hours: { from, to },
  breaks: noon,
});

export const flextimeAsk: Ask = {
  name: 'flextime',
  summary: {
    ja: 'フレックスタイム制の申告を確かめ、時間外勤務と休暇の数え方を出す',
    en: 'check a declaration of flextime; its overtime and leave',
  },
  example: {
    from: '2026-11-08',
    declaredOn: '2026-11-02',
    ground: 'other',
    rules: { flextime: { period: 'oneWeek' } },
    days: [
      { date: '2026-11-08', kind: 'weeklyDayOff' },
      dutyDay('2026-11-09', '8:00', '18:45'),
      { ...dutyDay('2026-11-10', '8:00', '18:45'), leave: true },
      dutyDay('2026-11-11', '8:00', '18:45'),
      dutyDay('2026-11-12', '8:00', '18:30'),
      { date: '2026-11-13', kind: 'dutyDay', overtime: [{ from: '9:00', to: '11:00' }] },
      { date: '2026-11-14', kind: 'weeklyDayOff' },
    ],
  },
  answer: answerOf,
};
