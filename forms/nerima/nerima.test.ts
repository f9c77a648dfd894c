import { describe, expect, it } from 'vitest';
import { problemsOf } from '../sheet/filled.ts';
import type { Filled, Given, GivenPerson } from '../sheet/given.ts';
import { sampleGiven, samplePerson, withMonth } from '../sheet/testing/sample.ts';
import { nerimaPrior, nerimaReview } from './exceptional.ts';
import { nerimaNotice } from './notice.ts';

type Sheet = {
  readonly priorOn: string;
  readonly reviewOn: string;
  readonly monthBound: string;
  readonly yearBound: string;
  readonly prior: Record<'marks' | 'total' | 'ordinary' | 'exceptional', readonly string[]>;
  readonly review: Sheet['prior'];
  readonly rows: readonly { readonly no: string; readonly prior: string; readonly review: string }[];
};

const ORDINARY = samplePerson('100001', '森下 千尋', [10, 20, 30, 10, 20, 30, 50]);
const about = (person: GivenPerson, more: Partial<Given> = {}) => sampleGiven({ people: [person], ...more });
const sheetOf = (definition: typeof nerimaPrior, given: Given, filled: Filled = {}): Sheet =>
  definition.printed({ given, filled, submittedOn: '2026-09-18', seals: [] }) as Sheet;
const halfOf = (definition: typeof nerimaPrior, key: 'prior' | 'review', given: Given, filled: Filled = {}) =>
  Object.fromEntries(sheetOf(definition, given, filled).rows.map((row) => [row.no, row[key]]));
const required = (definition: typeof nerimaPrior, given: Given) =>
  definition
    .parts(given)
    .flatMap(({ id, fields }) => fields.filter((field) => field.required).map((field) => `${id}.${field.id}`));
const asked = (definition: typeof nerimaPrior, given: Given) =>
  required(definition, given)
    .filter((key) => !key.startsWith('hours.'))
    .map((key) => key.split('.')[1]);

const NOT_NEEDED = '入力不要です';
const driven = { ...ORDINARY, externallyDriven: true };
const manager = { ...ORDINARY, managerial: true };

describe('事前届出: which rows are filled in', () => {
  it('leaves out ③ to ⑥ and ⑫ in 原則(自律)部署', () => {
    expect(halfOf(nerimaPrior, 'prior', about(ORDINARY))).toEqual({
      ...{ '②': '', '③': NOT_NEEDED, '④': NOT_NEEDED, '⑤': NOT_NEEDED, '⑥': NOT_NEEDED, '⑦': '', '⑧': '', '⑨': '' },
      ...{ '⑩': '', '⑪': '', '⑫': NOT_NEEDED, '⑬': '' },
    });
    expect(asked(nerimaPrior, about(ORDINARY))).toEqual(['overview', 'talkedOn', 'managerOn', 'toldOn']);
  });

  it('asks for ⑫ there too when the person is a 課長', () => {
    expect(asked(nerimaPrior, about(manager))).toEqual(['overview', 'talkedOn', 'managerOn', 'directorOn', 'toldOn']);
    expect(halfOf(nerimaPrior, 'prior', about(manager), { 'prior.directorOn': '2026-09-17' })['⑫']).toBe(
      '令和8年9月17日',
    );
  });

  it('asks for all of them in 他律部署, but for ⑦ to ⑨, which the half does not have', () => {
    const all = [
      'overview',
      'staffing',
      'unavoidable',
      'reduction',
      'health',
      'talkedOn',
      'managerOn',
      'directorOn',
      'toldOn',
    ];
    expect(asked(nerimaPrior, about(driven))).toEqual(all);
    expect(Object.values(halfOf(nerimaPrior, 'prior', about(driven)))).not.toContain(NOT_NEEDED);
  });

  it('leaves the right half blank', () => {
    const { review, rows, reviewOn } = sheetOf(nerimaPrior, about(ORDINARY));
    expect([...new Set([...Object.values(review).flat(), ...rows.map((row) => row.review)])]).toEqual(['']);
    expect(reviewOn).toBe('　年　月　日');
  });
});

