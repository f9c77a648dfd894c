import { type Block, blocksOf, isSymbol, isWord, type Token, tokensOf } from './statement-tokens.ts';

/** A statement that could touch another municipality's rows, or that not every supported database runs: a defect. */
export class StatementDefect extends Error {
  constructor(why: string, statement: string) {
    super(`${why}\n${statement}`);
  }
}

/** The reference table that belongs to no municipality. */
const EXEMPT = new Set(['municipality']);
const KINDS = new Set(['select', 'insert', 'update', 'delete', 'with']);
const FORBIDDEN_WORDS = new Map([
  ['now', 'the clock is an argument'],
  ['current_timestamp', 'the clock is an argument'],
  ['current_date', 'the clock is an argument'],
  ['current_time', 'the clock is an argument'],
  ['localtimestamp', 'the clock is an argument'],
  ['localtime', 'the clock is an argument'],
  ['clock_timestamp', 'the clock is an argument'],
  ['statement_timestamp', 'the clock is an argument'],
  ['transaction_timestamp', 'the clock is an argument'],
  ['timeofday', 'the clock is an argument'],
  ['set_config', 'the tenant is set once, by the store'],
  ['merge', 'MERGE does not run distributed'],
]);
const VOLATILE = new Set(['random', 'gen_random_uuid', 'uuidv7', 'nextval', 'setval']);
/** Words that may follow a table and are not its alias. */
const NOT_ALIAS = new Set(
  (
    'where set on join left right inner full cross natural group order limit offset union using returning for values ' +
    'select default tablesample having window fetch except intersect overriding do when then end and or not in is'
  ).split(' '),
);
/** What may stand directly before a predicate, so that it is one of the conditions that all must hold. */
const BEFORE = new Set(['where', 'on', 'and', '(']);

const checked = new Map<string, readonly number[]>();
const CHECKED_LIMIT = 5_000;

/**
 * Judges a statement once and remembers it.
 * @returns the positions (0-based) among the values at which the municipality must stand.
 * @throws StatementDefect
 */
export function judgeStatement(statement: string): readonly number[] {
  const known = checked.get(statement);
  if (known !== undefined) return known;
  const positions = judge(statement);
  if (checked.size >= CHECKED_LIMIT) checked.clear();
  checked.set(statement, positions);
  return positions;
}

function judge(statement: string): readonly number[] {
  const refuse = (why: string): never => {
    throw new StatementDefect(why, statement);
  };
  const tokens = tokensOf(statement);
  if (!KINDS.has(tokens[0]?.text ?? '')) refuse('only select, insert, update and delete are statements of a tenant');
  if (tokens.some((token) => isSymbol(token, ';'))) refuse('one statement at a time');
  if (tokens.some((token) => isSymbol(token, '$'))) refuse('no dollar quoting');
  for (const [index, token] of tokens.entries()) {
    const why = token.kind === 'word' ? FORBIDDEN_WORDS.get(token.text) : undefined;
    const isCall = isSymbol(tokens[index + 1], '(') || token.text.includes('_') || token.text === 'merge';
    if (why !== undefined && isCall && !isSymbol(tokens[index - 1], '.')) refuse(`${token.text}: ${why}`);
  }
  const positions = new Set<number>();
  for (const block of blocksOf(tokens)) judgeBlock(block, positions, refuse);
  return [...positions];
}

type Refuse = (why: string) => never;

function judgeBlock(block: Block, positions: Set<number>, refuse: Refuse): void {
  judgeShape(block, refuse);
  const references = referencesOf(block.tokens, refuse);
  const readings = references.filter((reference) => reference.columns === undefined);
  for (const reference of references) {
    if (EXEMPT.has(reference.table)) continue;
    if (reference.columns !== undefined) {
      if (!reference.columns.includes('municipality'))
        refuse(`insert into tk.${reference.table} names no municipality`);
      continue;
    }
    const names = readings.length === 1 ? [reference.alias, undefined] : [reference.alias];
    const found = predicatesOf(block.tokens, names);
    if (found.length === 0)
      refuse(`tk.${reference.table} ${reference.alias} has no ${reference.alias}.municipality = $n`);
    for (const position of found) positions.add(position);
  }
}

