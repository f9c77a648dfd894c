import type { Step } from '../decision/decision.ts';
import { standingOf } from './standing.ts';
import { type OvertimeChapter, type OvertimeStepName, overtimeChapters, overtimeSteps } from './step-names.ts';
import type { StandingInput } from './types.ts';

/** Why the month of `asOf` stands as it does, step by step from its sum to the verdict. */
export function explainOvertime(input: StandingInput): readonly Step<OvertimeStepName>[] {
  return standingOf(input).steps;
}

/** The steps by chapter, in the order sum, caps, remaining, exceptions, verdict. */
export function chaptersOf(
  steps: readonly Step<OvertimeStepName>[],
): readonly { readonly chapter: OvertimeChapter; readonly steps: readonly Step<OvertimeStepName>[] }[] {
  return overtimeChapters.map((chapter) => ({
    chapter,
    steps: steps.filter((step) => overtimeSteps[step.says] === chapter),
  }));
}
