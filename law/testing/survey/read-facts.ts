import type {
  Absence,
  AnnualLeave,
  Arrangement,
  Bureau,
  BureauStress,
  ChildcareFacts,
  ChildcareUse,
  DueMonth,
  Father,
  Headcount,
  LeaveTaken,
  NewlyEligible,
  OvertimeFacts,
  Person,
  PersonMonth,
  ReportedYear,
  SurveyFacts,
  SystemFacts,
  Users,
} from '../../survey/facts/types.ts';
import { askedSystems, recordingMethods } from '../../survey/facts/types.ts';
import { stressKeys } from '../../survey/figures/health.ts';
import type { SurveyRules } from '../../survey/rules.ts';
import { bureauKinds, modelSurvey } from '../../survey/rules.ts';
import { parseLocalDate } from '../../time/civil.ts';
import { parseDuration } from '../../time/minutes.ts';
import { firstMonthOf } from '../../time/months.ts';
import type { Given } from '../cases.ts';

type Optional<K extends string, T> = Partial<Record<K, T>>;
const optionally = <K extends string, T>(given: Given, key: K, read: () => T): Optional<K, T> =>
  given.has(key) ? ({ [key]: read() } as Record<K, T>) : {};

/** One of the words of a closed list; anything else is an error of the case. */
export function word<T extends string>(given: Given, key: string, words: readonly T[], otherwise?: T): T {
  if (otherwise !== undefined && !given.has(key)) return otherwise;
  const text = given.text(key);
  const found = words.find((each) => each === text);
  if (found === undefined) throw new Error(`${key}: ${text} is none of ${words.join(' ')}`);
  return found;
}

const flag = (given: Given, key: string): boolean => given.has(key) && given.flag(key);
const minutes = (given: Given, key: string): number => (given.has(key) ? given.minutes(key) : 0);

/** `"city:mayor:市長部局"` is not needed: a 部局 of a case has the kind as its id unless it says otherwise. */
const bureauOf = (given: Given): Bureau => ({
  id: given.text('id'),
  name: given.has('name') ? given.text('name') : given.text('id'),
  kind: word(given, 'kind', bureauKinds),
});

/** Heads of every month of the year, or of the months from `from` through `through`. */
function headcountsOf(given: Given, fiscalYear: number): Headcount[] {
  const first = given.has('from') ? given.month('from') : firstMonthOf(fiscalYear);
  const last = given.has('through') ? given.month('through') : Math.max(first, firstMonthOf(fiscalYear) + 11);
  const [bureau, managerial, heads] = [given.text('bureau'), flag(given, 'managerial'), given.number('heads')];
  return Array.from({ length: last - first + 1 }, (_, at) => ({ month: first + at, bureau, managerial, heads }));
}

const kinds = ['selfDirected', 'externallyDriven'] as const;

const monthOf = (given: Given): PersonMonth => ({
  month: given.month('month'),
  bureau: given.has('bureau') ? given.text('bureau') : 'mayor',
  managerial: flag(given, 'managerial'),
  department: word(given, 'department', kinds, 'selfDirected'),
  overtime: given.minutes('overtime'),
  exceptional: minutes(given, 'exceptional'),
  legalHolidayWork: minutes(given, 'legalHolidayWork'),
});

const personOf = (given: Given): Person => ({
  id: given.text('id'),
  regime: word(given, 'regime', ['ordinance', 'article36'] as const, 'ordinance'),
  months: given.list('months').map(monthOf),
  transfers: given.list('transfers').map((of) => ({
    on: of.day('on'),
    from: word(of, 'from', kinds),
    to: word(of, 'to', kinds),
  })),
  ...optionally(given, 'employedFrom', () => given.month('employedFrom')),
});

const overtimeOf = (given: Given, fiscalYear: number): OvertimeFacts => ({
  headcounts: given.list('headcounts').flatMap((of) => headcountsOf(of, fiscalYear)),
  people: given.list('people').map(personOf),
});

