import type { Command } from 'commander';
import type { Language } from '../language.ts';
import { print, type Surroundings } from '../output.ts';
import { WrongUsage } from '../refusal.ts';

type Options = { file?: true; check?: true; compare?: string };

/** `tokimori measures [NAME|FILE]`: the measures against long overtime, as the case books have them or a municipality's own. Pure. */
export function addMeasures(program: Command, around: Surroundings): Command {
  const ja = around.language === 'ja';
  return program
    .command('measures')
    .argument(
      '[NAME|FILE]',
      ja ? '事例の名前(yokohama など)か、対策のファイル(YAML)' : 'a practice of the case books, or a file (YAML)',
    )
    .summary(ja ? '縮減の対策(事例の型、団体のファイル)を読む、確かめる、比べる' : 'read, check and compare measures')
    .description(
      ja
        ? '時間外勤務を縮減する対策(いつ、だれに、何をするか)を文で出します。名前がなければ、事例の一覧を出します。'
        : 'Prints measures against long overtime in words; without a name, lists the practices of the case books.',
    )
    .option(
      '--file',
      ja ? 'ファイル(YAML)のまま出す。写して直すもと' : 'print the file itself, to be copied and changed',
    )
    .option('--check', ja ? 'ファイルを確かめるだけ' : 'only check the file')
    .option('--compare <OTHER>', ja ? 'もう一つ(名前かファイル)との違いを文で出す' : 'tell what differs in another one')
    .action((given: string | undefined, options: Options) => act(given, options, around.language));
}

async function act(given: string | undefined, options: Options, language: Language): Promise<void> {
  const { compared, listed, loaded, spoken, textOf } = await import('../measures/measures.ts');
  const chosen = [options.file, options.check, options.compare].filter((one) => one !== undefined);
  if (chosen.length > 1)
    throw new WrongUsage({
      ja: '--file、--check、--compare は、どれか一つを指定してください。',
      en: 'Give only one of --file, --check and --compare.',
    });
  if (given === undefined) {
    if (chosen.length > 0)
      throw new WrongUsage({ ja: '事例の名前かファイルを指定してください。', en: 'Give a practice or a file.' });
    return print(listed(language));
  }
  if (options.file === true) return print([await textOf(given)]);
  const set = await loaded(given);
  if (options.check === true) {
    const { name, measures } = set;
    return print([
      language === 'ja'
        ? `正しく読めます(${name}、対策 ${measures.length})。\n`
        : `It can be read (${name}, ${measures.length} measures).\n`,
    ]);
  }
  if (options.compare !== undefined) return print(compared(set, await loaded(options.compare), language));
  return print(spoken(set));
}
