import { describe, expect, it } from 'vitest';
import { problemsOf } from '../sheet/filled.ts';
import type { Given, GivenPerson } from '../sheet/given.ts';
import { filledUp, sampleGiven, samplePerson, withMonth } from '../sheet/testing/sample.ts';
import { yokohamaPlan } from './plan.ts';
import { yokohamaReport } from './report.ts';

const MONTH = '2026-10';
const person = samplePerson('100001', '森下 千尋', [46, 45, 50, 0, 0, 0, 60]);
const about = (...people: readonly GivenPerson[]) => sampleGiven({ people });
const concerns = yokohamaReport.concerns as (given: Given, person: GivenPerson) => boolean;

describe('様式1', () => {
  it.each([
    [45 * 60, false],
    [45 * 60 + 1, true],
  ])('%i minutes in the month', (minutes, concerned) => {
    const one = withMonth(person, MONTH, minutes);
    expect(concerns(about(one), one)).toBe(concerned);
  });

  it('asks for the reason in words only for 「その他」', () => {
    const given = about(person);
    const filled = { ...filledUp(yokohamaReport, given), '100001.other': '' };
    const problems = (reason: string) =>
      problemsOf(yokohamaReport.parts(given), { ...filled, '100001.reason': reason }, true);
    expect(problems('業務量の増加')).toEqual([]);
    expect(problems('その他')).toEqual([{ key: '100001.other', message: '具体的理由を入力してください' }]);
  });

  it('prints a row for everybody, with the figures of the records and the seal of the 課長', () => {
    const filled = {
      '100001.reason': 'その他',
      '100001.other': '選挙が重なった',
      '100001.interviewedOn': '2026-11-04',
      '100002.reason': '業務量の増加',
      '100002.other': '消し忘れ',
    };
    const given = about(person, samplePerson('100002', '𠮷田 髙志', [0, 0, 0, 0, 0, 0, 1_046]));
    const seals = [
      { label: '課長', name: '高瀬', on: '8.11.5' },
      { label: '労務担当課', name: '', on: '' },
    ];
    expect(yokohamaReport.printed({ given, filled, submittedOn: '2026-11-05', seals })).toEqual({
      rows: [
        {
          section: '市民部 保険年金課 国保係',
          staff: '100001',
          name: '森下 千尋',
          month: '令和8年10月',
          hours: '60:00',
          work: '国民健康保険料の本算定',
          reason: 'その他',
          other: '選挙が重なった',
          outlook: '',
          interviewedOn: '令和8年11月4日',
          health: '',
          effect: '',
          opinion: '',
          times: '3',
          sealName: '高瀬',
          sealOn: '8.11.5',
          sealNote: '',
        },
        expect.objectContaining({
          name: '𠮷田 髙志',
          hours: '1,046:00',
          times: '1',
          reason: '業務量の増加',
          other: '',
        }),
      ],
    });
  });
});

describe('取組計画', () => {
  it.each([
    [80 * 60, 0, '0', '0'],
    [80 * 60 + 1, 0, '1', '0'],
    [99 * 60 + 59, 19 * 60 + 59, '0', '0'],
    [100 * 60, 20 * 60, '0', '1'],
    [100 * 60, 0, '1', '1'],
  ])('%i minutes, %i of them 特例業務: over 80 hours %s, from 100 hours %s', (total, exceptional, over80, from100) => {
    const given = about(withMonth(person, MONTH, total, exceptional));
    expect(yokohamaPlan.printed({ given, filled: {}, submittedOn: null, seals: [] })).toMatchObject({
      over80,
      from100,
    });
    const among = yokohamaPlan.concerns as (given: Given, person: GivenPerson) => boolean;
    expect(among(given, given.people[0]!)).toBe(over80 === '1' || from100 === '1');
  });

  it('names each section once, and only where it happened', () => {
    const tax = { ...person, section: '財務部 税務課' };
    const given = about(withMonth(tax, MONTH, 6_001), withMonth(tax, MONTH, 6_001), person);
    expect(
      yokohamaPlan.printed({ given, filled: { 'whole.cause': '要因' }, submittedOn: '2026-11-05', seals: [] }),
    ).toMatchObject({
      sections: '財務部 税務課',
      on: '令和8年11月5日',
      levels: [
        { title: '組織全体', cause: '要因', action: '', state: '' },
        { title: '職場・個人' },
        { title: '必要な環境整備' },
      ],
    });
  });

  it('goes from the 区局長 to the 副市長, who stands first on paper', () => {
    const seals = yokohamaPlan.route.map(({ label }) => ({ label, name: '', on: '' }));
    const printed = yokohamaPlan.printed({ given: about(person), filled: {}, submittedOn: null, seals });
    expect(printed).toMatchObject({ seals: [{ label: '副市長' }, { label: '区局長' }] });
  });
});
