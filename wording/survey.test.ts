import type { SurveyFacts } from '@tokimori/law/survey/facts/types';
import { nationalTables } from '@tokimori/law/survey/national';
import { ownTables } from '@tokimori/law/survey/own';
import { modelSurvey } from '@tokimori/law/survey/rules';
import { type SurveyStepName, surveyStepNames } from '@tokimori/law/survey/step-names';
import { parseLocalDate } from '@tokimori/law/time/civil';
import { firstMonthOf } from '@tokimori/law/time/months';
import { describe, expect, it } from 'vitest';
import { explain } from './explain.ts';
import { surveySentences } from './survey.ts';

const FIRST = firstMonthOf(2026);
const day = (text: string) => parseLocalDate(text) ?? Number.NaN;
const bureaus = [
  { id: 'mayor', name: '市長部局', kind: 'mayor' },
  { id: 'fire', name: '消防本部', kind: 'fire' },
] as const;
const stress = (bureau: string, enrolled: number) => ({
  bureau,
  counts: {
    enrolled,
    eligible: enrolled,
    taken: enrolled,
    highStress: 0,
    requested: 0,
    interviewed: 0,
    workplaces: 1,
    heldAt: 1,
    analysedAt: 1,
    usedAt: 1,
  },
});

const facts: SurveyFacts = {
  fiscalYear: 2026,
  name: '美汐市',
  bureaus,
  overtime: {
    headcounts: Array.from({ length: 12 }, (_, at) =>
      ['mayor', 'fire'].map((bureau) => ({ month: FIRST + at, bureau, managerial: false, heads: 100 })),
    ).flat(),
    people: [
      {
        id: '1',
        regime: 'ordinance',
        transfers: [],
        months: [
          {
            month: FIRST,
            bureau: 'mayor',
            managerial: false,
            department: 'externallyDriven',
            overtime: 6015,
            exceptional: 0,
            legalHolidayWork: 0,
          },
        ],
      },
    ],
  },
  guidance: [{ staff: '1', month: FIRST, bureau: 'mayor' }],
  arrangements: [{ bureau: 'mayor', state: 'arranged' }],
  absences: [
    { staff: '2', bureau: 'fire', from: day('2026-02-10') },
    { staff: '3', bureau: 'fire', from: day('2026-09-01'), through: day('2026-09-29') },
    { staff: '4', bureau: 'fire', from: day('2027-04-01'), through: day('2027-04-30') },
  ],
  stressCheck: [stress('mayor', 100), stress('fire', 110)],
  systems: { answers: { causeReviewRule: false }, recording: ['icCard', 'selfReport'] },
  annualLeave: [{ staff: '1', bureau: 'mayor', taken: { days: 9, hours: 225 } }],
  childcare: {
    uses: [{ staff: '1', sex: 'male', system: 'partialChildcareLeave', course: 'new' }],
    newlyEligible: { male: { eligible: 3, taken: 1 }, female: { eligible: 0, taken: 0 } },
  },
  before: [
    { fiscalYear: 2025, average: { minutes: 12_000, heads: 1200 }, longHours: { heads: 1200, between: 0, above: 2 } },
  ],
};

const told = (given: SurveyFacts, rules = modelSurvey) => explain(ownTables(given, rules).steps, surveySentences);

