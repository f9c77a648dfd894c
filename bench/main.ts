import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { formatYearMonth, monthOf } from '@tokimori/law/time/months';
import { clockSetTo, systemClock, tokyoOf } from '@tokimori/server/runtime/clock';
import { judgeEverybody } from './bulk-judgement.ts';
import { payEverybody } from './bulk-pay.ts';
import { measurePages, measurePunches } from './by-http.ts';
import { memoryOf } from './memory.ts';
import { measureDecisions, measurePrint } from './month-end-http.ts';
import { prepare } from './prepare.ts';
import { runCommand, startProduct } from './server-process.ts';
import { type Figure, megabytes, seconds, tableOf } from './table.ts';

const { values } = parseArgs({
  options: {
    staff: { type: 'string', default: '46130' },
    history: { type: 'string', default: '12' },
    port: { type: 'string', default: '3217' },
    keep: { type: 'boolean', default: false },
    law: { type: 'boolean', default: false },
  },
});
const staff = Number(values.staff);
const history = Number(values.history);
const say = (line: string) => console.log(`# ${line}`);

const current = monthOf(tokyoOf(systemClock.now()).day) - 1;
mkdirSync('.tokimori', { recursive: true });
const data = mkdtempSync(join('.tokimori', 'bench-'));
const figures: Figure[] = [];
const floor: string[] = [];
try {
  const judged = judgeEverybody(staff, current);
  figures.push({
    name: 'judge',
    value: judged.seconds,
    shown: seconds(judged.seconds),
    note: `${judged.over} over a cap`,
  });
  const paid = payEverybody(staff, current);
  figures.push({
    name: 'pay',
    value: paid.seconds,
    shown: seconds(paid.seconds),
    note: `${paid.spans.toLocaleString()} spans; pay ${seconds(paid.paySeconds)}, caps ${seconds(paid.capSeconds)}`,
  });
  floor.push(`adding up the same ${paid.spans.toLocaleString()} spans in one loop: ${seconds(paid.floorSeconds)}`);
  if (!values.law) await measureInstallation();
} finally {
  if (!values.keep) rmSync(data, { recursive: true, force: true });
}

async function measureInstallation(): Promise<void> {
  const prepared = await prepare({ data, staff, history, current, clock: clockSetTo(systemClock.now()), say });
  figures.push({
    name: 'derive',
    value: prepared.deriveSeconds,
    shown: seconds(prepared.deriveSeconds),
    note: `${formatYearMonth(current)}, ${prepared.punchesOfMonth.toLocaleString()} punches`,
  });
  figures.push(...prepared.monthEnd);
  const server = await startProduct(data, Number(values.port));
  try {
    await pause(3000);
    const idle = memoryOf(server.pid).now;
    figures.push({ name: 'idle', value: idle, shown: megabytes(idle) });
    const mark = (what: string) =>
      say(`memory of the server at its highest after ${what}: ${megabytes(memoryOf(server.pid).peak)}`);
    figures.push(...(await measurePages(server.url, prepared, current)));
    mark('pages and trials');
    const punches = await measurePunches(server.url, prepared, say);
    figures.push(...punches.figures);
    floor.push(`raw single-row inserts, 32 connections: ${Math.round(punches.floor).toLocaleString()}/s`);
    mark('punches');
    const month = formatYearMonth(current);
    const city = { code: prepared.big.code, password: prepared.password };
    figures.push(...(await measureDecisions(server.url, city, prepared.requests)));
    figures.push(...(await measurePrint(server.url, city, month)));
    mark('decisions and prints');
    const pay = await runCommand([
      ...['report', 'pay-hours', '--municipality', city.code, '--month', month, '--format', 'csv'],
      ...['--out', join(data, 'pay-hours.csv'), '--data', data],
    ]);
    figures.push({ name: 'payFile', value: pay.seconds, shown: seconds(pay.seconds), note: 'whole command' });
    const out = join(data, 'month-list.xlsx');
    const sheet = await runCommand([
      'report',
      'month-list',
      '--municipality',
      prepared.big.code,
      '--month',
      month,
      '--format',
      'xlsx',
      '--out',
      out,
      '--data',
      data,
    ]);
    figures.push({ name: 'sheet', value: sheet.seconds, shown: seconds(sheet.seconds), note: 'whole command' });
    figures.push({ name: 'sheetMemory', value: sheet.peak, shown: megabytes(sheet.peak) });
    const busy = memoryOf(server.pid).peak;
    figures.push({ name: 'busy', value: busy, shown: megabytes(busy) });
  } finally {
    await server.stop();
  }
}
const scale = `${staff.toLocaleString()} staff with ${history} months of history.`;
const table = tableOf(figures, floor, scale);
console.log(table);
if (staff === 46130 && !values.law)
  writeFileSync(
    'docs/operations/benchmarks.md',
    `# Benchmarks\n\nProduced by \`npm run bench\`. Rivals were measured on a machine of the same kind; see \`bench/rivals.ts\`.\n\n${table}`,
  );
