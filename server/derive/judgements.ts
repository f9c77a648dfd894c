import { standingsOf } from '@tokimori/law/overtime/bulk/bulk';
import { type BulkHistories, NONE, NOT_LISTED } from '@tokimori/law/overtime/bulk/bulk-types';
import { CAPS_BEGIN } from '@tokimori/law/overtime/caps/caps';
import { isFirstDayOfYear, onlyConfirms } from '@tokimori/law/overtime/known-months';
import { limitKeys } from '@tokimori/law/overtime/limit-order';
import { orderable } from '@tokimori/law/overtime/remaining';
import { limitStates, standingOf } from '@tokimori/law/overtime/standing';
import type { LimitKey, LimitState, OvertimeHistory } from '@tokimori/law/overtime/types';
import { firstDayOf, firstMonthOf, fiscalYearOf, type MonthIndex, monthOf } from '@tokimori/law/time/months';
import type { Parameters } from '@tokimori/ordinances/schema';
import type { StaffHistory } from './histories.ts';

/** A limit that is not simply fine. Minutes; months for `monthsOver45`. */
export type JudgedLimit = {
  readonly limit: LimitKey;
  readonly state: LimitState;
  readonly value: number | null;
  readonly cap: number | null;
  readonly slack: number | null;
  readonly forecast: number | null;
  readonly because: string;
};

/** Where someone stands in a month, as it is stored. */
export type JudgedMonth = {
  readonly staff: string;
  readonly department: string;
  readonly state: LimitState | 'none';
  readonly remaining: number | null;
  readonly binding: LimitKey | null;
  readonly forecast: number | null;
  readonly limits: readonly JudgedLimit[];
};

/** From this many people on they are judged together. */
const MANY = 200;

/** Judges people in one month. 管理監督職員 have no caps, nor has a month before the caps began. */
export function judgeMonths(
  people: ReadonlyMap<string, StaffHistory>,
  month: MonthIndex,
  parameters: Parameters,
  many = MANY,
): JudgedMonth[] {
  const capped: Person[] = [];
  const judged: JudgedMonth[] = [];
  for (const [staff, found] of people) {
    if (found.record.managerial || month < CAPS_BEGIN) judged.push(uncapped(staff, found));
    // People under 労基法36条 are few, and each has an agreement of their own 事業場.
    else if (found.history.regime === 'article36') judged.push(judgeOne([staff, found], parameters));
    else capped.push([staff, found]);
  }
  const rest =
    capped.length < many ? capped.map((p) => judgeOne(p, parameters)) : judgeTogether(capped, month, parameters);
  return [...judged, ...rest].map((j) => lessOrders(j, people.get(j.staff)?.record.orderedAhead ?? 0));
}

/** What is ordered for days to come cannot be ordered again. */
function lessOrders(judged: JudgedMonth, orderedAhead: number): JudgedMonth {
  if (orderedAhead === 0) return judged;
  const limits = judged.limits.map((limit) => ({ ...limit, slack: orderable(limit.slack, orderedAhead) }));
  return { ...judged, remaining: orderable(judged.remaining, orderedAhead), limits };
}

type Person = readonly [staff: string, found: StaffHistory];

function uncapped(staff: string, { record }: StaffHistory): JudgedMonth {
  return {
    staff,
    department: record.department,
    state: 'none',
    remaining: null,
    binding: null,
    forecast: null,
    limits: [],
  };
}

function judgeOne([staff, { history, pace, record }]: Person, { nearPercent }: Parameters): JudgedMonth {
  const { state, remaining, binding, forecast, limits } = standingOf({ history, pace, nearPercent });
  return {
    staff,
    department: record.department,
    state,
    remaining,
    binding,
    forecast,
    limits: limits
      .filter((l) => l.state !== 'fine')
      .map((l) => ({
        limit: l.limit,
        state: l.state,
        value: l.value,
        cap: l.cap,
        slack: l.slack,
        forecast: l.forecast,
        because: l.because ?? '',
      })),
  };
}

const FINE = limitStates.indexOf('fine');
const UNKNOWN = limitStates.indexOf('unknown');

