import type { Command } from 'commander';
import type { Ask } from '../asks/ask.ts';
import { allAsks } from '../asks/rooms.ts';
import { readJson } from '../input.ts';
import { print, type Surroundings, table } from '../output.ts';
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

/** `tokimori law ask [NAME] [FILE|-]`: what the law answers by itself. Pure. */
export function addLaw(program: Command, { language }: Surroundings): void {
  const ja = language === 'ja';
  const law = program
    .command('law')
    .summary(ja ? '規則に問う、規則の確認票を出す' : 'ask a rule, print its review sheet')
    .description(
      ja
        ? '規則に直接問います。データベースもネットワークも使いません。'
        : 'Asks the rules directly. Needs no database and no network.',
    );
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
