import { dayLabel, eraDay, hm, monthName, span } from '@tokimori/wording/format';
import { useReading } from '../api/queries.ts';
import * as routes from '../api/routes.ts';
import { paths } from '../app/paths.ts';
import { Empty, Shown } from '../app/states.tsx';
import { Anchor } from '../components/button.tsx';
import { DataTable } from '../components/data-table.tsx';
import { Crumbs, PageTitle, Section } from '../components/section.tsx';
import { useSection } from '../manager/section-of.tsx';
import { CloseAsked } from './close-asked.tsx';
import { shareWords } from './close-shares.tsx';
import type { DailyCloseView } from './views.ts';

/** 終礼: before the end of duty, who asked, who stays, who stayed lately without asking. */
export function DailyClosePage() {
  const { department } = useSection();
  const view = useReading(
    routes.dailyClose,
    { params: { department: department ?? '' } },
    { enabled: department !== undefined, refetchInterval: 30_000 },
  );
  if (department === undefined) {
    return (
      <>
        <PageTitle>終礼</PageTitle>
        <Empty>あなたが所属長になっている課はありません。発令の内容は人事課に確かめてください。</Empty>
      </>
    );
  }
  return (
    <Shown query={view} title="終礼">
      {(data) => <DailyClose view={data} />}
    </Shown>
  );
}

function DailyClose({ view }: { readonly view: DailyCloseView }) {
  const { dutyEnd } = view;
  return (
    <>
      <Crumbs>
        <Anchor to={paths.section}>課の今月</Anchor>
      </Crumbs>
      <PageTitle facts={`${view.name}・${eraDay(view.date)}`}>終礼</PageTitle>
      <p>
        {dutyEnd === null
          ? '今日は勤務を割り振らない日です。'
          : view.over
            ? `今日の勤務時間は ${hm(dutyEnd)} に終わりました。その後の申請には「終わりの後」と付きます。`
            : `今日の勤務時間は ${hm(dutyEnd)} に終わります。それまでに、今日の残り方を決めます。`}
      </p>
      <CloseAsked view={view} />
      <Section title="今日残る人" aside={`${view.staying.length}人`}>
        {view.staying.length === 0 ? (
          <Empty>今日の時間外勤務を命令した職員はいません。</Empty>
        ) : (
          <ul>
            {view.staying.map(({ id, person, from, until }) => (
              <li key={id} className="border-b border-solid-gray-200 py-2.5">
                {person.name} {span(from, until)}
              </li>
            ))}
          </ul>
        )}
      </Section>
      <NotAsked view={view} />
      <Shares view={view} />
    </>
  );
}

function NotAsked({ view }: { readonly view: DailyCloseView }) {
  return (
    <Section title="申請がないまま残っていた人" aside="この5日の勤務日">
      {view.notAsked.length === 0 ? (
        <Empty>申請がないまま勤務時間の外に残っていた職員はいません。</Empty>
      ) : (
        <>
          <p className="mt-2">
            今日の申請はまだありません。残る予定と業務を声に出して確かめ、残るときは申請を受けてください。
          </p>
          <DataTable caption="この5日の勤務日に、命令のない在席があった職員(時:分)" stack>
            <thead>
              <tr>
                <th scope="col">職員</th>
                <th scope="col" className="number">
                  日数
                </th>
                <th scope="col" className="number">
                  命令のない在席
                </th>
                <th scope="col">最後の日</th>
              </tr>
            </thead>
            <tbody>
              {view.notAsked.map(({ person, days, beyond, last }) => (
                <tr key={person.staff}>
                  <th scope="row">
                    <Anchor to={paths.staffMonth(person.staff, last.slice(0, 7))}>{person.name}</Anchor>
                  </th>
                  <td data-label="日数" className="number">{`${days}日`}</td>
                  <td data-label="命令のない在席" className="number">
                    {hm(beyond)}
                  </td>
                  <td data-label="最後の日">{dayLabel(last)}</td>
                </tr>
              ))}
            </tbody>
          </DataTable>
        </>
      )}
    </Section>
  );
}

function Shares({ view }: { readonly view: DailyCloseView }) {
  return (
    <Section title="勤務時間の終わりまでに決裁した割合" aside="取り下げた申請を除く">
      <DataTable caption="月ごとの割合" stack>
        <thead>
          <tr>
            <th scope="col">月</th>
            <th scope="col" className="number">
              終わりまでに決裁
            </th>
            <th scope="col" className="number">
              終わりの後の申請
            </th>
          </tr>
        </thead>
        <tbody>
          {view.shares.map((share) => (
            <tr key={share.month}>
              <th scope="row">{monthName(share.month)}</th>
              <td data-label="終わりまでに決裁" className="number">
                {shareWords(share)}
              </td>
              <td data-label="終わりの後の申請" className="number">
                {share.requests === 0 ? '' : `${share.askedAfter}件`}
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </Section>
  );
}
