import { mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type {
  checkImport,
  ImportRunView,
  importErrors,
  listImports,
  readImport,
  runImport,
  stopImport,
} from '@tokimori/contract/imports';
import type { Answer, Input, RouteShape } from '@tokimori/contract/route';
import { ensure, mayImport } from '../access/policies.ts';
import { refuse } from '../access/refusal.ts';
import type { Actor, Context } from '../context.ts';
import { changesBetween, takePicture, untilDerived } from './changes.ts';
import { errorFileOf } from './error-file.ts';
import { checkLines, freshResult, newId, openFile, optionsOf, StoppedMeanwhile, takeLines } from './import-core.ts';
import {
  beginRun,
  endRun,
  findRun,
  insertRun,
  interruptRuns,
  latestRuns,
  type Run,
  viewOf,
  writeChanged,
} from './run-store.ts';

type UseCase<R extends RouteShape> = (context: Context, actor: Actor, input: Input<R>) => Promise<Answer<R>>;

export type Imports = {
  readonly checkImport: UseCase<typeof checkImport>;
  readonly runImport: UseCase<typeof runImport>;
  readonly stopImport: UseCase<typeof stopImport>;
  readonly readImport: UseCase<typeof readImport>;
  readonly listImports: UseCase<typeof listImports>;
  readonly importErrors: UseCase<typeof importErrors>;
  /** At the start of the server: runs left over from before are marked as interrupted; they can be run again. */
  readonly interruptLeftOver: () => Promise<void>;
  /** Waits for the runs that go on in the background. */
  readonly settled: () => Promise<void>;
  /** Lets runs go on no further than their open chunk; they are marked as interrupted. */
  readonly close: () => Promise<void>;
};

/** How long the summary of changes waits for the deriver. */
const PATIENCE_MS = 10 * 60_000;

/** 取り込み for the page: a file is uploaded and checked, looked at, run in the background, and can be stopped. */
export function createImports(context: Context, options: { readonly directory?: string } = {}): Imports {
  const directory = options.directory ?? join(tmpdir(), 'tokimori-imports');
  const underWay = new Set<Promise<void>>();
  let closing = false;

  const start = (actor: Actor, run: Run, pass: string): void => {
    const work = carryOut(context, actor, run, pass, () => closing);
    underWay.add(work);
    void work.finally(() => underWay.delete(work));
  };

  return {
    checkImport: (_context, actor, input) => check(context, actor, directory, input),
    runImport: async (_context, actor, { id }) => {
      ensure(mayImport(actor));
      const pass = newId();
      const { run, begun } = await begin(context, actor, id, pass);
      if (begun) start(actor, run, pass);
      return read(context, actor, id);
    },
    stopImport: async (_context, actor, { id }) => {
      ensure(mayImport(actor));
      await context.store.tenant(actor.municipality, async (tx) => {
        await known(await findRun(tx, id));
        await endRun(tx, id, 'stopped', context.clock.now());
      });
      return read(context, actor, id);
    },
    readImport: (_context, actor, { id }) => read(context, actor, id),
    listImports: async (_context, actor) => {
      ensure(mayImport(actor));
      return context.store.tenant(actor.municipality, async (tx) => {
        const imports: ImportRunView[] = [];
        for (const run of await latestRuns(tx, 50)) imports.push(await viewOf(tx, run));
        return { imports };
      });
    },
    importErrors: async (_context, actor, { id }) => {
      ensure(mayImport(actor));
      const run = await context.store.tenant(actor.municipality, async (tx) => known(await findRun(tx, id)));
      return errorFileOf(context, actor.municipality, run);
    },
    interruptLeftOver: async () => {
      for (const { code } of await context.store.municipalities()) {
        await context.store.tenant(code, (tx) => interruptRuns(tx, context.clock.now()));
      }
    },
    settled: async () => {
      await Promise.all(underWay);
    },
    close: async () => {
      closing = true;
      await Promise.all(underWay);
    },
  };
}

function known(run: Run | undefined): Run {
  return (
    run ??
    refuse('import.not-found', {
      status: 404,
      title: 'この取り込みは見つかりません',
      detail: '一覧から選び直してください。',
    })
  );
}

async function read(context: Context, actor: Actor, id: string): Promise<ImportRunView> {
  ensure(mayImport(actor));
  return context.store.tenant(actor.municipality, async (tx) => viewOf(tx, known(await findRun(tx, id))));
}

/** Keeps the uploaded file, checks every line and keeps the findings. No fact is written. */
async function check(
  context: Context,
  actor: Actor,
  directory: string,
  input: Input<typeof checkImport>,
): Promise<ImportRunView> {
  ensure(mayImport(actor));
  const uploaded = input.files.find((file) => file.field === 'file') ?? input.files[0];
  if (uploaded === undefined) {
    return refuse('import.file.missing', {
      status: 400,
      title: 'ファイルがありません',
      detail: '取り込むファイルを選んでください。',
    });
  }
  const id = newId();
  const folder = join(directory, actor.municipality);
  const path = join(folder, `${id}.csv`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeFile(path, uploaded.bytes, { mode: 0o600 });
  try {
    return await checkKept(context, actor, input, { id, path, name: uploaded.name });
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}

async function checkKept(
  context: Context,
  actor: Actor,
  { kind, encoding }: Input<typeof checkImport>,
  { id, path, name }: { id: string; path: string; name: string },
): Promise<ImportRunView> {
  const { municipality, login } = actor;
  const file = await openFile(path, name, kind, encoding, {});
  const tally = await checkLines({ context, municipality, kind, file, startedBy: login }, id);
  const run: Run = {
    id,
    kind,
    fileName: name,
    fileHash: file.facts.hash,
    state: 'checked',
    options: optionsOf(file, {}, path),
    rowsTotal: tally.rows,
    rowsDone: 0,
    taken: tally.taken,
    unchanged: tally.unchanged,
    refused: tally.refused,
    result: { ...freshResult(file, id), sample: tally.sample, consequence: tally.consequence() },
    startedBy: login,
    startedAt: context.clock.now(),
    finishedAt: null,
  };
  return context.store.tenant(municipality, async (tx) => {
    await insertRun(tx, run);
    return viewOf(tx, run);
  });
}

/** Marks the run as running. A run that is running or done already is left as it is. */
async function begin(context: Context, actor: Actor, id: string, pass: string): Promise<{ run: Run; begun: boolean }> {
  return context.store.tenant(actor.municipality, async (tx) => {
    const run = known(await findRun(tx, id));
    if (run.result.missingColumns.length > 0) {
      refuse('import.columns-missing', {
        title: '必要な項目がファイルにありません',
        detail: `${run.result.missingColumns.join('、')} の列が要ります。項目名を直したファイルを選び直してください。`,
      });
    }
    if (run.options.path === null) {
      refuse('import.file.not-kept', {
        title: 'この取り込みは、ここからやり直せません',
        detail:
          'コマンドで行った取り込みです。同じファイルでコマンドをもう一度実行してください。取り込み済みの行は変わりません。',
      });
    }
    const result = { ...run.result, pass, changed: null };
    return { run: { ...run, result }, begun: await beginRun(tx, id, result, ['checked', 'stopped', 'interrupted']) };
  });
}

/** Kinds whose days are derived; the others change who belongs where. */
const derived: readonly string[] = ['punches', 'pc-log', 'gate', 'overtime', 'overtime-months'];

/** Takes the file in, and tells afterwards what changed. Never rejects: how it ended is in the run. */
async function carryOut(context: Context, actor: Actor, run: Run, pass: string, closing: () => boolean): Promise<void> {
  const { municipality } = actor;
  const interrupt = () =>
    context.store.tenant(municipality, (tx) => endRun(tx, run.id, 'interrupted', context.clock.now()));
  try {
    const { firstDate, lastDate } = run.result.consequence;
    const compares = derived.includes(run.kind) && firstDate !== null && lastDate !== null;
    const before = compares ? await takePicture(context, municipality, firstDate, lastDate) : null;
    const file = await openFile(run.options.path!, run.fileName, run.kind, run.options.encoding, run.options.mapping);
    const stopWhenClosing = (): void => {
      if (closing()) throw new StoppedMeanwhile();
    };
    await takeLines(
      { context, municipality, kind: run.kind, file, startedBy: actor.login },
      run,
      pass,
      stopWhenClosing,
    );
    if (before === null || !(await untilDerived(context, municipality, PATIENCE_MS, closing))) return;
    const after = await takePicture(context, municipality, firstDate!, lastDate!);
    await context.store.tenant(municipality, (tx) => writeChanged(tx, run.id, changesBetween(before, after)));
  } catch (error) {
    if (!(error instanceof StoppedMeanwhile)) context.log.error({ import: run.id, error }, 'an import was interrupted');
    await interrupt().catch((failed: unknown) =>
      context.log.error({ import: run.id, error: failed }, 'cannot mark it'),
    );
  }
}
