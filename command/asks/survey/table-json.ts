import type { Measured } from '@tokimori/law/survey/measured';
import type { Table } from '@tokimori/law/survey/table';
import { ground } from '../grounds.ts';

type Raw = number | boolean | string | null | Readonly<Record<string, number>>;

/** A figure before it was printed: a count, an answer, or tenths with the fraction they were rounded from; else null. */
function rawOf(measured: Measured): Raw {
  switch (measured.kind) {
    case 'count':
    case 'answer':
    case 'text':
      return measured.value;
    case 'tenths':
      return { tenths: measured.value, ...measured.exact };
    default:
      return null;
  }
}

/** A table with every cell, raw and as it is printed. */
export function tableJson({ name, title, unit, columns, rows, notes, citation }: Table) {
  return {
    name,
    title,
    ...(unit === undefined ? {} : { unit }),
    columns,
    rows: rows.map(({ id, label, under, cells }) => ({
      id,
      label,
      ...(under === undefined ? {} : { under }),
      cells: cells.map(({ column, measured, printed }) => ({ column, raw: rawOf(measured), printed })),
    })),
    notes,
    ...ground(citation),
  };
}