const outcomes = ['held', 'foundUnneeded', 'declined', 'tooBusy', 'other'] as const;
const dueOf = (given: Given): DueMonth => ({
  staff: given.text('staff'),
  month: given.month('month'),
  bureau: given.has('bureau') ? given.text('bureau') : 'mayor',
  ...optionally(given, 'outcome', () => word(given, 'outcome', outcomes)),
});

const arrangementOf = (given: Given): Arrangement => ({
  bureau: given.text('bureau'),
  state: word(given, 'state', ['arranged', 'withinYear', 'undecided'] as const),
});

const absenceOf = (given: Given): Absence => ({
  staff: given.text('staff'),
  bureau: given.has('bureau') ? given.text('bureau') : 'mayor',
  from: given.day('from'),
  ...optionally(given, 'through', () => given.day('through')),
});

function stressOf(given: Given): BureauStress {
  const counts = Object.fromEntries(stressKeys.map((key) => [key, given.has(key) ? given.number(key) : 0]));
  return { bureau: given.text('bureau'), counts: counts as BureauStress['counts'] };
}

function systemsOf(given: Given): SystemFacts {
  const answered = given.has('answers') ? given.inner('answers') : undefined;
  const answers = Object.fromEntries(
    askedSystems.flatMap((item) => (answered?.has(item) === true ? [[item, answered.flag(item)]] : [])),
  );
  const departmentsOf = (of: Given) => ({ all: of.number('all'), externallyDriven: of.number('externallyDriven') });
  return {
    answers,
    ...optionally(given, 'recording', () =>
      given.texts('recording').flatMap((text) => recordingMethods.filter((method) => method === text)),
    ),
    ...optionally(given, 'departments', () => departmentsOf(given.inner('departments'))),
  };
}

/** `"12 3:45"`: days and hours; `"12"`: days. */
function takenOf(text: string): LeaveTaken {
  const [days = '', hours = '0:00'] = text.split(' ');
  return { days: Number(days), hours: parseDuration(hours) ?? Number.NaN };
}

const annualLeaveOf = (given: Given): AnnualLeave => ({
  staff: given.text('staff'),
  bureau: given.has('bureau') ? given.text('bureau') : 'mayor',
  taken: takenOf(given.text('taken')),
});

const useOf = (given: Given): ChildcareUse => ({
  staff: given.text('staff'),
  sex: word(given, 'sex', ['male', 'female'] as const),
  system: word(
    given,
    'system',
    ['childcareLeave', 'childcareShortTimeWork', 'partialChildcareLeave'] as const,
    'childcareLeave',
  ),
  course: word(given, 'course', ['new', 'continued', 'again'] as const, 'new'),
  ...optionally(given, 'form', () => (given.number('form') === 1 ? 1 : 2)),
  ...optionally(given, 'from', () => given.day('from')),
  ...optionally(given, 'through', () => given.day('through')),
});

const eligibleOf = (given: Given): NewlyEligible => ({
  eligible: given.number('eligible'),
  ...optionally(given, 'taken', () => given.number('taken')),
});

const childcareOf = (given: Given): ChildcareFacts => ({
  uses: given.list('uses').map(useOf),
  ...optionally(given, 'newlyEligible', () => {
    const of = given.inner('newlyEligible');
    return { male: eligibleOf(of.inner('male')), female: eligibleOf(of.inner('female')) };
  }),
});

const fatherOf = (given: Given): Father => ({
  staff: given.text('staff'),
  delivery: takenOf(given.text('delivery')),
  participation: takenOf(given.text('participation')),
});

const systemNames = [
  'caregiverLeave',
  'caregiverTime',
  'shortCaregiverLeave',
  'timeOffInLieu',
  'flextime',
  'staggeredHours',
  'telework',
  'restBetweenShifts',
] as const;