describe('sentences of the survey', () => {
  it('there is one for each step', () => {
    expect(Object.keys(surveySentences).sort()).toEqual([...surveyStepNames].sort());
  });

  it('say the population and the sums so that they can be checked', () => {
    expect(told(facts)).toEqual(
      expect.arrayContaining([
        '令和8年度の調査の表を、令和5年12月25日通知から引き継いだ様式で作ります。(勤務条件等調査〔C 例規で要確認〕)',
        '時間外勤務の表の対象は、延べ 1,200人です。教育委員会・警察・消防の延べ 1,200人は入れません。(総行公第139号 別添1 (1)ア注)',
        '管理監督職員の延べ 0人は入れません。(総行公第139号 別添1 (1)ア注)',
        '時間外勤務の記録のある職員は延べ 1人です。記録のない延べ 1,199人は 0:00 として数えます。',
        '美汐市の時間(年)は、100:15 ÷(延べ 1,200人 ÷ 12)= 1.0 時間です。(総行公第139号 別添1 (1)ア)',
        '美汐市の時間(月)は、100:15 ÷(延べ 1,200人 ÷ 12)÷ 12 = 0.1 時間です。(総行公第139号 別添1 (1)ア)',
        '美汐市の45時間超は、45時間超100時間未満 0人 + 100時間以上 1人 = 1人です。(総行公第139号 別添1 (1)イ)',
        '美汐市「令和8年度 45時間超 割合」は、1 ÷ 1,200 = 0.1%です。(総行公第139号 別添1 (1)イ)',
        '美汐市「R7→R8 増減 45時間超 割合」は、表示した数の差 0.1 − 0.2 = ▲0.1 です。(総行公第139号 別添1 (1)イ)',
        '美汐市「R7→R8 増減 45時間超」は、1 − 2 = ▲1 です。(総行公第139号 別添1 (1)イ)',
        '上限のある職員 1人を判定しました。1人には、前年度の月が不明なため判定できない期間があります。(勤務条件等調査 時間外勤務〔B 一部で確認〕)',
        '美汐市の平均取得日数は、取得した 73:30 ÷ 1日 7:45 ÷ 1人 = 9.5 日です。(勤務条件等調査 年次有給休暇)',
      ]),
    );
  });

  it('say who is counted in the health tables, and why not', () => {
    expect(told(facts)).toEqual(
      expect.arrayContaining([
        '面接指導の表は、2の部局の、管理監督職員を含む全ての職員を数えます。(総行公第139号 別添1 面接指導〔B 一部で確認〕)',
        '要件に該当した職員は延べ 1人、面接指導を行ったのは 0人、行わなかったのは 1人です。(総行公第139号 別添1 面接指導イ)',
        '行わなかった理由の記録がない延べ 1人は、その他に入れます。理由を記録すると区分に入ります。(総行公第139号 別添1 面接指導ウ)',
        '職員 2 の休務(令和8年2月10日から継続中)は 415日で、休務者に数えます。(総行公第139号 別添1 メンタルヘルス注3〔C 例規で要確認〕)',
        '職員 3 の休務(令和8年9月1日から令和8年9月29日まで)は 29日で、休務者に数える長さに足りません。(総行公第139号 別添1 メンタルヘルス注1)',
        '職員 4 の休務(令和9年4月1日から令和9年4月30日まで)は、調査する年の外です。(総行公第139号 別添1 メンタルヘルス注2)',
        'メンタルヘルス不調による休務者は 1人、在籍職員数は 210人です。(総行公第139号 別添1 メンタルヘルス注4)',
        '勤務時間は、ICカード・職員本人の自己申告で把握しています。自己申告のみではありません。(総行公第139号 2(1))',
        '「要因の整理・分析・検証の規定がある」が いいえ のため、対応が必要です。(総行公第139号 2(3))',
        '部分休業の形態の記録がない 1人は、第1号・第2号の内訳に入りません。(勤務条件等調査 部分休業の形態〔C 例規で要確認〕)',
        '男性職員の取得率は、取得した 1人を、新たに取得可能となった 3人で除したものです。(勤務条件等調査 育児休業等〔B 一部で確認〕)',
        '女性職員「取得率」は、対象がないため割合がありません。(勤務条件等調査 育児休業等〔B 一部で確認〕)',
        '「配偶者出産休暇及び育児参加のための休暇の取得状況(令和8年度)」は、事実が書かれていないため作りません。(勤務条件等調査〔C 例規で要確認〕)',
      ]),
    );
  });

  it('say what a municipality decided otherwise', () => {
    const rules = { ...modelSurvey, overtimeExcludes: [], overtimeExcludesManagerial: false };
    const said = told({ ...facts, systems: { answers: {}, recording: ['selfReport'] } }, rules);
    expect(said).toContain('時間外勤務の表の対象は、全ての部局の延べ 2,400人です。(総行公第139号 別添1 (1)ア注)');
    expect(said).toContain('管理監督職員を入れます。(総行公第139号 別添1 (1)ア注)');
    expect(said).toContain(
      '勤務時間を職員本人の自己申告のみで把握しています。客観的な記録による把握が必要です。(総行公第139号 2(1))',
    );
  });

  it('say which figures were taken as they were published', () => {
    const group = { publishedYear: 1482 };
    const { steps } = nationalTables([
      {
        fiscalYear: 2022,
        averages: { all: group, prefecture: group, designatedCity: group, municipality: group },
        practice: { withoutCauseRecord: { bodies: 113, publishedShare: 91 } },
      },
    ]);
    expect(explain(steps, surveySentences)).toEqual(
      expect.arrayContaining([
        '令和4年度の調査の表を、令和5年12月25日通知の様式で作ります。(総行公第139号 別添1)',
        '全体の時間(年)は、公表された 148.2 時間です。(総行公第139号 別添1 (1)ア)',
        '全体の時間(月)は、148.2 ÷ 12 = 12.4 時間です。(総行公第139号 別添1 (1)ア)',
        '個々の職員についての記録を行っていない「割合」は、公表された 9.1%です。(総行公第139号 1)',
      ]),
    );
  });

  it('no real decision reads NaN, an empty bracket or a bare key', () => {
    const names: readonly SurveyStepName[] = surveyStepNames;
    const steps = ownTables(facts).steps;
    expect(names.filter((name) => steps.some(({ says }) => says === name)).length).toBeGreaterThan(20);
    for (const line of told(facts)) expect(line).not.toMatch(/NaN|undefined|\(\)|「」|[{}]|icCard|education/);
  });
});
