import { count, eraDate, eraMonth, fiscalYearName } from '@tokimori/wording/format';
import { useReading } from '../../api/queries.ts';
import * as routes from '../../api/routes.ts';
import { paths } from '../../app/paths.ts';
import { Empty, Shown } from '../../app/states.tsx';
import { Anchor, Button } from '../../components/button.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { SelectField } from '../../components/fields.tsx';
import { PageTitle } from '../../components/section.tsx';
import { StatusLabel } from '../../components/status-label.tsx';
import { BreachSteps, useAsk, useAsked, YearField } from './around.tsx';
import type { BreachesView, BreachRowView } from './views.ts';
import { breachLabel, capWords, limitOf, valueWords } from './words.ts';

type ShowWhich = 'waiting' | 'completed' | 'lapsed';
const shows: Readonly<Record<ShowWhich, string>> = {
  waiting: '記入待ち',
  completed: '記入済み',
  lapsed: '当たらなくなったもの',
};

/** 上限を超えた記録: what the head has still to write, and what is written. */
export function BreachesPage() {
  const asked = useAsked();
  const show: ShowWhich = asked.show === 'completed' || asked.show === 'lapsed' ? asked.show : 'waiting';
  const after = Number(asked.after ?? 0) || 0;
  const view = useReading(
    routes.breachesView,
    { query: { show, year: asked.year, section: asked.section, after } },
    { keep: true },
  );
  return (
    <Shown query={view} title="上限を超えた記録">
      {(data) => <Breaches view={data} show={show} after={after} section={asked.section ?? ''} />}
    </Shown>
  );
}

type Props = {
  readonly view: BreachesView;
  readonly show: ShowWhich;
  readonly after: number;
  readonly section: string;
};

function Breaches({ view, show, after, section }: Props) {
  const ask = useAsk(paths.breaches);
  const asked = { show: show === 'waiting' ? undefined : show, year: view.year, section };
  const { counts } = view;
  return (
    <>
      <BreachSteps current="上限を超えた記録" />
      <PageTitle facts={`${fiscalYearName(view.year)}・${eraDate(view.on)} 現在`}>上限を超えた記録</PageTitle>
      <p>
        上限を超えると、翌朝にここへ記録ができます。所属、氏名、時間と上限は時守が書きます。業務の概要と、回避できなかった理由は、所属長が書きます。時間外の記録が直ると時間も直り、書いた言葉はそのまま残ります。
      </p>
      <p className="mt-2">
        記入待ち <strong>{count(counts.waiting)}件</strong>(うち期限を過ぎたもの <strong>{count(counts.late)}件</strong>
        )・記入済み <strong>{count(counts.completed)}件</strong>
        {view.waitingBefore > 0 && `・前の年度の記入待ち ${count(view.waitingBefore)}件`}
      </p>
      <div className="no-print flex flex-wrap gap-x-6">
        <YearField year={view.year} years={view.years} onChange={(year) => ask({ ...asked, year })} />
        <SelectField<ShowWhich>
          id="show"
          label="状態"
          plain
          width="w-60"
          value={show}
          onChange={(value) => ask({ ...asked, show: value })}
          options={(Object.keys(shows) as ShowWhich[]).map((value) => ({
            value,
            name: `${shows[value]} ${counts[value]}件`,
          }))}
        />
        {view.sections.length > 1 && (
          <SelectField
            id="section"
            label="所属"
            plain
            width="w-72"
            value={section}
            onChange={(value) => ask({ ...asked, section: value })}
            options={[
              { value: '', name: 'すべて' },
              ...view.sections.map((each) => ({ value: each.section, name: each.name })),
            ]}
          />
        )}
      </div>
      <section className="mt-5" aria-label="一覧">
        {view.breaches.length === 0 ? (
          <Empty>{`${fiscalYearName(view.year)}に、${shows[show]}の記録はありません。`}</Empty>
        ) : (
          <BreachTable rows={view.breaches} caption={`${fiscalYearName(view.year)} 上限を超えた記録(${shows[show]})`} />
        )}
        <div className="no-print mt-4 flex gap-3">
          {after > 0 && (
            <Button onPress={() => ask({ ...asked, after: Math.max(0, after - view.size) || undefined })}>
              前の{view.size}件
            </Button>
          )}
          {view.breaches.length === view.size && (
            <Button onPress={() => ask({ ...asked, after: after + view.size })}>次の{view.size}件</Button>
          )}
        </div>
      </section>
    </>
  );
}

function BreachTable({ rows, caption }: { readonly rows: readonly BreachRowView[]; readonly caption: string }) {
  return (
    <DataTable caption={caption} stack>
      <thead>
        <tr>
          <th scope="col">状態</th>
          <th scope="col">職員</th>
          <th scope="col">超えた月・上限</th>
          <th scope="col">時間または月数</th>
          <th scope="col">業務の概要・主な要因</th>
          <th scope="col">記入の期限</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td>
              <StatusLabel label={breachLabel(row)} />
            </td>
            <th scope="row">
              <Anchor
                to={paths.breach(row.id)}
                strong
                label={`${row.name} ${eraMonth(row.month)} ${limitOf(row)}の記録`}
              >
                {row.name}
              </Anchor>
              <span className="block font-400 text-[0.8125rem]">{row.place}</span>
            </th>
            <td>
              {eraMonth(row.month)}
              <span className="block">{limitOf(row)}</span>
              {row.carried === 'exceptional' && <span className="block text-purple-900">特例業務による</span>}
            </td>
            <td>
              <strong>{valueWords(row)}</strong>
              <span className="block text-[0.8125rem]">{capWords(row)}</span>
              {row.changed && <span className="block font-700">記入のあとで直りました</span>}
            </td>
            <td className="text-[0.875rem]">
              {row.outline}
              {row.mainCause !== '' && <span className="block">{`主な要因: ${row.mainCause}`}</span>}
            </td>
            <td data-label="期限" className="whitespace-nowrap">
              {row.standing === 'holds' && row.state !== 'completed' ? eraDate(row.recordDue) : ''}
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
