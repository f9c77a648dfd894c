import { civilOf, parseLocalDate } from '@tokimori/law/time/civil';
import { formatDuration } from '@tokimori/law/time/minutes';
import type { RefusedDeed } from '@tokimori/records/recorded';
import type { RefusalWords } from '../../access/refusal.ts';

/** `2026年11月19日`. */
function dayWords(date: string | undefined, add = 0): string {
  const known = parseLocalDate(date ?? '');
  if (known === undefined) return '';
  const { year, month, day } = civilOf(known + add);
  return `${year}年${month}月${day}日`;
}
const period = ({ words }: RefusedDeed): string => `${dayWords(words.from)}から${dayWords(words.until, -1)}まで`;
const at = (deed: RefusedDeed, figure: string): string => formatDuration(deed.figures[figure] ?? 0);
const reasonField = (message: string): RefusalWords['fields'] => [{ field: 'note', code: 'reason-missing', message }];

/** 事象・原因・対処 of orders that go over two desks or are given in somebody's place. */
const orders: Readonly<Record<string, (deed: RefusedDeed) => RefusalWords>> = {
  'overtime.order.approved-already': () => ({
    status: 409,
    title: 'すでに承認しています',
    detail: '部長の承認を待っています。急ぐときは「緊急に命令する」を、取りやめるときは差戻しか却下を使ってください。',
  }),
  'overtime.order.same-approver': () => ({
    status: 403,
    title: '自分が承認したものは、最終の命令ができません',
    detail: '課長の承認と最終の命令は、別の人が行います。部長か、部長の代決者に依頼してください。',
  }),
  'overtime.order.emergency-over': () => ({
    title: '緊急の命令はできません',
    detail: 'この勤務は終わっています。緊急の命令は、部長の承認を待てないときだけです。承認して部長に回してください。',
  }),
  'overtime.order.emergency-reason-missing': () => ({
    title: '緊急に命令する理由が要ります',
    detail: '部長の承認を待たずに命令する理由を入力してください。理由は部長に伝わり、記録に残ります。',
    fields: reasonField('緊急に命令する理由を入力してください'),
  }),
  'overtime.order.beyond-mandate': (deed) => ({
    status: 403,
    title: '任された範囲を超えています',
    detail: `あなたが命令できるのは、職員1人の1日に ${at(deed, 'limit')} までです。この日はすでに ${at(deed, 'alreadyOrdered')} を命令していて、この申請は ${at(deed, 'minutes')} です。短くして命令するか、所属長に決裁を依頼してください。`,
  }),
  'overtime.order.cut-reason-missing': (deed) => ({
    title: '短くする理由が要ります',
    detail: `申請より ${at(deed, 'cut')} 短くなります。理由を選び、本人に伝える言葉を入力してください。準備・後始末、指示を待つ時間、義務の研修は労働時間です。`,
    fields: reasonField('短くする理由を選び、入力してください'),
  }),
  'overtime.confirm.cut-reason-missing': (deed) => ({
    status: 409,
    title: '認めない時間の理由が要ります',
    detail: `在庁の記録がある ${at(deed, 'cut')} を、実績に入れないことになります。理由を選び、本人に伝える言葉を入力してください。準備・後始末、指示を待つ時間、義務の研修は労働時間です。`,
    fields: (deed.words.lacks ?? '').split(' ').map((field) => ({
      field,
      code: 'reason-missing',
      message:
        field === 'ground' ? '認めない理由を選んでください' : '認めない理由を、本人に伝える言葉で入力してください',
    })),
  }),
  'overtime.reject.ground-missing': () => ({
    title: '却下する理由が選ばれていません',
    detail: '却下は、理由を選んでから行います。本人に伝わります。',
    fields: [{ field: 'ground', code: 'missing', message: '却下する理由を選んでください' }],
  }),
  'overtime.on-behalf.reason-missing': () => ({
    title: '代わりに取り下げる理由が要ります',
    detail: '本人に代わって取り下げる理由を入力してください。本人に伝わります。',
    fields: [{ field: 'reason', code: 'missing', message: '理由を入力してください' }],
  }),
};

