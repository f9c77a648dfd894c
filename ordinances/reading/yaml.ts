import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Pair,
  parseDocument,
  type YAMLError,
  type YAMLMap,
} from 'yaml';
import type { Words } from '../parameters/kinds/kind.ts';
import type { Found } from './problem.ts';

/** A settings file is a few hundred lines; what is longer than this is something else. */
export const LONGEST = 200_000;
/** Deeper than any parameter lies. */
const DEEPEST = 16;
/** Faults of the syntax that are told; one often brings many. */
const TOLD = 20;

/** A file as plain values. `lineOf` answers the line of a place, or of the nearest place around it that the file has. */
export type ReadYaml = {
  readonly value: unknown;
  readonly lineOf: (path: readonly PropertyKey[]) => number;
  readonly problems: readonly Found[];
};

const words = (ja: string, en: string): Words => ({ ja, en });

/** What the parser's codes mean to the person who wrote the file. */
const syntaxWords: Readonly<Record<string, Words>> = {
  TAB_AS_INDENT: words(
    'タブで字下げしています。半角の空白で字下げしてください。',
    'It is indented by a tab. Indent by spaces.',
  ),
  BAD_INDENT: words('字下げが前後の行と合いません。', 'The indentation does not fit the lines around it.'),
  MULTIPLE_DOCS: words(
    '「---」で2つ目の文書が始まっています。一つのファイルに一つの団体を書いてください。',
    'A second document begins. Write one municipality to a file.',
  ),
  MISSING_CHAR: words(
    '引用符、括弧、コロン(「:」の後の空白)のどれかが足りません。',
    'A quotation mark, a bracket or a colon (with a space after it) is missing.',
  ),
  BAD_ALIAS: words('別名(*名前)は使えません。値を書いてください。', 'Aliases (*name) cannot be used. Write the value.'),
  TAG_RESOLVE_FAILED: words('「!」で始まる型の指定は使えません。', 'Tags (!) cannot be used.'),
  RESOURCE_EXHAUSTION: words('入れ子が深すぎます。', 'It is nested too deeply.'),
};

const hasWideSigns = (line: string) => /[\u3000\uff1a]/.test(line.replace(/"[^"]*"|'[^']*'|#.*$/g, ''));

function wordsOf(error: YAMLError, line: string): Words {
  const found = syntaxWords[error.code];
  const plain =
    found ??
    words(
      'YAMLとして読めません。字下げ、コロン、引用符を確かめてください。',
      `Not YAML: ${error.message.split('\n')[0]}`,
    );
  if (!hasWideSigns(line)) return plain;
  return words(
    `${plain.ja}全角の空白かコロンがあります。半角に直してください。`,
    `${plain.en} There is a full-width space or colon.`,
  );
}

const unreadable = (line: number, ja: string, en: string): ReadYaml => ({
  value: undefined,
  lineOf: () => 1,
  problems: [{ line, key: '', words: words(ja, en) }],
});

/** How text is taken as YAML: what is doubled or merged is told by {@link readYaml}, with its line. */
export const SYNTAX = {
  version: '1.2',
  uniqueKeys: false,
  merge: false,
  prettyErrors: false,
  logLevel: 'error',
} as const;

/** Reads YAML 1.2. The value is there only when the syntax is sound; problems of it come with their lines. */
export function readYaml(text: string): ReadYaml {
  if (text.length > LONGEST) {
    return unreadable(
      1,
      `ファイルが大きすぎます(${LONGEST.toLocaleString('ja-JP')}文字まで)。団体の設定ファイルか確かめてください。`,
      `The file is too large (at most ${LONGEST} characters).`,
    );
  }
  const plain = text.replace(/^\ufeff/, '');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: such characters show that this is no text
  const odd = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffd]/.exec(plain);
  if (odd !== null) {
    return unreadable(
      plain.slice(0, odd.index).split('\n').length,
      '文字として読めないところがあります。UTF-8 の文字だけのファイルとして保存してください。',
      'Something is not text. Save the file as UTF-8.',
    );
  }
  const lines = new LineCounter();
  try {
    const document = parseDocument(plain, { ...SYNTAX, lineCounter: lines });
    const faults = [...document.errors, ...document.warnings];
    if (faults.length > 0) return { ...unreadable(1, '', ''), problems: syntaxProblems(faults, plain, lines) };
    return readNodes(document, lines);
  } catch (error) {
    if (error instanceof RangeError) return unreadable(1, '入れ子が深すぎます。', 'It is nested too deeply.');
    throw error;
  }
}

