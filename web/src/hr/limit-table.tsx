import { dayOfMonth } from '@tokimori/wording/format';
import { paths } from '../app/paths.ts';
import { Anchor } from '../components/button.tsx';
import { DataTable } from '../components/data-table.tsx';
import { MiniLimitBar } from '../components/limit-bar.tsx';
import { StateLabel } from '../components/status-label.tsx';
import { barOf, limitColumn, standsAt } from './figures.ts';
import type { LimitRowView } from './views.ts';

type Props = { readonly rows: readonly LimitRowView[]; readonly month: string; readonly caption: string };

/** People over or near a limit, one row a person and limit, each bar on its own limit. Phone: a list. */
export function LimitTable({ rows, month, caption }: Props) {
  return (
    <>
      <div className="hidden wide:block print:block">
        <DataTable caption={caption} className="table-fixed">
          <colgroup>
            <col className="w-34 print:w-[11%]" />
            <col className="w-44 print:w-[16%]" />
            <col className="w-46 print:w-[15%]" />
            <col className="w-34 print:w-[11%]" />
            <col className="w-28 print:w-[10%]" />
            <col />
            <col className="w-48 print:w-[16%]" />
            <col className="w-14 print:w-[5%]" />
          </colgroup>
          <thead>
            <tr>
              <th scope="col">状態</th>
              <th scope="col">職員</th>
              <th scope="col">どの上限か</th>
              <th scope="col" className="number">
                いま
              </th>
              <th scope="col">上限(太線)まで</th>
              <th scope="col">業務と理由</th>
              <th scope="col">すること・期限</th>
              <th scope="col">根拠</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <TableRow key={`${row.person.staff}-${row.limit}`} row={row} month={month} />
            ))}
          </tbody>
        </DataTable>
      </div>
      <ul className="wide:hidden print:hidden">
        {rows.map((row) => (
          <ListItem key={`${row.person.staff}-${row.limit}`} row={row} month={month} />
        ))}
      </ul>
    </>
  );
}

type RowProps = { readonly row: LimitRowView; readonly month: string };

function TableRow({ row, month }: RowProps) {
  const { figure, note } = standsAt(row);
  const bar = barOf(row);
  const over = row.slack !== null && row.slack < 0;
  return (
    <tr>
      <td>
        <StateLabel state={row.state} />
      </td>
      <th scope="row">
        <Anchor to={paths.person(row.person.staff)} strong>
          {row.person.name}
        </Anchor>
        <span className="block font-400 text-[0.8125rem]">
          {row.bureauName} {row.person.departmentName}
        </span>
      </th>
      <td>{limitColumn(row)}</td>
      <td className="number">
        <strong className="block text-[1.0625rem]">{figure}</strong>
        <span
          className={`block whitespace-normal text-[0.875rem] ${over && row.state === 'over' ? 'font-700 text-red-900' : ''}`}
        >
          {note}
        </span>
      </td>
      <td>{bar !== undefined && <MiniLimitBar name={limitColumn(row)} {...bar} />}</td>
      <td className="text-[0.875rem]">{row.work}</td>
      <td className="text-[0.875rem]">
        {deedWords(row)}
        {row.dueOn !== null && <strong className="block">{dayOfMonth(row.dueOn)}まで</strong>}
      </td>
      <td>
        <Anchor
          to={paths.why(row.person.staff, month, row.limit)}
          label={`${row.person.name} ${limitColumn(row)} はなぜか`}
        >
          なぜ
        </Anchor>
      </td>
    </tr>
  );
}

function ListItem({ row, month }: RowProps) {
  const { figure, note } = standsAt(row);
  const bar = barOf(row);
  return (
    <li className="border-b border-solid-gray-200 py-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <StateLabel state={row.state} />
        <Anchor
          to={paths.why(row.person.staff, month, row.limit)}
          label={`${row.person.name} ${limitColumn(row)} はなぜか`}
        >
          なぜ
        </Anchor>
      </div>
      <p className="mt-1">
        <Anchor to={paths.person(row.person.staff)} strong>
          {row.person.name}
        </Anchor>
        <span className="ml-2 text-[0.875rem]">{row.person.departmentName}</span>
      </p>
      <p className="flex flex-wrap items-baseline justify-between gap-x-3">
        <span>{limitColumn(row)}</span>
        <span>
          <strong>{figure}</strong> <span className="text-[0.875rem]">{note}</span>
        </span>
      </p>
      {bar !== undefined && <MiniLimitBar name={limitColumn(row)} {...bar} />}
      <p className="text-[0.875rem]">
        {row.work !== '' && `${row.work}。`}
        {deedWords(row)} {row.dueOn !== null && <strong>{dayOfMonth(row.dueOn)}まで</strong>}
      </p>
    </li>
  );
}

/** What follows from the state, in words. */
function deedWords({ state, limit }: LimitRowView): string {
  if (state === 'over') return '超過の記録(所属長)';
  if (state === 'overExceptional') return '特例業務の記録(所属長)';
  if (state === 'unknown') return '打刻漏れの届け出(本人)';
  if (state === 'near') return '残りを見て命令する(所属長)';
  return limit === 'annual' ? '業務の分担を見直す(所属長)' : '残りの配分を決める(所属長)';
}
