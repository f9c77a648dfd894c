/** A citable text. The only place where a title is typed. */
export type Instrument = {
  readonly title: string;
  readonly short: string;
  readonly number: string;
};

/** Registered texts by id. Ids are frozen once decisions were stored with them. */
export const instruments = {
  'npa-rule-15-14': {
    title: '人事院規則15―14(職員の勤務時間、休日及び休暇)',
    short: '人事院規則15―14',
    number: '平成6年人事院規則15―14',
  },
  'npa-notice-328': {
    title: '職員の勤務時間、休日及び休暇の運用について',
    short: '職職―328',
    number: '平成6年7月27日職職―328',
  },
  'npa-notice-78': { title: '勤務間のインターバル確保について', short: '職職―78', number: '令和6年職職―78' },
  'labor-standards-act': { title: '労働基準法', short: '労働基準法', number: '昭和22年法律第49号' },
  'local-public-service-act': { title: '地方公務員法', short: '地方公務員法', number: '昭和25年法律第261号' },
  'holidays-act': { title: '国民の祝日に関する法律', short: '祝日法', number: '昭和23年法律第178号' },
  'imperial-succession-holiday-act': {
    title: '天皇の即位の日及び即位礼正殿の儀の行われる日を休日とする法律',
    short: '即位日等休日法',
    number: '平成30年法律第99号',
  },
  'olympics-special-act': {
    title: '平成三十二年東京オリンピック競技大会・東京パラリンピック競技大会特別措置法',
    short: '五輪特措法',
    number: '平成27年法律第33号',
  },
  'model-working-hours-ordinance': {
    title: '職員の勤務時間、休日及び休暇等に関する条例(準則)',
    short: '勤務時間条例(準則)',
    number: '',
  },
  'model-salary-ordinance': {
    title: '職員の給与に関する条例(準則)',
    short: '給与条例(準則)',
    number: '',
  },
  'working-time-guideline': {
    title: '労働時間の適正な把握のために使用者が講ずべき措置に関するガイドライン',
    short: '労働時間把握ガイドライン',
    number: '平成29年1月20日',
  },
  'mic-notice-139': {
    title: '地方公共団体における時間外勤務の上限規制及び健康確保措置の実効的な運用等について',
    short: '総行公第139号',
    number: '令和5年12月25日総行公第139号・総行安第59号',
  },
  'safety-health-act': { title: '労働安全衛生法', short: '労働安全衛生法', number: '昭和47年法律第57号' },
  'safety-health-regulation': {
    title: '労働安全衛生規則',
    short: '労働安全衛生規則',
    number: '昭和47年労働省令第32号',
  },
  'npa-rule-10-4': {
    title: '人事院規則10―4(職員の保健及び安全保持)',
    short: '人事院規則10―4',
    number: '昭和48年人事院規則10―4',
  },
  'npa-notice-97': {
    title: '職職―97(人事院規則10―4 第22条の2関係)',
    short: '職職―97',
    number: '平成18年職職―97(最終改正 平成31年2月4日)',
  },
  'fatigue-checklist': {
    title: '労働者の疲労蓄積度自己診断チェックリスト',
    short: '疲労蓄積度自己診断チェックリスト',
    number: '厚生労働省(2023年改正)',
  },
  'stress-check-manual': {
    title: '労働安全衛生法に基づくストレスチェック制度実施マニュアル',
    short: 'ストレスチェック制度実施マニュアル',
    number: '厚生労働省',
  },
  'local-body-codes': { title: '全国地方公共団体コード(検証数字の算出)', short: '団体コード', number: '総務省' },
} as const satisfies Record<string, Instrument>;

export type InstrumentId = keyof typeof instruments;

/** The registered text of an id; undefined for an id that is not registered (a municipality's own text). */
export function instrumentOf(id: string): Instrument | undefined {
  return (instruments as Readonly<Record<string, Instrument>>)[id];
}
