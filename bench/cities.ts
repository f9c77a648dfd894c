import { allotmentOf } from '@tokimori/law/calendar/municipal-calendar';
import { checkDigitOf } from '@tokimori/law/calendar/municipality-code';
import { firstDayOf, type MonthIndex } from '@tokimori/law/time/months';
import type { DayKindOf } from '@tokimori/ordinances/example-city/month';
import { type CityPlan, planCity } from '@tokimori/ordinances/example-city/plan';
import type { Context } from '@tokimori/server/context';
import { writeOrganisation } from '@tokimori/server/demo/organisation';
import { exampleCity } from '@tokimori/server/installation/ordinance-files';
import { registerMunicipality } from '@tokimori/server/installation/register-municipality';
import type pg from 'pg';
import { loadHistoryMonth } from './load-history.ts';

export type BenchCity = {
  readonly code: string;
  readonly plan: CityPlan;
  readonly months: readonly MonthIndex[];
  readonly punches: number;
};

/** A city of any size with some months of history before (and in) `current`; its code lies in the unassigned range 99. */
export async function loadCity(
  context: Context,
  owner: pg.Client,
  options: {
    readonly nth: number;
    readonly headcount: number;
    readonly current: MonthIndex;
    readonly history: number;
    readonly say: (line: string) => void;
  },
): Promise<BenchCity> {
  const { nth, headcount, current, history, say } = options;
  const body = `995${String(nth).padStart(2, '0')}`;
  const code = `${body}${checkDigitOf(body)}`;
  const example = exampleCity();
  await registerMunicipality(context, { ...example, municipality: { code, name: `計測市${nth}` } }, 'system:bench');
  const plan = planCity({ seed: `bench-${nth}`, headcount, asOf: firstDayOf(current + 1) });
  await context.store.tenant(code, (tx) => writeOrganisation(tx, plan, context.clock.now()));
  const months = Array.from({ length: history }, (_, i) => current - history + 1 + i);
  await context.store.ensurePartitions(months);
  let punches = 0;
  for (const month of months)
    punches += (await loadHistoryMonth(owner, { code, plan, month, kindOf: dayKinds() })).punches;
  say(`${headcount.toLocaleString()} staff, ${history} month(s), ${punches.toLocaleString()} punches loaded`);
  return { code, plan, months, punches };
}

function dayKinds(): DayKindOf {
  const rules = exampleCity().versions.at(-1)?.parameters;
  if (rules === undefined) throw new Error('no parameters');
  return (day) => allotmentOf(rules, day).kind;
}
