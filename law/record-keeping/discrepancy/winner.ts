import { type Span, Spans } from '../../time/spans.ts';
import type { DiscrepancyRules, ObjectiveSource } from '../rules.ts';
import type { DayRecords, ObjectiveRecord, WinnerReason } from './types.ts';

/** A record without a missing end. */
export type CompleteRecord = { readonly source: ObjectiveSource; readonly stays: Spans };

/** Which objective record tells arrival and leaving, and what the others say. */
export type Winner = {
  readonly source: ObjectiveSource | 'all';
  readonly because: WinnerReason;
  readonly stays: Spans;
  /** The complete records that do not decide. */
  readonly others: readonly CompleteRecord[];
};

function completeOf({ source, stays }: ObjectiveRecord): CompleteRecord | undefined {
  const spans: Span[] = [];
  for (const { from, until } of stays) {
    if (from === null || until === null) return undefined;
    spans.push({ from, until });
  }
  return spans.length === 0 ? undefined : { source, stays: Spans.of(...spans) };
}

/** From the earliest arrival to the latest leaving. */
function hull(records: readonly CompleteRecord[]): Spans {
  const all = records.reduce((spans, { stays }) => spans.or(stays), Spans.none);
  return Spans.of({ from: all.start ?? 0, until: all.end ?? 0 });
}

/** The records that can be used, those that cannot for a missing end, and the one that decides (undefined without any). */
export function winnerOf(
  { records }: Pick<DayRecords, 'records'>,
  { precedence, wins }: Pick<DiscrepancyRules, 'precedence' | 'wins'>,
): { readonly winner: Winner | undefined; readonly incomplete: readonly ObjectiveSource[] } {
  const complete = records.flatMap((record) => completeOf(record) ?? []);
  const incomplete = records
    .filter(({ source, stays }) => stays.length > 0 && complete.every((each) => each.source !== source))
    .map(({ source }) => source);
  const ranked = precedence.flatMap((source) => complete.find((record) => record.source === source) ?? []);
  const [first, ...others] = ranked;
  if (first === undefined) return { winner: undefined, incomplete };
  if (others.length === 0) return { winner: { ...first, because: 'onlyRecord', others }, incomplete };
  if (wins === 'widest') {
    return { winner: { source: 'all', because: 'widest', stays: hull(ranked), others: [] }, incomplete };
  }
  return { winner: { ...first, because: 'precedence', others }, incomplete };
}
