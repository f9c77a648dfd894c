import { expect, it } from 'vitest';
import { sampleGiven, samplePerson, withMonth } from '../sheet/testing/sample.ts';
import { zamaMonthly } from './monthly.ts';

it('has everybody with the month, the year so far, months over 45 hours, and the twelve months before', () => {
  const manager = samplePerson('1', '高瀬 誠', [45, 46, 0, 0, 0, 0, 20], { managerial: true, over: [] });
  const staff = samplePerson('2', '𠮷田 髙志', [0, 0, 0, 0, 0, 0, 50], { over: ['月45時間', '年360時間'] });
  const over = withMonth(withMonth(staff, '2025-04', 45 * 60), '2025-05', 45 * 60 + 1);
  const printed = zamaMonthly.printed({
    given: sampleGiven({ people: [manager, over] }),
    filled: {},
    submittedOn: null,
    seals: [],
  });
  expect(printed).toMatchObject({
    month: '令和8年10月',
    passed: '1',
    people: [
      // 管理職は時間外勤務でなく、在庁(どの月も1時間30分長い)を載せる。
      { no: '1', managerial: true, month: '21:30', year: '121:30', times: '2', over: '' },
      { no: '2', managerial: false, month: '50:00', year: '50:00', times: '1', over: '月45時間、年360時間' },
    ],
  });
  expect((printed as { people: { last: object[] }[] }).people[1]?.last.slice(0, 3)).toEqual([
    { month: '4', hours: '45:00', over45: false },
    { month: '5', hours: '45:01', over45: true },
    { month: '6', hours: '20:15', over45: false },
  ]);
});

it('counts who is over an upper bound of the year in a month without overtime too', () => {
  const one = samplePerson('1', 'あ', [99, 99, 99, 99, 0, 0, 0], { over: ['年360時間'] });
  expect(
    zamaMonthly.printed({ given: sampleGiven({ people: [one] }), filled: {}, submittedOn: null, seals: [] }),
  ).toMatchObject({ passed: '1' });
});
