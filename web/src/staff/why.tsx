import { useSearch } from '@tanstack/react-router';
import { clock, dayOfMonth, eraDate, eraMonth, hm, inJapan, monthName } from '@tokimori/wording/format';
import { useReading } from '../api/queries.ts';
import * as routes from '../api/routes.ts';
import { paths } from '../app/paths.ts';
import { Shown } from '../app/states.tsx';
import { Banner } from '../components/banner.tsx';
import { Anchor, Button } from '../components/button.tsx';
import { ReasonSteps, StepSentences } from '../components/reason-steps.tsx';
import { Crumbs } from '../components/section.tsx';
import { limitNoun, remainingWords } from '../wording/words.ts';
import { useStaffMonth } from './person-of.ts';
import type { WhyView } from './views.ts';
import { whyChapters } from './why-chapters.tsx';

/** Why this number, by which article: the same page for staff, heads, 人事課 and auditors. */
export function WhyPage() {
  const { staff, month, own } = useStaffMonth();
  const search: { limit?: unknown } = useSearch({ strict: false });
  const limit =
    typeof search.limit === 'string' ? { limit: search.limit as NonNullable<WhyView['standing']['binding']> } : {};
  const query = useReading(routes.why, { params: { staff, month }, query: limit });
  return (
    <Shown query={query} title="なぜ">
      {(view) => <Why view={view} staff={staff} own={own} />}
    </Shown>
  );
}

/** 「あと 4:30」, 「0:40 超過」 or 「判定できない」. */
export function verdictWords({ standing }: WhyView): string {
  const binding = standing.limits.find((each) => each.limit === standing.binding) ?? standing.limits[0];
  const slack = binding?.slack ?? standing.remaining;
  return slack === null || slack === undefined ? '判定できない' : remainingWords(slack);
}

function Verdict({ view }: { readonly view: WhyView }) {
  const { standing } = view;
  const month = monthName(standing.month);
  const binding = standing.limits.find((each) => each.limit === standing.binding) ?? standing.limits[0];
  const over = standing.state === 'over' || standing.state === 'overExceptional';
  const title =
    standing.state === 'unknown' || binding === undefined
      ? `${month}は判定できません`
      : over && binding.slack !== null && binding.slack < 0
        ? `${month}は上限を ${hm(-binding.slack)} 超えています`
        : `${month}に命令できるのは ${verdictWords(view)} です`;
  const forecast = standing.forecast;
  const pace =
    forecast === null
      ? ''
      : standing.state === 'forecastOver'
        ? `いまの平均(1日 約 ${hm(forecast.perDay)})が続くと、月末に超えます。`
        : `いまの平均(1日 約 ${hm(forecast.perDay)})が続くと、月末は ${hm(forecast.total)} です。`;
  const ahead =
    standing.orderedAhead > 0 && !over ? `先の日に命令済みの ${hm(standing.orderedAhead)} を引いてあります。` : '';
  return (
    <Banner kind={over ? 'error' : standing.state === 'fine' ? 'info' : 'warning'} title={title}>
      {binding !== undefined && (
        <p>
          いちばん先に届くのは <strong>{limitNoun(binding)}</strong>です。{over ? '' : 'いまは超えていません。'}
          {pace}
          {ahead}
        </p>
      )}
    </Banner>
  );
}

function Why({ view, staff, own }: { readonly view: WhyView; readonly staff: string; readonly own: boolean }) {
  const { standing, person } = view;
  const judged = inJapan(view.judgedAt);
  const through =
    view.recordsThrough === null ? '記録はまだありません' : `${dayOfMonth(view.recordsThrough)}までの記録で判定`;
  return (
    <>
      <Crumbs>
        {own ? (
          <Anchor to={paths.month(standing.month)}>{monthName(standing.month)}の勤務</Anchor>
        ) : (
          <Anchor to={paths.staffMonth(staff, standing.month)}>{person.name}</Anchor>
        )}{' '}
        / なぜ
      </Crumbs>
      <h1 className="mt-6 text-[1.5rem] wide:text-[1.75rem]">なぜ「{verdictWords(view)}」なのか</h1>
      <p className="prose-small text-[1rem]">
        {person.name}({person.departmentName})・{eraMonth(standing.month)}・{through}({dayOfMonth(judged.date)}{' '}
        {clock(view.judgedAt)})
      </p>
      <div className="mt-4">
        <Verdict view={view} />
      </div>
      <div className="grid gap-x-8 wide:grid-cols-[minmax(0,47fr)_minmax(0,25fr)]">
        <div>
          <ReasonSteps chapters={whyChapters(view, staff)} />
          <Guidance view={view} />
          <div className="no-print wide:pl-13">
            <Button onPress={() => window.print()}>この説明を印刷する</Button>
          </div>
        </div>
        <Conditions view={view} />
      </div>
    </>
  );
}

const dueWords = {
  withoutRequest: '申出がなくても面接指導の対象になる時間です',
  onRequest: '申出により面接指導の対象になる時間です',
  none: '面接指導の対象になる時間ではありません',
} as const;

/** Whether the hours reach the interview: the steps of that decision, in the words of the command line. */
function Guidance({ view }: { readonly view: WhyView }) {
  const { guidance, standing } = view;
  if (guidance === null) return null;
  return (
    <section aria-labelledby="guidance" className="mb-8 border-t border-solid-gray-420 pt-6 wide:pl-13">
      <h2 id="guidance" className="text-[1.25rem]">
        医師による面接指導: {monthName(standing.month)}は{dueWords[guidance.due]}
      </h2>
      <p className="text-[0.9375rem]">これまでの時間だけで判定しています。健康の情報は使っていません。</p>
      <StepSentences steps={guidance.steps} />
    </section>
  );
}

function Conditions({ view }: { readonly view: WhyView }) {
  const judged = inJapan(view.judgedAt);
  const rows = [
    { name: '判定日時', value: `${eraDate(judged.date)} ${clock(view.judgedAt)}` },
    {
      name: '記録の範囲',
      value:
        view.recordsThrough === null ? 'なし' : `${dayOfMonth(view.recordsFrom)}–${dayOfMonth(view.recordsThrough)}`,
    },
    { name: '制度', value: '条例・規則(非現業)' },
    { name: '規則の版', value: `${eraDate(view.ruleRevision)}施行` },
    { name: '条文の確認', value: eraDate(view.ruleCheckedOn) },
  ];
  return (
    <aside aria-labelledby="conditions" className="card mt-6 self-start">
      <h2 id="conditions" className="text-[1.25rem]">
        この判定の条件
      </h2>
      <dl className="text-[0.9375rem]">
        {rows.map((row) => (
          <div key={row.name} className="flex gap-3 border-b border-solid-gray-200 py-2">
            <dt className="w-24 shrink-0 font-700">{row.name}</dt>
            <dd>{row.value}</dd>
          </div>
        ))}
      </dl>
    </aside>
  );
}
