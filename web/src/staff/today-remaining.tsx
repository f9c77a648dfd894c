import { hm } from '@tokimori/wording/format';
import { paths } from '../app/paths.ts';
import { Anchor, ButtonLink } from '../components/button.tsx';
import { LimitBar } from '../components/limit-bar.tsx';
import { RemainingFigure } from '../components/remaining-figure.tsx';
import { StateLabel } from '../components/status-label.tsx';
import { departmentWords, limitNoun } from '../wording/words.ts';
import { annualOf, ForecastSentence } from './forecast-words.tsx';
import { gaugeOf } from './limit-gauge.tsx';
import type { TodayView } from './views.ts';

/** The card on the right of 今日: how much is left this month, then this year. */
export function TodayRemaining({ view }: { readonly view: TodayView }) {
  const { standing } = view;
  if (standing === null) {
    return (
      <section className="card" aria-labelledby="remaining">
        <h2 id="remaining" className="text-[1.25rem]">
          今月 あと何時間
        </h2>
        <p>上限はありません(管理監督職員)。健康確保のため、在庁時間は記録されます。</p>
        <p className="mt-3">
          <Anchor to={paths.month(view.dutyDate.slice(0, 7))}>今月の勤務を見る</Anchor>
        </p>
      </section>
    );
  }
  const binding = standing.limits.find((limit) => limit.limit === standing.binding) ?? standing.limits[0];
  const annual = annualOf(standing);
  const over = binding?.slack !== null && binding?.slack !== undefined && binding.slack < 0;
  return (
    <section className="card" aria-labelledby="remaining">
      <h2 id="remaining" className="text-[1.25rem]">
        今月 あと何時間
      </h2>
      <RemainingFigure minutes={binding?.slack ?? standing.remaining} />
      {binding !== undefined && (
        <>
          <p className="flex flex-wrap items-center gap-2 text-[0.875rem]">
            <StateLabel state={binding.state} />
            {limitNoun(binding)}({standing.article36 === null ? departmentWords[standing.department] : '36協定'})
          </p>
          {binding.limit !== 'monthsOver45' && (
            <LimitBar
              name="今月の上限"
              guideline={
                binding.limit === 'monthly' && standing.department === 'selfDirected' ? standing.guideline : null
              }
              {...gaugeOf(binding, standing)}
            />
          )}
        </>
      )}
      <div className="mt-3 text-[0.9375rem]">
        {over ? (
          <p>命令は特例業務に限られます。所属長と相談してください。</p>
        ) : (
          <ForecastSentence standing={standing} />
        )}
        {standing.requested > 0 && <p>申請中(決裁待ち)は {hm(standing.requested)} です。</p>}
      </div>
      <p className="mt-2">
        <Anchor to={paths.why('me', standing.month)}>計算と根拠を見る</Anchor>
      </p>
      {annual !== undefined && annual.limit !== binding?.limit && (
        <div className="mt-4 border-t border-solid-gray-200 pt-4">
          <h3 className="text-[1rem]">今年度</h3>
          <div className="flex flex-wrap items-center justify-between gap-2">
            <RemainingFigure minutes={annual.slack} size="medium" />
            <StateLabel state={annual.state} />
          </div>
          {annual.value !== null && <LimitBar name="今年度の上限" worked={annual.value} limit={annual.cap} />}
        </div>
      )}
      <div className="mt-4">
        <ButtonLink to={paths.request()} wide>
          時間外勤務を申請する
        </ButtonLink>
      </div>
    </section>
  );
}
