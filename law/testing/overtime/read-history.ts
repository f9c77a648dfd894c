import { modelOvertime, type OvertimeRules } from '../../overtime/rules.ts';
import type { Agreement, DepartmentKind, OvertimeHistory, OvertimeMonth } from '../../overtime/types.ts';
import { hours, type Minutes, parseDuration } from '../../time/minutes.ts';
import { formatYearMonth } from '../../time/months.ts';
import type { Given } from '../cases.ts';

const kinds: Readonly<Record<string, DepartmentKind>> = { 自律: 'selfDirected', 他律: 'externallyDriven' };

function kind(text: string): DepartmentKind {
  const found = kinds[text];
  if (found === undefined) throw new Error(`自律 or 他律 is needed, not ${text}`);
  return found;
}

function signed(text: string): Minutes {
  const minutes = parseDuration(text.replace(/^-/, ''));
  if (minutes === undefined) throw new Error(`h:mm is needed, not ${text}`);
  return text.startsWith('-') ? -minutes : minutes;
}

/** Runs of months under `months`. */
export function monthsOf(given: Given): readonly OvertimeMonth[] {
  const found: OvertimeMonth[] = [];
  for (const run of given.list('months')) {
    const from = run.month('from');
    const department = run.has('department') ? kind(run.text('department')) : 'selfDirected';
    run.texts('overtime').forEach((text, position) => {
      if (text === '?') return;
      found.push({ month: from + position, department, overtime: signed(text), exceptional: 0, legalHolidayWork: 0 });
    });
  }
  return found;
}

function agreementOf(given: Given): Agreement {
  const special = given.has('special') ? given.inner('special') : undefined;
  const minutes = (from: Given, key: string, otherwise: Minutes) => (from.has(key) ? from.minutes(key) : otherwise);
  const yearlyAveraging = given.has('averaging') && given.flag('averaging');
  return {
    monthly: minutes(given, 'monthly', yearlyAveraging ? hours(42) : hours(45)),
    annual: minutes(given, 'annual', yearlyAveraging ? hours(320) : hours(360)),
    yearStartMonth: given.has('from') ? given.number('from') : 4,
    ...(yearlyAveraging ? { yearlyAveraging } : {}),
    ...(special === undefined
      ? {}
      : {
          special: {
            monthly: special.has('monthly') ? special.minutes('monthly') : null,
            annual: minutes(special, 'annual', hours(720)),
            times: special.has('times') ? special.number('times') : 6,
          },
        }),
  };
}

/** What a municipality decided otherwise than the model. */
export function readRules(given: Given): OvertimeRules {
  if (!given.has('rules')) return modelOvertime;
  const rules = given.inner('rules');
  const says = (key: keyof OvertimeRules, other: string) => rules.has(key) && rules.text(key) === other;
  return {
    transferOnFirstDayOfYear: says('transferOnFirstDayOfYear', 'counts') ? 'counts' : 'confirmsKind',
    transferOnFirstDayOfMonth: says('transferOnFirstDayOfMonth', 'confirmsKind') ? 'confirmsKind' : 'counts',
    reappointment: says('reappointment', 'anew') ? 'anew' : 'continuous',
    concurrentKind: says('concurrentKind', 'anyPost') ? 'anyPost' : 'mainPost',
  };
}

/** A history as the golden cases write it: runs of months, '?' for an unknown one. */
export function readHistory(given: Given): OvertimeHistory {
  const listed = (key: string) => (given.has(key) ? given.inner(key) : undefined);
  const exceptional = listed('exceptional');
  const legalHolidayWork = listed('legalHolidayWork');
  const disasterNeed = listed('disasterNeed');
  const at = (from: Given | undefined, month: string) => (from?.has(month) ? from.minutes(month) : 0);
  return {
    regime: given.has('regime') && given.text('regime') === 'article36' ? 'article36' : 'ordinance',
    asOf: given.day('asOf'),
    months: monthsOf(given).map((month) => ({
      ...month,
      exceptional: at(exceptional, formatYearMonth(month.month)),
      legalHolidayWork: at(legalHolidayWork, formatYearMonth(month.month)),
      ...(disasterNeed === undefined ? {} : { disasterNeed: at(disasterNeed, formatYearMonth(month.month)) }),
    })),
    transfers: given.list('transfers').map((transfer) => ({
      on: transfer.day('on'),
      from: kind(transfer.text('from')),
      to: kind(transfer.text('to')),
      ...(transfer.has('before') ? { overtimeBefore: signed(transfer.text('before')) } : {}),
    })),
    ...(given.has('employedFrom') ? { employedFrom: given.month('employedFrom') } : {}),
    ...(given.has('rules') ? { rules: readRules(given) } : {}),
    ...(given.has('capsFrom') ? { capsFrom: given.month('capsFrom') } : {}),
    ...(given.has('yearStartMonth') ? { yearStartMonth: given.number('yearStartMonth') } : {}),
    ...(given.has('agreement') ? { agreement: agreementOf(given.inner('agreement')) } : {}),
  };
}
