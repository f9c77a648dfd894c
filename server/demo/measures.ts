import { type EpochDay, formatLocalDate } from '@tokimori/law/time/civil';
import { firstDayOf, monthOf } from '@tokimori/law/time/months';
import { preset } from '@tokimori/ordinances/measures/presets';
import { appendDeed } from '../access/journal.ts';
import type { Tx } from '../store/tenant.ts';

/** The example city follows うきは市's practice since the month before: its alerts, records and interviews are there to be looked at. */
export async function writeDemoMeasures(tx: Tx, asOf: EpochDay, now: Date): Promise<void> {
  const effectiveFrom = formatLocalDate(firstDayOf(monthOf(asOf) - 1));
  const set = { ...preset('ukiha'), effectiveFrom };
  const reason = '月3回の知らせと面談から始める';
  await tx.query(
    `insert into tk.measure_set (municipality, effective_from, document, decided_by, reason, recorded_at)
     values ($1, $2::date, $3::jsonb, 'system:demo', $4, $5)`,
    [tx.municipality, effectiveFrom, JSON.stringify(set), reason, now],
  );
  await appendDeed(tx, {
    stream: 'measures',
    kind: 'MeasuresDecided',
    actor: 'system:demo',
    reason,
    data: { from: effectiveFrom, name: set.name, measures: set.measures },
    at: now,
  });
}
