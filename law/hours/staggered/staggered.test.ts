import { describe, expect, it } from 'vitest';
import { type Given, testCases } from '../../testing/cases.ts';
import { formatLocalDate } from '../../time/civil.ts';
import { formatDuration } from '../../time/minutes.ts';
import { parseTimeOfDay } from '../../time/time-of-day.ts';
import { type Ground, type HoursRules, modelHours, type ShiftChoice } from '../rules.ts';
import { checkShift, ImpossibleShift, judgeShift, measureShift, type ShiftFinding } from './staggered.ts';

function shiftOf(text: string): ShiftChoice {
  const [own = { from: 0, until: 0 }, ...breaks] = text.split(' ').map((span) => {
    const [from = Number.NaN, until = Number.NaN] = span.split('-').map((at) => parseTimeOfDay(at) ?? Number.NaN);
    return { from, until };
  });
  return { name: '短い', ...own, breaks };
}

function rulesOf(given: Given): HoursRules {
  const { staggered } = modelHours;
  const only = given.has('offeredTo') && given.text('offeredTo') === 'childOrCare';
  return {
    ...modelHours,
    staggered: {
      ...staggered,
      ...(only ? { offeredTo: 'childOrCare' } : {}),
      ...(given.has('own') ? { shifts: [shiftOf(given.text('own'))] } : {}),
    },
  };
}

function told(finding: ShiftFinding): string {
  switch (finding.rule) {
    case 'late':
      return `late ${formatLocalDate(finding.latest)}`;
    case 'otherLength':
      return `otherLength ${formatDuration(finding.worked)}`;
    case 'breakShort':
      return `breakShort ${formatDuration(finding.given)}`;
    default:
      return finding.rule;
  }
}

testCases(new URL('./staggered.cases.yaml', import.meta.url), (given) => {
  const request = {
    shift: given.text('shift'),
    ground: given.text('ground') as Ground,
    requestedOn: given.day('requested'),
    from: given.day('from'),
    hindersDuty: given.has('hinders') && given.flag('hinders'),
  };
  const rules = rulesOf(given);
  try {
    const { outcome, steps } = judgeShift(request, rules);
    const { standing, granted, findings } = outcome;
    return {
      answer: [standing, granted ? 'granted' : 'refused', ...findings.map(told)].join(' '),
      steps,
    };
  } catch (error) {
    if (error instanceof ImpossibleShift) return { answer: 'refused', refusal: error };
    throw error;
  }
});

describe('shifts', () => {
  it('of the model keep a full day, hold their break and differ in name', () => {
    const { shifts } = modelHours.staggered;
    for (const shift of shifts) expect(checkShift(shift, modelHours.fullDay)).toEqual([]);
    expect(new Set(shifts.map(({ name }) => name)).size).toBe(shifts.length);
  });
  it('are measured without their breaks', () =>
    expect(measureShift(shiftOf('9:00-17:45 12:00-13:00'))).toEqual({ worked: 465, given: 60 }));
  it('end by 48:00', () => {
    expect(measureShift({ name: '', from: 2400, until: 2880, breaks: [] }).worked).toBe(480);
    expect(() => measureShift({ name: '', from: 2400, until: 2881, breaks: [] })).toThrow(ImpossibleShift);
    expect(() => measureShift({ name: '', from: -1, until: 480, breaks: [] })).toThrow(ImpossibleShift);
  });
  it('say why, in order', () => {
    const request = { shift: '早出1', ground: 'other', requestedOn: 10, from: 10, hindersDuty: true } as const;
    expect(judgeShift(request, modelHours).steps.map(({ says }) => says)).toEqual([
      'offeredToAnyone',
      'lengthKept',
      'late',
      'hindersDuty',
      'shiftRefused',
    ]);
    expect(
      judgeShift({ ...request, requestedOn: 9, hindersDuty: false }, modelHours).steps.map(({ says }) => says),
    ).toEqual(['offeredToAnyone', 'lengthKept', 'inTime', 'shiftGranted']);
  });
});
