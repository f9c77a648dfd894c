import type { Command } from 'commander';
import { readJson } from '../input.ts';
import { formatOf, jsonList, print, type Surroundings } from '../output.ts';

/** `tokimori judge FILE|-`: overtime months → verdicts under every cap, and what remains. Pure. */
export function addJudge(program: Command, { language }: Surroundings): Command {
  const ja = language === 'ja';
  return program
    .command('judge')
    .usage('FILE|- [--format json|table] [--explain]')
    .summary(
      ja ? '時間外勤務を上限に照らして判定し、あと何時間かを出す' : 'judge overtime under every cap, and what remains',
    )
    .description(
      ja
        ? '月ごとの時間外勤務(JSON)を、月・複数月平均・年・回数・異動後の上限に照らして判定し、あと何時間命令できるかを出します。データベースもネットワークも使いません。'
        : 'Judges months of overtime (JSON) under the caps of the month, the averages, the year, the count and after a transfer, and says how much may still be ordered. Needs no database and no network.',
    )
    .argument('<FILE>', ja ? 'JSON ファイル。- は標準入力' : 'a JSON file; - is standard input')
    .option('--format <json|table>', ja ? '出力の形(既定は json)' : 'form of the output (json by default)')
    .option('--explain', ja ? '理由を文で添える' : 'add the reasoning in sentences')
    .action(async (file: string, options: { format?: string; explain?: true }) => {
      const format = formatOf(options.format);
      const { readHistories } = await import('../judge/read-histories.ts');
      const people = readHistories(await readJson(file));
      if (format === 'json') {
        const { judgementsOf } = await import('../judge/judgement-json.ts');
        return print(jsonList('staff', judgementsOf(people, options.explain)));
      }
      const { judgementTables } = await import('../judge/judgement-table.ts');
      return print(judgementTables(people, language, options.explain));
    });
}
