import { calendarDay } from '@tokimori/law/calendar/municipal-calendar';
import { type CompensatoryInput, judgeCompensatoryDayOff } from '@tokimori/law/pay/days/compensatory-day-off';
import { explain } from '@tokimori/wording/explain';
import { compensatorySentences } from '@tokimori/wording/pay-days';
import { z } from 'zod';
import { readDocument } from '../../document/read-document.ts';
import { date, duration, optional } from '../../document/values.ts';
import { payRules } from '../../pay/rules-schema.ts';
import type { Ask } from '../ask.ts';
import { groundsOf, iso } from '../grounds.ts';
import { refusing } from '../law-refusals.ts';
import { calendarInput, calendarOf, kindsOf, ownDaysInput } from './calendar.ts';
import { payRefusals } from './refusals.ts';

const schema = z.strictObject({
  holiday: date,
  transferred: optional(z.boolean()),
  regularHours: optional(duration),
  required: optional(duration),
  named: optional(z.strictObject({ date, on: date, declined: optional(z.boolean()) })),
  calendar: calendarInput,
  days: ownDaysInput,
  rules: payRules,
});

function inputOf(given: z.infer<typeof schema>): CompensatoryInput {
  const calendar = calendarOf(given.calendar);
  const kindOf = kindsOf(calendar, given.days);
  const regular = given.regularHours ?? given.rules.fullDay;
  const { holiday, named } = given;
  const kind = kindOf(holiday);
  return {
    holiday,
    holidayKind: kind,
    isHoliday: kind === 'legalHoliday' || calendarDay(calendar, holiday).name !== undefined,
    transferred: given.transferred ?? false,
    regular,
    required: given.required ?? regular,
    ...(named === undefined
      ? {}
      : {
          named: { day: named.date, kind: kindOf(named.date), on: named.on, declined: named.declined ?? false },
        }),
  };
}

/** 代休日, and what work on a 休日 is. */
export const compensatoryDayOffAsk: Ask = {
  name: 'compensatory-day-off',
  summary: {
    ja: '代休日を指定できるか、休日の勤務の扱いと支給割合',
    en: 'whether a day may be given for work on a holiday, and what that work is paid',
  },
  example: { holiday: '2026-11-03', named: { date: '2026-11-10', on: '2026-11-02' } },
  answer: (document) => {
    const given = readDocument(schema, document);
    const { outcome, steps } = refusing('', payRefusals, () => judgeCompensatoryDayOff(inputOf(given), given.rules));
    const { treatment, rate, overtimeRate, obstacles, window } = outcome;
    return {
      answer: {
        treatment,
        rate: rate === 0 ? null : `${rate}/100`,
        overtimeRate: `${overtimeRate}/100`,
        obstacles,
        window: { from: iso(window.first), through: iso(window.last) },
        ...groundsOf(steps),
      },
      explanation: () => explain(steps, compensatorySentences),
    };
  },
};