function judgeTogether(people: readonly Person[], month: MonthIndex, parameters: Parameters): JudgedMonth[] {
  const bulk = standingsOf(bulkOf(people, month, parameters));
  const width = limitKeys.length;
  return people.map((person, i) => {
    const limits: JudgedLimit[] = [];
    for (let k = 0; k < width; k++) {
      const cell = i * width + k;
      const state = bulk.limitState[cell]!;
      if (state === NOT_LISTED || state === FINE) continue;
      // Why a limit cannot be judged is told by the full judgement only.
      if (state === UNKNOWN) return judgeOne(person, parameters);
      limits.push({
        limit: limitKeys[k]!,
        state: limitStates[state]!,
        value: known(bulk.limitValue[cell]!),
        cap: known(bulk.limitCap[cell]!),
        slack: known(bulk.limitSlack[cell]!),
        forecast: known(bulk.limitForecast[cell]!),
        because: '',
      });
    }
    return {
      staff: person[0],
      department: person[1].record.department,
      state: limitStates[bulk.state[i]!]!,
      remaining: known(bulk.remaining[i]!),
      binding: limitKeys[bulk.binding[i]!] ?? null,
      forecast: known(bulk.forecast[i]!),
      limits,
    };
  });
}

function known(figure: number): number | null {
  return figure === NONE ? null : figure;
}

function bulkOf(
  people: readonly Person[],
  month: MonthIndex,
  { yearStartMonth, nearPercent, caps: rules }: Parameters,
): BulkHistories {
  const readings = { rules, yearStartMonth };
  const first = Math.min(month - 5, firstMonthOf(fiscalYearOf(month, yearStartMonth), yearStartMonth));
  const months = month - first + 1;
  const cells = people.length * months;
  const bulk = {
    people: people.length,
    months,
    current: month,
    yearStartMonth,
    nearPercent,
    overtime: new Int32Array(cells).fill(NONE),
    exceptional: new Int32Array(cells).fill(NONE),
    externallyDriven: new Uint8Array(cells),
    employedFrom: new Int32Array(people.length),
    leftExternallyDriven: new Int32Array(people.length),
    pace: {
      judgedMinutes: new Int32Array(people.length),
      judgedDays: new Int32Array(people.length).fill(NONE),
      daysLeft: new Int32Array(people.length),
      orderedAhead: new Int32Array(people.length),
    },
  };
  people.forEach(([, { history, pace }], i) => {
    for (const m of history.months) {
      if (m.month < first) continue;
      const cell = i * months + m.month - first;
      bulk.overtime[cell] = m.overtime;
      bulk.exceptional[cell] = m.exceptional;
      bulk.externallyDriven[cell] = m.department === 'externallyDriven' ? 1 : 0;
    }
    // The month of a move counts as externally driven whether or not anything is known of it.
    for (const { on } of history.transfers) {
      const at = monthOf(on) - first;
      if (at >= 0 && at < months && !onlyConfirms(readings, { on })) bulk.externallyDriven[i * months + at] = 1;
    }
    bulk.employedFrom[i] = history.employedFrom ?? 0;
    bulk.leftExternallyDriven[i] = leftExternallyDriven(history, readings);
    if (pace === null) return;
    bulk.pace.judgedMinutes[i] = pace.judgedMinutes;
    bulk.pace.judgedDays[i] = pace.judgedDays;
    bulk.pace.daysLeft[i] = pace.daysLeft;
    bulk.pace.orderedAhead[i] = pace.orderedAhead;
  });
  return bulk;
}

type Readings = { readonly rules: Parameters['caps']; readonly yearStartMonth: number };

/**
 * Month after which the hours of someone who left an externally driven department are bounded for the rest of the year; 0 = none.
 * Where a move on the first day of a month only confirms the kind, that is the month before; one on the year's first day is none then.
 */
function leftExternallyDriven({ transfers, asOf }: OvertimeHistory, readings: Readings): MonthIndex {
  const { yearStartMonth } = readings;
  const yearBegins = firstDayOf(firstMonthOf(fiscalYearOf(monthOf(asOf), yearStartMonth), yearStartMonth));
  const last = transfers.findLast(
    (t) =>
      t.from === 'externallyDriven' &&
      t.on >= yearBegins &&
      !(isFirstDayOfYear(t.on, yearStartMonth) && onlyConfirms(readings, t)),
  );
  if (last === undefined) return 0;
  return monthOf(last.on) - Number(onlyConfirms(readings, last));
}
