import type { CSSProperties, ReactNode } from 'react';

type TableProps = {
  /** Says period and unit; read out, and shown when `showCaption`. */
  readonly caption: string;
  readonly showCaption?: boolean;
  readonly children: ReactNode;
  /** Least width in rem; below it the table scrolls in its own region. */
  readonly minWidth?: number;
  readonly className?: string;
  /** On a phone every row becomes a block of its cells, each named by its `data-label`; empty cells vanish. */
  readonly stack?: boolean;
};

/** A table in a region that scrolls by itself and can be reached by keyboard. First column: the object; numbers right; empty = blank. */
export function DataTable({
  caption,
  showCaption = false,
  children,
  minWidth,
  className = '',
  stack = false,
}: TableProps) {
  const table = (
    <table
      className={`rows ${stack ? 'rows-stack' : ''} ${className}`}
      style={minWidth === undefined ? undefined : ({ '--rows-least': `${minWidth}rem` } as CSSProperties)}
    >
      <caption className={showCaption ? 'prose-small py-1 text-left' : 'sr-only'}>{caption}</caption>
      {children}
    </table>
  );
  if (minWidth === undefined) return table;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section aria-label={caption} tabIndex={0} className="table-box overflow-x-auto">
      {table}
    </section>
  );
}
