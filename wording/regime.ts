import type { RegimeStepName } from '@tokimori/law/regime/step-names';
import type { Category, Duty, Inspection, PayBasis } from '@tokimori/law/regime/types';
import type { Sentences, Told } from './sentence.ts';

/** What a category is called. */
export const categoryNames: Readonly<Record<Category, string>> = {
  regularService: '一般職の職員',
  publicEnterprise: '地方公営企業職員',
  simpleLabor: '単純労務職員',
  schoolTeacher: '公立学校の教育職員',
  physician: '医業に従事する医師',
};
export const inspectionNames: Readonly<Record<Inspection, string>> = {
  personnelCommission: '人事委員会',
  headOfBody: '地方公共団体の長',
  laborStandardsOffice: '労働基準監督署',
};
export const payNames: Readonly<Record<PayBasis, string>> = {
  salaryOrdinance: '給与条例',
  enterpriseRules: '企業管理規程・就業規則',
  remunerationOrdinance: '報酬の条例',
};
export const dutyNames: Readonly<Record<Duty, string>> = {
  trackWorkingHours: '労働時間の状況の把握',
  guidance: '医師による面接指導(労働安全衛生法)',
  guidanceByRule: '医師による面接指導(団体の規則)',
  noticeOfCaps: '適用される上限の事前の周知',
  recordOfExcess: '上限を超えたときの記録と整理・分析・検証',
  fileAgreement: '36協定の締結と届出',
  recordNight: '深夜の時間の記録',
};

const named = (names: Readonly<Record<string, string>>, word: string): string => names[word] ?? word;
const business = (t: Told): string =>
  t.n('number') === 0 ? '別表第1にない事業場' : `別表第1第${t.n('number')}号の事業場`;

/** Every sentence about the regime of a post. */
export const regimeSentences: Sentences<RegimeStepName> = {
  workplaceUnlisted: () => '事業場は労働基準法別表第1のどの号にも当たりません(本庁・支所・出張所など)。',
  workplaceListed: (t) => `事業場は労働基準法別表第1第${t.n('number')}号の事業です。職名ではなく、事業場で決まります。`,
  article58Applies: () => '企業職員・単純労務職員ではないので、地方公務員法第58条の適用除外があります。',
  article58Apart: (t) => `${named(categoryNames, t.w('category'))}には、地方公務員法第58条の適用除外がありません。`,
  managerial: () => '管理監督職員です。労働時間、休憩及び休日の規定は適用されません。',
  notManagerial: () => '管理監督職員ではありません。',
  simpleLaborAtUnlisted: (t) =>
    `別表第1にない事業場の単純労務職員には2つの読み方があります。この団体は${t.w('taken') === 'ordinance' ? '33条3項(条例の上限)' : '36協定'}として扱います。`,
  separateTeachers: () =>
    '公立学校の教育職員には給特法の別の制度があります(時間外勤務は臨時・緊急の4項目だけ、教職調整額)。ここでは判定しません。教育委員会の在校等時間の上限方針で確かめてください。',
  separatePhysicians: (t) =>
    t.n('ownCaps') === 1
      ? '医業に従事する医師には固有の上限があります(2024年4月1日から)。ここでは判定しません。病院の36協定と水準の指定で確かめてください。'
      : '医業に従事する医師には、2024年3月31日まで36条の上限が適用されません。ここでは判定しません。',
  orderedForPublicNeed: () => '時間外勤務は、公務のために臨時の必要がある場合に命令できます。36協定は要りません。',
  orderedByOrdinance: () => '命令は勤務時間条例によります。',
  orderedUnderAgreement: () => '時間外勤務の命令には、36協定の締結と届出が要ります。',
  orderedForDisaster: () =>
    '災害その他避けることのできない事由によるときは、36協定によらず、行政官庁の許可(事後は届出)により命令できます。',
  orderedFreely: () => '管理監督職員の時間外の勤務には、命令の根拠を要しません。',
  capsOfOrdinance: () => '上限は条例・規則の上限(月45:00・年360:00、他律部署は月100:00未満など)です。',
  capsOfArticle36: () => '上限は労働基準法第36条と36協定の上限です。',
  noCaps: () => '時間外勤務の上限はありません。',
  paidBy: (t) => `給与は${named(payNames, t.w('pay'))}によります。`,
  remunerated: () => '給与は報酬の条例によります(パートタイム)。割増の率は常勤の手当と同じです。',
  premiumFloor: () => '時間外・休日・深夜の割増は、労働基準法第37条が下限です。',
  paidNightOnly: () => '時間外勤務手当・休日勤務手当はなく、深夜の割増だけを支給します。',
  nightAllowanceOff: () =>
    'この団体の定めでは管理監督職員に夜間勤務手当がありません。労働基準法第37条第4項の下限に届かないので、給与条例を確かめてください。',
  specialDuty: () => '週休日・休日などの臨時・緊急の勤務には、管理職員特別勤務手当があります。',
  inspectedByCommission: (t) => `${business(t)}なので、労働基準監督機関は人事委員会です。`,
  inspectedByHead: (t) => `${business(t)}で、人事委員会を置かないので、労働基準監督機関は長です。`,
  inspectedByOffice: (t) =>
    t.n('number') === 0
      ? '地方公務員法第58条第5項が及ばないので、労働基準監督機関は労働基準監督署です。'
      : `${business(t)}で働くので、労働基準監督機関は労働基準監督署です。`,
  hoursTracked: () => '労働時間の状況は、管理監督職員も含めて、客観的な方法で把握します。',
  guided: () => '長時間働いた職員は、管理監督職員も含めて、医師による面接指導の対象になります。',
  switchedOff: (t) => `労働基準法のうち適用されない規定が ${t.n('count')} 項目あります。`,
  readDifferently: () =>
    '変形労働時間制、休憩の一斉付与、代替休暇、時間単位の年次有給休暇の規定は、労使協定を要しないなどの読替えがあります。',
  nothingSwitchedOff: () => '労働基準法のうち、地方公務員法により適用されない規定はありません。',
};
