import { describe, expect, it } from 'vitest';
import { InputRefused } from '../refusal.ts';
import { asks } from './regime.ts';

const [regime] = asks;
const ask = (document: unknown) => regime?.answer(document);
const post = { workplace: null, category: 'regularService' };

function complaintsOf(document: unknown): readonly string[] {
  try {
    ask(document);
  } catch (error) {
    if (error instanceof InputRefused) return error.complaints.map(({ why }) => why?.ja ?? '');
    throw error;
  }
  return [];
}

describe('tokimori law ask regime', () => {
  it('answers its example: a mixed month wants a human', () => {
    const answered = ask(regime?.example);
    expect(answered?.answer).toMatchObject({
      month: '2026-11',
      mixed: true,
      review: 'mixedMonth',
      severalAgreements: false,
      judgedUnder: ['ordinance', 'article36'],
      spans: [
        {
          from: '2026-11-01',
          through: '2026-11-15',
          regime: 'ordinance',
          inspection: 'personnelCommission',
          cites: '人事院規則15―14 第16条の2の2第1項第1号イ(2)',
          confidence: 'A',
        },
        { from: '2026-11-16', through: '2026-11-30', regime: 'article36', switchedOff: [] },
      ],
    });
    expect(answered?.explanation().join('')).toContain('労働基準監督機関は人事委員会です。');
  });

  it('answers a month without change', () => {
    const answered = ask({ month: '2026-11', posts: [post] });
    expect(answered?.answer).toMatchObject({ mixed: false, review: null, spans: [{ inspection: 'headOfBody' }] });
    const off = { ...post, managerial: true };
    const rules = { managersNightAllowance: false, managersGuidance: false };
    expect(ask({ month: '2026-11', posts: [off], rules })?.answer).toMatchObject({
      spans: [
        {
          regime: 'manager',
          warnings: ['nightAllowanceOff'],
          duties: [
            { duty: 'trackWorkingHours' },
            { duty: 'guidance' },
            { duty: 'recordNight', cites: '労働基準法 第108条' },
          ],
        },
      ],
    });
    const drivers = { workplace: null, category: 'simpleLabor' };
    expect(
      ask({ month: '2026-11', posts: [drivers], rules: { simpleLaborAtUnlisted: 'ordinance' } })?.answer,
    ).toMatchObject({
      spans: [{ regime: 'ordinance' }],
    });
  });

  it('answers teachers with the law they fall under, not with a crash', () => {
    const answered = ask({ month: '2026-11', posts: [{ workplace: 12, category: 'schoolTeacher' }] });
    expect(answered?.answer).toMatchObject({
      spans: [{ answered: 'separateScheme', scheme: 'schoolTeachers', cites: '給特法 第6条第1項', confidence: 'B' }],
      judgedUnder: [],
    });
    expect(answered?.explanation().at(-1)).toContain('ここでは判定しません');
  });

  it.each<[string, unknown, readonly RegExp[]]>([
    [
      'a sixteenth number',
      { month: '2026-11', posts: [{ ...post, workplace: 16 }] },
      [/posts\[0\]\.workplace: .*範囲の外/],
    ],
    ['an unknown key', { month: '2026-11', posts: [{ ...post, rank: 1 }] }, [/posts\[0\]\.rank: 知らない/]],
    ['no posts', { month: '2026-11', posts: [] }, [/^posts: /]],
    [
      'two posts on one day',
      {
        month: '2026-11',
        posts: [
          { ...post, through: '2026-11-10' },
          { ...post, from: '2026-11-10' },
        ],
      },
      [/^posts\[1\]\.from: posts\[0\] と同じ日/],
    ],
    [
      'a post that ends before it begins',
      { month: '2026-11', posts: [{ ...post, from: '2026-11-10', through: '2026-11-09' }] },
      [/^posts\[0\]\.through: /],
    ],
    ['a month before the rules', { month: '2019-03', posts: [post] }, [/^posts: その日には、まだ定めがありません/]],
    [
      'a month without a post',
      { month: '2026-11', posts: [{ ...post, from: '2026-12-01', through: '2026-12-31' }] },
      [/^posts: その月に在職/],
    ],
  ])('refuses %s', (_, document, expected) => {
    const found = complaintsOf(document);
    expect(found).toHaveLength(expected.length);
    for (const [at, pattern] of expected.entries()) expect(found[at]).toMatch(pattern);
  });
});
