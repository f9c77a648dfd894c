import { count, eraDate, eraMonth, fiscalYearName } from '@tokimori/wording/format';
import { useState } from 'react';
import { useReading } from '../../api/queries.ts';
import * as routes from '../../api/routes.ts';
import { paths } from '../../app/paths.ts';
import { Shown } from '../../app/states.tsx';
import { Anchor, Button } from '../../components/button.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { Section } from '../../components/section.tsx';
import { StatusLabel } from '../../components/status-label.tsx';
import type { ReviewRowView, ReviewsView } from './views.ts';
import { reviewLabel } from './words.ts';

/** Rows in view at first; what is late or due is always among them. */
const FIRST = 20;

/** 整理・分析・検証の期限: what is not yet analysed, until when, and what is done. */
export function ReviewsDue({ year }: { readonly year: number }) {
  const view = useReading(routes.reviewsView, { query: { year } }, { keep: true });
  return (
    <Section title="整理・分析・検証の文書と期限" id="reviews">
      <Shown query={view}>{(data) => <Reviews view={data} />}</Shown>
    </Section>
  );
}

function Reviews({ view }: { readonly view: ReviewsView }) {
  const [all, setAll] = useState(false);
  const { counts, reviews } = view;
  const shown = all ? reviews : reviews.slice(0, FIRST);
  return (
    <>
      <p className="mt-3">
        {`${fiscalYearName(view.year)}分は、年度の末日の翌日から6か月以内の ${eraDate(view.yearDue)} までです。`}
        {view.monthly && '月ごとの期限は、市の設定によります。'}
        期間が終わり、まだ確定していないもの <strong>{count(counts.open)}件</strong>
        (うち期限を過ぎたもの <strong>{count(counts.late)}件</strong>)・確定済み{' '}
        <strong>{count(counts.concluded)}件</strong>
      </p>
      {reviews.length === 0 ? (
        <p className="py-3">{`${fiscalYearName(view.year)}に、整理する記録はありません。`}</p>
      ) : (
        <DataTable caption="整理・分析・検証の文書と期限" stack>
          <thead>
            <tr>
              <th scope="col">状態</th>
              <th scope="col">所属</th>
              <th scope="col">期間</th>
              <th scope="col" className="number">
                記録
              </th>
              <th scope="col">期限</th>
              <th scope="col">書いた人</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <Row key={`${row.span} ${row.period} ${row.section}`} row={row} year={view.year} />
            ))}
          </tbody>
        </DataTable>
      )}
      {!all && reviews.length > FIRST && (
        <p className="mt-3">
          <Button size="small" onPress={() => setAll(true)}>{`残りの ${reviews.length - FIRST}件を表示する`}</Button>
        </p>
      )}
    </>
  );
}

const periodWords = (row: ReviewRowView, year: number): string =>
  row.span === 'year' ? fiscalYearName(year) : eraMonth(row.period);

function Row({ row, year }: { readonly row: ReviewRowView; readonly year: number }) {
  const period = periodWords(row, year);
  return (
    <tr>
      <td>
        <StatusLabel label={reviewLabel(row)} />
      </td>
      <th scope="row">
        <Anchor to={paths.breachReview(row)} label={`${row.name} ${period}の分析`}>
          {row.name}
        </Anchor>
      </th>
      <td>{period}</td>
      <td className="number" data-label="記録">
        {`${count(row.records)}件`}
      </td>
      <td data-label="期限" className="whitespace-nowrap">
        {eraDate(row.due)}
      </td>
      <td className="text-[0.875rem]">{row.writtenOn === null ? '' : `${row.writtenBy}(${eraDate(row.writtenOn)})`}</td>
    </tr>
  );
}
