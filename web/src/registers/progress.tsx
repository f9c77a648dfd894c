import { known, tenths } from '@tokimori/wording/figures';
import { count, eraMonth } from '@tokimori/wording/format';
import { addressOf } from '../api/call.ts';
import { useReading } from '../api/queries.ts';
import * as routes from '../api/routes.ts';
import { paths } from '../app/paths.ts';
import { Shown } from '../app/states.tsx';
import { Button } from '../components/button.tsx';
import { DataTable } from '../components/data-table.tsx';
import { PageTitle, Section } from '../components/section.tsx';
import { Back, MonthChoice, useChoice } from './choices.tsx';
import { Bands, LongMonth, LongThree } from './progress-people.tsx';
import { ProgressTrend } from './progress-trend.tsx';
import type { ProgressView } from './views.ts';

const periods = { thisMonth: '今月', lastMonth: '前月', lastYear: '前年同月' } as const;

/** 進捗報告: presence beyond duty hours of the city against last month and last year, and who stayed long. */
export function ProgressPage() {
  const { month } = useChoice();
  const view = useReading(routes.progressView, { params: { month } });
  return (
    <Shown query={view} title="進捗報告">
      {(data) => (
        <>
          <Back>進捗報告</Back>
          <PageTitle
            facts={`${eraMonth(data.month)}・${data.settled ? '確定' : '途中'}`}
            actions={<Actions view={data} />}
          >
            働き方改革・休み方改革 進捗報告
          </PageTitle>
          <MonthChoice month={month} to={(value) => paths.progress(value)} />
          {!data.whole && (
            <p className="mt-4">
              人数と時間の数字は団体全体のものです。職員の氏名と所属は、あなたの所属のものだけを表示しています。
            </p>
          )}
          <City view={data} />
          <Bands view={data} />
          <LongMonth view={data} />
          <LongThree view={data} />
          <ProgressTrend view={data} />
        </>
      )}
    </Shown>
  );
}

function Actions({ view }: { readonly view: ProgressView }) {
  return (
    <>
      {view.files &&
        (['xlsx', 'csv'] as const).map((format) => (
          <a
            key={format}
            className="link"
            href={addressOf(routes.report.path, { name: 'nanto-progress' }, { month: view.month, format })}
            download
          >
            {format === 'xlsx' ? 'Excel' : 'CSV'}で保存する
          </a>
        ))}
      <a className="link" href={addressOf(routes.progressPaper.path, { month: view.month })} download>
        PDFで保存する
      </a>
      <Button kind="text" size="small" onPress={() => window.print()}>
        印刷する
      </Button>
    </>
  );
}

function City({ view }: { readonly view: ProgressView }) {
  return (
    <Section title="市全体の状況" aside="管理監督職員を除きます">
      <DataTable caption="超過在席時間と申請時間(時:分)、1人当たりは時間" stack>
        <thead>
          <tr>
            <th scope="col">月</th>
            <th scope="col" className="number">
              人数
            </th>
            <th scope="col" className="number">
              超過在席時間
            </th>
            <th scope="col" className="number">
              1人当たり
            </th>
            <th scope="col" className="number">
              申請時間
            </th>
            <th scope="col" className="number">
              1人当たり
            </th>
            <th scope="col" className="number">
              手当支出額(円)
            </th>
          </tr>
        </thead>
        <tbody>
          {view.rows.map((row) => (
            <tr key={row.period}>
              <th scope="row">
                {periods[row.period]}({eraMonth(row.month)})
              </th>
              <td className="number" data-label="人数">
                {count(row.headcount)}
              </td>
              <td className="number font-700" data-label="超過在席時間">
                {known(row.beyond)}
              </td>
              <td className="number" data-label="1人当たり">
                {tenths(row.beyondPerHead)}
              </td>
              <td className="number font-700" data-label="申請時間">
                {known(row.overtime)}
              </td>
              <td className="number" data-label="1人当たり">
                {tenths(row.overtimePerHead)}
              </td>
              <td className="number" data-label="手当支出額(円)">
                {row.allowance === null ? '―' : count(row.allowance)}
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
      <p className="prose-small mt-2">
        超過在席時間は、割り振られた勤務時間の外に在庁した時間です。申請時間は、申請・命令されて勤務した時間外勤務の時間です。
      </p>
      {view.remarks.map((remark) => (
        <p key={remark} className="prose-small mt-1">
          {remark}
        </p>
      ))}
    </Section>
  );
}
