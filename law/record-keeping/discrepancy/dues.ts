import type { EpochDay } from '../../time/civil.ts';
import type { DiscrepancyRules } from '../rules.ts';
import type { Difference, Due } from './types.ts';

/**
 * Who has to do what by when (⚙ days, counted from the day the difference is shown; the last day included): the staff member
 * explains and a second person confirms after that, the head corrects what order and record already show, and personnel
 * investigate what is grave.
 */
export function duesOf(
  differences: readonly Difference[],
  mustInvestigate: boolean,
  shownOn: EpochDay,
  { answerDays, confirmDays, investigateDays }: DiscrepancyRules,
): readonly Due[] {
  const due: Due[] = [];
  if (differences.some((difference) => difference.class === 'toExplain')) {
    due.push({ who: 'staffMember', what: 'explain', by: shownOn + answerDays });
    due.push({ who: 'departmentHead', what: 'confirm', by: shownOn + answerDays + confirmDays });
  }
  if (differences.some((difference) => difference.class === 'toCorrect')) {
    due.push({ who: 'departmentHead', what: 'correct', by: shownOn + confirmDays });
  }
  if (mustInvestigate) due.push({ who: 'personnel', what: 'investigate', by: shownOn + investigateDays });
  return due;
}
