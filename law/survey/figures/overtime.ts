import { surveyCitations } from '../citations.ts';
import { checkCount, checkPart } from '../defects.ts';
import { monthPerHead, roundHalfUp, yearPerHead } from '../exact.ts';
import { average, counted, published, share } from '../measured.ts';
import type { Figures, SurveyStep } from '../table.ts';

/** Overtime of a year: the counts, or only the average that was published (tenths of an hour). */
export type AverageCounts =
  | {
      readonly minutes: number;
      /** Σ of the twelve monthly headcounts (調査対象延べ人数). */
      readonly heads: number;
    }
  | { readonly publishedYear: number };

/** Person-months of a year by their overtime. 45時間超 is the sum of both classes. */
export type LongHoursCounts = {
  /** 調査対象延べ人数. */
  readonly heads: number;
  /** 45時間超100時間未満. */
  readonly between: number;
  /** 100時間以上. */
  readonly above: number;
};

const citation = surveyCitations.average;

/** ST-1, ST-2: hours a head, year and month, each rounded once. @throws ImpossibleSurvey */
export function averageFigures(
  counts: AverageCounts,
  place: string,
  row: string,
): { readonly figures: Figures; readonly steps: readonly SurveyStep[] } {
  const words = { row };
  if ('publishedYear' in counts) {
    const year = checkCount(counts.publishedYear, place);
    const month = roundHalfUp({ numerator: year, denominator: 12 });
    const steps: SurveyStep[] = [
      { says: 'yearPublished', figures: { tenths: year }, words, citation },
      { says: 'monthOfPublished', figures: { year, tenths: month }, words, citation },
    ];
    return { figures: { yearHours: published(year), monthHours: published(month) }, steps };
  }
  const minutes = checkCount(counts.minutes, `${place}.minutes`);
  const heads = checkCount(counts.heads, `${place}.heads`);
  const [yearHours, monthHours] = [average(yearPerHead(minutes, heads)), average(monthPerHead(minutes, heads))];
  const steps: SurveyStep[] =
    yearHours.kind === 'tenths' && monthHours.kind === 'tenths'
      ? [
          { says: 'yearAveraged', figures: { minutes, heads, tenths: yearHours.value }, words, citation },
          { says: 'monthAveraged', figures: { minutes, heads, tenths: monthHours.value }, words, citation },
        ]
      : [];
  return { figures: { yearHours, monthHours }, steps };
}

/** ST-4: person-months over 45 hours, their classes and shares. @throws ImpossibleSurvey */
export function longHoursFigures({ heads, between, above }: LongHoursCounts, place: string): Figures {
  checkCount(between, `${place}.between`);
  checkCount(above, `${place}.above`);
  const over45 = checkPart(between + above, checkCount(heads, `${place}.heads`), place);
  return {
    personMonths: counted(heads, place),
    personMonthsShare: share(heads, heads, place),
    over45: counted(over45, place),
    over45Share: share(over45, heads, place),
    between: counted(between, place),
    betweenShare: share(between, heads, place),
    above: counted(above, place),
    aboveShare: share(above, heads, place),
  };
}

/** The step that adds both classes up. */
export const classesStep = ({ between, above }: LongHoursCounts, row: string): SurveyStep => ({
  says: 'classesSummed',
  figures: { over45: between + above, between, above },
  words: { row },
  citation: surveyCitations.longHours,
});

/** Sums the counts of groups. */
export const sumLongHours = (all: readonly LongHoursCounts[]): LongHoursCounts =>
  all.reduce(
    (sum, each) => ({
      heads: sum.heads + each.heads,
      between: sum.between + each.between,
      above: sum.above + each.above,
    }),
    { heads: 0, between: 0, above: 0 },
  );
