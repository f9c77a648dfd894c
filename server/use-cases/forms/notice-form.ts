import { formDefinition } from '@tokimori/forms/catalogue';
import type { FormDefinition } from '@tokimori/forms/sheet/definition';
import type { MonthIndex } from '@tokimori/law/time/months';
import { asksExpected } from '@tokimori/ordinances/measures/expected';
import type { Tx } from '../../store/tenant.ts';
import { readDecided } from '../measures/decided.ts';
import { readSheetsOf } from './sheets.ts';

type Written = { readonly staff: string; readonly state: 'draft' | 'submitted' | 'returned' | 'accepted' };
/** The form that a municipality uses as its prior notice of 特例業務, with those for whom it is written. */
export type NoticeForm = { readonly key: string; readonly title: string; readonly written: Written[] };

/** The form that the measures of a day ask for before a month; undefined where they ask for none. */
async function noticeFormOn(tx: Tx, on: string): Promise<FormDefinition | undefined> {
  const set = (await readDecided(tx)).findLast(({ from }) => from <= on)?.set;
  const forms = (set?.measures ?? []).filter(asksExpected).flatMap(({ follows }) => follows.map(({ form }) => form));
  return forms
    .map((form) => (form === undefined ? undefined : formDefinition(form)))
    .find((definition) => definition?.notice !== undefined);
}

/** The form by which prior notices are handed in, and how far it is of some people in a month; null where none is. */
export async function noticeForm(
  tx: Tx,
  on: string,
  month: MonthIndex,
  staff: readonly string[],
): Promise<NoticeForm | null> {
  const definition = await noticeFormOn(tx, on);
  if (definition === undefined) return null;
  const sheets = await readSheetsOf(tx, { form: definition.key, month }, staff);
  const written = [...sheets].map(([subject, { state }]) => ({ staff: subject, state }));
  return { key: definition.key, title: definition.title, written };
}
