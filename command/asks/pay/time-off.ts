import type { Designation } from '@tokimori/law/pay/time-off/designation';
import { type BeyondHours, timeOffInLieu } from '@tokimori/law/pay/time-off/time-off';
import type { EpochDay } from '@tokimori/law/time/civil';
import { formatDuration } from '@tokimori/law/time/minutes';
import { explain } from '@tokimori/wording/explain';
import { timeOffSentences } from '@tokimori/wording/pay';
import { z } from 'zod';
import { readDocument } from '../../document/read-document.ts';
import { date, duration, optional } from '../../document/values.ts';
import { payMonthShape } from '../../pay/month-schema.ts';
import { classJson } from '../../pay/pay-json.ts';
import { payMonthOf } from '../../pay/read-month.ts';
import type { Ask } from '../ask.ts';
import { groundsOf, hm, iso, spanText } from '../grounds.ts';
import { refusing } from '../law-refusals.ts';
import { calendarInput, calendarOf, kindsOf, modelDuty, ownDaysInput } from './calendar.ts';
import { payRefusals } from './refusals.ts';

const designation = z.strictObject({
  date,
  from: duration,
  to: duration,
  leave: optional(duration),
  /** 正規の勤務時間 of the day; 8:30–17:15 with an hour's break unless given. */
  duty: optional(z.strictObject({ from: duration, to: duration, breaks: optional(z.array(spanText)) })),
  declined: optional(z.boolean()),
  workedAfterAll: optional(duration),
});
const schema = z.strictObject({
  ...payMonthShape,
  designations: optional(z.array(designation)),
  compensatoryDaysOff: optional(z.array(date)),
  calendar: calendarInput,
  days: ownDaysInput,
});
type Document = z.infer<typeof schema>;

function designationOf(
  given: z.infer<typeof designation>,
  kindOf: (day: EpochDay) => Designation['dayKind'],
): Designation {
  const { duty } = given;
  return {
    day: given.date,
    span: { from: given.from, until: given.to },
    leave: given.leave ?? 0,
    dayKind: kindOf(given.date),
    hours: duty === undefined ? modelDuty.hours : { from: duty.from, until: duty.to },
    breaks: duty === undefined ? modelDuty.breaks : (duty.breaks ?? []).map(({ from, to }) => ({ from, until: to })),
    declined: given.declined ?? false,
    workedAfterAll: given.workedAfterAll ?? 0,
  };
}

function designationsOf(given: Document): readonly Designation[] {
  const compensatory = new Set(given.compensatoryDaysOff ?? []);
  const kindOf = kindsOf(calendarOf(given.calendar), given.days);
  return (given.designations ?? []).map((each) =>
    designationOf(each, (day) => (compensatory.has(day) ? 'compensatoryDayOff' : kindOf(day))),
  );
}

const hoursJson = ({ kind, minutes }: BeyondHours) => ({ kind, hours: formatDuration(minutes) });

/** 時間外勤務代休時間: what may be designated, whether stretches may be, and the classes that are paid after it. */
export const timeOffAsk: Ask = {
  name: 'time-off-in-lieu',
  summary: {
    ja: '時間外勤務代休時間の時間数、指定の可否、支給する割増しの残り',
    en: 'time off in lieu: how much, whether a stretch may be, what is still paid',
  },
  example: {
    month: '2026-10',
    spans: Array.from({ length: 19 }, (_, at) => ({
      dutyDate: `2026-10-${String(at + 1).padStart(2, '0')}`,
      dayKind: 'dutyDay',
      from: '17:15',
      to: '21:15',
    })),
    designations: [{ date: '2026-11-10', from: '8:30', to: '13:30' }],
  },
  answer: (document) => {
    const given = readDocument(schema, document);
    const { outcome, steps } = refusing('designations', payRefusals, () =>
      timeOffInLieu(payMonthOf(given), designationsOf(given), given.rules),
    );
    const { entitlement, byUnits, window, designations, used, worked, remainder } = outcome;
    return {
      answer: {
        entitlement: hm(entitlement),
        byUnits: hm(byUnits),
        window: { from: iso(window.first), through: iso(window.last) },
        designations: designations.map((each) => ({
          date: iso(each.day),
          verdict: each.possible ? 'possible' : 'notPossible',
          obstacles: each.obstacles,
          timeOff: hm(each.timeOff),
          workedAfterAll: hm(each.worked),
        })),
        used: hm(used),
        workedAfterAll: hm(worked),
        remainder: hm(remainder),
        paidInFull: outcome.paidInFull.map(hoursJson),
        withheld: outcome.withheld.map(hoursJson),
        classes: outcome.classes.map(classJson),
        ...groundsOf(steps),
      },
      explanation: () => explain(steps, timeOffSentences),
    };
  },
};
