import { samples } from '@tokimori/law/testing/samples';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { writtenOf } from '../parameters/merge.ts';
import { entries, modelParameters } from '../parameters/table.ts';
import { readOrdinance } from '../read-ordinance.ts';
import { fileOf, head, problemsOf, told, versionsIn } from '../testing/town-files.ts';

describe('what contradicts itself', () => {
  test.each([
    ['allotment: { breaks: [{ from: "17:00", until: "18:00" }] }', 'allotment.breaks', '途中に'],
    [
      'allotment: { breaks: [{ from: "12:30", until: "13:00" }, { from: "12:00", until: "12:40" }] }',
      'allotment.breaks',
      '途中に',
    ],
    [
      'allotment: { breaks: [{ from: "12:00", until: "12:44" }] }\nhours: { fullDay: "8:00" }',
      'allotment.breaks',
      '45分以上',
    ],
    ['allotment: { hours: { from: "17:15", until: "8:30" }, breaks: [] }', 'allotment', '始まりが終わりより前'],
    ['allotment: { hours: { until: "17:30" } }', 'allotment', 'hours.fullDay(7:45)と合いません'],
    ['hours: { fullDay: "7:30" }', 'hours.fullDay', '割振り(休憩を除いて7:45)'],
    ['dayBoundary: "8:31"', 'dayBoundary', '勤務時間の始まりより後'],
    ['exceptionalCategories: [normal]', 'exceptionalCategories', '通常'],
    ['hours: { flextime: { bandFrom: "9:01" } }', 'hours.flextime.bandFrom', 'コアタイム'],
    [
      'hours: { flextime: { core: { length: "4:00", from: "10:00", until: "13:00" } } }',
      'hours.flextime.core',
      '長くなっています',
    ],
    ['hours: { flextime: { minPerDay: "8:00", maxPerDay: "7:00" } }', 'hours.flextime.minPerDay', '以下にします'],
    [
      'hours: { staggered: { shifts: [{ name: 早出, from: "7:00", until: "15:00", breaks: [] }] } }',
      'hours.staggered.shifts',
      '「早出」',
    ],
    ['records: { retentionYearsByKind: { guidanceResult: 4 } }', 'records.retentionYearsByKind', '5年以上'],
    ['records: { discrepancy: { grave: "0:20" } }', 'records.discrepancy.grave', '以上にします'],
    ['records: { clipped: { within: "5:00" } }', 'records.clipped.within', '小さくします'],
    ['health: { guidance: { month: { hours: "79:00" } } }', 'health.guidance.month', '以下にします'],
    ['health: { stressGroup: { riskFloor: 200, riskCap: 100 } }', 'health.stressGroup.riskCap', '下限は上限以下'],
    ['leave: { firstYearDays: [3, 2, 5, 7, 8, 10, 12, 13, 15, 17, 18, 20] }', 'leave.firstYearDays', '小さい日数から'],
    ['leave: { annualDays: 19 }', 'leave.annualDays', '小さい日数から'],
    ['leave: { summerFrom: 10 }', 'leave.summerFrom', '以下にします'],
  ])('%s', (text, key, message) => {
    const problems = problemsOf(fileOf(text));
    expect(
      problems
        .filter((one) => one.key === key)
        .map((one) => one.message)
        .join(),
    ).toContain(message);
  });

  test.each([
    [
      'allotment: { breaks: [{ from: "12:00", until: "12:45" }] }\nhours: { fullDay: "8:00", staggered: { shifts: [] } }',
    ],
    ['dayBoundary: "8:30"'],
    ['records: { retentionYearsByKind: { guidanceResult: 5, wageLedger: 3 } }'],
    ['health: { stressGroup: { minimum: 10 }, procedure: { keepYears: 5 } }'],
    ['hours: { flextime: { core: { length: "0:00" }, bandFrom: "9:01" } }'],
  ])('is not: %s', (text) => {
    versionsIn(fileOf(text));
  });

  test('is told once, in the version that brings it about', () => {
    const problems = problemsOf(
      fileOf('allotment: { hours: { until: "17:30" } }', 'nearPercent: 70', 'hours: { fullDay: "8:00" }'),
    );
    expect(problems.map(({ line, key }) => [line, key])).toEqual([
      [5, 'allotment'],
      [11, 'hours.fullDay'],
    ]);
  });
});

test('what is written out in full is read back the same', () => {
  const written = writtenOf(modelParameters);
  const text =
    head + stringify([{ effectiveFrom: '2026-04-01', parameters: written }], { aliasDuplicateObjects: false });
  expect(told(text)).toEqual([]);
  expect(versionsIn(text)).toEqual([modelParameters]);
});

test('whatever stands in a file, it is read or refused with places in it, and never thrown at', () => {
  const names = fc.constantFrom(
    ...entries.flatMap(({ path }) => path),
    'hat',
    '__proto__',
    'constructor',
    'toString',
    '<<',
  );
  const value = fc.letrec((tie) => ({
    any: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom(null, true, 0, 7, -1, 1.5, '4:00', '12-29', '', 'NONE', '2026-04-01'),
      fc.array(tie('any'), { maxLength: 3 }),
      fc.dictionary(names, tie('any'), { maxKeys: 4 }),
    ),
  })).any;
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 3 }), (given) => {
      const versions = given.map((parameters, at) => ({ effectiveFrom: `${2020 + at}-04-01`, parameters }));
      const text = stringify(
        { municipality: { code: '131016', name: '千代田区' }, versions },
        { aliasDuplicateObjects: false },
      );
      const { document, problems } = readOrdinance(text, 'town.yaml');
      const lines = text.split('\n').length;
      expect(document === null).toBe(problems.length > 0);
      expect(document === null || document.versions.length === given.length).toBe(true);
      for (const { line } of problems) expect(line >= 1 && line <= lines).toBe(true);
      const ascending = problems.every(({ line }, at) => at === 0 || line >= (problems[at - 1]?.line ?? 0));
      expect(ascending).toBe(true);
    }),
    { numRuns: samples(60) },
  );
});
