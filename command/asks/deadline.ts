import { deadlineBases, judgeDeadline } from '@tokimori/law/calendar/deadline';
import { deadlineSentences } from '@tokimori/wording/calendar';
import { explain } from '@tokimori/wording/explain';
import { z } from 'zod';
import { readDocument } from '../document/read-document.ts';
import { date, optional } from '../document/values.ts';
import type { Ask } from './ask.ts';
import { groundsOf, iso } from './grounds.ts';
import { type LawRefusals, refusing } from './law-refusals.ts';
import { calendarOf, monthDay } from './pay/calendar.ts';

const refusals: LawRefusals = {
  OutsideCalendar: {
    ja: ['その年の祝日がわかりません。', '2007年から2099年までで、後に開いている日のある日を書いてください。'],
    en: ['The holidays of that year are not known.', 'Give a day of 2007 to 2099 that an open day follows.'],
  },
};

/** The closed days of the municipality beside Saturdays, Sundays and the 祝日; what is left out is as in the model. */
const closedDays = z.strictObject({
  yearEndClosing: optional(z.strictObject({ from: monthDay, through: monthDay })),
  anniversaries: optional(z.array(z.strictObject({ on: monthDay, name: z.string().min(1) }))),
});
const schema = z.strictObject({
  on: date,
  basis: optional(z.enum(deadlineBases)),
  byHours: optional(z.boolean()),
  ownProvision: optional(z.boolean()),
  calendar: optional(closedDays),
});

function answerDeadline(given: unknown) {
  const { on, basis = 'ordinance', byHours = false, ownProvision = false, calendar } = readDocument(schema, given);
  const rules = calendarOf({
    weeklyDaysOff: undefined,
    yearEndClosing: undefined,
    anniversaries: undefined,
    ...calendar,
  });
  const { outcome, steps } = refusing('on', refusals, () => judgeDeadline({ on, basis, byHours, ownProvision }, rules));
  return {
    answer: {
      on: iso(on),
      due: iso(outcome.due),
      moved: outcome.due !== on,
      closed: outcome.closed.map(({ day, name }) => ({ on: iso(day), ...(name === null ? {} : { name }) })),
      ...groundsOf(steps),
    },
    explanation: () => explain(steps, deadlineSentences),
  };
}

/** What the calendar of a municipality answers. */
export const asks: readonly Ask[] = [
  {
    name: 'deadline',
    summary: {
      ja: '期限が団体の休日に当たるとき、期限とみなす日を出す',
      en: 'the day until which something may be done when its deadline falls on a closed day',
    },
    example: { on: '2026-06-20', basis: 'ordinance', calendar: { anniversaries: [{ on: '06-23', name: '慰霊の日' }] } },
    answer: answerDeadline,
  },
];
