import { describe, expect, it, vi } from 'vitest';
import { tokimori } from './testing/tokimori.ts';

/** Each call is a process of its own, and the first one builds. */
vi.setConfig({ testTimeout: 180_000 });

const asked = (document: unknown) => JSON.stringify(document);
const article = '人事院規則10―4 第22条の2第1項';

describe('tokimori guidance', () => {
  const months = [
    { month: '2026-09', overtime: '80:00' },
    { month: '2026-10', overtime: '81:00', workedTotal: '257:15' },
  ];

  it('answers in the promised shape, by the latest month whatever the order', async () => {
    const { code, out, err } = await tokimori(
      ['guidance', '-'],
      asked({
        staff: [
          { id: '100001', months },
          { id: '100002', months: months.toReversed(), interviewedWithinMonth: true },
          { id: '100003', months: [{ month: '2026-10', overtime: '80:01' }], requested: true },
        ],
      }),
    );
    expect(err).toBe('');
    expect(code).toBe(0);
    const unknown = [3, 4, 5, 6].map((length) => ({ rule: 'average', months: length }));
    const due = {
      month: '2026-10',
      due: 'withoutRequest',
      reasons: [
        { rule: 'average', months: 2, value: '161:00', threshold: '160:00', cites: `${article}第1号` },
        { rule: 'law80', value: '80:07', threshold: '80:00', cites: '労働安全衛生規則 第52条の2第1項' },
      ],
      notJudged: unknown,
    };
    expect(JSON.parse(out)).toEqual({
      staff: [
        { id: '100001', ...due, exempt: false, interview: 'required' },
        { id: '100002', ...due, exempt: true, interview: 'none' },
        {
          id: '100003',
          month: '2026-10',
          due: 'onRequest',
          exempt: false,
          interview: 'required',
          reasons: [{ rule: 'month80', value: '80:01', threshold: '80:00', cites: `${article}第2号` }],
          notJudged: [{ rule: 'average', months: 2 }, ...unknown, { rule: 'law80' }],
        },
      ],
    });
  });

  it('refuses what cannot be, naming the place', async () => {
    const wrong = [
      { month: '2026-10', overtime: '50:00', workedTotal: '49:59' },
      { month: '2026-10', overtime: '745:00' },
    ];
    const { code, out, err } = await tokimori(
      ['guidance', '-'],
      asked({ staff: [{ id: '1', months: wrong, age: 3 }] }),
    );
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain('staff[0].age: 知らない項目です。');
    const { err: impossible } = await tokimori(['guidance', '-'], asked({ staff: [{ id: '1', months: wrong }] }));
    expect(impossible).toContain('staff[0].months[0].workedTotal: 働いた時間 49:59 が時間外勤務 50:00 より短く');
    expect(impossible).toContain('staff[0].months[1].month: 2026-10 が2回あります。');
    expect(impossible).toContain('staff[0].months[1]: 2026-10 の全時間 744:00 より長く');
  });
});

describe('tokimori fatigue', () => {
  const sheet = { symptoms: [3, 3, 1, 1, ...new Array(10).fill(0)], work: [3, 1, 1, 3, 0, 0, 3, 0, 1, 0, 0, 0, 0] };

  it('scores a sheet', async () => {
    const { code, out } = await tokimori(['fatigue', '-'], asked(sheet));
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({
      symptomTotal: 8,
      symptomGrade: 'Ⅲ',
      workTotal: 12,
      workGrade: 'D',
      score: 6,
      judgement: '非常に高い',
    });
  });

  it('names the item that cannot take a value', async () => {
    const { code, err } = await tokimori(['fatigue', '-'], asked({ ...sheet, work: sheet.work.with(2, 3) }));
    expect(code).toBe(1);
    expect(err).toContain('work[2]: 項目 3 の答え 3 は使えません。');
  });
});

describe('tokimori stress', () => {
  it('scores a sheet by both methods', async () => {
    const { code, out } = await tokimori(
      ['stress', '-'],
      asked({ sex: 'male', answers: new Array(57).fill(1).with(2, 2) }),
    );
    expect(code).toBe(0);
    const { sum, converted } = JSON.parse(out) as { sum: object; converted: { scales: Record<string, object> } };
    expect(sum).toEqual({ A: 49, B: 38, C: 9, highStress: false });
    expect(Object.keys(converted.scales)).toHaveLength(19);
    expect(converted.scales.A1).toEqual({ raw: 11, level: 4, points: 2 });
  });

  it('names the item that is no answer, and never fills one in', async () => {
    const { code, err } = await tokimori(
      ['stress', '-', '--lang', 'en'],
      asked({ sex: 'male', answers: new Array(56).fill(1) }),
    );
    expect(code).toBe(1);
    expect(err).toContain('answers: There are 56 answers.');
  });
});
