import type { Citation } from '../../decision/citation.ts';
import type { Decision, Step } from '../../decision/decision.ts';
import type { EpochDay } from '../../time/civil.ts';
import type { Minutes } from '../../time/minutes.ts';
import { payCitations } from '../citations.ts';
import { cutMonth } from '../cut-month.ts';
import { timeOffWindow, type Window } from '../days/windows.ts';
import { sumClasses } from '../pay-hours.ts';
import { payLawOf, timeOffFactor } from '../pay-rates.ts';
import type { OvertimeKind, PayClass, PayMonth, Piece } from '../pay-types.ts';
import { modelPay, type PayRules } from '../rules.ts';
import {
  type Designation,
  type DesignationStepName,
  type JudgedDesignation,
  judgeDesignation,
  timeOffUnits,
} from './designation.ts';

/** Hours beyond sixty by what they are. Minutes. */
export type BeyondHours = { readonly kind: OvertimeKind; readonly minutes: Minutes };

export type TimeOff = {
  /** What may be designated at most, cut to the whole minute. */
  readonly entitlement: Minutes;
  /** The most that whole units use without leave. */
  readonly byUnits: Minutes;
  readonly window: Window;
  readonly designations: readonly JudgedDesignation[];
  /** Time off that was designated, and what of it was worked after all. */
  readonly used: Minutes;
  readonly worked: Minutes;
  /** What no time off took: it is paid. */
  readonly remainder: Minutes;
  /** Hours beyond sixty that keep the rate within sixty, in place of which there was time off. */
  readonly withheld: readonly BeyondHours[];
  /** Hours beyond sixty paid at their full rate. */
  readonly paidInFull: readonly BeyondHours[];
  /** The month's classes after that. */
  readonly classes: readonly PayClass[];
};

/**
 * beyondWeighed: minutes, factor, timeOff (hundredths of a minute; words: kind) · nothingBeyond · entitlementSummed: entitlement, byUnits ·
 * the steps of a designation · remainderLeft: entitlement, used, worked, remainder · paidBack: minutes, factor
 * (words: kind, order) · withheld: minutes, rate (words: kind)
 */
export type TimeOffStepName =
  | DesignationStepName
  | 'beyondWeighed'
  | 'nothingBeyond'
  | 'entitlementSummed'
  | 'remainderLeft'
  | 'paidBack'
  | 'withheld';

type BeyondPiece = Piece & { readonly kind: OvertimeKind };
const isBeyond = (piece: Piece): piece is BeyondPiece => piece.beyond && piece.allowance === 'overtime';

/** The most of an entitlement that whole units of 4:00 and 7:45 use. */
export function mostByUnits(entitlement: Minutes): Minutes {
  const [half = 0, full = 0] = timeOffUnits;
  let most = 0;
  for (let fulls = 0; fulls * full <= entitlement; fulls += 1) {
    const rest = entitlement - fulls * full;
    most = Math.max(most, fulls * full + Math.floor(rest / half) * half);
  }
  return most;
}

/** Pieces beyond sixty in the order in which what was not taken off is paid back. */
function inOrderOfPayment(
  pieces: readonly BeyondPiece[],
  { timeOffRemainderFrom }: PayRules,
  factorOf: (kind: OvertimeKind) => number,
): readonly BeyondPiece[] {
  const latestFirst = pieces.toReversed();
  switch (timeOffRemainderFrom) {
    case 'EARLIEST':
      return pieces;
    case 'LATEST':
      return latestFirst;
    case 'SMALLEST_FACTOR':
      return latestFirst.sort((a, b) => factorOf(a.kind) - factorOf(b.kind));
    case 'GREATEST_FACTOR':
      return latestFirst.sort((a, b) => factorOf(b.kind) - factorOf(a.kind));
  }
}

/** Minutes of each piece that are paid in full: until what is owed (hundredths of a minute off) is used up, a part of a minute as one. */
function payBack(
  ordered: readonly BeyondPiece[],
  owed: number,
  factorOf: (kind: OvertimeKind) => number,
): ReadonlyMap<Piece, Minutes> {
  const paid = new Map<Piece, Minutes>();
  let left = owed;
  for (const piece of ordered) {
    const factor = factorOf(piece.kind);
    const minutes = Math.min(piece.minutes, Math.ceil(left / factor));
    paid.set(piece, minutes);
    left = Math.max(0, left - minutes * factor);
  }
  return paid;
}

function sumByKind(hours: readonly BeyondHours[]): readonly BeyondHours[] {
  const sums = new Map<OvertimeKind, Minutes>();
  for (const { kind, minutes } of hours) sums.set(kind, (sums.get(kind) ?? 0) + minutes);
  return [...sums].filter(([, minutes]) => minutes > 0).map(([kind, minutes]) => ({ kind, minutes }));
}

function judgeDesignations(
  designations: readonly Designation[],
  window: Window,
  entitlement: Minutes,
  steps: Step<TimeOffStepName>[],
): readonly JudgedDesignation[] {
  let left = entitlement;
  const taken = new Set<EpochDay>();
  return [...designations]
    .sort((a, b) => a.day - b.day || a.span.from - b.span.from)
    .map((designation) => {
      const judged = judgeDesignation(designation, window, left, taken);
      steps.push(...judged.steps);
      left -= judged.outcome.timeOff;
      if (judged.outcome.possible) taken.add(designation.day);
      return judged.outcome;
    });
}

