import type { FieldError } from '../components/error-summary.tsx';

/** Checks of a form: the sentence of each field that is wrong. */
export function mistakes(...checks: readonly (FieldError | false | undefined)[]): FieldError[] {
  return checks.filter((check): check is FieldError => check !== false && check !== undefined);
}

/** One check: `when` true means the field is wrong. */
export const wrong = (when: boolean, field: string, message: string): FieldError | false => when && { field, message };
