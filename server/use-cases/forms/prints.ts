import { createWriteStream } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import type { printFile, readPrint, startPrint } from '@tokimori/contract/forms';
import type { Answer, FileAnswer, Input, RouteShape } from '@tokimori/contract/route';
import type { FormDefinition } from '@tokimori/forms/sheet/definition';
import { formatYearMonth, type MonthIndex } from '@tokimori/law/time/months';
import { ensure } from '../../access/policies.ts';
import { mayPrintAllForms } from '../../access/policies-forms.ts';
import { refuse } from '../../access/refusal.ts';
import type { Actor, Context } from '../../context.ts';
import type { PaperMill } from '../../paper/paper-mill.ts';
import { monthIndexOf } from '../reading/moment.ts';
import type { Concerned } from './given.ts';
import { definitionOf } from './open.ts';
import {
  beginPrint,
  clearOldPrints,
  endPrint,
  failLeftOver,
  findPrint,
  findRunning,
  type PrintRow,
  printView,
  writeDone,
} from './print-runs.ts';
import { readConcerned, readSheetsToPrint, type SheetToPrint } from './print-sheets.ts';
import { zipTo } from './zip-file.ts';

type UseCase<R extends RouteShape> = (context: Context, actor: Actor, input: Input<R>) => Promise<Answer<R>>;

export type Prints = {
  readonly startPrint: UseCase<typeof startPrint>;
  readonly readPrint: UseCase<typeof readPrint>;
  readonly printFile: UseCase<typeof printFile>;
  /** At the start of the server: runs left over from before have failed; they are asked for again. */
  readonly failLeftOver: () => Promise<void>;
  /** Waits for the runs that go on in the background. */
  readonly settled: () => Promise<void>;
};

/** Subjects whose figures are read together, and sheets of one PDF. */
const [TOGETHER, SHEETS] = [250, 500];
/** How long a file is kept. */
const KEPT_MS = 24 * 60 * 60_000;

/** Batch printing for the page: begun, looked after, fetched. */
export function createPrints(context: Context, mill: PaperMill, options: { readonly directory?: string } = {}): Prints {
  const directory = options.directory ?? join(tmpdir(), 'tokimori-prints');
  const underWay = new Set<Promise<void>>();
  const pathOf = (municipality: string, id: string) => join(directory, municipality, id);

  return {
    startPrint: async (_context, actor, input) => {
      ensure(mayPrintAllForms(actor));
      const run = await begin(context, actor, input, (id) => rm(pathOf(actor.municipality, id), { force: true }));
      if (run.isRunning) return printView(run.row);
      const work = carryOut(context, mill, actor.municipality, run, join(directory, actor.municipality));
      underWay.add(work);
      void work.finally(() => underWay.delete(work));
      return printView(run.row);
    },
    readPrint: async (_context, actor, { id }) => {
      ensure(mayPrintAllForms(actor));
      return printView(await known(context, actor, id));
    },
    printFile: async (_context, actor, { id }) => {
      ensure(mayPrintAllForms(actor));
      const row = await known(context, actor, id);
      if (row.state !== 'done') unfinished();
      return fileOf(row, pathOf(actor.municipality, id));
    },
    failLeftOver: async () => {
      for (const { code } of await context.store.municipalities()) {
        await context.store.tenant(code, (tx) => failLeftOver(tx, context.clock.now()));
      }
    },
    settled: async () => {
      await Promise.all(underWay);
    },
  };
}

type Run = {
  readonly row: PrintRow;
  readonly definition: FormDefinition;
  readonly month: MonthIndex;
  readonly places: readonly Concerned[];
  /** It was asked for before and is being carried out. */
  readonly isRunning: boolean;
};