/** Of mandates and absences, and of objections. */
const mandates: Readonly<Record<string, (deed: RefusedDeed) => RefusalWords>> = {
  'mandate.not-found': () => ({
    status: 404,
    title: '設定が見つかりません',
    detail: '番号が違うか、見られる範囲にありません。画面を読み込み直してください。',
  }),
  'mandate.id-taken': () => ({
    status: 409,
    title: 'この設定は、別の内容で記録しています',
    detail: '同じ番号の設定が先にあります。画面を読み込み直して、新しく設定してください。',
  }),
  'mandate.until-before-from': () => ({
    title: '期間が正しくありません',
    detail: '最後の日が、最初の日より前です。最後の日を直してください。',
    fields: [
      { field: 'through', code: 'until-before-from', message: '最後の日は、最初の日か、それより後にしてください' },
    ],
  }),
  'mandate.past': (deed) => ({
    title: '過ぎた日は指定できません',
    detail: `決裁する人は、さかのぼって変えられません。${dayWords(deed.words.today)}から後の日を入力してください。`,
    fields: [{ field: 'from', code: 'past', message: '今日か、それより後の日を入力してください' }],
  }),
  'mandate.self': () => ({
    title: '自分を指名することはできません',
    detail: '代決・専決・庶務担当は、ほかの職員を指名します。別の職員を選んでください。',
    fields: [{ field: 'holder', code: 'self', message: '別の職員を選んでください' }],
  }),
  'mandate.head': () => ({
    title: 'この職員は、その所属の所属長です',
    detail: '所属長は自分の権限で決裁します。別の職員を選んでください。',
    fields: [{ field: 'holder', code: 'head', message: '所属長でない職員を選んでください' }],
  }),
  'mandate.limit': (deed) => ({
    title: '専決の上限を超えています',
    detail: `この団体の専決は、職員1人の1日に ${at(deed, 'limit')} までです。1日の上限を ${at(deed, 'limit')} までで入力してください。`,
    fields: [{ field: 'dailyLimit', code: 'limit', message: `${at(deed, 'limit')} までで入力してください` }],
  }),
  'mandate.overlaps': (deed) => ({
    status: 409,
    title: 'ほかの設定と期間が重なります',
    detail: `${period(deed)}は、同じ所属と種類の設定(職員番号 ${deed.words.holder})があります。重ならない期間にするか、先の設定を終えてから設定してください。`,
    fields: [{ field: 'from', code: 'overlaps', message: '重ならない期間にしてください' }],
  }),
  'mandate.no-post': () => ({
    title: 'この係には、代わりに決裁する職がありません',
    detail: '係の申請は課の所属長が決裁します。代決は、課か部局を選んで設定してください。',
    fields: [{ field: 'department', code: 'no-post', message: '課か部局を選んでください' }],
  }),
  'mandate.over': () => ({
    status: 409,
    title: 'この設定は、すでに終わっています',
    detail: '期間が過ぎたか、ほかの人が先に終えました。画面を読み込み直してください。',
  }),
  'mandate.end-later': (deed) => ({
    title: '終わりを延ばすことはできません',
    detail: `この期間は ${dayWords(deed.words.until, -1)}までです。延ばすときは、続きの期間を新しく設定してください。`,
  }),
  'absence.overlaps': (deed) => ({
    status: 409,
    title: 'ほかの不在と期間が重なります',
    detail: `${period(deed)}の不在がすでにあります。重ならない期間にするか、先の不在を終えてから記録してください。`,
    fields: [{ field: 'from', code: 'overlaps', message: '重ならない期間にしてください' }],
  }),
  'absence.over': () => ({
    status: 409,
    title: 'この不在は、すでに終わっています',
    detail: '期間が過ぎたか、ほかの人が先に終えました。画面を読み込み直してください。',
  }),
  'absence.no-head': () => ({
    title: 'この職員は、どの所属の所属長でもありません',
    detail: '不在を記録するのは、決裁をする職員だけです。職員を選び直してください。',
    fields: [{ field: 'staff', code: 'no-head', message: '所属長を選んでください' }],
  }),
  'objection.not-found': () => ({
    status: 404,
    title: '申し出が見つかりません',
    detail: '番号が違うか、見られる範囲にありません。画面を読み込み直してください。',
  }),
  'objection.own': () => ({
    status: 409,
    title: '申し出をする代理の入力がありません',
    detail: '自分で申請したものは、取下げか、所属長への取消の依頼で直してください。',
  }),
  'objection.open': () => ({
    status: 409,
    title: 'すでに申し出ています',
    detail: '所属長の回答を待ってください。回答は「申請」の画面に出ます。',
  }),
  'objection.answered': () => ({
    status: 409,
    title: 'この申し出には、すでに回答しています',
    detail: 'ほかの人が先に回答しました。画面を読み込み直してください。',
  }),
};

export const standingInWords = { ...orders, ...mandates };
