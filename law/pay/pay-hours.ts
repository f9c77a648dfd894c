import type { Decision, Step } from '../decision/decision.ts';
import { formatLocalDate } from '../time/civil.ts';
import type { Minutes } from '../time/minutes.ts';
import { payCitations } from './citations.ts';
import { cutMonth } from './cut-month.ts';
import { paidHours, payLawOf, timeOffFactor } from './pay-rates.ts';
import {
  allowances,
  type OvertimeKind,
  type PayClass,
  type PayHours,
  type PayMonth,
  type PayStepName,
  type Piece,
} from './pay-types.ts';
import { modelPay, type PayRules } from './rules.ts';

type Sums = Map<string, { readonly allowance: PayClass['allowance']; readonly rate: number; exact: Minutes }>;

/** Adds pieces by allowance and rate, and rounds each sum for the month by itself. */
export function sumClasses(
  pieces: readonly Pick<Piece, 'allowance' | 'rate' | 'minutes'>[],
  { payRoundingUpFrom }: PayRules,
): PayClass[] {
  const sums: Sums = new Map();
  for (const { allowance, rate, minutes } of pieces) {
    const key = `${allowance}/${rate}`;
    const found = sums.get(key);
    if (found === undefined) sums.set(key, { allowance, rate, exact: minutes });
    else found.exact += minutes;
  }
  return [...sums.values()]
    .filter(({ exact }) => exact > 0)
    .sort((a, b) => allowances.indexOf(a.allowance) - allowances.indexOf(b.allowance) || a.rate - b.rate)
    .map((each) => ({ ...each, paid: paidHours(each.exact, payRoundingUpFrom) }));
}

function stepOf({ kind, dutyDate, from, minutes, rate, night, beyond, citation }: Piece): Step<PayStepName> {
  const words = { dutyDate: formatLocalDate(dutyDate), kind };
  const figures = { minutes, rate, night: Number(night), beyond: Number(beyond) };
  if (from === null) return { says: 'reallottedRated', figures, words, citation };
  return { says: 'pieceRated', figures: { from, until: from + minutes, ...figures }, words, citation };
}

/** Minutes beyond sixty hours by their kind. */
function beyondByKind(pieces: readonly Piece[]): Record<OvertimeKind, Minutes> {
  const sums = { dutyDay: 0, shortTime: 0, otherDay: 0, reallotted: 0 };
  for (const { kind, minutes, beyond } of pieces) {
    if (beyond && kind !== 'holiday' && kind !== 'night') sums[kind] += minutes;
  }
  return sums;
}

/**
 * Hours by premium class of one person's month (給与条例(準則)15条–17条). Lengths are minutes. Each class of allowance and rate is
 * rounded for the month by itself; the test of sixty hours uses exact minutes.
 * @throws ImpossibleSpans; NotInForce for a month before 2010-04
 */
export function payHours(given: PayMonth, rules: PayRules = modelPay): Decision<PayHours, PayStepName> {
  const pieces: Piece[] = [];
  const { counted, steps: before } = cutMonth(given, rules, (piece) => pieces.push(piece));
  const law = payLawOf(given.month);
  const beyondSixty = Math.max(0, counted - law.sixty);
  const steps: Step<PayStepName>[] = [...before, ...pieces.map(stepOf)];
  steps.push({
    says: 'sixtyCompared',
    figures: { counted, sixty: law.sixty, beyond: beyondSixty },
    citation: payCitations.counter,
  });
  const classes = sumClasses(pieces, rules);
  for (const { allowance, rate, exact, paid } of classes) {
    const citation = payCitations.classRounding;
    steps.push({ says: 'classRounded', figures: { rate, exact, paid }, words: { allowance }, citation });
  }
  const kinds = beyondByKind(pieces);
  const hundredths = (Object.keys(kinds) as OvertimeKind[]).reduce(
    (sum, kind) => sum + kinds[kind] * timeOffFactor(law, kind),
    0,
  );
  const timeOffInLieu = Math.floor(hundredths / 100);
  if (beyondSixty > 0) {
    const figures = { beyondSixty, ...kinds, timeOff: timeOffInLieu };
    steps.push({ says: 'timeOffSummed', figures, citation: payCitations.timeOff });
  }
  return { outcome: { classes, beyondSixty, timeOffInLieu }, steps };
}
