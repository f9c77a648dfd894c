import { useNavigate, useSearch } from '@tanstack/react-router';
import { count, eraMonth, hm, monthName } from '@tokimori/wording/format';
import { addressOf } from '../api/call.ts';
import { useReading } from '../api/queries.ts';
import * as routes from '../api/routes.ts';
import { paths } from '../app/paths.ts';
import { calendarOf, useMe } from '../app/session.ts';
import { Empty, Shown } from '../app/states.tsx';
import { Anchor, Button } from '../components/button.tsx';
import { DataTable } from '../components/data-table.tsx';
import { Crumbs, PageTitle } from '../components/section.tsx';
import type { SagaTwoView } from './views.ts';

const SIZE = 100;

/** 資料②: hours per person, cumulative and by month, with the marks of 360, 720, 45 and 80. */
export function SagaTwoPage() {
  const { month: running } = calendarOf(useMe());
  const search: { month?: unknown; after?: unknown } = useSearch({ strict: false });
  const month = typeof search.month === 'string' ? search.month : running;
  const after = Number(search.after ?? 0) || 0;
  const navigate = useNavigate();
  const view = useReading(routes.sagaTwo, { query: { month, after, size: SIZE } });
  const go = (next: number) => void navigate({ to: `${paths.sagaTwo(month)}&after=${next}` });
  return (
    <>
      <Crumbs>
        <Anchor to={paths.reports}>報告・様式</Anchor> / 資料②
      </Crumbs>
      <PageTitle
        facts={eraMonth(month)}
        actions={
          <a
            className="link"
            href={addressOf(routes.report.path, { name: 'saga-2' }, { month, format: 'xlsx' })}
            download
          >
            Excelで保存する
          </a>
        }
      >
        資料② 個人ごとの時間数
      </PageTitle>
      <Shown query={view}>
        {(data) => (
          <>
            <p role="status">
              {count(data.count)}人
              {data.count > SIZE &&
                `のうち ${count(after + 1)}–${count(after + data.rows.length)}人(${monthName(month)}の時間が多い順)`}
            </p>
            {data.rows.length === 0 ? <Empty>この月までの時間外勤務の記録はありません。</Empty> : <Sheet view={data} />}
            <div className="no-print mt-4 flex gap-3">
              {after > 0 && <Button onPress={() => go(Math.max(0, after - SIZE))}>前の{SIZE}人</Button>}
              {after + data.rows.length < data.count && <Button onPress={() => go(after + SIZE)}>次の{SIZE}人</Button>}
            </div>
          </>
        )}
      </Shown>
    </>
  );
}

function Sheet({ view }: { readonly view: SagaTwoView }) {
  const paid = view.rows.some((row) => row.allowance !== null);
  return (
    <DataTable
      caption={`${eraMonth(view.month)}までの個人ごとの時間数(時:分)`}
      minWidth={36 + view.months.length * (paid ? 9 : 4.5)}
    >
      <thead>
        <tr>
          <th scope="col">職員名</th>
          <th scope="col">所属</th>
          <th scope="col" className="number">
            累計時間数
          </th>
          <th scope="col">360H超</th>
          <th scope="col">720H超</th>
          {paid && (
            <th scope="col" className="number">
              累計手当額(円)
            </th>
          )}
          <th scope="col" className="number">
            45H超
          </th>
          <th scope="col" className="number">
            80H超
          </th>
          {view.months.map((month) => (
            <th key={month} scope="col" className="number">
              {monthName(month)}
            </th>
          ))}
          {paid &&
            view.months.map((month) => (
              <th key={`paid-${month}`} scope="col" className="number">
                {monthName(month)}手当額
              </th>
            ))}
        </tr>
      </thead>
      <tbody>
        {view.rows.map((row) => (
          <tr key={row.staff}>
            <th scope="row">
              <Anchor to={paths.person(row.staff)}>{row.name}</Anchor>
            </th>
            <td className="whitespace-nowrap text-[0.875rem]">{row.departmentName}</td>
            <td className="number font-700">{hm(row.cumulative)}</td>
            <td>{row.over360 ? '超' : ''}</td>
            <td>{row.over720 ? '超' : ''}</td>
            {paid && <td className="number">{row.allowance === null ? '' : count(row.allowance)}</td>}
            <td className="number">{row.over45 > 0 ? `${row.over45}回` : ''}</td>
            <td className="number">{row.over80 > 0 ? `${row.over80}回` : ''}</td>
            {view.months.map((month, i) => {
              const value = row.hours[i] ?? null;
              return (
                <td key={month} className="number">
                  {value === null ? '' : hm(value)}
                </td>
              );
            })}
            {paid &&
              view.months.map((month, i) => {
                const value = row.allowances[i] ?? null;
                return (
                  <td key={`paid-${month}`} className="number">
                    {value === null ? '' : count(value)}
                  </td>
                );
              })}
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
