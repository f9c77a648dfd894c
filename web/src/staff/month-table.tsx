import type { DayView } from '@tokimori/contract/values';
import { dayOnly, eraMonth, hm, weekday } from '@tokimori/wording/format';
import { DataTable } from '../components/data-table.tsx';
import { BandAxis, TimelineBand } from '../components/timeline-band.tsx';
import { type DayContext, rowsOf, totalName } from './day-rows.ts';
import { DayDoor, DayStateCell, inWords, outWords, pcWords } from './day-state.tsx';
import type { StaffMonthView } from './views.ts';

/** One row a day, the band and its numbers side by side. Wide screens and paper. */
export function MonthTable({ view, context }: { readonly view: StaffMonthView; readonly context: DayContext }) {
  const heads = ['出勤', '退勤', 'PC', '時間外', '累計', '差異'];
  return (
    <div className="mt-3 hidden wide:block print:block">
      <DataTable caption={`${eraMonth(view.month)}の日ごとの記録(時間は 時:分)`}>
        <thead>
          <tr>
            <th scope="col" className="w-34">
              日
            </th>
            <th scope="col" className="w-112">
              <span className="sr-only">6時から{context.axis / 60}時までの帯</span>
              <BandAxis until={context.axis} />
            </th>
            {heads.map((head) => (
              <th key={head} scope="col" className="number">
                {head}
              </th>
            ))}
            <th scope="col" className="w-30">
              状態
            </th>
          </tr>
        </thead>
        <tbody>
          {rowsOf(view.days).map((row) =>
            row.kind === 'folded' ? (
              <tr key={row.key} className="bg-solid-gray-50 [&>*]:py-1!">
                <th scope="row" className="font-400!">
                  {row.days} {row.weekdays}
                </th>
                <td colSpan={8}>{row.words}</td>
              </tr>
            ) : (
              <DayRow key={row.key} day={row.day} context={context} />
            ),
          )}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={5}>
              {totalName(view.totals.unclassifiable)}
            </th>
            <td className="number">{hm(view.totals.overtime)}</td>
            <td />
            <td className="number">{view.totals.discrepancy > 0 ? hm(view.totals.discrepancy) : ''}</td>
            <td />
          </tr>
        </tfoot>
      </DataTable>
    </div>
  );
}

function DayRow({ day, context }: { readonly day: DayView; readonly context: DayContext }) {
  const today = day.date === context.today;
  const future = day.state === 'future';
  const missing = day.state === 'missingOut' || day.state === 'missingIn';
  return (
    <tr
      className={`${today ? 'border-l-4 border-l-red-900 font-700' : ''} ${day.allotment === null ? 'bg-solid-gray-50' : ''} ${future ? '[&>*]:py-1!' : '[&>*]:py-1.5!'}`}
    >
      <th scope="row" className="whitespace-nowrap font-400!">
        <DayDoor day={day} own={context.own}>
          {dayOnly(day.date)}
        </DayDoor>{' '}
        {weekday(day.date)}
      </th>
      <td className="px-0!">
        <TimelineBand day={day} until={context.axis} {...(today ? { now: context.now } : {})} />
      </td>
      <td className={`number ${day.state === 'missingIn' ? 'font-700' : ''}`}>{inWords(day)}</td>
      <td className={`number ${day.state === 'missingOut' ? 'font-700' : ''}`}>{outWords(day)}</td>
      <td className="number text-[0.875rem] text-solid-gray-700">{pcWords(day)}</td>
      <td className="number font-700">{day.overtime > 0 ? hm(day.overtime) : ''}</td>
      <td className="number text-solid-gray-700">
        {future || missing || today || day.state === 'noRecord' ? '' : hm(day.cumulative)}
      </td>
      <td className="number">{day.discrepancy > 0 ? hm(day.discrepancy) : ''}</td>
      <td>
        <DayStateCell day={day} today={context.today} />
      </td>
    </tr>
  );
}
