/** The languages of help, refusals and tables. */
export type Language = 'ja' | 'en';

/** A sentence in both languages. */
export type Words = Readonly<Record<Language, string>>;

/** The language that the arguments ask for, before they are parsed: help itself needs it. Japanese unless `--lang en`. */
export function languageOf(args: readonly string[]): Language {
  const at = args.indexOf('--lang');
  const given = at >= 0 ? args[at + 1] : args.find((arg) => arg.startsWith('--lang='))?.slice('--lang='.length);
  return given === 'en' ? 'en' : 'ja';
}