function syntaxProblems(faults: readonly YAMLError[], text: string, lines: LineCounter): readonly Found[] {
  const told = new Map<number, Found>();
  const source = text.split('\n');
  for (const fault of faults) {
    const { line } = lines.linePos(fault.pos[0]);
    if (!told.has(line)) told.set(line, { line, key: '', words: wordsOf(fault, source[line - 1] ?? '') });
    if (told.size === TOLD) break;
  }
  return [...told.values()];
}

/** A place as a key of a map. */
const placeOf = (path: readonly PropertyKey[]) => JSON.stringify(path);

function readNodes(document: Document, counter: LineCounter): ReadYaml {
  const places = new Map<string, number>();
  const problems: Found[] = [];
  const lineAt = (node: unknown, otherwise: number): number => {
    const range = (node as { range?: readonly number[] } | null)?.range;
    return range?.[0] === undefined ? otherwise : counter.linePos(range[0]).line;
  };
  const complain = (line: number, key: string, ja: string, en: string) =>
    problems.push({ line, key, words: words(ja, en) });

  const read = (node: unknown, path: readonly PropertyKey[], line: number): unknown => {
    if (path.length > DEEPEST) {
      complain(line, '', '入れ子が深すぎます。', 'It is nested too deeply.');
      return undefined;
    }
    if (isMap(node)) return readMap(node, path, line);
    if (isSeq(node))
      return node.items.map((item, at) => {
        const own = lineAt(item, line);
        places.set(placeOf([...path, at]), own);
        return read(item, [...path, at], own);
      });
    if (isAlias(node)) {
      complain(
        line,
        '',
        '別名(*名前)は使えません。値を書いてください。',
        'Aliases (*name) cannot be used. Write the value.',
      );
      return undefined;
    }
    return isScalar(node) ? node.value : (node ?? null);
  };

  const readMap = (map: YAMLMap, path: readonly PropertyKey[], around: number) => {
    const values = new Map<string, unknown>();
    for (const pair of map.items as readonly Pair<unknown, unknown>[]) {
      const line = lineAt(pair.key, around);
      const name = isScalar(pair.key) ? String(pair.key.value) : '';
      if (name === '' || name === '<<') {
        complain(line, name, '項目の名前として使えません。', 'This cannot be the name of a member.');
      } else if (values.has(name)) {
        const first = places.get(placeOf([...path, name]));
        complain(
          line,
          name,
          `同じ項目が${first}行目にもあります。一つにしてください。`,
          `It is also on line ${first}.`,
        );
      } else {
        places.set(placeOf([...path, name]), line);
        values.set(name, read(pair.value, [...path, name], line));
      }
    }
    return Object.fromEntries(values);
  };

  const { yaml } = document.directives ?? {};
  if (yaml?.explicit === true && yaml.version !== '1.2')
    complain(1, '', '「%YAML 1.2」以外の指定は使えません。この行を取り除いてください。', 'Remove the %YAML line.');
  const value = read(document.contents, [], 1);
  return {
    value,
    lineOf: (path) => {
      for (let length = path.length; length > 0; length--) {
        const line = places.get(placeOf(path.slice(0, length)));
        if (line !== undefined) return line;
      }
      return 1;
    },
    problems,
  };
}
