import type { Citation, Confidence } from '../decision/citation.ts';

/** Every provision that the health rules rest on, in one place. */
const from =
  (instrument: string, revision: string) =>
  (path: string, confidence: Confidence): Citation => ({
    instrument,
    revision,
    path,
    confidence,
  });

const healthRule = from('npa-rule-10-4', '2019-04-01');
const healthNotice = from('npa-notice-97', '2019-02-04');
const act = from('safety-health-act', '2019-04-01');
const regulation = from('safety-health-regulation', '2019-04-01');
const checkRegulation = from('safety-health-regulation', '2015-12-01');
const checklist = from('fatigue-checklist', '2023-04-01');
const manual = from('stress-check-manual', '2015-12-01');
const diagram = from('stress-diagram', '2015-12-01');
const civilCode = from('civil-code', '1898-07-16');

/** 面接指導の対象. */
export const guidanceCitations = {
  month100: healthRule('a=22_2/p=1/i=1', 'A'),
  average: healthRule('a=22_2/p=1/i=1', 'A'),
  month80: healthRule('a=22_2/p=1/i=2', 'A'),
  law80: regulation('a=52_2/p=1', 'A'),
  exemption: healthNotice('1(3)', 'A'),
  /** What a municipality adds or leaves out stands in its own rule, which was made after this one. */
  local: healthRule('a=22_2', 'C'),
} as const;

/** 面接指導の手続. */
export const procedureCitations = {
  count: regulation('a=52_2/p=2', 'A'),
  notifyPerson: regulation('a=52_2/p=3', 'A'),
  informPhysician: regulation('a=14_2/p=2/i=2', 'A'),
  zeroReport: from('industrial-physician-notice', '2019-04-01')('', 'B'),
  request: regulation('a=52_3/p=2', 'A'),
  interview: regulation('a=52_3/p=3', 'A'),
  interviewWithoutRequest: healthRule('a=22_2/p=1/i=1', 'B'),
  opinion: regulation('a=52_7', 'A'),
  measures: regulation('a=14_2/p=2/i=1', 'A'),
  exemption: regulation('a=52_2/p=1', 'A'),
  confirmed: regulation('a=52_4', 'B'),
  recordContents: regulation('a=52_5', 'B'),
  recordKept: regulation('a=52_6', 'B'),
  ownDoctor: act('a=66_8/p=2', 'B'),
  access: from('mic-notice-139', '2023-12-25')('3(1)', 'B'),
  dayNotCounted: civilCode('a=140', 'B'),
  monthCounted: civilCode('a=143', 'B'),
} as const;

/** 疲労蓄積度. */
export const fatigueCitations = {
  symptoms: checklist('1', 'A'),
  work: checklist('2', 'A'),
  load: checklist('3', 'A'),
} as const;

/** 個人のストレスチェックの判定. */
export const stressCitations = {
  sum: manual('合計点数を使う方法', 'A'),
  converted: manual('素点換算表を使う方法', 'A'),
  sum23: manual('合計点数を使う方法(23項目)', 'B'),
  converted23: manual('素点換算表を使う方法(23項目)', 'C'),
} as const;

/** ストレスチェックの実施. */
export const schemeCitations = {
  duty: act('a=66_10/p=1', 'A'),
  small: act('sp/a=4', 'B'),
  smallRepealed: from('stress-check-reform', '2028-05-13')('a=1', 'B'),
  allStaff: from('mic-notice-139', '2023-12-25')('3(2)', 'A'),
  regularlyUsed: manual('対象者', 'A'),
  headcount: manual('事業場の人数', 'B'),
  yearly: checkRegulation('a=52_9', 'A'),
  handlers: checkRegulation('a=52_10/p=2', 'A'),
  result: checkRegulation('a=52_12', 'B'),
  consent: act('a=66_10/p=2', 'A'),
  consentForm: checkRegulation('a=52_13', 'B'),
  requestAsConsent: manual('面接指導の申出', 'B'),
  eligible: checkRegulation('a=52_15', 'B'),
  request: checkRegulation('a=52_16', 'B'),
  record: checkRegulation('a=52_18', 'B'),
  opinion: checkRegulation('a=52_19', 'B'),
  report: checkRegulation('a=52_21', 'B'),
  supervision: from('local-public-service-act', '2015-12-01')('a=58/p=5', 'B'),
} as const;

/** 集団分析. */
export const groupCitations = {
  minimum: manual('集団の人数', 'B'),
  consentOfAll: manual('集団全員の同意', 'B'),
  complement: manual('個人の特定', 'C'),
  formula: diagram('健康リスクの計算式', 'A'),
  current: diagram('全国平均(現行)', 'B'),
  legacy: diagram('全国平均(旧)', 'B'),
  mixed: diagram('男女の混じる集団', 'C'),
  bounds: diagram('健康リスクの上下限', 'C'),
  recommended: diagram('集団の人数', 'A'),
  highStressWorkplace: from('mic-notice-139', '2023-12-25')('事例4', 'A'),
} as const;
