import type { ReactNode } from 'react';

type TableProps = {
  /** Says period and unit; read out, and shown when `showCaption`. */
  readonly caption: string;
  readonly showCaption?: boolean;
  readonly children: ReactNode;
  /** Least width in rem; below it the table scrolls in its own region. */
  readonly minWidth?: number;
  readonly className?: string;
};

/** A table in a region that scrolls by itself and can be reached by keyboard. First column: the object; numbers right; empty = blank. */
export function DataTable({ caption, showCaption = false, children, minWidth, className = '' }: TableProps) {
  const table = (
    <table className={`rows ${className}`} style={minWidth === undefined ? undefined : { minWidth: `${minWidth}rem` }}>
      <caption className={showCaption ? 'prose-small py-1 text-left' : 'sr-only'}>{caption}</caption>
      {children}
    </table>
  );
  if (minWidth === undefined) return table;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section aria-label={caption} tabIndex={0} className="overflow-x-auto">
      {table}
    </section>
  );
}

export type Sort<Key extends string> = { readonly by: Key; readonly descending: boolean };

/** Header cell that sorts; says its order to everyone. */
export function SortHeader<Key extends string>({
  by,
  sort,
  onSort,
  children,
  number = false,
}: {
  readonly by: Key;
  readonly sort: Sort<Key>;
  readonly onSort: (sort: Sort<Key>) => void;
  readonly children: ReactNode;
  readonly number?: boolean;
}) {
  const active = sort.by === by;
  return (
    <th
      scope="col"
      className={number ? 'number' : ''}
      aria-sort={active ? (sort.descending ? 'descending' : 'ascending') : 'none'}
    >
      <button
        type="button"
        className="min-h-6 font-700 underline underline-offset-4"
        onClick={() => onSort({ by, descending: active ? !sort.descending : number })}
      >
        {children}
        <span aria-hidden="true">{active ? (sort.descending ? ' ▼' : ' ▲') : ''}</span>
      </button>
    </th>
  );
}
