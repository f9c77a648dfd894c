import { expect, it } from 'vitest';
import { testCases } from '../testing/cases.ts';
import { formatLocalDate, parseLocalDate } from '../time/civil.ts';
import { parseDuration } from '../time/minutes.ts';
import { monthOf } from '../time/months.ts';
import { ImpossibleNotice, judgePriorNotice, type PriorNotice } from './prior-notice.ts';
import { modelDesignation } from './rules.ts';
import { type PriorNoticeStepName, priorNoticeStepNames } from './step-names.ts';

testCases(new URL('./prior-notice.cases.yaml', import.meta.url), (given) => {
  const texts = given.texts('texts');
  const say = (name: string) => (texts.includes(name) ? name : ' ');
  const from = given.day('from');
  const notice: PriorNotice = {
    filedOn: given.day('filed'),
    from,
    through: given.day('through'),
    task: say('業務'),
    staffing: say('人員'),
    unavoidable: say('理由'),
    reduction: say('縮減'),
    expected: new Map(
      given.texts('expected').map((text, at) => [monthOf(from) + at, parseDuration(text) ?? Number.NaN]),
    ),
  };
  const priorNoticeDay = given.has('day') ? given.number('day') : modelDesignation.priorNoticeDay;
  try {
    const { outcome, steps } = judgePriorNotice(notice, { ...modelDesignation, priorNoticeDay });
    return { answer: { ...outcome, due: formatLocalDate(outcome.due) }, steps };
  } catch (error) {
    if (error instanceof ImpossibleNotice) return { answer: { refused: error.message }, refusal: error };
    throw error;
  }
});

const day = (text: string) => parseLocalDate(text) ?? Number.NaN;
const notice: PriorNotice = {
  filedOn: day('2026-11-20'),
  from: day('2026-12-01'),
  through: day('2026-12-28'),
  task: '選挙',
  staffing: '2人',
  unavoidable: '期日が法で決まる',
  reduction: '応援',
  expected: new Map([[monthOf(day('2026-12-01')), 60]]),
};

it('says each of its steps, with whole figures and a provision', () => {
  const steps = [
    ...judgePriorNotice(notice).steps,
    ...judgePriorNotice({ ...notice, filedOn: notice.from, task: '' }).steps,
  ];
  const seen = new Set<PriorNoticeStepName>(steps.map(({ says }) => says));
  expect([...seen].sort()).toEqual([...priorNoticeStepNames].sort());
  expect(steps.every(({ citation }) => citation !== undefined)).toBe(true);
  expect(steps.at(-1)?.figures).toEqual({ missing: 1, count: 5 });
});

it('knows whole minutes only, and a month before the period is none of it', () => {
  const month = monthOf(notice.from);
  for (const minutes of [-1, 0.5])
    expect(() => judgePriorNotice({ ...notice, expected: new Map([[month, minutes]]) })).toThrow(ImpossibleNotice);
  expect(() => judgePriorNotice({ ...notice, expected: new Map([[month - 1, 1]]) })).toThrow(ImpossibleNotice);
});
