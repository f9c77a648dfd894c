import type { Citation } from '../decision/citation.ts';
import { inForce } from '../decision/dated.ts';
import {
  aboveMaxima,
  article36MonthlyTotal,
  article36MonthsOver,
  article36SpecialAnnual,
  ordinaryMaxima,
} from '../overtime/caps/article36-caps.ts';
import type { Agreement } from '../overtime/types.ts';
import { civilOf, type EpochDay, formatLocalDate } from '../time/civil.ts';
import { hours, type Minutes } from '../time/minutes.ts';
import { agreementCitations as cites } from './citations.ts';
import type { AgreementLine, Finding, RegisteredAgreement } from './types.ts';

/** 36条6項1号. */
export const HAZARDOUS_DAY: Minutes = hours(2);

/** The day by which the law is looked up: the agreement's term, else its year. */
export const lawDateOf = ({ term, yearStart }: RegisteredAgreement): EpochDay | null => term?.from ?? yearStart;

/**
 * The maxima of 36条5項 on a day; those of 4項 began with them.
 * @throws NotInForce before 2019-04-01
 */
function maximaOn(day: EpochDay) {
  const on = formatLocalDate(day);
  return {
    'special.monthly': inForce(article36MonthlyTotal, on).value,
    'special.annual': inForce(article36SpecialAnnual, on).value,
    times: inForce(article36MonthsOver, on).value.months,
  };
}

/** The agreement as the caps take it (`judgeOvertime`): one line of it, and its special clause. */
export function capsAgreementOf(
  { yearStart, special, longAveraging }: RegisteredAgreement,
  line: AgreementLine,
): Agreement {
  return {
    monthly: line.monthly ?? 0,
    annual: line.annual ?? 0,
    yearStartMonth: yearStart === null ? 4 : civilOf(yearStart).month,
    ...(longAveraging ? { yearlyAveraging: true } : {}),
    ...(special === null
      ? {}
      : {
          special: { monthly: special.monthlyTotal, annual: special.annual ?? 0, times: special.times ?? 0 },
        }),
  };
}

const above = (path: string, value: Minutes, maximum: Minutes, lessThan: boolean, citation: Citation): Finding => ({
  kind: 'violation',
  path,
  says: 'aboveMaximum',
  figures: { value, maximum, lessThan: Number(lessThan) },
  words: { path },
  citation,
});

/** Numbers of a line beyond 36条4項. */
function lineAbove(agreement: RegisteredAgreement, at: number, line: AgreementLine): Finding[] {
  const plain = capsAgreementOf({ ...agreement, special: null }, line);
  const maxima = ordinaryMaxima(plain);
  return aboveMaxima(plain).map((place) => {
    const key = place as keyof typeof maxima;
    return above(`lines[${at}].${key}`, plain[key], maxima[key], false, cites.limits);
  });
}

type Maxima = ReturnType<typeof maximaOn>;
const places: Readonly<Record<'special.monthly' | 'special.annual', string>> = {
  'special.monthly': 'special.monthlyTotal',
  'special.annual': 'special.annual',
};

/** A line that is never above the maxima. */
const noHours: AgreementLine = {
  reasons: '',
  tasks: '',
  headcount: null,
  daily: null,
  monthly: null,
  annual: null,
  hazardous: false,
};

/** Numbers of the special clause beyond 36条5項. */
function specialAbove(agreement: RegisteredAgreement, maxima: Maxima): Finding[] {
  const { special } = agreement;
  if (special === null) return [];
  return aboveMaxima(capsAgreementOf(agreement, noHours)).map((place): Finding => {
    if (place === 'special.times') {
      const figures = { value: special.times ?? 0, maximum: maxima.times };
      return { kind: 'violation', path: 'special.times', says: 'countAboveMaximum', figures, citation: cites.special };
    }
    const key = place as 'special.monthly' | 'special.annual';
    const { limit, within } = maxima[key];
    const value = (key === 'special.monthly' ? special.monthlyTotal : special.annual) ?? 0;
    return above(places[key], value, limit, within === 'lessThan', cites.special);
  });
}

/**
 * What of an agreement is above the maxima of 36条4項, 5項 and 6項1号. Exactly the maximum is lawful, but a month of 100:00
 * with days off, which must stay below.
 * @throws NotInForce for an agreement from before 2019-04-01
 */
export function findAboveMaxima(agreement: RegisteredAgreement, day: EpochDay): readonly Finding[] {
  const maxima = maximaOn(day);
  const hazardous = agreement.lines.flatMap(({ hazardous: is, daily }, at): Finding[] =>
    is && daily !== null && daily > HAZARDOUS_DAY
      ? [
          {
            kind: 'violation',
            path: `lines[${at}].daily`,
            says: 'hazardousAboveTwo',
            figures: { value: daily, maximum: HAZARDOUS_DAY },
            citation: cites.hazardous,
          },
        ]
      : [],
  );
  return [
    ...agreement.lines.flatMap((line, at) => lineAbove(agreement, at, line)),
    ...specialAbove(agreement, maxima),
    ...hazardous,
  ];
}
