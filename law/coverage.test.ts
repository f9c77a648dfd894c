import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { instruments } from './instruments/instruments.ts';

type Provision = {
  readonly instrument: string;
  readonly path: string;
  readonly state: 'computed' | 'notComputed';
  readonly confidence?: readonly string[];
  readonly by?: readonly string[];
  readonly sheets?: readonly string[];
  readonly why?: string;
};

const folder = fileURLToPath(new URL('./', import.meta.url));
const listed: readonly Provision[] = parse(readFileSync(`${folder}coverage.yaml`, 'utf8'), { version: '1.2' });
const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
const modules = names.filter(
  (path) =>
    path.endsWith('.ts') &&
    !path.endsWith('.test.ts') &&
    !path.startsWith('testing/') &&
    !path.includes('node_modules'),
);
const computed = new Map(
  listed.filter(({ state }) => state === 'computed').map((each) => [`${each.instrument} ${each.path}`, each]),
);

type Cited = { readonly key: string; readonly confidence: string };

function isCitation(value: object): value is { instrument: string; path: string; confidence: string } {
  return 'instrument' in value && 'path' in value && 'confidence' in value;
}

/** Every citation that can be reached from what a module exports; functions are not called. */
function citationsIn(value: unknown, found: Cited[], seen: Set<unknown>): void {
  if (typeof value !== 'object' || value === null || seen.has(value)) return;
  seen.add(value);
  if (isCitation(value)) found.push({ key: `${value.instrument} ${value.path}`, confidence: value.confidence });
  const inner = value instanceof Map ? [...value.values()] : Object.values(value);
  for (const each of inner) citationsIn(each, found, seen);
}

const cited: { readonly file: string; readonly cites: readonly Cited[] }[] = [];
for (const path of modules) {
  const found: Cited[] = [];
  citationsIn(await import(/* @vite-ignore */ `./${path}`), found, new Set());
  cited.push({ file: `law/${path}`, cites: found });
}

/** Paths written in a source, as text: also of citations that are not exported. */
const WRITTEN = /'((?:a=\d|at=\d|sp\/)[^'$]*|[4]\(\d\)[^'$]*)'/g;

describe('law/coverage.yaml', () => {
  it('names each provision once', () => {
    const keys = listed.map(({ instrument, path }) => `${instrument} ${path}`);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  it('lists every provision that the code cites', () => {
    const missing = cited.flatMap(({ file, cites }) =>
      cites.filter(({ key }) => !computed.has(key)).map(({ key }) => `${file}: ${key}`),
    );
    expect([...new Set(missing)]).toEqual([]);
  });

  it('lists every place that stands in the code as text, with that file', () => {
    const missing = modules.flatMap((path) => {
      const text = readFileSync(`${folder}${path}`, 'utf8');
      return [...text.matchAll(WRITTEN)]
        .map(([, place]) => place)
        .filter(
          (place) => ![...computed.values()].some((each) => each.path === place && each.by?.includes(`law/${path}`)),
        )
        .map((place) => `law/${path}: ${place}`);
    });
    expect([...new Set(missing)]).toEqual([]);
  });

  it('marks each as sure as the code does', () => {
    const marks = new Map<string, Set<string>>();
    for (const { cites } of cited)
      for (const { key, confidence } of cites) marks.set(key, (marks.get(key) ?? new Set()).add(confidence));
    const wrong = [...marks]
      .filter(
        ([key, found]) => [...found].sort().join('') !== [...(computed.get(key)?.confidence ?? [])].sort().join(''),
      )
      .map(([key, found]) => `${key}: ${[...found].sort().join('')}`);
    expect(wrong).toEqual([]);
  });

  it('names files that exist and registered texts', () => {
    const files = listed.flatMap(({ by = [] }) => by).filter((file) => !existsSync(`${folder}../${file}`));
    expect([...new Set(files)]).toEqual([]);
    expect(listed.filter(({ instrument }) => !(instrument in instruments)).map(({ instrument }) => instrument)).toEqual(
      [],
    );
  });

  it('says why what is not computed is not', () => {
    expect(listed.filter(({ state, why = '' }) => state === 'notComputed' && why.length < 6)).toEqual([]);
  });

  it('refers each computed provision to a review sheet, and each sheet has one', () => {
    const sheets = names
      .filter((path) => path.endsWith('review.yaml'))
      .flatMap((path) => {
        const { sheets: inFile }: { sheets: readonly { id: string; cases: readonly string[] }[] } = parse(
          readFileSync(`${folder}${path}`, 'utf8'),
        );
        return inFile.map(({ id }) => id);
      });
    const referred = new Set([...computed.values()].flatMap(({ sheets: own = [''] }) => own));
    expect([...referred].filter((id) => !sheets.includes(id))).toEqual([]);
    expect(sheets.filter((id) => !referred.has(id))).toEqual([]);
    expect(sheets.filter((id, index) => sheets.indexOf(id) !== index)).toEqual([]);
  });
});
