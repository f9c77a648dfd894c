import { NotInForce } from '@tokimori/law/decision/dated';
import { countStatutoryHours } from '@tokimori/law/statutory-hours/count';
import {
  type DisasterOccasion,
  ImpossibleOccasion,
  judgeDisasterNeed,
} from '@tokimori/law/statutory-hours/disaster-need';
import { modelStatutoryHours, type StatutoryHoursRules } from '@tokimori/law/statutory-hours/rules';
import type { DayCount, MonthCount, Workplace } from '@tokimori/law/statutory-hours/types';
import { ImpossibleWeeks } from '@tokimori/law/statutory-hours/weeks';
import { formatYearMonth } from '@tokimori/law/time/months';
import { explain } from '@tokimori/wording/explain';
import { disasterNeedSentences, statutoryHoursSentences } from '@tokimori/wording/statutory-hours';
import { z } from 'zod';
import { complain } from '../../document/complaints.ts';
import { readDocument, refuseDocument } from '../../document/read-document.ts';
import { date, duration, optional } from '../../document/values.ts';
import type { Ask } from '../ask.ts';
import { groundsOf, hm, iso, over, spanText } from '../grounds.ts';
import { occasionDefects, weekDefects } from './defects.ts';

const rules = z.strictObject({
  weekStart: optional(z.int().min(0).max(6)),
  legalHoliday: optional(
    z.enum(['lastInWeek', 'asStated', 'sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']),
  ),
  weekAcrossMonths: optional(z.enum(['byDutyDate', 'lastDayOfWeek'])),
  personnelCommission: optional(z.boolean()),
});

const schema = z.strictObject({
  workplace: z.strictObject({
    appdxTable1: z.int().min(1).max(15).nullable(),
    enterprise: optional(z.boolean()),
  }),
  rules: optional(rules),
  averaging: optional(z.array(z.strictObject({ from: date, through: date }))),
  days: z
    .array(
      z.strictObject({
        date,
        kind: z.enum(['dutyDay', 'legalHoliday', 'weeklyDayOff']),
        allotted: optional(duration),
        regular: optional(z.array(spanText)),
        overtime: optional(z.array(spanText.extend({ basis: optional(z.enum(['ART36', 'ART33_1'])) }))),
        legalHolidayOfWeek: optional(z.boolean()),
      }),
    )
    .min(1),
  disaster: optional(
    z.array(z.strictObject({ from: date, through: date, permittedOn: optional(date), reportedOn: optional(date) })),
  ),
});
type Document = z.infer<typeof schema>;

function inputOf({ days, averaging = [] }: Document, workplace: Workplace) {
  return {
    averaging,
    workplace,
    days: days.map((day) => ({
      date: day.date,
      kind: day.kind,
      allotted: day.allotted ?? 0,
      regular: (day.regular ?? []).map(({ from, to }) => ({ from, until: to })),
      overtime: (day.overtime ?? []).map(({ from, to, basis }) => ({
        from,
        until: to,
        basis: basis === 'ART33_1' ? ('disasterNeed' as const) : ('agreement' as const),
      })),
      statedDayOff: day.legalHolidayOfWeek ?? false,
    })),
  };
}

function counted(document: Document, workplace: Workplace, by: StatutoryHoursRules) {
  try {
    return countStatutoryHours(inputOf(document, workplace), by);
  } catch (error) {
    if (error instanceof ImpossibleWeeks) {
      const position = document.days.findIndex((day) => day.date === error.date);
      const words = weekDefects[error.defect](error.date === null ? '' : iso(error.date));
      return refuseDocument([complain(position < 0 ? 'days' : `days[${position}]`, ...words)]);
    }
    if (error instanceof NotInForce) {
      return refuseDocument([
        complain(
          'days',
          [
            '1997年4月1日より前の日があります。',
            '週40時間がすべての事業場に適用された1997年4月1日以後の日を書いてください。',
          ],
          ['There is a day before 1997-04-01.', 'Give days since 1997-04-01, when 40 hours a week bind everywhere.'],
        ),
      ]);
    }
    throw error;
  }
}

