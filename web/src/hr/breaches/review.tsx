import { eraDate, eraMonth, fiscalYearName } from '@tokimori/wording/format';
import { type FormEvent, useState } from 'react';
import { useDeed, useReading } from '../../api/queries.ts';
import * as routes from '../../api/routes.ts';
import { announce } from '../../app/announce.ts';
import { mistakes, wrong } from '../../app/form.ts';
import { paths } from '../../app/paths.ts';
import { Refusal, Shown } from '../../app/states.tsx';
import { Anchor, Button } from '../../components/button.tsx';
import { ErrorSummary, errorOf, type FieldError } from '../../components/error-summary.tsx';
import { TextArea } from '../../components/fields.tsx';
import { Crumbs, Facts, PageTitle, Section } from '../../components/section.tsx';
import { StatusLabel } from '../../components/status-label.tsx';
import { Deeds, useAsked } from './around.tsx';
import { Groups } from './groups.tsx';
import type { ReviewView } from './views.ts';
import { reviewLabel } from './words.ts';

/** One document of 要因の整理・分析・検証: the figures it rests on, and what is written. */
export function BreachReviewPage() {
  const asked = useAsked();
  const span = asked.span === 'month' ? 'month' : 'year';
  const view = useReading(routes.reviewView, {
    query: { span, period: asked.period ?? '', section: asked.section ?? '' },
  });
  return (
    <Shown query={view} title="要因の整理・分析・検証">
      {(data) => <Review key={`${data.span} ${data.period} ${data.section}`} view={data} />}
    </Shown>
  );
}

function Review({ view }: { readonly view: ReviewView }) {
  const period = view.span === 'year' ? fiscalYearName(view.fiscalYear) : eraMonth(view.period);
  const records = { year: String(view.fiscalYear), section: view.section === '' ? undefined : view.section };
  return (
    <>
      <Crumbs>
        <Anchor to={paths.breachAnalysis({ year: String(view.fiscalYear) })}>要因の分析</Anchor> / {view.name}
      </Crumbs>
      <PageTitle facts={`${view.name}・${period}・記録 ${view.records}件`}>要因の整理・分析・検証</PageTitle>
      <p>
        <StatusLabel label={reviewLabel(view)} />
        {` 期限 ${eraDate(view.due)}`}
        {view.concludedOn !== null && `・確定 ${eraDate(view.concludedOn)} ${view.concludedBy}`}
        {view.since > 0 && `・確定のあとで増えた記録 ${view.since}件`}
      </p>
      {view.mayWrite ? <ReviewForm view={view} /> : <Written view={view} />}
      <Section title="もとになる記録" aside={<Anchor to={paths.breachAnalysis(records)}>絞り込んで見る</Anchor>}>
        <p className="prose-small mt-2">書くときに見る数字です。記録が増えたり直ったりすると、変わります。</p>
      </Section>
      <Groups groups={view.groups} />
      <Deeds deeds={view.history} />
    </>
  );
}

const parts = [
  ['sorted', '要因の整理', '多い要因と業務、人や月の偏り。下の表から書けます。'],
  ['analysed', '分析', 'なぜその要因が起きたか。予見できたか、分担や応援で避けられたか。'],
  ['verified', '検証', '前の取組は効いたか。何が足りず、次に何をするか。'],
] as const;
type Part = (typeof parts)[number][0];

function Written({ view }: { readonly view: ReviewView }) {
  return (
    <Section title="文書">
      <Facts
        rows={parts.map(([part, name]) => ({ name, value: view[part] === '' ? 'まだ書かれていません' : view[part] }))}
      />
    </Section>
  );
}

function ReviewForm({ view }: { readonly view: ReviewView }) {
  const deed = useDeed(routes.writeReview);
  const [words, setWords] = useState<Readonly<Record<Part, string>>>({
    sorted: view.sorted,
    analysed: view.analysed,
    verified: view.verified,
  });
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const write = (conclude: boolean) => {
    const { span, period, section } = view;
    deed.mutate(
      { body: { span, period, section, conclude, ...words } },
      { onSuccess: () => announce(conclude ? '確定しました' : '下書きを残しました') },
    );
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = mistakes(
      ...parts.map(([part, name]) => wrong(words[part].trim() === '', part, `${name}を入力してください`)),
    );
    if (view.running) {
      setErrors([]);
      if (!deed.isPending) write(false);
      return;
    }
    setErrors(found);
    if (found.length === 0 && !deed.isPending) write(true);
  };
  return (
    <Section title="文書">
      <ErrorSummary errors={errors} />
      <form onSubmit={submit} noValidate className="max-w-[56rem]">
        {parts.map(([part, name, hint]) => (
          <TextArea
            key={part}
            id={part}
            label={name}
            hint={hint}
            required
            rows={5}
            value={words[part]}
            onChange={(value) => setWords({ ...words, [part]: value })}
            error={errorOf(errors, part)}
            maxLength={4000}
          />
        ))}
        <Refusal error={errors.length > 0 ? null : deed.error} />
        <div className="mt-6 flex flex-wrap items-center gap-4">
          <Button kind="solid" type="submit" busy={deed.isPending}>
            {view.running ? '下書きを残す' : '確定する'}
          </Button>
          {!view.running && (
            <Button busy={deed.isPending} onPress={() => write(false)}>
              下書きを残す
            </Button>
          )}
        </div>
        <p className="prose-small mt-2">
          {view.running
            ? `${view.span === 'year' ? '年度' : '月'}が終わると確定できます。それまでは下書きを残せます。`
            : '確定すると、書いた人と日付が残ります。確定のあとでも書き直して、確定し直せます。'}
        </p>
      </form>
    </Section>
  );
}
