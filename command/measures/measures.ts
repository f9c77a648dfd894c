import { basename } from 'node:path';
import { measureDifferences } from '@tokimori/ordinances/measures/differences';
import type { MeasureSet } from '@tokimori/ordinances/measures/measure';
import { type PresetName, preset, presetNames, presetText } from '@tokimori/ordinances/measures/presets';
import { readMeasures } from '@tokimori/ordinances/measures/read-measures';
import { saySet } from '@tokimori/ordinances/measures/says';
import { knownForms } from '@tokimori/server/use-cases/measures/known-forms';
import { readText } from '../input.ts';
import type { Language } from '../language.ts';
import { table } from '../output.ts';
import { type Complaint, InputRefused } from '../refusal.ts';

const isPreset = (given: string): given is PresetName => presetNames.some((name) => name === given);

/** The file of a practice of the case books, or the text of a file. @throws InputRefused */
export const textOf = async (given: string): Promise<string> =>
  isPreset(given) ? presetText(given) : await readText(given);

/** A practice of the case books, or a file. @throws InputRefused with every problem of the file, by line and key */
export async function loaded(given: string): Promise<MeasureSet> {
  if (isPreset(given)) return preset(given);
  const { measures, problems } = readMeasures(await readText(given), basename(given), { forms: knownForms });
  if (measures !== null) return measures;
  const place = given === '-' ? { ja: '標準入力', en: 'standard input' } : { ja: `${given} `, en: given };
  throw new InputRefused(
    {
      ja: `対策のファイルを受け付けられません(${problems.length}か所)。`,
      en: `The file of measures is refused (${problems.length} ${problems.length === 1 ? 'place' : 'places'}).`,
    },
    problems.map(
      ({ line, key, message, english }): Complaint => ({
        why: {
          ja: `${place.ja}の${line}行目${key === '' ? '' : `「${key}」`}: ${message}`,
          en: `${place.en}, line ${line}${key === '' ? '' : `, ${key}`}: ${english}`,
        },
        cure: { ja: 'その行を直して、もう一度読み込んでください。', en: 'Mend that line and read the file again.' },
      }),
    ),
  );
}

/** The practices of the case books, a line each. */
export function listed(language: Language): Iterable<string> {
  const titles = language === 'ja' ? ['名前', '団体', '対策'] : ['name', 'municipality', 'measures'];
  return table(
    titles.map((title) => ({ title, align: 'left' })),
    presetNames.map((name) => {
      const { name: title, measures } = preset(name);
      return [name, title, measures.map((measure) => measure.title).join(' / ')];
    }),
  );
}

/** A practice in words. */
export const spoken = (set: MeasureSet): readonly string[] => saySet(set).map((line) => `${line}\n`);

/** What differs between two practices, in words. */
export function compared(before: MeasureSet, after: MeasureSet, language: Language): readonly string[] {
  const words =
    language === 'ja'
      ? { added: '加わる', removed: 'なくなる', changed: '変わる', none: '違いはありません。\n' }
      : { added: 'added', removed: 'removed', changed: 'changed', none: 'There is no difference.\n' };
  const found = measureDifferences(before, after);
  if (found.length === 0) return [words.none];
  return found.flatMap(({ id, title, change, before: old, after: now }) => [
    `${words[change]}: ${title}(${id})\n`,
    ...old.map((line) => `  − ${line}\n`),
    ...now.map((line) => `  + ${line}\n`),
  ]);
}
