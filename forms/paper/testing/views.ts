import type { planView } from '@tokimori/contract/plans';
import type { DigitalEffect, WorkReview } from '@tokimori/contract/registers/entries';
import type { Progress } from '@tokimori/contract/registers/progress';
import type { SectionSheet } from '@tokimori/contract/registers/sheets';
import { reviewSteps, savingMeasureWords, viewpointWords } from '@tokimori/contract/registers/words';
import type { Answer } from '@tokimori/contract/route';
import type { Trend } from '../../nanto/progress-paper.ts';

type Plan = Answer<typeof planView>;
type Keys<T> = (keyof T)[];
/** Months of the fiscal year 2026, as far as a month. */
const fiscalMonths = (count: number): string[] =>
  Array.from(
    { length: count },
    (_, at) => `${2026 + Math.floor((at + 3) / 12)}-${String(((at + 3) % 12) + 1).padStart(2, '0')}`,
  );
const twelve = (of: (at: number) => number | null): (number | null)[] => Array.from({ length: 12 }, (_, at) => of(at));
const long = (most: number): string => '国保料の本算定と通知書の点検、'.repeat(70).slice(0, most);
const NAME = '小鳥遊小路 𠮷之介左衛門尉';
const PATH = '健康福祉部 生活支援・子育て世代包括支援センター 国民健康保険・後期高齢者医療係';

const weeks = [1, 5, 12, 19, 26, 31].map((day, at, all) => {
  const last = (all[at + 1] ?? 32) - 1;
  const on = (of: number) => `2026-12-${String(of).padStart(2, '0')}`;
  return { from: on(day), through: on(last), actual: null };
});
const measure = (at: number, words: string): Plan['measures'][number] => ({
  month: '2026-10',
  group: at < 4 ? '国保係' : '年金係',
  item: (['spread', 'reassign', 'support', 'other'] as const)[at % 4] ?? 'other',
  feasible: at % 4 !== 1,
  words,
  carriedIn: '2026-11',
  outcome: at === 0 ? 'done' : null,
  outcomeNote: at === 0 ? words : '',
  before: 5400,
  after: 3120,
  sameDays: at === 2 ? '2026-11-15' : null,
});

/** A plan with so many lines and measures, and texts of a length. */
export function samplePlan(lines: number, measures: number, length: (most: number) => string): Plan {
  const people = Math.max(1, Math.ceil(lines / 2));
  return {
    department: '3020',
    path: lines > 20 ? PATH : '市民部 保険年金課',
    month: '2026-12',
    running: '2026-11',
    dueOn: '2026-11-30',
    late: false,
    state: lines === 0 ? null : 'agreedByHead',
    version: 3,
    note: '',
    remarks: lines === 0 ? '' : length(1000),
    may: { draft: false, agreeAsHead: false, agreeAsUnion: false, receive: false, giveBack: false, measures: false },
    weeks,
    lines: Array.from({ length: lines }, (_, at) => ({
      staff: String(100_000 + (at % people)),
      name: lines > 20 ? NAME : (['森下 千尋', '西原 拓海', '𠮷田 髙志'][at % 3] ?? ''),
      work: length(100),
      reason: length(200),
      weeks: at % 3 === 2 ? null : [300, 480, 600, 480, 240, 0],
      minutes: 2100,
    })),
    people: [],
    sums: { planned: lines * 2100, lastYear: 124_560, before: 98_700, actual: null, through: null },
    measures: Array.from({ length: measures }, (_, at) => measure(at, length(400))),
    groups: [],
    past: Array.from({ length: measures }, (_, at) => measure(at, length(400))),
    history: [],
  };
}

const limits: SectionSheet['people'][number]['marks'] = [
  { limit: 'monthly', state: 'over', value: 6000, cap: 2700 },
  { limit: 'average-3', state: 'forecastOver', value: 15_000, cap: 14_400 },
  { limit: 'monthsOver45', state: 'near', value: 5, cap: 6 },
  { limit: 'annual', state: 'near', value: 30_000, cap: 43_200 },
];

/** A section of some people over some months. */
export function sampleSheet(people: number, months: number): SectionSheet {
  const hours = (at: number, of: number) => 600 + ((at * 37 + of * 613) % 2600);
  const all = fiscalMonths(months);
  return {
    month: all.at(-1) ?? '',
    fiscalYear: 2026,
    settled: months < 12,
    department: '3020',
    name: '保険年金課',
    path: people > 20 ? PATH : '市民部 保険年金課',
    shows: 'everyone',
    months: all,
    totals: all.map((month, at) => ({
      month,
      headcount: people,
      ordinary: people === 0 ? null : people * hours(at, 1),
      exceptional: people === 0 ? null : people * 120,
      perHead: people === 0 ? null : hours(at, 1) + 120,
      lastYearHeadcount: people,
      lastYear: null,
      lastYearPerHead: people === 0 || at === 3 ? null : hours(at, 2),
    })),
    people: Array.from({ length: people }, (_, at) => {
      const ordinary = all.map((_month, of) => (at === 1 && of < 2 ? null : hours(at, of)));
      const exceptional = all.map((_month, of) => (at % 4 === 0 && of === 1 ? 1300 : 0));
      const sum = (of: readonly (number | null)[]) => of.reduce<number>((total, each) => total + (each ?? 0), 0);
      return {
        staff: String(100_000 + at),
        name: people > 20 ? NAME : '森下 千尋',
        rank: at + 1,
        ordinary,
        exceptional,
        total: sum(ordinary) + sum(exceptional),
        totalExceptional: sum(exceptional),
        over45: at % 5,
        marks: people > 20 ? limits : limits.slice(0, at % 3),
      };
    })
      .toSorted((a, b) => b.total - a.total)
      .map((person, at) => ({ ...person, rank: at + 1 })),
  };
}

