import { describe, expect, it } from 'vitest';
import { NotInForce } from '../../decision/dated.ts';
import { type Given, testCases } from '../../testing/cases.ts';
import { formatDuration, hours } from '../../time/minutes.ts';
import { type GuidanceInput, ImpossibleHours, judgeGuidance } from '../guidance.ts';
import { type GuidanceRules, hyugaGuidance, type LocalClass, modelGuidance } from '../guidance-rules.ts';

const over80: LocalClass = {
  id: '80時間超',
  from: { hours: hours(80), fires: 'moreThan' },
  through: null,
  when: 'withoutRequest',
  exempts: false,
};
const from80: LocalClass = { ...over80, id: '80時間以上', from: { hours: hours(80), fires: 'atLeast' } };
const towns: Readonly<Record<string, GuidanceRules>> = {
  国: modelGuidance,
  日向市: hyugaGuidance,
  野辺地町: { ...modelGuidance, localClasses: [over80] },
  '80時間以上の町': { ...modelGuidance, localClasses: [from80] },
  七戸町: { ...modelGuidance, includeHolidayWork: true },
  管理職を除く市: { ...hyugaGuidance, managersIncluded: false, includeHolidayWork: true },
};

const MONTH = 2026 * 12 + 9;

function inputOf(given: Given): GuidanceInput {
  const flag = (key: string) => given.has(key) && given.flag(key);
  const holiday = (key: string) => (given.has(key) ? { holidayWork: given.minutes(key) } : {});
  const manager = flag('manager');
  return {
    months: [
      {
        month: MONTH,
        overtime: given.minutes('overtime'),
        ...(manager || !given.has('manager') ? {} : { holidayWork: 0 }),
        ...holiday('holiday'),
        ...(given.has('worked') ? { worked: given.minutes('worked') } : {}),
      },
      ...(given.has('before')
        ? [{ month: MONTH - 1, overtime: given.minutes('before'), ...holiday('holidayBefore') }]
        : []),
    ],
    requested: flag('requested'),
    foundUnneeded: flag('found'),
    foundNecessary: flag('necessary'),
    managerial: manager,
  };
}

testCases(new URL('./local-classes.cases.yaml', import.meta.url), (given) => {
  const rules = towns[given.text('rules')]!;
  try {
    const { outcome, steps } = judgeGuidance(inputOf(given), rules);
    const { due, exempt, interview, reasons, localReasons, notJudged } = outcome;
    return {
      answer: {
        judged: `${due} ${exempt ? 'exempt' : 'no'} ${interview}`,
        reasons: reasons.map(({ rule, value }) => `${rule} ${formatDuration(value)}`),
        local: localReasons.map((reason) => `${reason.class} ${reason.when}`),
        notJudged: notJudged.length,
      },
      steps,
    };
  } catch (error) {
    if (error instanceof ImpossibleHours) return { answer: { refused: true }, refusal: error };
    throw error;
  }
});

describe('the reasoning of the interview guidance', () => {
  const input = (overtime: number, more: Partial<GuidanceInput> = {}): GuidanceInput => ({
    months: [{ month: MONTH, overtime: hours(overtime), holidayWork: 0, worked: hours(overtime) + 9300 }],
    requested: false,
    foundUnneeded: false,
    ...more,
  });
  const said = (given: GuidanceInput, rules?: GuidanceRules) =>
    judgeGuidance(given, rules).steps.map(({ says }) => says);

  it('names every class, also those that do not fire, and what they wait for', () => {
    const { outcome, steps } = judgeGuidance(input(90), hyugaGuidance);
    expect(outcome.localReasons).toEqual([
      { class: '80時間超100時間以下', when: 'foundNecessary', value: 5400, from: 4800, through: 6000 },
      { class: '45時間超100時間以下', when: 'onRequest', value: 5400, from: 2700, through: 6000 },
      { class: '申出をした者', when: 'onRequest', value: 5400, from: null, through: null },
    ]);
    expect(steps.filter(({ says }) => says === 'localCompared').map(({ figures }) => figures)).toEqual([
      { value: 5400, from: 4800, atLeast: 0, through: 6000, fires: 1 },
      { value: 5400, from: 2700, atLeast: 0, through: 6000, fires: 1 },
      { value: 5400, fires: 1 },
    ]);
    expect(steps.filter(({ says }) => says === 'localFindingAbsent')).toMatchObject([
      { figures: { value: 5400 }, words: { class: '80時間超100時間以下' }, citation: { confidence: 'C' } },
    ]);
    expect(said(input(90, { foundNecessary: true }), hyugaGuidance)).not.toContain('localFindingAbsent');
    expect(said(input(50), hyugaGuidance)).not.toContain('localFindingAbsent');
  });

  it('tells exemptions and requests that were looked at', () => {
    expect(said(input(50))).not.toContain('findingAbsent');
    expect(said(input(50))).not.toContain('requestAbsent');
    expect(said(input(90))).toEqual([
      'monthCompared',
      'averageUnknown',
      'averageUnknown',
      'averageUnknown',
      'averageUnknown',
      'averageUnknown',
      'monthCompared',
      'lawCompared',
      'findingAbsent',
      'requestAbsent',
      'interviewVerdict',
    ]);
    expect(said(input(90, { foundUnneeded: true, requested: true }))).toEqual(
      expect.arrayContaining(['exemptByFinding', 'requestPresent']),
    );
    expect(said(input(100, { foundUnneeded: true }))).toEqual(expect.arrayContaining(['notExempt', 'month80LeftOut']));
    const manager = said(input(100, { managerial: true }), towns.管理職を除く市);
    expect(manager).toEqual(['managerOutsideMunicipalRule', 'lawCompared', 'interviewVerdict']);
  });

  it('carries the figures of the comparison', () => {
    const { steps } = judgeGuidance(input(90), towns.七戸町);
    expect(steps).toMatchObject([
      { says: 'holidayWorkIncluded', figures: { overtime: 5400, holidayWork: 0, value: 5400 } },
      {
        says: 'monthCompared',
        figures: { value: 5400, threshold: 6000, atLeast: 1, fires: 0 },
        words: { rule: 'month100' },
      },
      ...[2, 3, 4, 5, 6].map((months) => ({ says: 'averageUnknown', figures: { months } })),
      {
        says: 'monthCompared',
        figures: { value: 5400, threshold: 4800, atLeast: 0, fires: 1 },
        words: { rule: 'month80' },
      },
      { says: 'lawCompared', figures: { worked: 14700, days: 31, beyond: 4072, threshold: 4800, fires: 0 } },
      { says: 'findingAbsent' },
      { says: 'requestAbsent' },
      { says: 'interviewVerdict', figures: { month: MONTH }, words: { due: 'onRequest', interview: 'offered' } },
    ]);
  });

  it('is answered for every month until 2028-03', () => {
    for (let month = 2019 * 12 + 3; month <= 2028 * 12 + 2; month += 1) {
      const { outcome } = judgeGuidance({
        months: [{ month, overtime: hours(100) }],
        requested: false,
        foundUnneeded: false,
      });
      expect(outcome.due).toBe('withoutRequest');
    }
    const march = [{ month: 2019 * 12 + 2, overtime: hours(100) }];
    expect(() => judgeGuidance({ months: march, requested: false, foundUnneeded: false })).toThrow(NotInForce);
  });
});
