import type { checkPriorNotice as checkRoute } from '@tokimori/contract/designations';
import type { Answer, Input } from '@tokimori/contract/route';
import type { Step } from '@tokimori/law/decision/decision';
import { type Confirmation, judgeOrder, type OrderAnswer } from '@tokimori/law/designation/exceptional-order';
import { ImpossibleNotice, judgePriorNotice, type PriorNotice } from '@tokimori/law/designation/prior-notice';
import { formatLocalDate } from '@tokimori/law/time/civil';
import type { Minutes } from '@tokimori/law/time/minutes';
import type { MonthIndex } from '@tokimori/law/time/months';
import { refuse } from '../../access/refusal.ts';
import type { Context } from '../../context.ts';
import { loadHistories } from '../../derive/histories.ts';
import type { Tx } from '../../store/tenant.ts';
import { dayInput } from '../reading/date-input.ts';
import { dayOf, type Here, monthIndexOf } from '../reading/moment.ts';
import { stepView } from '../reading/views.ts';

export type Given = Omit<Input<typeof checkRoute>, 'department' | 'version'>;
export type Judged = Answer<typeof checkRoute>;

/** How far from today a notice may begin. Days. */
const REACH = 400;

/** The confirmation of health that a notice carries. */
export const confirmationOf = (
  given: Pick<Given, 'confirmedOn' | 'confirmedBy' | 'fatigue' | 'mindAndBody'>,
): Confirmation => ({
  ...(given.confirmedOn === null ? {} : { confirmedOn: dayOf(given.confirmedOn) }),
  confirmedBy: given.confirmedBy,
  fatigue: given.fatigue,
  mindAndBody: given.mindAndBody,
});

/** What a notice filed today would be: in time, complete, and whether the health of the person is to be confirmed. */
export async function judgeNotice(context: Context, tx: Tx, at: Here, given: Given): Promise<Judged> {
  const notice = noticeOf(at, given);
  const rules = at.parameters.designation;
  const { outcome, steps } = judged(() => judgePriorNotice(notice, rules));
  const orders = await judgeMonths(context, tx, at, given, notice.expected);
  const bound = orders.filter(({ outcome: { duty } }) => duty === 'confirm');
  const health =
    bound.length === 0 ? 'notNeeded' : bound.every(({ outcome: { ready } }) => ready) ? 'confirmed' : 'missing';
  return {
    due: formatLocalDate(outcome.due),
    state: outcome.state,
    missing: [...outcome.missing],
    health,
    steps: [...steps, ...(bound[0]?.steps ?? [])].map(stepView),
  };
}

function noticeOf(at: Here, given: Given): PriorNotice {
  const [from, through] = [dayInput('from', given.from), dayInput('through', given.through)];
  if (given.confirmedOn !== null) dayInput('confirmedOn', given.confirmedOn);
  if (Math.abs(from - at.day) > REACH) outOfReach();
  const { task, staffing, unavoidable, reduction } = given;
  const expected = new Map(given.expected.map(({ month, minutes }) => [monthIndexOf(month), minutes]));
  return { filedOn: at.day, from, through, task, staffing, unavoidable, reduction, expected };
}

function judged<T>(ask: () => T): T {
  try {
    return ask();
  } catch (error) {
    if (error instanceof ImpossibleNotice) impossible();
    throw error;
  }
}

function impossible(): never {
  return refuse('prior-notice.period', {
    status: 422,
    title: '期間が正しくありません',
    detail: '終わりの日は始まりの日から後に、期間は12か月までに、見込みは期間の中の月にしてください。',
    fields: [{ field: 'through', code: 'period', message: '始まりの日から12か月までの日を入力してください' }],
  });
}

function outOfReach(): never {
  return refuse('prior-notice.reach', {
    status: 422,
    title: '期間が正しくありません',
    detail: '届け出られるのは、今日の前後およそ1年の業務です。始まりの日を確かめてください。',
    fields: [{ field: 'from', code: 'reach', message: '始まりの日を確かめてください' }],
  });
}

type OrderDecision = { readonly outcome: OrderAnswer; readonly steps: readonly Step[] };

/** Each expected month as if it were ordered today: whether it reaches 100:00, or an average of 80:00 with the months before. */
async function judgeMonths(
  context: Context,
  tx: Tx,
  at: Here,
  given: Given,
  expected: ReadonlyMap<MonthIndex, Minutes>,
): Promise<OrderDecision[]> {
  const parameters = await context.parameters(tx, at.day);
  const found = (await loadHistories(tx, parameters, [given.staff], at.month)).get(given.staff);
  const known = new Map((found?.history.months ?? []).map(({ month, overtime }) => [month, overtime]));
  known.set(at.month, (known.get(at.month) ?? 0) + (found?.record.orderedAhead ?? 0));
  const months = [...expected].filter(([, minutes]) => minutes > 0).sort(([a], [b]) => a - b);
  return months.map(([month, order]) => {
    const soFar = month > at.month ? 0 : (known.get(month) ?? 0);
    const before = new Map([...known].filter(([each]) => each < month));
    const employedFrom = found?.history.employedFrom;
    const decision = judgeOrder(
      {
        orderedOn: at.day,
        month,
        soFar,
        order,
        before,
        ...(employedFrom === undefined ? {} : { employedFrom }),
        confirmation: confirmationOf(given),
      },
      at.parameters.designation,
    );
    known.set(month, soFar + order);
    return decision;
  });
}