/** What plain PostgreSQL would take and a distributed one would not. */
function judgeShape({ tokens }: Block, refuse: Refuse): void {
  const has = (text: string) => tokens.some((token) => isWord(token, text));
  const starts = tokens.find((token) => token.kind === 'word' && KINDS.has(token.text) && token.text !== 'with')?.text;
  if (starts === 'insert' && has('select') && !has('conflict') && !has('returning')) {
    refuse('insert … select needs on conflict or returning');
  }
  const values = tokens.findIndex((token) => isWord(token, 'values'));
  if (starts === 'insert' && values >= 0 && subqueryAfter(tokens, values)) refuse('no subquery in values');
  const set = tokens.findIndex((token) => isWord(token, 'set'));
  const changed = set >= 0 ? tokens.slice(set) : [];
  const volatile = changed.find((token, index) => VOLATILE.has(token.text) && isSymbol(changed[index + 1], '('));
  if (volatile !== undefined) refuse(`${volatile.text}() is volatile: no place in an update`);
}

/** Nested blocks leave an empty pair of parentheses that opens a query; inside VALUES none may stand. */
function subqueryAfter(tokens: readonly Token[], values: number): boolean {
  for (let index = values + 1; index < tokens.length; index++) {
    if (isWord(tokens[index], 'on') || isWord(tokens[index], 'returning')) return false;
    const isCut = isSymbol(tokens[index], '(') && isSymbol(tokens[index + 1], ')');
    if (isCut && tokens[index - 1]?.kind !== 'word') return true;
  }
  return false;
}

type Reference = {
  readonly table: string;
  readonly alias: string;
  /** Column list of an INSERT; undefined for a table that is read or changed. */
  readonly columns: readonly string[] | undefined;
};

function referencesOf(tokens: readonly Token[], refuse: Refuse): readonly Reference[] {
  const references: Reference[] = [];
  for (let index = 0; index < tokens.length; index++) {
    if (!isWord(tokens[index], 'tk') || !isSymbol(tokens[index + 1], '.')) continue;
    if (isSymbol(tokens[index + 3], '.')) refuse('name a table by its alias, not as tk.table.column');
    const table = tokens[index + 2]?.text ?? '';
    const isInsert = isWord(tokens[index - 1], 'into');
    if (!isInsert && isSymbol(tokens[index + 3], '(')) refuse(`tk.${table}() is for the store alone`);
    const { alias, next } = aliasAt(tokens, index + 3, table);
    references.push({ table, alias, columns: isInsert ? columnsAt(tokens, next) : undefined });
  }
  return references;
}

function aliasAt(tokens: readonly Token[], index: number, table: string): { alias: string; next: number } {
  if (isWord(tokens[index], 'as')) return { alias: tokens[index + 1]?.text ?? table, next: index + 2 };
  const token = tokens[index];
  if (token?.kind === 'word' && !NOT_ALIAS.has(token.text)) return { alias: token.text, next: index + 1 };
  return { alias: table, next: index };
}

function columnsAt(tokens: readonly Token[], index: number): readonly string[] {
  if (!isSymbol(tokens[index], '(')) return [];
  const end = tokens.findIndex((token, at) => at > index && isSymbol(token, ')'));
  return tokens.slice(index + 1, end).flatMap((token) => (token.kind === 'word' ? [token.text] : []));
}

/** Positions n-1 of every `name.municipality = $n` or `$n = name.municipality` that is not one arm of an OR. */
function predicatesOf(tokens: readonly Token[], names: readonly (string | undefined)[]): readonly number[] {
  const positions: number[] = [];
  for (let index = 0; index < tokens.length; index++) {
    if (!isWord(tokens[index], 'municipality')) continue;
    const qualified = isSymbol(tokens[index - 1], '.');
    if (!names.includes(qualified ? tokens[index - 2]?.text : undefined)) continue;
    const first = qualified ? index - 2 : index;
    const parameter = parameterBeside(tokens, first, index);
    if (parameter !== undefined) positions.push(parameter);
  }
  return positions;
}

function parameterBeside(tokens: readonly Token[], first: number, last: number): number | undefined {
  const after = isSymbol(tokens[last + 1], '=') && tokens[last + 2]?.kind === 'parameter' ? last + 2 : undefined;
  const before = isSymbol(tokens[first - 1], '=') && tokens[first - 2]?.kind === 'parameter' ? first - 2 : undefined;
  const at = after ?? before;
  if (at === undefined) return undefined;
  const start = Math.min(first, at);
  if (!BEFORE.has(tokens[start - 1]?.text ?? '')) return undefined;
  if (isSymbol(tokens[start - 1], '(') && isWord(tokens[start - 2], 'not')) return undefined;
  if (isWord(tokens[castEnd(tokens, Math.max(last, at)) + 1], 'or')) return undefined;
  return Number(tokens[at]!.text.slice(1)) - 1;
}

/** `$1::text` and `$1::char(6)` are the parameter itself. */
function castEnd(tokens: readonly Token[], at: number): number {
  if (!isSymbol(tokens[at + 1], '::')) return at;
  const length = isSymbol(tokens[at + 3], '(') ? 3 : 0;
  return at + 2 + length;
}
