import type {
  exportPayHours as exportRoute,
  payFile as fileRoute,
  payExports as listRoute,
} from '@tokimori/contract/pay';
import type { Answer, FileAnswer, Input } from '@tokimori/contract/route';
import { lastDayOf, type MonthIndex } from '@tokimori/law/time/months';
import { layoutKind, type PayLayout } from '@tokimori/ordinances/pay-layout/layout';
import type { PayFile } from '@tokimori/ordinances/pay-layout/render';
import { appendDeed } from '../../access/journal.ts';
import { ensure } from '../../access/policies.ts';
import { mayExportPay, mayViewPayExports } from '../../access/policies-closing.ts';
import { refuse } from '../../access/refusal.ts';
import type { Actor, Context } from '../../context.ts';
import { fingerprint, payBytes, payFileName } from '../../exchange/pay/file.ts';
import { writtenLines } from '../../exchange/pay/lines.ts';
import { gatherExport, type Problems } from '../../exchange/pay/make-export.ts';
import { formatInstant } from '../../runtime/clock.ts';
import type { Tx } from '../../store/tenant.ts';
import { actorName, recordChanged } from '../journal.ts';
import { readTree } from '../reading/department-tree.ts';
import { type Here, here, monthDate, monthIndexOf, monthOfText } from '../reading/moment.ts';
import { layoutOn } from './layouts.ts';
import { AlreadyMade, isSame, refuseOtherUnit } from './same-export.ts';

type View = Answer<typeof listRoute>;
type Made = Answer<typeof exportRoute>;
type Row = {
  id: string;
  month: string;
  number: number;
  made_by: string;
  made_by_name: string | null;
  made_at: Date;
  provisional: boolean;
  differs_from: string | null;
  layout: unknown;
  classes: string[];
  rounding_up_from: number;
  people: number;
  rows: number;
  file_hash: string;
};

const columns = `x.id, x.month, x.number, x.made_by, s.name as made_by_name, x.made_at, x.provisional, x.differs_from, x.layout, x.classes, x.rounding_up_from,
  x.people, x.rows, x.file_hash from tk.pay_export x left join tk.staff s on s.municipality = $1 and s.staff = x.made_by`;
/** Exports that the page lists. */
const SHOWN = 50;

function fileOf(row: Row): PayFile & { readonly name: string } {
  const file = {
    layout: layoutKind.stored.parse(row.layout),
    classes: row.classes,
    month: monthOfText(row.month.slice(0, 7)),
    roundingUpFrom: row.rounding_up_from,
  };
  return { ...file, name: payFileName(file, { provisional: row.provisional, differences: row.differs_from !== null }) };
}

function viewOf(row: Row): View['exports'][number] {
  const { layout, name } = fileOf(row);
  return {
    id: row.id,
    month: row.month.slice(0, 7),
    madeAt: formatInstant(row.made_at),
    madeBy: row.made_by_name ?? row.made_by,
    provisional: row.provisional,
    differences: row.differs_from !== null,
    layout: layout.name,
    people: row.people,
    rows: row.rows,
    hash: row.file_hash,
    fileName: name,
  };
}

const latest = (tx: Tx, month: MonthIndex, many: number): Promise<Row[]> =>
  tx.query<Row>(
    `select ${columns} where x.municipality = $1 and x.month = $2::date order by x.number desc limit ${many}`,
    [tx.municipality, monthDate(month)],
  );

async function readExport(tx: Tx, id: string): Promise<Row> {
  const [row] = await tx.query<Row>(`select ${columns} where x.municipality = $1 and x.id = $2`, [tx.municipality, id]);
  return (
    row ??
    refuse('pay.unknown', {
      status: 404,
      title: 'ファイルが見つかりません',
      detail: '画面を読み込み直して、一覧から選んでください。',
    })
  );
}

/** Files made for payroll of a month, the latest first, and how far its closing is. */
export async function payExports(context: Context, actor: Actor, input: Input<typeof listRoute>): Promise<View> {
  ensure(mayViewPayExports(actor));
  const month = monthIndexOf(input.month);
  return context.store.tenant(actor.municipality, async (tx) => {
    const at = await here(context, tx);
    const [rows, [count], { layout, from }] = await Promise.all([
      latest(tx, month, SHOWN),
      tx.query<{ people: number; closed: number }>(
        `select (select count(*)::int from tk.month_record r where r.municipality = $1 and r.month = $2::date) as people,
                (select count(*)::int from tk.month_closed c where c.municipality = $1 and c.month = $2::date) as closed`,
        [tx.municipality, monthDate(month)],
      ),
      layoutOf(context, tx, at, month),
    ]);
    const { people = 0, closed = 0 } = count ?? {};
    return {
      month: input.month,
      closed: people > 0 && closed >= people,
      people,
      closedPeople: closed,
      layout: { name: layout.name, from },
      mayExport: mayExportPay(actor),
      exports: rows.map(viewOf),
    };
  });
}

/** The layout with which a month is told: the one that holds today, by the rules of pay of the month. */
async function layoutOf(context: Context, tx: Tx, at: Here, month: MonthIndex) {
  const { pay } = await context.parameters(tx, lastDayOf(month));
  return layoutOn(tx, pay, at.day);
}

/**
 * Makes the file for payroll: everybody's hours by class, or what differs from the export before. All of it is kept or nothing; the journal
 * has who, when, how many rows and the fingerprint of the bytes. What says the very same as the export before it is that export: none is made.
 */
