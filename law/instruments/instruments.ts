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
  'model-closed-days-ordinance': {
    title: '市の休日を定める条例(準則)',
    short: '休日条例(準則)',
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
    title: '地方公共団体における時間外勤務の上限規制及び健康確保措置を実効的に運用するための取組の更なる推進について',
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
  'npa-notice-99': {
    title: '職職―99(上限を超えて超過勤務を命ずる場合の健康への配慮)',
    short: '職職―99',
    number: '令和7年3月31日職職―99',
  },
  'labor-standards-regulation': {
    title: '労働基準法施行規則',
    short: '労働基準法施行規則',
    number: '昭和22年厚生省令第23号',
  },
  'wage-rounding-notice': {
    title: '労働基準法関係解釈例規(賃金計算の端数の取扱い)',
    short: '基発第150号',
    number: '昭和63年3月14日基発第150号',
  },
  'legal-holiday-notice': {
    title: '法定休日の特定について',
    short: '基発第1号(平成6年)',
    number: '平成6年1月4日基発第1号',
  },
  'local-public-enterprise-act': { title: '地方公営企業法', short: '地方公営企業法', number: '昭和27年法律第292号' },
  'local-enterprise-labor-act': {
    title: '地方公営企業等の労働関係に関する法律',
    short: '地公労法',
    number: '昭和27年法律第289号',
  },
  'teacher-salary-act': {
    title: '公立の義務教育諸学校等の教育職員の給与等に関する特別措置法',
    short: '給特法',
    number: '昭和46年法律第77号',
  },
  'childcare-leave-act': {
    title: '地方公務員の育児休業等に関する法律',
    short: '地公育休法',
    number: '平成3年法律第110号',
  },
  'model-childcare-ordinance': {
    title: '職員の育児休業等に関する条例(準則)',
    short: '育児休業条例(準則)',
    number: '',
  },
  'childcare-family-care-act': {
    title: '育児休業、介護休業等育児又は家族介護を行う労働者の福祉に関する法律',
    short: '育児・介護休業法',
    number: '平成3年法律第76号',
  },
  'national-salary-act': {
    title: '一般職の職員の給与に関する法律',
    short: '給与法',
    number: '昭和25年法律第95号',
  },
  'national-working-hours-act': {
    title: '一般職の職員の勤務時間、休暇等に関する法律',
    short: '勤務時間法',
    number: '平成6年法律第33号',
  },
  'guidance-notice-0224003': {
    title: '労働安全衛生法等の一部を改正する法律等の施行について',
    short: '基発第0224003号',
    number: '平成18年2月24日基発第0224003号',
  },
  'industrial-physician-notice': {
    title: '産業医への情報提供等について',
    short: '基発1228第16号',
    number: '平成30年12月28日基発1228第16号',
  },
  'stress-diagram': {
    title: '仕事のストレス判定図',
    short: '仕事のストレス判定図',
    number: '東京大学大学院医学系研究科',
  },
  'work-conditions-survey': {
    title: '地方公共団体の勤務条件等に関する調査',
    short: '勤務条件等調査',
    number: '総務省',
  },
  'okinawa-service-directive': {
    title: '沖縄県教育委員会職員服務規程',
    short: '沖縄県教委服務規程',
    number: '',
  },
  'oyamazaki-notice-17': {
    title: '大山崎町告示第17号(時間外勤務の上限時間の取扱い)',
    short: '大山崎町告示',
    number: '',
  },
  'wage-ledger-night-notice': {
    title: '労働基準法関係解釈例規(賃金台帳への深夜労働時間数の記入)',
    short: '基発第161号',
    number: '昭和23年2月3日基発第161号',
  },
  'mic-card-notice': {
    title: '地方公共団体の職場におけるマイナンバーカードの活用の推進等について',
    short: '総行デ第41号',
    number: '令和4年8月26日総行デ第41号ほか',
  },
  'my-number-act': {
    title: '行政手続における特定の個人を識別するための番号の利用等に関する法律',
    short: '番号法',
    number: '平成25年法律第27号',
  },
  'my-number-order': {
    title: '行政手続における特定の個人を識別するための番号の利用等に関する法律施行令',
    short: '番号法施行令',
    number: '平成26年政令第155号',
  },
  'my-number-code-ordinance': {
    title: '個人番号の検査用数字を算出する算式を定める省令',
    short: '個人番号等省令',
    number: '平成26年総務省令第85号',
  },
  'certification-act': {
    title: '電子署名等に係る地方公共団体情報システム機構の認証業務に関する法律',
    short: '公的個人認証法',
    number: '平成14年法律第153号',
  },
  'local-body-codes': { title: '全国地方公共団体コード(検証数字の算出)', short: '団体コード', number: '総務省' },
  'age-calculation-act': {
    title: '年齢計算ニ関スル法律',
    short: '年齢計算ニ関スル法律',
    number: '明治35年法律第50号',
  },
  'school-education-act': { title: '学校教育法', short: '学校教育法', number: '昭和22年法律第26号' },
  'npa-rule-10-11': {
    title: '人事院規則10―11(育児又は介護を行う職員の早出遅出勤務並びに深夜勤務及び超過勤務の制限並びに意向確認等)',
    short: '人事院規則10―11',
    number: '平成10年人事院規則10―11',
  },
  'npa-notice-443': {
    title: '人事院規則10―11の運用について',
    short: '職福―443',
    number: '平成10年11月13日職福―443(最終改正 令和7年4月25日)',
  },
  'article-41-maternity-notice': {
    title: '管理監督者等である妊産婦の時間外労働等について',
    short: '基発第151号',
    number: '昭和61年3月20日基発第151号',
  },
  'local-autonomy-act': { title: '地方自治法', short: '地方自治法', number: '昭和22年法律第67号' },
  'civil-code': { title: '民法', short: '民法', number: '明治29年法律第89号' },
  'mic-case-book': {
    title: '地方公共団体における時間外勤務縮減に向けた要因の整理・分析・検証等に関する事例集',
    short: '総務省事例集(令和4年12月)',
    number: '総務省',
  },
  'higashiomi-directive-5': {
    title: '東近江市職員の時間外勤務命令等に関する取扱規程',
    short: '東近江市訓令第5号',
    number: '平成31年4月1日訓令第5号',
  },
  'stress-check-reform': {
    title: '労働安全衛生法及び作業環境測定法の一部を改正する法律',
    short: '令和7年法律第33号',
    number: '令和7年法律第33号',
  },
  'labor-standards-notice-1': {
    title: '改正労働基準法の施行について(昭和63年)',
    short: '基発第1号(昭和63年)',
    number: '昭和63年1月1日基発第1号',
  },
  'holiday-premium-notice-331': {
    title: '休日労働が二暦日にわたる場合の取扱いについて',
    short: '基発第331号(平成6年)',
    number: '平成6年5月31日基発第331号',
  },
  'amended-labor-standards-answers': {
    title: '改正労働基準法に係る質疑応答',
    short: '改正労働基準法質疑応答',
    number: '平成21年10月5日 厚生労働省',
  },
  'overtime-guideline-323': {
    title: '労働基準法第三十六条第一項の協定で定める労働時間の延長及び休日の労働について留意すべき事項等に関する指針',
    short: '36協定指針',
    number: '平成30年厚生労働省告示第323号',
  },
  'labor-standards-notice-1228-15': {
    title: '働き方改革を推進するための関係法律の整備に関する法律による改正後の労働基準法関係の解釈について',
    short: '基発1228第15号',
    number: '平成30年12月28日基発1228第15号',
  },
} as const satisfies Record<string, Instrument>;

export type InstrumentId = keyof typeof instruments;

/** The registered text of an id; undefined for an id that is not registered (a municipality's own text). */
export function instrumentOf(id: string): Instrument | undefined {
  return (instruments as Readonly<Record<string, Instrument>>)[id];
}
