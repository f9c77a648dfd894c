import { judgeOvertime } from '@tokimori/law/overtime/judge-overtime';
import { type BeforeTransferVerdict, judgeBeforeTransfers } from '@tokimori/law/overtime/people/before-transfer';
import type { LimitKey, LimitVerdict, Remaining } from '@tokimori/law/overtime/types';
import { judgeRestrictions } from '@tokimori/law/restrictions/restrictions';
import type { PersonalLimit, PersonalRemaining, PersonalVerdict } from '@tokimori/law/restrictions/types';
import type { PersonHistory } from './read-histories.ts';

/** A limit of the caps, or of the person's own. */
export type PersonKey = LimitKey | PersonalLimit;
export type PersonRemaining = Omit<Remaining, 'binding' | 'notJudged'> & {
  readonly binding: PersonKey | null;
  readonly notJudged: readonly PersonKey[];
};

export type PersonJudgement = {
  readonly limits: readonly LimitVerdict[];
  readonly remaining: PersonRemaining;
  /** Undefined when no restriction was given. */
  readonly personal: readonly PersonalVerdict[] | undefined;
  /** Empty unless hours before a transfer were given. */
  readonly beforeTransfer: readonly BeforeTransferVerdict[];
};

/** The smaller of what the caps and what the person's own limits leave; at a tie the caps bind. */
function merge(caps: Remaining, own: PersonalRemaining): PersonRemaining {
  const notJudged: readonly PersonKey[] = [...caps.notJudged, ...own.notJudged];
  const smaller = own.overtime !== null && (caps.overtime === null || own.overtime < caps.overtime);
  return smaller ? { ...caps, overtime: own.overtime, binding: own.binding, notJudged } : { ...caps, notJudged };
}

/** One person under the caps and under the limits that the person asked for. */
export function judgePerson({ history, restricted }: PersonHistory): PersonJudgement {
  const { limits, remaining } = judgeOvertime(history);
  const beforeTransfer = judgeBeforeTransfers(history);
  if (restricted === undefined) return { limits, remaining, personal: undefined, beforeTransfer };
  const { verdicts, remaining: own } = judgeRestrictions(restricted.input, restricted.rules).outcome;
  return { limits, remaining: merge(remaining, own), personal: verdicts, beforeTransfer };
}
