import type { Command } from 'commander';
import type { Ask } from '../asks/ask.ts';
import { allAsks } from '../asks/rooms.ts';
import { readJson } from '../input.ts';
import { formatOf, print, type Surroundings, table } from '../output.ts';
import { WrongUsage } from '../refusal.ts';

type Options = { example?: true; explain?: true };

async function askNamed(name: string): Promise<Ask> {
  const asks = await allAsks();
  const found = asks.find((ask) => ask.name === name);
  if (found !== undefined) return found;
  const names = asks.map((ask) => ask.name).join('、');
  throw new WrongUsage({
    ja: `「${name}」という問いはありません。問いの名前: ${names}`,
    en: `There is no question "${name}". Questions: ${names}`,
  });
}

/** A JSON document for people: lists of plain values on one line each. */
const pretty = (document: unknown): string => `${JSON.stringify(document, null, 2)}\n`;

/** `tokimori law ask|review|coverage`: what the law answers by itself, and what it rests on. Pure. */
export function addLaw(program: Command, around: Surroundings): void {
  const ja = around.language === 'ja';
  const law = program
    .command('law')
    .summary(ja ? '規則に問う、規則の確認票を出す' : 'ask a rule, print its review sheet')
    .description(
      ja
        ? '規則に直接問います。データベースもネットワークも使いません。'
        : 'Asks the rules directly. Needs no database and no network.',
    );
  addAsk(law, around);
  addReview(law, around);
  addCoverage(law, around);
}

function addAsk(law: Command, { language }: Surroundings): void {
  const ja = language === 'ja';
  law
    .command('ask')
    .argument('[NAME]', ja ? '問いの名前。なければ一覧を出す' : 'the question; without it, all are listed')
    .argument('[FILE]', ja ? 'JSON ファイル。- は標準入力' : 'a JSON file; - is standard input')
    .summary(ja ? '規則に問う(JSON)' : 'ask a rule (JSON)')
    .option('--example', ja ? '受け付ける JSON の例を出す' : 'print a document that is accepted')
    .option('--explain', ja ? '理由を文で添える' : 'add the reasoning in sentences')
    .action(async (name: string | undefined, file: string | undefined, options: Options) => {
      if (name === undefined) {
        const rows = (await allAsks()).map((ask) => [ask.name, ask.summary[language]]);
        const titles = ja ? ['問い', '答えること'] : ['question', 'answers'];
        return print(
          table(
            titles.map((title) => ({ title, align: 'left' })),
            rows,
          ),
        );
      }
      const ask = await askNamed(name);
      if (options.example === true) return print([pretty(ask.example)]);
      if (file === undefined) {
        throw new WrongUsage({
          ja: 'JSON ファイルを指定してください(- は標準入力、--example で例)。',
          en: 'Give a JSON file (- is standard input; --example prints one).',
        });
      }
      const { answer, explanation } = ask.answer(await readJson(file));
      return print([pretty(options.explain === true ? { ...answer, explanation: explanation() } : answer)]);
    });
}

type ReviewOptions = { municipality?: string; all?: true; out?: string };

function addReview(law: Command, { language }: Surroundings): void {
  const ja = language === 'ja';
  law
    .command('review')
    .argument(
      '[SHEET]',
      ja
        ? '確認票の名前(OVERTIME など)。なければ一覧を出す'
        : 'the sheet, such as OVERTIME; without it, all are listed',
    )
    .summary(ja ? '規則の確認票(根拠、団体の決め、事例、確認を要する点)を出す' : 'print the review sheet of a rule')
    .option(
      '--municipality <FILE>',
      ja ? '団体の設定ファイル。その団体の値も載せる' : "a municipality's file, to show its values",
    )
    .option('--all', ja ? 'すべての確認票を --out のフォルダーに書く' : 'write every sheet into the folder of --out')
    .option('--out <PATH>', ja ? '書き出す先(既定は標準出力)' : 'where to write (standard output by default)')
    .action(async (name: string | undefined, options: ReviewOptions) => {
      const { listSheets, writeAllSheets, writeSheet } = await import('../law/review.ts');
      if (options.all === true) return writeAllSheets(options.out, options.municipality);
      return name === undefined ? print(listSheets(language)) : writeSheet(name, options.out, options.municipality);
    });
}

function addCoverage(law: Command, { language }: Surroundings): void {
  const ja = language === 'ja';
  law
    .command('coverage')
    .summary(ja ? 'どの条文を算定し、どれをしないか(理由)' : 'which provisions are computed, which are not, and why')
    .option('--format <json|table>', ja ? '出力の形(既定は table)' : 'form of the output (table by default)')
    .action(async (options: { format?: string }) => {
      const format = formatOf(options.format ?? 'table');
      const { coverageTable } = await import('../law/review.ts');
      const { provisions } = await import('../law/law-files.ts');
      return print(format === 'json' ? [pretty({ provisions: provisions() })] : coverageTable(language));
    });
}
