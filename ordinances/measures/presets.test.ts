import { formatYearMonth } from '@tokimori/law/time/months';
import { describe, expect, it } from 'vitest';
import { type FireOptions, fire } from './fire.ts';
import type { PresetName } from './presets.ts';
import { preset, presetNames } from './presets.ts';
import { sayMeasure } from './says.ts';
import { fired, measure, one, september, spread } from './testing/fired.ts';
import { type MonthSketch, monthAt, personOf } from './testing/people.ts';
import { TrialCount } from './trial.ts';

const driven = (sketch: MonthSketch): MonthSketch => ({ ...sketch, department: 'externallyDriven' });
/** So many hours, and a minute more on the 20th. */
const over = (hours: number): MonthSketch => ({ overtime: { ...spread(hours).overtime, 20: '0:01' } });
const months = (hours: readonly number[], last: MonthSketch) => [
  personOf(
    '甲',
    Object.fromEntries(
      [...hours.map((each) => spread(each)), last].map((sketch, at) => [
        formatYearMonth(monthAt('2026-04') + at),
        sketch,
      ]),
    ),
  ),
];
const spring: FireOptions = { from: monthAt('2026-04'), through: monthAt('2026-05'), yearStartMonth: 4 };

describe('what the sources say, at the threshold and a minute above', () => {
  it.each<[string, PresetName, string, MonthSketch, readonly string[]]>([
    ['宇治市 45:00 はまだ知らせない', 'uji', 'uji-stage-45', spread(45), []],
    [
      '宇治市 45:01 になった日に課へ',
      'uji',
      'uji-stage-45',
      over(45),
      ['税務課 | 2026-09 | 2026-09-20 | 甲 month 45:01'],
    ],
    ['宇治市 他律部署に45時間の段階はない', 'uji', 'uji-stage-45', driven(over(45)), []],
    ['宇治市 60:00 に職場会議はいらない', 'uji', 'uji-meeting-60', spread(60), []],
    ['宇治市 60:01 は職場会議', 'uji', 'uji-meeting-60', over(60), ['税務課 | 2026-09 | 2026-09-30 | 甲 month 60:01']],
    ['宇治市 80:00 にヒアリングはいらない', 'uji', 'uji-stage-80', driven(spread(80)), []],
    [
      '宇治市 80:01 はどの部署もヒアリング',
      'uji',
      'uji-stage-80',
      driven(over(80)),
      ['税務課 | 2026-09 | 2026-09-30 | 甲 month 80:01'],
    ],
    ['さいたま市 80:00 に問診票はいらない', 'saitama', 'saitama-questionnaire', spread(80), []],
    [
      'さいたま市 80:01 は本人と所属長に',
      'saitama',
      'saitama-questionnaire',
      over(80),
      ['甲 | 2026-09 | 2026-09-30 | 甲 month 80:01'],
    ],
    ['さいたま市 保健師も80:00 を超えた人だけ', 'saitama', 'saitama-nurse', spread(80), []],
    [
      'さいたま市 管理職も',
      'saitama',
      'saitama-nurse',
      { ...over(80), managerial: true },
      ['甲 | 2026-09 | 2026-09-30 | 甲 month 80:01'],
    ],
    ['練馬区 特例業務のない月に課の一覧はない', 'nerima', 'nerima-exceptional-sections', spread(60), []],
    [
      '練馬区 特例業務が1分でもあれば、団体で一つの一覧',
      'nerima',
      'nerima-exceptional-sections',
      { ...spread(60), exceptional: { 3: '0:01' } },
      ['団体 | 2026-09 | 2026-09-30 | 甲 monthExceptional 1'],
    ],
    ['練馬区 試すとき、45:00 の月に事前届出はいらない', 'nerima', 'nerima-prior-report-self-directed', spread(45), []],
    [
      '練馬区 試すとき、45:01 の月は前の月の20日までに',
      'nerima',
      'nerima-prior-report-self-directed',
      over(45),
      ['甲 | 2026-09 | 2026-08-20 | 甲 month 45:01'],
    ],
    [
      '京都市 試すとき、他律部署の99:59 に報告はいらない',
      'kyoto',
      'kyoto-prior-report-externally-driven',
      driven({ overtime: { ...spread(90).overtime, 20: '9:59' } }),
      [],
    ],
    [
      '京都市 試すとき、他律部署の100:00 は前の月の末日までに',
      'kyoto',
      'kyoto-prior-report-externally-driven',
      driven(spread(100)),
      ['甲 | 2026-09 | 2026-08-31 | 甲 month 100:00'],
    ],
  ])('%s', (_, name, id, sketch, expected) => expect(fired(measure(name, id), one(sketch))).toEqual(expected));

  it('横浜市: 720:00 of a year is not beyond it; 720:01 is told once, and the year that leads there before', () => {
    const whole = { from: monthAt('2026-04'), through: monthAt('2027-03'), yearStartMonth: 4 };
    const sixty = [60, 60, 60, 60, 60, 60, 60, 60, 60, 60, 60];
    const [beyond, ahead] = [measure('yokohama', 'yokohama-year-720'), measure('yokohama', 'yokohama-forecast-720')];
    expect(fired(beyond, months(sixty, spread(60)), whole)).toEqual([]);
    expect(fired(ahead, months(sixty, spread(60)), whole)).toEqual([]);
    expect(fired(beyond, months(sixty, over(60)), whole)).toEqual(['甲 | 2027-03 | 2027-03-20 | 甲 year 720:01']);
    expect(fired(ahead, months(sixty, over(60)), whole)).toEqual([
      '甲 | 2027-03 | 2027-03-20 | 甲 yearForecast 720:01',
    ]);
    const heavy = [90, 90, 90, 90, 90, 90, 90, 90, 20];
    expect(fired(beyond, months(heavy, spread(10)), whole)).toEqual(['甲 | 2026-12 | 2026-12-01 | 甲 year 730:00']);
    expect(fired(ahead, months(heavy, spread(10)), whole)).toEqual([
      '甲 | 2026-08 | 2026-08-01 | 甲 yearForecast 1080:00',
    ]);
  });
});

