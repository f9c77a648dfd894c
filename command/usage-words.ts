import type { CommanderError } from 'commander';
import type { Language } from './language.ts';

/** What was called wrongly, by commander's code; `term` is the argument it quotes. */
const sentences: Readonly<Record<string, (term: string) => string>> = {
  'commander.unknownCommand': (term) => `「${term}」というコマンドはありません。`,
  'commander.unknownOption': (term) => `「${term}」というオプションはありません。`,
  'commander.missingArgument': (term) => `「${term}」を指定してください。`,
  'commander.excessArguments': () => '引数が多すぎます。',
  'commander.optionMissingArgument': (term) => `オプション「${term}」に値を指定してください。`,
  'commander.missingMandatoryOptionValue': (term) => `オプション「${term}」を指定してください。`,
  'commander.conflictingOption': (term) => `オプション「${term}」は、ほかのオプションと一緒に指定できません。`,
};

/** Wrong usage in the caller's language, with the way to help. */
export function sayWrongUsage(error: CommanderError, language: Language): string {
  const term = /'([^']+)'/.exec(error.message)?.[1] ?? '';
  if (language === 'en') return `${error.message}\nSee tokimori --help --lang en.\n`;
  const said = sentences[error.code]?.(term) ?? `使い方が違います(${error.message})。`;
  return `${said}\n使い方は tokimori --help で見られます。\n`;
}

/** Headings of the help in Japanese. */
const titles: Readonly<Record<string, string>> = {
  'Usage:': '使い方:',
  'Arguments:': '引数:',
  'Options:': 'オプション:',
  'Global Options:': '共通のオプション:',
  'Commands:': 'コマンド:',
};

/** A heading of the help in the caller's language. */
export const titleIn = (language: Language, title: string): string =>
  language === 'ja' ? (titles[title] ?? title) : title;
