import {
  type Answer,
  type Finding,
  type SettlementInput,
  settleDifference,
} from '@tokimori/law/record-keeping/discrepancy/settle';
import type { Difference, DifferenceClass, Due } from '@tokimori/law/record-keeping/discrepancy/types';
import type { DiscrepancyRules } from '@tokimori/law/record-keeping/rules';
import type { EpochDay } from '@tokimori/law/time/civil';
import type { Minutes } from '@tokimori/law/time/minutes';
import type { Correction } from './correction.ts';

/** States of the difference of a day, those that wait for somebody first. Stored: names are frozen. */
export const openDifferenceStates = [
  'awaitsAnswer', // the person has not said what the time was
  'awaitsOrder', // claimed and present, not ordered: the head decides about the request
  'awaitsConfirmation', // the person has answered, a second person has not
  'awaitsInvestigation', // 著しい and found to be no work: 人事課 looks into it
  'disputed', // the person says work, the head does not agree: 人事課 decides
] as const;
export const settledDifferenceStates = [
  'corrected', // found to be work: hours were added
  'notWork', // confirmed by a second person not to be work
  'explained', // a reason was accepted before answers were asked
  'recordCorrected', // the record was wrong and is corrected
  'lapsed', // nothing is left to explain: an order or a record came later
] as const;
export type OpenDifference = (typeof openDifferenceStates)[number];
export type DifferenceState = OpenDifference | (typeof settledDifferenceStates)[number];

/** What is known of the difference of one day. */
export type DifferenceGround = {
  readonly staffMember: string;
  /** The difference that decides: of now, or the one that was asked about and is gone; null = there never was one. */
  readonly difference: Difference | null;
  /** What the day is judged as now. */
  readonly now: DifferenceClass;
  readonly mustInvestigate: boolean;
  readonly shownOn: EpochDay;
  /** The last word about it, with the days (Asia/Tokyo) of asking and deciding. */
  readonly said: (Correction & { readonly askedOn: EpochDay; readonly decidedOn: EpochDay | null }) | null;
  /** A correction of the day's record was accepted. */
  readonly recordCorrected: boolean;
  readonly asOf: EpochDay;
};

export type DifferenceStanding = {
  readonly state: DifferenceState;
  /** Who is to act by the end of which day; null = nobody. */
  readonly due: { readonly who: Due['who']; readonly by: EpochDay } | null;
  /** Minutes that became work. */
  readonly corrected: Minutes;
};

const whose: Readonly<Record<OpenDifference, Due['who']>> = {
  awaitsAnswer: 'staffMember',
  awaitsOrder: 'departmentHead',
  awaitsConfirmation: 'departmentHead',
  awaitsInvestigation: 'personnel',
  disputed: 'personnel',
};

const settled = (state: DifferenceState, corrected: Minutes = 0): DifferenceStanding => ({
  state,
  due: null,
  corrected,
});
const waits = (state: OpenDifference, by: EpochDay): DifferenceStanding => ({
  state,
  due: { who: whose[state], by },
  corrected: 0,
});

/** What was said, as the law takes it. A reason without an answer says nothing of work; what was given back is asked again. */
function wordsOf({ said, shownOn }: DifferenceGround): {
  readonly answer: Answer | null;
  readonly finding: Finding | null;
  readonly askedOn: EpochDay;
} {
  if (said === null) return { answer: null, finding: null, askedOn: shownOn };
  const { answer: told, finding: found, requestedBy: by, askedOn: on } = said;
  if (said.state === 'rejected' && found === null)
    return { answer: null, finding: null, askedOn: said.decidedOn ?? on };
  const answer: Answer | null =
    told === null
      ? null
      : told.says === 'work'
        ? { says: 'work', by, on, worked: { from: told.from, until: told.until } }
        : { says: 'notWork', by, on, reason: told.reason };
  if (found === null || said.decidedBy === null || said.decidedOn === null) {
    return { answer, finding: null, askedOn: shownOn };
  }
  const second = { by: said.decidedBy, on: said.decidedOn, investigated: found.investigated };
  const finding: Finding =
    found.found === 'work'
      ? { ...second, found: 'work', worked: { from: found.from, until: found.until } }
      : { ...second, found: 'notWork', ground: said.note };
  return { answer, finding, askedOn: shownOn };
}

/**
 * Where the difference of a day stands (把握ガイドライン 4(3)ウ・エ): the law's settlement, and what became of it when the
 * record changed. Null when there never was a difference.
 */
export function standingOf(ground: DifferenceGround, rules: DiscrepancyRules): DifferenceStanding | null {
  const { difference, now, said, staffMember, mustInvestigate, shownOn, asOf } = ground;
  if (difference === null) return null;
  if (said?.state === 'accepted' && said.finding === null) return settled('explained');
  const { answer, finding, askedOn } = wordsOf(ground);
  if (now === 'none' && finding === null) return settled(ground.recordCorrected ? 'recordCorrected' : 'lapsed');
  if (difference.class === 'toCorrect' && answer === null && finding === null) {
    return waits('awaitsOrder', shownOn + rules.confirmDays);
  }
  const input: SettlementInput = { staffMember, difference, mustInvestigate, shownOn: askedOn, answer, finding, asOf };
  const { outcome } = settleDifference(input, rules);
  if (outcome.state === 'corrected') return settled('corrected', outcome.correctedMinutes);
  if (outcome.state === 'notWork') return settled('notWork');
  return waits(outcome.state, outcome.by ?? shownOn);
}

/** The difference that decides about a day: the longest to be explained, else the longest; null without any. */
export function mainDifference(differences: readonly Difference[]): Difference | null {
  const longest = (list: readonly Difference[]) => list.toSorted((a, b) => b.minutes - a.minutes)[0] ?? null;
  return longest(differences.filter((each) => each.class === 'toExplain')) ?? longest(differences);
}
