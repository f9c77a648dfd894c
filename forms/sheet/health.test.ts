import { expect, it } from 'vitest';
import { formDefinitions } from '../catalogue.ts';
import { nerimaPrior, nerimaReview } from '../nerima/exceptional.ts';
import { HIDDEN, healthKeys, withoutHealth } from './health.ts';
import { sampleGiven, samplePerson } from './testing/sample.ts';

const person = samplePerson('100001', '森下 千尋', [0, 0, 0, 0, 0, 0, 101], { externallyDriven: true });
const given = sampleGiven({ people: [person] });

it('every field that asks about somebody health by its label is marked as such', () => {
  for (const { key, parts } of formDefinitions) {
    const marked = healthKeys(parts(given));
    const asking = parts(given).flatMap((part) =>
      part.fields.flatMap(({ id, label }) => (/健康|心身|疲労|体調|面接指導/.test(label) ? [`${part.id}.${id}`] : [])),
    );
    expect([key, asking.filter((each) => !marked.includes(each))]).toEqual([key, []]);
  }
  expect(formDefinitions.flatMap(({ key, parts }) => (healthKeys(parts(given)).length > 0 ? [key] : []))).toEqual([
    'yokohama-1',
    'nerima-prior',
    'nerima-review',
  ]);
});

it('words about health are hidden where they are typed, stand from the register, or from the stage before', () => {
  const notice = {
    task: '本算定',
    expected: [],
    staffing: '2人',
    unavoidable: '期限',
    reduction: '応援',
    health: '不眠',
  };
  const prior = withoutHealth(nerimaPrior, undefined, { given: { ...given, notices: [notice] }, filled: {} });
  expect(prior.filled['prior.health']).toBe(HIDDEN);
  const paper = (form: typeof nerimaPrior, told: typeof prior) =>
    JSON.stringify(form.printed({ ...told, submittedOn: null, seals: [] }));
  expect(paper(nerimaPrior, prior)).not.toContain('不眠');
  expect(paper(nerimaPrior, prior)).toContain('2人');
  const before = { on: '2026-09-18', filled: { 'prior.health': '腰痛', 'prior.staffing': '3人' } };
  const typed = { 'review.health': '頭痛', 'review.effect': '半減' };
  const review = withoutHealth(nerimaReview, nerimaPrior, { given: { ...given, earlier: before }, filled: typed });
  const printed = paper(nerimaReview, review);
  expect(printed).not.toMatch(/腰痛|頭痛/);
  expect(printed.split(HIDDEN)).toHaveLength(3);
  expect(printed).toMatch(/3人.*半減/);
});