describe('事後検証: which rows are filled in', () => {
  const [minute, month] = [1, '2026-10'];
  const sixTimes = samplePerson('1', 'あ', [46, 46, 46, 46, 46, 46, 45]);

  it.each<[string, GivenPerson, boolean]>([
    ['50 hours, as in the example', ORDINARY, false],
    ['99:59 in the month', withMonth(ORDINARY, month, 100 * 60 - minute), false],
    ['100:00 in the month', withMonth(ORDINARY, month, 100 * 60), true],
    ['80:00 on average', { ...ORDINARY, average: { months: 3, minutes: 80 * 60 } }, false],
    ['80:01 on average', { ...ORDINARY, average: { months: 3, minutes: 80 * 60 + minute } }, true],
    ['six months over 45 hours', sixTimes, false],
    ['seven months over 45 hours', withMonth(sixTimes, month, 45 * 60 + minute), true],
    ['他律', driven, true],
  ])('%s', (_, person, needed) => {
    const given = about(person);
    expect(asked(nerimaReview, given).includes('health')).toBe(needed);
    expect(asked(nerimaReview, given).includes('effect')).toBe(needed);
    expect(halfOf(nerimaReview, 'review', given)['⑥']).toBe(needed ? '' : NOT_NEEDED);
    expect(halfOf(nerimaReview, 'review', given)['⑦']).toBe(needed ? '' : NOT_NEEDED);
  });

  it.each([
    [720 * 60, false],
    [720 * 60 + 1, true],
  ])('%i minutes in the year, without any month of 100 hours or a seventh over 45', (year, needed) => {
    const spread = samplePerson('1', 'あ', [99, 99, 99, 99, 99, 99, 45, 44, 37], { average: null });
    const last = withMonth(spread, '2026-12', year - (99 * 6 + 45 + 44) * 60);
    expect(asked(nerimaReview, about(last, { month: '2026-12' })).includes('health')).toBe(needed);
  });

  it('takes ⑦ in 原則部署 where somebody fills it in, as the example does', () => {
    expect(halfOf(nerimaReview, 'review', about(ORDINARY), { 'review.effect': '20時退庁の実施' })['⑦']).toBe(
      '20時退庁の実施',
    );
    expect(problemsOf(nerimaReview.parts(about(ORDINARY)), { 'review.health': '良好' }, false)).toHaveLength(1);
  });

  it.each<[string, GivenPerson, boolean, string]>([
    ['原則', ORDINARY, false, NOT_NEEDED],
    ['原則 課長', manager, true, ''],
    ['他律', driven, true, ''],
    ['原則 100 hours', withMonth(ORDINARY, '2026-10', 100 * 60), false, NOT_NEEDED],
  ])('⑫ of %s', (_, person, needed, printed) => {
    expect(asked(nerimaReview, about(person)).includes('directorOn')).toBe(needed);
    expect(halfOf(nerimaReview, 'review', about(person))['⑫']).toBe(printed);
  });
});

describe('① hours', () => {
  const prior = about(
    {
      ...ORDINARY,
      months: ORDINARY.months.map((each) =>
        each.month >= '2026-10' ? { ...each, total: null, exceptional: null } : each,
      ),
    },
    { on: '2026-09-18' },
  );
  const hoursKeys = (given: Given) => nerimaPrior.parts(given)[0]?.fields.map(({ id, required }) => [id, required]);

  it('expects the running month and the ones to come, and asks for them through the month concerned', () => {
    expect(hoursKeys(prior)?.filter(([id]) => String(id).startsWith('ordinary'))).toEqual([
      ['ordinary-2026-09', true],
      ['ordinary-2026-10', true],
      ...['2026-11', '2026-12', '2027-01', '2027-02', '2027-03'].map((month) => [`ordinary-${month}`, false]),
    ]);
    expect(nerimaPrior.parts(prior)[0]?.fields[0]?.hint).toBe(
      '9月18日に記録にある時間は、通常業務30:00、特例業務0:00です。',
    );
  });

  it('expects the month concerned and those after it where it is written late', () => {
    expect(hoursKeys(about(ORDINARY))?.[0]).toEqual(['ordinary-2026-10', true]);
  });

  it('prints the records of the months that are over, then what is expected, each with its sum', () => {
    const filled = {
      'hours.ordinary-2026-09': '40:00',
      'hours.exceptional-2026-09': '0:00',
      'hours.ordinary-2026-10': '10:00',
      'hours.exceptional-2026-10': '40:30',
    };
    const { prior: half } = sheetOf(nerimaPrior, prior, filled);
    expect(half.total).toEqual([
      '10:00',
      '20:00',
      '30:00',
      '10:00',
      '20:00',
      '40:00',
      '50:30',
      '',
      '',
      '',
      '',
      '',
      '180:30',
    ]);
    expect(half.ordinary.slice(5)).toEqual(['40:00', '10:00', '', '', '', '', '', '140:00']);
    expect(half.exceptional.slice(5)).toEqual(['0:00', '40:30', '', '', '', '', '', '40:30']);
    expect(half.marks).toEqual(['', '', '', '', '', '', '○', '', '', '', '', '', '']);
  });

  it.each<[GivenPerson, number, string, string]>([
    [ORDINARY, 360 * 60, '', '年360時間以下'],
    [ORDINARY, 360 * 60 + 1, '○', '年360時間以下'],
    [driven, 360 * 60 + 1, '', '年720時間以下'],
    [driven, 1_100 * 60, '○', '年720時間以下'],
  ])('marks the year only past its bound (%#)', (person, year, mark, bound) => {
    const sheet = sheetOf(nerimaReview, about(withMonth(person, '2026-10', year - 120 * 60)));
    expect([sheet.review.marks.at(-1), sheet.yearBound]).toEqual([mark, bound]);
  });

  it('says the shares of each 特例業務 in ②, and nothing of other work', () => {
    const works = [
      { work: '選挙事務', minutes: 90, exceptional: true },
      { work: '窓口', minutes: 600, exceptional: false },
      { work: '災害対応', minutes: 30, exceptional: true },
    ];
    expect(halfOf(nerimaReview, 'review', about({ ...ORDINARY, works }))['②']).toBe('選挙事務(75%)\n災害対応(25%)');
  });
});

