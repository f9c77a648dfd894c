import { describe, expect, it } from 'vitest';
import { byTool, yearOfEffects } from './kochi/effects.ts';
import { effectsOnPaper } from './kochi/effects-paper.ts';
import { progressOnPaper } from './nanto/progress-paper.ts';
import { chartOf, hourAxis } from './paper/chart.ts';
import { keepToLook, pagesOf } from './paper/testing/pages.ts';
import {
  longest,
  sampleEffect,
  samplePlan,
  sampleProgress,
  sampleReview,
  sampleSheet,
  sampleTrend,
  usual,
} from './paper/testing/views.ts';
import { Typesetter, type UndatedPaper } from './paper/typesetter.ts';
import { planOnPaper } from './toyohashi/plan.ts';
import { sectionSheetOnPaper } from './ukiha/section-sheet-paper.ts';
import { savedByAll, savedByMeasure, savedBySection } from './yamagata/review.ts';
import { reviewsOnPaper } from './yamagata/review-paper.ts';

const typesetter = new Typesetter();
const CITY = '美汐市';
const seals = [
  { label: '所属長', name: '高瀬', on: '8.11.25' },
  { label: '職員組合', name: '', on: '' },
  { label: '人事課', name: '', on: '' },
];
const blank = seals.map(({ label }) => ({ label, name: '', on: '' }));
const reviews = (count: number, length: (most: number) => string) => {
  const entries = Array.from({ length: count }, (_, at) => ({
    section: length === longest ? `${at}${longest(60)}` : '市民部 保険年金課',
    closed: at % 2 === 1,
    content: sampleReview(at, length),
  }));
  const own = entries.map(({ section, content }) => ({ section, ...content }));
  const sums = {
    year: 2026,
    byMeasure: savedByMeasure(['meetings', 'briefings', 'manuals', 'levelling', 'mail', 'systems', 'other'], own),
    bySection: savedBySection(own),
    total: savedByAll(own),
  };
  return reviewsOnPaper(CITY, sums, entries);
};
const effects = (count: number, length: (most: number) => string) => {
  const entries = Array.from({ length: count }, (_, at) => ({
    section: length === longest ? longest(60) : '市民部 保険年金課',
    content: sampleEffect(at, length),
  }));
  const own = entries.map(({ content }) => content);
  const years = [2026, 2025, 2024].map((fiscalYear) =>
    yearOfEffects(own, { fiscalYear, from: `${fiscalYear}-04-01`, through: `${fiscalYear + 1}-03-31` }),
  );
  return effectsOnPaper(
    CITY,
    { year: 2026, years, byTool: byTool(['rpa', 'aiOcr', 'onlineForm', 'aiFaq', 'other'], own) },
    entries,
  );
};
const bureaus = ['総務部', '市民部', '健康福祉部', '建設部'].map((name) => sampleTrend(name, 0));

const papers: readonly (readonly [name: string, paper: UndatedPaper, pages: number])[] = [
  ['toyohashi-plan-empty', planOnPaper(CITY, samplePlan(0, 0, usual), blank), 1],
  ['toyohashi-plan-usual', planOnPaper(CITY, samplePlan(9, 4, usual), seals), 2],
  ['toyohashi-plan-longest', planOnPaper(CITY, samplePlan(60, 8, longest), seals), 10],
  ['ukiha-sheet-empty', sectionSheetOnPaper(CITY, sampleSheet(0, 1)), 1],
  ['ukiha-sheet-usual', sectionSheetOnPaper(CITY, sampleSheet(9, 7)), 1],
  ['ukiha-sheet-longest', sectionSheetOnPaper(CITY, sampleSheet(60, 12)), 4],
  ['nanto-progress-empty', progressOnPaper(CITY, sampleProgress(0), [sampleTrend('市民部', 0, false)]), 2],
  ['nanto-progress-usual', progressOnPaper(CITY, sampleProgress(6), bureaus), 2],
  ['nanto-progress-section', progressOnPaper(CITY, sampleProgress(1), [sampleTrend('市民部 保険年金課', 14)]), 3],
  ['nanto-progress-longest', progressOnPaper(CITY, sampleProgress(80), [sampleTrend('市民部 保険年金課', 40)]), 10],
  ['yamagata-review-empty', reviews(0, usual), 1],
  ['yamagata-review-usual', reviews(4, usual), 3],
  ['yamagata-review-longest', reviews(6, longest), 21],
  ['kochi-effects-empty', effects(0, usual), 1],
  ['kochi-effects-usual', effects(9, usual), 1],
  ['kochi-effects-longest', effects(30, longest), 11],
];

describe.each(papers)('%s', (name, paper, pages) => {
  it(`is printed as PDF/A on ${pages} page(s)`, () => {
    const pdf = typesetter.pdf({ ...paper, madeAt: 1_793_836_800 });
    keepToLook(name, pdf);
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pdf.includes('pdfaid')).toBe(true);
    expect(pagesOf(pdf)).toBe(pages);
  });
});

