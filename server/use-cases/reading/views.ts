import type { LimitName, LimitStandingView, StandingView, StepView } from '@tokimori/contract/values';
import type { Citation } from '@tokimori/law/decision/citation';
import type { Step } from '@tokimori/law/decision/decision';
import { placeOf } from '@tokimori/law/decision/place';
import { instrumentOf } from '@tokimori/law/instruments/instruments';
import { roundHalfUp } from '@tokimori/law/overtime/forecast';
import { orderable } from '@tokimori/law/overtime/remaining';
import { standingOf } from '@tokimori/law/overtime/standing';
import type { LimitKey, LimitStanding, MonthStanding } from '@tokimori/law/overtime/types';
import { formatLocalDate } from '@tokimori/law/time/civil';
import { formatYearMonth, lastDayOf, type MonthIndex } from '@tokimori/law/time/months';
import type { Parameters } from '@tokimori/ordinances/schema';
import type { StaffHistory } from '../../derive/histories.ts';
import type { Here } from './moment.ts';

/** A provision as the page shows it. */
export function citationView(citation: Citation): NonNullable<StepView['citation']> {
  const { instrument, revision, confidence, path } = citation;
  return {
    instrument,
    title: instrumentOf(instrument)?.title ?? instrument,
    place: placeOf(path),
    revision,
    confidence,
  };
}

/** A step as the page shows it. */
export function stepView(step: Step): StepView {
  const { says, figures, words, citation } = step;
  return {
    says,
    figures: { ...figures },
    words: { ...words },
    citation: citation === undefined ? null : citationView(citation),
  };
}

/** The limits that the ordinance regime knows. */
export const isLimitName = (key: LimitKey): key is LimitName => key !== 'monthlyTotal';

function limitView(standing: LimitStanding, limit: LimitName, orderedAhead: number): LimitStandingView {
  const { state, value, cap, comparison, slack, monthBound, forecast, because, citation } = standing;
  return {
    limit,
    state,
    value,
    cap,
    comparison,
    slack: orderable(slack, orderedAhead),
    monthBound,
    forecast,
    because,
    citation: citationView(citation),
  };
}

/** What a standing needs beside the history: requests not yet decided, and since when the kind of department holds. */
export type Beside = { readonly requested: number; readonly since: string | null };

/** Judges a history and gives it the shape of gauges. 管理監督職員 have the state `none` and no limits. */
export function standingView(
  found: StaffHistory,
  month: MonthIndex,
  at: Here,
  parameters: Parameters,
  beside: Beside,
): { readonly view: StandingView; readonly judged: MonthStanding | null } {
  const { history, pace, record } = found;
  const judged = record.managerial ? null : standingOf({ history, pace, nearPercent: parameters.nearPercent });
  const binding = judged?.binding ?? null;
  const settled = at.dutyDay > lastDayOf(month);
  const view: StandingView = {
    month: formatYearMonth(month),
    asOf: formatLocalDate(Math.min(at.dutyDay, lastDayOf(month))),
    state: judged?.state ?? 'none',
    department: record.externallyDriven ? 'externallyDriven' : 'selfDirected',
    departmentSince: beside.since,
    overtime: record.overtime,
    exceptional: record.exceptional,
    orderedAhead: record.orderedAhead,
    requested: beside.requested,
    remaining: orderable(judged?.remaining ?? null, record.orderedAhead),
    binding: binding !== null && isLimitName(binding) ? binding : null,
    guideline: parameters.monthlyGuideline,
    forecast:
      settled || pace === null || judged === null || judged.forecast === null
        ? null
        : {
            total: judged.forecast,
            perDay: pace.judgedDays === 0 ? 0 : roundHalfUp(pace.judgedMinutes, pace.judgedDays),
            judgedDays: pace.judgedDays,
            daysLeft: pace.daysLeft,
          },
    limits: (judged?.limits ?? []).flatMap((each) =>
      isLimitName(each.limit) ? [limitView(each, each.limit, record.orderedAhead)] : [],
    ),
  };
  return { view, judged };
}
