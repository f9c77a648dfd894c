import type { Step } from '../../decision/decision.ts';
import type { Minutes } from '../../time/minutes.ts';
import type { KnownMonths } from '../known-months.ts';
import type { RunningLimit } from '../remaining.ts';
import type { OvertimeStepName } from '../step-names.ts';
import type { LimitStanding, Pace } from '../types.ts';

export type OvertimeStep = Step<OvertimeStepName>;

/** What was found about the running month: all that an explanation may speak of. */
export type Material = {
  readonly known: KnownMonths;
  readonly running: readonly RunningLimit[];
  readonly binding: RunningLimit | null;
  /** In the order of slack. */
  readonly limits: readonly LimitStanding[];
  readonly forecast: Minutes | null;
  readonly pace: Pace | null;
};
