import type { Command } from 'commander';
import type { Surroundings } from '../output.ts';
import { WrongUsage } from '../refusal.ts';
import { asRefusal } from '../server-refusals.ts';

function portOf(given: string): number {
  if (/^\d{1,5}$/.test(given) && Number(given) <= 65_535) return Number(given);
  throw new WrongUsage({
    ja: `--port には 0 から 65535 の番号を指定してください(「${given}」は指定できません)。`,
    en: `--port takes a number from 0 to 65535, not "${given}".`,
  });
}

type Options = { port?: string; host?: string; data?: string; demo?: true; empty?: true };

function cityOf({ demo, empty }: Options): 'demo' | 'empty' | undefined {
  if (demo && empty) {
    throw new WrongUsage({
      ja: '--demo と --empty は一緒に指定できません。どちらかを外してください。',
      en: '--demo and --empty exclude each other.',
    });
  }
  return demo ? 'demo' : empty ? 'empty' : undefined;
}

/** `tokimori start`: the server, on the embedded database or `DATABASE_URL`. Goes on until it is stopped. */
export function addStart(program: Command, { language, environment }: Surroundings): Command {
  const ja = language === 'ja';
  return program
    .command('start')
    .usage('[--port N] [--data DIR] [--demo|--empty]')
    .summary(ja ? 'サーバーを動かす' : 'start the server')
    .description(
      ja
        ? 'サーバーを動かします。環境変数 DATABASE_URL があればそのデータベースを、なければ内蔵のデータベースを使います。'
        : 'Starts the server, on the database of DATABASE_URL or else on the embedded one.',
    )
    .option(
      '--port <N>',
      ja ? '待ち受けるポート(既定は 3000、0 は空いているもの)' : 'port (3000 by default, 0 = any free one)',
    )
    .option('--host <ADDRESS>', ja ? '待ち受けるアドレス(既定は 127.0.0.1)' : 'address (127.0.0.1 by default)')
    .option('--data <DIR>', ja ? 'データの置き場所' : 'where the data are kept')
    .option(
      '--demo',
      ja ? '団体がまだないとき、例示用の市を入れる' : 'load the example city when there is no municipality',
    )
    .option('--empty', ja ? '何も入れない' : 'load nothing')
    .action(async (options: Options) => {
      const port = options.port === undefined ? {} : { port: portOf(options.port) };
      const city = cityOf(options);
      const { startServer } = await import('@tokimori/server/main');
      await asRefusal({ ja: 'サーバーを始められません。', en: 'The server cannot start.' }, () =>
        startServer({
          ...port,
          ...(options.host === undefined ? {} : { host: options.host }),
          ...(options.data === undefined ? {} : { data: options.data }),
          databaseUrl: environment.DATABASE_URL,
          clock: environment.TOKIMORI_CLOCK,
          city,
        }),
      );
    });
}
