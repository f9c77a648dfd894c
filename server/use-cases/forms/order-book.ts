import type { orderBookPaper as bookRoute } from '@tokimori/contract/forms';
import type { FileAnswer, Input } from '@tokimori/contract/route';
import { type OrderBookMonth, type OrderBookRow, orderBook } from '@tokimori/forms/order-book/order-book';
import { firstDayOf, lastDayOf, type MonthIndex } from '@tokimori/law/time/months';
import type { OvertimeCategory } from '@tokimori/law/working-time/types';
import type { Capacity } from '@tokimori/records/overtime-events';
import { ensure, mayViewCity, mayViewSection } from '../../access/policies.ts';
import { refuse } from '../../access/refusal.ts';
import { scopeOf } from '../../access/scope.ts';
import type { Actor, Context } from '../../context.ts';
import { paperAnswer } from '../../paper/paper-answer.ts';
import type { PaperMill } from '../../paper/paper-mill.ts';
import type { Tx } from '../../store/tenant.ts';
import { ensureMayView, staffMeant } from '../access-to-staff.ts';
import { readTree } from '../reading/department-tree.ts';
import { grouped } from '../reading/grouped.ts';
import { dayOf, type Here, here, monthDate, monthEnd, monthIndexOf } from '../reading/moment.ts';
import { type MonthRow, minuteAt, readMonths } from '../reading/month-rows.ts';
import { postsOn } from '../reading/persons.ts';
import { membersOf, readSection } from '../reading/section-people.ts';
import { municipalityName } from './given.ts';

const categories: Readonly<Record<OvertimeCategory, string>> = {
  normal: '通常',
  temporary: '臨時',
  exceptional: '特例',
  disaster: '災害',
  infection: '感染症',
};

type Row = {
  id: string;
  staff: string;
  duty_date: string;
  state: 'ordered' | 'confirmed';
  from_minute: number | null;
  until_minute: number | null;
  minutes: number;
  category: OvertimeCategory;
  work: string;
  why: string;
  retroactive: boolean;
  confirmer: string | null;
};
type Ordered = {
  id: string;
  from: number | null;
  until: number | null;
  orderer: string;
  note: string | null;
  /** In whose place it was ordered; null = in the orderer's own right. */
  as: Capacity['as'] | null;
  whose: string | null;
};

const placeWords: Readonly<Record<Capacity['as'], string>> = { standIn: '代決', delegated: '専決', onBehalf: '代理' };

/** Orders of people in a month, with what was ordered where something else was confirmed. */
async function readBook(tx: Tx, staff: readonly string[], month: MonthIndex) {
  const [rows, months] = await Promise.all([
    tx.query<Row>(
      `select o.id, o.staff, o.duty_date, o.state, o.from_minute, o.until_minute, o.minutes, o.category, o.work, o.why, o.retroactive,
              coalesce(d.name, case when o.decided_by not like 'system:%' then o.decided_by end) as confirmer
       from tk.overtime o left join tk.staff d on d.municipality = $1 and d.staff = o.decided_by
       where o.municipality = $1 and o.month = $2::date and o.staff = any($3) and o.state in ('ordered', 'confirmed')`,
      [tx.municipality, monthDate(month), staff],
    ),
    readMonths(tx, staff, [monthDate(month)]),
  ]);
  const ordered = await tx.query<Ordered>(
    `select distinct on (e.stream) substr(e.stream, 10) as id, (e.data->>'from')::int as "from", (e.data->>'until')::int as "until",
            coalesce(s.name, e.actor) as orderer, coalesce(nullif(case when e.data->'ground' is null then e.data->>'note' end, ''),
              (select f.data->>'note' from tk.event f where f.municipality = $1 and f.stream = e.stream and f.kind = 'OvertimeFirstApproved'
               order by f.seq desc limit 1)) as note, e.data->'capacity'->>'as' as "as",
            coalesce(h.name, e.data->'capacity'->>'for') as whose
     from tk.event e
     left join tk.staff s on s.municipality = $1 and s.staff = e.actor
     left join tk.staff h on h.municipality = $1 and h.staff = e.data->'capacity'->>'for'
     where e.municipality = $1 and e.stream = any($2) and e.kind = 'OvertimeOrdered'
     order by e.stream, e.seq desc`,
    [tx.municipality, rows.map(({ id }) => `overtime/${id}`)],
  );
  return { rows, months, ordered: new Map(ordered.map((row) => [row.id, row])) };
}

