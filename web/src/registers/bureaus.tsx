import { known, percent, tenths } from '@tokimori/wording/figures';
import { count, eraMonth } from '@tokimori/wording/format';
import { addressOf } from '../api/call.ts';
import { useReading } from '../api/queries.ts';
import * as routes from '../api/routes.ts';
import { paths } from '../app/paths.ts';
import { useMe } from '../app/session.ts';
import { Shown } from '../app/states.tsx';
import { Button } from '../components/button.tsx';
import { DataTable } from '../components/data-table.tsx';
import { PageTitle, Section } from '../components/section.tsx';
import { Back, MonthChoice, useChoice } from './choices.tsx';
import type { BureausView } from './views.ts';

/** 部局別の時間外勤務の実績 against last year, without names. */
export function BureausPage() {
  const { month } = useChoice();
  const view = useReading(routes.bureausMonthlyView, { params: { month } });
  return (
    <Shown query={view} title="部局別の時間外勤務の実績">
      {(data) => (
        <>
          <Back>部局別の実績</Back>
          <PageTitle facts={`${eraMonth(data.month)}${data.settled ? '' : '(途中)'}`} actions={<Actions view={data} />}>
            部局別の時間外勤務の実績
          </PageTitle>
          <MonthChoice month={month} to={(value) => paths.bureausMonthly(value)} />
          {!data.settled && <p className="mt-4">今月は途中です。前年の同じ月の全体とは比べません。</p>}
          <Section title="今年と前年" aside={data.open ? '全職員に公開しています' : '所属長と人事課が見ています'}>
            <Table view={data} />
            {data.merged.length > 0 && (
              <p className="prose-small mt-2">人数が少ない部局は「その他」にまとめています: {data.merged.join('、')}</p>
            )}
          </Section>
        </>
      )}
    </Shown>
  );
}

function Actions({ view }: { readonly view: BureausView }) {
  const { roles } = useMe();
  const saves = roles.some((role) => role === 'hr' || role === 'executive' || role === 'auditor');
  return (
    <>
      {saves && (
        <a
          className="link"
          href={addressOf(routes.report.path, { name: 'bureaus-monthly' }, { month: view.month, format: 'xlsx' })}
          download
        >
          Excelで保存する
        </a>
      )}
      <Button kind="text" size="small" onPress={() => window.print()}>
        印刷する
      </Button>
    </>
  );
}

const columns = [
  ['今年', 'hours', known],
  ['前年同月', 'lastYear', known],
  ['前年同月比', 'ratio', percent],
  ['1人当たり', 'perHead', tenths],
  ['前年の1人当たり', 'lastYearPerHead', tenths],
  ['累計', 'cumulative', known],
  ['前年度の累計', 'lastYearCumulative', known],
  ['累計の前年度比', 'cumulativeRatio', percent],
] as const;

function Table({ view }: { readonly view: BureausView }) {
  return (
    <DataTable caption="時間外勤務(時:分)、1人当たりは時間。累計は年度の初めから" stack>
      <thead>
        <tr>
          <th scope="col">部局</th>
          <th scope="col" className="number">
            人数
          </th>
          {columns.map(([name]) => (
            <th key={name} scope="col" className="number">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {[...view.lines, view.total].map((line) => (
          <tr key={line.name}>
            <th scope="row">{line.name}</th>
            <td className="number" data-label="人数">
              {count(line.headcount)}
            </td>
            {columns.map(([name, key, written]) => (
              <td key={name} className={`number ${key === 'hours' ? 'font-700' : ''}`} data-label={name}>
                {written(line[key])}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
