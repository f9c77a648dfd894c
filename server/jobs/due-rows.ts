import { randomUUID } from 'node:crypto';
import { type EpochDay, formatLocalDate } from '@tokimori/law/time/civil';
import type { MonthIndex } from '@tokimori/law/time/months';
import { deadlineOf, type Fired } from '@tokimori/ordinances/measures/fire';
import type { Tx } from '../store/tenant.ts';
import { monthDate } from '../use-cases/reading/moment.ts';

/** A row of tk.due, its key first. */
type DueRow = readonly unknown[];

/** The key of what an action of something that fired makes due. */
const keyPartsOf = ({ measure, subject, month, on }: Fired, action: number): readonly unknown[] => [
  monthDate(month),
  measure.id,
  subject,
  measure.moment === 'daily' ? formatLocalDate(on) : monthDate(month),
  action,
];

/** What fired as rows, one an action. */
const rowsOf = (fired: readonly Fired[]): readonly DueRow[] =>
  fired.flatMap((each) =>
    each.measure.follows.map((action, place): DueRow => {
      const { by, passed } = deadlineOf(action.due, each);
      return [
        ...keyPartsOf(each, place),
        randomUUID(),
        each.measure.per,
        each.section,
        each.bureau,
        each.measure.title,
        action.do,
        action.what,
        action.form ?? null,
        `{${action.by.join(',')}}`,
        `{${action.to.join(',')}}`,
        dateOr(by),
        JSON.stringify(each.causes),
        formatLocalDate(each.on),
        dateOr(passed),
        action.do === 'list' && action.form === undefined ? (action.lists ?? 'people') : null,
      ];
    }),
  );

const dateOr = (day: EpochDay | null): string | null => (day === null ? null : formatLocalDate(day));

/** Place of the id in a row, behind its key; a row that was there before keeps its own. */
const ID = 5;
/** What of it is written by one statement; rows are made for one statement after the other. */
const AT_ONCE = 1_000;
const types = [
  ...['date', 'text', 'text', 'date', 'smallint', 'uuid', 'text', 'text', 'text', 'text', 'text', 'text', 'text'],
  ...['text', 'text', 'date', 'jsonb', 'date', 'date', 'text'],
];
const listed = types.map((type, at) => `$${at + 3}::${type === 'jsonb' ? 'text' : type}[]`).join(', ');

/**
 * Writes what is due. A row that is there stays, with newer causes; one that had lapsed begins again. Written twice, nothing changes.
 * @returns the ids of the rows that are new
 */
export async function writeDues(tx: Tx, fired: readonly Fired[], now: Date): Promise<readonly string[]> {
  const fresh: string[] = [];
  for (let at = 0; at < fired.length; at += AT_ONCE) {
    const part = rowsOf(fired.slice(at, at + AT_ONCE));
    const columns = types.map((_, column) => part.map((row) => row[column]));
    const written = await tx.query<{ id: string }>(
      `insert into tk.due as d (municipality, month, measure, subject, instance, action, id, per, section, bureau, title, deed, what, form,
                                by_roles, to_roles, due_on, causes, on_date, passed_on, lists, state, recorded_at)
       select $1, u.month, u.measure, u.subject, u.instance, u.action, u.id, u.per, u.section, u.bureau, u.title, u.deed, u.what, u.form,
              u.by_roles::text[], u.to_roles::text[], u.due_on, u.causes::jsonb, u.on_date, u.passed_on, u.lists, 'open', $2
       from unnest(${listed})
         as u (month, measure, subject, instance, action, id, per, section, bureau, title, deed, what, form, by_roles, to_roles, due_on, causes, on_date, passed_on, lists)
       on conflict (municipality, month, measure, subject, instance, action) do update
         set causes = excluded.causes, state = case when d.state = 'lapsed' then 'open' else d.state end,
             due_on = case when d.state = 'lapsed' then excluded.due_on else d.due_on end,
             passed_on = case when d.state = 'lapsed' then excluded.passed_on else d.passed_on end,
             on_date = case when d.state = 'lapsed' then excluded.on_date else d.on_date end
         where d.state = 'lapsed' or (d.state = 'open' and d.causes is distinct from excluded.causes)
       returning d.id`,
      [tx.municipality, now, ...columns],
    );
    const sent = new Set(part.map((row) => row[ID]));
    fresh.push(...written.flatMap(({ id }) => (sent.has(id) ? [id] : [])));
  }
  return fresh;
}

type OpenKey = { id: string; month: string; measure: string; subject: string; instance: string; action: number };
const keyOf = (...parts: readonly unknown[]): string => parts.join('\u0000');

/** What measures were asked. */
export type Asked = {
  /** Of the days from the first of a month on. */
  readonly days: { readonly from: MonthIndex; readonly until: EpochDay };
  /** Of what is expected of months: measures that ever did, and those that do now, of the months from one on. */
  readonly expecting: { readonly ever: readonly string[]; readonly now: readonly string[]; readonly from: MonthIndex };
};

/**
 * What is open, came on the days asked and did not come again: its figures were corrected. What was expected and is no more goes too, unless somebody
 * has begun to write its form. Compared here, whatever the database plans.
 */
export async function lapseDues(tx: Tx, { days, expecting }: Asked, fired: readonly Fired[]): Promise<void> {
  const open = await tx.query<OpenKey>(
    `select d.id, d.month, d.measure, d.subject, d.instance, d.action from tk.due d
     where d.municipality = $1 and d.state = 'open' and d.on_date between $2::date and $3::date and d.measure <> all($4)
     union all
     select d.id, d.month, d.measure, d.subject, d.instance, d.action from tk.due d
     where d.municipality = $1 and d.state = 'open' and d.month >= $6::date and d.measure = any($5)
       and not exists (select 1 from tk.form_sheet f where f.municipality = $1 and f.month = d.month and f.form = d.form and f.subject = d.subject)`,
    [
      tx.municipality,
      monthDate(days.from),
      formatLocalDate(days.until),
      expecting.ever,
      expecting.now,
      monthDate(expecting.from),
    ],
  );
  const stood = new Map(
    open.map((each) => [keyOf(each.month, each.measure, each.subject, each.instance, each.action), each.id]),
  );
  for (const each of fired)
    for (const action of each.measure.follows.keys()) stood.delete(keyOf(...keyPartsOf(each, action)));
  const gone = [...stood.values()];
  for (let at = 0; at < gone.length; at += AT_ONCE)
    await tx.query(
      `update tk.due as d set state = 'lapsed' where d.municipality = $1 and d.state = 'open' and d.id = any($2::uuid[])`,
      [tx.municipality, gone.slice(at, at + AT_ONCE)],
    );
}
