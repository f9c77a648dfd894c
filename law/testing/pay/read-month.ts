import type { OvertimeSpan, PayDayKind, PayMonth, PaySpan } from '../../pay/pay-types.ts';
import { modelPay, type PayRules } from '../../pay/rules.ts';
import { parseLocalDate } from '../../time/civil.ts';
import { parseDuration } from '../../time/minutes.ts';
import type { Given } from '../cases.ts';

const dayKinds: Readonly<Record<string, PayDayKind>> = {
  勤: 'dutyDay',
  週: 'weeklyDayOff',
  休: 'legalHoliday',
  代: 'compensatedHoliday',
  無: 'dayWithoutHours',
};
const travels = { 出張: 'notOrdered', 出張命令: 'ordered' } as const;

const minute = (text: string): number => parseDuration(text) ?? Number.NaN;

function dayOf(text: string): number {
  const day = parseLocalDate(text);
  if (day === undefined) throw new Error(`not a day: ${text}`);
  return day;
}

/** What a case writes for a kind of day. */
export function readDayKind(text: string): PayDayKind {
  const kind = dayKinds[text];
  if (kind === undefined) throw new Error(`not a kind of day: ${text}`);
  return kind;
}

/** `2026-11-04 勤→週 17:15–26:10(5:45) 出張`, and with the regular hours of the week `(0:00/31:00)` */
function overtimeSpan(text: string): OvertimeSpan {
  const [, date = '', kind = '', next, from = '', until = '', regular, week, travel] =
    /^(\S+) (\S)(?:→(\S))? (\S+)–([\d:]+)(?:\(([\d:]+)(?:\/([\d:]+))?\))?(?: (出張|出張命令))?$/.exec(text) ?? [];
  return {
    dutyDate: dayOf(date),
    dayKind: readDayKind(kind),
    from: minute(from),
    until: minute(until),
    ...(regular === undefined ? {} : { regularHours: minute(regular) }),
    ...(week === undefined ? {} : { weekHours: minute(week) }),
    ...(next === undefined ? {} : { nextDayKind: readDayKind(next) }),
    ...(travel === undefined ? {} : { travel: travels[travel as keyof typeof travels] }),
  };
}

function plainSpan(text: string): PaySpan {
  const [, date = '', from = '', until = ''] = /^(\S+) (\S+)–(\S+)$/.exec(text) ?? [];
  return { dutyDate: dayOf(date), from: minute(from), until: minute(until) };
}

/** `2026-11-01 週 24 2:30`: from a day on, so many days with such a span from 9:00. */
function dailySpans(given: Given): OvertimeSpan[] {
  if (!given.has('daily')) return [];
  const [date = '', kind = '', days = '', length = ''] = given.text('daily').split(' ');
  return Array.from({ length: Number(days) }, (_, at) => ({
    dutyDate: dayOf(date) + at,
    dayKind: readDayKind(kind),
    from: 540,
    until: 540 + minute(length),
  }));
}

/** One person's month as a case writes it. */
export function readPayMonth(given: Given): PayMonth {
  return {
    month: given.month('month'),
    overtime: [...dailySpans(given), ...given.texts('spans').map(overtimeSpan)],
    holidayWork: given.texts('holidayWork').map(plainSpan),
    nightRegular: given.texts('nightRegular').map(plainSpan),
    reallotted: given.texts('reallotted').map((text) => {
      const negative = text.includes('-0:') || / -/.test(text);
      const [date = '', exceeding = ''] = text.replace(' -', ' ').split(' ');
      return { dutyDate: dayOf(date), exceeding: negative ? -minute(exceeding) : minute(exceeding) };
    }),
    ...(given.has('statutoryDaysOff') ? { statutoryDaysOff: given.texts('statutoryDaysOff').map(dayOf) } : {}),
  };
}

function chosenValue(key: string, text: string): unknown {
  if (Array.isArray(modelPay[key as keyof PayRules])) return text === '' ? [] : text.split(' ');
  if (text.includes(':')) return minute(text);
  if (text === 'true' || text === 'false') return text === 'true';
  return /^\d+$/.test(text) ? Number(text) : text;
}

/** The model with what a case chooses otherwise: texts `key: value`. */
export function readPayRules(given: Given): PayRules {
  const chosen = given.texts('rules').map((text): readonly [string, unknown] => {
    const [, key = '', value = ''] = /^(\w+): (.*)$/.exec(text) ?? [];
    if (!Object.hasOwn(modelPay, key)) throw new Error(`not a rule: ${text}`);
    return [key, chosenValue(key, value)];
  });
  return { ...modelPay, ...(Object.fromEntries(chosen) as Partial<PayRules>) };
}
