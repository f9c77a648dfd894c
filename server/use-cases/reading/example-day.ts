import type { Step } from '@tokimori/law/decision/decision';
import type { EpochDay } from '@tokimori/law/time/civil';
import { explainDutyDay } from '@tokimori/law/working-time/explain-duty-day';
import type { Parameters } from '@tokimori/ordinances/schema';
import type { Tx } from '../../store/tenant.ts';
import { readDayFacts } from './day-facts.ts';
import type { Here } from './moment.ts';
import { dayStateAt, lengthAt, type MonthRow } from './month-rows.ts';

/** The day by which a month is explained: the latest judged one with overtime, or the latest judged one; null without any. */
export function exampleOf(row: MonthRow | undefined): number | null {
  if (row === undefined) return null;
  const judged = row.day_state.flatMap((_state, index) => (dayStateAt(row, index) === 'classified' ? index : []));
  return judged.findLast((index) => lengthAt(row.overtime_days, index) > 0) ?? judged.at(-1) ?? null;
}

/** The steps from the records of one duty date to its figures, made again from the facts. */
export async function explainDay(
  tx: Tx,
  at: Here,
  parameters: Parameters,
  staff: string,
  day: EpochDay,
): Promise<readonly Step[]> {
  return explainDutyDay(await readDayFacts(tx, at, parameters, staff, day), parameters);
}