/** 進捗報告 with so many who stayed long. */
export function sampleProgress(people: number): Progress {
  const who = (at: number) => ({
    staff: String(100_000 + at),
    name: people > 20 ? NAME : '森下 千尋',
    section: people > 20 ? '生活支援・子育て世代包括支援センター' : '保険年金課',
    managerial: at % 7 === 3,
    mayOpen: true,
  });
  const known = people > 0;
  return {
    month: '2026-10',
    today: '2026-11-04',
    settled: true,
    whole: people !== 1,
    files: true,
    rows: (['thisMonth', 'lastMonth', 'lastYear'] as const).map((period, at) => ({
      period,
      month: ['2026-10', '2026-09', '2025-10'][at] ?? '',
      headcount: known ? 45_130 : 0,
      beyond: known ? 24_300_000 + at * 777 : null,
      beyondPerHead: known ? 150 + at : null,
      beyondUnknown: 0,
      overtime: known ? 24_171_000 : null,
      overtimePerHead: known ? 149 : null,
      allowance: known && at < 2 ? 1_234_567_890 : null,
    })),
    bands: ['2026-10', '2026-09', '2026-08', '2025-10'].map((month, at) => ({
      month,
      lastYear: at === 3,
      known,
      to80: people,
      to100: Math.floor(people / 2),
      over100: Math.floor(people / 5),
      sections: Array.from({ length: Math.min(people, 30) }, (_, of) => `${of + 1}番目の窓口課`),
    })),
    over60: Array.from({ length: people }, (_, at) => ({ ...who(at), beyond: 6480 - at, overtime: 5400 })),
    months: ['2026-08', '2026-09', '2026-10'],
    over180: Array.from({ length: people }, (_, at) => ({
      ...who(at),
      beyond: [at % 2 === 0 ? 4200 : null, 4100, 5000],
      total: 13_300,
    })),
    departments: [],
    remarks: known ? ['打刻がそろわない日が 12日分あり、その日の超過在席時間は入っていません。'] : [],
  };
}

/** The trend of a department with so many people; `known`: whether anything is. */
export function sampleTrend(name: string, people: number, known = true): Trend {
  const year = (of: number) =>
    twelve((at) => (!known || (of === 2026 && at > 6) ? null : 900 + ((at * 431 + of * 77) % 2400)));
  return {
    department: '3020',
    name,
    staff: null,
    yearStartMonth: 4,
    years: [2026, 2025, 2024].map((fiscalYear) => ({
      fiscalYear,
      beyond: year(fiscalYear).map((each) => (each === null ? null : each * 20)),
      perHead: year(fiscalYear),
    })),
    people: Array.from({ length: people }, (_, at) => ({
      staff: String(100_000 + at),
      name: people > 20 ? NAME : '森下 千尋',
      beyond: twelve((month) =>
        month > 6 || (at === 1 && month < 3) ? null : 300 + ((month * 577 + at * 811) % 3900),
      ),
    })),
  };
}

/** A review with texts of a length. */
export const sampleReview = (at: number, length: (most: number) => string): WorkReview => ({
  fiscalYear: 2026,
  kind: at % 2 === 0 ? 'project' : 'task',
  name: length(100),
  department: '3020',
  viewpoints: (Object.keys(viewpointWords) as Keys<typeof viewpointWords>)
    .slice(0, length(9).length > 8 ? 6 : 2)
    .map((viewpoint, no) => ({ viewpoint, finding: no === 1 ? '' : length(1000) })),
  decision: at === 0 ? null : 'improve',
  external: at % 2 === 0 ? { on: '2026-08-20', opinion: length(2000) } : null,
  budget: length(400),
  steps: reviewSteps[at % 2 === 0 ? 'project' : 'task']
    .slice(0, 3)
    .map((step, no) => ({ step, state: no === 1 ? 'unneeded' : 'done', on: no === 1 ? null : '2026-06-30' })),
  savings: (Object.keys(savingMeasureWords) as Keys<typeof savingMeasureWords>).map((of, no) => ({
    measure: of,
    what: length(200),
    planned: 128_340,
    actual: no === 2 ? null : 112_560,
  })),
});

/** A tool with texts of a length. */
export const sampleEffect = (at: number, length: (most: number) => string): DigitalEffect => ({
  tool: (['rpa', 'aiOcr', 'onlineForm', 'aiFaq', 'other'] as const)[at % 5] ?? 'other',
  name: length(100),
  work: length(400),
  department: '3020',
  before: 83_400,
  robot: at % 3 === 1 ? null : 300,
  human: at === 4 ? 90_000 : 2340,
  since: '2024-07-01',
  until: at === 2 ? '2026-12-31' : null,
  initialCost: at % 2 === 0 ? 1_234_000 : null,
  yearlyCost: at % 4 === 0 ? 660_000 : null,
  note: length(400),
});

/** Texts of a usual length, and as long as their fields take them. */
export const usual = (most: number): string => '国保料の本算定と通知書の点検'.slice(0, most > 100 ? 14 : 8);
export const longest = (most: number): string => long(most);
