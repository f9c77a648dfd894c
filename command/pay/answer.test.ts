import { describe, expect, it } from 'vitest';
import { InputRefused } from '../refusal.ts';
import { answerPayHours } from './answer.ts';

const sample = {
  month: '2026-11',
  shortTimeRegularHours: null,
  spans: [{ dutyDate: '2026-11-04', dayKind: 'dutyDay', from: '17:15', to: '26:10' }],
  holidayWork: [{ dutyDate: '2026-11-03', from: '8:30', to: '12:00' }],
};
const json = (document: unknown, explain = false): Record<string, unknown> =>
  JSON.parse([...answerPayHours(document, 'json', explain, 'ja')].join('')) as Record<string, unknown>;

function complaintsOf(document: unknown): readonly string[] {
  try {
    json(document);
  } catch (error) {
    if (error instanceof InputRefused) return error.complaints.map(({ why }) => `${why?.ja}|${why?.en}`);
    throw error;
  }
  throw new Error('not refused');
}

describe('pay hours', () => {
  it('are answered in the promised shape', () => {
    expect(json(sample)).toEqual({
      classes: [
        { allowance: 'overtime', rate: '125/100', exact: '4:45', paid: 5 },
        { allowance: 'overtime', rate: '150/100', exact: '4:10', paid: 4 },
        { allowance: 'holiday', rate: '135/100', exact: '3:30', paid: 4 },
      ],
      beyondSixty: '0:00',
      timeOffInLieu: '0:00',
    });
  });

  it('take regular hours of short-time staff from the document or the span, a day by itself', () => {
    const day = { dayKind: 'dutyDay', from: '14:15', to: '17:15' };
    const spans = [
      { dutyDate: '2026-11-04', ...day },
      { dutyDate: '2026-11-05', ...day, regularHours: '7:00' },
      { dutyDate: '2026-11-05', ...day, from: '18:00', to: '19:00' },
    ];
    expect(json({ month: '2026-11', shortTimeRegularHours: '5:45', spans }).classes).toEqual([
      { allowance: 'overtime', rate: '100/100', exact: '2:45', paid: 3 },
      { allowance: 'overtime', rate: '125/100', exact: '4:15', paid: 4 },
    ]);
  });

  it('look at the week of short-time staff on a day without hours where the municipality does', () => {
    const day = { dayKind: 'dayWithoutHours', from: '9:00', to: '17:00' };
    const spans = [
      { dutyDate: '2026-11-06', ...day },
      { dutyDate: '2026-11-13', ...day, weekHours: '37:45' },
    ];
    const given = { month: '2026-11', shortTimeRegularHours: '0:00', shortTimeWeekHours: '31:00', spans };
    const rate = (percent: number, exact: string, paid: number) => ({
      allowance: 'overtime',
      rate: `${percent}/100`,
      exact,
      paid,
    });
    expect(json(given).classes).toEqual([rate(135, '16:00', 16)]);
    expect(json({ ...given, rules: { shortTimeWithoutHours: 'FULL_WEEK' } }).classes).toEqual([
      rate(100, '8:45', 9),
      rate(125, '7:15', 7),
    ]);
  });

  it('take re-allotted hours, regular hours of the night, 法定休日 and travel', () => {
    const given = {
      month: '2026-11',
      spans: [
        { dutyDate: '2026-11-07', dayKind: 'dutyDay', from: '23:00', to: '25:00' },
        { dutyDate: '2026-11-10', dayKind: 'dutyDay', from: '6:00', to: '8:30', travel: 'notOrdered' },
      ],
      reallotted: [{ dutyDate: '2026-11-14', exceeding: '7:45' }],
      nightRegular: [{ dutyDate: '2026-11-12', from: '22:00', to: '29:00' }],
      holidayWork: [{ dutyDate: '2026-11-03', from: '21:00', to: '23:00' }],
      statutoryDaysOff: ['2026-11-08'],
    };
    expect(json(given).classes).toEqual([
      { allowance: 'overtime', rate: '25/100', exact: '7:45', paid: 8 },
      { allowance: 'overtime', rate: '150/100', exact: '1:00', paid: 1 },
      { allowance: 'overtime', rate: '160/100', exact: '1:00', paid: 1 },
      { allowance: 'holiday', rate: '135/100', exact: '2:00', paid: 2 },
      { allowance: 'night', rate: '25/100', exact: '8:00', paid: 8 },
    ]);
    expect(json({ month: '2026-11' })).toEqual({ classes: [], beyondSixty: '0:00', timeOffInLieu: '0:00' });
  });

  it('follow the rules of the municipality', () => {
    const rules = { overnightRateBy: 'CALENDAR_DATE', holidayWorkRate: 150 };
    const spans = [{ ...sample.spans[0], nextDayKind: 'weeklyDayOff' }];
    expect(json({ ...sample, spans, rules }).classes).toEqual([
      { allowance: 'overtime', rate: '125/100', exact: '4:45', paid: 5 },
      { allowance: 'overtime', rate: '150/100', exact: '2:00', paid: 2 },
      { allowance: 'overtime', rate: '160/100', exact: '2:10', paid: 2 },
      { allowance: 'holiday', rate: '150/100', exact: '3:30', paid: 4 },
    ]);
  });

  it('explain themselves', () => {
    const { explanation } = json(sample, true);
    expect(explanation).toContain(
      '11月4日(水) 22:00–26:10 の 4:10 は 100分の150 です(勤務日の時間外、深夜)。(給与条例(準則) 第15条)',
    );
  });

  it('are shown as a table', () => {
    const shown = [...answerPayHours(sample, 'table', true, 'ja')].join('');
    expect(shown).toContain('時間外勤務手当  150/100    4:10    4 時間\n');
    expect(shown).toContain('60時間を超えた時間: 0:00、時間外勤務代休時間: 0:00\n・11月4日(水) 17:15–22:00');
    const english = [...answerPayHours(sample, 'table', false, 'en')].join('');
    expect(english).toContain('holiday work  135/100   3:30   4 h\n');
    expect(english).toContain('beyond sixty hours: 0:00, time off in lieu: 0:00\n');
  });
});

