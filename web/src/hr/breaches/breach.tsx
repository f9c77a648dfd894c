import { useParams } from '@tanstack/react-router';
import { eraDate, eraMonth, fiscalYearName, hm, inJapan } from '@tokimori/wording/format';
import { useReading } from '../../api/queries.ts';
import * as routes from '../../api/routes.ts';
import { paths } from '../../app/paths.ts';
import { Shown } from '../../app/states.tsx';
import { Banner } from '../../components/banner.tsx';
import { Anchor } from '../../components/button.tsx';
import { Crumbs, Facts, PageTitle, Section } from '../../components/section.tsx';
import { StatusLabel } from '../../components/status-label.tsx';
import { Deeds } from './around.tsx';
import { BreachForm } from './breach-form.tsx';
import { ReturnBreach } from './return-breach.tsx';
import type { BreachView } from './views.ts';
import { breachLabel, exceededWords, excessWords, limitOf } from './words.ts';

/** One record with its five items. */
export function BreachPage() {
  const { id = '' }: { id?: string } = useParams({ strict: false });
  const view = useReading(routes.breachView, { params: { id } });
  return (
    <Shown query={view} title="上限を超えた記録">
      {(data) => <Breach key={`${data.id} ${data.state}`} view={data} />}
    </Shown>
  );
}

function Breach({ view }: { readonly view: BreachView }) {
  return (
    <div className="max-w-[56rem]">
      <Crumbs>
        <Anchor to={paths.breaches}>上限を超えた記録</Anchor> / {view.name}
      </Crumbs>
      <PageTitle facts={`${eraMonth(view.month)}・${limitOf(view)}`}>{`${view.name}の上限を超えた記録`}</PageTitle>
      <p className="mb-4">
        <StatusLabel label={breachLabel(view)} />
      </p>
      <Told view={view} />
      <Section title="時守が書いた項目">
        <Facts rows={figuresOf(view)} />
        <p className="prose-small mt-2">
          {`要因の整理・分析・検証の期限: ${view.review.ofMonth === null ? '' : `${eraDate(view.review.ofMonth)}(月ごと)、`}${eraDate(view.review.ofYear)}(${fiscalYearName(view.fiscalYear)}分)。`}
          <Anchor to={paths.why(view.staff, view.month, view.limit)}>計算と根拠を見る</Anchor>
        </p>
      </Section>
      {view.mayWrite ? <BreachForm view={view} /> : <Written view={view} />}
      {view.mayReturn && <ReturnBreach view={view} />}
      <Deeds deeds={view.history} />
    </div>
  );
}

/** What has to be known before anything is written: it was returned, lapsed, or its figure changed. */
function Told({ view }: { readonly view: BreachView }) {
  if (view.standing === 'lapsed') {
    return (
      <Banner kind="info" title="上限を超えていないことになりました">
        時間外勤務の記録が直ったためです。書いた内容は残っています。また超えると、記録は戻ります。
      </Banner>
    );
  }
  if (view.state === 'returned') {
    return (
      <Banner kind="warning" title="人事課から差し戻されています">
        {view.note}
      </Banner>
    );
  }
  if (!view.changed || view.completedValue === null) return null;
  return (
    <Banner kind="warning" title="記入のあとで、時間が直りました">
      {`記入したときは ${exceededWords({ ...view, value: view.completedValue })}、いまは ${exceededWords(view)} です。内容を確かめて、記入し直してください。`}
    </Banner>
  );
}

const figuresOf = (view: BreachView) => [
  { name: '① 所属', value: view.place },
  { name: '② 氏名', value: `${view.name}(${view.staff})` },
  {
    name: '③ 時間または月数と上限',
    value: `${limitOf(view)}: ${exceededWords(view)}。超えたのは ${excessWords(view)}`,
  },
  {
    name: '特例業務',
    value:
      view.carried === 'exceptional'
        ? `特例業務 ${hm(view.exceptional)} があり、上限を超えることが認められる場合に当たります`
        : view.exceptional > 0
          ? `特例業務 ${hm(view.exceptional)}`
          : 'ありません',
  },
  {
    name: `${eraMonth(view.month)}の業務`,
    value:
      view.works.length === 0
        ? '業務内容の記録がありません'
        : `${view.works.map(({ work, minutes }) => `${work} ${hm(minutes)}`).join('、')}(計 ${hm(view.overtime)})`,
  },
];

/** ④⑤ and causes for those who only read. */
function Written({ view }: { readonly view: BreachView }) {
  const causes = view.causes.map((cause) => (cause === view.mainCause ? `${cause}(主な要因)` : cause)).join('、');
  return (
    <Section title="所属長が書く項目">
      <Facts
        rows={[
          {
            name: '④ 業務の概要',
            value: view.outline === '' ? `まだ書かれていません(案: ${view.outlineMade})` : view.outline,
          },
          { name: '⑤ 回避できなかった理由', value: view.reason === '' ? 'まだ書かれていません' : view.reason },
          { name: '要因', value: causes === '' ? 'まだ選ばれていません' : causes },
          ...(view.completedAt === null
            ? []
            : [{ name: '記入', value: `${eraDate(inJapan(view.completedAt).date)} ${view.completedBy}` }]),
        ]}
      />
    </Section>
  );
}
