import { formatLocalDate } from '@tokimori/law/time/civil';
import { firstDayOf, type MonthIndex, monthOf } from '@tokimori/law/time/months';
import { type DayKindOf, monthFactsOf } from '@tokimori/ordinances/example-city/month';
import type { CityPlan } from '@tokimori/ordinances/example-city/plan';
import { demoId } from '@tokimori/server/demo/ids';
import { instantOf } from '@tokimori/server/runtime/clock';
import type pg from 'pg';
import { copyRows } from './copy-rows.ts';

export type HistoryCounts = { readonly punches: number; readonly overtime: number };

/** Card punches and confirmed overtime of everyone in a month, written as the owner: the months before a measurement. */
export async function loadHistoryMonth(
  client: pg.Client,
  options: { readonly code: string; readonly plan: CityPlan; readonly month: MonthIndex; readonly kindOf: DayKindOf },
): Promise<HistoryCounts> {
  const { code, plan, month, kindOf } = options;
  const never = Number.POSITIVE_INFINITY;
  const facts = function* () {
    for (const person of plan.people) yield { person, ...monthFactsOf(plan, person, month, { kindOf, pcFrom: never }) };
  };
  const punches = await copyRows(
    client,
    'tk.punch (municipality, month, staff, occurred_at, id, direction, source, device, recorded_at)',
    (function* () {
      for (const { person, punches } of facts()) {
        for (const [i, p] of punches.entries()) {
          const at = instantOf(p.day, p.minute).toISOString();
          yield `${code}\t${formatLocalDate(firstDayOf(monthOf(p.day)))}\t${person.number}\t${at}\t${demoId(1, person.index, month, i)}\t${p.direction}\tcard\t\t${at}`;
        }
      }
    })(),
  );
  const overtime = await copyRows(
    client,
    'tk.overtime (municipality, id, staff, duty_date, department, state, from_minute, until_minute, minutes, category, work, version)',
    (function* () {
      for (const { person, overtime } of facts()) {
        for (const [i, o] of overtime.entries()) {
          yield `${code}\t${demoId(2, person.index, month, i)}\t${person.number}\t${formatLocalDate(o.day)}\t${o.department}\tconfirmed\t${o.from}\t${o.until}\t${o.minutes}\t${o.category}\t${o.work}\t3`;
        }
      }
    })(),
  );
  return { punches, overtime };
}
