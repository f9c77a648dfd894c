import { describe, expect, it } from 'vitest';
import { InputRefused } from '../refusal.ts';
import { asks } from './deadline.ts';

const [deadline] = asks;
const answered = (document: unknown = deadline?.example) => deadline!.answer(document);
const refusal = (document: unknown): readonly string[] => {
  try {
    answered(document);
  } catch (error) {
    if (error instanceof InputRefused) return error.complaints.map(({ why }) => `${why?.ja}`);
    throw error;
  }
  return [];
};

describe('asking about a deadline', () => {
  it('moves it over the closed days, and says so', () => {
    const { answer, explanation } = answered();
    expect(answer).toMatchObject({
      on: '2026-06-20',
      due: '2026-06-22',
      moved: true,
      closed: [{ on: '2026-06-20' }, { on: '2026-06-21' }],
      cites: ['休日条例(準則) 第1条', '休日条例(準則) 第2条'],
      confidence: 'B',
    });
    expect(explanation().at(-1)).toContain('令和8年6月22日を期限とみなします。');
  });

  it('knows the days that the municipality closes', () => {
    const calendar = { anniversaries: [{ on: '06-23', name: '慰霊の日' }] };
    expect(answered({ on: '2026-06-23', calendar }).answer).toMatchObject({
      due: '2026-06-24',
      closed: [{ on: '2026-06-23', name: '慰霊の日' }],
    });
    expect(answered({ on: '2026-06-23' }).answer).toMatchObject({ due: '2026-06-23', moved: false, closed: [] });
    const later = { yearEndClosing: { from: '12-31', through: '01-03' } };
    expect(answered({ on: '2026-12-29', calendar: later }).answer).toMatchObject({ moved: false });
    expect(answered({ on: '2026-12-29', basis: 'act' }).answer).toMatchObject({ due: '2027-01-04' });
  });

  it('leaves it where it is counted in hours or has a provision of its own', () => {
    expect(answered({ on: '2026-06-20', byHours: true }).answer).toMatchObject({ due: '2026-06-20', moved: false });
    expect(answered({ on: '2026-06-20', ownProvision: true }).answer).toMatchObject({ moved: false });
  });

  it('refuses years whose holidays are not known', () => {
    expect(refusal({ on: '2006-12-31' })).toEqual(['on: その年の祝日がわかりません。']);
    expect(refusal({ on: '2099-12-31' })).toEqual(['on: その年の祝日がわかりません。']);
    expect(refusal({ on: '2026-06-20', calendar: { weeklyDaysOff: [1] } })).toHaveLength(1);
  });
});