/** Where what is left comes from: work after all, the order of payment, or the rule alone. */
function citationOf(worked: Minutes, divided: boolean): Citation {
  if (worked > 0) return payCitations.workedAfterAll;
  return divided ? payCitations.timeOffRemainder : payCitations.timeOff;
}

function sayEntitlement(
  pieces: readonly BeyondPiece[],
  factorOf: (kind: OvertimeKind) => number,
  steps: Step<TimeOffStepName>[],
): number {
  let hundredths = 0;
  for (const { kind, minutes } of sumByKind(pieces)) {
    const factor = factorOf(kind);
    const timeOff = minutes * factor;
    hundredths += timeOff;
    steps.push({
      says: 'beyondWeighed',
      figures: { minutes, factor, timeOff },
      words: { kind },
      citation: payCitations.timeOff,
    });
  }
  if (pieces.length === 0) steps.push({ says: 'nothingBeyond', figures: {}, citation: payCitations.timeOff });
  return hundredths;
}

/** What of each piece beyond sixty is paid in full, and the rest of it within sixty. */
type Paying = { readonly beyond: readonly BeyondPiece[]; readonly inFull: (piece: Piece) => Minutes };

const paidInFullOf = ({ beyond, inFull }: Paying): readonly BeyondHours[] =>
  sumByKind(beyond.map((piece) => ({ kind: piece.kind, minutes: inFull(piece) })));
const withheldOf = ({ beyond, inFull }: Paying): readonly BeyondHours[] =>
  sumByKind(beyond.map((piece) => ({ kind: piece.kind, minutes: piece.minutes - inFull(piece) })));

/** The month's classes when the rest of the pieces keeps the rate within sixty. */
function classesAfter(
  pieces: readonly Piece[],
  { inFull }: Paying,
  factorOf: (kind: OvertimeKind) => number,
  rules: PayRules,
): readonly PayClass[] {
  const after = pieces.flatMap((piece) =>
    isBeyond(piece)
      ? [
          { ...piece, minutes: inFull(piece) },
          { ...piece, rate: piece.rate - factorOf(piece.kind), minutes: piece.minutes - inFull(piece) },
        ]
      : [piece],
  );
  return sumClasses(after, rules);
}

/**
 * 時間外勤務代休時間 of a month (勤務時間条例(準則)8条の3): what may be designated, whether the stretches given may be, and what is paid after
 * that. Time off takes the place of the rise of the rate beyond sixty hours alone. Work during it brings that back.
 * @throws ImpossibleSpans; ImpossibleDesignation; NotInForce before 2010-04
 */
export function timeOffInLieu(
  given: PayMonth,
  designations: readonly Designation[],
  rules: PayRules = modelPay,
): Decision<TimeOff, TimeOffStepName> {
  const pieces: Piece[] = [];
  cutMonth(given, rules, (piece) => pieces.push(piece));
  const law = payLawOf(given.month);
  const factorOf = (kind: OvertimeKind) => timeOffFactor(law, kind);
  const beyond = pieces.filter(isBeyond);
  const steps: Step<TimeOffStepName>[] = [];
  const hundredths = sayEntitlement(beyond, factorOf, steps);
  const entitlement = Math.floor(hundredths / 100);
  const byUnits = mostByUnits(entitlement);
  const window = timeOffWindow(given.month, rules);
  steps.push({
    says: 'entitlementSummed',
    figures: { entitlement, byUnits },
    citation: payCitations.timeOffDesignation,
  });
  const judged = judgeDesignations(designations, window, entitlement, steps);
  const used = judged.reduce((sum, { timeOff }) => sum + timeOff, 0);
  const worked = judged.reduce((sum, each) => sum + each.worked, 0);
  const owed = hundredths - (used - worked) * 100;
  const remainder = Math.floor(owed / 100);
  const citation = citationOf(worked, remainder > 0 && used > 0);
  steps.push({ says: 'remainderLeft', figures: { entitlement, used, worked, remainder }, citation });
  const paid = payBack(inOrderOfPayment(beyond, rules, factorOf), owed, factorOf);
  const paying: Paying = { beyond, inFull: (piece) => paid.get(piece) ?? piece.minutes };
  const [paidInFull, withheld] = [paidInFullOf(paying), withheldOf(paying)];
  for (const { kind, minutes } of paidInFull) {
    const words = { kind, order: rules.timeOffRemainderFrom };
    steps.push({ says: 'paidBack', figures: { minutes, factor: factorOf(kind) }, words, citation });
  }
  for (const { kind, minutes } of withheld) {
    const figures = { minutes, rate: law.overtime[kind] };
    steps.push({ says: 'withheld', figures, words: { kind }, citation: payCitations.timeOff });
  }
  const classes = classesAfter(pieces, paying, factorOf, rules);
  const shares = { used, worked, remainder, withheld, paidInFull, classes };
  return { outcome: { entitlement, byUnits, window, designations: judged, ...shares }, steps };
}