describe('impossible pay hours', () => {
  const [span] = sample.spans;
  const night = { dutyDate: '2026-11-04', from: '22:00', to: '23:00' };
  it.each([
    [{ ...sample, spans: [{ ...span, from: '26:10' }] }, 'spans[0]: 終わりが始まりより後になっていません'],
    [{ ...sample, spans: [{ ...span, to: '48:01' }] }, 'spans[0]: 48:00 を過ぎています'],
    [{ ...sample, spans: [{ ...span, to: '45:60' }] }, 'spans[0].to: 「45:60」'],
    [{ ...sample, spans: [{ ...span, dutyDate: '2026-10-31' }] }, '2026-10-31 は 2026-11 の日ではありません'],
    [{ ...sample, spans: [span, { ...span, from: '20:00' }] }, 'spans[1]: 2026-11-04 の前の時間と重なって'],
    [{ ...sample, nightRegular: [night] }, 'nightRegular[0]: 夜間勤務(nightRegular)が'],
    [{ ...sample, spans: [span, { ...span, dayKind: 'weeklyDayOff', from: '27:00', to: '28:00' }] }, '種類が2とおり'],
    [
      {
        ...sample,
        spans: [
          { ...span, regularHours: '5:00' },
          { ...span, from: '27:00', to: '28:00', regularHours: '5:01' },
        ],
      },
      '正規の勤務時間が2とおり',
    ],
    [{ ...sample, spans: [{ ...span, regularHours: '24:01' }] }, '24:00 を超えています'],
    [{ ...sample, rules: { overnightRateBy: 'CALENDAR_DATE' } }, '翌日の種類がわかりません'],
    [
      {
        ...sample,
        spans: [{ ...span, dayKind: 'dayWithoutHours', regularHours: '0:00' }],
        rules: { shortTimeWithoutHours: 'FULL_WEEK' },
      },
      'spans[0]: 2026-11-04 の週の正規の勤務時間がわかりません',
    ],
    [
      {
        ...sample,
        shortTimeRegularHours: '0:00',
        spans: [
          { ...span, dayKind: 'dayWithoutHours', weekHours: '31:00' },
          { ...span, dutyDate: '2026-11-06', dayKind: 'dayWithoutHours', weekHours: '30:00' },
        ],
        rules: { shortTimeWithoutHours: 'FULL_WEEK' },
      },
      'spans[1]: 2026-11-06 の週の正規の勤務時間が2とおり',
    ],
    [{ ...sample, reallotted: [{ dutyDate: '2026-12-01', exceeding: '1:00' }] }, 'reallotted[0]: 2026-12-01'],
    [{ ...sample, reallotted: [{ dutyDate: '2026-11-01', exceeding: '-1:00' }] }, 'reallotted[0].exceeding'],
    [{ month: '2010-03', spans: [] }, 'month: 2010-03 には'],
    [{ ...sample, overtime: [] }, 'overtime: 知らない項目です'],
    [{ ...sample, rules: { sixty: '60:00' } }, 'rules.sixty: 知らない項目です'],
    [{ ...sample, spans: [{ ...span, dayKind: 'holiday' }] }, 'spans[0].dayKind'],
  ])('%j are refused', (document, why) => expect(complaintsOf(document).join('\n')).toContain(why));

  it('name every place at once', () => {
    const spans = [
      { ...span, to: '17:15' },
      { ...span, dutyDate: '2026-12-04' },
    ];
    expect(complaintsOf({ ...sample, spans })).toHaveLength(2);
  });
});
