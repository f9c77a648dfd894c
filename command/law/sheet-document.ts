import { formatCitation } from '@tokimori/law/decision/format-citation';
import type { ParameterRow } from '@tokimori/ordinances/parameters/rows';
import { type GoldenCase, goldenCases, type Provision, type ReviewSheet } from './law-files.ts';

const sure = { A: 'A 条文で確認', B: 'B 一部で確認', C: 'C 要確認' } as const;

/** Text inside a cell of a table. */
const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll(/\s*\n\s*/g, ' ');
const row = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;

function tableOf(titles: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  return [row(titles), row(titles.map(() => '---')), ...rows.map(row)];
}

/** A value of a case in one line, as the file has it: `month: 2026-04、overtime: 45:00`. */
export function inOneLine(value: unknown): string {
  if (value === null || value === undefined) return 'なし';
  if (Array.isArray(value)) return value.map((item) => inOneLine(item)).join(' / ');
  if (typeof value !== 'object') return String(value);
  if ('refused' in value && value.refused === true && Object.keys(value).length === 1) return '受け付けない';
  return Object.entries(value)
    .map(([key, inner]) => {
      const said = inOneLine(inner);
      return typeof inner === 'object' && inner !== null ? `${key}(${said})` : `${key}: ${said}`;
    })
    .join('、');
}

const placeOfProvision = ({ instrument, path }: Provision): string =>
  formatCitation({ instrument, path, revision: '', confidence: 'A' });

function provisionRow(provision: Provision): readonly string[] {
  const place = placeOfProvision(provision);
  if (provision.state === 'notComputed') return [place, '算定しない', provision.why, ''];
  return [place, '算定する', provision.says, provision.confidence.map((mark) => sure[mark]).join('、')];
}

const caseRow = ({ name, given, expect, cites = [] }: GoldenCase): readonly string[] => [
  name,
  inOneLine(given),
  inOneLine(expect),
  cites.join('、'),
];

/**
 * The review sheet of a rule as Markdown: what it decides, the provisions, what the municipality decides, every golden case,
 * and what still needs the eye of a 人事課, with room for its answer and signature.
 */
export function sheetDocument(
  sheet: ReviewSheet,
  provisions: readonly Provision[],
  parameters: readonly ParameterRow[],
  municipality: string | null = null,
): string {
  const own = provisions.filter((provision) => provision.state === 'computed' && provision.sheets.includes(sheet.id));
  const cases = sheet.caseFiles.flatMap((file) => goldenCases(file));
  const lines = [
    `# 規則の確認票 ${sheet.title}(${sheet.id})`,
    '',
    sheet.about.trim(),
    '',
    `- 規則: ${sheet.rules.join('、')}`,
    `- 確かめ方: \`${sheet.command}\``,
    '',
    '## 1 根拠',
    '',
    ...tableOf(['条文', '扱い', '内容', '確かさ'], own.map(provisionRow)),
    '',
    '## 2 団体が決めること',
    '',
    ...(parameters.length === 0
      ? ['この規則には、団体が決めることはありません。']
      : tableOf(
          [
            '項目',
            '内容',
            '標準の値',
            ...(municipality === null ? [] : [`${municipality}の値`]),
            '根拠',
            '決める人',
            '確かさ',
          ],
          parameters.map((each) => [
            `\`${each.key}\``,
            each.what,
            each.default,
            ...(municipality === null ? [] : [each.differs ? `**${each.value}**` : each.value]),
            each.source,
            each.decides,
            sure[each.confidence],
          ]),
        )),
    '',
    `## 3 事例(${cases.length}件)`,
    '',
    '前提から答えまでを、検査のたびに計算して確かめています。',
    '',
    ...tableOf(['事例', '前提', '答え', '根拠'], cases.map(caseRow)),
    '',
    `## 4 確認を要する点(${sheet.open.length}件)`,
    '',
    ...(sheet.open.length === 0
      ? ['ありません。']
      : tableOf(
          ['確かさ', '確かめること', 'いまの読み方', '人事課の確認'],
          sheet.open.map((point) => [sure[point.confidence], point.says, point.taken, '□ このとおり □ 異なる']),
        )),
    '',
    '## 5 確認',
    '',
    ...tableOf(['確認した日', '所属', '氏名', '備考'], [['', '', '', '']]),
    '',
  ];
  return lines.join('\n');
}