export async function exportPayHours(context: Context, actor: Actor, input: Input<typeof exportRoute>): Promise<Made> {
  ensure(mayExportPay(actor));
  return makePayExport(context, actor.municipality, actorName(actor), input);
}

/** As `exportPayHours`, for the command. @param by who stands in the journal */
export async function makePayExport(
  context: Context,
  municipality: string,
  by: string,
  input: { readonly month: string; readonly differences: boolean },
): Promise<Made> {
  const month = monthIndexOf(input.month);
  const making = context.store.tenant(municipality, async (tx) => {
    // One after the other: the later of two presses of a button compares itself with what the earlier one has made.
    await tx.query(`select pg_advisory_xact_lock(hashtextextended($1 || '/pay-export/' || $2, 0))`, [
      municipality,
      input.month,
    ]);
    const at = await here(context, tx);
    const [{ layout }, tree, [before]] = await Promise.all([
      layoutOf(context, tx, at, month),
      readTree(tx, Math.min(lastDayOf(month), at.dutyDay)),
      latest(tx, month, 1),
    ]);
    if (input.differences && before === undefined) nothingBefore(input.month);
    if (input.differences && before !== undefined) refuseOtherUnit(before, layout);
    const compared = input.differences && before !== undefined ? { id: before.id, classes: before.classes } : null;
    const gathered = await gatherExport(context, tx, at, { month, layout, tree, before: compared });
    const file = { layout, classes: gathered.classes, month, roundingUpFrom: gathered.roundingUpFrom };
    const read = <R extends object>(text: string, values: readonly unknown[]) => tx.query<R>(text, values);
    const { hash, rows } = await fingerprint(writtenLines(gathered.id, read, municipality), file);
    const problems = problemsOf(gathered.problems);
    if (before !== undefined && isSame(before, { differences: input.differences, gathered, hash, by, now: at.now }))
      throw new AlreadyMade({ made: viewOf(before), problems });
    await keep(tx, {
      at,
      by,
      layout,
      gathered,
      hash,
      rows,
      month,
      differsFrom: compared?.id ?? null,
      number: (before?.number ?? 0) + 1,
    });
    return { made: viewOf(await readExport(tx, gathered.id)), problems };
  });
  return making.catch((error: unknown) => {
    if (error instanceof AlreadyMade) return error.made;
    throw error;
  });
}

const problemsOf = (problems: Problems): Made['problems'] =>
  Object.entries(problems).map(([kind, { count, people }]) => ({
    kind: kind as Made['problems'][number]['kind'],
    count,
    people,
  }));

type Kept = {
  readonly at: Here;
  readonly by: string;
  readonly layout: PayLayout;
  readonly month: MonthIndex;
  readonly gathered: Awaited<ReturnType<typeof gatherExport>>;
  readonly hash: string;
  readonly rows: number;
  readonly differsFrom: string | null;
  /** Of the month; another export of the same number was faster. */
  readonly number: number;
};

async function keep(tx: Tx, { at, by, layout, month, gathered, hash, rows, differsFrom, number }: Kept): Promise<void> {
  const provisional = gathered.open > 0;
  const problems: Problems = gathered.problems;
  const written = await tx.query(
    `insert into tk.pay_export (municipality, id, month, number, made_by, made_at, provisional, differs_from, layout, classes, rounding_up_from, people,
       rows, file_hash, problems)
     values ($1, $2, $3::date, $15, $4, $5, $6, $7, $8::jsonb, $9, $10, $11, $12, $13, $14::jsonb)
     on conflict (municipality, month, number) do nothing returning id`,
    [
      tx.municipality,
      gathered.id,
      monthDate(month),
      by,
      at.now,
      provisional,
      differsFrom,
      JSON.stringify(layout),
      gathered.classes,
      gathered.roundingUpFrom,
      gathered.people,
      rows,
      hash,
      JSON.stringify(problems),
      number,
    ],
  );
  if (written.length === 0) recordChanged();
  const { people } = gathered;
  const data = {
    month: monthDate(month).slice(0, 7),
    people,
    rows,
    hash,
    provisional,
    differsFrom,
    layout: layout.name,
  };
  await appendDeed(tx, { stream: `pay-export/${gathered.id}`, kind: 'PayHoursExported', actor: by, data, at: at.now });
}

function nothingBefore(month: string): never {
  refuse('pay.nothing-before', {
    status: 409,
    title: '前回のファイルがありません',
    detail: `${month} のファイルは、まだ作っていません。はじめに全員のファイルを作ってください。`,
  });
}

/** A file that was made, piece by piece from what was kept. */
export async function payFileOf(
  context: Context,
  municipality: string,
  id: string,
): Promise<{ readonly fileName: string; readonly mediaType: string; readonly bytes: AsyncIterable<Uint8Array> }> {
  const row = await context.store.tenant(municipality, (tx) => readExport(tx, id));
  const { name, ...file } = fileOf(row);
  const read = <R extends object>(text: string, values: readonly unknown[]) =>
    context.store.statement<R>(municipality, text, values);
  const charset = file.layout.encoding === 'cp932' ? 'windows-31j' : 'utf-8';
  const bytes = payBytes(writtenLines(id, read, municipality), file);
  return { fileName: name, mediaType: `text/csv; charset=${charset}`, bytes };
}

/** The file of an export, for the page. */
export async function payFile(context: Context, actor: Actor, { id }: Input<typeof fileRoute>): Promise<FileAnswer> {
  ensure(mayViewPayExports(actor));
  const { bytes, ...about } = await payFileOf(context, actor.municipality, id);
  return { ...about, bytes: new Uint8Array(), pieces: bytes };
}
