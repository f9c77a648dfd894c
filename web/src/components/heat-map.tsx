import type { DayState } from '@tokimori/contract/values';
import { dayLabel, dayOnly, hm, weekday } from '@tokimori/wording/format';
import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import { heatClass, heatClasses } from './heat-classes.ts';

export type HeatDay = {
  readonly date: string;
  readonly kind: 'dutyDay' | 'weeklyDayOff' | 'legalHoliday';
  readonly name: string | null;
};
export type HeatCell = {
  readonly state: DayState;
  readonly overtime: number;
  readonly requested: number;
  readonly discrepancy: boolean;
};
export type HeatRow = {
  readonly key: string;
  readonly name: string;
  readonly head: ReactNode;
  readonly cells: readonly HeatCell[];
  /** What the figures of this row are; 時間外 when absent. */
  readonly measure?: string;
  readonly tail: readonly ReactNode[];
};
export type HeatGroup = { readonly title: string; readonly rows: readonly HeatRow[] };

type HeatMapProps = {
  readonly caption: string;
  readonly days: readonly HeatDay[];
  readonly today: string | null;
  readonly groups: readonly HeatGroup[];
  /** Headings of the columns after the days. */
  readonly tail: readonly { readonly title: string; readonly width: string; readonly number?: boolean }[];
  /** Opens the day of a person. Cells without anything to open are plain. */
  readonly onOpen?: (row: HeatRow, day: HeatDay) => void;
};

/** What one cell says when read out. */
export function cellSentence(row: string, day: HeatDay, cell: HeatCell, measure = '時間外'): string {
  const parts = [`${row} ${dayLabel(day.date)}`];
  if (cell.state === 'missingOut' || cell.state === 'missingIn') parts.push('打刻漏れ');
  else if (cell.overtime > 0) parts.push(`${measure} ${hm(cell.overtime)}`);
  if (cell.requested > 0) parts.push(`申請中 ${hm(cell.requested)}`);
  if (cell.discrepancy) parts.push('差異あり');
  return parts.join(' ');
}

function columnStyle(day: HeatDay, today: string | null): string {
  const line = day.date === today ? 'border-l-2 border-l-red-900' : '';
  if (day.kind === 'weeklyDayOff') return `bg-solid-gray-50 ${line}`;
  return day.kind === 'legalHoliday' ? `heat-holiday ${line}` : line;
}

/** What stands in a cell: hours in their blue, a request dashed, ? for a missing record, a corner for a difference. */
export function HeatFigure({ cell }: { readonly cell: HeatCell }) {
  const missing = cell.state === 'missingOut' || cell.state === 'missingIn';
  const shown = missing ? '?' : cell.overtime > 0 ? hm(cell.overtime) : cell.requested > 0 ? hm(cell.requested) : '';
  const look = missing
    ? 'border-2 border-dashed border-black font-700'
    : cell.overtime > 0
      ? heatClass(cell.overtime).look
      : cell.requested > 0
        ? 'border border-dashed border-blue-900 text-blue-900'
        : '';
  return (
    <span
      className={`heat-figure keep-colours relative flex h-10 w-full items-center justify-center whitespace-nowrap text-[0.8125rem] ${look}`}
    >
      {shown}
      {cell.discrepancy && (
        <svg width="10" height="10" className="absolute top-0 right-0" aria-hidden="true">
          <path d="M0 0H10V10z" fill="#8b3200" stroke="#fff" />
        </svg>
      )}
    </span>
  );
}

/** Moves the focus to the next openable cell of the grid in the direction of an arrow key. */
function moveFocus(event: KeyboardEvent<HTMLTableElement>, table: HTMLTableElement | null): void {
  const step = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0] }[event.key];
  const place = (event.target as HTMLElement).closest<HTMLElement>('[data-at]')?.dataset.at;
  if (step === undefined || place === undefined || table === null) return;
  const [rowStep = 0, columnStep = 0] = step;
  let [row = 0, column = 0] = place.split('-').map(Number);
  for (let tries = 0; tries < 200; tries += 1) {
    row += rowStep;
    column += columnStep;
    const next = table.querySelector<HTMLElement>(`[data-at="${row}-${column}"] button`);
    if (next !== null) {
      event.preventDefault();
      next.focus();
      return;
    }
  }
}

