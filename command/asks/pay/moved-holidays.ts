import { holidaysOf } from '@tokimori/law/calendar/holidays';
import { OutsideCalendar } from '@tokimori/law/calendar/municipal-calendar';
import { moveHolidays } from '@tokimori/law/pay/days/moved-holidays';
import type { EpochDay } from '@tokimori/law/time/civil';
import { civilOf } from '@tokimori/law/time/civil';
import { explain } from '@tokimori/wording/explain';
import { movedHolidaySentences } from '@tokimori/wording/pay-days';
import { z } from 'zod';
import { complain } from '../../document/complaints.ts';
import { readDocument, refuseDocument } from '../../document/read-document.ts';
import { date } from '../../document/values.ts';
import { payRules } from '../../pay/rules-schema.ts';
import type { Ask } from '../ask.ts';
import { groundsOf, iso } from '../grounds.ts';
import { refusing } from '../law-refusals.ts';
import { calendarInput, calendarOf, kindsOf, ownDaysInput } from './calendar.ts';
import { payRefusals } from './refusals.ts';

const schema = z.strictObject({
  from: date,
  through: date,
  calendar: calendarInput,
  days: ownDaysInput,
  rules: payRules,
});

/** 祝日法の休日 from one day through another. @throws OutsideCalendar */
function holidaysBetween(from: EpochDay, through: EpochDay): readonly EpochDay[] {
  const days: EpochDay[] = [];
  for (let { year } = civilOf(from); year <= civilOf(through).year; year += 1) {
    const holidays = holidaysOf(year, year);
    if (holidays === undefined) throw new OutsideCalendar(String(year));
    days.push(...holidays.map(({ day }) => day).filter((day) => from <= day && day <= through));
  }
  return days;
}

/** 休日 that move to the next duty day, of staff who do not work Monday to Friday. */
export const movedHolidaysAsk: Ask = {
  name: 'moved-holidays',
  summary: {
    ja: '週休日が土日でない職員の、祝日に代わる休日勤務手当の日',
    en: 'the days of holiday pay in place of holidays on a day off, for staff not on Monday to Friday',
  },
  example: { from: '2026-11-01', through: '2026-11-30', calendar: { weeklyDaysOff: [1, 2] } },
  answer: (document) => {
    const given = readDocument(schema, document);
    if (given.through < given.from) {
      refuseDocument([
        complain(
          'through',
          ['from より前の日です。', 'from 以後の日を書いてください。'],
          ['It is before "from".', 'Give a day from then on.'],
        ),
      ]);
    }
    const { outcome, steps } = refusing('', payRefusals, () => {
      const kindOf = kindsOf(calendarOf(given.calendar), given.days);
      return moveHolidays(holidaysBetween(given.from, given.through), kindOf, given.rules);
    });
    return {
      answer: {
        moved: outcome.map(({ holiday, to }) => ({ holiday: iso(holiday), to: iso(to) })),
        ...groundsOf(steps),
      },
      explanation: () => explain(steps, movedHolidaySentences),
    };
  },
};
