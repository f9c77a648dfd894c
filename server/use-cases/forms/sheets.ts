import { randomUUID } from 'node:crypto';
import type { Given } from '@tokimori/forms/sheet/given';
import type { MonthIndex } from '@tokimori/law/time/months';
import { blankSheet, type FilledValues, type FormSheet, type Stamp } from '@tokimori/records/form-sheet-events';
import type { PlacedForm } from '../../access/policies-forms.ts';
import type { Tx } from '../../store/tenant.ts';
import { recordChanged } from '../journal.ts';
import { monthDate } from '../reading/moment.ts';

export type SheetKey = { readonly form: string; readonly month: MonthIndex; readonly subject: string };
/** A row of tk.form_sheet. */
export type SheetRow = {
  id: string;
  state: FormSheet['state'];
  step: number;
  stamps: (Omit<Stamp, 'at'> & { at: string })[];
  filled: FilledValues;
  given: Given | null;
  note: string;
  saves: number;
  saved_by: string;
  saved_at: Date;
  submitted_by: string | null;
  submitted_at: Date | null;
  version: number;
};

const columns = `f.id, f.state, f.step, f.stamps, f.filled, f.given, f.note, f.saves, f.saved_by, f.saved_at, f.submitted_by, f.submitted_at,
  f.version`;

/** A form as it is kept; null while nobody has written in it. @param hold until the transaction ends */
export async function readSheet(tx: Tx, { form, month, subject }: SheetKey, hold = false): Promise<SheetRow | null> {
  const [row] = await tx.query<SheetRow>(
    `select ${columns} from tk.form_sheet f
     where f.municipality = $1 and f.month = $2::date and f.form = $3 and f.subject = $4 ${hold ? 'for update' : ''}`,
    [tx.municipality, monthDate(month), form, subject],
  );
  return row ?? null;
}

/** The forms of some subjects, by subject. */
export async function readSheetsOf(
  tx: Tx,
  { form, month }: Omit<SheetKey, 'subject'>,
  subjects: readonly string[],
): Promise<ReadonlyMap<string, SheetRow>> {
  const rows = await tx.query<SheetRow & { subject: string }>(
    `select f.subject, ${columns} from tk.form_sheet f
     where f.municipality = $1 and f.month = $2::date and f.form = $3 and f.subject = any($4)`,
    [tx.municipality, monthDate(month), form, subjects],
  );
  return new Map(rows.map((row) => [row.subject, row]));
}

/** The form of a row in the terms of records. */
export function sheetOf(row: SheetRow | null): FormSheet {
  if (row === null) return blankSheet;
  return {
    state: row.state,
    step: row.step,
    stamps: row.stamps.map((stamp) => ({ ...stamp, at: new Date(stamp.at) })),
    submittedBy: row.submitted_by,
    submittedAt: row.submitted_at,
    note: row.note,
  };
}

/** What is written of a form beside its state. `given` null = not handed in. */
export type Written = {
  readonly sheet: FormSheet;
  readonly filled: FilledValues;
  readonly given: object | null;
  readonly saves: number;
  readonly savedBy: string;
  readonly savedAt: Date;
  readonly version: number;
};

/**
 * Writes a form. Two who write at once are told apart: the later one meets a row that changed.
 * @param before the row on which it was decided; null = there was none
 * @returns its id
 * @throws Refusal 409 `record.changed`
 */
export async function writeSheet(
  tx: Tx,
  key: SheetKey,
  place: PlacedForm,
  before: Pick<SheetRow, 'id'> | null,
  { sheet, filled, given, saves, savedBy, savedAt, version }: Written,
): Promise<string> {
  const id = before?.id ?? randomUUID();
  const rows = await tx.query<{ id: string }>(
    `insert into tk.form_sheet as f (municipality, month, form, subject, id, per, section, bureau, state, step, stamps, filled, given, note,
                                     saves, saved_by, saved_at, submitted_by, submitted_at, version)
     values ($1, $2::date, $3, $4, $5, $6, $7, $8, $9, $10, $11::jsonb, $12::jsonb, $13::jsonb, $14, $15, $16, $17, $18, $19, $20)
     on conflict (municipality, month, form, subject) do update
       set state = excluded.state, step = excluded.step, stamps = excluded.stamps, filled = excluded.filled, given = excluded.given,
           note = excluded.note, saves = excluded.saves, saved_by = excluded.saved_by, saved_at = excluded.saved_at,
           submitted_by = excluded.submitted_by, submitted_at = excluded.submitted_at, version = excluded.version
       where f.id = excluded.id
     returning f.id`,
    [
      tx.municipality,
      monthDate(key.month),
      key.form,
      key.subject,
      id,
      place.per,
      place.section,
      place.bureau,
      sheet.state,
      sheet.step,
      JSON.stringify(sheet.stamps),
      JSON.stringify(filled),
      given === null ? null : JSON.stringify(given),
      sheet.note,
      saves,
      savedBy,
      savedAt,
      sheet.submittedBy,
      sheet.submittedAt,
      version,
    ],
  );
  if (rows.length === 0) recordChanged();
  return id;
}