describe('the register of prior notices', () => {
  const notice = (task: string, hours: number, more: object = {}) => ({
    task,
    expected: [
      { month: '2026-10', minutes: hours * 60 },
      { month: '2026-11', minutes: 60 },
    ],
    staffing: '',
    unavoidable: '',
    reduction: '',
    health: '',
    ...more,
  });
  const startOf = (given: Given, key: string) =>
    nerimaPrior.parts(given).flatMap(({ id, fields }) => fields.filter((field) => `${id}.${field.id}` === key))[0]
      ?.start;

  it('is what the 事前届出 begins with: hours by month, shares largest first, texts with their task where there are several', () => {
    const notices = [notice('開票', 10, { reduction: '応援' }), notice('選挙の執行', 30, { reduction: '交替制' })];
    const given = about(driven, { on: '2026-09-10', notices });
    expect(
      ['2026-09', '2026-10', '2026-11', '2026-12'].map((each) => startOf(given, `hours.exceptional-${each}`)),
    ).toEqual(['', '40:00', '2:00', '']);
    expect(startOf(given, 'prior.overview')).toBe('選挙の執行(75%)\n開票(25%)');
    expect(startOf(given, 'prior.reduction')).toBe('開票: 応援\n選挙の執行: 交替制');
    expect(startOf(about(driven, { notices: notices.slice(0, 1) }), 'prior.reduction')).toBe('応援');
  });

  it('is told the task without its share, the hours from the month concerned on, and only the rows of the sheet', () => {
    const typed = {
      'prior.overview': '選挙の執行(75%)\n 開票(25%) \n',
      'prior.staffing': '2人',
      'hours.exceptional-2026-09': '9:00',
      'hours.exceptional-2026-10': '40:00',
      'hours.exceptional-2026-11': '0:00',
    };
    const told = (person: GivenPerson) => nerimaPrior.notice?.(about(person, { on: '2026-09-10' }), typed);
    expect(told(ORDINARY)).toEqual({
      task: '選挙の執行、開票',
      expected: [
        { month: '2026-10', minutes: 2400 },
        { month: '2026-11', minutes: 0 },
      ],
      hoursAt: 'hours.exceptional-2026-10',
    });
    expect(told(driven)).toMatchObject({ staffing: '2人', unavoidable: '', reduction: '', health: '' });
  });
});

describe('one sheet', () => {
  const filled = {
    'prior.overview': '選挙事務(100%)',
    'prior.staffing': '2人が担当',
    'prior.talkedOn': '2026-09-16',
    'hours.ordinary-2026-10': '5:00',
    'hours.exceptional-2026-10': '60:00',
  };
  const given = about(driven, { on: '2026-12-10', earlier: { on: '2026-09-18', filled } });

  it('has what was handed in before on the left, as it was, and the review on the right', () => {
    const sheet = sheetOf(nerimaReview, given, { 'review.staffing': '3人に増員' });
    expect(sheet.priorOn).toBe('令和8年9月18日');
    expect(sheet.prior.total.slice(5, 8)).toEqual(['', '65:00', '']);
    expect(sheet.review.total.slice(5, 8)).toEqual(['30:00', '50:00', '']);
    expect(sheet.rows.slice(0, 2)).toEqual([
      expect.objectContaining({ no: '②', prior: '選挙事務(100%)', review: '選挙事務(100%)' }),
      expect.objectContaining({ no: '③', prior: '2人が担当', review: '3人に増員' }),
    ]);
    expect(sheet.rows.find(({ no }) => no === '⑩')).toMatchObject({ prior: '令和8年9月16日', review: '' });
  });

  it('has a blank left half where nothing was handed in before', () => {
    const sheet = sheetOf(nerimaReview, about(ORDINARY));
    expect(sheet.priorOn).toBe('　年　月　日');
    expect([...new Set([...Object.values(sheet.prior).flat(), ...sheet.rows.map((row) => row.prior)])]).toEqual(['']);
  });
});

describe('縮減通知', () => {
  const at = (minutes: number, year: number) =>
    withMonth(withMonth(samplePerson('1', 'あ', [0, 0, 0, 0, 0, 0, 0]), '2026-04', year - minutes), '2026-10', minutes);
  const concerns = nerimaNotice.concerns as (given: Given, person: GivenPerson) => boolean;

  it.each([
    [45 * 60, 45 * 60, false, ''],
    [45 * 60 + 1, 45 * 60 + 1, true, '月45時間超'],
    [0, 360 * 60, false, ''],
    [0, 360 * 60 + 1, true, '年360時間超'],
    [46 * 60, 361 * 60, true, '月45時間超、年360時間超'],
  ])('%i minutes in the month and %i in the year', (month, year, concerned, over) => {
    const given = about(at(month, year));
    expect(concerns(given, given.people[0]!)).toBe(concerned);
    expect(nerimaNotice.printed({ given, filled: {}, submittedOn: null, seals: [] })).toMatchObject({
      people: [{ over }],
    });
  });
});
