import { useSearch } from '@tanstack/react-router';
import { count, eraMonth, hm, monthName, shiftMonth } from '@tokimori/wording/format';
import { addressOf } from '../api/call.ts';
import { useReading } from '../api/queries.ts';
import * as routes from '../api/routes.ts';
import { paths } from '../app/paths.ts';
import { calendarOf, useMe } from '../app/session.ts';
import { Shown } from '../app/states.tsx';
import { Banner } from '../components/banner.tsx';
import { Anchor } from '../components/button.tsx';
import { DataTable } from '../components/data-table.tsx';
import { Crumbs, PageTitle, Section } from '../components/section.tsx';
import type { SagaOneView } from './views.ts';

const overviewNames = { total: '総時間数', normal: '通常対応', infection: '感染症対応', disaster: '災害対応' } as const;
const lineNames: Readonly<Record<SagaOneView['lines'][number]['label'], string>> = {
  total: '総時間数(感染症・災害を含む)',
  normal: '時間数(通常業務)',
  infection: '時間数(感染症対応)',
  disaster: '時間数(災害対応)',
  ratio: '前年同月との比較(通常業務)',
  perHead: '1人当たり(通常業務・時間)',
  perHeadRatio: '1人当たりの前年同月との比較',
};

/** 資料①: this month against last year, cumulative, by category and by 部局. */
export function SagaOnePage() {
  const { month: running } = calendarOf(useMe());
  const search: { month?: unknown } = useSearch({ strict: false });
  const month = typeof search.month === 'string' ? search.month : running;
  const view = useReading(routes.sagaOne, { query: { month } });
  return (
    <Shown query={view} title="資料①">
      {(data) => <Sheet view={data} />}
    </Shown>
  );
}

/** Tenths with one decimal: 156 = 15.6. */
const tenths = (value: number) => `${Math.floor(value / 10)}.${value % 10}`;
const percent = (value: number) => `${tenths(value)}%`;

function Sheet({ view }: { readonly view: SagaOneView }) {
  // Heads read the sheet; the reports are made by those who see the whole municipality.
  const makesReports = useMe().roles.some((role) => role === 'hr' || role === 'executive' || role === 'auditor');
  const hours = (value: number | null) => (value === null ? '' : view.unit === 'minutes' ? hm(value) : count(value));
  const cell = (label: SagaOneView['lines'][number]['label'], value: number | null) => {
    if (value === null) return '';
    if (label === 'perHead') return tenths(value);
    return label === 'ratio' || label === 'perHeadRatio' ? percent(value) : hours(value);
  };
  const year = shiftMonth(view.month, -12);
  return (
    <>
      <Crumbs>
        {makesReports ? <Anchor to={paths.reports}>報告・様式</Anchor> : <Anchor to={paths.dues}>対策の予定</Anchor>} /
        資料①
      </Crumbs>
      <PageTitle
        facts={eraMonth(view.month)}
        actions={
          makesReports && (
            <a
              className="link"
              href={addressOf(routes.report.path, { name: 'saga-1' }, { month: view.month, format: 'xlsx' })}
              download
            >
              Excelで保存する
            </a>
          )
        }
      >
        {view.title}
      </PageTitle>
      {view.differences.length > 0 && (
        <Banner kind="warning" title="計と内訳の違いなど、確かめるところがあります">
          <ul className="list-disc pl-5">
            {view.differences.map((difference) => (
              <li key={difference}>{difference}</li>
            ))}
          </ul>
        </Banner>
      )}
      <Section title="全体">
        <DataTable caption={`時間外勤務の実績(${view.unit === 'minutes' ? '時:分' : '時間'})`} minWidth={44}>
          <thead>
            <tr>
              <th scope="col">区分</th>
              <th scope="col" className="number">
                {eraMonth(view.month)}分
              </th>
              <th scope="col" className="number">
                {eraMonth(year)}分
              </th>
              <th scope="col" className="number">
                累計(4月–{monthName(view.month)})
              </th>
              <th scope="col" className="number">
                前年度の累計
              </th>
              <th scope="col" className="number">
                手当額(円)
              </th>
              <th scope="col" className="number">
                手当額の累計(円)
              </th>
            </tr>
          </thead>
          <tbody>
            {view.overview.map((row) => (
              <tr key={row.label}>
                <th scope="row">{overviewNames[row.label]}</th>
                <td className="number font-700">{hours(row.month)}</td>
                <td className="number">{hours(row.lastYearMonth)}</td>
                <td className="number">{hours(row.cumulative)}</td>
                <td className="number">{hours(row.lastYearCumulative)}</td>
                <td className="number">{row.allowance === null ? '' : count(row.allowance)}</td>
                <td className="number">{row.cumulativeAllowance === null ? '' : count(row.cumulativeAllowance)}</td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      </Section>
      <Section title="部局内訳">
        <DataTable
          caption="部局ごとの時間数と前年同月との比較"
          minWidth={8 + (view.departments.length + 1) * 4.25}
          className="rows-wide"
        >
          <thead>
            <tr>
              <th scope="col">部局内訳</th>
              {view.departments.map((name) => (
                <th key={name} scope="col" className="number">
                  {name}
                </th>
              ))}
              <th scope="col" className="number sum">
                計
              </th>
            </tr>
          </thead>
          <tbody>
            {view.lines.map((line) => (
              <tr key={line.label}>
                <th scope="row" className="min-w-32">
                  {lineNames[line.label]}
                </th>
                {line.cells.map((value, i) => (
                  <td key={view.departments[i]} className="number">
                    {cell(line.label, value)}
                  </td>
                ))}
                <td className="number sum">{cell(line.label, line.total)}</td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      </Section>
    </>
  );
}
