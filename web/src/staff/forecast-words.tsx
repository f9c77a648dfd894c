import type { LimitStandingView, StandingView } from '@tokimori/contract/values';
import { forecastSum } from '@tokimori/wording/forecast';
import { hm } from '@tokimori/wording/format';

/** 「平日15日の平均(1日 2:27)が続くと、月末は 52:53 で上限を 7:53 超えます。」 */
export function ForecastSentence({ standing }: { readonly standing: StandingView }) {
  const { forecast } = standing;
  const binding = standing.limits[0];
  if (forecast === null) return <p>判定できた平日がまだないため、月末の見込みは出していません。</p>;
  const bound = binding?.monthBound ?? null;
  return (
    <p>
      平日{forecast.judgedDays}日の平均(1日 約 {hm(forecast.perDay)})が続くと、月末は{' '}
      <strong>{hm(forecast.total)}</strong> で
      {bound === null ? (
        'す。'
      ) : forecast.total > bound ? (
        <>
          上限を <strong>{hm(forecast.total - bound)}</strong> 超えます。
        </>
      ) : (
        <>
          、上限まで <strong>{hm(bound - forecast.total)}</strong> 残ります。
        </>
      )}
    </p>
  );
}

/** 「見込み = いままでの 40:40 + 40:40 ÷ 平日15日 × 残り5日(13:33)。」 */
export function forecastBasis({ forecast, overtime, orderedAhead }: StandingView): string {
  if (forecast === null) return '判定できた平日がまだないため、見込みは出していません。';
  const { judgedDays, daysLeft } = forecast;
  return `${forecastSum({ soFar: overtime, judgedMinutes: overtime, judgedDays, daysLeft, orderedAhead })}。`;
}

/** The annual limit of a standing, when there is one. */
export const annualOf = (standing: StandingView): LimitStandingView | undefined =>
  standing.limits.find((limit) => limit.limit === 'annual');
