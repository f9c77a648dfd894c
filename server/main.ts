import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Log } from './context.ts';
import { startDeriverThread } from './deriver-thread.ts';
import { type Entrance, openEntrance } from './entrance.ts';
import { clearHalfLoaded, loadExampleCity, tellDemoAccounts } from './first-start.ts';
import { createApp } from './http/app.ts';
import { startBreaches } from './jobs/breaches-turn.ts';
import { startDesignationNotices } from './jobs/designation-notices.ts';
import { startDifferences } from './jobs/differences-turn.ts';
import { openHerald } from './jobs/each-municipality.ts';
import { startMeasures } from './jobs/measures-turn.ts';
import { startMissing } from './jobs/missing-turn.ts';
import { startNotices } from './jobs/notices-turn.ts';
import { startMailSender } from './notices/mail-sender.ts';
import { mailSettings, publicUrl, smtpPost } from './notices/smtp.ts';
import { openContext } from './open-installation.ts';
import { type Database, DEFAULT_DATA_DIRECTORY, openDatabase } from './runtime/open-database.ts';
import { serverLog } from './runtime/server-log.ts';
import { installationClock } from './runtime/set-clock.ts';
import { stopOnSignals } from './runtime/stop-signals.ts';
export type ServerOptions = {
  /** 3000 unless given; 0 = any free one. */
  readonly port?: number;
  /** 127.0.0.1 unless given. */
  readonly host?: string;
  readonly data?: string;
  /** DATABASE_URL unless given; '' = the embedded one. */
  readonly databaseUrl?: string | undefined;
  /** `demo`: the example city is loaded when the installation has no municipality; `empty`: nothing is. */
  readonly city?: 'demo' | 'empty' | undefined;
  /** TOKIMORI_CLOCK unless given: sets the clock; only with the embedded database and a `city`. */
  readonly clock?: string | undefined;
  /** true: people reach the server by https, e.g. through a proxy that does not say so itself. */
  readonly https?: boolean;
  readonly log?: Log;
  /** Lines for the person who started it; standard output unless given. */
  readonly say?: (line: string) => void;
  /** false: SIGINT and SIGTERM are somebody else's business (tests). */
  readonly signals?: boolean;
};

export type RunningServer = {
  readonly url: string;
  /** Ends requests, deriver, connections and database, in that order; safe to call twice. */
  readonly stop: () => Promise<void>;
};

/**
 * Starts the server and resolves when it answers.
 * @throws EntranceRefused, DataDirectoryError, ClockRefused, MigrationError, StoreUnavailable; each with a message for people.
 */
export async function startServer(options: ServerOptions = {}): Promise<RunningServer> {
  const log = options.log ?? serverLog();
  const say = options.say ?? ((line) => void process.stdout.write(`${line}\n`));
  const databaseUrl = options.databaseUrl ?? process.env.DATABASE_URL;
  const wanted = options.clock ?? process.env.TOKIMORI_CLOCK;
  const ownDatabase = databaseUrl !== undefined && databaseUrl !== '';
  const clock = installationClock({ wanted, ownDatabase, city: options.city !== undefined }, log);
  const closing: (() => Promise<void>)[] = [];
  const stop = stopOnce(closing, log);
  if (options.signals !== false) stopOnSignals(stop, log);
  try {
    const entrance = await openEntrance(options.host ?? '127.0.0.1', options.port ?? 3000);
    closing.push(() => entrance.close(Promise.resolve()));
    const data = options.data ?? DEFAULT_DATA_DIRECTORY;
    const database = await openDatabase({ data, databaseUrl, log });
    closing.push(database.close);
    await clearHalfLoaded(database, data);
    await assemble({ options, database, data, clock, log, say, entrance, closing });
    say(`時守が動いています: ${entrance.url}`);
    if (wanted) say(`時計は ${wanted} に合わせてあります(記録の時刻は本物ではありません)。`);
    return { url: entrance.url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

type Parts = {
  readonly options: ServerOptions;
  readonly database: Database;
  readonly data: string;
  readonly clock: ReturnType<typeof installationClock>;
  readonly log: Log;
  readonly say: (line: string) => void;
  readonly entrance: Entrance;
  readonly closing: (() => Promise<void>)[];
};

async function assemble({ options, database, data, clock, log, say, entrance, closing }: Parts): Promise<void> {
  let wake: (municipality: string) => void = () => undefined;
  const wakeDeriver = (municipality: string) => wake(municipality);
  const { context, close } = await openContext(database, { clock, log, wakeDeriver });
  closing.push(close);
  const demoAccounts = options.city === 'demo' ? await loadExampleCity(context, { data, database }, say) : [];
  await tellDemoAccounts(demoAccounts, say);
  const made = openHerald();
  const deriver = startDeriverThread(context, database, made.tell);
  wake = deriver.wake;
  closing.push(deriver.stop);
  const mail = mailSettings(process.env);
  const mailing = mail === null ? null : { url: publicUrl(process.env.TOKIMORI_URL) };
  // What asks once a day looks when the days were made, and each minute besides: another process may have made them.
  const turns = { herald: made.herald };
  closing.push(
    startMeasures(context, mailing, turns),
    startBreaches(context, turns),
    startDifferences(context, turns),
    startMissing(context, mailing, turns),
    startDesignationNotices(context, mailing),
  );
  closing.push(startNotices(context, mailing));
  if (mail !== null) closing.push(startMailSender(context, smtpPost(mail)));
  const webRoot = builtPage();
  const app = createApp(context, {
    demo: options.city === 'demo',
    demoAccounts,
    importDirectory: join(data, 'imports'),
    printDirectory: join(data, 'prints'),
    mailing,
    figures: { deriverLag: deriver.lagSeconds, process: true },
    ...(webRoot === undefined ? {} : { webRoot }),
    ...(options.https === undefined ? {} : { https: options.https }),
  });
  await app.prepare();
  entrance.admit(app.fetch);
  closing.push(() => entrance.close(app.drain()));
}

/** The built page: `dist/web` of the checkout, or beside the bundle. (`web` of the checkout is its source.) */
function builtPage(): string | undefined {
  return ['../dist/web', '../web']
    .map((place) => fileURLToPath(new URL(place, import.meta.url)))
    .find((folder) => existsSync(`${folder}/index.html`) && existsSync(`${folder}/assets`));
}

/** Undoes what was opened, last first; one failure does not keep the rest open. */
function stopOnce(closing: (() => Promise<void>)[], log: Log): () => Promise<void> {
  let stopped: Promise<void> | undefined;
  const close = async () => {
    for (const undo of closing.reverse()) {
      await undo().catch((error: unknown) => log.error({ err: error }, 'something did not close'));
    }
  };
  return () => {
    stopped ??= close();
    return stopped;
  };
}
