import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Paper } from '@tokimori/forms/paper/typesetter';
import type { Log } from '../context.ts';

/** Makes paper: PDF/A from a template and values. */
export type PaperMill = {
  /** @throws Error when the template does not fit the values, or twice no child could set it */
  readonly pdf: (paper: Paper) => Promise<Buffer>;
  readonly close: () => Promise<void>;
};

/** What the child is sent and answers. */
export type MillOrder = { readonly paper: Paper };
export type MillAnswer = { readonly pdf: Uint8Array } | { readonly fault: string };

/** Children at work at once: one leaves the other core to the pages. */
const CHILDREN = 2;
/** Documents after which a child is replaced: the compiler holds on to about a megabyte of each. */
const LIFE = 200;
/** A child without work goes. Milliseconds. */
const IDLE_MS = 60_000;
/** A document takes milliseconds, a whole batch seconds. Milliseconds. */
const PATIENCE_MS = 120_000;

/** The child went away with a document in its hands. */
class ChildGone extends Error {
  override readonly name = 'ChildGone';
}
/** The server stops. */
class MillClosed extends Error {
  override readonly name = 'MillClosed';
}

/**
 * Sets documents in child processes, which are replaced after some hundred documents and started again when they fall: a fault of the compiler
 * takes no server with it. From sources (tests) it is set in the process of the caller.
 */
export function startPaperMill(log: Log): PaperMill {
  const script = new URL('./typesetter.child.ts', import.meta.url);
  return script.pathname.endsWith('.ts') ? millInside() : millOfChildren(fileURLToPath(script), log);
}

function millInside(): PaperMill {
  let typesetter: Promise<{ pdf: (paper: Paper) => Buffer }> | undefined;
  return {
    pdf: async (paper) => {
      typesetter ??= import('@tokimori/forms/paper/typesetter').then(({ Typesetter }) => new Typesetter());
      return (await typesetter).pdf(paper);
    },
    close: async () => undefined,
  };
}

type Worker = { readonly child: ChildProcess; done: number; idle?: NodeJS.Timeout };

function millOfChildren(script: string, log: Log): PaperMill {
  const workers = new Set<Worker>();
  const free: Worker[] = [];
  const waiting: { readonly take: (worker: Worker) => void; readonly leave: () => void }[] = [];
  let closed = false;

  const retire = (worker: Worker): void => {
    clearTimeout(worker.idle);
    workers.delete(worker);
    worker.child.kill();
    if (waiting.length > 0 && !closed) hire();
  };
  const hire = (): void => {
    const child = fork(script, { serialization: 'advanced', stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    child.on('error', (error) => log.error({ err: error }, 'a typesetter failed'));
    const worker: Worker = { child, done: 0 };
    workers.add(worker);
    offer(worker);
  };
  const offer = (worker: Worker): void => {
    const next = waiting.shift();
    if (next !== undefined) {
      next.take(worker);
      return;
    }
    worker.idle = setTimeout(() => {
      free.splice(free.indexOf(worker), 1);
      retire(worker);
    }, IDLE_MS);
    worker.idle.unref();
    free.push(worker);
  };
  const take = (): Promise<Worker> => {
    if (closed) return Promise.reject(new MillClosed('the mill is closed'));
    const worker = free.pop();
    if (worker !== undefined) {
      clearTimeout(worker.idle);
      if (worker.child.connected) return Promise.resolve(worker);
      workers.delete(worker);
    }
    const taken = new Promise<Worker>((resolve, reject) =>
      waiting.push({ take: resolve, leave: () => reject(new MillClosed('the mill is closed')) }),
    );
    if (workers.size < CHILDREN) hire();
    return taken;
  };
  const once = async (paper: Paper): Promise<Buffer> => {
    const worker = await take();
    try {
      const answer = await ask(worker.child, { paper });
      worker.done += 1;
      if (worker.done >= LIFE) retire(worker);
      else offer(worker);
      if ('fault' in answer) throw new Error(answer.fault);
      return Buffer.from(answer.pdf.buffer, answer.pdf.byteOffset, answer.pdf.byteLength);
    } catch (error) {
      if (error instanceof ChildGone) retire(worker);
      throw error;
    }
  };
  return {
    pdf: async (paper) => {
      try {
        return await once(paper);
      } catch (error) {
        if (!(error instanceof ChildGone) || closed) throw error;
        log.warn({ template: paper.template }, 'a typesetter ended in the middle; another one begins again');
        return once(paper);
      }
    },
    close: async () => {
      closed = true;
      for (const each of waiting.splice(0)) each.leave();
      for (const worker of [...workers]) retire(worker);
    },
  };
}

function ask(child: ChildProcess, order: MillOrder): Promise<MillAnswer> {
  return new Promise((resolve, reject) => {
    const gone = () => done(() => reject(new ChildGone('the typesetter ended')));
    const answered = (answer: MillAnswer) => done(() => resolve(answer));
    const late = setTimeout(gone, PATIENCE_MS);
    function done(settle: () => void): void {
      clearTimeout(late);
      child.off('exit', gone).off('message', answered as (message: unknown) => void);
      settle();
    }
    child.once('exit', gone).once('message', answered as (message: unknown) => void);
    child.send(order, (error) => {
      if (error !== null) gone();
    });
  });
}
