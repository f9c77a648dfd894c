import {
  reviewDecisionWords,
  reviewKindWords,
  reviewStepWords,
  savingMeasureWords,
} from '@tokimori/contract/registers/words';
import { fiscalYearName, hm } from '@tokimori/wording/format';
import { addressOf } from '../api/call.ts';
import { useReading } from '../api/queries.ts';
import * as routes from '../api/routes.ts';
import { paths } from '../app/paths.ts';
import { calendarOf, useMe } from '../app/session.ts';
import { Empty, Shown } from '../app/states.tsx';
import { Anchor, ButtonLink } from '../components/button.tsx';
import { DataTable } from '../components/data-table.tsx';
import { PageTitle, Section } from '../components/section.tsx';
import { StatusLabel } from '../components/status-label.tsx';
import { Back, useChoice, YearChoice } from './choices.tsx';
import { entryLabels } from './entry-actions.tsx';
import type { ReviewsView } from './views.ts';

/** 事務事業の見直し of a fiscal year: entries, and the hours saved by kind of measure and by section. */
export function ReviewsPage() {
  const { year } = useChoice();
  const list = useReading(routes.workReviews, { query: year === undefined ? {} : { year } });
  return (
    <Shown query={list} title="事務事業の見直し">
      {(view) => (
        <>
          <Back>事務事業の見直し</Back>
          <PageTitle facts={fiscalYearName(view.year)} actions={<Actions view={view} />}>
            事務事業の見直し
          </PageTitle>
          <YearChoice year={view.year} to={(value) => paths.reviews(value)} />
          <Section title="登録" aside={`${view.entries.length}件`}>
            {view.entries.length === 0 ? (
              <Empty>{`${fiscalYearName(view.year)}の見直しは、まだ登録されていません。`}</Empty>
            ) : (
              <Entries view={view} />
            )}
          </Section>
          <Sums view={view} />
        </>
      )}
    </Shown>
  );
}

const paperOf = { 'yamagata-review': routes.workReviewsPaper, 'kochi-effects': routes.digitalEffectsPaper } as const;

/** Saves the list, for everyone as PDF, for those who see the whole municipality as a file; 人事課 takes a file in. `name` is the report. */
export function RegisterFiles({
  name,
  year,
}: {
  readonly name: 'yamagata-review' | 'kochi-effects';
  readonly year: number;
}) {
  const me = useMe();
  const { month: running } = calendarOf(me);
  const city = me.roles.some((role) => role === 'hr' || role === 'executive' || role === 'auditor');
  // A list is made for a month of the fiscal year that has begun.
  const [first, last] = [`${year}-04`, `${year + 1}-03`];
  const [month = running] = [last, running].toSorted();
  return (
    <>
      {(city && first <= running ? (['xlsx', 'csv'] as const) : []).map((format) => (
        <a key={format} className="link" href={addressOf(routes.report.path, { name }, { month, format })} download>
          {format === 'xlsx' ? 'Excel' : 'CSV'}で保存する
        </a>
      ))}
      <a className="link" href={addressOf(paperOf[name].path, {}, { year })} download>
        PDFで保存する
      </a>
      {me.roles.includes('hr') && <Anchor to={paths.imports}>ファイルから取り込む</Anchor>}
    </>
  );
}

function Actions({ view }: { readonly view: ReviewsView }) {
  return (
    <>
      <RegisterFiles name="yamagata-review" year={view.year} />
      {view.mayAdd && (
        <ButtonLink kind="solid" to={`${paths.newReview}?year=${view.year}`}>
          見直しを加える
        </ButtonLink>
      )}
    </>
  );
}

function Entries({ view }: { readonly view: ReviewsView }) {
  return (
    <DataTable caption={`${fiscalYearName(view.year)}の見直し。時間は1年間(時:分)`} stack>
      <thead>
        <tr>
          <th scope="col">名称</th>
          <th scope="col">所管</th>
          <th scope="col">状態</th>
          <th scope="col">結果</th>
          <th scope="col">次の段階</th>
          <th scope="col" className="number">
            見込み
          </th>
          <th scope="col" className="number">
            実績
          </th>
        </tr>
      </thead>
      <tbody>
        {view.entries.map((entry) => (
          <tr key={entry.id}>
            <th scope="row">
              <Anchor to={paths.review(entry.id)}>{entry.name}</Anchor>
              <span className="prose-small ml-2 font-400">{reviewKindWords[entry.kind]}</span>
            </th>
            <td data-label="所管">{entry.section}</td>
            <td data-label="状態">
              <StatusLabel label={entryLabels[entry.state]} />
            </td>
            <td data-label="結果">{entry.decision === null ? '' : reviewDecisionWords[entry.decision]}</td>
            <td data-label="次の段階">{entry.next === null ? '' : reviewStepWords[entry.next]}</td>
            <td className="number" data-label="見込み">
              {hm(entry.planned)}
            </td>
            <td className="number font-700" data-label="実績">
              {hm(entry.actual)}
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

function Sums({ view }: { readonly view: ReviewsView }) {
  if (view.byMeasure.length === 0) return null;
  return (
    <div className="gap-x-8 wide:grid wide:grid-cols-2">
      <Section title="取組の別の削減事務量" aside="下書きは入れていません">
        <SumTable
          caption="取組の別(時:分)"
          head="取組"
          rows={view.byMeasure.map(({ measure, ...sums }) => ({ name: savingMeasureWords[measure], ...sums }))}
          total={view.total}
        />
      </Section>
      <Section title="課の別の削減事務量">
        <SumTable
          caption="課の別(時:分)"
          head="所管"
          rows={view.bySection.map(({ section, ...sums }) => ({ name: section, ...sums }))}
          total={view.total}
        />
      </Section>
    </div>
  );
}

type Saved = { readonly planned: number; readonly actual: number };

function SumTable({
  caption,
  head,
  rows,
  total,
}: {
  readonly caption: string;
  readonly head: string;
  readonly rows: readonly (Saved & { readonly name: string })[];
  readonly total: Saved;
}) {
  return (
    <DataTable caption={caption}>
      <thead>
        <tr>
          <th scope="col">{head}</th>
          <th scope="col" className="number">
            見込み
          </th>
          <th scope="col" className="number">
            実績
          </th>
        </tr>
      </thead>
      <tbody>
        {[...rows, { name: '計', ...total }].map(({ name, planned, actual }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td className="number">{hm(planned)}</td>
            <td className="number font-700">{hm(actual)}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
