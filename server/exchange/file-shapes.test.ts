import type { ImportKind } from '@tokimori/contract/imports';
import { parseLocalDate } from '@tokimori/law/time/civil';
import { expect, test } from 'vitest';
import { importShapes } from './file-shapes.ts';
import { withKind } from './kinds/by-name.ts';
import type { Reading } from './kinds/kind.ts';
import { layoutOf } from './rows/columns.ts';
import { RowReader } from './rows/row-reader.ts';

const reading: Reading = {
  now: new Date('2026-11-20T12:00:00+09:00'),
  today: parseLocalDate('2026-11-20')!,
  fileName: 'example.csv',
  startedBy: 'jinji',
  parameters: () => Promise.reject(new Error('a line is read without parameters')),
};

test.each(Object.keys(importShapes) as ImportKind[])('%s: 例の行は、そのまま読める', (name) => {
  const { columns } = importShapes[name];
  withKind(name, (kind) => {
    const headers = columns.map(({ field }) => field);
    const layout = layoutOf(headers, kind.columns, kind.alternatives, {});
    expect([layout.missing, layout.twice]).toEqual([[], []]);
    expect([...layout.positions.keys()].toSorted()).toEqual(headers.toSorted());
    const reader = new RowReader(
      columns.map(({ example }) => example),
      layout.positions,
    );
    expect(kind.read(reader, reading)).toBeDefined();
    expect(reader.refusals).toEqual([]);
  });
});