const usersOf = (given: Given): Users => ({
  system: word(given, 'system', systemNames),
  inPlace: given.flag('inPlace'),
  male: given.number('male'),
  female: given.number('female'),
});

const numbers = <K extends string>(given: Given, keys: readonly K[]): Record<K, number> =>
  Object.fromEntries(keys.map((key) => [key, given.number(key)])) as Record<K, number>;

function reportedOf(given: Given): ReportedYear {
  const section = <K extends string, T>(key: K, read: (of: Given) => T) =>
    optionally(given, key, () => read(given.inner(key)));
  return {
    fiscalYear: given.number('fiscalYear'),
    ...section('average', (of) => numbers(of, ['minutes', 'heads'])),
    ...section('longHours', (of) => numbers(of, ['heads', 'between', 'above'])),
    ...section('arrangements', (of) => ({
      bureaus: numbers(of, ['arranged', 'withinYear', 'undecided']),
      ...numbers(of, ['bodies', 'without']),
    })),
    ...section('interviews', (of) => numbers(of, ['due', 'held'])),
    ...section('absences', (of) => numbers(of, ['enrolled', 'absent'])),
    ...section('annualLeave', (of) => numbers(of, ['people', 'minutes', 'few'])),
  };
}

/** The facts of one municipality, as a case writes them. */
export function factsOf(given: Given): SurveyFacts {
  const fiscalYear = given.has('fiscalYear') ? given.number('fiscalYear') : 2026;
  const lists = <K extends string, T>(key: K, read: (of: Given) => T) =>
    optionally(given, key, () => given.list(key).map(read));
  return {
    fiscalYear,
    name: '美汐市',
    bureaus: given.has('bureaus')
      ? given.list('bureaus').map(bureauOf)
      : [{ id: 'mayor', name: '市長部局', kind: 'mayor' }],
    ...optionally(given, 'overtime', () => overtimeOf(given.inner('overtime'), fiscalYear)),
    ...lists('guidance', dueOf),
    ...lists('arrangements', arrangementOf),
    ...lists('absences', absenceOf),
    ...lists('stressCheck', stressOf),
    ...optionally(given, 'systems', () => systemsOf(given.inner('systems'))),
    ...lists('annualLeave', annualLeaveOf),
    ...optionally(given, 'childcare', () => childcareOf(given.inner('childcare'))),
    ...lists('fathers', fatherOf),
    ...lists('users', usersOf),
    ...lists('before', reportedOf),
  };
}

/** The model rules with what a case changes. */
export function rulesOf(given: Given): SurveyRules {
  if (!given.has('rules')) return modelSurvey;
  const of = given.inner('rules');
  return {
    ...modelSurvey,
    ...optionally(of, 'overtimeExcludes', () =>
      of.texts('overtimeExcludes').flatMap((text) => bureauKinds.filter((kind) => kind === text)),
    ),
    ...optionally(of, 'overtimeExcludesManagerial', () => of.flag('overtimeExcludesManagerial')),
    ...optionally(of, 'absencePeriod', () => word(of, 'absencePeriod', ['fiscal', 'calendar'] as const)),
    ...optionally(of, 'absenceMinimum', () => word(of, 'absenceMinimum', ['days30', 'month'] as const)),
    ...optionally(of, 'absenceLength', () =>
      word(of, 'absenceLength', ['throughYearEnd', 'withinYear', 'wholeSpan'] as const),
    ),
    ...optionally(of, 'annualLeavePeriod', () => word(of, 'annualLeavePeriod', ['fiscal', 'calendar'] as const)),
    ...optionally(of, 'leaveDay', () => of.minutes('leaveDay')),
    ...optionally(of, 'childcareRate', () => word(of, 'childcareRate', ['eligibleTakers', 'newTakers'] as const)),
  };
}

/** Reads a date of a test. */
export const day = (text: string): number => parseLocalDate(text) ?? Number.NaN;
