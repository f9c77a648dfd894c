import { setDefaultHighWaterMark } from 'node:stream';
import type { writeReport } from '@tokimori/server/exchange/reports';
import type { Command } from 'commander';
import { commandActor } from '../actor.ts';
import { sagaHelp } from '../column-help.ts';
import { readBytes } from '../input.ts';
import { monthOption, municipalityOf, withMunicipality } from '../open-installation.ts';
import { print, type Surroundings } from '../output.ts';
import { WrongUsage } from '../refusal.ts';
import { asRefusal } from '../server-refusals.ts';

type Wish = Parameters<typeof writeReport>[3];
type Options = {
  list?: true;
  municipality?: string;
  month?: string;
  department?: string;
  format?: string;
  out?: string;
  encoding?: string;
  data?: string;
  staffFile?: string;
  departmentsFile?: string;
  daysFile?: string;
  differences?: true;
};

const needed = (option: string): WrongUsage =>
  new WrongUsage({ ja: `オプション「${option}」を指定してください。`, en: `The option ${option} is needed.` });

function encodingOf(given: string): NonNullable<Wish['encoding']> {
  if (given === 'utf-8' || given === 'cp932') return given;
  throw new WrongUsage({
    ja: `--encoding には utf-8 か cp932 を指定してください(「${given}」は指定できません)。`,
    en: `--encoding takes utf-8 or cp932, not "${given}".`,
  });
}

/** How far this command's streams run ahead: with less, making a sheet waits for each piece of it to be compressed. */
const AHEAD_BYTES = 1024 * 1024;

/** `-` is standard output. */
const outputOf = (out: string): Wish['out'] => (out === '-' ? process.stdout : out);

/** What is asked for. @throws WrongUsage */
function wishOf(name: string | undefined, options: Options): Wish & { name: string } {
  const { month, format, out, department, encoding } = options;
  if (name === undefined) throw needed('NAME');
  if (month === undefined) throw needed('--month <YYYY-MM>');
  if (format === undefined) throw needed('--format <xlsx|csv|json>');
  if (out === undefined) throw needed('--out <FILE>');
  return {
    name,
    month: monthOption('--month', month),
    format,
    out: outputOf(out),
    ...(department === undefined ? {} : { department }),
    ...(encoding === undefined ? {} : { encoding: encodingOf(encoding) }),
  };
}

async function list(): Promise<void> {
  const { payReport, reports } = await import('@tokimori/server/exchange/reports/catalogue');
  await print(
    Object.entries({ ...reports, [payReport.name]: payReport }).map(
      ([name, { title, about, formats }]) => `${name} (${formats.join(', ')}) ${title}\n    ${about}\n`,
    ),
  );
}

/** `tokimori report NAME`: any report of the product as a file; `--list` names them. */
export function addReport(program: Command, surroundings: Surroundings): Command {
  const { language, environment } = surroundings;
  const ja = language === 'ja';
  return program
    .command('report')
    .usage('NAME --municipality CODE --month YYYY-MM [--department ID] --format xlsx|csv|json --out FILE|-')
    .summary(ja ? '報告や様式をファイルに書き出す' : 'write a report to a file')
    .description(
      ja
        ? '報告や様式をファイルに書き出します。--list で報告の名前を見られます。PDFは、xlsx を開いて印刷から作れます。\n資料①②(saga-1、saga-2)は、ほかのシステムの3つのCSVからも作れます。そのときは --municipality が要らず、データベースも使いません。'
        : 'Writes a report or form to a file. --list names them. saga-1 and saga-2 can also be made from three files, without a municipality and a database.',
    )
    .argument('[NAME]', ja ? '報告の名前' : 'name of the report')
    .option('--list', ja ? '報告の名前を表示する' : 'name the reports')
    .option('--municipality <CODE>', ja ? '団体コード(6桁)' : 'code of the municipality (six digits)')
    .option('--month <YYYY-MM>', ja ? '報告の月' : 'month of the report')
    .option('--department <ID>', ja ? '部署コード(その部署とその下の部署だけ)' : 'a department and those below it only')
    .option('--format <xlsx|csv|json>', ja ? 'ファイルの形' : 'form of the file')
    .option('--out <FILE>', ja ? '書き出すファイル(- は標準出力)' : 'the file to write (- is standard output)')
    .option('--encoding <utf-8|cp932>', ja ? 'CSV の文字コード(既定は utf-8)' : 'encoding of CSV (utf-8 by default)')
    .option('--data <DIR>', ja ? 'データの置き場所' : 'where the data are kept')
    .option('--staff-file <FILE>', ja ? '資料①②: 職員一覧のCSV' : 'saga-1, saga-2: the staff list')
    .option('--departments-file <FILE>', ja ? '資料①: 部局ごとの時間外一覧のCSV' : 'saga-1: overtime by department')
    .option('--days-file <FILE>', ja ? '資料②: 日ごとの時間外一覧のCSV' : 'saga-2: overtime by day')
    .option('--differences', ja ? 'pay-hours: 前回との差だけ' : 'pay-hours: only what differs from the file before')
    .addHelpText('after', () => sagaHelp(language))
    .action(async (name: string | undefined, options: Options) => {
      setDefaultHighWaterMark(false, AHEAD_BYTES);
      if (options.list) return list();
      const { name: report, ...wish } = wishOf(name, options);
      const files = filesOf(options);
      if (report === 'pay-hours') await writeForPayroll(wish, options, surroundings);
      else if (files.length > 0) await writeFromFiles(report, wish, files);
      else await writeFromRecords(report, wish, options, environment);
      if (options.out !== '-')
        await print([ja ? `${options.out} に書き出しました。\n` : `Written to ${options.out}.\n`]);
    });
}

