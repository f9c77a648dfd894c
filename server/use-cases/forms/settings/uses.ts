import { measureSetKind } from '@tokimori/ordinances/measures/read-measures';
import type { Tx } from '../../../store/tenant.ts';

/** Which forms a municipality writes: those that its measures name, and where 人事課 chose otherwise, what it chose. */
export type FormUses = {
  readonly isUsed: (form: string) => boolean;
  /** The measures in force name it. */
  readonly isNamed: (form: string) => boolean;
};

/** @param on `YYYY-MM-DD` */
export async function readUses(tx: Tx, on: string): Promise<FormUses> {
  const [chosen, measures] = await Promise.all([
    tx.query<{ form: string; used: boolean }>('select u.form, u.used from tk.form_use u where u.municipality = $1', [
      tx.municipality,
    ]),
    tx.query<{ document: unknown }>(
      `select m.document from tk.measure_set m where m.municipality = $1 and m.effective_from <= $2::date
       order by m.effective_from desc limit 1`,
      [tx.municipality, on],
    ),
  ]);
  const named = new Set(
    measures.flatMap(({ document }) =>
      measureSetKind.stored
        .parse(document)
        .measures.flatMap(({ follows }) => follows.flatMap(({ form }) => (form === undefined ? [] : [form]))),
    ),
  );
  const chose = new Map(chosen.map(({ form, used }) => [form, used]));
  return { isNamed: (form) => named.has(form), isUsed: (form) => chose.get(form) ?? named.has(form) };
}