/** `代決(北川 修)`: as what the order was given, and for whom. */
const placeOf = (order: Ordered | undefined): string =>
  order === undefined || order.as === null
    ? ''
    : `${placeWords[order.as]}${order.whose === null ? '' : `(${order.whose})`}`;

function lineOf(row: Row, order: Ordered | undefined, record: MonthRow | undefined, month: MonthIndex): OrderBookRow {
  const at = dayOf(row.duty_date) - firstDayOf(month);
  const confirmed = row.state === 'confirmed';
  return {
    date: row.duty_date,
    orderedFrom: order?.from ?? (confirmed ? null : row.from_minute),
    orderedUntil: order?.until ?? (confirmed ? null : row.until_minute),
    category: categories[row.category],
    work: row.work,
    reason: row.why === '' ? (order?.note ?? '') : row.why,
    orderer: order?.orderer ?? (confirmed ? (row.confirmer ?? '') : ''),
    inPlace: placeOf(order),
    confirmedFrom: confirmed ? row.from_minute : null,
    confirmedUntil: confirmed ? row.until_minute : null,
    minutes: confirmed ? row.minutes : null,
    firstIn: minuteAt(record?.first_in, at),
    lastOut: minuteAt(record?.last_out, at),
    retroactive: row.retroactive,
  };
}

/** Whose book it is: one person's, or those of a section. */
async function whoseBook(tx: Tx, actor: Actor, at: Here, month: MonthIndex, input: Input<typeof bookRoute>) {
  const { staff, department } = input;
  if (department === undefined) {
    const number = staffMeant(actor, staff ?? 'me');
    await ensureMayView(tx, actor, at, number, month, month);
    return [number];
  }
  const scope = await scopeOf(tx, actor, at.dutyDate);
  ensure(mayViewSection(actor, scope, department) || mayViewCity(actor));
  const section = await readSection(tx, department, monthEnd(month));
  const members =
    section === null || section === undefined ? [] : await membersOf(tx, section.departments, monthEnd(month));
  return members.map(({ person }) => person.staff);
}

/**
 * 時間外勤務命令簿 of a month: a page for each person with an order, of one person or of a section.
 * @throws Refusal 404 `order-book.empty` when nothing was ordered
 */
export async function orderBookPaper(
  context: Context,
  mill: PaperMill,
  actor: Actor,
  input: Input<typeof bookRoute>,
): Promise<FileAnswer> {
  const month = monthIndexOf(input.month);
  const { name, sheets } = await context.store.tenant(actor.municipality, async (tx) => {
    const at = await here(context, tx);
    const staff = await whoseBook(tx, actor, at, month, input);
    return { name: await municipalityName(tx), sheets: await sheetsOf(tx, staff, month, input.month) };
  });
  if (sheets.length === 0)
    refuse('order-book.empty', {
      status: 404,
      title: '時間外勤務の命令がありません',
      detail: `${input.month} に命令された時間外勤務がありません。月と対象を確かめてください。`,
    });
  const whose = sheets.length === 1 ? `_${sheets[0]?.name ?? ''}` : '';
  return paperAnswer(context, mill, orderBook(name, sheets), `時間外勤務命令簿_${input.month}${whose}`);
}

async function sheetsOf(tx: Tx, staff: readonly string[], month: MonthIndex, text: string): Promise<OrderBookMonth[]> {
  const [{ rows, months, ordered }, tree, persons] = await Promise.all([
    readBook(tx, staff, month),
    readTree(tx, lastDayOf(month)),
    postsOn(tx, staff, monthEnd(month)),
  ]);
  const byStaff = grouped(rows, (row) => row.staff);
  return persons.flatMap(({ staff: number, name, post, department }) => {
    const own = byStaff.get(number);
    if (own === undefined) return [];
    const record = months.find((each) => each.staff === number);
    const lines = own.map((row) => lineOf(row, ordered.get(row.id), record, month));
    return [{ staff: number, name, post, section: tree.path(department), month: text, rows: lines }];
  });
}
