import type { PayFigures, PayLine } from '@tokimori/ordinances/pay-layout/render';
import type { Tx } from '../../store/tenant.ts';

/** What is kept of a person in an export. */
export type ExportLine = PayLine & { readonly written: boolean };

/** Sums stand behind the classes: beyond sixty hours, time off in lieu. */
const SUMS = 2;
const packed = ({ byClass, beyondSixty, timeOffInLieu }: PayFigures): readonly number[] => [
  ...byClass,
  beyondSixty,
  timeOffInLieu,
];
const unpacked = (minutes: readonly number[]): PayFigures => ({
  byClass: minutes.slice(0, -SUMS),
  beyondSixty: minutes.at(-2) ?? 0,
  timeOffInLieu: minutes.at(-1) ?? 0,
});
const literal = (figures: PayFigures | null): string | null =>
  figures === null ? null : `{${packed(figures).join(',')}}`;

/** Keeps lines of an export. */
export async function insertLines(tx: Tx, id: string, lines: readonly ExportLine[]): Promise<void> {
  if (lines.length === 0) return;
  await tx.query(
    `insert into tk.pay_export_line (municipality, export, staff, name, kana, department, department_name, closed, minutes, minutes_before, written)
     select $1, $2, u.staff, u.name, u.kana, u.department, u.department_name, u.closed, u.minutes::int[], u.before::int[], u.written
     from unnest($3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::boolean[], $9::text[], $10::text[], $11::boolean[])
       as u (staff, name, kana, department, department_name, closed, minutes, before, written)
     on conflict (municipality, export, staff) do nothing`,
    [
      tx.municipality,
      id,
      lines.map(({ staff }) => staff),
      lines.map(({ name }) => name),
      lines.map(({ kana }) => kana),
      lines.map(({ department }) => department),
      lines.map(({ departmentName }) => departmentName),
      lines.map(({ closed }) => closed),
      lines.map(({ figures }) => literal(figures)),
      lines.map(({ before }) => literal(before)),
      lines.map(({ written }) => written),
    ],
  );
}

type Row = {
  staff: string;
  name: string;
  kana: string;
  department: string;
  department_name: string;
  closed: boolean;
  minutes: number[];
  minutes_before: number[] | null;
};
/** Lines read at once. */
const BATCH = 1_000;
const readWritten = `select l.staff, l.name, l.kana, l.department, l.department_name, l.closed, l.minutes, l.minutes_before
     from tk.pay_export_line l where l.municipality = $1 and l.export = $2 and l.staff > $3 and l.written
     order by l.staff limit ${BATCH}`;

/** The lines that stand in the file of an export, in order of 職員番号; read by and by. */
export async function* writtenLines(
  id: string,
  read: <R extends object>(text: string, values: readonly unknown[]) => Promise<readonly R[]>,
  municipality: string,
): AsyncGenerator<PayLine> {
  for (let after = ''; ; ) {
    const rows = await read<Row>(readWritten, [municipality, id, after]);
    for (const row of rows)
      yield {
        staff: row.staff,
        name: row.name,
        kana: row.kana,
        department: row.department,
        departmentName: row.department_name,
        closed: row.closed,
        figures: unpacked(row.minutes),
        before: row.minutes_before === null ? null : unpacked(row.minutes_before),
      };
    if (rows.length < BATCH) return;
    after = rows.at(-1)?.staff ?? '';
  }
}

/** What an earlier export said of people between two numbers (`after` exclusive, `through` inclusive; null = to the end). */
export async function toldBefore(
  tx: Tx,
  id: string,
  after: string,
  through: string | null,
): Promise<ReadonlyMap<string, { readonly line: PayLine; readonly figures: PayFigures }>> {
  const rows = await tx.query<Row>(
    `select l.staff, l.name, l.kana, l.department, l.department_name, l.closed, l.minutes, l.minutes_before
     from tk.pay_export_line l where l.municipality = $1 and l.export = $2 and l.staff > $3 and ($4::text is null or l.staff <= $4)`,
    [tx.municipality, id, after, through],
  );
  return new Map(
    rows.map((row) => {
      const figures = unpacked(row.minutes);
      const { staff, name, kana, department, closed } = row;
      const line = {
        staff,
        name,
        kana,
        department,
        departmentName: row.department_name,
        closed,
        figures,
        before: null,
      };
      return [staff, { line, figures }];
    }),
  );
}
