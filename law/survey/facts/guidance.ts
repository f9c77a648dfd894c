import { firstMonthOf, fiscalYearOf } from '../../time/months.ts';
import { surveyCitations } from '../citations.ts';
import { checkOnce, ImpossibleSurvey } from '../defects.ts';
import type { InterviewCounts, ReasonCounts } from '../figures/health.ts';
import type { SurveyStep } from '../table.ts';
import type { DueMonth } from './types.ts';

export type GuidanceCounts = InterviewCounts & ReasonCounts;

const countOf = (months: readonly DueMonth[]): GuidanceCounts => {
  const many = (outcome: DueMonth['outcome']) => months.filter((month) => month.outcome === outcome).length;
  return {
    due: months.length,
    held: many('held'),
    foundUnneeded: many('foundUnneeded'),
    declined: many('declined'),
    tooBusy: many('tooBusy'),
  };
};

/**
 * ST-6, ST-7: person-months that were due, by what became of them. One that a doctor found unneeded stays due; one without
 * a record is その他. @throws ImpossibleSurvey when a person has a month twice, or a month lies outside the year
 */
export function countGuidance(
  months: readonly DueMonth[],
  fiscalYear: number,
  bureaus: ReadonlySet<string>,
): {
  readonly all: GuidanceCounts;
  readonly byBureau: ReadonlyMap<string, GuidanceCounts>;
  readonly steps: readonly SurveyStep[];
} {
  const place = (position: number) => `guidance[${position}]`;
  checkOnce(
    months.map(({ staff, month }) => `${month} ${staff}`),
    place,
  );
  months.forEach(({ month, bureau }, position) => {
    if (fiscalYearOf(month) !== fiscalYear) {
      throw new ImpossibleSurvey('monthOutside', place(position), { month, first: firstMonthOf(fiscalYear) });
    }
    if (!bureaus.has(bureau)) throw new ImpossibleSurvey('unknownBureau', place(position), {}, { bureau });
  });
  const all = countOf(months);
  const byBureau = new Map(
    [...bureaus].map((id) => [id, countOf(months.filter(({ bureau }) => bureau === id))] as const),
  );
  const missing = all.due - all.held;
  const unrecorded = months.filter(({ outcome }) => outcome === undefined).length;
  const steps: SurveyStep[] = [
    {
      says: 'duePersonMonths',
      figures: { due: all.due, held: all.held, missing },
      citation: surveyCitations.interviews,
    },
    ...(unrecorded === 0
      ? []
      : [{ says: 'outcomeNotRecorded', figures: { missing: unrecorded }, citation: surveyCitations.reasons } as const]),
  ];
  return { all, byBureau, steps };
}
