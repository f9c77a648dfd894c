import type { Command } from 'commander';
import { monthOption, municipalityOf, withMunicipality } from '../open-installation.ts';
import { print, type Surroundings, table } from '../output.ts';
import { InputRefused } from '../refusal.ts';

type Options = { municipality: string; from?: string; check?: true; data?: string };

/** `tokimori rebuild`: derives everything again from the facts; `--check` only tells what would differ. */
export function addRebuild(program: Command, { language, environment }: Surroundings): Command {
  const ja = language === 'ja';
  return program
    .command('rebuild')
    .usage('--municipality CODE [--from YYYY-MM] [--check]')
    .summary(ja ? '記録から集計を作り直す' : 'derive everything again from the facts')
    .description(
      ja
        ? '記録(打刻、命令、発令など)から日・月の集計と判定を作り直します。--check は何も変えずに、違いだけを表示します(違いはないはずです)。'
        : 'Derives days, months and judgements again from the facts. --check changes nothing and prints differences (there must be none).',
    )
    .requiredOption('--municipality <CODE>', ja ? '団体コード(6桁)' : 'code of the municipality (six digits)')
    .option('--from <YYYY-MM>', ja ? 'この月から(既定はすべて)' : 'from this month on (all by default)')
    .option('--check', ja ? '何も変えずに違いを表示する' : 'change nothing, print differences')
    .option('--data <DIR>', ja ? 'データの置き場所' : 'where the data are kept')
    .action(async (options: Options) => {
      municipalityOf(options.municipality);
      const from = options.from === undefined ? {} : { from: monthOption('--from', options.from) };
      const check = options.check === true;
      const { rebuild } = await import('@tokimori/server/derive/rebuild');
      const result = await withMunicipality({ ...options, data: options.data, environment }, (context, code) =>
        rebuild(context, code, {
          ...from,
          check,
          progress: (done, of, month) => {
            if (process.stderr.isTTY) process.stderr.write(`\r${month} ${done}/${of}${done === of ? '\n' : ''}`);
          },
        }),
      );
      const { months, people, differences, differenceCount, pending } = result;
      const counted = ja ? `${people}人 ${months}か月` : `${people} people, ${months} months`;
      if (!check) {
        await print([ja ? `作り直しました(${counted})。\n` : `Derived again (${counted}).\n`]);
        return;
      }
      if (differenceCount === 0) {
        await print([ja ? `違いはありません(${counted})。\n` : `No differences (${counted}).\n`]);
        return;
      }
      const titles = ['table', 'key', 'field', 'stored', 'derived'];
      const columns = titles.map((title) => ({ title, align: 'left' as const }));
      const rows = differences.map((difference) => [
        difference.table,
        difference.key,
        difference.field,
        String(difference.stored),
        String(difference.derived),
      ]);
      await print(table(columns, rows));
      throw new InputRefused({ ja: '集計と記録に違いがあります。', en: 'What is stored differs from the facts.' }, [
        {
          why: {
            ja: `${differenceCount}か所が違います(うち未処理の日 ${pending}件によるものは誤りではありません)。`,
            en: `${differenceCount} differences (those of ${pending} pending days are no fault).`,
          },
          cure: {
            ja: `tokimori rebuild --municipality ${options.municipality} で作り直してください。`,
            en: `Run tokimori rebuild --municipality ${options.municipality}.`,
          },
        },
      ]);
    });
}
