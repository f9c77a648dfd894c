import { hours, type Minutes } from '@tokimori/law/time/minutes';
import { define, type Group, type Section } from '../definition.ts';
import { choice, count, duration } from '../kinds/values.ts';

/** Kinds of notices, each with its name on the page, in mails and in the settings. In the order of the page. */
export const noticeNames = {
  overtimeRequest: '時間外勤務の申請(決定の待ち)',
  finalApproval: '承認の待ち(承認者が部長に上がったもの)',
  correctionRequest: '打刻の訂正と理由の届け出(決定の待ち)',
  afterReview: '後閲',
  objection: '代理の入力への申し出',
  difference: '在庁・命令・申告の差異',
  formApproval: '様式の承認待ち',
  formReturned: '差し戻された様式',
  plan: '時間外勤務実施計画書(承認・受取り・差し戻し)',
  support: '登録型応援制度(依頼・申し出・時間の確認)',
  reopening: '締めた月の再開の依頼',
  executiveDue: '副市長が行う許可や面談',
  breach: '上限を超えた記録の記入',
  breachReview: '要因の整理・分析・検証の期限',
  due: '縮減の対策',
  missingPunch: '打刻漏れ',
  designation: '他律部署の指定の周知',
  decision: '申請や届け出への決定',
} as const;
export type NoticeKind = keyof typeof noticeNames;
export const noticeKinds = Object.keys(noticeNames) as readonly NoticeKind[];

/** The least that the municipality demands of a kind: nothing, the mail of the day, or a mail at once. */
export type NoticeDemand = 'free' | 'digest' | 'atOnce';
export type NoticeDemands = { readonly [K in NoticeKind]: NoticeDemand };

/** お知らせ: what must reach people by mail, and when. */
export type NoticeParameters = {
  /** From when on, each day, the mail with all that waits goes out. */
  readonly digestTime: Minutes;
  /** Days before the last day of a review from which people are told of it. */
  readonly reviewLeadDays: number;
  readonly least: NoticeDemands;
};

const demand = choice<NoticeDemand>({
  free: '本人が選ぶ',
  digest: '1日1回のまとめより下げられない',
  atOnce: 'いつもすぐに送る',
});
const practice = ['運用', '人事課', 'C'] as const;
const least = (kind: NoticeKind, ground: Parameters<typeof define>[2] = practice) =>
  define(`「${noticeNames[kind]}」をメールで届ける下限`, demand, ground);

const leastSection: Section<NoticeDemands> = {
  title: '届ける下限',
  fields: {
    overtimeRequest: least('overtimeRequest'),
    finalApproval: least('finalApproval', ['総務省事例集(横浜市「事前命令の徹底」)、下限は運用', '人事課', 'C']),
    correctionRequest: least('correctionRequest'),
    afterReview: least('afterReview'),
    objection: least('objection'),
    difference: least('difference', ['把握ガイドライン 4(3)、下限は運用', '人事課', 'C']),
    formApproval: least('formApproval'),
    formReturned: least('formReturned'),
    plan: least('plan'),
    support: least('support'),
    reopening: least('reopening'),
    executiveDue: least('executiveDue'),
    breach: least('breach', ['人事院規則15―14の運用 第10第16項、下限は運用', '人事課', 'C']),
    breachReview: least('breachReview', ['人事院規則15―14 第16条の2の2第3項、下限は運用', '人事課', 'C']),
    due: least('due'),
    missingPunch: least('missingPunch'),
    designation: least('designation', ['職職―328 第10第10項・第11項(事前の周知)、下限は運用', '人事課', 'C']),
    decision: least('decision'),
  },
};

export const noticesGroup: Group<NoticeParameters> = {
  title: 'お知らせ',
  about: 'メールで必ず届けるお知らせと、まとめて送る時刻。この下限のなかで、職員がお知らせごとに受け取り方を選びます。',
  used: '使うところ: 画面「お知らせの設定」とメール。',
  model: {
    digestTime: hours(8) + 30,
    reviewLeadDays: 30,
    least: {
      overtimeRequest: 'free',
      finalApproval: 'digest',
      correctionRequest: 'free',
      afterReview: 'free',
      objection: 'free',
      difference: 'free',
      formApproval: 'free',
      formReturned: 'free',
      plan: 'free',
      support: 'free',
      reopening: 'free',
      executiveDue: 'free',
      breach: 'digest',
      breachReview: 'digest',
      due: 'free',
      missingPunch: 'free',
      designation: 'atOnce',
      decision: 'free',
    },
  },
  fields: {
    digestTime: define('1日1回のまとめを送る時刻', duration({ from: 0, through: hours(23) + 59 }), practice),
    reviewLeadDays: define(
      '要因の整理・分析・検証の期限を、何日前から知らせるか',
      count('日', { from: 1, through: 180 }),
      practice,
    ),
    least: leastSection,
  },
  checks: [],
};