function procedure(occasion: DisasterOccasion, at: number, workplace: Workplace, by: StatutoryHoursRules) {
  try {
    return judgeDisasterNeed(occasion, workplace, by);
  } catch (error) {
    if (!(error instanceof ImpossibleOccasion)) throw error;
    return refuseDocument([complain(`disaster[${at}]`, ...occasionDefects[error.defect])]);
  }
}

function monthJson(count: MonthCount) {
  const month = formatYearMonth(count.month);
  const overtime = hm(count.statutoryOvertime);
  const legalHolidayWork = hm(count.legalHolidayWork);
  return {
    month,
    complete: count.complete,
    statutoryOvertime: overtime,
    legalHolidayWork,
    withinStatutory: hm(count.withinStatutory),
    disasterOvertime: hm(count.disasterOvertime),
    disasterHolidayWork: hm(count.disasterHolidayWork),
    insideRegular: hm(count.fromRegular),
    ...(count.complete ? { judge: { month, department: 'selfDirected', overtime, legalHolidayWork } } : {}),
  };
}

const dayJson = (day: DayCount) => ({
  date: iso(day.date),
  regular: hm(day.regular),
  overtime: hm(day.overtime),
  withinStatutory: hm(day.withinStatutory),
  daily: hm(day.daily),
  weekly: hm(day.weekly),
  period: hm(day.period),
  legalHolidayWork: hm(day.legalHolidayWork),
  disasterOvertime: hm(day.disasterOvertime),
  disasterHolidayWork: hm(day.disasterHolidayWork),
  insideRegular: hm(day.fromRegular),
  legalHolidayOfWeek: day.statutoryDayOff,
});

const week = (sunday: string, overtime: readonly Readonly<Record<string, string>>[]) => {
  const [year, rest] = [sunday.slice(0, 8), Number(sunday.slice(8))];
  const day = (at: number) => `${year}${String(rest + at).padStart(2, '0')}`;
  const regular = [
    { from: '8:30', to: '12:00' },
    { from: '13:00', to: '17:15' },
  ];
  return [
    { date: day(0), kind: 'weeklyDayOff' },
    ...[1, 2, 3, 4, 5].map((at) => ({
      date: day(at),
      kind: 'dutyDay',
      allotted: '7:45',
      regular,
      ...(at === 2 ? { overtime } : {}),
    })),
    { date: day(6), kind: 'weeklyDayOff', overtime: [{ from: '9:00', to: '12:00' }] },
  ];
};

export const asks: readonly Ask[] = [
  {
    name: 'statutory-hours',
    summary: {
      ja: '労働基準法36条で数える時間(法定外・法定休日・法定内)を週単位の勤務から出す',
      en: 'hours that count under article 36, from whole weeks as worked',
    },
    example: {
      workplace: { appdxTable1: 13, enterprise: false },
      rules: { legalHoliday: 'lastInWeek' },
      days: week('2026-06-07', [
        { from: '17:15', to: '19:45' },
        { from: '20:00', to: '21:00', basis: 'ART33_1' },
      ]),
      disaster: [{ from: '2026-06-09', through: '2026-06-09', reportedOn: '2026-06-10' }],
    },
    answer: (given) => {
      const document = readDocument(schema, given);
      const by = over(modelStatutoryHours, document.rules);
      const { appdxTable1, enterprise = false } = document.workplace;
      const workplace = { appdxTable1, enterprise };
      const { outcome, steps } = counted(document, workplace, by);
      const procedures = (document.disaster ?? []).map(({ from, through, permittedOn, reportedOn }, at) => ({
        from,
        through,
        ...procedure(
          { from, through, permittedOn: permittedOn ?? null, reportedOn: reportedOn ?? null },
          at,
          workplace,
          by,
        ),
      }));
      return {
        answer: {
          months: outcome.months.map(monthJson),
          days: outcome.days.map(dayJson),
          disaster: procedures.map((each) => ({
            from: iso(each.from),
            through: iso(each.through),
            state: each.outcome.state,
            authority: each.outcome.authority,
            ...groundsOf(each.steps),
          })),
          ...groundsOf(steps),
        },
        explanation: () => [
          ...explain(steps, statutoryHoursSentences),
          ...procedures.flatMap((each) => explain(each.steps, disasterNeedSentences)),
        ],
      };
    },
  },
];
