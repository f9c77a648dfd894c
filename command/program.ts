import { Command } from 'commander';
import { addAccount } from './commands/account.ts';
import { addHealth } from './commands/health.ts';
import { addHolidays } from './commands/holidays.ts';
import { addImport } from './commands/import.ts';
import { addJudge } from './commands/judge.ts';
import { addLaw } from './commands/law.ts';
import { addMeasures } from './commands/measures.ts';
import { addMunicipality } from './commands/municipality.ts';
import { addPayHours } from './commands/pay-hours.ts';
import { addRebuild } from './commands/rebuild.ts';
import { addReport } from './commands/report.ts';
import { addStart } from './commands/start.ts';
import type { Words } from './language.ts';
import type { Surroundings } from './output.ts';
import { WrongUsage } from './refusal.ts';
import { titleIn } from './usage-words.ts';

const about: Words = {
  ja: '時守: 勤務時間の客観的な記録と、時間外勤務の上限の判定\n\n終了コード: 0 = 終わった、1 = 入力を受け付けなかった、2 = 使い方が違う',
  en: 'Tokimori: objective working-hour records and lawful overtime\n\nExit codes: 0 = done, 1 = the input was refused, 2 = wrong usage',
};

function readLanguage(given: string): string {
  if (given === 'ja' || given === 'en') return given;
  throw new WrongUsage({
    ja: `--lang には ja か en を指定してください(「${given}」は指定できません)。`,
    en: `--lang takes ja or en, not "${given}".`,
  });
}

/** A command that speaks the caller's language and throws instead of ending the process. */
function speak(command: Command, { language }: Surroundings): Command {
  const ja = language === 'ja';
  return command
    .helpOption('-h, --help', ja ? 'この説明を表示する' : 'show this help')
    .configureHelp({ styleTitle: (title) => titleIn(language, title), showGlobalOptions: true })
    .configureOutput({ outputError: () => undefined })
    .exitOverride();
}

/** The whole command line. Its subcommands load what they need when they run. */
export function createProgram(around: Surroundings): Command {
  const ja = around.language === 'ja';
  const program = speak(new Command('tokimori'), around)
    .description(about[around.language])
    .usage(ja ? '<コマンド> [引数とオプション]' : '<command> [arguments and options]')
    .helpCommand('help [command]', ja ? 'コマンドの説明を表示する' : 'show the help of a command')
    .version('0.1.0', '-V, --version', ja ? '版を表示する' : 'show the version')
    .option(
      '--lang <ja|en>',
      ja ? '説明とエラーの言葉(ja か en)' : 'language of help and errors (ja or en)',
      readLanguage,
    );
  for (const add of [
    addStart,
    addMunicipality,
    addAccount,
    addImport,
    addReport,
    addRebuild,
    addJudge,
    addPayHours,
    addHealth,
    addHolidays,
    addLaw,
    addMeasures,
  ])
    add(program, around);
  return program;
}
