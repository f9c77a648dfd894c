import { randomUUID } from 'node:crypto';
import type { LimitKey } from '@tokimori/law/overtime/types';
import type { MonthIndex } from '@tokimori/law/time/months';
import type { BreachStanding } from '@tokimori/records/breaches/breach';
import type { Exceeded } from '@tokimori/records/breaches/exceeded';
import type { Tx } from '../store/tenant.ts';
import type { BreachGround } from '../use-cases/breaches/figures-of.ts';
import { monthDate } from '../use-cases/reading/moment.ts';

/** A record as the daily run makes it: everything but what people write. */
export type MadeBreach = Exceeded &
  BreachGround & { readonly id: string; readonly section: string; readonly bureau: string };
/** What the run has to know of a record that is there. */
export type Stored = {
  readonly period: MonthIndex;
  readonly staff: string;
  readonly limit: LimitKey;
  readonly id: string;
  readonly standing: BreachStanding;
  readonly value: number;
  readonly cap: number;
};

/** Who stands in the journal for what the run did. */
const ACTOR = 'system:breaches';
/** Rows of one statement. */
const AT_ONCE = 2_000;

const columns: readonly (readonly [name: string, type: string, of: (made: MadeBreach) => unknown])[] = [
  ['period', 'date', ({ period }) => monthDate(period)],
  ['staff', 'text', ({ staff }) => staff],
  ['limit_name', 'text', ({ limit }) => limit],
  ['id', 'uuid', ({ id }) => id],
  ['month', 'date', ({ month }) => monthDate(month)],
  ['fiscal_year', 'smallint', ({ fiscalYear }) => fiscalYear],
  ['department', 'text', ({ department }) => department],
  ['section', 'text', ({ section }) => section],
  ['bureau', 'text', ({ bureau }) => bureau],
  ['name', 'text', ({ name }) => name],
  ['value', 'integer', ({ value }) => value],
  ['cap', 'integer', ({ cap }) => cap],
  ['carried', 'text', ({ carried }) => carried],
  ['exceptional', 'integer', ({ exceptional }) => exceptional],
  ['overtime', 'integer', ({ overtime }) => overtime],
  ['works', 'jsonb', ({ works }) => JSON.stringify(works)],
  ['outline_made', 'text', ({ outlineMade }) => outlineMade],
];
const names = columns.map(([name]) => name);
const arrays = columns.map(([, type], at) => `$${at + 3}::${type === 'jsonb' ? 'text' : type}[]`).join(', ');
const taken = columns.map(([name, type]) => (type === 'jsonb' ? `u.${name}::jsonb` : `u.${name}`)).join(', ');
/** ① and ③ follow the figures; ② stays as it was, and so does everything people wrote. */
const followed = names.slice(names.indexOf('month')).filter((name) => name !== 'name');
const updated = followed.map((name) => `${name} = excluded.${name}`).join(', ');
const differs = `(${followed.map((name) => `b.${name}`).join(', ')}) is distinct from (${followed.map((name) => `excluded.${name}`).join(', ')})`;

/**
 * Writes records. One that is there keeps its words and takes newer figures; written twice, nothing changes.
 * @returns the ids of those that are new
 */
export async function write(tx: Tx, made: readonly MadeBreach[], now: Date): Promise<readonly string[]> {
  const before = await tx.query<{ id: string }>(
    'select b.id from tk.breach b where b.municipality = $1 and b.id = any($2::uuid[])',
    [tx.municipality, made.map(({ id }) => id)],
  );
  const known = new Set(before.map(({ id }) => id));
  const fresh: string[] = [];
  for (let at = 0; at < made.length; at += AT_ONCE) {
    const part = made.slice(at, at + AT_ONCE);
    const written = await tx.query<{ id: string }>(
      `insert into tk.breach as b (municipality, ${names.join(', ')}, standing, state, found_at, version)
       select $1, ${taken}, 'holds', 'open', $2, 1 from unnest(${arrays}) as u (${names.join(', ')})
       on conflict (municipality, period, staff, limit_name) do update set ${updated} where ${differs}
       returning b.id`,
      [tx.municipality, now, ...columns.map(([, , of]) => part.map(of))],
    );
    const sent = new Set(part.map(({ id }) => id));
    fresh.push(...written.flatMap(({ id }) => (sent.has(id) && !known.has(id) ? [id] : [])));
  }
  return fresh;
}

/** Marks records as lapsed, or as exceeded again, and journals it. Those that are so already stay. */
export async function setStanding(tx: Tx, ids: readonly string[], to: BreachStanding, now: Date): Promise<void> {
  if (ids.length === 0) return;
  const rows = await tx.query<{ id: string; version: number; value: number; cap: number }>(
    `update tk.breach as b set standing = $3, version = b.version + 1
     where b.municipality = $1 and b.id = any($2::uuid[]) and b.standing <> $3
     returning b.id, b.version, b.value, b.cap`,
    [tx.municipality, ids, to],
  );
  await moved(
    tx,
    to === 'lapsed' ? 'BreachLapsed' : 'BreachRevived',
    rows.map(({ id, version, value, cap }) => ({ id, seq: version, data: to === 'lapsed' ? {} : { value, cap } })),
    now,
  );
}

/** Journals what the run did to records. */
export async function moved(
  tx: Tx,
  kind: 'BreachFound' | 'BreachLapsed' | 'BreachRevived',
  deeds: readonly { readonly id: string; readonly seq: number; readonly data: object }[],
  now: Date,
): Promise<void> {
  for (let at = 0; at < deeds.length; at += AT_ONCE) {
    const part = deeds.slice(at, at + AT_ONCE);
    await tx.query(
      `insert into tk.event (municipality, stream, seq, id, kind, data, actor, occurred_at, recorded_at)
       select $1, u.stream, u.seq, u.id, $2, u.data::jsonb, $3, $4, $4
       from unnest($5::text[], $6::integer[], $7::uuid[], $8::text[]) as u (stream, seq, id, data)
       returning seq`,
      [
        tx.municipality,
        kind,
        ACTOR,
        now,
        part.map(({ id }) => `breach/${id}`),
        part.map(({ seq }) => seq),
        part.map(() => randomUUID()),
        part.map(({ data }) => JSON.stringify(data)),
      ],
    );
  }
}
