import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { importFile } from '@tokimori/server/exchange/import-file';
import type { Command } from 'commander';
import { commandActor } from '../actor.ts';
import { columnHelp, importShapes } from '../column-help.ts';
import { demandReadable, readJson } from '../input.ts';
import type { Language } from '../language.ts';
import { municipalityOf, withMunicipality } from '../open-installation.ts';
import { print, type Surroundings } from '../output.ts';
import { InputRefused, WrongUsage } from '../refusal.ts';

type Kind = Parameters<typeof importFile>[2];
type ImportOptions = NonNullable<Parameters<typeof importFile>[4]>;
type Answer = Awaited<ReturnType<typeof importFile>>;
type Options = {
  municipality: string;
  dryRun?: true;
  encoding?: string;
  mapping?: string;
  errors?: string;
  data?: string;
};

const kinds = Object.keys(importShapes) as Kind[];

function kindOf(given: string): Kind {
  const found = kinds.find((kind) => kind === given);
  if (found !== undefined) return found;
  const list = kinds.join(', ');
  throw new WrongUsage({
    ja: `「${given}」という種類は取り込めません。次のどれかを指定してください: ${list}`,
    en: `"${given}" cannot be imported. Give one of: ${list}`,
  });
}

function encodingOf(given = 'auto'): NonNullable<ImportOptions['encoding']> {
  if (given === 'auto' || given === 'utf-8' || given === 'cp932') return given;
  throw new WrongUsage({
    ja: `--encoding には auto、utf-8、cp932 のどれかを指定してください(「${given}」は指定できません)。`,
    en: `--encoding takes auto, utf-8 or cp932, not "${given}".`,
  });
}

/** The mapping file: one JSON object, our column names → the file's. */
async function mappingOf(file: string | undefined): Promise<NonNullable<ImportOptions['mapping']>> {
  if (file === undefined) return {};
  const given = await readJson(file);
  const entries = typeof given === 'object' && given !== null && !Array.isArray(given) ? Object.entries(given) : [];
  const texts = entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  if (texts.length > 0 && texts.length === entries.length) return Object.fromEntries(texts);
  throw new InputRefused({ ja: '対応の表を使えません。', en: 'The mapping cannot be used.' }, [
    {
      why: { ja: `「${file}」が項目名の対応になっていません。`, en: `"${file}" is no mapping of columns.` },
      cure: {
        ja: '{ "職員番号": "社員コード" } の形の JSON にしてください。',
        en: 'Write JSON such as { "職員番号": "社員コード" }.',
      },
    },
  ]);
}

function summaryOf(answer: Answer, dryRun: boolean, language: Language): string {
  const { rowsTotal, taken, unchanged, refused, encoding } = answer;
  if (language === 'en') {
    return `${dryRun ? 'Checked' : 'Imported'}: ${rowsTotal} rows (${encoding}), ${taken} taken, ${unchanged} unchanged, ${refused} refused.\n`;
  }
  const said = dryRun ? '確かめました(何も変えていません)' : '取り込みました';
  return `${said}: 全${rowsTotal}行(${encoding})、取り込み ${taken}行、変わらず ${unchanged}行、受け付けず ${refused}行。\n`;
}

const badLines = (answer: Answer, language: Language): string =>
  answer.bad
    .map(({ line, field, value, message, cure }) =>
      language === 'ja'
        ? `${line}行目 ${field}「${value}」: ${message} ${cure}\n`
        : `line ${line} ${field} "${value}": ${message} ${cure}\n`,
    )
    .join('');

function refuseAll(refused: number): never {
  throw new InputRefused({ ja: '1行も取り込めません。', en: 'No row could be taken.' }, [
    {
      why: { ja: `${refused}行すべてに誤りがあります(上の表示)。`, en: `All ${refused} rows are refused (see above).` },
      cure: { ja: '誤りを直して、もう一度取り込んでください。', en: 'Correct them and import again.' },
    },
  ]);
}

/** `tokimori import KIND FILE`: takes a CSV or TSV file into a municipality; the same file again changes nothing. */
export function addImport(program: Command, { language, environment }: Surroundings): Command {
  const ja = language === 'ja';
  const list = kinds.map((kind) => (ja ? `${kind}(${importShapes[kind].name})` : kind));
  return program
    .command('import')
    .usage('KIND FILE --municipality CODE [--dry-run]')
    .summary(ja ? 'CSV ファイルを取り込む' : 'import a CSV file')
    .description(
      ja
        ? `CSV かタブ区切りのファイルを団体に取り込みます。誤りのある行は取り込まず、行と原因と対処を標準エラーに出します。\n種類: ${list.join('、')}\n項目名は tokimori import KIND --help で見られます。`
        : `Imports a comma- or tab-separated file. Rows with errors are left out and named on standard error.\nKinds: ${list.join(', ')}\ntokimori import KIND --help names the columns.`,
    )
    .argument('<KIND>', ja ? '取り込む種類' : 'kind of the file')
    .argument('<FILE>', ja ? 'ファイル' : 'the file')
    .requiredOption('--municipality <CODE>', ja ? '団体コード(6桁)' : 'code of the municipality (six digits)')
    .option('--dry-run', ja ? '確かめるだけで、何も変えない' : 'check only, change nothing')
    .option('--encoding <auto|utf-8|cp932>', ja ? '文字コード(既定は auto)' : 'encoding (auto by default)')
    .option('--mapping <FILE>', ja ? '項目名の対応(JSON)' : 'mapping of columns (JSON)')
    .option('--errors <FILE>', ja ? '受け付けなかった行の書き出し先' : 'where to write refused rows')
    .option('--data <DIR>', ja ? 'データの置き場所' : 'where the data are kept')
    .addHelpText('after', ({ command }) => columnHelp(command.parent?.args ?? [], language))
    .action(async (given: string, file: string, options: Options) => {
      const kind = kindOf(given);
      const encoding = encodingOf(options.encoding);
      municipalityOf(options.municipality);
      await demandReadable(file);
      const mapping = await mappingOf(options.mapping);
      const dryRun = options.dryRun === true;
      const errorFile = options.errors;
      const { importFile: take } = await import('@tokimori/server/exchange/import-file');
      const answer = await withMunicipality({ ...options, data: options.data, environment }, (context, code) =>
        take(context, code, kind, file, {
          startedBy: commandActor(),
          dryRun,
          encoding,
          mapping,
          ...(errorFile === undefined ? {} : { errors: (bytes) => pipeline(bytes, createWriteStream(errorFile)) }),
        }),
      );
      process.stderr.write(badLines(answer, language));
      await print([summaryOf(answer, dryRun, language)]);
      if (answer.refused > 0 && answer.taken + answer.unchanged === 0) refuseAll(answer.refused);
    });
}
