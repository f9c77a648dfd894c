import type { Answer } from '@tokimori/contract/route';
import type { why as whyRoute } from '@tokimori/contract/staff';
import { judgeGuidance } from '@tokimori/law/health/guidance';
import type { MonthIndex } from '@tokimori/law/time/months';
import type { Parameters } from '@tokimori/ordinances/schema';
import type { StaffHistory } from '../derive/histories.ts';
import { stepView } from './reading/views.ts';

/**
 * Whether the hours of a month so far reach 医師による面接指導 by the municipality's rule. Every hour worked (安衛則52条の2) is
 * not kept yet, and the steps say that this rule is not judged. Nothing here comes from anyone's health data.
 */
export function guidanceOf(
  { history, record }: StaffHistory,
  month: MonthIndex,
  parameters: Parameters,
): Answer<typeof whyRoute>['guidance'] {
  const rules = parameters.health.guidance;
  const months = history.months
    .filter((each) => each.month <= month)
    .map((each) => ({ month: each.month, overtime: each.overtime }));
  if (rules.includeHolidayWork || months.at(-1)?.month !== month) return null;
  const { outcome, steps } = judgeGuidance(
    { months, requested: false, foundUnneeded: false, managerial: record.managerial },
    rules,
  );
  return { due: outcome.due, steps: steps.map(stepView) };
}
