import type { Minutes } from '@tokimori/law/time/minutes';
import { Spans } from '@tokimori/law/time/spans';
import { holidayWorkOf, overtimeOf } from '@tokimori/law/working-time/net-overtime';
import type { Allotment, Span } from '@tokimori/law/working-time/types';
import { minutesBeyondRecord } from './overtime-span.ts';

/** An order as its result is proposed from it: hours, or null when only a length is known. */
export type OrderedHours = { readonly span: Span | null; readonly minutes: Minutes };

/** What the objective record makes of an order. Minutes, net of breaks. */
export type ProposedResult = {
  /** Presence inside the order. */
  readonly present: Minutes;
  /** From the first to the last minute of presence inside the order; null when there is none, or no hours are known. */
  readonly span: Span | null;
  /** The record holds the whole order: the result can be confirmed as ordered, without a reason. */
  readonly holdsOrder: boolean;
};

/**
 * The result that an order and the record of presence give together (命令 ∩ 在庁).
 * @param presence closed stays of the duty date; none where the day has no complete record.
 */
export function proposeResult(order: OrderedHours, presence: readonly Span[], allotment: Allotment): ProposedResult {
  const stays = Spans.of(...presence);
  const holdsOrder = minutesBeyondRecord(order, presence, allotment) === 0;
  if (order.span === null) {
    return { present: Math.min(order.minutes, overtimeOf(stays, allotment).total), span: null, holdsOrder };
  }
  const work = stays.and(Spans.of(order.span));
  const { start, end } = work;
  return {
    present: overtimeOf(work, allotment).total + holidayWorkOf(work, allotment).total,
    span: start === undefined || end === undefined ? null : { from: start, until: end },
    holdsOrder,
  };
}
