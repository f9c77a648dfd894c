import { describe, expect, it } from 'vitest';
import type { FormDefinition } from '../sheet/definition.ts';
import { problemsOf } from '../sheet/filled.ts';
import type { Filled, Given, GivenPerson } from '../sheet/given.ts';
import { filledUp, sampleGiven, samplePerson, withMonth } from '../sheet/testing/sample.ts';
import { owaseSixty } from './sixty.ts';
import { owaseTwenty } from './twenty.ts';

const person = withMonth(samplePerson('100001', '森下 千尋', [0, 0, 0, 0, 0, 0, 12]), '2026-10', 12 * 60 + 30);
const about = (one: GivenPerson, on = '2026-10-15') => sampleGiven({ people: [one], on });
const printed = (definition: FormDefinition, given: Given, filled: Filled = {}) =>
  definition.printed({
    given,
    filled,
    submittedOn: '2026-10-15',
    seals: definition.route.map(({ label }) => ({ label, name: '', on: '' })),
  });

describe('whom they concern', () => {
  it.each<[FormDefinition, number, number | null, boolean]>([
    [owaseTwenty, 0, 20 * 60 - 1, false],
    [owaseTwenty, 0, 20 * 60, true],
    [owaseTwenty, 20 * 60 - 1, null, false],
    [owaseTwenty, 20 * 60, null, true],
    [owaseSixty, 0, 60 * 60 - 1, false],
    [owaseSixty, 0, 60 * 60, true],
    [owaseSixty, 60 * 60, null, true],
  ])('%o: %i minutes so far and a forecast of %s', ({ concerns }, total, forecast, concerned) => {
    const one = { ...withMonth(person, '2026-10', total), forecast };
    expect((concerns as (given: Given, person: GivenPerson) => boolean)(about(one), one)).toBe(concerned);
  });
});

describe('超過勤務伺書', () => {
  it('says the hours so far as of the day they were read, and the highest post first', () => {
    expect(printed(owaseTwenty, about({ ...person, forecast: 25 * 60 }))).toEqual({
      seals: ['副市長', '総務課長', '総務課長補佐', '総務・職員係長', '総務・職員係'].map((label) => ({
        label,
        name: '',
        on: '',
      })),
      month: '令和8年10月',
      on: '令和8年10月15日',
      manager: '',
      deputy: '',
      chief: '',
      section: '市民部 保険年金課 国保係',
      name: '森下 千尋',
      project: '国民健康保険料の本算定',
      content: '',
      throughMonth: '10',
      throughDay: '15',
      soFar: '12時間30分',
      expected: '25時間',
    });
  });

  it('goes through the end of a month that is over', () => {
    expect(printed(owaseTwenty, about(person, '2026-11-05'))).toMatchObject({
      throughMonth: '10',
      throughDay: '31',
      expected: '　　時間',
    });
  });
});

describe('超過勤務状況調書', () => {
  it('has the works and hours so far, and what is left of the forecast', () => {
    const given = about({ ...person, forecast: 62 * 60 });
    expect(printed(owaseSixty, given)).toMatchObject({
      department: '市民部 保険年金課',
      before: [{ work: '国民健康保険料の本算定', hours: '40時間' }],
      beforeHours: '12時間30分',
      after: [{ work: '', hours: '49時間30分' }],
    });
    expect(printed(owaseSixty, about({ ...person, forecast: 60 }))).toMatchObject({
      after: [{ work: '', hours: '0時間' }],
    });
  });

  it('has the hours of each 事業, with no line between that nobody filled in', () => {
    const works = [
      { work: '本算定', minutes: 40 * 60, exceptional: false },
      { work: '窓口', minutes: 20 * 60 + 30, exceptional: false },
    ];
    const filled = {
      'person.before2': '窓口と電話',
      'person.after': '本算定の検算',
      'person.afterHours': '6:00',
      'person.after3': '引継ぎ',
      'person.afterHours3': '2:30',
    };
    expect(printed(owaseSixty, about({ ...person, works }), filled)).toMatchObject({
      before: [
        { work: '本算定', hours: '40時間' },
        { work: '窓口と電話', hours: '20時間30分' },
      ],
      after: [
        { work: '本算定の検算', hours: '6時間' },
        { work: '引継ぎ', hours: '2時間30分' },
      ],
    });
  });

  it('takes 事業 in detail: 130 letters, and no more', () => {
    const given = about({ ...person, works: [{ work: '審'.repeat(131), minutes: 60, exceptional: false }] });
    const filled = filledUp(owaseSixty, given);
    const detail = (letters: number) => ({ ...filled, 'person.before': '審'.repeat(letters) });
    expect(problemsOf(owaseSixty.parts(given), detail(130), true)).toEqual([]);
    expect(problemsOf(owaseSixty.parts(given), detail(131), true)).toHaveLength(1);
    expect(printed(owaseSixty, given)).toMatchObject({ before: [{ work: '審'.repeat(130) }] });
  });

  it('says who sits in beside the three', () => {
    const { sittingIn } = printed(owaseSixty, about(person), { 'head.sittingIn': ['所属係長'] }) as {
      sittingIn: { word: string; on: boolean }[];
    };
    expect(sittingIn).toEqual([
      { word: '所属係長', on: true },
      { word: '超過勤務対象職員', on: false },
    ]);
  });

  it('ticks what was checked, and nothing else', () => {
    const [first] = (printed(owaseSixty, about(person)) as { checks: { word: string }[] }).checks;
    const { checks } = printed(owaseSixty, about(person), { 'head.checks': [first!.word] }) as {
      checks: { on: boolean }[];
    };
    expect(checks.map(({ on }) => on)).toEqual([true, false, false, false]);
  });
});
