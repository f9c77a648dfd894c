import { importShapes } from '@tokimori/contract/import-columns';
import type { Tx } from '../../store/tenant.ts';
import type { RowReader } from '../rows/row-reader.ts';
import { showDay, showMinutes, showStaff } from '../rows/show.ts';
import { type DayTime, plain, readDayTime, readText, readWord } from '../rows/values.ts';
import { type Judgement, type Kind, type Reading, refused } from './kind.ts';
import { judgePunches, type PunchLine, punchAt, punchMonths, punchTouches, writePunches } from './punches.ts';

/**
 * Windows events that tell of presence at a PC. 7001/7002 Winlogon log-on and log-off; 4624/4634/4647 log-on, log-off,
 * log-off by the user; 4800/4801 lock and unlock.
 */
const events: Readonly<
  Record<string, { readonly id: string; readonly direction: 'in' | 'out'; readonly name: string }>
> = {
  '7001': { id: '7001', direction: 'in', name: 'ログオン' },
  '4624': { id: '4624', direction: 'in', name: 'ログオン' },
  '4801': { id: '4801', direction: 'in', name: 'ロック解除' },
  '7002': { id: '7002', direction: 'out', name: 'ログオフ' },
  '4634': { id: '4634', direction: 'out', name: 'ログオフ' },
  '4647': { id: '4647', direction: 'out', name: 'ログオフ' },
  '4800': { id: '4800', direction: 'out', name: 'ロック' },
};

/** A line of a PC log; `account` is resolved to a staff number when the line is judged. */
type PcEvent = (typeof events)[string];
type PcLine = {
  readonly staff: string | null;
  readonly account: string;
  readonly at: DayTime;
  readonly event: PcEvent;
  readonly device: string;
  /** The staff number once it is known. */
  resolved: string | null;
};

/** A Windows account without its domain, in lower case: `CITY\sato` and `sato@city` are `sato`; a SID stays as it is. */
export const accountOf = (text: string): string => plain(text).toLowerCase().replace(/^.*\\/, '').replace(/@.*$/, '');

function readPcLine(row: RowReader, reading: Reading): PcLine | undefined {
  const account = row.optional('アカウント', accountOf, '');
  const staff = account === '' ? (row.required('職員番号', plain) ?? null) : row.optional('職員番号', plain, null);
  const at = row.required('日時', readDayTime);
  const event = row.required('イベントID', (text) => readWord(text, events));
  const device = row.optional('端末', (text) => readText(text, 60), '');
  if (at === undefined || event === undefined) return undefined;
  const line = { staff, account, at, event, device, resolved: staff };
  if (punchOf(line).occurredAt > reading.now) row.refuse('日時', 'import.punch.future');
  return row.refusals.length > 0 ? undefined : line;
}

const punchOf = (line: PcLine) =>
  punchAt(
    'pc-log',
    { staff: line.resolved ?? '', direction: line.event.direction, device: line.device, mark: line.event.id },
    line.at,
  );
const lineOf = (line: PcLine): PunchLine => ({
  staff: line.resolved ?? '',
  dateField: '日時',
  punches: [punchOf(line)],
});

/** Finds the owners of accounts and SIDs (tk.staff.pc_account). */
async function resolve(tx: Tx, lines: readonly PcLine[]): Promise<void> {
  const accounts = lines.filter((line) => line.staff === null).map((line) => line.account);
  if (accounts.length === 0) return;
  const rows = await tx.query<{ staff: string; pc_account: string }>(
    `select s.staff, s.pc_account from tk.staff s
     where s.municipality = $1 and lower(s.pc_account) = any($2::text[])`,
    [tx.municipality, [...new Set(accounts)]],
  );
  const owner = new Map(rows.map((row) => [row.pc_account.toLowerCase(), row.staff]));
  for (const line of lines) line.resolved = line.staff ?? owner.get(line.account) ?? null;
}

async function judge(tx: Tx, lines: readonly PcLine[]): Promise<Judgement[]> {
  await resolve(tx, lines);
  const known = lines.filter((line) => line.resolved !== null);
  const judged = await judgePunches(tx, known.map(lineOf));
  const byLine = new Map(known.map((line, at) => [line, judged[at]!]));
  return lines.map((line) => byLine.get(line) ?? refused('アカウント', line.account, 'import.pc-account.unknown'));
}

export const pcLog: Kind<PcLine> = {
  kind: 'pc-log',
  columns: importShapes['pc-log'].columns,
  alternatives: importShapes['pc-log'].alternatives,
  chunkLines: 2_000,
  read: readPcLine,
  judge,
  write: (tx, lines, reading) => writePunches(tx, lines.map(lineOf), reading),
  months: (line) => punchMonths(lineOf(line)),
  touched: (line) => punchTouches(lineOf(line)),
  show: (line, names) => ({
    職員: line.resolved === null ? line.account : showStaff(line.resolved, names),
    日付: showDay(punchOf(line).day),
    時刻: showMinutes(punchOf(line).minute),
    イベント: `${line.event.id} ${line.event.name}`,
    端末: line.device,
  }),
};
