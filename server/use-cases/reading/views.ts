import type { Article36View, LimitStandingView, StandingView, StepView } from '@tokimori/contract/values';
import { agreementCitations } from '@tokimori/law/agreement36/citations';
import type { Citation } from '@tokimori/law/decision/citation';
import type { Step } from '@tokimori/law/decision/decision';
import { placeOf } from '@tokimori/law/decision/place';
import { instrumentOf } from '@tokimori/law/instruments/instruments';
import { roundHalfUp } from '@tokimori/law/overtime/forecast';
import { orderable } from '@tokimori/law/overtime/remaining';
import { standingOf } from '@tokimori/law/overtime/standing';
import type { LimitStanding, MonthStanding } from '@tokimori/law/overtime/types';
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

function limitView(standing: LimitStanding, orderedAhead: number): LimitStandingView {
  const { limit, state, value, cap, comparison, slack, monthBound, forecast, because, citation } = standing;
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
export type Beside = {
  readonly requested: number;
  readonly since: string | null;
  /** Name of the 事業場 of someone under 労基法36条. */
  readonly workplace: string;
};

/** The agreement by which a month is judged; null for everybody whose caps are those of the ordinance. */
function article36View({ article36, history }: StaffHistory, name: string): Article36View | null {
  if (article36 === undefined) return null;
  const { workplace, uncovered } = article36;
  const { agreement } = workplace;
  return {
    workplace: name,
    appdxTable1: workplace.appdxTable1,
    agreement:
      agreement === null
        ? null
        : {
            id: agreement.id,
            from: formatLocalDate(agreement.from),
            through: agreement.until === Number.POSITIVE_INFINITY ? null : formatLocalDate(agreement.until - 1),
          },
    uncovered,
    disaster: history.months.at(-1)?.disasterNeed ?? 0,
    citation: citationView(agreementCitations.filing),
  };
}

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
  const settled = at.dutyDay > lastDayOf(month);
  const view: StandingView = {
    month: formatYearMonth(month),
    asOf: formatLocalDate(Math.min(at.dutyDay, lastDayOf(month))),
    state: judged?.state ?? 'none',
    department: record.externallyDriven ? 'externallyDriven' : 'selfDirected',
    departmentSince: beside.since,
    article36: article36View(found, beside.workplace),
    overtime: record.overtime,
    exceptional: record.exceptional,
    orderedAhead: record.orderedAhead,
    requested: beside.requested,
    remaining: orderable(judged?.remaining ?? null, record.orderedAhead),
    binding: judged?.binding ?? null,
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
    limits: (judged?.limits ?? []).map((each) => limitView(each, record.orderedAhead)),
  };
  return { view, judged };
}
