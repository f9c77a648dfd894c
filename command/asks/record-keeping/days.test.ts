import { describe, expect, it } from 'vitest';
import { answerOf, type Document, exampleOf, refusalOf } from '../../testing/record-keeping-asks.ts';

describe('discrepancy', () => {
  it('answers the difference, who answers by when, and what was corrected', () => {
    const { days } = answerOf('discrepancy', exampleOf('discrepancy')) as { days: readonly Document[] };
    expect(days).toMatchObject([
      {
        record: 'card',
        because: 'precedence',
        class: 'toExplain',
        mustInvestigate: true,
        undeclared: '1:30',
        differences: [{ kind: 'afterOvertime', from: '19:30', to: '21:00', minutes: '1:30', threshold: '0:30' }],
        settlements: [{ state: 'corrected', corrected: [{ from: '19:30', to: '20:50' }], correctedMinutes: '1:20' }],
        confidence: 'C',
      },
      { class: 'toExplain', differences: [{ kind: 'recordsDisagree', minutes: '0:45' }], settlements: [] },
    ]);
  });

  const day = {
    staffMember: '1',
    date: '2026-11-04',
    shownOn: '2026-11-05',
    kind: 'dutyDay',
    hours: { from: '8:30', to: '17:15' },
    records: [{ source: 'card', stays: [{ from: '8:00', to: '17:46' }] }],
  };
  const asked = (changed: Document, more: Document = {}) => ({
    asOf: '2026-11-20',
    ...more,
    days: [{ ...day, ...changed }],
  });

  it('takes lengths and days off, and the rules of the municipality', () => {
    const answered = (document: unknown) =>
      (answerOf('discrepancy', document) as { days: readonly Document[] }).days[0];
    expect(answered(asked({ ordered: [{ length: '0:10' }] }))).toMatchObject({ class: 'none' });
    expect(answered(asked({ kind: 'weeklyDayOff', hours: null }))).toMatchObject({ differences: [{ kind: 'dayOff' }] });
    expect(answered(asked({}, { rules: { afterDuty: '0:31' } }))).toMatchObject({ class: 'none' });
    expect(answered(asked({}, { rules: { afterDuty: '0:31', fires: 'atLeast', beforeStart: '0:30' } }))).toMatchObject({
      differences: [{ kind: 'beforeStart' }, { kind: 'afterDuty' }],
    });
    expect(answered(asked({ records: [{ source: 'card', stays: [{ from: '8:00', to: null }] }] }))).toMatchObject({
      class: 'notJudged',
      record: null,
      incomplete: ['card'],
    });
  });

  const answer = { says: 'work', by: '1', on: '2026-11-06', worked: { from: '17:15', to: '17:46' } };
  it.each([
    [{ hours: null }, 'days[0].hours: 割り振られた時間がありません。'],
    [{ shownOn: '2026-11-03' }, 'days[0]: 本人へ表示した日が、その日より前です。'],
    [
      { settlements: [{ difference: 1 }] },
      'days[0].settlements[0].difference: 1 番の差異がありません(差異は 1 件です)。',
    ],
    [
      {
        settlements: [
          { difference: 0, answer, finding: { found: 'notWork', by: '1', on: '2026-11-06', ground: '休憩' } },
        ],
      },
      'days[0].settlements[0]: 本人か、代わりに答えた者が自分で確認しています。',
    ],
  ])('refuses %j', (changed, why) => expect(refusalOf('discrepancy', asked(changed))).toEqual([why]));

  it('settles work and what is no work', () => {
    const state = (settlement: Document) =>
      (
        answerOf('discrepancy', asked({ settlements: [{ difference: 0, ...settlement }] })) as {
          days: readonly Document[];
        }
      ).days[0]?.settlements;
    expect(state({})).toMatchObject([{ state: 'awaitsAnswer', by: '2026-11-12', overdue: true }]);
    expect(state({ answer })).toMatchObject([{ state: 'awaitsConfirmation', by: '2026-11-13' }]);
    const finding = { found: 'notWork', by: '2', on: '2026-11-07', ground: '終電待ち' };
    expect(state({ answer, finding })).toMatchObject([{ state: 'disputed' }]);
    const waiting = { says: 'notWork', by: '1', on: '2026-11-06', reason: 'waiting' };
    expect(state({ answer: waiting, finding })).toMatchObject([{ state: 'notWork', by: null }]);
  });

  it('names the rules that make no sense', () => {
    expect(refusalOf('discrepancy', asked({}, { rules: { precedence: ['pc', 'pc'] } }))).toEqual([
      'rules: 突合の定め(rules)が成り立ちません。',
    ]);
  });
});

describe('clipped-declarations', () => {
  it('answers n, what was observed and expected, and a bound of the p-value', () => {
    const answered = answerOf('clipped-declarations', exampleOf('clipped-declarations'));
    expect(answered).toMatchObject({
      months: 9,
      withPresence: 7,
      withoutRecord: 1,
      falseAlarmPercentAtMost: 1,
      comparisons: { person: 1, group: 1, repeated: 0 },
      confidence: 'C',
    });
    const { limits } = answered as { limits: readonly Document[] };
    expect(limits[0]).toMatchObject({
      level: 'group',
      who: '税務課',
      limit: 'month45',
      most: '45:00',
      n: 6,
      observed: 6,
      expected: '0.8',
      pValueAtMost: '0.000005',
      oneIn: 216_675,
      verdict: 'conspicuous',
    });
    expect(limits[2]).toEqual({
      level: 'person',
      who: '100302',
      limit: 'month45',
      most: '45:00',
      n: 2,
      observed: 2,
      verdict: 'notJudged',
      months: [
        { person: '100302', month: '2026-04' },
        { person: '100302', month: '2026-05' },
      ],
    });
  });

  const month = { person: '1', group: '課', month: '2026-04', declared: '45:00', undeclared: null };
  it.each([
    [[month, month], 'months[1]: 同じ職員の同じ月が2回あります。'],
    [[{ ...month, month: '2019-03' }], 'months[0]: 上限の定めより前の月です。'],
    [[{ ...month, declared: '45:60' }], 'months[0].declared: 「45:60」は時間として読めません。'],
  ])('refuses %j', (months, why) => expect(refusalOf('clipped-declarations', { months })).toEqual([why]));

  it('refuses rules that make no sense', () => {
    expect(refusalOf('clipped-declarations', { rules: { band: '0:10' }, months: [month] })).toEqual([
      'rules: 調べ方の定め(rules)が成り立ちません。',
    ]);
  });
});
