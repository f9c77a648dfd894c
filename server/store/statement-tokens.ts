/** A piece of a statement. Comments are left out; words are lower case unless they were quoted. */
export type Token = { readonly kind: 'word' | 'text' | 'number' | 'parameter' | 'symbol'; readonly text: string };

const PATTERN =
  /(?<skip>\s+|--[^\n]*|\/\*[\s\S]*?\*\/)|(?<text>[eE]?'(?:[^']|'')*')|"(?<quoted>(?:[^"]|"")*)"|(?<parameter>\$\d+)|(?<number>\d[\d.]*)|(?<word>[\p{L}_][\p{L}\p{N}_$]*)|(?<symbol>::|<>|<=|>=|!=|\|\||[\s\S])/gu;

/** Splits an SQL statement into tokens; dollar quoting is refused by its `$` appearing as a symbol. */
export function tokensOf(statement: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const { groups } of statement.matchAll(PATTERN)) {
    if (groups === undefined || groups.skip !== undefined) continue;
    if (groups.text !== undefined) tokens.push({ kind: 'text', text: groups.text });
    else if (groups.quoted !== undefined) tokens.push({ kind: 'word', text: groups.quoted });
    else if (groups.parameter !== undefined) tokens.push({ kind: 'parameter', text: groups.parameter });
    else if (groups.number !== undefined) tokens.push({ kind: 'number', text: groups.number });
    else if (groups.word !== undefined) tokens.push({ kind: 'word', text: groups.word.toLowerCase() });
    else tokens.push({ kind: 'symbol', text: groups.symbol ?? '' });
  }
  return tokens;
}

/** One query block: its own tokens, with every nested block cut out. */
export type Block = { readonly tokens: Token[] };

const STARTS = new Set(['select', 'insert', 'update', 'delete', 'with', 'values']);
const ARMS = new Set(['union', 'intersect', 'except']);

/** Cuts a statement into query blocks: parenthesised queries, and the arms of unions, stand for themselves. */
export function blocksOf(tokens: readonly Token[]): readonly Block[] {
  const blocks: Block[] = [];
  let position = 0;
  const open = (): Block => {
    const block: Block = { tokens: [] };
    blocks.push(block);
    return block;
  };
  const read = (first: Block): void => {
    let block = first;
    for (let depth = 0; position < tokens.length; position++) {
      const token = tokens[position]!;
      if (isSymbol(token, ')') && depth-- === 0) return;
      if (depth === 0 && token.kind === 'word' && ARMS.has(token.text)) block = open();
      if (isSymbol(token, '(')) {
        const next = tokens[position + 1];
        if (next?.kind === 'word' && STARTS.has(next.text)) {
          block.tokens.push(token);
          position++;
          read(open());
          block.tokens.push({ kind: 'symbol', text: ')' });
          continue;
        }
        depth++;
      }
      block.tokens.push(token);
    }
  };
  read(open());
  return blocks;
}

export function isSymbol(token: Token | undefined, text: string): boolean {
  return token?.kind === 'symbol' && token.text === text;
}

export function isWord(token: Token | undefined, text: string): boolean {
  return token?.kind === 'word' && token.text === text;
}