type Printed<T> = { readonly sheets: readonly T[] };
const sheetOf = <T>({ data }: UndatedPaper): T => (data as Printed<T>).sheets[0] as T;

describe('時間外勤務実施計画書', () => {
  type Sheet = { lines: { weeks: string[] }[]; totals: string[]; total: string; people: number; past: object[] };
  it('adds up people, weeks and hours; a line planned as a whole stands in no week', () => {
    const { lines, totals, total, people, past } = sheetOf<Sheet>(planOnPaper(CITY, samplePlan(4, 4, usual), seals));
    expect(lines.map(({ weeks }) => weeks[0])).toEqual(['5:00', '5:00', '', '5:00']);
    expect([totals, total, people]).toEqual([['15:00', '24:00', '30:00', '24:00', '12:00', ''], '140:00', 2]);
    const whole = samplePlan(4, 0, usual);
    const unsplit = { ...whole, lines: whole.lines.map((line) => ({ ...line, weeks: null })) };
    expect(sheetOf<Sheet>(planOnPaper(CITY, unsplit, seals)).totals).toEqual([]);
    // What cannot be done has no outcome.
    expect(past).toHaveLength(3);
  });
  it('shows the beginning of a plan to its head alone', () => {
    const plan = { ...samplePlan(4, 0, usual), state: null };
    const linesOf = (draft: boolean) =>
      sheetOf<Sheet>(planOnPaper(CITY, { ...plan, may: { ...plan.may, draft } }, [])).lines.length;
    expect([linesOf(false), linesOf(true)]).toEqual([0, 4]);
  });
});

describe('時間外勤務マネジメントシート', () => {
  it('marks the months above 45 hours, 通常 and 特例 together', () => {
    const sheet = sampleSheet(1, 2);
    const [person] = sheet.people;
    const people = [{ ...person!, ordinary: [2700, 2000], exceptional: [0, 701] }];
    const { people: printed } = sheetOf<{ people: { beyond: boolean[] }[] }>(
      sectionSheetOnPaper(CITY, { ...sheet, people }),
    );
    expect(printed[0]?.beyond).toEqual([false, true]);
  });
});

describe('進捗報告', () => {
  it('draws the people of a department on one scale, and no year of which nothing is known', () => {
    type Drawn = { trends: { chart: { lines: object[] }; people: { chart: { top: number } }[] }[] };
    const trend = sampleTrend('保険年金課', 3);
    const years = trend.years.map((year, at) => (at === 2 ? { ...year, perHead: year.perHead.map(() => null) } : year));
    const { trends } = sheetOf<Drawn>(progressOnPaper(CITY, sampleProgress(2), [{ ...trend, years }]));
    expect(trends[0]?.chart.lines).toHaveLength(2);
    expect(new Set(trends[0]?.people.map(({ chart }) => chart.top)).size).toBe(1);
  });
});

describe('デジタル化の効果', () => {
  it('prints what 京都市 prints, a negative reduction with its sign, and no bar for it', () => {
    type Sheet = { rows: { reduction: string; rate: string; robot: string }[]; years: { minutes: number }[] };
    const worse = { ...sampleEffect(0, usual), before: 2340, human: 2400, robot: null };
    const paper = effectsOnPaper(
      CITY,
      {
        year: 2026,
        byTool: [],
        years: [yearOfEffects([worse], { fiscalYear: 2026, from: '2026-04-01', through: '2027-03-31' })],
      },
      [
        { section: '', content: { ...worse, before: 2340, human: 240 } },
        { section: '', content: worse },
      ],
    );
    const { rows, years } = sheetOf<Sheet>(paper);
    expect(rows.map(({ reduction, rate, robot }) => [reduction, rate, robot])).toEqual([
      ['35:00', '89.7%', '―'],
      ['−1:00', '−2.6%', '―'],
    ]);
    expect(years[0]?.minutes).toBe(0);
  });
});

describe('the axis of a chart', () => {
  it.each([
    [0, 5, 6],
    [1, 5, 6],
    [45 * 60, 50, 6],
    [50 * 60, 50, 6],
    [50 * 60 + 1, 60, 4],
    [100 * 60, 100, 6],
    [1_030 * 60, 1_500, 4],
  ])('of %i minutes goes to %i hours in %i lines', (highest, top, lines) => {
    const axis = hourAxis(highest);
    expect([axis.top, axis.ticks.length]).toEqual([top, lines]);
    expect(axis.ticks.at(-1)).toBe(top);
  });
  it('leaves lines out of which nothing is known', () => {
    expect(chartOf('', ['4月'], [{ name: 'a', values: [null] }]).lines).toEqual([]);
  });
});
