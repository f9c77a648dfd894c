import { NotInForce } from '../../decision/dated.ts';
import { type Given, testCases } from '../../testing/cases.ts';
import { stepText } from '../../testing/step-text.ts';
import { formatLocalDate } from '../../time/civil.ts';
import { formatDuration } from '../../time/minutes.ts';
import { parseTimeOfDay } from '../../time/time-of-day.ts';
import { type FlextimeRules, type Ground, type HoursRules, modelHours } from '../rules.ts';
import { modelFlextimeOn } from './national.ts';
import { ImpossibleDeclaration } from './period.ts';
import type { DeclaredDay, FlextimeDeclaration } from './types.ts';
import { validateFlextime } from './validate.ts';

const counts = ['weeks', 'days', 'step', 'findings', 'most'];
const textOf = stepText({ days: ['date', 'from', 'since', 'declared', 'latest'], counts });
const spanText = stepText({ days: ['date'], counts: ['step'] });
/** Steps whose `from` and `most` are times. */
const SPANS = new Set(['outsideBand', 'coreMissed', 'offStep', 'aboveMaximum']);
const LUNCH = { from: 720, until: 780 };

function dayOf(date: number, text: string, lunchAlways: boolean): DeclaredDay {
  if (text === '週') return { date, kind: 'weeklyDayOff', hours: null, breaks: [] };
  if (text === '0') return { date, kind: 'dutyDay', hours: null, breaks: [] };
  const [from = Number.NaN, until = Number.NaN] = text
    .replace(/^祝 |\/$/g, '')
    .split('-')
    .map((at) => parseTimeOfDay(at) ?? Number.NaN);
  const lunch = lunchAlways || (!text.endsWith('/') && from < LUNCH.from && LUNCH.until < until);
  // A shift that begins after lunch has its break in the middle.
  const later = { from: from + 180, until: from + 240 };
  const breaks = text.endsWith('/') ? [] : [lunch ? LUNCH : later];
  return { date, kind: text.startsWith('祝') ? 'legalHoliday' : 'dutyDay', hours: { from, until }, breaks };
}

function declarationOf(given: Given): FlextimeDeclaration {
  const from = given.day('from');
  const lunchAlways = given.has('lunchAlways') && given.flag('lunchAlways');
  const days = given
    .texts('weeks')
    .flatMap((week) => week.split('|'))
    .map((text, at) => dayOf(from + at, text, lunchAlways));
  const off = given.has('off') && given.flag('off');
  const own = days.map((day, at): DeclaredDay => (off && at === 0 ? { ...day, kind: 'weeklyDayOff' } : day));
  return {
    from,
    declaredOn: given.has('declared') ? given.day('declared') : from - 10,
    ground: given.has('ground') ? (given.text('ground') as Ground) : 'other',
    days: given.has('repeat') && given.flag('repeat') ? [...own, ...own] : own.toReversed(),
  };
}

function rulesOf(given: Given): HoursRules {
  const model = given.has('model') && given.flag('model') ? modelFlextimeOn(given.day('from')) : modelHours.flextime;
  return {
    ...modelHours,
    flextime: {
      ...model,
      period: given.has('period') ? (given.text('period') as FlextimeRules['period']) : 'oneWeek',
      ...(given.has('exempt') ? { exemptDaysPerWeek: given.number('exempt') } : {}),
      ...(given.has('zeroDay') ? { zeroDay: given.text('zeroDay') as FlextimeRules['zeroDay'] } : {}),
      ...(given.has('most') ? { maxPerDay: given.minutes('most') } : {}),
      ...(given.has('leaveDay') && given.text('leaveDay') === 'fullDay' ? { leaveDayStandard: 'fullDay' } : {}),
    },
  };
}

testCases(new URL('./flextime.cases.yaml', import.meta.url), (given) => {
  const rules = rulesOf(given);
  const declaration = declarationOf(given);
  try {
    const { outcome, steps } = validateFlextime(declaration, rules);
    return {
      answer: {
        total: `${formatDuration(outcome.total)}/${formatDuration(outcome.required)}`,
        found: outcome.findings.map(({ date, rule }) => `${date === null ? '-' : formatLocalDate(date)} ${rule}`),
        exempt: outcome.exemptDays.map(formatLocalDate),
        zero: outcome.zeroDays.map(formatLocalDate),
        steps: steps.map((step) => (SPANS.has(step.says) ? spanText : textOf)(step)),
      },
      steps,
    };
  } catch (error) {
    if (error instanceof ImpossibleDeclaration)
      return {
        answer: { refused: `${error.defect} ${error.date === null ? '' : formatLocalDate(error.date)}`.trim() },
      };
    if (error instanceof NotInForce) return { answer: { refused: 'NotInForce' }, refusal: error };
    throw error;
  }
});
