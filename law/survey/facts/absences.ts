import { type EpochDay, epochDayOf, formatLocalDate } from '../../time/civil.ts';
import { surveyCitations } from '../citations.ts';
import { ImpossibleSurvey } from '../defects.ts';
import { endOfMonths } from '../month-spans.ts';
import type { SurveyRules } from '../rules.ts';
import type { SurveyStep } from '../table.ts';
import type { Absence } from './types.ts';

/** An unbroken absence of one person, its first and last day. An absence that goes on has no last day. */
type Span = {
  readonly staff: string;
  readonly bureau: string;
  readonly from: EpochDay;
  readonly through: EpochDay | null;
};

type Placed = Span & { readonly place: string };

/** The days of the year by which absences are counted. */
export function absenceYear(fiscalYear: number, { absencePeriod }: SurveyRules): { from: EpochDay; through: EpochDay } {
  return absencePeriod === 'fiscal'
    ? { from: epochDayOf(fiscalYear, 4, 1), through: epochDayOf(fiscalYear + 1, 4, 1) - 1 }
    : { from: epochDayOf(fiscalYear, 1, 1), through: epochDayOf(fiscalYear, 12, 31) };
}

/** Joins absences that follow each other without a day between, whatever they are called. @throws ImpossibleSurvey */
function joinSpans(absences: readonly Absence[], bureaus: ReadonlySet<string>): Span[] {
  const placed = absences.map(({ staff, bureau, from, through = null }, position): Placed => {
    const place = `absences[${position}]`;
    if (!bureaus.has(bureau)) throw new ImpossibleSurvey('unknownBureau', place, {}, { bureau });
    if (through !== null && through < from) throw new ImpossibleSurvey('reversed', place);
    return { staff, bureau, from, through, place };
  });
  const joined: Span[] = [];
  for (const { place, ...span } of placed.sort((a, b) => a.from - b.from)) {
    const at = joined.findLastIndex(({ staff }) => staff === span.staff);
    const last = joined[at];
    if (last === undefined) {
      joined.push(span);
      continue;
    }
    if (last.through === null || span.from <= last.through) throw new ImpossibleSurvey('overlaps', place);
    if (span.from === last.through + 1) joined[at] = { ...last, bureau: span.bureau, through: span.through };
    else joined.push(span);
  }
  return joined;
}

/** What of a span is measured (`absenceLength`). */
function measuredSpan({ from, through }: Span, year: { from: EpochDay; through: EpochDay }, rules: SurveyRules) {
  const end = through ?? Number.POSITIVE_INFINITY;
  if (rules.absenceLength === 'wholeSpan') return { from, through: end };
  const cut = Math.min(end, year.through);
  return { from: rules.absenceLength === 'withinYear' ? Math.max(from, year.from) : from, through: cut };
}

function isLong(measured: { from: EpochDay; through: number }, { absenceMinimum }: SurveyRules): boolean {
  if (absenceMinimum === 'month') return measured.through >= endOfMonths(measured.from, 1);
  return measured.through - measured.from + 1 >= 30;
}

const wordsOf = ({ staff, from, through }: Span) => ({
  staff,
  from: formatLocalDate(from),
  through: through === null ? '' : formatLocalDate(through),
});

/**
 * ST-8: who was absent for メンタルヘルス不調, unbroken for 30 days or a month, in the year; each person once, in the 部局 of
 * their last such absence; carried-over absences and those who left are in. @throws ImpossibleSurvey
 */
export function countAbsences(
  absences: readonly Absence[],
  fiscalYear: number,
  bureaus: ReadonlySet<string>,
  rules: SurveyRules,
): { readonly byBureau: ReadonlyMap<string, number>; readonly steps: readonly SurveyStep[] } {
  const year = absenceYear(fiscalYear, rules);
  const steps: SurveyStep[] = [];
  const bureauOf = new Map<string, string>();
  for (const span of joinSpans(absences, bureaus)) {
    const words = wordsOf(span);
    if (span.from > year.through || (span.through !== null && span.through < year.from)) {
      steps.push({ says: 'absenceOutside', figures: {}, words, citation: surveyCitations.absencePeriod });
      continue;
    }
    const measured = measuredSpan(span, year, rules);
    const long = isLong(measured, rules);
    const carriedOver = span.from < year.from;
    steps.push({
      says: long ? 'absenceCounted' : 'absenceTooShort',
      figures: { days: Math.min(measured.through, year.through) - measured.from + 1, carriedOver: Number(carriedOver) },
      words,
      citation: carriedOver ? surveyCitations.carriedOver : surveyCitations.absenceLength,
    });
    if (long) bureauOf.set(span.staff, span.bureau);
  }
  const byBureau = new Map<string, number>();
  for (const bureau of bureauOf.values()) byBureau.set(bureau, (byBureau.get(bureau) ?? 0) + 1);
  return { byBureau, steps };
}
