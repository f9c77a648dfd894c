import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { formatCitation } from '@tokimori/law/decision/format-citation';
import { modelParameters, type Parameters } from '@tokimori/ordinances/parameters/table';
import { readOrdinance } from '@tokimori/ordinances/read-ordinance';
import { demandReadable } from '../input.ts';
import type { Language } from '../language.ts';
import { print, table } from '../output.ts';
import { InputRefused, WrongUsage } from '../refusal.ts';
import { provisions, type ReviewSheet, reviewSheets } from './law-files.ts';
import { sheetDocument } from './sheet-document.ts';
import { sheetParameters } from './sheet-parameters.ts';

type Municipality = { readonly name: string | null; readonly parameters: Parameters };

/** The last version of a municipality's file; the model without a file. @throws InputRefused */
async function municipalityOf(file: string | undefined): Promise<Municipality> {
  if (file === undefined) return { name: null, parameters: modelParameters };
  await demandReadable(file);
  const { document, problems } = readOrdinance(await readFile(file, 'utf8'), basename(file));
  const last = document?.versions.at(-1);
  if (document === null || last === undefined) {
    throw new InputRefused(
      { ja: '団体の設定ファイルを受け付けられません。', en: "The municipality's file is refused." },
      problems.map(({ line, key, message }) => ({
        why: { ja: `${file} の${line}行目「${key}」: ${message}`, en: `${file}, line ${line}, ${key}: ${message}` },
        cure: {
          ja: 'tokimori municipality --check で確かめて直してください。',
          en: 'Check it with tokimori municipality --check and mend it.',
        },
      })),
    );
  }
  return { name: document.municipality.name, parameters: last.parameters };
}

/** The sheet of a name, or of a rule on it. @throws WrongUsage */
export function sheetNamed(name: string): ReviewSheet {
  const sheets = reviewSheets();
  const found = sheets.find(({ id }) => id === name.toUpperCase());
  if (found !== undefined) return found;
  const ofRule = sheets.find(({ rules }) => rules.some((rule) => rule.toUpperCase() === name.toUpperCase()));
  if (ofRule !== undefined) return ofRule;
  const ids = sheets.map(({ id }) => id).join('、');
  throw new WrongUsage({
    ja: `「${name}」という確認票も規則もありません。確認票: ${ids}`,
    en: `There is no sheet or rule "${name}". Sheets: ${ids}`,
  });
}

const documentOf = (sheet: ReviewSheet, { name, parameters }: Municipality): string =>
  sheetDocument(sheet, provisions(), sheetParameters(sheet.parameters, parameters), name);

/** Every sheet of the law with its title. */
export function listSheets(language: Language): Iterable<string> {
  const titles = language === 'ja' ? ['確認票', '規則', '内容'] : ['sheet', 'rules', 'title'];
  return table(
    titles.map((title) => ({ title, align: 'left' })),
    reviewSheets().map(({ id, title, rules }) => [id, rules.join(' '), title]),
  );
}

/** Prints one sheet, or writes it to a file. @throws WrongUsage, InputRefused */
export async function writeSheet(name: string, out: string | undefined, file: string | undefined): Promise<void> {
  const text = documentOf(sheetNamed(name), await municipalityOf(file));
  if (out === undefined) return print([text]);
  await mkdir(dirname(out), { recursive: true });
  await writeFile(out, text);
}

/** Writes every sheet into a folder, one file each, and a list of them. @throws WrongUsage, InputRefused */
export async function writeAllSheets(folder: string | undefined, file: string | undefined): Promise<void> {
  if (folder === undefined) {
    throw new WrongUsage({ ja: '--all には --out のフォルダーが要ります。', en: '--all needs the folder of --out.' });
  }
  const municipality = await municipalityOf(file);
  await mkdir(folder, { recursive: true });
  for (const [path, text] of allSheets(municipality)) await writeFile(join(folder, path), text);
}

/** Names and texts of all sheets and of their list, as `docs/law-notes` holds them. */
export function allSheets(
  municipality: Municipality = { name: null, parameters: modelParameters },
): ReadonlyMap<string, string> {
  const sheets = reviewSheets();
  const files = new Map(sheets.map((sheet) => [`${sheet.id.toLowerCase()}.md`, documentOf(sheet, municipality)]));
  const list = sheets.map(
    ({ id, title, rules }) => `| [${id}](${id.toLowerCase()}.md) | ${title} | ${rules.join(' ')} |`,
  );
  const lines = [
    '# 規則の確認票',
    '',
    '人事課が規則ごとに確かめて署名するための票です。`npx tokimori law review --all --out docs/law-notes` で作ります。',
    '',
    '| 確認票 | 内容 | 規則 |',
    '| --- | --- | --- |',
    ...list,
    '',
  ];
  return files.set('README.md', lines.join('\n'));
}

/** Which provisions are computed, by which sheet, and why others are not. */
export function coverageTable(language: Language): Iterable<string> {
  const ja = language === 'ja';
  const titles = ja
    ? ['条文', '扱い', '確認票', '確かさ', '内容・理由']
    : ['provision', 'state', 'sheet', 'sure', 'what, why'];
  const rows = provisions().map((each) => {
    const place = formatCitation({ instrument: each.instrument, path: each.path, revision: '', confidence: 'A' });
    return each.state === 'computed'
      ? [place, ja ? '算定する' : 'computed', each.sheets.join(' '), each.confidence.join(''), each.says]
      : [place, ja ? '算定しない' : 'not computed', '', '', each.why];
  });
  return table(
    titles.map((title) => ({ title, align: 'left' })),
    rows,
  );
}
