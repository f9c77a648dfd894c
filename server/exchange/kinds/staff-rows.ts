import type { EpochDay } from '@tokimori/law/time/civil';
import type { Tx } from '../../store/tenant.ts';
import { dayFrom, dayOrNull, textOrNull } from './references.ts';

/** A line of the staff list: who a person is, and the main post on the day of the list. */
export type StaffLine = {
  readonly staff: string;
  readonly name: string;
  readonly kana: string;
  readonly employment: string;
  readonly joined: EpochDay;
  readonly left: EpochDay | null;
  readonly mail: string;
  readonly account: string | null;
  readonly department: string | null;
  readonly post: string;
  readonly managerial: boolean;
  /** The day from which the post holds; null = not told. */
  readonly appointedOn: EpochDay | null;
};

/** Who a person is, as it is stored. */
export type StoredStaff = Omit<StaffLine, 'department' | 'post' | 'managerial' | 'appointedOn'>;

/** Those of the people that are known. */
export async function loadStored(tx: Tx, numbers: readonly string[]): Promise<ReadonlyMap<string, StoredStaff>> {
  const rows = await tx.query<{
    staff: string;
    name: string;
    kana: string;
    employment: string;
    joined_on: string;
    left_on: string | null;
    mail: string;
    pc_account: string | null;
  }>(
    `select s.staff, s.name, s.kana, s.employment, s.joined_on, s.left_on, s.mail, s.pc_account
     from tk.staff s where s.municipality = $1 and s.staff = any($2::text[])`,
    [tx.municipality, numbers],
  );
  return new Map(
    rows.map((row) => [
      row.staff,
      {
        staff: row.staff,
        name: row.name,
        kana: row.kana,
        employment: row.employment,
        joined: dayFrom(row.joined_on),
        left: dayOrNull(row.left_on),
        mail: row.mail,
        account: row.pc_account,
      },
    ]),
  );
}

/** What the last staff list said of each person: the content and the department of its line. */
export async function loadLastLines(
  tx: Tx,
  numbers: readonly string[],
): Promise<ReadonlyMap<string, { content: string; post: string }>> {
  const rows = await tx.query<{ staff: string; content: string; post: string }>(
    `select distinct on (e.stream) e.data->>'staff' as staff, e.data->>'content' as content, e.data->>'post' as post
     from tk.event e where e.municipality = $1 and e.stream = any($2::text[]) and e.kind = 'StaffSet'
     order by e.stream, e.seq desc`,
    [tx.municipality, numbers.map((staff) => `staff/${staff}`)],
  );
  return new Map(rows.map((row) => [row.staff, row]));
}

/** Writes who people are. A file without accounts does not take them away. */
export async function upsertStaff(tx: Tx, lines: readonly StaffLine[]): Promise<void> {
  await tx.query(
    `insert into tk.staff as s (municipality, staff, name, kana, employment, joined_on, left_on, mail, pc_account)
     select $1, u.staff, u.name, u.kana, u.employment, u.joined_on, u.left_on, u.mail, u.pc_account
     from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::date[], $7::date[], $8::text[], $9::text[])
       as u(staff, name, kana, employment, joined_on, left_on, mail, pc_account)
     on conflict (municipality, staff) do update set name = excluded.name, kana = excluded.kana,
       employment = excluded.employment, joined_on = excluded.joined_on, left_on = excluded.left_on, mail = excluded.mail,
       pc_account = coalesce(excluded.pc_account, s.pc_account)`,
    [
      tx.municipality,
      lines.map((line) => line.staff),
      lines.map((line) => line.name),
      lines.map((line) => line.kana),
      lines.map((line) => line.employment),
      lines.map((line) => textOrNull(line.joined)),
      lines.map((line) => textOrNull(line.left)),
      lines.map((line) => line.mail),
      lines.map((line) => line.account),
    ],
  );
}
