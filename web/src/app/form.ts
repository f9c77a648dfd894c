import type { FieldError } from '../components/error-summary.tsx';
import { lettersOf } from '../components/field-frame.tsx';

/** Checks of a form: the sentence of each field that is wrong. */
export function mistakes(...checks: readonly (FieldError | false | undefined)[]): FieldError[] {
  return checks.filter((check): check is FieldError => check !== false && check !== undefined);
}

/** A text that is longer than what can be kept: told, and not cut. */
export const tooLong = (text: string, most: number, field: string, name: string): FieldError | false =>
  wrong(lettersOf(text.trim()) > most, field, `${name}は${most}字までで入力してください`);

/** One check: `when` true means the field is wrong. */
export const wrong = (when: boolean, field: string, message: string): FieldError | false => when && { field, message };
