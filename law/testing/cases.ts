import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Step } from '../decision/decision.ts';
import { formatCitation } from '../decision/format-citation.ts';
import { type EpochDay, parseLocalDate } from '../time/civil.ts';
import { type Minutes, parseDuration } from '../time/minutes.ts';
import { type MonthIndex, parseYearMonth } from '../time/months.ts';
import { traceLine } from './trace-line.ts';

type Plain = null | boolean | number | string | readonly Plain[] | { readonly [key: string]: Plain };
type Fields = Readonly<Record<string, unknown>>;

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What a golden case starts from. Every key must be read by the test, so that a misspelt one fails. */
export class Given {
  readonly #fields: Fields;
  readonly #where: string;
  readonly #unread: Set<string>;
  readonly #inner: Given[] = [];

  constructor(fields: unknown, where: string) {
    if (!isFields(fields)) throw new Error(`${where}: a mapping is needed`);
    this.#fields = fields;
    this.#where = where;
    this.#unread = new Set(Object.keys(fields));
  }

  has(key: string): boolean {
    return Object.hasOwn(this.#fields, key);
  }

  text(key: string): string {
    const value = this.#take(key);
    if (typeof value !== 'string') throw this.#wrong(key, 'a text in quotes');
    return value;
  }

  number(key: string): number {
    const value = this.#take(key);
    if (typeof value !== 'number') throw this.#wrong(key, 'a number');
    return value;
  }

  flag(key: string): boolean {
    const value = this.#take(key);
    if (typeof value !== 'boolean') throw this.#wrong(key, 'true or false');
    return value;
  }

  /** `'17:15'`, also beyond midnight, and `'-1:00'`. */
  minutes(key: string): Minutes {
    const text = this.text(key);
    const minutes = parseDuration(text.replace(/^-/, ''));
    if (minutes === undefined) throw this.#wrong(key, "'h:mm'");
    return text.startsWith('-') ? -minutes : minutes;
  }

  day(key: string): EpochDay {
    const day = parseLocalDate(this.text(key));
    if (day === undefined) throw this.#wrong(key, "'YYYY-MM-DD'");
    return day;
  }

  month(key: string): MonthIndex {
    const month = parseYearMonth(this.text(key));
    if (month === undefined) throw this.#wrong(key, "'YYYY-MM'");
    return month;
  }

  inner(key: string): Given {
    return this.#nest(this.#take(key), key);
  }

  /** A list of mappings; the empty list when the key is absent. */
  list(key: string): readonly Given[] {
    if (!this.has(key)) return [];
    const value = this.#take(key);
    if (!Array.isArray(value)) throw this.#wrong(key, 'a list');
    return value.map((item: unknown, index) => this.#nest(item, `${key}[${index}]`));
  }

  /** A list of texts; the empty list when the key is absent. */
  texts(key: string): readonly string[] {
    if (!this.has(key)) return [];
    const value = this.#take(key);
    if (!Array.isArray(value)) throw this.#wrong(key, 'a list');
    return value.map(String);
  }

  /** Keys that nobody read, here and below. */
  unread(): readonly string[] {
    return [
      ...[...this.#unread].map((key) => `${this.#where}.${key}`),
      ...this.#inner.flatMap((inner) => inner.unread()),
    ];
  }

  #take(key: string): unknown {
    this.#unread.delete(key);
    return this.#fields[key];
  }

  #nest(value: unknown, key: string): Given {
    const inner = new Given(value, `${this.#where}.${key}`);
    this.#inner.push(inner);
    return inner;
  }

  #wrong(key: string, needed: string): Error {
    return new Error(`${this.#where}.${key}: ${needed} is needed, not ${JSON.stringify(this.#fields[key])}`);
  }
}

/**
 * What a rule answered: plain values (durations as `h:mm`), and the places it cited as `instrument path`. The steps and the
 * refusal, where a test tells them, are held against the recorded ones whole: figures, words, places, message.
 */
export type Answer = {
  readonly answer: Plain;
  readonly cites?: readonly string[];
  readonly steps?: readonly Step[];
  readonly refusal?: unknown;
};

/** One case of a file, as the file writes it. */
export type Case = {
  readonly name: string;
  readonly given: unknown;
  readonly expect: unknown;
  readonly cites: readonly string[];
};

const KEYS = new Set(['name', 'given', 'expect', 'cites']);

/** The cases of a file `x.cases.yaml` (YAML 1.2; times in quotes). @throws when a case is malformed or a name occurs twice. */
export function readCases(file: URL): readonly Case[] {
  const listed: unknown = parse(readFileSync(file, 'utf8'), { version: '1.2', uniqueKeys: true });
  if (!isFields(listed) || !Array.isArray(listed.cases)) throw new Error(`${file.pathname}: cases are missing`);
  const names = new Set<string>();
  return listed.cases.map((entry: unknown): Case => {
    if (!isFields(entry) || typeof entry.name !== 'string') throw new Error(`${file.pathname}: a case without a name`);
    const unknownKey = Object.keys(entry).find((key) => !KEYS.has(key));
    if (unknownKey !== undefined) throw new Error(`${entry.name}: unknown key ${unknownKey}`);
    if (names.has(entry.name)) throw new Error(`${entry.name}: the name occurs twice`);
    if (!Object.hasOwn(entry, 'expect')) throw new Error(`${entry.name}: nothing is expected`);
    names.add(entry.name);
    const cites = Array.isArray(entry.cites) ? entry.cites.map(String) : [];
    return { name: entry.name, given: entry.given ?? {}, expect: entry.expect, cites };
  });
}

/**
 * Runs the golden cases of a file as tests: `judge` answers from what is given, and the answer must hold what the
 * case expects (keys that a case does not name are not compared) and cite what it cites.
 */
export function testCases(file: URL, judge: (given: Given) => Answer): void {
  describe(decodeURIComponent(file.pathname.split('/').at(-1) ?? ''), () => {
    for (const { name, given, expect: expected, cites } of readCases(file)) {
      it(name, () => {
        const start = new Given(given, 'given');
        const { answer, cites: cited, steps, refusal } = judge(start);
        expect(start.unread()).toEqual([]);
        if (isFields(expected)) expect(answer).toMatchObject(expected);
        else expect(answer).toEqual(expected);
        if (steps !== undefined && steps.length > 0) expect(steps.map(traceLine)).toMatchSnapshot();
        if (refusal !== undefined) expect(String(refusal)).toMatchSnapshot();
        const places = [
          ...(cited ?? []),
          ...(steps ?? []).flatMap(({ citation }) => (citation ? [formatCitation(citation)] : [])),
        ];
        if (cites.length > 0) expect(places).toEqual(expect.arrayContaining([...cites]));
      });
    }
  });
}