async function writeFromRecords(
  report: string,
  wish: Wish,
  options: Options,
  environment: NodeJS.ProcessEnv,
): Promise<void> {
  if (options.municipality === undefined) throw needed('--municipality <CODE>');
  const municipality = municipalityOf(options.municipality);
  const { writeReport: write } = await import('@tokimori/server/exchange/reports');
  await untilReaderLeaves(() =>
    withMunicipality({ municipality, data: options.data, environment }, (context, code) =>
      write(context, code, report, wish),
    ),
  );
}

/** 給与連携 is a deed of its own: who made which file stands in the journal. */
async function writeForPayroll(wish: Wish, options: Options, { environment, language }: Surroundings): Promise<void> {
  if (options.municipality === undefined) throw needed('--municipality <CODE>');
  const municipality = municipalityOf(options.municipality);
  const { writePayHours } = await import('@tokimori/server/exchange/pay/write-pay-hours');
  await untilReaderLeaves(() =>
    withMunicipality({ municipality, data: options.data, environment }, async (context, code) => {
      const { encoding: _layoutDecides, ...wanted } = wish;
      const differences = options.differences === true;
      const problems = await writePayHours(context, code, { ...wanted, differences, by: commandActor() });
      for (const { kind, count } of problems)
        process.stderr.write(
          language === 'ja'
            ? `確かめること: ${payProblemWords[kind] ?? kind} ${count}人\n`
            : `To be looked at: ${kind}, ${count} people\n`,
        );
    }),
  );
}

/** What wants a look before payroll takes the file. */
const payProblemWords: Readonly<Record<string, string>> = {
  handedOver: '月の合計だけの月(ファイルにありません)',
  mismatch: '集計の途中(ファイルにありません)',
  impossible: '同じ時間に二つの記録(ファイルにありません)',
  unclassifiable: '判定できない日がある',
  unconfirmed: '実績を確認していない命令がある',
  withoutHours: '時刻のない時間外勤務がある',
};

type SourceFile = { readonly field: string; readonly path: string };

const filesOf = ({ staffFile, departmentsFile, daysFile }: Options): readonly SourceFile[] =>
  Object.entries({ staff: staffFile, departments: departmentsFile, days: daysFile }).flatMap(([field, path]) =>
    path === undefined ? [] : [{ field, path }],
  );

/** 資料①② from the files of another system: no database is opened. */
async function writeFromFiles(report: string, wish: Wish, files: readonly SourceFile[]): Promise<void> {
  const sheet = report === 'saga-1' ? '1' : report === 'saga-2' ? '2' : undefined;
  if (sheet === undefined || wish.department !== undefined) {
    throw new WrongUsage({
      ja: 'ファイルから作れるのは saga-1 と saga-2 で、--department は指定できません。',
      en: 'From files only saga-1 and saga-2 are made, and without --department.',
    });
  }
  const uploaded = await Promise.all(
    files.map(async ({ field, path }) => ({ field, name: path, bytes: await readBytes(path) })),
  );
  const { writeFromFiles: write } = await import('@tokimori/server/exchange/reports');
  await untilReaderLeaves(() => asRefusal(notMade, () => write(uploaded, { ...wish, sheet })));
}

const notMade = { ja: '資料を作れません。', en: 'The sheet cannot be made.' };

/** A reader of standard output that goes away ends the writing quietly. */
async function untilReaderLeaves(writing: () => Promise<void>): Promise<void> {
  try {
    await writing();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPIPE')) throw error;
  }
}