/** People × days. A table with row and column headers; a figure in every cell, classes fixed for every section. */
export function HeatMap({ caption, days, today, groups, tail, onOpen }: HeatMapProps) {
  const table = useRef<HTMLTableElement>(null);
  const columns = days.length + tail.length + 1;
  // A day off is narrow unless somebody worked on it.
  const busy = new Set(
    days.filter((_, i) => groups.some((g) => g.rows.some((r) => saysSomething(r.cells[i])))).map((day) => day.date),
  );
  let rowNumber = -1;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section aria-label={caption} tabIndex={0} className="table-box overflow-x-auto">
      <table
        ref={table}
        className="heat w-full border-collapse text-[0.875rem] leading-140"
        onKeyDown={(event) => moveFocus(event, table.current)}
      >
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="border-b border-black">
            <th scope="col" className="min-w-24 pb-1 text-left align-bottom">
              職員
            </th>
            {days.map((day) => (
              <th
                key={day.date}
                scope="col"
                className={`px-0 pb-1 text-center align-bottom text-[0.8125rem] ${day.kind === 'dutyDay' ? 'min-w-7' : busy.has(day.date) ? 'min-w-7 font-400' : 'heat-off min-w-4 font-400'} ${day.date === today ? 'border-l-2 border-l-red-900 text-red-900' : ''}`}
              >
                <span className="block">{dayOnly(day.date).slice(0, -1)}</span>
                <span className="block font-400">{day.kind === 'legalHoliday' ? '祝' : weekday(day.date)}</span>
                {day.name !== null && <span className="sr-only">{day.name}</span>}
              </th>
            ))}
            {tail.map((column) => (
              <th
                key={column.title}
                scope="col"
                className={`px-1.5 pb-1 align-bottom ${column.number ? 'heat-sum text-right' : 'heat-tail text-left'}`}
                style={{ minWidth: column.width }}
              >
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        {groups
          .filter((group) => group.rows.length > 0)
          .map((group) => (
            <tbody key={group.title}>
              <tr className="border-b border-solid-gray-420 bg-solid-gray-50">
                <th scope="rowgroup" colSpan={columns} className="px-2 py-1 text-left">
                  {group.title}
                </th>
              </tr>
              {group.rows.map((row) => {
                rowNumber += 1;
                const at = rowNumber;
                return (
                  <tr key={row.key} className="border-b border-solid-gray-200">
                    <th scope="row" className="pr-1 text-left font-400">
                      {row.head}
                    </th>
                    {days.map((day, i) => (
                      <HeatDatum
                        key={day.date}
                        at={`${at}-${i}`}
                        row={row}
                        day={day}
                        cell={row.cells[i]}
                        today={today}
                        onOpen={onOpen}
                      />
                    ))}
                    {row.tail.map((content, i) => (
                      <td
                        key={tail[i]?.title ?? i}
                        className={`px-1.5 ${tail[i]?.number ? 'text-right whitespace-nowrap' : ''}`}
                      >
                        {content}
                      </td>
                    ))}
                  </tr>
                );
              })}
            </tbody>
          ))}
      </table>
    </section>
  );
}

/** Whether a cell shows anything. */
function saysSomething(cell: HeatCell | undefined): boolean {
  if (cell === undefined) return false;
  const missing = cell.state === 'missingOut' || cell.state === 'missingIn';
  return missing || cell.overtime > 0 || cell.requested > 0 || cell.discrepancy;
}

type DatumProps = {
  readonly at: string;
  readonly row: HeatRow;
  readonly day: HeatDay;
  readonly cell: HeatCell | undefined;
  readonly today: string | null;
  readonly onOpen: HeatMapProps['onOpen'];
};

function HeatDatum({ at, row, day, cell, today, onOpen }: DatumProps) {
  const style = `p-0 ${columnStyle(day, today)}`;
  if (cell === undefined) return <td className={style} />;
  if (!saysSomething(cell)) return <td className={style} />;
  return (
    <td className={style} data-at={at}>
      {onOpen === undefined ? (
        <HeatFigure cell={cell} />
      ) : (
        <button
          type="button"
          className="block w-full"
          aria-label={cellSentence(row.name, day, cell, row.measure)}
          onClick={() => onOpen(row, day)}
        >
          <HeatFigure cell={cell} />
        </button>
      )}
    </td>
  );
}

/** Legend of the heat map, above it. */
export function HeatLegend() {
  return (
    <ul className="my-3 flex flex-wrap gap-x-4 gap-y-1 text-[0.875rem]">
      <li>1日の時間外</li>
      {heatClasses.map((c) => (
        <li key={c.word} className="flex items-center gap-1.5">
          <span aria-hidden="true" className={`keep-colours h-4 w-6 border border-solid-gray-420 ${c.look}`} />
          {c.word}
        </li>
      ))}
      <li className="flex items-center gap-1.5">
        <span aria-hidden="true" className="h-4 w-6 border border-dashed border-blue-900" />
        申請中
      </li>
      <li className="flex items-center gap-1.5">
        <span aria-hidden="true" className="h-4 w-6 border-2 border-dashed border-black" />
        打刻漏れ
      </li>
      <li className="flex items-center gap-1.5">
        <svg width="10" height="10" aria-hidden="true">
          <path d="M0 0H10V10z" fill="#8b3200" />
        </svg>
        差異
      </li>
      <li className="flex items-center gap-1.5">
        <span aria-hidden="true" className="heat-holiday h-4 w-6 border border-solid-gray-200" />
        休日
      </li>
      <li className="flex items-center gap-1.5">
        <span aria-hidden="true" className="h-4 w-0.5 bg-red-900" />
        今日
      </li>
    </ul>
  );
}
