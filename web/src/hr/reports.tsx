import { eraMonth, shiftMonth } from '@tokimori/wording/format';
import { useState } from 'react';
import { addressOf } from '../api/call.ts';
import { useReading } from '../api/queries.ts';
import * as routes from '../api/routes.ts';
import { paths } from '../app/paths.ts';
import { calendarOf, useMe } from '../app/session.ts';
import { Shown } from '../app/states.tsx';
import { Anchor } from '../components/button.tsx';
import { SelectField } from '../components/fields.tsx';
import { PageTitle } from '../components/section.tsx';
import { SagaFiles } from './saga-files.tsx';

const formats = { xlsx: 'Excel(xlsx)', csv: 'CSV', json: 'JSON' } as const;

/** Reports of 進捗と効果 and their pages. The sheet of a section is saved where the section is chosen. */
const pages: Readonly<Record<string, (month: string) => string>> = {
  'nanto-progress': paths.progress,
  'ukiha-sheet': (month) => paths.sectionSheet(undefined, month),
  'bureaus-monthly': paths.bureausMonthly,
  'yamagata-review': () => paths.reviews(),
  'kochi-effects': () => paths.effects(),
};

/** 報告・様式: every report of the product, for a month. */
export function ReportsPage() {
  const me = useMe();
  const { month: running } = calendarOf(me);
  const isPayReader = me.roles.includes('hr') || me.roles.includes('auditor');
  const [month, setMonth] = useState(shiftMonth(running, -1));
  const list = useReading(routes.listReports, {});
  const months = Array.from({ length: 24 }, (_, i) => shiftMonth(running, -i));
  return (
    <>
      <PageTitle>報告・様式</PageTitle>
      <p>
        <Anchor to={paths.forms}>縮減の対策の様式を書く・承認する・まとめて印刷する</Anchor>
      </p>
      <SelectField
        id="month"
        label="月"
        plain
        width="w-60"
        value={month}
        onChange={setMonth}
        options={months.map((value) => ({ value, name: `${eraMonth(value)}${value === running ? '(途中)' : ''}` }))}
      />
      <p className="mt-5">
        <Anchor to={paths.registers}>進捗と効果(進捗報告、課のシート、見直しと効果の登録)を開く</Anchor>
      </p>
      <Shown query={list}>
        {({ reports }) => (
          <ul className="mt-6 grid gap-4 wide:grid-cols-2">
            {isPayReader && (
              <li className="card">
                <h2 className="text-[1.125rem]">給与連携(支給割合ごとの時間数)</h2>
                <p className="mt-1 text-[0.9375rem]">
                  締めた月の時間外・休日・夜間の時間数を、給与システムに渡すファイルにします。列や単位は変えられます。
                </p>
                <p className="mt-3">
                  <Anchor to={paths.payHours(month)}>ファイルを作る・見る</Anchor>
                </p>
              </li>
            )}
            {reports.map((report) => (
              <li key={report.name} className="card">
                <h2 className="text-[1.125rem]">{report.title}</h2>
                <p className="mt-1 text-[0.9375rem]">{report.about}</p>
                <p className="mt-3 flex flex-wrap gap-x-5 gap-y-2">
                  {report.name === 'saga-1' && <Anchor to={paths.sagaOne(month)}>画面で見る</Anchor>}
                  {report.name === 'saga-2' && <Anchor to={paths.sagaTwo(month)}>画面で見る</Anchor>}
                  {pages[report.name] !== undefined && <Anchor to={pages[report.name]!(month)}>画面で見る</Anchor>}
                  {report.formats
                    .filter(() => report.name !== 'ukiha-sheet')
                    .filter((format) => format !== 'json')
                    .map((format) => (
                      <a
                        key={format}
                        className="link"
                        href={addressOf(routes.report.path, { name: report.name }, { month, format })}
                        download
                      >
                        {formats[format]}で保存する
                      </a>
                    ))}
                </p>
              </li>
            ))}
          </ul>
        )}
      </Shown>
      <SagaFiles month={month} />
    </>
  );
}
