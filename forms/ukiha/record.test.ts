import { expect, it } from 'vitest';
import { problemsOf } from '../sheet/filled.ts';
import type { Given, GivenPerson } from '../sheet/given.ts';
import { filledUp, sampleGiven, samplePerson, withMonth } from '../sheet/testing/sample.ts';
import { ukihaRecord } from './record.ts';

const person = withMonth(samplePerson('100001', '森下 千尋', [10, 20, 46, 0, 0, 0, 0]), '2026-10', 50 * 60, 8 * 60);
const given = sampleGiven({ people: [person] });

it.each([
  [45 * 60, false],
  [45 * 60 + 1, true],
])('%i minutes in the month', (minutes, concerned) => {
  const concerns = ukihaRecord.concerns as (given: Given, person: GivenPerson) => boolean;
  expect(concerns(given, withMonth(person, '2026-10', minutes))).toBe(concerned);
});

it('has the figures of the records, the names of head and person, and room for two of the 総務部', () => {
  expect(ukihaRecord.printed({ given, filled: {}, submittedOn: null, seals: [] })).toMatchObject({
    total: '50:00',
    ordinary: '42:00',
    exceptional: '8:00',
    year: '126:00',
    times: '2',
    work: '国民健康保険料の本算定(40:00)',
    manager: '高瀬 誠',
    person: '森下 千尋',
    office: ['', ''],
    interviewedOn: '',
  });
});

it('is handed in with the interview, at which two of the 総務部 are', () => {
  const filled = filledUp(ukihaRecord, given);
  for (const key of ['on', 'officeOne', 'officeTwo', 'agreed'])
    expect(problemsOf(ukihaRecord.parts(given), { ...filled, [`interview.${key}`]: '' }, true)).toHaveLength(1);
});
