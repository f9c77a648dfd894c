import type { ImportColumn } from '@tokimori/contract/import-columns';

/** A column of a kind of file: its name, other names it is known by, and whether a file without it is refused. */
export type Column = Pick<ImportColumn, 'field' | 'aliases' | 'required'>;

/** Our field → the header of the file, as in `{ "職員番号": "社員コード" }`. */
export type Mapping = Readonly<Record<string, string>>;

/** How the columns of a file answer to the fields of a kind. */
export type Layout = {
  readonly columns: readonly { readonly header: string; readonly field: string | null; readonly required: boolean }[];
  readonly missing: readonly string[];
  /** Headers of columns that answer to a field and stand there more than once. */
  readonly twice: readonly string[];
  /** Whether the first line looks like a header at all. */
  readonly hasHeader: boolean;
  readonly positions: ReadonlyMap<string, number>;
};

/** Width, case, spaces and brackets with units make no difference between headers. */
const simplified = (header: string): string =>
  header
    .normalize('NFKC')
    .replace(/^\ufeff/, '')
    .replace(/\(.*?\)/g, '')
    .replace(/[\s_・]/g, '')
    .toLowerCase();

/**
 * Finds the field of every column by its header. A mapping comes first, then the field's own name, then its aliases; the
 * first column that answers to a field takes it.
 * @param alternatives sets of fields of which one must be complete, e.g. 打刻日時, or 日付 and 出勤.
 */
export function layoutOf(
  headers: readonly string[],
  columns: readonly Column[],
  alternatives: readonly (readonly string[])[],
  mapping: Mapping,
): Layout {
  const positions = new Map<string, number>();
  const names = headers.map(simplified);
  const claim = (field: string, header: string): void => {
    const at = names.findIndex(
      (name, index) => name === simplified(header) && ![...positions.values()].includes(index),
    );
    if (at !== -1 && !positions.has(field)) positions.set(field, at);
  };
  for (const { field } of columns) if (mapping[field] !== undefined) claim(field, mapping[field]);
  for (const { field } of columns) if (mapping[field] === undefined) claim(field, field);
  for (const { field, aliases } of columns) {
    if (mapping[field] === undefined) for (const alias of aliases) claim(field, alias);
  }
  const shown = (at: number): string => headers[at]!.replace(/^\ufeff/, '').trim();
  const fieldAt = new Map([...positions].map(([field, at]) => [at, field]));
  const required = new Map(columns.map((column) => [column.field, column.required]));
  const missing = columns.filter((column) => column.required && !positions.has(column.field)).map(({ field }) => field);
  if (alternatives.length > 0 && !alternatives.some((set) => set.every((field) => positions.has(field)))) {
    missing.push(alternatives.map((set) => set.join('と')).join('、または '));
  }
  return {
    columns: headers.map((_, at) => {
      const field = fieldAt.get(at) ?? null;
      return {
        header: shown(at),
        field,
        required: field !== null && (required.get(field) ?? false),
      };
    }),
    missing,
    twice: [...positions.values()]
      .filter((at) => names.indexOf(names[at]!) !== names.lastIndexOf(names[at]!))
      .map(shown),
    hasHeader: positions.size > 0,
    positions,
  };
}

/** Names of a mapping that no column of this kind bears. */
export function unknownFields(mapping: Mapping, columns: readonly Column[]): readonly string[] {
  return Object.keys(mapping).filter((field) => !columns.some((column) => column.field === field));
}
