import type { OvertimeSpan, WorkedDay } from '../../statutory-hours/types.ts';
import { parseDuration } from '../../time/minutes.ts';
import type { Span } from '../../time/spans.ts';
import { parseTimeOfDay } from '../../time/time-of-day.ts';

/** Days as the case files of this room write them: 「勤 7:45 +17:15-19:45」. */

const kinds = { 勤: 'dutyDay', 祝: 'legalHoliday', 週: 'weeklyDayOff', 法: 'weeklyDayOff' } as const;

function spanOf(text: string): Span {
  const [from = Number.NaN, until = Number.NaN] = text
    .split('-')
    .map((at) => parseTimeOfDay(at) ?? parseDuration(at) ?? Number.NaN);
  return { from, until };
}

/** Regular hours from 8:30, with a break from 12:00 to 13:00. */
function regularFrom(minutes: number): readonly Span[] {
  const morning = Math.min(minutes, 210);
  const all = [
    { from: 510, until: 510 + morning },
    { from: 780, until: 780 + minutes - morning },
  ];
  return all.filter(({ from, until }) => until > from);
}

export function dayOf(date: number, text: string): WorkedDay {
  const kind = kinds[text[0] as keyof typeof kinds];
  if (kind === undefined) throw new Error(`not a day: ${text}`);
  const length = (pattern: RegExp) => {
    const found = pattern.exec(text)?.[1];
    return found === undefined ? undefined : parseDuration(found);
  };
  const allotted = length(/^. (\d+:\d\d)/) ?? 0;
  const told = /正 (\S+)/.exec(text)?.[1];
  const overtime = [...text.matchAll(/([+災])(\S+)/g)].map(
    ([, sign, span = '']): OvertimeSpan => ({
      ...spanOf(span),
      basis: sign === '災' ? 'disasterNeed' : 'agreement',
    }),
  );
  const regular = told === undefined ? regularFrom(length(/実 (\d+:\d\d)/) ?? allotted) : [spanOf(told)];
  return {
    date,
    kind,
    allotted,
    regular: kind === 'weeklyDayOff' ? [] : regular,
    overtime,
    statedDayOff: text.startsWith('法'),
  };
}

/** Weeks, each one text with `|` between its days. */
export function daysOf(first: number, weeks: readonly string[]): readonly WorkedDay[] {
  return weeks.flatMap((week) => week.split('|')).map((text, at) => dayOf(first + at, text));
}
