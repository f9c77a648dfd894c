import { useNavigate, useSearch } from '@tanstack/react-router';
import { count, eraMonth, hm } from '@tokimori/wording/format';
import { useReading } from '../api/queries.ts';
import * as routes from '../api/routes.ts';
import { paths } from '../app/paths.ts';
import { Empty, Shown } from '../app/states.tsx';
import { Anchor, Button } from '../components/button.tsx';
import { DataTable } from '../components/data-table.tsx';
import { Crumbs, PageTitle } from '../components/section.tsx';
import { StateLabel } from '../components/status-label.tsx';
import { remainingWords } from '../wording/words.ts';
import { useMonth } from './month-of.ts';
import type { MonthListView } from './views.ts';

/** The month of a 部局 or of everybody, one row a person. */
export function MonthStaffPage() {
  const { month } = useMonth();
  const navigate = useNavigate();
  const search: { department?: string; after?: string } = useSearch({ strict: false });
  const { department, after } = search;
  const view = useReading(routes.monthList, {
    params: { month },
    query: {
      size: 200,
      ...(department === undefined ? {} : { department: String(department) }),
      ...(after === undefined ? {} : { after: String(after) }),
    },
  });
  const address = (next?: string) => {
    const pairs = [
      department === undefined ? '' : `department=${encodeURIComponent(department)}`,
      next === undefined ? '' : `after=${encodeURIComponent(next)}`,
    ].filter(Boolean);
    return `${paths.cityStaff(month)}${pairs.length === 0 ? '' : `?${pairs.join('&')}`}`;
  };
  return (
    <>
      <Crumbs>
        <Anchor to={paths.cityMonth(month)}>全庁</Anchor> / 職員ごと
      </Crumbs>
      <PageTitle facts={eraMonth(month)}>職員ごとの時間外勤務</PageTitle>
      <Shown query={view}>
        {(data) => (
          <>
            <p role="status">{count(data.count)}人</p>
            {data.rows.length === 0 ? <Empty>この月の記録はありません。</Empty> : <Rows view={data} month={month} />}
            <div className="no-print mt-4 flex gap-3">
              {after !== undefined && <Button onPress={() => void navigate({ to: address() })}>はじめから</Button>}
              {data.next !== null && (
                <Button onPress={() => void navigate({ to: address(data.next ?? undefined) })}>次の200人</Button>
              )}
            </div>
          </>
        )}
      </Shown>
    </>
  );
}

function Rows({ view, month }: { readonly view: MonthListView; readonly month: string }) {
  return (
    <DataTable caption={`${eraMonth(month)} 職員ごとの時間外勤務(時:分)`} minWidth={52} stack>
      <thead>
        <tr>
          <th scope="col">職員番号</th>
          <th scope="col">職員</th>
          <th scope="col">所属</th>
          <th scope="col" className="number">
            勤務した日
          </th>
          <th scope="col" className="number">
            在庁
          </th>
          <th scope="col" className="number">
            割振りを超えた在庁
          </th>
          <th scope="col" className="number">
            時間外
          </th>
          <th scope="col" className="number">
            うち特例
          </th>
          <th scope="col" className="number">
            打刻漏れ
          </th>
          <th scope="col" className="number">
            残り
          </th>
          <th scope="col">状態</th>
        </tr>
      </thead>
      <tbody>
        {view.rows.map((row) => (
          <tr key={row.person.staff}>
            <td data-label="職員番号">{row.person.staff}</td>
            <th scope="row">
              <Anchor to={paths.person(row.person.staff)}>{row.person.name}</Anchor>
            </th>
            <td data-label="所属" className="text-[0.875rem]">
              {row.person.departmentName}
            </td>
            <td data-label="勤務した日" className="number">
              {row.daysWorked}日
            </td>
            <td data-label="在庁" className="number">
              {hm(row.presence)}
            </td>
            <td data-label="割振りを超えた在庁" className="number">
              {hm(row.beyond)}
            </td>
            <td data-label="時間外" className="number font-700">
              {hm(row.overtime)}
            </td>
            <td data-label="うち特例" className="number">
              {row.exceptional > 0 ? hm(row.exceptional) : ''}
            </td>
            <td data-label="打刻漏れ" className="number">
              {row.unclassifiable > 0 ? `${row.unclassifiable}日` : ''}
            </td>
            <td data-label="残り" className="number">
              {row.remaining === null ? '' : remainingWords(row.remaining)}
            </td>
            <td data-label="状態">
              <StateLabel state={row.state} small />
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
