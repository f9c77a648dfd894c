import type { Written } from './kinds/kind.ts';
import { type Entry, type Heading, headings, modelParameters, valueAt } from './table.ts';

/** 団体コード of the model file: it belongs to nobody (99 is no prefecture) and stands until the municipality writes its own. */
export const MODEL_CODE = '990001';

const WIDTH = 110;

/** Text in quotation marks, so that nothing is read as a number or a date. */
const flow = (value: Written | undefined): string => {
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  const members = Object.entries(value).map(([name, member]) => `${name}: ${flow(member)}`);
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
};

/** A member of the file, or an entry of a list (「-」): on one line where it fits, else its own members or entries below it. */
function member(start: string, value: Written | undefined, indent: string): readonly string[] {
  const line = `${indent}${start} ${flow(value)}`;
  if (line.length <= WIDTH || typeof value !== 'object' || value === null) return [line];
  const below = `${indent}  `;
  const inner = Array.isArray(value)
    ? value.flatMap((one: Written) => member('-', one, below))
    : Object.entries(value).flatMap(([name, one]) => member(`${name}:`, one, below));
  // The first member of an entry stands beside its dash.
  return start === '-' ? [`${indent}- ${inner[0]?.trimStart()}`, ...inner.slice(1)] : [`${indent}${start}`, ...inner];
}

function entryLines({ path, definition }: Entry, indent: string): readonly string[] {
  const { what, kind, source, decides, confidence, follows } = definition;
  const comment = (text: string) => `${indent}# ${text}`;
  const lines = member(`${path.at(-1)}:`, kind.writes(valueAt(modelParameters, path)), indent);
  const head = [
    comment(what),
    comment(`  標準: ${kind.says(valueAt(modelParameters, path))}`),
    comment(`  書き方: ${kind.allowed.ja}`),
    comment(`  根拠: ${source}(確かさ ${confidence})。決める人: ${decides}`),
  ];
  if (follows === undefined) return [...head, ...lines];
  const how =
    follows.how === 'always'
      ? `「${follows.key}」と同じ値になります(違う値は書けません)`
      : `書かなければ「${follows.key}」と同じ値になります`;
  return [...head, comment(`  ${how}`), ...lines.map((line) => `${indent}# ${line.trimStart()}`)];
}

function headingLines(heading: Heading, indent: string): readonly string[] {
  const title = [`${indent}# ―― ${heading.title} ――`, ...(heading.about === '' ? [] : [`${indent}# ${heading.about}`])];
  const named = heading.path.length > 0;
  const below = named ? `${indent}  ` : indent;
  return [
    ...title,
    ...(named ? [`${indent}${heading.key}:`] : []),
    ...heading.entries.flatMap((entry) => entryLines(entry, below)),
    ...heading.parts.flatMap((part) => ['', ...headingLines(part, below)]),
  ];
}

/**
 * The file from which a municipality can start: every parameter with the model's value and what it means. Read back, it is the
 * model.
 */
export function modelFile(): string {
  const lines = [
    '# 団体の設定ファイルのひな形。すべての項目を標準の値で書いてあります。',
    '# 標準のままでよい項目は消してかまいません(標準の値になります)。時間は引用符で囲んだ h:mm で書きます。',
    '# 決まりが変わるときは versions に適用開始日の新しい版を加え、変わる項目だけを書きます(ほかは前の版のまま)。',
    '# 確かさ: A = 条文で確認、B = 一部で確認、C = 例規などで要確認。',
    '# 確かめ方: tokimori municipality このファイル --check',
    'municipality:',
    '  # 6桁の全国地方公共団体コードと名称に書き換えてください。',
    `  code: "${MODEL_CODE}"`,
    '  name: "ひな形"',
    'versions:',
    '  - effectiveFrom: "2019-04-01"',
    '    parameters:',
    ...headings.flatMap((heading) => [...headingLines(heading, '      '), '']),
  ];
  // An empty line stands only after a value: what formats YAML takes away the others.
  const kept = lines.filter((line, at) => line !== '' || !/^ *#|:$/.test(lines[at - 1] ?? ''));
  return `${kept.join('\n').trimEnd()}\n`;
}
