import type { DifferenceView } from '@tokimori/contract/differences';
import type { ObjectiveSource } from '@tokimori/law/record-keeping/rules';
import type { LocalDate } from '@tokimori/law/time/civil';
import type { Minutes } from '@tokimori/law/time/minutes';
import type { DifferenceRow } from './difference-rows.ts';

/** The last minute of one source; null without it. */
export const lastOf = (row: Pick<DifferenceRow, 'records'>, source: ObjectiveSource): Minutes | null =>
  row.records.find((record) => record.source === source)?.last ?? null;

/** A difference as it leaves. `today`: the duty date of the clock, after which a deadline is over. */
export function differenceView(row: DifferenceRow, today: LocalDate): DifferenceView {
  const [main] = row.found;
  return {
    date: row.duty_date,
    state: row.state,
    kind: row.kind,
    from: main?.span.from ?? 0,
    until: main?.span.until ?? 0,
    minutes: row.minutes,
    grave: row.grave,
    winner: row.winner,
    sources: row.records.map(({ source, first, last }) => ({ source, first, last })),
    orderedUntil: row.ordered_until,
    declaredUntil: row.declared_until,
    shownOn: row.shown_on,
    dueWho: row.due_who,
    dueOn: row.due_on,
    overdue: row.due_on !== null && row.due_on < today,
    corrected: row.corrected,
  };
}
