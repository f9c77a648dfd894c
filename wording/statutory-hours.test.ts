import { countStatutoryHours } from '@tokimori/law/statutory-hours/count';
import { judgeDisasterNeed } from '@tokimori/law/statutory-hours/disaster-need';
import { modelStatutoryHours } from '@tokimori/law/statutory-hours/rules';
import type { WorkedDay } from '@tokimori/law/statutory-hours/types';
import { epochDayOf } from '@tokimori/law/time/civil';
import { expect, it } from 'vitest';
import { explain } from './explain.ts';
import { disasterNeedSentences, statutoryHoursSentences } from './statutory-hours.ts';

const SUNDAY = epochDayOf(2026, 6, 7);
const off = (at: number, from = 0, until = 0): WorkedDay => ({
  date: SUNDAY + at,
  kind: 'weeklyDayOff',
  allotted: 0,
  regular: [],
  overtime: until > from ? [{ from, until, basis: 'agreement' }] : [],
  statedDayOff: at === 13,
});
const duty = (
  at: number,
  allotted: number,
  overtime: number,
  basis: 'agreement' | 'disasterNeed' = 'agreement',
): WorkedDay => ({
  date: SUNDAY + at,
  kind: 'dutyDay',
  allotted,
  regular: [{ from: 510, until: 510 + allotted }],
  overtime: overtime > 0 ? [{ from: 510 + allotted, until: 510 + allotted + overtime, basis }] : [],
  statedDayOff: false,
});
const workplace = { appdxTable1: 13, enterprise: false };
const full = (at: number) => (at % 7 === 0 || at % 7 === 6 ? off(at) : duty(at, 465, 0));
const weeks = (own: Readonly<Record<number, WorkedDay>>) => Array.from({ length: 14 }, (_, at) => own[at] ?? full(at));

it('says what each day and week left over', () => {
  const days = weeks({ 1: duty(1, 465, 90), 6: off(6, 540, 900), 0: off(0, 540, 840) });
  const { steps } = countStatutoryHours({ days, averaging: [], workplace });
  expect(explain(steps, statutoryHoursSentences)).toEqual([
    '1箇月単位の変形労働時間制には当たりません。1日8時間、1週40時間で数えます。(労働基準法 第32条の2第1項〔B 一部で確認〕)',
    '法定休日の定めがなく、週休日のすべてに勤務したため、後の6月13日(土)が法定休日です。勤務した 6:00 は法定休日労働です。(改正労働基準法質疑応答〔B 一部で確認〕)',
    '6月8日(月): 9:15 − 8:00 = 1:15 が法定外です。(労働基準法 第32条第2項〔B 一部で確認〕)',
    '6月7日(日)からの週: 1日の超過を除いて 44:00 − 40:00 = 4:00 が法定外です。(労働基準法 第32条第1項〔B 一部で確認〕)',
    '令和8年6月は、法定外 5:15、法定休日労働 6:00、法定内 1:15 です。月45時間と年の上限は法定外、月100時間と平均80時間の上限は法定外と法定休日労働の合計 11:15 で見ます。(労働基準法 第36条第1項)',
    '令和8年6月は一部の日だけなので、月の合計としては使えません。',
  ]);
});

it('has every figure of every step', () => {
  const named = { ...modelStatutoryHours, legalHoliday: 'sunday' } as const;
  const stated = { ...modelStatutoryHours, legalHoliday: 'asStated' } as const;
  const all = [
    countStatutoryHours({ days: weeks({ 6: off(6, 1200, 1560) }), averaging: [], workplace }, named),
    countStatutoryHours({ days: weeks({ 7: off(7, 1200, 1560) }), averaging: [], workplace }, named),
    countStatutoryHours({ days: weeks({ 0: duty(0, 465, 0), 6: off(6, 540, 600) }), averaging: [], workplace }, named),
    countStatutoryHours({ days: weeks({ 0: duty(0, 465, 0), 6: duty(6, 465, 0) }), averaging: [], workplace }),
    countStatutoryHours({ days: weeks({ 13: off(13, 540, 600) }), averaging: [], workplace }, stated),
    countStatutoryHours({ days: weeks({ 6: off(6, 540, 600) }), averaging: [], workplace }),
    countStatutoryHours({
      days: weeks({ 1: duty(1, 600, 30), 2: duty(2, 600, 0, 'disasterNeed'), 3: duty(3, 465, 60, 'disasterNeed') }),
      averaging: [{ from: SUNDAY, through: SUNDAY + 13 }],
      workplace,
    }),
    countStatutoryHours({
      days: weeks({ 3: duty(3, 465, 60, 'disasterNeed') }),
      averaging: [],
      workplace: { appdxTable1: null, enterprise: false },
    }),
  ].flatMap(({ steps }) => steps);
  const said = explain(all, statutoryHoursSentences);
  for (const line of said) expect(line).not.toMatch(/NaN|undefined|\(\)|−0/);
  expect(new Set(all.map(({ says }) => says)).size).toBe(Object.keys(statutoryHoursSentences).length - 1);
  expect(said).toContain(
    '6月13日(土)の勤務は法定休日に入ります。0時までの 4:00 と、0時からの法定休日労働 2:00 に分けます。(基発第331号(平成6年)〔C 例規で要確認〕)',
  );
  expect(said).toContain(
    '変形期間の総枠は 40:00 × 14日 ÷ 7 = 80:00 です。1日と1週の超過を除いて 82:00 − 80:00 = 2:00 が法定外です。(基発第1号(昭和63年)〔B 一部で確認〕)',
  );
});

it('says whom to turn to', () => {
  const occasion = { from: SUNDAY, through: SUNDAY + 1, permittedOn: SUNDAY + 1, reportedOn: null };
  const { steps } = judgeDisasterNeed(occasion, { appdxTable1: 12, enterprise: false });
  expect(explain(steps, disasterNeedSentences)).toEqual([
    '許可と届出の相手は団体の長(人事委員会がないため)です。(地方公務員法 第58条第5項)',
    '6月8日(月)の許可は、6月7日(日)に始まった後なので、事前の許可には当たりません。(労働基準法 第33条第1項)',
    '6月7日(日)から6月8日(月)までの勤務は、許可も届出もありません。遅滞なく届け出てください。(労働基準法 第33条第1項)',
  ]);
});
