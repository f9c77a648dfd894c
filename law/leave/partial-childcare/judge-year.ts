import type { Decision, Step } from '../../decision/decision.ts';
import type { Minutes } from '../../time/minutes.ts';
import { type LeaveRules, modelLeave } from '../rules.ts';
import { balanceNow, type Context, type Standing, takenOf, type2LimitNow, typeNow, untouched } from './balance.ts';
import { declare, end, revoke } from './events.ts';
import { type Notice, notices } from './notice.ts';
import { type PayDeduction, payDeductions } from './pay-deduction.ts';
import { judgeRequest } from './request.ts';
import type { PartialChildcareStepName } from './step-names.ts';
import type {
  PartialChildcareEvent,
  PartialChildcareType,
  PartialChildcareYear,
  PartialLeaveRefusal,
} from './types.ts';
import { validateYear } from './validate.ts';

type PartialStep = Step<PartialChildcareStepName>;

/** A row of the ledger. */
export type LedgerEntry = {
  readonly id: string;
  readonly event: PartialChildcareEvent['event'];
  readonly verdict: 'accepted' | 'refused';
  readonly refusal?: PartialLeaveRefusal;
  /** Taken by a request; given back by a revocation, an ending or a change. */
  readonly minutes: Minutes;
  /** 残時間数 of 第2号 after the event; null under 第1号. */
  readonly balance: Minutes | null;
  /** Of an event that ends approvals: what it does, and whether a 変更届 is due. */
  readonly notice?: Notice;
  readonly steps: readonly PartialStep[];
};

export type PartialChildcareLedger = {
  readonly type: PartialChildcareType | null;
  readonly limit: Minutes | null;
  /** Minutes taken in the year, of either type. */
  readonly taken: Readonly<Record<PartialChildcareType, Minutes>>;
  readonly balance: Minutes | null;
  /** In the order in which the events took effect. */
  readonly entries: readonly LedgerEntry[];
  readonly pay: readonly PayDeduction[];
};

/** On the same day: first who may take it, then what ends, then requests, then what is given back. */
const rank = { declaration: 0, ending: 1, request: 2, revocation: 3 } as const;

function turn(event: PartialChildcareEvent, standing: Standing, context: Context) {
  switch (event.event) {
    case 'declaration':
      return declare(event, standing, context);
    case 'ending':
      return end(event, standing, context);
    case 'request':
      return judgeRequest(event, standing, context);
    case 'revocation':
      return revoke(event, standing, context);
  }
}

function noticeFor(event: PartialChildcareEvent, changed: boolean): Notice | undefined {
  if (event.event === 'ending') return notices[event.what];
  if (event.event === 'revocation') return notices.revokedOnRequest;
  return changed ? notices.typeChanged : undefined;
}

/**
 * A year of 部分休業 of one person: declarations, requests, revocations and endings → every one accepted or refused with the reason, the
 * balance of 第2号 after it, and the minutes for which pay is deducted. Nothing is carried over to the next year.
 * @throws ImpossiblePartialLeave when the document cannot be true
 */
export function judgePartialChildcareYear(
  year: PartialChildcareYear,
  rules: LeaveRules = modelLeave,
): Decision<PartialChildcareLedger, PartialChildcareStepName> {
  validateYear(year);
  const context: Context = { year, rules };
  const entries: LedgerEntry[] = [];
  let standing = untouched;
  const ordered = [...year.events].sort((a, b) => a.recordedOn - b.recordedOn || rank[a.event] - rank[b.event]);
  for (const event of ordered) {
    const answered = turn(event, standing, context);
    const changed = answered.standing.types.length > Math.max(1, standing.types.length);
    const notice = answered.refusal === undefined ? noticeFor(event, changed) : undefined;
    standing = answered.standing;
    entries.push({
      id: event.id,
      event: event.event,
      verdict: answered.refusal === undefined ? 'accepted' : 'refused',
      ...(answered.refusal === undefined ? {} : { refusal: answered.refusal }),
      minutes: answered.minutes,
      balance: balanceNow(standing, context),
      ...(notice === undefined ? {} : { notice }),
      steps: answered.steps,
    });
  }
  const limit = type2LimitNow(standing, context);
  const pay = payDeductions(standing.uses, rules);
  const outcome: PartialChildcareLedger = {
    type: typeNow(standing),
    limit: limit.outcome,
    taken: { type1: takenOf(standing, 'type1'), type2: takenOf(standing, 'type2') },
    balance: balanceNow(standing, context),
    entries,
    pay: pay.months,
  };
  return { outcome, steps: [...entries.flatMap(({ steps }) => steps), ...limit.steps, ...pay.steps] };
}
