import type { LimitStandingView, StandingView } from '@tokimori/contract/values';
import { hm, monthName } from '@tokimori/wording/format';
import { LimitBar } from '../components/limit-bar.tsx';
import { RemainingFigure } from '../components/remaining-figure.tsx';
import { StateLabel } from '../components/status-label.tsx';
import { averageMonths, limitTitle } from '../wording/words.ts';

/** How a limit is drawn: averages as what this month may reach, years as the sum of the year. */
export function gaugeOf(limit: LimitStandingView, standing: StandingView) {
  const asMonth =
    limit.limit === 'monthly' || limit.limit === 'monthsOver45' || averageMonths(limit.limit) !== undefined;
  const month = monthName(standing.month);
  if (asMonth) {
    return {
      worked: standing.overtime,
      exceptional: standing.exceptional,
      ordered: standing.orderedAhead,
      limit: limit.monthBound,
      forecast: standing.forecast?.total ?? null,
      limitLabel:
        limit.limit === 'monthly'
          ? `上限 ${hm(limit.cap ?? 0)}`
          : `${month}は ${hm(Math.max(0, limit.monthBound ?? 0))}`,
    };
  }
  const value = limit.value ?? 0;
  return {
    worked: value,
    exceptional: 0,
    ordered: standing.orderedAhead,
    limit: limit.cap,
    forecast: limit.forecast,
    limitLabel: `上限 ${hm(limit.cap ?? 0)}`,
  };
}

type GaugeProps = {
  readonly limit: LimitStandingView;
  readonly standing: StandingView;
  readonly first?: boolean;
  readonly size?: 'large' | 'medium' | 'small';
  readonly note?: React.ReactNode;
};

/** One limit: its name and state, what remains, and its bar. */
export function LimitGauge({ limit, standing, first = false, size = 'medium', note }: GaugeProps) {
  const countsMonths = limit.limit === 'monthsOver45';
  // With no month above 45:00 left, the count bounds this month by hours.
  const byHours = limit.value !== null && (!countsMonths || limit.monthBound !== null);
  return (
    <div>
      <div className="flex flex-wrap items-center gap-2">
        {first && (
          <span className="keep-colours rounded-4 bg-black px-2 py-0.5 font-700 text-[0.875rem] text-white">
            先に届く上限
          </span>
        )}
        <span className="font-700">{limitTitle(limit)}</span>
        <StateLabel state={limit.state} />
        {size === 'small' && byHours && (
          <span className="ml-auto">
            <RemainingFigure minutes={limit.slack} size="small" />
          </span>
        )}
      </div>
      {countsMonths && (
        <p className={`font-700 leading-130 ${size === 'small' ? 'py-1' : 'py-1 text-[1.625rem]'}`}>
          {limit.value ?? '?'}回
          {limit.cap === null || limit.value === null
            ? ''
            : limit.value > limit.cap
              ? `(${limit.value - limit.cap}回 超過)`
              : `・あと ${limit.cap - limit.value}回`}
        </p>
      )}
      {(byHours || !countsMonths) && size !== 'small' && <RemainingFigure minutes={limit.slack} size={size} />}
      {byHours && (
        <LimitBar
          name={limitTitle(limit)}
          guideline={limit.limit === 'monthly' && standing.department === 'selfDirected' ? standing.guideline : null}
          {...gaugeOf(limit, standing)}
        />
      )}
      {limit.because !== null && <p className="prose-small">{limit.because}。</p>}
      {note !== undefined && <p className="prose-small mt-1">{note}</p>}
    </div>
  );
}
