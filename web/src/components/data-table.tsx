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
