import { useNavigate } from '@tanstack/react-router';
import { eraMonth, fiscalYearName, hm, monthName } from '@tokimori/wording/format';
import { addressOf } from '../api/call.ts';
import { useReading } from '../api/queries.ts';
import * as routes from '../api/routes.ts';
import { paths } from '../app/paths.ts';
import { Empty, Shown } from '../app/states.tsx';
import { Button } from '../components/button.tsx';
import { DataTable } from '../components/data-table.tsx';
import { SelectField } from '../components/fields.tsx';
import { type ChartLine, LineChart } from '../components/line-chart.tsx';
import { PageTitle, Section } from '../components/section.tsx';
import { Back, MonthChoice, useChoice } from './choices.tsx';
import { SheetPeople } from './section-sheet-people.tsx';
import type { SheetView } from './views.ts';

/** 時間外勤務マネジメントシート of a section: 通常 and 特例 by month, per head against last year, people by rank. */
export function SectionSheetPage() {
  const overview = useReading(routes.registersOverview, {});
  return (
    <Shown query={overview} title="時間外勤務マネジメントシート">
      {({ departments }) =>
        departments.length === 0 ? (
          <>
            <PageTitle>時間外勤務マネジメントシート</PageTitle>
            <Empty>見られる課はありません。共有する範囲は人事課が決めます。</Empty>
          </>
        ) : (
          <OneSheet departments={departments} />
        )
      }
    </Shown>
  );
}

type Departments = readonly { readonly department: string; readonly name: string }[];

function OneSheet({ departments }: { readonly departments: Departments }) {
  const { month, department: wanted } = useChoice();
  const navigate = useNavigate();
  const department = wanted ?? departments[0]!.department;
  const view = useReading(routes.sectionSheetView, { params: { month }, query: { department } });
  return (
    <Shown query={view} title="時間外勤務マネジメントシート">
      {(data) => (
        <>
          <Back>時間外勤務マネジメントシート</Back>
          <PageTitle
            facts={`${data.path}・${eraMonth(data.month)}${data.settled ? '' : '(途中)'}`}
            actions={<Actions view={data} />}
          >
            時間外勤務マネジメントシート
          </PageTitle>
          <div className="no-print flex flex-col gap-x-6 wide:flex-row">
            <MonthChoice month={month} to={(value) => paths.sectionSheet(department, value)} />
            {departments.length > 1 && (
              <div className="-mt-2">
                <SelectField
                  id="department"
                  label="課"
                  plain
                  width="w-60"
                  value={department}
                  onChange={(value) => void navigate({ to: paths.sectionSheet(value, month) })}
                  options={departments.map(({ department: value, name }) => ({ value, name }))}
                />
              </div>
            )}
          </div>
          <Totals view={data} />
          <SheetPeople view={data} />
        </>
      )}
    </Shown>
  );
}

function Actions({ view }: { readonly view: SheetView }) {
  return (
    <>
      {(['xlsx', 'csv'] as const).map((format) => (
        <a
          key={format}
          className="link"
          href={addressOf(routes.sectionSheetFile.path, { month: view.month }, { department: view.department, format })}
          download
        >
          {format === 'xlsx' ? 'Excel' : 'CSV'}で保存する
        </a>
      ))}
      <a
        className="link"
        href={addressOf(routes.sectionSheetPaper.path, { month: view.month }, { department: view.department })}
        download
      >
        PDFで保存する
      </a>
      <Button kind="text" size="small" onPress={() => window.print()}>
        印刷する
      </Button>
    </>
  );
}

function Totals({ view }: { readonly view: SheetView }) {
  const names = view.months.map(monthName);
  const lines: ChartLine[] = [
    {
      name: fiscalYearName(view.fiscalYear),
      values: view.totals.map(({ perHead }) => perHead),
      style: 'solid',
      colour: 'blue',
      mark: 'dot',
      endLabel: `● ${fiscalYearName(view.fiscalYear)}`,
    },
    {
      name: fiscalYearName(view.fiscalYear - 1),
      values: view.totals.map(({ lastYearPerHead }) => lastYearPerHead),
      style: 'dashed',
      colour: 'black',
      mark: 'diamond',
      endLabel: `◇ ${fiscalYearName(view.fiscalYear - 1)}`,
    },
  ];
  const last = view.totals.at(-1);
  const against = last?.lastYearPerHead == null ? '' : `(前年同月 ${hm(last.lastYearPerHead)})`;
  return (
    <Section title="課の時間外勤務と1人当たり" aside="管理監督職員を除きます">
      {view.months.length > 1 && (
        <LineChart
          lines={lines}
          xNames={names}
          height={200}
          sentence={`${view.name}の1人当たりは、${monthName(view.month)}に ${last?.perHead == null ? '記録がありません' : `${hm(last.perHead)} です`}${against}。`}
        />
      )}
      <DataTable caption={`${view.path} ${fiscalYearName(view.fiscalYear)}(時:分)`} minWidth={10 + names.length * 4}>
        <thead>
          <tr>
            <th scope="col">区分</th>
            {names.map((name) => (
              <th key={name} scope="col" className="number">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {(
            [
              ['通常', 'ordinary'],
              ['特例', 'exceptional'],
              ['1人当たり', 'perHead'],
              ['前年同月の1人当たり', 'lastYearPerHead'],
            ] as const
          ).map(([name, key]) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              {view.totals.map((total) => (
                <td key={total.month} className="number">
                  {total[key] === null ? '' : hm(total[key])}
                </td>
              ))}
            </tr>
          ))}
          <tr>
            <th scope="row">人数</th>
            {view.totals.map((total) => (
              <td key={total.month} className="number">
                {total.headcount}人
              </td>
            ))}
          </tr>
        </tbody>
      </DataTable>
    </Section>
  );
}
