import { judgeRestrictions } from '@tokimori/law/restrictions/restrictions';
import { restrictionStepNames } from '@tokimori/law/restrictions/step-names';
import { type Ground, type RestrictionRequest, restrictionKinds } from '@tokimori/law/restrictions/types';
import { parseLocalDate } from '@tokimori/law/time/civil';
import { parseYearMonth } from '@tokimori/law/time/months';
import { describe, expect, it } from 'vitest';
import { explain } from './explain.ts';
import { restrictionSentences } from './restrictions.ts';

const day = (text: string) => parseLocalDate(text) ?? 0;
const month = parseYearMonth('2026-04') ?? 0;
const request: RestrictionRequest = {
  kind: 'overtimeLimit',
  ground: { of: 'child', bornOn: day('2022-05-10') },
  requestedOn: day('2026-03-20'),
  from: day('2026-04-01'),
  through: day('2027-03-31'),
};
const told = (more: Partial<RestrictionRequest>, overtime = 1500, managerial = false) =>
  explain(
    judgeRestrictions({
      requests: [{ ...request, ...more }],
      months: [{ month, overtime, disasterNeed: 0 }],
      asOf: day('2026-04-30'),
      managerial,
    }).steps,
    restrictionSentences,
  );

describe('sentences of limits on request', () => {
  it('there is one for each step', () => {
    expect(Object.keys(restrictionSentences).sort()).toEqual([...restrictionStepNames].sort());
  });

  it('月24時間・年150時間', () => {
    expect(told({})).toEqual([
      '令和4年5月10日生まれの子は、令和11年3月31日まで小学校就学の始期に達しません。(職福―443 第3条関係2)',
      '時間外勤務の制限(月24時間・年150時間)は、令和8年4月1日から令和9年3月31日まで効きます。(人事院規則10―11 第10条〔B 一部で確認〕)',
      '令和8年4月は 25:00 で、請求による月 24:00 を1:00 超えています。(人事院規則10―11 第10条〔B 一部で確認〕)',
      '令和8年4月から令和9年3月までは 25:00 で、請求による年 150:00 を超えていません。(人事院規則10―11 第10条〔B 一部で確認〕)',
      '請求による上限のもとで命令できるのは あと 0:00 です(請求による月24時間の制限)。(人事院規則10―11 第11条第1項〔C 例規で要確認〕)',
    ]);
  });

  it('効かない請求', () => {
    expect(told({ through: day('2027-04-01') }).join('')).toContain(
      '時間外勤務の制限(月24時間・年150時間)は効きません。1回の請求の期間が長すぎます。',
    );
  });

  it('no real decision reads NaN or an empty bracket', () => {
    const grounds: readonly Ground[] = [
      { of: 'child', bornOn: day('2022-05-10') },
      { of: 'familyCare' },
      { of: 'maternity' },
      { of: 'maternity', birth: day('2026-03-10') },
    ];
    for (const kind of restrictionKinds)
      for (const ground of grounds)
        for (const more of [
          {},
          { requestedOn: request.from },
          { from: day('2026-04-16') },
          { lapsedOn: day('2026-04-20') },
          { notPossible: '理由' },
        ])
          for (const managerial of [false, true])
            for (const line of told({ kind, ground, through: day('2026-09-30'), ...more }, 1500, managerial)) {
              expect(line).not.toMatch(/NaN|undefined|\(\)|[a-z]{4}/);
              expect(line).toContain('。');
            }
  });
});
