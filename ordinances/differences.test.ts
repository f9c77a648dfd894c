import { describe, expect, test } from 'vitest';
import { compareVersions, differences, fromModel, fromVersionBefore, sayDay } from './differences.ts';
import { parameterGroups } from './parameters/rows.ts';
import { entries, modelParameters } from './parameters/table.ts';
import { readOrdinance } from './read-ordinance.ts';

const versionsOf = (...list: readonly (readonly [day: string, parameters: string])[]) => {
  const versions = list.map(([day, text]) => `  - effectiveFrom: "${day}"\n    parameters: { ${text} }\n`).join('');
  const { document, problems } = readOrdinance(
    `municipality: { code: "131016", name: 区 }\nversions:\n${versions}`,
    'x',
  );
  expect(problems).toEqual([]);
  return document?.versions ?? [];
};
const said = (dated: ReturnType<typeof compareVersions>) =>
  dated.flatMap(({ from, differences: found }) =>
    found.length === 0
      ? [`${sayDay(from)}から: なし`]
      : found.map(({ what, before, after }) => `${sayDay(from)}から: ${what} ${before} → ${after}`),
  );

describe('differences in words', () => {
  test('by day of effect between two files, and their end', () => {
    const old = versionsOf(['2019-04-01', ''], ['2027-04-01', 'dayBoundary: "4:00"']);
    const now = versionsOf(
      ['2019-04-01', ''],
      ['2026-04-01', 'dayBoundary: "4:00"'],
      ['2026-10-01', 'nearPercent: 80'],
    );
    expect(said(compareVersions(old, now))).toEqual([
      '令和8年4月1日から: 日の区切り 5:00 → 4:00',
      '令和9年4月1日から: なし',
    ]);
    expect(compareVersions(old, old)).toEqual([]);
    expect(said(compareVersions(now, old))[0]).toBe('令和8年4月1日から: 日の区切り 4:00 → 5:00');
  });

  test('a file that begins later is compared by its first version before it', () => {
    expect(compareVersions(versionsOf(['2019-04-01', '']), versionsOf(['2026-04-01', '']))).toEqual([]);
    expect(
      said(compareVersions(versionsOf(['2019-04-01', '']), versionsOf(['2026-04-01', 'nearPercent: 70']))),
    ).toEqual(['平成31年4月1日から: 「注意」を出す割合 80% → 70%']);
  });

  test('from version to version, with the group and what follows', () => {
    const versions = versionsOf(
      ['2025-04-01', 'monthlyGuideline: "40:00"'],
      ['2026-04-01', 'restTarget: "9:00", pay: { sixtyExcludes: SUNDAY_TYPE }, leave: { specialDays: { summer: 5 } }'],
      ['2027-04-01', 'anniversaries: [{ on: "06-23", name: 慰霊の日, from: 1974 }]'],
    );
    expect(said(fromVersionBefore(versions))).toEqual([
      '令和8年4月1日から: 勤務間のインターバルの目安 11:00 → 9:00',
      '令和8年4月1日から: 正規の勤務時間とフレックス 勤務間のインターバル: 確保をめざす時間 11:00 → 9:00',
      '令和8年4月1日から: 手当と振替・代休: 60時間に数えない時間外勤務 なし(すべて数える) → 日曜日またはこれに相当する日',
      '令和8年4月1日から: 休暇と部分休業 特別休暇の日数: 夏季休暇 3日 → 5日',
      '令和9年4月1日から: その団体だけの休日 定めなし → 6月23日 慰霊の日(1974年から)',
    ]);
    expect(fromModel(versions).map(({ differences: found }) => found.length)).toEqual([1, 5, 6]);
    expect(fromModel(versions)[0]?.differences).toEqual([
      { key: 'monthlyGuideline', what: '団体が定める月の目安', before: '定めなし', after: '40:00' },
    ]);
  });

  test('names that only their explanation tells apart keep it', () => {
    const other = {
      ...modelParameters,
      leave: {
        ...modelParameters.leave,
        prenatalWeeks: 8,
        specialDays: { ...modelParameters.leave.specialDays, fertility: 6 },
      },
    };
    expect(differences(modelParameters, other).map(({ what }) => what)).toEqual([
      '休暇と部分休業: 産前休暇(単胎)',
      '休暇と部分休業 特別休暇の日数: 出生サポート休暇(1年)',
    ]);
  });
});

describe('the page of settings', () => {
  test('shows every parameter once, in the order of the table, under headings that differ', () => {
    const groups = parameterGroups(modelParameters);
    expect(groups.flatMap(({ parameters }) => parameters.map(({ key }) => key)).sort()).toEqual(
      entries.map(({ path }) => path.join('.')).sort(),
    );
    for (const name of ['key', 'title'] as const)
      expect(new Set(groups.map((group) => group[name])).size, name).toBe(groups.length);
    expect(groups.every(({ parameters }) => parameters.every(({ differs }) => !differs))).toBe(true);
    expect(groups[0]).toMatchObject({ key: 'days', title: '日と勤務時間' });
    expect(groups.find(({ key }) => key === 'health.guidance')?.about).toContain('集団の下限10人');
    expect(groups.filter(({ about }) => about !== '')).toHaveLength(16);
    expect(groups.find(({ key }) => key === 'leave.specialDays')?.title).toBe('休暇と部分休業: 特別休暇の日数');
  });

  test('marks what is not the model', () => {
    const groups = parameterGroups({ ...modelParameters, dayBoundary: 240 });
    expect(groups.flatMap(({ parameters }) => parameters.filter(({ differs }) => differs))).toEqual([
      {
        key: 'dayBoundary',
        what: '日の区切り(これより前の打刻は前日の勤務に入れる)',
        value: '4:00',
        default: '5:00',
        differs: true,
        source: '運用',
        decides: '人事課',
        confidence: 'C',
      },
    ]);
  });
});
