import type { LineRefusal } from '../kinds/kind.ts';
import type { CsvRow } from './csv-rows.ts';
import { UnreadableValue } from './values.ts';

/** Why a row cannot be read as a whole: no cells, or more of them than the header has. */
export function rowRefusals({ cells, raw, fault }: CsvRow, width: number): readonly LineRefusal[] {
  if (fault !== undefined) return [{ field: '行', value: raw, code: fault }];
  const extra = cells.slice(width);
  if (extra.every((cell) => cell.trim() === '')) return [];
  return [{ field: '行', value: extra.join(','), code: 'import.row.too-many-cells' }];
}

/** Reads the cells of one row by field name and gathers every reason why the row cannot be taken in. */
export class RowReader {
  readonly refusals: LineRefusal[] = [];
  readonly #cells: readonly string[];
  readonly #positions: ReadonlyMap<string, number>;

  constructor(cells: readonly string[], positions: ReadonlyMap<string, number>) {
    this.#cells = cells;
    this.#positions = positions;
  }

  /** The cell of a field; empty when the file has no such column or the row is too short. */
  text(field: string): string {
    const at = this.#positions.get(field);
    return at === undefined ? '' : (this.#cells[at] ?? '').trim();
  }

  has(field: string): boolean {
    return this.text(field) !== '';
  }

  /** Whether the file has the column at all. */
  hasColumn(field: string): boolean {
    return this.#positions.has(field);
  }

  refuse(field: string, code: string): undefined {
    this.refusals.push({ field, value: this.text(field), code });
    return undefined;
  }

  /** The value of a field that must be there; undefined (and a refusal) when it is missing or unreadable. */
  required<T>(field: string, read: (text: string) => T): T | undefined {
    return this.has(field) ? this.#read(field, read) : this.refuse(field, 'import.value.missing');
  }

  /** The value of a field, or the fallback when it is empty or unreadable (the latter with a refusal). */
  optional<T, D>(field: string, read: (text: string) => T, fallback: D): T | D {
    return this.has(field) ? (this.#read(field, read) ?? fallback) : fallback;
  }

  #read<T>(field: string, read: (text: string) => T): T | undefined {
    try {
      return read(this.text(field));
    } catch (error) {
      if (error instanceof UnreadableValue) return this.refuse(field, error.code);
      throw error;
    }
  }
}
