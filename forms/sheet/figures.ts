import { formatLocalDate, parseLocalDate } from '@tokimori/law/time/civil';
import { fiscalYearOf, lastDayOf, parseYearMonth } from '@tokimori/law/time/months';
import { cumulative, type Given, type GivenMonth, type GivenPerson, monthOf, yearOf } from './given.ts';
import { upTo } from './words.ts';

/** The person of a form that is about one; undefined for a sheet without anybody. */
export const subjectOf = (given: Given): GivenPerson | undefined => given.people[0];

/** Minutes of a month without 特例業務; null where the month is not known. */
export const ordinaryOf = ({ total, exceptional }: GivenMonth): number | null =>
  total === null ? null : total - (exceptional ?? 0);

/** Minutes of the month concerned; 0 while nothing is known. */
export const minutesOf = (given: Pick<Given, 'month'>, person: GivenPerson): number =>
  monthOf(given, person).total ?? 0;

/** The fiscal year of the month concerned, by the calendar year in which it starts, in April. */
export const yearOfForm = (given: Pick<Given, 'month'>): number => fiscalYearOf(indexOf(given.month));

/** Minutes of the fiscal year through the month concerned, that month as it is expected to end. */
export function expectedYear(given: Pick<Given, 'month'>, person: GivenPerson): number {
  const month = minutesOf(given, person);
  return cumulative(given, person) - month + Math.max(month, person.forecast ?? 0);
}

/** The last day that the figures of the month concerned cover: the day on which they were read, or the month's last once it is over. */
export function coveredThrough(given: Pick<Given, 'month' | 'on'>): string {
  const last = lastDayOf(indexOf(given.month));
  return formatLocalDate(Math.min(parseLocalDate(given.on) ?? last, last));
}

/** Sum of what is known; null while nothing is. */
export const sumOf = (minutes: readonly (number | null)[]): number | null =>
  minutes.reduce((sum, each) => (each === null ? sum : (sum ?? 0) + each), null);

/** What the overtime of the month was worked for, one line a work: 国民健康保険料の本算定(40:00). */
export const worksOf = (
  person: GivenPerson | undefined,
  line: (work: GivenPerson['works'][number]) => string,
  max: number,
): string => upTo(max, (person?.works ?? []).map(line).join('\n'));

/** Number of the month in its year: 4 for April. */
export const monthNumber = (month: string): string => String(Number(month.slice(5)));

/** The months of the fiscal year concerned; of the year from April where nobody is there to tell them. */
export const monthsOfYear = (given: Given): readonly string[] => {
  const person = subjectOf(given);
  if (person !== undefined) return yearOf(person).map(({ month }) => month);
  const year = yearOfForm(given);
  return Array.from(
    { length: 12 },
    (_, at) => `${at < 9 ? year : year + 1}-${String(((at + 3) % 12) + 1).padStart(2, '0')}`,
  );
};

function indexOf(month: string): number {
  const index = parseYearMonth(month);
  if (index === undefined) throw new RangeError(`not a month: ${month}`);
  return index;
}
