import type { LimitName } from '@tokimori/contract/values';
import { count, eraDate, eraMonth, fiscalYearName, hm } from '@tokimori/wording/format';
import { limitNames } from '@tokimori/wording/limit-names';
import { addressOf } from '../../api/call.ts';
import { useReading } from '../../api/queries.ts';
import * as routes from '../../api/routes.ts';
import { paths } from '../../app/paths.ts';
import { Shown } from '../../app/states.tsx';
import { Anchor, ButtonLink } from '../../components/button.tsx';
import { SelectField } from '../../components/fields.tsx';
import { PageTitle } from '../../components/section.tsx';
import { BreachSteps, useAsk, useAsked, YearField } from './around.tsx';
import { type FilterKey, Groups } from './groups.tsx';
import { ReviewsDue } from './reviews-due.tsx';
import type { AnalysisView } from './views.ts';

type Filter = { readonly [Key in FilterKey | 'year']?: string | undefined };
type LimitFilter = LimitName | 'average';

/** 要因の分析: what the records have in common, and what is still to be sorted out, analysed and reviewed. */
export function BreachAnalysisPage() {
  const { year, month, section, cause, limit, task }: Filter = useAsked();
  const filter = { year, month, section, cause, limit: limit as LimitFilter | undefined, task };
  const view = useReading(routes.breachAnalysis, { query: filter }, { keep: true });
  return (
    <Shown query={view} title="要因の分析">
      {(data) => <Analysis view={data} filter={{ year, month, section, cause, limit, task }} />}
    </Shown>
  );
}

function Analysis({ view, filter }: { readonly view: AnalysisView; readonly filter: Filter }) {
  const { groups } = view;
  const year = String(view.year);
  const narrowed = Object.entries(filter).some(([key, value]) => key !== 'year' && value !== undefined);
  return (
    <>
      <BreachSteps current="要因の分析" />
      <PageTitle
        facts={`${fiscalYearName(view.year)}・${eraDate(view.on)} 現在`}
        actions={
          view.mayRegister && (
            <ButtonLink size="small" to={paths.registerReduction({ ...filter, year })}>
              この要因への取組を登録する
            </ButtonLink>
          )
        }
      >
        要因の分析
      </PageTitle>
      <Filters view={view} filter={filter} />
      <p className="mt-5" role="status">
        {narrowed ? '絞り込んだ記録 ' : '記録 '}
        <strong>{count(groups.records)}件</strong>・<strong>{count(groups.people)}人</strong>・超えた月の時間外{' '}
        <strong>{hm(groups.minutes)}</strong>
        {`・特例業務によるもの ${count(groups.exceptional)}件・記入待ち ${count(groups.unwritten)}件`}
        {narrowed && (
          <>
            {' '}
            <Anchor to={paths.breachAnalysis({ year })}>絞り込みをやめる</Anchor>
          </>
        )}
      </p>
      <p className="prose-small">
        件数は、職員・上限・期間の組ごとです。時間は、超えた月の時間外勤務で、同じ人の同じ月は一度だけ数えます。
      </p>
      <SaveLinks filter={{ ...filter, year }} />
      <Groups groups={groups} to={(key, value) => paths.breachAnalysis({ ...filter, year, [key]: value })} />
      <ReviewsDue year={view.year} />
    </>
  );
}

function SaveLinks({ filter }: { readonly filter: Filter }) {
  return (
    <p className="no-print mt-3 flex flex-wrap gap-x-5 gap-y-1">
      {(['xlsx', 'csv'] as const).map((format) => (
        <a
          key={format}
          className="link inline-flex min-h-11 items-center"
          href={addressOf(routes.breachFile.path, {}, { ...filter, format })}
          download
        >
          {`この記録を${format === 'xlsx' ? 'Excel(xlsx)' : 'CSV'}で保存する`}
        </a>
      ))}
    </p>
  );
}

function Filters({ view, filter }: { readonly view: AnalysisView; readonly filter: Filter }) {
  const ask = useAsk(paths.breachAnalysis());
  const choose = (key: keyof Filter) => (value: string) => ask({ ...filter, year: String(view.year), [key]: value });
  const limits: readonly LimitName[] = ['monthly', 'annual', 'monthsOver45', 'afterTransfer'];
  return (
    <div className="no-print flex flex-wrap gap-x-6">
      <YearField year={view.year} years={view.years} onChange={(year) => ask({ year })} />
      <SelectField
        id="month"
        label="超えた月"
        plain
        width="w-44"
        value={filter.month ?? ''}
        onChange={choose('month')}
        options={[{ value: '', name: 'すべて' }, ...view.months.map((value) => ({ value, name: eraMonth(value) }))]}
      />
      <SelectField
        id="section"
        label="所属"
        plain
        width="w-64"
        value={filter.section ?? ''}
        onChange={choose('section')}
        options={[
          { value: '', name: 'すべて' },
          ...view.sections.map(({ section, name }) => ({ value: section, name })),
        ]}
      />
      <SelectField
        id="cause"
        label="要因"
        plain
        width="w-60"
        value={filter.cause ?? ''}
        onChange={choose('cause')}
        options={[{ value: '', name: 'すべて' }, ...view.causes.map((value) => ({ value, name: value }))]}
      />
      <SelectField
        id="limit"
        label="上限"
        plain
        width="w-52"
        value={filter.limit ?? ''}
        onChange={choose('limit')}
        options={[
          { value: '', name: 'すべて' },
          { value: 'average', name: '2–6か月平均のどれか' },
          ...(filter.limit?.startsWith('average-')
            ? [{ value: filter.limit, name: limitNames[filter.limit as LimitName] }]
            : []),
          ...limits.map((value) => ({ value, name: limitNames[value] })),
        ]}
      />
      {filter.task !== undefined && (
        <SelectField
          id="task"
          label="業務"
          plain
          width="w-64"
          value={filter.task}
          onChange={choose('task')}
          options={[
            { value: '', name: 'すべて' },
            { value: filter.task, name: filter.task },
          ]}
        />
      )}
    </div>
  );
}
