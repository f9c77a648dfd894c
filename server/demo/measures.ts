import { type EpochDay, formatLocalDate } from '@tokimori/law/time/civil';
import { firstDayOf, monthOf } from '@tokimori/law/time/months';
import type { MeasureSet } from '@tokimori/ordinances/measures/measure';
import { preset } from '@tokimori/ordinances/measures/presets';
import { appendDeed } from '../access/journal.ts';
import type { Tx } from '../store/tenant.ts';

/** うきは市's practice with 横浜市's approval by the 部長 beyond 60:00. */
export function demoMeasures(): MeasureSet {
  const above = preset('yokohama').measures.filter(({ id }) => id === 'yokohama-approver-60');
  const own = preset('ukiha');
  return { ...own, name: `${own.name}・横浜市`, measures: [...own.measures, ...above] };
}

/**
 * The example city follows its measures since the month before: alerts, records, interviews and the approver that moves up are there to be
 * looked at.
 */
export async function writeDemoMeasures(tx: Tx, asOf: EpochDay, now: Date): Promise<void> {
  const effectiveFrom = formatLocalDate(firstDayOf(monthOf(asOf) - 1));
  const set = { ...demoMeasures(), effectiveFrom };
  const reason = '月3回の知らせと面談、60時間を超えた月の部長の承認から始める';
  await tx.query(
    `insert into tk.measure_set (municipality, effective_from, document, decided_by, reason, recorded_at)
     values ($1, $2::date, $3::jsonb, 'system:demo', $4, $5)`,
    [tx.municipality, effectiveFrom, JSON.stringify(set), reason, now],
  );
  await appendDeed(tx, {
    stream: `measures/${effectiveFrom}`,
    kind: 'MeasuresDecided',
    actor: 'system:demo',
    reason,
    data: { from: effectiveFrom, name: set.name, measures: set.measures },
    at: now,
  });
}
