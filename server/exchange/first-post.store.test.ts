import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseYearMonth } from '@tokimori/law/time/months';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Deriver, startDeriver } from '../derive/deriver.ts';
import { rebuild } from '../derive/rebuild.ts';
import { openTown, type Town } from '../derive/testing/town.ts';
import { eachDatabase } from '../store/testing/each-database.ts';
import { importFile } from './import-file.ts';

eachDatabase('はじめの発令', (open) => {
  let town: Town;
  let deriver: Deriver;
  let folder: string;

  beforeAll(async () => {
    town = await openTown(await open(), '2026-11-20T12:00:00+09:00');
    folder = await mkdtemp(join(tmpdir(), 'tokimori-first-post-'));
    for (const department of ['A', 'B']) await town.department(department);
    deriver = startDeriver(town.context);
  });
  afterAll(async () => {
    await deriver.stop();
    await rm(folder, { recursive: true });
  });

  const appoint = async (on: string, department: string) => {
    const path = join(folder, 'appointments.csv');
    await writeFile(path, `職員番号,発令日,部署コード\r\n1,${on},${department}\r\n`);
    const run = await importFile(town.context, town.code, 'appointments', path);
    await deriver.idle();
    return run;
  };
  const departmentIn = async (month: string) => (await town.record('1', month))?.department;
  const differences = async () => (await rebuild(town.context, town.code, { check: true })).differences;

  test('それより前の月も、その部署のものとして作り直す', async () => {
    await town.hire('1');
    await town.unappoint('1', '2015-04-01');
    await town.handOver('1', parseYearMonth('2026-08')!, 600);
    await town.handOver('1', parseYearMonth('2026-11')!, 600);
    await deriver.idle();
    expect(await departmentIn('2026-08')).toBe('');
    expect(await appoint('2026-12-01', 'B')).toMatchObject({ taken: 1 });
    expect([await departmentIn('2026-08'), await departmentIn('2026-11')]).toEqual(['B', 'B']);
    expect(await differences()).toEqual([]);
    expect(await appoint('2026-10-01', 'A')).toMatchObject({ taken: 1 });
    expect([await departmentIn('2026-08'), await departmentIn('2026-11')]).toEqual(['A', 'A']);
    expect(await differences()).toEqual([]);
  });
});
