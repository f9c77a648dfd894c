import { NotInForce } from '../decision/dated.ts';
import type { Step } from '../decision/decision.ts';
import { judgeOvertime } from '../overtime/judge-overtime.ts';
import { type Given, testCases } from '../testing/cases.ts';
import { daysOf } from '../testing/statutory-hours/days.ts';
import { stepText } from '../testing/step-text.ts';
import { formatLocalDate, parseLocalDate } from '../time/civil.ts';
import { formatDuration } from '../time/minutes.ts';
import { formatYearMonth, lastDayOf } from '../time/months.ts';
import { countStatutoryHours } from './count.ts';
import { overtimeMonthsOf } from './months.ts';
import { type LegalHolidayRule, modelStatutoryHours, type StatutoryHoursRules } from './rules.ts';
import type { MonthCount, StatutoryInput } from './types.ts';
import { ImpossibleWeeks } from './weeks.ts';

const hm = formatDuration;

function rulesOf(given: Given): StatutoryHoursRules {
  const across = given.has('weekAcrossMonths') && given.text('weekAcrossMonths') === 'lastDayOfWeek';
  return {
    ...modelStatutoryHours,
    ...(given.has('rule') ? { legalHoliday: given.text('rule') as LegalHolidayRule } : {}),
    ...(given.has('weekStart') ? { weekStart: given.number('weekStart') } : {}),
    ...(across ? { weekAcrossMonths: 'lastDayOfWeek' } : {}),
  };
}

function inputOf(given: Given): StatutoryInput {
  const days = daysOf(given.day('from'), given.texts('days'));
  const skip = given.has('skip') ? given.number('skip') : -1;
  const left = days.filter((_, at) => at !== skip);
  const number = given.has('workplace') ? given.number('workplace') : 13;
  return {
    days: given.has('repeat') && given.flag('repeat') ? [...days, ...days] : left.toReversed(),
    averaging: given.texts('averaging').map((text) => {
      const [from = Number.NaN, through = Number.NaN] = text.split(' ').map((day) => parseLocalDate(day) ?? Number.NaN);
      return { from, through };
    }),
    workplace: {
      appdxTable1: number === 0 ? null : number,
      enterprise: given.has('enterprise') && given.flag('enterprise'),
    },
  };
}

const days = ['date', 'from', 'through'];
const textOfCounts = stepText({ days, counts: ['days', 'offs', 'intoDayOff', 'worked'] });
const textOfHours = stepText({ days, counts: ['days', 'intoDayOff'] });
const textOf = (step: Step) => (step.says === 'dayOffKept' ? textOfCounts : textOfHours)(step);

function told(count: MonthCount): string {
  const inside = count.fromRegular > 0 ? `(${hm(count.fromRegular)})` : '';
  const own = count.statutoryOvertime > 0;
  const disaster =
    count.disasterOvertime + count.disasterHolidayWork > 0
      ? ` 災害 ${hm(count.disasterOvertime)} / ${hm(count.disasterHolidayWork)}`
      : '';
  return `${formatYearMonth(count.month)} ${hm(count.statutoryOvertime)}${own ? inside : ''} / ${hm(count.legalHolidayWork)}${own ? '' : inside} / ${hm(count.withinStatutory)}${disaster}${count.complete ? '' : ' 一部'}`;
}

testCases(new URL('./count.cases.yaml', import.meta.url), (given) => {
  const input = inputOf(given);
  const rules = rulesOf(given);
  try {
    const { outcome, steps } = countStatutoryHours(input, rules);
    const months = overtimeMonthsOf(outcome.months);
    const last = months.at(-1)?.month ?? 0;
    const caps =
      months.length === 0
        ? []
        : judgeOvertime({
            regime: 'article36',
            months,
            transfers: [],
            asOf: lastDayOf(last),
            employedFrom: last,
          }).limits;
    return {
      answer: {
        months: outcome.months.map(told),
        off: outcome.days.flatMap(({ statutoryDayOff, date }) => (statutoryDayOff ? [formatLocalDate(date)] : [])),
        beyond: outcome.days.flatMap(({ date, daily, weekly, period }) => [
          ...(daily > 0 ? [`${formatLocalDate(date)} 日 ${hm(daily)}`] : []),
          ...(weekly > 0 ? [`${formatLocalDate(date)} 週 ${hm(weekly)}`] : []),
          ...(period > 0 ? [`${formatLocalDate(date)} 期 ${hm(period)}`] : []),
        ]),
        steps: steps.map(textOf),
        caps: caps.flatMap((limit) =>
          limit.limit === 'monthly' || limit.limit === 'monthlyTotal'
            ? [`${limit.limit} ${hm(limit.value ?? -1)} ${limit.verdict}`]
            : [],
        ),
      },
      steps,
    };
  } catch (error) {
    if (error instanceof ImpossibleWeeks)
      return {
        answer: { refused: `${error.defect} ${error.date === null ? '' : formatLocalDate(error.date)}`.trim() },
      };
    if (error instanceof NotInForce) return { answer: { refused: 'NotInForce' }, refusal: error };
    throw error;
  }
});
