import type { Command } from 'commander';
import { readJson } from '../input.ts';
import { formatOf, print, type Surroundings } from '../output.ts';

type Options = { format?: string; explain?: true };

/** `tokimori pay-hours FILE|-`: overtime spans of a month → hours by premium class. Pure. */
export function addPayHours(program: Command, { language }: Surroundings): Command {
  const ja = language === 'ja';
  return program
    .command('pay-hours')
    .usage('FILE|- [--format json|table] [--explain]')
    .summary(
      ja ? '1か月の時間外勤務などから、手当の区分ごとの時間数を出す' : 'hours by premium class of a month of overtime',
    )
    .description(
      ja
        ? '1か月の時間外勤務・休日勤務・深夜の正規の勤務(JSON)から、支給割合ごとの時間数、60時間を超えた時間、時間外勤務代休時間を出します。時間数は月の合計で 30分以上を切り上げます。データベースもネットワークも使いません。'
        : 'Sums a month of overtime, holiday work and regular hours of the night (JSON) by premium class, with the hours beyond sixty and the time off in lieu. Needs no database and no network.',
    )
    .argument('<FILE>', ja ? 'JSON ファイル。- は標準入力' : 'a JSON file; - is standard input')
    .option('--format <json|table>', ja ? '出力の形(既定は json)' : 'form of the output (json by default)')
    .option('--explain', ja ? '理由を文で添える' : 'add the reasoning in sentences')
    .action(async (file: string, options: Options) => {
      const format = formatOf(options.format);
      const { answerPayHours } = await import('../pay/answer.ts');
      return print(answerPayHours(await readJson(file), format, options.explain === true, language));
    });
}
