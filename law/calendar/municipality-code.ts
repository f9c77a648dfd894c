const CODE = /^\d{6}$/;
const BODY = /^\d{5}$/;
const WEIGHTS = [6, 5, 4, 3, 2] as const;

/**
 * 検証数字 of a 全国地方公共団体コード: last digit of 11 − (6a + 5b + 4c + 3d + 2e) mod 11.
 * @param body the five digits before it.
 * @returns the digit as text; undefined for anything that is not five digits.
 */
export function checkDigitOf(body: string): string | undefined {
  if (!BODY.test(body)) return undefined;
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(body[place]), 0);
  return String((11 - (sum % 11)) % 10);
}

/** Whether a text is six digits that end in their check digit. Codes are texts: the first digit may be 0. */
export function isMunicipalityCode(text: string): boolean {
  return CODE.test(text) && checkDigitOf(text.slice(0, 5)) === text[5];
}

/**
 * Whether a code can belong to a real body: prefectures are numbered 01–47.
 * A well-formed code outside them will never be assigned and may serve a fictional city.
 */
export function isAssignableCode(text: string): boolean {
  const prefecture = Number(text.slice(0, 2));
  return isMunicipalityCode(text) && prefecture >= 1 && prefecture <= 47;
}
