const TWELVE = /^\d{12}$/;

/** Weights of the eleven digits before the 検査用数字, from the left. */
const WEIGHTS = [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2] as const;

/** The 検査用数字 of eleven digits (個人番号等省令5条). */
function checkDigitOf(digits: string): number {
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(digits[place]), 0);
  const rest = sum % 11;
  return rest <= 1 ? 0 : 11 - rest;
}

/**
 * Whether a text could be somebody's 個人番号: twelve digits (blanks and hyphens aside) with the right 検査用数字. Such a text is
 * never taken as a staff number, card number or name, because the product must not hold a 個人番号.
 */
export function couldBeMyNumber(text: string): boolean {
  const digits = text.normalize('NFKC').replaceAll(/[\s-]/g, '');
  return TWELVE.test(digits) && checkDigitOf(digits) === Number(digits[11]);
}
