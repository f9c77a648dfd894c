import type { NoticeKind } from '@tokimori/ordinances/parameters/groups/notices';

/** What the page of settings and the mails say of a kind of notice. */
export type KindWords = {
  /** When it comes, for the page of settings. */
  readonly when: string;
  /** Why a municipality may demand that it comes by mail. */
  readonly why: string;
  /** Subject of its own mail. */
  readonly subject: string;
  /** First sentence of its own mail: what has happened and what to do. */
  readonly opening: string;
  /** The page on which the next step is taken, where the single thing has none of its own. */
  readonly page: string;
  readonly path: string;
};

export const noticeWords: Readonly<Record<NoticeKind, KindWords>> = {
  overtimeRequest: {
    when: '時間外勤務の申請や、勤務した後の申告が、あなたの決定を待っているとき',
    why: '時間外勤務の命令は、勤務が始まる前に出すものだから',
    subject: '決定を待っている時間外勤務の申請があります',
    opening:
      '時間外勤務の申請が、あなたの決定を待っています。内容を見て、命令するか、差し戻すか、却下するか決めてください。',
    page: '決裁',
    path: '/section/decisions',
  },
  finalApproval: {
    when: '課長が承認し、最終の承認者であるあなたの決定を待っているとき',
    why: '時間外勤務の命令は、勤務が始まる前に出すものだから',
    subject: '承認を待っている時間外勤務があります',
    opening:
      '課長が承認し、最終の承認者であるあなたの決定を待っている時間外勤務があります。始まる前に、命令するか、差し戻すか決めてください。',
    page: '決裁',
    path: '/section/decisions',
  },
  correctionRequest: {
    when: '打刻の訂正や、差異の理由の届け出が、あなたの判断を待っているとき',
    why: '届け出が決まるまで、その日の時間外勤務を集計できないから',
    subject: '判断を待っている届け出があります',
    opening: '打刻の訂正や理由の届け出が、あなたの判断を待っています。内容を見て、認めるかどうか決めてください。',
    page: '差異の確認',
    path: '/section/questions',
  },
  afterReview: {
    when: '代決や緊急の命令など、あなたが後で見ることになった決定があるとき',
    why: '代わりの決定は、本来の決定者が早く確かめるものだから',
    subject: '後閲をお願いします',
    opening: 'あなたに代わって行われた決定、または緊急の命令があります。内容を見て、後閲を記録してください。',
    page: '決裁',
    path: '/section/decisions',
  },
  objection: {
    when: '代理で入力された内容に、職員から申し出があったとき',
    why: '記録の誤りは、締めの前に直すものだから',
    subject: '代理の入力への申し出があります',
    opening: '代理で入力された時間外勤務について、職員から申し出があります。内容を確かめて、答えてください。',
    page: '決裁',
    path: '/section/decisions',
  },
  difference: {
    when: '在庁・命令・申告の差異について、あなたの届け出や判断を待っているとき',
    why: '在庁と申告の差異は、期限までに理由を確かめるものだから',
    subject: '在庁と命令・申告の差異があります',
    opening: '在庁の記録と、命令や申告との差異があります。期限までに、次のことをしてください。',
    page: '差異の確認',
    path: '/section/questions',
  },
  formApproval: {
    when: '提出された様式が、あなたの承認を待っているとき',
    why: '様式は、承認が済むまで先に進まないから',
    subject: '承認を待っている様式があります',
    opening: '提出された様式が、あなたの承認を待っています。内容を見て、承認するか、理由を付けて差し戻してください。',
    page: '様式',
    path: '/forms',
  },
  formReturned: {
    when: '提出した様式が差し戻されたとき',
    why: '差し戻された様式は、期限までに出し直すものだから',
    subject: '様式が差し戻されました',
    opening: '提出した様式が差し戻されました。差し戻しの理由を画面で見て、直してから、もう一度提出してください。',
    page: '様式',
    path: '/forms',
  },
  plan: {
    when: '時間外勤務実施計画書が、あなたの承認や受取りを待っているとき、差し戻されたとき',
    why: '計画書は、計画した月が始まる前に整えるものだから',
    subject: '時間外勤務実施計画書があなたを待っています',
    opening: '時間外勤務実施計画書が、あなたを待っています。内容を見て、次のことをしてください。',
    page: '時間外勤務実施計画書',
    path: '/section',
  },
  support: {
    when: '登録型応援制度で、応援の依頼・申し出・応援した時間が、あなたを待っているとき',
    why: '応援は、求められた日までに相手を決めるものだから',
    subject: '応援の依頼や申し出があなたを待っています',
    opening: '登録型応援制度で、あなたを待っていることがあります。内容を見て、次のことをしてください。',
    page: '応援',
    path: '/support',
  },
  reopening: {
    when: '課の所属長から、締めた月の再開の依頼があったとき',
    why: '再開が遅れると、給与に渡す時間の訂正も遅れるから',
    subject: '月の締めの再開の依頼があります',
    opening: '締めた月の再開の依頼があります。理由を見て、再開するか決めてください。',
    page: '月の締め',
    path: '/closing',
  },
  executiveDue: {
    when: '縮減の対策により、副市長としてあなたが許可や面談をすることになったとき',
    why: '許可や面談は、期限までに行うものだから',
    subject: '副市長の許可や面談を待っていることがあります',
    opening: '縮減の対策により、あなたが許可や面談をすることになりました。期限までに行い、結果を記録してください。',
    page: '対策の予定',
    path: '/dues',
  },
  breach: {
    when: '上限を超えた記録の「業務の概要」と「回避できなかった理由」が、あなたの記入を待っているとき',
    why: '上限を超えた理由は、超えた後すみやかに記録するものだから',
    subject: '上限を超えた記録の記入をお願いします',
    opening:
      '時間外勤務の上限を超えた記録ができました。期限までに、業務の概要と、回避できなかった理由を書いてください。',
    page: '超過の記録',
    path: '/breaches',
  },
  breachReview: {
    when: '要因の整理・分析・検証の期限が近づいたとき、過ぎたとき',
    why: '要因の整理・分析・検証には、6か月の期限があるから',
    subject: '要因の整理・分析・検証の期限です',
    opening:
      '上限を超えた時間外勤務の要因の整理・分析・検証が、まだ終わっていません。期限までに書いて、終わりにしてください。',
    page: '要因の分析',
    path: '/breaches/analysis',
  },
  due: {
    when: '縮減の対策に当たり、することや知っておくことができたとき',
    why: '縮減の対策は、期限までに行うものだから',
    subject: '縮減の対策のお知らせ',
    opening: '縮減の対策に該当したことがあります。',
    page: '対策の予定',
    path: '/dues',
  },
  missingPunch: {
    when: 'あなたや課の職員に打刻漏れがあるとき(翌朝)',
    why: '打刻漏れのある日は、時間外勤務を集計できないから',
    subject: '打刻漏れのお知らせ',
    opening: '打刻漏れがあります。正しい時刻を届け出てください。',
    page: '今日',
    path: '/',
  },
  designation: {
    when: 'あなたの部署が他律的業務の比重が高い部署に指定され、上限が変わるとき',
    why: '適用される上限は、始まる前に職員に周知するものだから',
    subject: '時間外勤務の上限が変わります(他律部署の指定)',
    opening: '時間外勤務の上限が変わります。画面で「確認した」を押してください。',
    page: '上限と理由',
    path: '/limits',
  },
  decision: {
    when: 'あなたの申請や届け出が、命令・差し戻し・却下・取消しなどになったとき、実績が命令と違う時間で確認されたとき',
    why: '命令は、本人が知ってから勤務を始めるものだから',
    subject: '申請や届け出が決まりました',
    opening: 'あなたの申請や届け出について、次のように決まりました。理由は画面で見られます。',
    page: '申請',
    path: '/overtime',
  },
};
