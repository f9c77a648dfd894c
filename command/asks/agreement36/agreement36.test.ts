import { describe, expect, it } from 'vitest';
import { InputRefused } from '../../refusal.ts';
import { asks } from './agreement36.ts';
import { agreementExample } from './schema.ts';

const [ask] = asks;
if (ask === undefined) throw new Error('no ask');
const [own] = agreementExample.agreements;
if (own === undefined) throw new Error('no example');

function refusalOf(document: unknown): string {
  try {
    ask?.answer(document);
  } catch (error) {
    if (error instanceof InputRefused) return error.complaints.map(({ why }) => `${why?.ja} ${why?.en}`).join('\n');
    throw error;
  }
  throw new Error('not refused');
}

describe('agreement36', () => {
  it('answers its example', () => {
    const { answer, explanation } = ask.answer(ask.example);
    expect(answer).toMatchObject({
      agreements: [
        {
          id: 'R8-1',
          lawful: true,
          effective: { from: '2026-04-01', through: '2027-03-31' },
          findings: [],
          measuresKeptThrough: '2032-03-31',
          judge: [
            { monthly: '45:00', annual: '360:00', from: 4, special: { monthly: '99:00', annual: '700:00', times: 6 } },
          ],
        },
      ],
      overlaps: [],
      inForce: [{ workplace: '第一保育所', state: 'inForce', agreement: 'R8-1', renewalDue: false }],
      days: [{ daily: 'exceeded', hazardousVerdict: 'none' }],
    });
    const said = explanation().join('\n');
    expect(said).toContain('1日の法定外 3:30 は、協定の 3:00 を 0:30 超えています。');
    expect(said).not.toMatch(/NaN|undefined|\(\)/);
  });

  it('names every missing item and violation with its sentence and its place in the law', () => {
    const { answer } = ask.answer({
      agreements: [
        {
          id: 'x',
          lines: [{ reasons: '行事', tasks: '保育', headcount: 3, daily: '3:00', monthly: '46:00', annual: '360:00' }],
          yearStart: '2026-04-01',
        },
      ],
    });
    const [{ lawful, findings }] = answer.agreements as [
      { lawful: boolean; findings: readonly Record<string, string>[] },
    ];
    expect(lawful).toBe(false);
    expect(findings.map(({ path }) => path)).toEqual([
      'workplace',
      'term',
      'ceilingsStated',
      'concludedOn',
      'representative',
      'lines[0].monthly',
      'appdxTable1',
      'filedOn',
    ]);
    expect(findings[5]).toEqual({
      kind: 'violation',
      path: 'lines[0].monthly',
      says: '時間外労働の1行目の1箇月に延長できる時間の 46:00 は、法の上限 45:00 以下に収まりません。',
      cites: '労働基準法 第36条第4項',
      confidence: 'A',
    });
  });

  it('tells overlaps and why none is in force', () => {
    const second = { ...own, id: 'R8-2', filedOn: '2026-10-01' };
    const other = { ...own, id: 'R8-3', workplace: '第二保育所', filedOn: null };
    const { answer } = ask.answer({ on: '2026-11-04', agreements: [own, second, other] });
    expect(answer).toMatchObject({
      overlaps: [{ first: 'R8-1', second: 'R8-2', from: '2026-10-01', through: '2027-03-31' }],
      inForce: [
        { workplace: '第一保育所', state: 'several', agreements: ['R8-1', 'R8-2'] },
        { workplace: '第二保育所', state: 'none', because: 'notFiled' },
      ],
    });
  });

  it.each([
    ['agreements[1].id', { agreements: [own, own] }],
    ['agreements[0].term', { agreements: [{ ...own, term: { from: '2026-04-01', through: '2026-03-31' } }] }],
    ['agreements[0].filedOn', { agreements: [{ ...own, filedOn: '2026-03-09' }] }],
    ['agreements[0].lines[0].daily', { agreements: [{ ...own, lines: [{ ...own.lines[0], daily: '16:01' }] }] }],
    ['agreements[0].lines[0].monthly', { agreements: [{ ...own, lines: [{ ...own.lines[0], monthly: '45' }] }] }],
    [
      'agreements[0].term',
      {
        agreements: [
          { ...own, yearStart: '2018-04-01', concludedOn: null, term: { from: '2018-04-01', through: '2019-03-31' } },
        ],
      },
    ],
    ['days[0].agreement', { days: [{ agreement: 'none', date: '2026-11-04', overtime: '1:00' }] }],
    ['days[0]', { days: [{ agreement: 'R8-1', date: '2026-11-04', overtime: '1:00', hazardous: '1:01' }] }],
    ['agreements[0].colour', { agreements: [{ ...own, colour: 'red' }] }],
  ])('refuses and names %s', (place, change) => {
    const said = refusalOf({ ...agreementExample, ...change });
    expect(said).toContain(`${place}: `);
    expect(said.split(`${place}: `)).toHaveLength(3);
  });
});
