import { annualLeaveCitations, leaveKindCitations as cites, partialChildcareCitations } from '../citations.ts';
import type { Kind } from './kind.ts';
import { makeKind } from './make-kind.ts';

const paid = { pay: 'paid', attendance: 'deemedPresent' } as const;
const byNeed = { units: ['day', 'hour', 'minute'], limit: { per: 'need' } } as const;
const byHours = { units: ['day', 'hour'], finishing: true } as const;

/** 年次有給休暇, 病気休暇, 公務災害. */
export const plainLeaveKinds: readonly Kind[] = [
  makeKind(
    'annualPaidLeave',
    '年次有給休暇',
    '一の年ごとに与えられる休暇',
    { group: 'annual', ...paid, ...byHours, limit: { per: 'elsewhere', ask: 'annual-leave' } },
    annualLeaveCitations.full,
  ),
  makeKind(
    'sickLeave',
    '病気休暇',
    '負傷又は疾病のため療養する必要があり、勤務しないことがやむを得ないと認められる場合',
    {
      group: 'sick',
      pay: 'paid',
      attendance: 'absent',
      units: ['day', 'hour', 'minute'],
      counts: 'calendarDays',
      limit: { per: 'illness' },
    },
    cites.sick,
  ),
  makeKind(
    'dutyInjuryLeave',
    '公傷療養',
    '公務上又は通勤による負傷又は疾病の療養をする場合',
    { group: 'sick', ...paid, ...byNeed, counts: 'calendarDays' },
    cites.sick,
  ),
];

/** 家族: 看護, 介護. */
export const familyKinds: readonly Kind[] = [
  makeKind(
    'sickChildLeave',
    '子の看護等休暇',
    '子の看護、予防接種・健康診断、学校の臨時休業・出席停止等に伴う世話、入園・卒園・入学の式典への参加',
    {
      group: 'family',
      ...paid,
      ...byHours,
      limit: { per: 'year', days: 'sickChild', more: 'sickChildTwo' },
      who: 'parents',
    },
    cites.sickChild,
  ),
  makeKind(
    'shortCaregiverLeave',
    '短期介護休暇',
    '要介護者の介護その他の世話',
    {
      group: 'family',
      ...paid,
      ...byHours,
      limit: { per: 'year', days: 'shortCare', more: 'shortCareTwo' },
      who: 'carers',
    },
    cites.special,
  ),
  makeKind(
    'caregiverLeave',
    '介護休暇',
    '要介護者の介護のため、一の継続する状態ごとに指定された期間',
    {
      group: 'family',
      pay: 'unpaid',
      attendance: 'deemedPresent',
      units: ['day', 'hour'],
      counts: 'calendarDays',
      limit: { per: 'condition' },
      who: 'carers',
    },
    cites.caregiver,
  ),
  makeKind(
    'caregiverTime',
    '介護時間',
    '要介護者の介護のため、連続する3年の期間内の1日につき2時間まで',
    {
      group: 'family',
      pay: 'unpaid',
      attendance: 'present',
      units: ['thirtyMinutes'],
      limit: { per: 'caregiverTime' },
      who: 'carers',
    },
    cites.caregiverTime,
  ),
];

const partial = { per: 'elsewhere', ask: 'partial-childcare-leave' } as const;
/** 育児休業法. */
export const childcareKinds: readonly Kind[] = [
  makeKind(
    'childcareLeave',
    '育児休業',
    '3歳に満たない子を養育するための休業',
    { group: 'childcare', pay: 'unpaid', attendance: 'deemedPresent', who: 'parents' },
    { instrument: 'childcare-leave-act', revision: '2022-10-01', path: 'a=2/p=1', confidence: 'B' },
  ),
  makeKind(
    'childcareShortTime',
    '育児短時間勤務',
    '小学校就学の始期に達するまでの子を養育するための勤務の形態',
    { group: 'childcare', pay: 'reduced', attendance: 'present', limit: { per: 'week' }, who: 'parents' },
    cites.shortTime,
  ),
  makeKind(
    'partialChildcareType1',
    '第1号部分休業',
    '小学校就学の始期に達するまでの子を養育するため、1日につき2時間まで',
    {
      group: 'childcare',
      pay: 'unpaid',
      attendance: 'present',
      units: ['thirtyMinutes'],
      limit: partial,
      who: 'parents',
    },
    partialChildcareCitations.type1,
  ),
  makeKind(
    'partialChildcareType2',
    '第2号部分休業',
    '小学校就学の始期に達するまでの子を養育するため、1年につき10日相当の時間まで',
    {
      group: 'childcare',
      pay: 'unpaid',
      attendance: 'deemedPresent',
      units: ['day', 'hour'],
      finishing: true,
      limit: partial,
      who: 'parents',
    },
    partialChildcareCitations.type2Limit,
  ),
];
