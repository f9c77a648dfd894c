import { useSearch } from '@tanstack/react-router';
import { count, fiscalYearName, hm, monthName } from '@tokimori/wording/format';
import { useReading } from '../api/queries.ts';
import * as routes from '../api/routes.ts';
import { paths } from '../app/paths.ts';
import { calendarOf, useMe } from '../app/session.ts';
import { Empty, Shown } from '../app/states.tsx';
import { Anchor, ButtonLink } from '../components/button.tsx';
import { DataTable } from '../components/data-table.tsx';
import { Crumbs, PageTitle, Section } from '../components/section.tsx';
import type { SupportSums } from './views.ts';

/** 応援した時間: confirmed hours of a fiscal year by month, asked and given. */
export function SupportSumsPage() {
  const search: { year?: unknown } = useSearch({ strict: false });
  const { month } = calendarOf(useMe());
  const running = Number(month.slice(0, 4)) - (Number(month.slice(5)) < 4 ? 1 : 0);
  const year = Number(search.year ?? running);
  const view = useReading(routes.supportSums, { params: { year } });
  return (
    <Shown query={view} title="応援した時間">
      {(sums) => (
        <>
          <Crumbs>
            <Anchor to={paths.support}>応援</Anchor>
          </Crumbs>
          <PageTitle
            facts={fiscalYearName(sums.year)}
            actions={
              <>
                <ButtonLink size="small" to={`${paths.supportSums}?year=${sums.year - 1}`}>
                  前の年度
                </ButtonLink>
                {sums.year < running && (
                  <ButtonLink size="small" to={`${paths.supportSums}?year=${sums.year + 1}`}>
                    次の年度
                  </ButtonLink>
                )}
              </>
            }
          >
            応援した時間
          </PageTitle>
          <p>
            応援を受けた課 <strong>{count(sums.sections)}</strong>・応援した時間 <strong>{hm(sums.total)}</strong>
            。依頼した課の所属長が確認した時間です。
            {sums.unconfirmed > 0 && `ほかに、確認を待つ時間が ${hm(sums.unconfirmed)} あります。`}
          </p>
          <Part title="応援を受けた課" rows={sums.asked} sums={sums} />
          <Part title="応援した側" rows={sums.given} sums={sums} />
        </>
      )}
    </Shown>
  );
}

function Part({
  title,
  rows,
  sums,
}: {
  readonly title: string;
  readonly rows: SupportSums['asked'];
  readonly sums: SupportSums;
}) {
  return (
    <Section title={title}>
      {rows.length === 0 ? (
        <Empty>この年度に確認された応援はありません。</Empty>
      ) : (
        <DataTable
          caption={`${fiscalYearName(sums.year)} ${title}の月ごとの時間(時:分)`}
          minWidth={62}
          className="rows-wide"
        >
          <thead>
            <tr>
              <th scope="col">課</th>
              {sums.months.map((month) => (
                <th key={month} scope="col" className="number">
                  {monthName(month)}
                </th>
              ))}
              <th scope="col" className="number sum">
                合計
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.department}>
                <th scope="row">{row.name}</th>
                {row.months.map((minutes, at) => (
                  <td key={sums.months[at]} className="number">
                    {minutes === 0 ? '' : hm(minutes)}
                  </td>
                ))}
                <td className="number sum">{hm(row.total)}</td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      )}
    </Section>
  );
}
