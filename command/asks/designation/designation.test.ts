import { describe, expect, it } from 'vitest';
import { InputRefused } from '../../refusal.ts';
import { asks } from './designation.ts';

const named = (name: string) => {
  const found = asks.find((ask) => ask.name === name);
  if (found === undefined) throw new Error(name);
  return found;
};
const designation = named('designation');
const order = named('exceptional-order');
const record = named('breach-record');

function complaintsOf(ask: (typeof asks)[number], document: unknown): readonly string[] {
  try {
    ask.answer(document);
  } catch (error) {
    if (error instanceof InputRefused) return error.complaints.map(({ why }) => why?.ja ?? '');
    throw error;
  }
  return [];
}

describe('tokimori law ask designation', () => {
  it('answers its example: over a half, one told too late, and a month in which the designation ends', () => {
    const { answer, explanation } = designation.answer(designation.example);
    expect(answer).toEqual({
      designation: {
        accepted: true,
        refusals: [],
        warnings: ['manyDesignated', 'noticeMissing'],
        notices: [
          { id: '100001', by: '2027-03-31', state: 'inTime' },
          { id: '100002', by: '2027-03-31', state: 'late' },
        ],
      },
      month: {
        month: '2026-11',
        department: 'externallyDriven',
        days: { selfDirected: 15, externallyDriven: 15 },
        transfers: [{ on: '2026-11-16', from: 'externallyDriven', to: 'selfDirected' }],
      },
      cites: ['職職―328 第10', '総行公第139号 2(2)', '職職―328 第10第10項・第11項', '大山崎町告示 別表第1'],
      confidence: 'B',
    });
    expect(explanation()).toHaveLength(5);
  });

  it('refuses retro-active ones in the answer, and takes the parameters of the municipality', () => {
    const late = {
      unit: 'task',
      from: '2027-03-01',
      publishedOn: '2027-03-20',
      departments: { all: 2, externallyDriven: 1 },
    };
    expect(designation.answer({ designation: late }).answer).toMatchObject({
      designation: { accepted: false, refusals: ['wrongUnit', 'retroactiveWithoutReason'] },
    });
    const rules = { scope: 'task', noticeBefore: null };
    expect(designation.answer({ designation: { ...late, retroactiveReason: '災害' }, rules }).answer).toMatchObject({
      designation: { accepted: true, warnings: ['retroactive'] },
    });
  });

  it.each<[string, unknown, RegExp]>([
    ['nothing asked', {}, /^入力: 問うことがありません/],
    [
      'more departments than there are',
      {
        designation: {
          unit: 'department',
          from: '2027-03-01',
          publishedOn: '2027-03-20',
          departments: { all: 1, externallyDriven: 2 },
        },
      },
      /^designation: 部署の数/,
    ],
    [
      'a designation before the rules',
      {
        designation: {
          unit: 'department',
          from: '2019-03-31',
          publishedOn: '2019-03-20',
          departments: { all: 1, externallyDriven: 0 },
        },
      },
      /^designation: その日には/,
    ],
    ['a month without a post', { month: { month: '2026-11', posts: [], designations: [] } }, /^month: /],
    [
      'an unknown unit',
      {
        designation: {
          unit: 'person',
          from: '2019-03-31',
          publishedOn: '2019-03-20',
          departments: { all: 1, externallyDriven: 0 },
        },
      },
      /designation\.unit: /,
    ],
  ])('refuses %s', (_, document, expected) => {
    expect(complaintsOf(designation, document)).toEqual([expect.stringMatching(expected)]);
  });
});

describe('tokimori law ask exceptional-order', () => {
  it('answers its example: beyond 100 hours, and one item missing', () => {
    const { answer, explanation } = order.answer(order.example);
    expect(answer).toEqual({
      beyond: [
        { limit: 'monthly', months: 1, sum: '101:30', bound: '99:59' },
        { limit: 'average', months: 2, sum: '161:30', bound: '160:00' },
      ],
      notJudged: [],
      duty: 'confirm',
      missing: ['mindAndBody'],
      defects: [],
      ready: false,
      cites: '職職―99 1',
      confidence: 'A',
    });
    expect(explanation().at(-1)).toBe('確認の記録に 1 項目が足りません。(職職―99 1)');
  });

  it('knows no duty before 2025-04-01', () => {
    expect(order.answer({ orderedOn: '2025-03-31', soFar: '99:00', order: '2:00' }).answer).toMatchObject({
      duty: 'none',
      ready: true,
      cites: '人事院規則15―14 第16条の2の2第2項',
    });
  });

  it.each<[string, unknown, RegExp]>([
    ['an order of nothing', { orderedOn: '2026-11-20', soFar: '1:00', order: '0:00' }, /^order: 命令の時間/],
    [
      'a month twice',
      {
        orderedOn: '2026-11-20',
        soFar: '1:00',
        order: '1:00',
        before: [
          { month: '2026-10', overtime: '1:00' },
          { month: '2026-10', overtime: '1:00' },
        ],
      },
      /^before: 同じ月/,
    ],
    ['a day before the rules', { orderedOn: '2019-03-31', soFar: '1:00', order: '1:00' }, /^order: その日には/],
    [
      'more hours than the month has',
      { orderedOn: '2026-11-20', soFar: '719:00', order: '1:01' },
      /^order: 2026-11 の全時間 720:00 より長く/,
    ],
    [
      'more hours than an earlier month has',
      { orderedOn: '2026-11-20', soFar: '1:00', order: '1:00', before: [{ month: '2026-10', overtime: '744:01' }] },
      /^before\[0\]\.overtime: 2026-10 の全時間 744:00 より長く/,
    ],
  ])('refuses %s', (_, document, expected) => {
    expect(complaintsOf(order, document)).toEqual([expect.stringMatching(expected)]);
  });
});

describe('tokimori law ask breach-record', () => {
  it('answers its example: the reason is missing', () => {
    const { answer, explanation } = record.answer(record.example);
    expect(answer).toEqual({
      complete: false,
      missing: ['reason'],
      reviewDue: { ofYear: '2027-09-30', ofMonth: null },
      cites: ['総行公第139号 2(3)', '職職―328 第10第16項から第18項まで', '人事院規則15―14 第16条の2の2第3項'],
      confidence: 'B',
    });
    expect(explanation()).toHaveLength(3);
  });

  it('takes a number of months, a start month and a deadline of the month', () => {
    const whole = { department: '財政課', name: '青木', count: 7, times: 6, outline: '予算', reason: '理由' };
    expect(record.answer({ fiscalYear: 2026, yearStartMonth: 9, record: whole }).answer).toMatchObject({
      complete: true,
      reviewDue: { ofYear: '2028-02-29', ofMonth: null },
    });
    const rules = { monthlyReview: { monthsAfter: 2, day: 20 } };
    expect(record.answer({ month: '2026-11', record: {}, rules }).answer).toMatchObject({
      reviewDue: { ofMonth: '2027-01-20' },
    });
  });

  it.each<[string, unknown, RegExp]>([
    ['no time', { record: {} }, /^fiscalYear: いつの/],
    ['a month of another year', { record: {}, month: '2026-03', fiscalYear: 2026 }, /^fiscalYear: 2026-03/],
    ['nothing exceeded', { record: { value: '44:00', cap: '45:00' }, fiscalYear: 2026 }, /^record: 実績が上限に/],
    ['a year before the rules', { record: {}, fiscalYear: 2018 }, /^fiscalYear: その日には/],
  ])('refuses %s', (_, document, expected) => {
    expect(complaintsOf(record, document)).toEqual([expect.stringMatching(expected)]);
  });
});
