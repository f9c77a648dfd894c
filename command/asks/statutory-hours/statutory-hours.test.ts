import { describe, expect, it } from 'vitest';
import { InputRefused } from '../../refusal.ts';
import { asks } from './statutory-hours.ts';

const [ask] = asks;
if (ask === undefined) throw new Error('no ask');
const answerOf = (document: unknown) => ask.answer(document);

function refusalOf(document: unknown): readonly string[] {
  try {
    answerOf(document);
  } catch (error) {
    if (error instanceof InputRefused) return error.complaints.map(({ why }) => `${why?.ja} ${why?.en}`);
    throw error;
  }
  throw new Error('not refused');
}

const example = ask.example as { days: readonly Readonly<Record<string, unknown>>[] };

describe('statutory-hours', () => {
  it('answers its example', () => {
    const { answer, explanation } = answerOf(ask.example);
    expect(answer).toMatchObject({
      months: [
        {
          month: '2026-06',
          complete: false,
          statutoryOvertime: '4:15',
          legalHolidayWork: '0:00',
          withinStatutory: '1:15',
          disasterOvertime: '1:00',
        },
      ],
      disaster: [{ state: 'reported', authority: 'laborStandardsOffice', confidence: 'A' }],
      confidence: 'B',
    });
    const said = explanation().join('\n');
    expect(said).toContain('6月9日(火): 11:15 − 8:00 = 3:15 が法定外です。(労働基準法 第32条第2項〔B 一部で確認〕)');
    expect(said).not.toMatch(/NaN|undefined|\(\)/);
  });

  it('gives a complete month in the shape that judge takes', () => {
    const days = Array.from({ length: 35 }, (_, at) => {
      const day = new Date(Date.UTC(2026, 4, 31 + at)).toISOString().slice(0, 10);
      return { date: day, kind: 'weeklyDayOff', overtime: at === 1 ? [{ from: '9:00', to: '19:00' }] : [] };
    });
    const { answer } = answerOf({ workplace: { appdxTable1: 3 }, days });
    expect(answer.months).toMatchObject([
      { month: '2026-05', complete: false },
      {
        month: '2026-06',
        complete: true,
        judge: { month: '2026-06', department: 'selfDirected', overtime: '2:00', legalHolidayWork: '0:00' },
      },
      { month: '2026-07', complete: false },
    ]);
  });

  it.each([
    ['days[1]', { days: example.days.toSpliced(1, 1, { ...example.days[1], allotted: '0:00' }) }],
    [
      'days[2].overtime[0].from',
      { days: example.days.with(2, { ...example.days[2], overtime: [{ from: '25', to: '26:00' }] }) },
    ],
    ['days', { days: example.days.slice(0, 6).concat({ ...example.days[6], date: '2026-06-14' }) }],
    ['rules.weekStart', { rules: { weekStart: 7 } }],
    ['workplace.appdxTable1', { workplace: { appdxTable1: 16 } }],
    ['disaster[0]', { disaster: [{ from: '2026-06-09', through: '2026-06-08' }] }],
    ['disaster[0]', { disaster: [{ from: '2026-06-09', through: '2026-06-09', reportedOn: '2026-06-08' }] }],
    ['zone', { zone: 1 }],
  ])('refuses and names %s', (place, change) => {
    const [first] = refusalOf({ ...ask.example, ...change });
    expect(first).toMatch(
      new RegExp(`^${place.replaceAll(/[[\].]/g, '\\$&')}: .* ${place.replaceAll(/[[\].]/g, '\\$&')}: `),
    );
  });

  it('refuses days before forty hours bound every workplace', () => {
    const days = Array.from({ length: 7 }, (_, at) => ({ date: `1990-06-${10 + at}`, kind: 'weeklyDayOff' }));
    expect(
      refusalOf({
        workplace: { appdxTable1: null },
        days: days.map((day) => ({ ...day, overtime: [{ from: '9:00', to: '10:00' }] })),
      })[0],
    ).toContain('1997年4月1日');
  });
});
