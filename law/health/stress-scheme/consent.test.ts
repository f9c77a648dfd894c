import { describe, expect, it } from 'vitest';
import { traceLine } from '../../testing/trace-line.ts';
import { parseLocalDate } from '../../time/civil.ts';
import { modelStressCheck } from '../rules.ts';
import { type CheckDeadlineName, judgeCheckDeadlines, type PersonCheck } from './check-deadlines.ts';
import {
  type CheckedResult,
  checkAccess,
  checkItems,
  checkReaders,
  judgeEmployerAccess,
  mayHandleAnswers,
} from './consent.ts';

const day = (text: string): number => parseLocalDate(text)!;
const told = { toldOn: day('2026-10-10'), consents: [], asOf: day('2026-10-31') } as const;
const consent = (on: string, form: 'written' | 'electronic' | 'oral' = 'written') => ({ on: day(on), form });
const judged = (more: Partial<CheckedResult>) => {
  const { outcome, steps } = judgeEmployerAccess({ ...told, ...more });
  expect(steps.map(traceLine)).toMatchSnapshot();
  return [outcome.mayBeGiven, outcome.since, outcome.by, steps.map(({ says }) => says)];
};

describe('whether the employer may be given a result', () => {
  it.each<[string, Partial<CheckedResult>, readonly unknown[]]>([
    ['never without consent', {}, [false, null, null, ['resultTold', 'noConsent', 'accessVerdict']]],
    [
      'not by a consent before the result was told',
      { consents: [consent('2026-10-09')] },
      [false, null, null, ['resultTold', 'consentTooEarly', 'accessVerdict']],
    ],
    [
      'by one of the day on which it was told',
      { consents: [consent('2026-10-10')] },
      [true, day('2026-10-10'), 'consent', ['resultTold', 'consentHolds', 'accessVerdict']],
    ],
    [
      'by an electronic one afterwards',
      { consents: [consent('2026-10-20', 'electronic')] },
      [true, day('2026-10-20'), 'consent', ['resultTold', 'consentHolds', 'accessVerdict']],
    ],
    [
      'not by word of mouth',
      { consents: [consent('2026-10-20', 'oral')] },
      [false, null, null, ['resultTold', 'consentOral', 'accessVerdict']],
    ],
    [
      'not by one that is still to come',
      { consents: [consent('2026-11-01')] },
      [false, null, null, ['resultTold', 'consentToCome', 'accessVerdict']],
    ],
    [
      'by one of today',
      { consents: [consent('2026-10-31')] },
      [true, day('2026-10-31'), 'consent', ['resultTold', 'consentHolds', 'accessVerdict']],
    ],
    [
      'since the first that holds',
      { consents: [consent('2026-10-01'), consent('2026-10-20'), consent('2026-10-15')] },
      [
        true,
        day('2026-10-15'),
        'consent',
        ['resultTold', 'consentTooEarly', 'consentHolds', 'consentHolds', 'accessVerdict'],
      ],
    ],
    [
      'by the request for an interview',
      { interviewRequestedOn: day('2026-10-12') },
      [true, day('2026-10-12'), 'interviewRequest', ['resultTold', 'noConsent', 'requestIsConsent', 'accessVerdict']],
    ],
    [
      'by the earlier of request and consent',
      { interviewRequestedOn: day('2026-10-12'), consents: [consent('2026-10-20')] },
      [
        true,
        day('2026-10-12'),
        'interviewRequest',
        ['resultTold', 'consentHolds', 'requestIsConsent', 'accessVerdict'],
      ],
    ],
    [
      'by the consent when both come on one day',
      { interviewRequestedOn: day('2026-10-20'), consents: [consent('2026-10-20')] },
      [true, day('2026-10-20'), 'consent', ['resultTold', 'consentHolds', 'requestIsConsent', 'accessVerdict']],
    ],
    [
      'by a request of the day on which it was told',
      { interviewRequestedOn: day('2026-10-10') },
      [true, day('2026-10-10'), 'interviewRequest', ['resultTold', 'noConsent', 'requestIsConsent', 'accessVerdict']],
    ],
    [
      'by a request of today',
      { interviewRequestedOn: day('2026-10-31') },
      [true, day('2026-10-31'), 'interviewRequest', ['resultTold', 'noConsent', 'requestIsConsent', 'accessVerdict']],
    ],
    [
      'when the result is told today',
      { toldOn: day('2026-10-31'), consents: [consent('2026-10-31')] },
      [true, day('2026-10-31'), 'consent', ['resultTold', 'consentHolds', 'accessVerdict']],
    ],
    [
      'not by a request before the result, or to come',
      { interviewRequestedOn: day('2026-10-09') },
      [false, null, null, ['resultTold', 'noConsent', 'accessVerdict']],
    ],
    [
      'not by a request to come',
      { interviewRequestedOn: day('2026-11-01') },
      [false, null, null, ['resultTold', 'noConsent', 'accessVerdict']],
    ],
    [
      'not while the result has still to be told',
      { toldOn: day('2026-11-01'), consents: [consent('2026-10-20')] },
      [false, null, null, ['resultNotTold', 'accessVerdict']],
    ],
  ])('%s', (_, more, expected) => expect(judged(more)).toEqual(expected));

  it('carries the days, and the verdict as a word', () => {
    const { steps } = judgeEmployerAccess({ ...told, consents: [consent('2026-10-09'), consent('2026-10-12')] });
    expect(steps).toMatchObject([
      { figures: { on: told.toldOn }, citation: { path: 'a=52_12' } },
      { figures: { on: day('2026-10-09'), told: told.toldOn } },
      { figures: { on: day('2026-10-12') } },
      { words: { may: 'yes' } },
    ]);
    const { toldOn, ...untold } = told;
    expect(toldOn).toBeDefined();
    expect(judgeEmployerAccess(untold).steps.at(-1)?.words).toEqual({ may: 'no' });
  });
});