describe('the beginning of a year', () => {
  const people = [personOf('甲', { '2026-04': {}, '2026-05': {} })];
  it.each<[PresetName, string, string]>([
    ['yamagata', 'yamagata-review', '財務部'],
    ['yamagata', 'yamagata-projects', '財務部'],
    ['yamagata', 'yamagata-tasks', '財務部'],
    ['kochi', 'kochi-goals', '税務課'],
    ['kochi', 'kochi-promoters', '税務課'],
    ['kochi', 'kochi-effects', '税務課'],
  ])('%s: %s falls to %s once', (name, id, subject) =>
    expect(fired(measure(name, id), people, spring)).toEqual([`${subject} | 2026-04 | 2026-04-01`]),
  );
  it('南砺市: the training of managers is one for the city', () => {
    const managers = [personOf('甲', { '2026-04': { managerial: true } }), personOf('乙', { '2026-04': {} })];
    expect(fired(measure('nanto', 'nanto-training'), managers, spring)).toEqual(['団体 | 2026-04 | 2026-04-01']);
  });
});

describe('what is done every day', () => {
  const standing = presetNames.flatMap((name) => preset(name).measures.filter(({ moment }) => moment === 'standing'));
  it('is told with its source, and never comes to be due, by day or in a trial', () => {
    expect(standing.map(({ id }) => id)).toEqual(['yokohama-prior-order', 'toyohashi-daily-close']);
    expect(sayMeasure(measure('toyohashi', 'toyohashi-daily-close'))).toEqual([
      '毎日の終業前に終礼を行い、時間外勤務の申請と所属長の判断を終業前に済ませる',
      '  いつ: 日々の運用として、所属(課)ごとに(管理職を含む全職員)。予定は作りません',
      '  すること: 所属長が会議を開き、本人と話し合う(終礼。その日の時間外勤務の申請と命令)',
      '  根拠: 総務省事例集(令和4年12月)11ページ 豊橋市「PDCAサイクルを意識した一連の取り組み」(A)',
    ]);
    for (const live of [true, false]) expect(fire(standing, one(spread(100)), { ...september, live })).toEqual([]);
    expect(new TrialCount(standing, september).result()).toMatchObject({ lines: [], workload: [], total: 0 });
  });
});
