import { fiscalYearName, hm } from '@tokimori/wording/format';
import { useState } from 'react';
import { addressOf } from '../api/call.ts';
import { useReading } from '../api/queries.ts';
import * as routes from '../api/routes.ts';
import { Empty, Shown } from '../app/states.tsx';
import { DataTable } from '../components/data-table.tsx';
import { SelectField } from '../components/fields.tsx';
import { type ChartLine, LineChart } from '../components/line-chart.tsx';
import { Section } from '../components/section.tsx';
import type { ProgressView, TrendView } from './views.ts';

const styles = [
  { style: 'solid', colour: 'blue', mark: 'dot', below: true },
  { style: 'dashed', colour: 'black', mark: 'diamond' },
  { style: 'dotted', colour: 'black', mark: 'square' },
] as const;
const signs = { dot: '●', diamond: '◇', square: '□' } as const;
const EVERYONE = '';

/** 部・課・個人の推移 over three fiscal years, chosen here. */
export function ProgressTrend({ view }: { readonly view: ProgressView }) {
  const [first] = view.departments;
  const [department, setDepartment] = useState(first?.department ?? '');
  const [staff, setStaff] = useState(EVERYONE);
  const trend = useReading(
    routes.progressTrend,
    { params: { month: view.month }, query: { department, ...(staff === EVERYONE ? {} : { staff }) } },
    { enabled: department !== '', keep: true },
  );
  if (first === undefined) return null;
  return (
    <Section title="超過在席時間の推移(3年度)">
      <div className="no-print flex flex-col gap-x-6 wide:flex-row">
        <SelectField
          id="trend-department"
          label="部・課・係"
          plain
          width="w-full wide:w-96"
          value={department}
          onChange={(value) => {
            setDepartment(value);
            setStaff(EVERYONE);
          }}
          options={view.departments.map(({ department: value, name }) => ({ value, name }))}
        />
        {trend.data !== undefined && trend.data.people.length > 0 && (
          <SelectField
            id="trend-staff"
            label="職員"
            plain
            width="w-full wide:w-72"
            value={staff}
            onChange={setStaff}
            options={[
              { value: EVERYONE, name: '全員(1人当たり)' },
              ...trend.data.people.map(({ staff: value, name }) => ({ value, name })),
            ]}
          />
        )}
      </div>
      <Shown query={trend}>{(data) => <Trend view={data} />}</Shown>
      <p className="no-print mt-3">
        <a className="link" href={addressOf(routes.progressPaper.path, { month: view.month }, { department })} download>
          この部・課の推移を入れた進捗報告をPDFで保存する
        </a>
      </p>
    </Section>
  );
}

function Trend({ view }: { readonly view: TrendView }) {
  const names = Array.from({ length: 12 }, (_, i) => `${((view.yearStartMonth - 1 + i) % 12) + 1}月`);
  const what = view.staff === null ? '1人当たりの超過在席時間' : '超過在席時間';
  const drawn = view.years.filter(({ perHead }) => perHead.some((value) => value !== null));
  const lines = drawn.map((year, i): ChartLine => {
    const look = styles[i] ?? styles[2];
    const name = fiscalYearName(year.fiscalYear);
    return { name, values: year.perHead, endLabel: `${signs[look.mark]} ${name}`, ...look };
  });
  const [newest] = drawn;
  const last = newest?.perHead.findLastIndex((value) => value !== null) ?? -1;
  if (newest === undefined) return <Empty>{`${view.name}の超過在席時間の記録は、この3年度にはありません。`}</Empty>;
  const sentence = `${view.name}の${what}は、${fiscalYearName(newest.fiscalYear)}の${names[last]}に ${hm(newest.perHead[last] ?? 0)} です。`;
  return (
    <>
      <h3 className="mt-5 text-[1.0625rem]">
        {view.name} {what}(月・時間)
      </h3>
      <LineChart lines={lines} xNames={names} sentence={sentence} />
      <details className="mt-2">
        <summary className="link min-h-7 cursor-pointer">表で見る</summary>
        <TrendTable view={view} names={names} what={what} />
      </details>
      {view.people.length > 0 && (
        <details className="mt-2" open={view.staff === null}>
          <summary className="link min-h-7 cursor-pointer">職員別に見る</summary>
          <PeopleTable view={view} names={names} />
        </details>
      )}
    </>
  );
}

type TableProps = { readonly view: TrendView; readonly names: readonly string[] };

function Head({ first, names }: { readonly first: string; readonly names: readonly string[] }) {
  return (
    <thead>
      <tr>
        <th scope="col">{first}</th>
        {names.map((name) => (
          <th key={name} scope="col" className="number">
            {name}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function Cells({ values, names }: { readonly values: readonly (number | null)[]; readonly names: readonly string[] }) {
  return names.map((name, i) => {
    const value = values[i] ?? null;
    return (
      <td key={name} className="number">
        {value === null ? '' : hm(value)}
      </td>
    );
  });
}

function TrendTable({ view, names, what }: TableProps & { readonly what: string }) {
  return (
    <DataTable caption={`${view.name} ${what}(時:分)`} minWidth={52}>
      <Head first="年度" names={names} />
      <tbody>
        {view.years.map((year) => (
          <tr key={year.fiscalYear}>
            <th scope="row">{fiscalYearName(year.fiscalYear)}</th>
            <Cells values={year.perHead} names={names} />
          </tr>
        ))}
        {view.staff === null &&
          view.years.map((year) => (
            <tr key={`sum-${year.fiscalYear}`}>
              <th scope="row">{fiscalYearName(year.fiscalYear)} 計</th>
              <Cells values={year.beyond} names={names} />
            </tr>
          ))}
      </tbody>
    </DataTable>
  );
}

function PeopleTable({ view, names }: TableProps) {
  const year = view.years[0]?.fiscalYear;
  return (
    <DataTable
      caption={`職員別の超過在席時間 ${year === undefined ? '' : fiscalYearName(year)}(時:分)`}
      showCaption
      minWidth={52}
    >
      <Head first="職員" names={names} />
      <tbody>
        {view.people.map((person) => (
          <tr key={person.staff}>
            <th scope="row">{person.name}</th>
            <Cells values={person.beyond} names={names} />
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