describe('who sees what of a check', () => {
  it('answers nobody but the person and those who carry it out', () => {
    expect(checkReaders.filter((reader) => checkAccess[reader].answers !== 'never')).toEqual([
      'person',
      'implementer',
      'implementationOffice',
    ]);
  });

  it('is this table', () => expect(checkAccess).toMatchSnapshot());

  it('a result personnel with consent only, the head never', () => {
    expect(checkAccess.personnel.result).toBe('withConsent');
    expect(checkAccess.departmentHead.result).toBe('never');
    for (const reader of checkReaders) expect(Object.keys(checkAccess[reader]).sort()).toEqual([...checkItems].sort());
  });

  it('who has authority over personnel handles no answers', () => {
    expect([mayHandleAnswers(true), mayHandleAnswers(false)]).toEqual([false, true]);
  });
});

describe('the deadlines of a check', () => {
  const check: PersonCheck = {
    lastCheck: day('2025-10-01'),
    schemeFrom: day('2016-04-01'),
    interviewFoundNecessary: true,
    done: { check: day('2026-10-01'), result: day('2026-10-15'), request: day('2026-11-15') },
    asOf: day('2026-12-16'),
  };
  const shown = (given: PersonCheck) =>
    judgeCheckDeadlines(given).outcome.deadlines.map(({ step, due, state }) => [step, due, state]);

  it('run from check to result, request, interview, opinion', () => {
    expect(shown(check)).toEqual([
      ['check', day('2026-10-01'), 'done'],
      ['result', day('2026-10-15'), 'done'],
      ['request', day('2026-11-15'), 'done'],
      ['interview', day('2026-12-15'), 'overdue'],
      ['opinion', null, 'waiting'],
    ]);
  });

  it('take a late request, and name no interview for those who need none', () => {
    const late = { ...check, done: { ...check.done, request: day('2026-11-16') } };
    expect(shown(late)[2]).toEqual(['request', day('2026-11-15'), 'doneLate']);
    const unneeded = { ...check, interviewFoundNecessary: false, done: { check: day('2026-10-01') } };
    expect(shown(unneeded)).toEqual([
      ['check', day('2026-10-01'), 'done'],
      ['result', day('2026-10-15'), 'overdue'],
      ['request', null, 'notNeeded'],
      ['interview', null, 'notNeeded'],
      ['opinion', null, 'notNeeded'],
    ] satisfies [CheckDeadlineName, number | null, string][]);
  });

  it('have the first check within a year of the start of the scheme', () => {
    const { lastCheck, ...first } = check;
    expect(lastCheck).toBeDefined();
    expect(shown({ ...first, done: {} })[0]).toEqual(['check', day('2017-04-01'), 'overdue']);
  });

  it('keep result and record for five years, and longer where the municipality says so', () => {
    const held = { ...check, done: { ...check.done, interview: day('2026-12-10') } };
    expect(judgeCheckDeadlines(held).outcome).toMatchObject({
      resultKeptThrough: day('2031-10-01'),
      recordKeptThrough: day('2031-12-10'),
    });
    const longer = judgeCheckDeadlines(check, { ...modelStressCheck, keepYears: 7 }).outcome;
    expect([longer.resultKeptThrough, longer.recordKeptThrough]).toEqual([day('2033-10-01'), null]);
  });
});