async function begin(
  context: Context,
  actor: Actor,
  input: Input<typeof startPrint>,
  forget: (id: string) => Promise<void>,
): Promise<Run> {
  const definition = definitionOf(input.form);
  const month = monthIndexOf(input.month);
  const now = context.clock.now();
  const { row, places, old, isRunning } = await context.store.tenant(actor.municipality, async (tx) => {
    const running = await findRunning(tx, { form: definition.key, month, shape: input.shape, actor });
    if (running !== null) return { row: running, places: [], old: [], isRunning: true };
    const concerned = await readConcerned(tx, definition.key, month);
    if (concerned.length === 0)
      refuse('print.nothing', {
        status: 404,
        title: '印刷する様式がありません',
        detail: `${formatYearMonth(month)} の「${definition.title}」は、まだ一つもありません。月と様式を確かめてください。`,
      });
    const zipped = input.shape === 'zip' || concerned.length > SHEETS;
    return {
      isRunning: false,
      places: concerned,
      old: await clearOldPrints(tx, new Date(now.getTime() - KEPT_MS)),
      row: await beginPrint(tx, {
        form: definition.key,
        title: definition.title,
        month,
        shape: input.shape,
        total: concerned.length,
        fileName: `${definition.title}_${formatYearMonth(month)}.${zipped ? 'zip' : 'pdf'}`,
        actor,
        now,
      }),
    };
  });
  await Promise.all(old.map(forget));
  return { row, definition, month, places, isRunning };
}

/** Makes the file and tells how far it is; whatever goes wrong is told on the run. */
async function carryOut(
  context: Context,
  mill: PaperMill,
  municipality: string,
  run: Run,
  folder: string,
): Promise<void> {
  const { row } = run;
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFileOf(context, mill, municipality, run, join(folder, row.id));
    await context.store.tenant(municipality, (tx) => endPrint(tx, row.id, 'done', '', context.clock.now()));
  } catch (error) {
    context.log.error({ err: error, print: row.id }, 'a batch print failed');
    await rm(join(folder, row.id), { force: true });
    const told = '印刷の途中で失敗しました。もう一度印刷してください。続くときは情報システム担当に連絡してください。';
    await context.store.tenant(municipality, (tx) => endPrint(tx, row.id, 'failed', told, context.clock.now()));
  }
}

async function writeFileOf(
  context: Context,
  mill: PaperMill,
  municipality: string,
  run: Run,
  path: string,
): Promise<void> {
  const { row, definition, places } = run;
  const madeAt = Math.floor(context.clock.now().getTime() / 1000);
  const document = (sheets: readonly SheetToPrint[]) => ({
    template: definition.template,
    data: { municipality: row.municipality_name, sheets: sheets.map(({ data }) => data) },
    madeAt,
    batch: true,
  });
  const out = createWriteStream(path, { mode: 0o600 });
  const isPlain = row.file_name.endsWith('.pdf');
  const zip = isPlain ? null : zipTo(out);
  let held: SheetToPrint[] = [];
  let part = 0;
  for (let at = 0; at < places.length; at += TOGETHER) {
    const some = places.slice(at, at + TOGETHER);
    const sheets = await context.store.tenant(municipality, (tx) =>
      readSheetsToPrint(context, tx, definition, run.month, some),
    );
    if (zip !== null && row.shape === 'zip') {
      const files = await Promise.all(sheets.map((sheet) => mill.pdf(document([sheet]))));
      for (const [index, { name }] of sheets.entries()) zip.add(`${name}.pdf`, files[index] ?? Buffer.alloc(0));
    } else held = [...held, ...sheets];
    const isLast = at + TOGETHER >= places.length;
    if (held.length >= SHEETS || (isLast && held.length > 0)) {
      const bytes = await mill.pdf(document(held));
      part += 1;
      if (zip === null) out.write(bytes);
      else zip.add(`${row.title}_${part}.pdf`, bytes);
      held = [];
    }
    await context.store.tenant(municipality, (tx) => writeDone(tx, row.id, Math.min(places.length, at + TOGETHER)));
  }
  zip?.end();
  out.end();
  await finished(out);
}

async function known(context: Context, actor: Actor, id: string): Promise<PrintRow> {
  const row = await context.store.tenant(actor.municipality, (tx) => findPrint(tx, id));
  return (
    row ??
    refuse('print.unknown', {
      status: 404,
      title: 'この印刷は見つかりません',
      detail: '一括印刷の結果は1日で消えます。様式の一覧から、もう一度印刷してください。',
    })
  );
}

function unfinished(): never {
  return refuse('print.unfinished', {
    status: 409,
    title: '印刷がまだ終わっていません',
    detail: '進み具合が終わりになるまで待ってから、受け取ってください。',
  });
}

async function fileOf(row: PrintRow, path: string): Promise<FileAnswer> {
  const mediaType = row.file_name.endsWith('.pdf') ? 'application/pdf' : 'application/zip';
  return { fileName: row.file_name, mediaType, bytes: await readFile(path) };
}
