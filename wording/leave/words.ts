import { hm } from '../format.ts';

/** An amount of 年次有給休暇 (half minutes) as days and hours: 「19日と 4:45」. */
export function daysAndTime(amount: number, day: number): string {
  const days = Math.floor(amount / (2 * day));
  const rest = amount - days * 2 * day;
  const time = rest === 0 ? '' : `${hm(Math.floor(rest / 2))}${rest % 2 === 1 ? '(と30秒)' : ''}`;
  if (days === 0) return time === '' ? '0日' : time;
  return time === '' ? `${days}日` : `${days}日と ${time}`;
}

/** Looks a word of a step up; an unknown one stands as it is. */
export const named =
  (names: Readonly<Record<string, string>>) =>
  (key: string): string =>
    names[key] ?? key;

export const typeName = named({ type1: '第1号', type2: '第2号' });

export const circumstanceName = named({
  spouseHospitalised: '配偶者の入院',
  separation: '配偶者との別居',
  unforeseen: '申出のときに予測できなかった事実',
});

export const eventName = named({
  prenatalLeave: '産前の休業の開始',
  birth: '出産',
  administrativeLeave: '休職',
  suspension: '停職',
  childDied: '子の死亡',
  noLongerChild: '子でなくなったこと',
  noLongerRaising: '子を養育しなくなったこと',
  schoolEntry: '小学校への就学',
  typeChanged: '部分休業の種類の変更',
  revokedOnRequest: '申請による承認の取消し',
});

/** Why something was not accepted; every refusal of the leave rules. */
export const refusalName = named({
  beforeRule: '制度の前の日',
  excludedShortTime: '育児短時間勤務をしている',
  excludedPartTime: '勤務日数が足りない',
  shortDay: '1日の勤務時間が足りない',
  childOver: '子が対象でない',
  childEnded: 'その子についての部分休業は終わっている',
  away: '休業・休職・停職の期間',
  noDeclaration: '申出がない',
  otherType: '申し出た種類と違う',
  notBeforehand: 'あらかじめ請求していない',
  sameType: '種類が変わらない',
  noCircumstance: '特別の事情がない',
  noRoom: '変更の回数を超える',
  tooManyRows: '時間帯が多い',
  outsideHours: '勤務時間でない',
  otherLeave: 'ほかの休暇と重なる',
  overlap: '期間又は時間が重なる',
  unit: '単位に合わない',
  dayLimit: '1日の上限を超える',
  balance: '残りを超える',
  nothingToRevoke: '取り消す承認がない',
  absentKind: 'この団体にない休暇',
  notLeave: '休暇でない',
  elsewhere: '別の台帳で判定する',
  window: '取得できる期間でない',
  noChild: '対象の子がいない',
  reason: '事由に当たらない',
  season: '取得できる季節でない',
  times: '1日の回数又は時間を超える',
  periods: '期間の数又は長さを超える',
  years: '取得できる年数を過ぎた',
  late: '請求の期限を過ぎた',
  partTime: '非常勤職員は対象でない',
  beforeBirth: '子の出生の前に始まる',
  tooShort: '期間が短い',
  tooLong: '期間が長い',
  pattern: '勤務の型に当たらない',
});

export const reasonName = named({
  illness: '子の看護',
  vaccination: '予防接種',
  checkup: '健康診断',
  closure: '学校等の臨時休業',
  attendanceSuspension: '出席停止',
  entrance: '入園式・入学式',
  nurseryGraduation: '卒園式',
  graduation: '卒業式',
  other: 'その他の事由',
});

export const relationName = named({
  spouse: '配偶者',
  parent: '父母',
  child: '子',
  grandparent: '祖父母',
  grandchild: '孫',
  sibling: '兄弟姉妹',
  uncleOrAunt: 'おじ又はおば',
  parentInLaw: '父母の配偶者又は配偶者の父母',
  childInLaw: '子の配偶者又は配偶者の子',
  grandparentInLaw: '祖父母の配偶者又は配偶者の祖父母',
  siblingInLaw: '兄弟姉妹の配偶者又は配偶者の兄弟姉妹',
  uncleOrAuntInLaw: 'おじ又はおばの配偶者',
});
