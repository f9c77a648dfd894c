import { type Entry, type Heading, headings, modelParameters, valueAt } from './table.ts';

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

function row({ path, definition }: Entry): string {
  const { what, kind, source, decides, confidence, follows } = definition;
  const how =
    follows === undefined
      ? ''
      : follows.how === 'always'
        ? `。「${follows.key}」と同じ値`
        : `。書かなければ「${follows.key}」と同じ値`;
  const model = kind.says(valueAt(modelParameters, path));
  return `| \`${path.join('.')}\` | ${[`${what}${how}`, model, kind.allowed.ja, source, decides, confidence].map(cell).join(' | ')} |`;
}

function chapter(heading: Heading, level: number): readonly string[] {
  return [
    `${'#'.repeat(level)} ${heading.title}`,
    '',
    ...(heading.about === '' ? [] : [heading.about, '']),
    ...(heading.entries.length === 0
      ? []
      : [
          '| 項目 | 何を決めるか | 標準 | 書き方 | 根拠 | 決める人 | 確かさ |',
          '| --- | --- | --- | --- | --- | --- | --- |',
          ...heading.entries.map(row),
          '',
        ]),
    ...heading.parts.flatMap((part) => chapter(part, level + 1)),
  ];
}

const introduction = `# 団体の設定

条例・規則・運用で団体ごとに決めることを、一つのファイル(YAML)に、適用開始日を付けて書きます。法令の数字(月45時間など)は
ここになく、団体では変えられません。書こうとすると、条文を示してお断りします。

\`\`\`yaml
municipality: { code: "990001", name: みほん市 }
versions:
  - effectiveFrom: "2019-04-01"
    parameters:
      dayBoundary: "4:00"
      pay: { sixtyExcludes: SUNDAY_TYPE }
  - effectiveFrom: "2026-04-01"
    parameters:
      pay: { sixtyExcludes: NONE }
\`\`\`

- 書かない項目は標準の値になります。並び([ ])は全部を書き、ほかは変わる項目だけを書きます。
- 版は古い順に並べます。2つ目からの版は、**変わることだけ**を書きます。書かないことは前の版のまま続きます(標準に戻すときは、
  標準の値を書きます)。最初の版より前の日にも、最初の版を当てはめます。
- 登録したときに、すべての項目の値が版ごとに保存されます。標準が後で変わっても、登録した団体の値は変わりません。まだなかった
  項目だけは、標準の値になります。
- 時間は引用符で囲んだ \`"h:mm"\`、月日は \`"MM-DD"\`、日付は \`"YYYY-MM-DD"\`。知らない項目、同じ項目の重なり、別名(\`*名前\`)は使えません。

| 命令 | すること |
| --- | --- |
| \`tokimori municipality --model\` | すべての項目に説明を付けたひな形を出す |
| \`tokimori municipality 団体.yaml --check\` | 確かめて、標準と違うところを版ごとに出す(何も変えない) |
| \`tokimori municipality 団体.yaml --compare\` | 版から版へ何が変わるかを出す |
| \`tokimori municipality 団体.yaml --compare 新しい.yaml\` | 2つのファイルの違いを適用開始日ごとに出す |
| \`tokimori municipality 団体.yaml\` | 登録する、設定を変える |

確かさ: **A** 条文で確認、**B** 一部で確認、**C** 例規や運用で要確認(団体で確かめてから使ってください)。
`;

/** The chapter of the manual on settings (Markdown), from the table. */
export const settingsManual = (): string =>
  `${[introduction, ...headings.flatMap((heading) => chapter(heading, 2))].join('\n').trimEnd()}\n`;
