import { type Deadline, judgeDeadline } from '@tokimori/law/calendar/deadline';
import { epochDayOf } from '@tokimori/law/time/civil';
import { expect, it } from 'vitest';
import { deadlineSentences } from './calendar.ts';
import { explain } from './explain.ts';

const model = {
  weeklyDaysOff: [0, 6],
  yearEndClosing: { from: '12-29', through: '01-03' },
  anniversaries: [],
  allotment: { hours: { from: 510, until: 1035 }, breaks: [] },
};
const told = (change: Partial<Deadline>): readonly string[] => {
  const deadline: Deadline = { on: epochDayOf(2026, 10, 10), basis: 'ordinance', byHours: false, ownProvision: false };
  return explain(judgeDeadline({ ...deadline, ...change }, model).steps, deadlineSentences);
};

it('the sentences of a deadline name the closed days and the day it is moved to', () => {
  expect(told({})).toEqual([
    '令和8年10月10日(土曜日)は団体の休日です。(休日条例(準則) 第1条〔B 一部で確認〕)',
    '令和8年10月11日(日曜日)は団体の休日です。(休日条例(準則) 第1条〔B 一部で確認〕)',
    '令和8年10月12日(月曜日、スポーツの日)は団体の休日です。(休日条例(準則) 第1条〔B 一部で確認〕)',
    '期限の令和8年10月10日が休日に当たるため、休日の翌日の令和8年10月13日を期限とみなします。(休日条例(準則) 第2条)',
  ]);
  expect(told({ on: epochDayOf(2026, 10, 13) })).toEqual([
    '令和8年10月13日は団体の休日でないため、期限はその日です。(休日条例(準則) 第1条〔B 一部で確認〕)',
  ]);
  expect(told({ byHours: true, basis: 'act' }).at(-1)).toBe(
    '令和8年10月10日は休日ですが、時をもって定めた期間であるため、期限は動きません。(地方自治法 第4条の2第4項〔B 一部で確認〕)',
  );
  expect(told({ ownProvision: true }).at(-1)).toContain('別段の定めがあるため、期限は動きません。');
});
