import { eraDay, hm } from '@tokimori/wording/format';
import { useReading } from '../api/queries.ts';
import * as routes from '../api/routes.ts';
import { paths } from '../app/paths.ts';
import { Empty, Shown } from '../app/states.tsx';
import { Anchor } from '../components/button.tsx';
import { DataTable } from '../components/data-table.tsx';
import { PageTitle } from '../components/section.tsx';
import { StateLabel, StatusLabel } from '../components/status-label.tsx';
import { type Label, remainingWords } from '../wording/words.ts';
import { MissingPunches } from './closing/missing-punches.tsx';
import { useSection } from './section-of.tsx';
import type { SectionTodayView } from './views.ts';

const presenceLabels: Readonly<Record<SectionTodayView['people'][number]['presence'], Label>> = {
  in: { shape: 'circle', tone: 'fine', word: '在席' },
  left: { shape: 'check', tone: 'done', word: '退勤済み' },
  notYet: { shape: 'question', tone: 'unknown', word: '出勤の記録なし' },
  dayOff: { shape: 'none', tone: 'done', word: '勤務日でない' },
};
const order: readonly string[] = ['notYet', 'in', 'left', 'dayOff'];
const hmOr = (minute: number | null) => (minute === null ? '' : hm(minute));

/** 課の今日: who has no record yet, who is in, until when they were ordered to stay. */
export function SectionTodayPage() {
  const { department } = useSection();
  const view = useReading(
    routes.sectionToday,
    { params: { department: department ?? '' } },
    { enabled: department !== undefined, refetchInterval: 30_000 },
  );
  if (department === undefined) return <Empty>あなたが所属長になっている課はありません。</Empty>;
  return (
    <Shown query={view} title="課の今日">
      {(data) => <Today view={data} />}
    </Shown>
  );
}

function Today({ view }: { readonly view: SectionTodayView }) {
  const count = (presence: string) => view.people.filter((p) => p.presence === presence).length;
  const people = view.people.toSorted((a, b) => order.indexOf(a.presence) - order.indexOf(b.presence));
  return (
    <>
      <PageTitle facts={eraDay(view.dutyDate)}>課の今日 {view.name}</PageTitle>
      <p>
        出勤の記録なし <strong>{count('notYet')}人</strong>・在席 <strong>{count('in')}人</strong>・退勤済み{' '}
        <strong>{count('left')}人</strong>・勤務日でない <strong>{count('dayOff')}人</strong>
      </p>
      <MissingPunches view={view} />
      <div className="mt-4">
        <DataTable caption={`${view.name} ${eraDay(view.dutyDate)} の出勤`} minWidth={40} stack>
          <thead>
            <tr>
              <th scope="col">職員</th>
              <th scope="col">今日</th>
              <th scope="col" className="number">
                出勤
              </th>
              <th scope="col" className="number">
                退勤
              </th>
              <th scope="col" className="number">
                PCの最後の記録
              </th>
              <th scope="col" className="number">
                命令の終わり
              </th>
              <th scope="col" className="number">
                今月の残り
              </th>
              <th scope="col">上限の状態</th>
            </tr>
          </thead>
          <tbody>
            {people.map((row) => (
              <tr key={row.person.staff}>
                <th scope="row">
                  <Anchor to={paths.person(row.person.staff)}>{row.person.name}</Anchor>
                  <span className="ml-2 font-400 text-[0.8125rem]">{row.person.post}</span>
                </th>
                <td data-label="今日">
                  <StatusLabel label={presenceLabels[row.presence]} />
                </td>
                <td className="number" data-label="出勤">
                  {hmOr(row.firstIn)}
                </td>
                <td className="number" data-label="退勤">
                  {hmOr(row.lastOut)}
                </td>
                <td className="number" data-label="PCの最後の記録">
                  {hmOr(row.pcLast)}
                </td>
                <td className="number" data-label="命令の終わり">
                  {hmOr(row.orderUntil)}
                </td>
                <td
                  className={`number ${(row.remaining ?? 0) < 0 ? 'font-700 text-red-900' : ''}`}
                  data-label="今月の残り"
                >
                  {row.remaining === null ? '' : remainingWords(row.remaining)}
                </td>
                <td data-label="上限の状態">
                  <StateLabel state={row.state} />
                </td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      </div>
    </>
  );
}
