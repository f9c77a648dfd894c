import { checkCount, checkPart, ImpossibleSurvey } from './defects.ts';
import { type Fraction, tenthsOf, tenthsOfPercent } from './exact.ts';

/** One figure of a table before it is printed. Shares, hours and days are tenths, with the fraction they were rounded from. */
export type Measured =
  | { readonly kind: 'count'; readonly value: number }
  | { readonly kind: 'tenths'; readonly value: number; readonly exact?: Fraction }
  | { readonly kind: 'answer'; readonly value: boolean }
  | { readonly kind: 'text'; readonly value: string }
  /** A share or an average of nothing. */
  | { readonly kind: 'ofNothing' }
  /** Not asked, not given, or not comparable: the cell stays empty. */
  | { readonly kind: 'absent' };

export const absent: Measured = { kind: 'absent' };
const ofNothing: Measured = { kind: 'ofNothing' };

/** A count. @throws ImpossibleSurvey unless whole and not negative */
export const counted = (value: number, place: string): Measured => ({
  kind: 'count',
  value: checkCount(value, place),
});

/** A difference or a sum that was checked before. */
export const difference = (value: number): Measured => ({ kind: 'count', value });

/** Tenths of a percent; between 0 and 1000. A share of nothing is no share. @throws ImpossibleSurvey */
export function share(part: number, whole: number, place: string): Measured {
  checkPart(part, checkCount(whole, place), place);
  return ratio(part, whole);
}

/** A ratio that may exceed 100 % (the rate of newly taken childcare leave). Both counts are checked by the caller. */
export function ratio(part: number, whole: number): Measured {
  if (whole === 0) return ofNothing;
  return {
    kind: 'tenths',
    value: tenthsOfPercent(part, whole),
    exact: { numerator: part, denominator: whole },
  };
}

/** An average in tenths. */
export function average(exact: Fraction): Measured {
  return exact.denominator === 0 ? ofNothing : { kind: 'tenths', value: tenthsOf(exact), exact };
}

/** Tenths as they were published, without the counts behind them. */
export const published = (tenths: number): Measured => ({ kind: 'tenths', value: tenths });

/** Published shares of one whole: three roundings leave their sum within 99.9–100.1. @throws ImpossibleSurvey */
export function checkHundred(shares: readonly number[], place: string): void {
  const tenths = shares.reduce((sum, each) => sum + checkCount(each, place), 0);
  if (Math.abs(tenths - 1000) > 1) throw new ImpossibleSurvey('sharesNotHundred', place, { tenths });
}

/**
 * 増減: the displayed figure less the displayed figure (総行公第139号 別添1: 0.354 % after 0.538 % is 0.4 − 0.5 = ▲ 0.1).
 * Absent unless both are there and of one kind.
 */
export function changeOf(now: Measured, before: Measured): Measured {
  if (now.kind === 'count' && before.kind === 'count') return difference(now.value - before.value);
  if (now.kind === 'tenths' && before.kind === 'tenths') return published(now.value - before.value);
  return absent;
}
