import type { writeReport } from '@tokimori/server/exchange/reports';
import type { Command } from 'commander';
import { monthOption, municipalityOf, withMunicipality } from '../open-installation.ts';
import { print, type Surroundings } from '../output.ts';
import { WrongUsage } from '../refusal.ts';

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

/** What is asked for. @throws WrongUsage */
function wishOf(name: string | undefined, options: Options): Wish & { name: string; municipality: string } {
  const { municipality, month, format, out, department, encoding } = options;
  if (name === undefined) throw needed('NAME');
  if (municipality === undefined) throw needed('--municipality <CODE>');
  if (month === undefined) throw needed('--month <YYYY-MM>');
  if (format === undefined) throw needed('--format <xlsx|csv|json>');
  if (out === undefined) throw needed('--out <FILE>');
  return {
    municipality: municipalityOf(municipality),
    name,
    month: monthOption('--month', month),
    format,
    out,
    ...(department === undefined ? {} : { department }),
    ...(encoding === undefined ? {} : { encoding: encodingOf(encoding) }),
  };
}

async function list(): Promise<void> {
  const { reports } = await import('@tokimori/server/exchange/reports');
  await print(
    Object.entries(reports).map(
      ([name, { title, about, formats }]) => `${name} (${formats.join(', ')}) ${title}\n    ${about}\n`,
    ),
  );
}

/** `tokimori report NAME`: any report of the product as a file; `--list` names them. */
export function addReport(program: Command, { language, environment }: Surroundings): Command {
  const ja = language === 'ja';
  return program
    .command('report')
    .usage('NAME --municipality CODE --month YYYY-MM --format xlsx|csv|json --out FILE')
    .summary(ja ? '報告や様式をファイルに書き出す' : 'write a report to a file')
    .description(
      ja
        ? '報告や様式をファイルに書き出します。--list で報告の名前を見られます。'
        : 'Writes a report or form to a file. --list names them.',
    )
    .argument('[NAME]', ja ? '報告の名前' : 'name of the report')
    .option('--list', ja ? '報告の名前を表示する' : 'name the reports')
    .option('--municipality <CODE>', ja ? '団体コード(6桁)' : 'code of the municipality (six digits)')
    .option('--month <YYYY-MM>', ja ? '報告の月' : 'month of the report')
    .option('--department <ID>', ja ? '部署コード(その部署だけ)' : 'a department only')
    .option('--format <xlsx|csv|json>', ja ? 'ファイルの形' : 'form of the file')
    .option('--out <FILE>', ja ? '書き出すファイル' : 'the file to write')
    .option('--encoding <utf-8|cp932>', ja ? 'CSV の文字コード(既定は utf-8)' : 'encoding of CSV (utf-8 by default)')
    .option('--data <DIR>', ja ? 'データの置き場所' : 'where the data are kept')
    .action(async (name: string | undefined, options: Options) => {
      if (options.list) return list();
      const { municipality, name: report, ...wish } = wishOf(name, options);
      const { writeReport: write } = await import('@tokimori/server/exchange/reports');
      await withMunicipality({ municipality, data: options.data, environment }, (context, code) =>
        write(context, code, report, wish),
      );
      await print([ja ? `${wish.out} に書き出しました。\n` : `Written to ${wish.out}.\n`]);
    });
}
