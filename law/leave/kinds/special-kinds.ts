import { leaveKindCitations as cites } from '../citations.ts';
import type { Kind, KindLimit } from './kind.ts';
import { makeKind } from './make-kind.ts';

const paid = { group: 'special', pay: 'paid', attendance: 'deemedPresent' } as const;
const byNeed = { units: ['day', 'hour', 'minute'], limit: { per: 'need' } } as const;
const byHours = { units: ['day', 'hour'], finishing: true } as const;
const days = { units: ['day'] } as const;
const calendar = { units: ['day'], counts: 'calendarDays' } as const;
const year = (name: Extract<KindLimit, { per: 'year' | 'occasion' }>['days']) => ({ per: 'year', days: name }) as const;
const occasion = (name: Extract<KindLimit, { per: 'year' | 'occasion' }>['days']) =>
  ({ per: 'occasion', days: name }) as const;

/** 特別休暇 (規則15―14 第22条) without 産前産後 and what is for children. */
const ownKinds: readonly Kind[] = [
  makeKind(
    'civicDuty',
    '公民権の行使',
    '選挙権その他公民としての権利を行使する場合',
    { ...paid, ...byNeed },
    cites.special,
  ),
  makeKind(
    'witness',
    '証人等の出頭',
    '裁判員、証人、鑑定人、参考人等として官公署へ出頭する場合',
    { ...paid, ...byNeed },
    cites.special,
  ),
  makeKind(
    'marrowDonation',
    '骨髄等の提供',
    '骨髄又は末梢血幹細胞を提供する場合',
    { ...paid, ...byNeed },
    cites.special,
  ),
  makeKind(
    'volunteer',
    'ボランティア休暇',
    '自発的に、かつ、報酬を得ないで社会に貢献する活動を行う場合',
    { ...paid, ...days, limit: year('volunteer') },
    cites.special,
  ),
  makeKind(
    'marriage',
    '結婚休暇',
    '結婚の日の5日前の日から、結婚の日後1月を経過する日までの連続する日',
    { ...paid, ...calendar, limit: occasion('marriage') },
    cites.special,
  ),
  makeKind(
    'bereavement',
    '忌引',
    '親族が死亡し、葬儀その他の行事等を行う場合',
    { ...paid, ...calendar, limit: { per: 'relation' } },
    cites.bereavement,
  ),
  makeKind(
    'memorial',
    '父母の追悼',
    '父母の追悼のための特別な行事を行う場合',
    { ...paid, ...days, limit: occasion('memorial') },
    cites.special,
  ),
  makeKind(
    'summer',
    '夏季休暇',
    '夏季における盆等の諸行事、心身の健康の維持及び増進又は家庭生活の充実のため',
    { ...paid, ...days, limit: year('summer') },
    cites.special,
  ),
  makeKind(
    'disaster',
    '災害による住居の滅失等',
    '地震、水害、火災その他の災害により住居が滅失し、又は損壊した場合等',
    { ...paid, ...calendar, limit: occasion('disaster') },
    cites.special,
  ),
  makeKind(
    'commuteStopped',
    '出勤困難',
    '災害又は交通機関の事故等により出勤することが著しく困難な場合',
    { ...paid, ...byNeed },
    cites.special,
  ),
  makeKind(
    'danger',
    '退勤途上の危険回避',
    '災害時等に退勤途上の身体の危険を回避する場合',
    { ...paid, ...byNeed },
    cites.special,
  ),
];

/** 特別休暇 for birth and children. */
const birthKinds: readonly Kind[] = [
  makeKind(
    'fertility',
    '出生サポート休暇',
    '不妊治療に係る通院等をする場合',
    { ...paid, ...byHours, limit: { per: 'year', days: 'fertility', more: 'fertilityAssisted' } },
    cites.special,
  ),
  makeKind(
    'prenatal',
    '産前休暇',
    '6週間(多胎妊娠の場合は14週間)以内に出産する予定である場合',
    { ...paid, ...calendar, limit: { per: 'window', window: 'prenatal' }, who: 'women' },
    cites.prenatalLocal,
  ),
  makeKind(
    'postnatal',
    '産後休暇',
    '出産の日の翌日から8週間を経過する日まで',
    { ...paid, ...calendar, limit: { per: 'window', window: 'postnatal' }, who: 'women' },
    cites.postnatalLocal,
  ),
  makeKind(
    'childcareTime',
    '育児時間',
    '生後1年に達しない子を育てる場合、1日2回それぞれ30分以内',
    { ...paid, units: ['minute'], limit: { per: 'dayTimes', minutes: 30, times: 2 }, who: 'parents' },
    cites.childcareTime,
  ),
  makeKind(
    'spouseBirth',
    '配偶者出産休暇',
    '配偶者の出産のため入院する等の日から、出産の日後2週間を経過する日まで',
    { ...paid, ...byHours, limit: occasion('spouseBirth'), who: 'spouses' },
    cites.spouseBirth,
  ),
  makeKind(
    'fatherhood',
    '育児参加休暇',
    '配偶者の産前の期間から、出産の日以後1年を経過する日まで',
    { ...paid, ...byHours, limit: occasion('fatherhood'), who: 'spouses' },
    cites.fatherhoodNow,
  ),
];

export const specialKinds: readonly Kind[] = [...ownKinds, ...birthKinds];
