import type {
  checkPayLayout as checkRoute,
  decidePayLayout as decideRoute,
  payLayout as layoutRoute,
} from '@tokimori/contract/pay';
import type { Answer, Input } from '@tokimori/contract/route';
import type { PayRules } from '@tokimori/law/pay/rules';
import { type EpochDay, formatLocalDate } from '@tokimori/law/time/civil';
import { monthOf } from '@tokimori/law/time/months';
import { type PayLayout, units } from '@tokimori/ordinances/pay-layout/layout';
import { readLayout, writeLayout } from '@tokimori/ordinances/pay-layout/read-layout';
import { headingOf, type PayLine, rowsOf, withoutPlace } from '@tokimori/ordinances/pay-layout/render';
import { appendDeed } from '../../access/journal.ts';
import { ensure } from '../../access/policies.ts';
import { mayExportPay, mayViewPayExports } from '../../access/policies-closing.ts';
import { refuse } from '../../access/refusal.ts';
import type { Actor, Context } from '../../context.ts';
import { formatInstant } from '../../runtime/clock.ts';
import { actorName } from '../journal.ts';
import { dayInput } from '../reading/date-input.ts';
import { here } from '../reading/moment.ts';
import { classesOf, layoutOn, readLayouts } from './layouts.ts';

type Shown = NonNullable<Answer<typeof checkRoute>['layout']>;
const FILE = 'レイアウト';

/** Two people to show a layout with: hours of the first classes, and of the last. */
function sampleLines(classes: readonly string[]): readonly PayLine[] {
  const line = (staff: string, name: string, kana: string, hours: readonly number[]): PayLine => ({
    staff,
    name,
    kana,
    department: '1101',
    departmentName: '市民部 保険年金課',
    closed: true,
    figures: { byClass: classes.map((_, at) => hours[at] ?? 0), beyondSixty: 0, timeOffInLieu: 0 },
    before: null,
  });
  const late = classes.map((_, at) => (at >= classes.length - 2 ? 465 : 0));
  return [
    line('001234', '見本 一郎', 'ミホン イチロウ', [0, 0, 0, 1_245, 89]),
    line('001235', '見本 花子', 'ミホン ハナコ', late),
  ];
}

/** A layout in the words of the page, with what it makes of two invented people. */
function shown(layout: PayLayout, rules: PayRules, on: EpochDay): Shown {
  const classes = classesOf(rules, on);
  const file = { layout, classes, month: monthOf(on), roundingUpFrom: rules.payRoundingUpFrom };
  const lost = withoutPlace(layout, classes);
  const says = [
    layout.rows === 'person' ? '一人を1行に書きます。' : '一人の時間を、区分ごとに1行に書きます。',
    layout.people === 'everybody' ? '時間のない人も書きます。' : '時間のある人だけを書きます。',
    `時間は「${units[layout.unit]}」で書きます。`,
    `文字コードは ${layout.encoding === 'cp932' ? 'CP932(Shift_JIS)' : 'UTF-8'} です。`,
    layout.differences === 'change'
      ? '前回との差は、増減を書きます。'
      : '前回との差は、変わった人の新しい値を書きます。',
    ...(lost.length === 0
      ? []
      : [
          `列かコードのない区分が ${lost.length}あります(${lost.join('、')})。この区分の時間がある人がいる月は、作れません。`,
        ]),
  ];
  const rows = [...headingOf(layout), ...sampleLines(classes).flatMap((line) => rowsOf(line, file))];
  return { name: layout.name, says, sample: rows.map((row) => [...row]) };
}

/** The layout that holds, what was decided, latest first, and the text to write on. */
export async function payLayout(context: Context, actor: Actor): Promise<Answer<typeof layoutRoute>> {
  ensure(mayViewPayExports(actor));
  return context.store.tenant(actor.municipality, async (tx) => {
    const { day, parameters } = await here(context, tx);
    const on = formatLocalDate(day);
    const [decided, { layout, from }] = await Promise.all([readLayouts(tx), layoutOn(tx, parameters.pay, day)]);
    return {
      on,
      text: writeLayout({ ...layout, effectiveFrom: on }),
      layout: shown(layout, parameters.pay, day),
      mayDecide: mayExportPay(actor),
      decided: decided.toReversed().map((each) => ({
        from: each.from,
        name: each.layout.name,
        inForce: each.from === from,
        by: each.by,
        at: formatInstant(each.at),
        reason: each.reason,
      })),
    };
  });
}

/** What a layout means, or every problem of it: while it is written. */
export async function checkPayLayout(
  context: Context,
  actor: Actor,
  { text }: Input<typeof checkRoute>,
): Promise<Answer<typeof checkRoute>> {
  ensure(mayExportPay(actor));
  const { document, problems } = readLayout(text, FILE);
  const told = problems.map(({ line, key, message }) => ({ line, key, message }));
  if (document === null) return { problems: told, layout: null };
  return context.store.tenant(actor.municipality, async (tx) => {
    const { day, parameters } = await here(context, tx);
    return { problems: [], layout: shown(document, parameters.pay, day) };
  });
}

/** Decides the layout that holds from a day on, today or later. Deciding again for the same day replaces it; the journal keeps both. */
export async function decidePayLayout(
  context: Context,
  actor: Actor,
  { text, reason }: Input<typeof decideRoute>,
): Promise<Answer<typeof decideRoute>> {
  ensure(mayExportPay(actor));
  const { document, problems } = readLayout(text, FILE);
  if (document === null)
    return refuse('pay.layout', {
      status: 422,
      title: `レイアウトを受け付けられません(${problems.length}か所)`,
      detail: `${problems[0]?.line ?? 1}行目「${problems[0]?.key ?? ''}」: ${problems[0]?.message ?? ''} 直してから、もう一度確かめてください。`,
    });
  const from = dayInput('from', document.effectiveFrom);
  return context.store.tenant(actor.municipality, async (tx) => {
    const { day, now: at } = await here(context, tx);
    if (from < day)
      refuse('pay.layout-past', {
        status: 422,
        title: '過ぎた日からは変えられません',
        detail: `effectiveFrom(${document.effectiveFrom})を今日(${formatLocalDate(day)})か、それより後の日にしてください。`,
      });
    await tx.query(
      `insert into tk.pay_layout as l (municipality, effective_from, document, decided_by, reason, recorded_at)
       values ($1, $2, $3, $4, $5, $6)
       on conflict (municipality, effective_from) do update set document = excluded.document, decided_by = excluded.decided_by,
         reason = excluded.reason, recorded_at = excluded.recorded_at`,
      [tx.municipality, document.effectiveFrom, JSON.stringify(document), actorName(actor), reason, at],
    );
    const data = { from: document.effectiveFrom, layout: document };
    await appendDeed(tx, { stream: 'pay-layout', kind: 'PayLayoutDecided', actor: actorName(actor), reason, data, at });
    return { decided: true, from: document.effectiveFrom };
  });
}
