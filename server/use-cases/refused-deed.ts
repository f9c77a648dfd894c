import { formatDuration } from '@tokimori/law/time/minutes';
import type { RefusedDeed } from '@tokimori/records/recorded';
import { type RefusalWords, refuse } from '../access/refusal.ts';
import { differenceWords } from './differences/refused-differences.ts';
import { limitWords } from './reading/limit-words.ts';
import { closingWords } from './refused-closing.ts';
import { formWords } from './refused-form.ts';
import { hoursWords } from './refused-hours.ts';
import { stateOf } from './refused-state.ts';
import { standingInWords } from './standing-in/refused-words.ts';

const endField = (message: string): RefusalWords['fields'] => [{ field: 'until', code: 'until-before-from', message }];

/** 事象・原因・対処 of every deed that records refuse. A code without words is a defect and says so. */
const words: Readonly<Record<string, (deed: RefusedDeed) => RefusalWords>> = {
  ...hoursWords,
  ...formWords,
  ...closingWords,
  ...standingInWords,
  ...differenceWords,
  'overtime.not-found': () => ({
    status: 404,
    title: '時間外勤務の申請・命令が見つかりません',
    detail: '番号が違うか、見られる範囲にありません。一覧から開き直してください。',
  }),
  'overtime.decide.own': () => ({
    status: 403,
    title: '自分の時間外勤務は決裁できません',
    detail: '命令・差戻し・却下・取消・実績の確認は、本人以外の命令権者が行います。上位の所属長に依頼してください。',
  }),
  'overtime.request.id-taken': () => ({
    status: 409,
    title: 'この申請は、別の内容で受け付けています',
    detail:
      '同じ受付番号の申請が先にあります。「申請」の一覧で内容を確かめ、変えるときは取り下げてから新しく申請してください。',
  }),
  'overtime.request.until-before-from': (deed) => {
    const message = `終了時刻は、開始 ${formatDuration(deed.figures.from ?? 0)} より後にしてください`;
    return {
      title: '時間が正しくありません',
      detail: `${message}。翌日にわたるときは 24:00 以降で入力します(例 26:10)。`,
      fields: endField(message),
    };
  },
  'overtime.request.within-regular-hours': () => ({
    title: '正規の勤務時間の中の時間です',
    detail:
      '申請した時間はすべて割り振られた勤務時間の中にあり、時間外勤務になりません。開始と終了を確かめてください。',
    fields: [{ field: 'from', code: 'within-regular-hours', message: '勤務時間の外の時間を入力してください' }],
  }),
  'overtime.request.after-reason-missing': (deed) => ({
    title: '事後の申請には理由が要ります',
    detail: `開始 ${formatDuration(deed.figures.from ?? 0)} を過ぎてからの申請です。申請は受け付けますので、事前に命令を受けられなかった理由を書いてください。`,
    fields: [
      { field: 'why', code: 'after-reason-missing', message: '事前に命令を受けられなかった理由を書いてください' },
    ],
  }),
  'overtime.order.late-decision': () => ({
    title: '事後の命令には理由が要ります',
    detail:
      '申請は始まりの時刻より前にありましたが、その時刻を過ぎてから出す命令です。事前に命令できなかった理由を書いてください。',
    fields: [{ field: 'note', code: 'late-decision', message: '事前に命令できなかった理由を書いてください' }],
  }),
  'overtime.order.after-reason-missing': () => ({
    title: '事後の命令には理由が要ります',
    detail: '始まりの時刻を過ぎてから出す命令です。事前に命令できなかった理由を書いてください。',
    fields: [{ field: 'note', code: 'after-reason-missing', message: '事前に命令できなかった理由を書いてください' }],
  }),
  'overtime.order.after-one-by-one': () => ({
    status: 409,
    title: '事後の申請は一件ずつ決めます',
    detail: '始まりの時刻を過ぎてからの申請です。理由と在庁の記録を確かめて、一件ずつ決裁してください。',
  }),
  'overtime.order.not-requested': (deed) => ({
    status: 409,
    title: 'この申請は決裁待ちではありません',
    detail: `いまの状態は「${stateOf(deed)}」です。画面を読み込み直して確かめてください。`,
  }),
  'overtime.order.id-taken': () => ({
    status: 409,
    title: 'この命令は、別の内容で記録しています',
    detail: '同じ番号の命令が先にあります。画面を読み込み直して確かめてください。',
  }),
  'overtime.order.longer-than-requested': (deed) => ({
    title: '申請より長くは命令できません',
    detail: `申請の終了は ${formatDuration(deed.figures.until ?? 0)} です。長くするときは、申請によらない命令を別に出してください。`,
    fields: [
      {
        field: 'until',
        code: 'longer-than-requested',
        message: `${formatDuration(deed.figures.until ?? 0)} までにしてください`,
      },
    ],
  }),
  'overtime.order.until-before-from': (deed) => {
    const message = `終了時刻は、開始 ${formatDuration(deed.figures.from ?? 0)} より後にしてください`;
    return { title: '時間が正しくありません', detail: `${message}。`, fields: endField(message) };
  },
  'overtime.order.within-regular-hours': () => ({
    title: '正規の勤務時間の中の時間です',
    detail: 'この時間は割り振られた勤務時間の中にあり、時間外勤務の命令は要りません。開始と終了を確かめてください。',
  }),
  'overtime.order.over-cap': overCap,
  'overtime.order.health-not-confirmed': () => ({
    title: '健康状態の確認が要ります',
    detail:
      '命令すると月100時間以上、または2–6か月の平均で80時間を超えます。本人の疲労と心身の状態を確かめ、「健康状態を確認した」を選んでから命令してください。',
    fields: [{ field: 'healthConfirmed', code: 'health-not-confirmed', message: '健康状態を確認してください' }],
  }),
  'overtime.return.not-requested': (deed) => ({
    status: 409,
    title: '差し戻せません',
    detail: `いまの状態は「${stateOf(deed)}」です。命令を取り消すときは「取消」を使ってください。`,
  }),
  'overtime.reject.not-requested': (deed) => ({
    status: 409,
    title: '却下できません',
    detail: `いまの状態は「${stateOf(deed)}」です。命令を取り消すときは「取消」を使ってください。`,
  }),
  'overtime.withdraw.not-own': () => ({
    status: 403,
    title: '本人の申請だけを取り下げられます',
    detail: '所属長が止めるときは、差戻し・却下・取消のどれかを使ってください。',
  }),
  'overtime.withdraw.already-decided': (deed) => ({
    status: 409,
    title: '取り下げられません',
    detail: `すでに「${stateOf(deed)}」です。命令が不要になったときは、所属長に取消を依頼してください。`,
  }),
  'overtime.revoke.not-ordered': (deed) => ({
    status: 409,
    title: '取り消す命令がありません',
    detail: `いまの状態は「${stateOf(deed)}」です。決裁待ちの申請は、差戻しか却下を使ってください。`,
  }),
  'overtime.revoke.already-confirmed': () => ({
    status: 409,
    title: '実績を確認した命令は取り消せません',
    detail: '実際に働いた時間として確認しています。時間に誤りがあるときは、「確認した実績」から訂正してください。',
  }),
  'overtime.confirm.until-before-from': (deed) => {
    const message = `終了時刻は、開始 ${formatDuration(deed.figures.from ?? 0)} より後にしてください`;
    return { title: '時間が正しくありません', detail: `${message}。`, fields: endField(message) };
  },
  'overtime.confirm.already-confirmed': () => ({
    status: 409,
    title: 'この実績は確認済みです',
    detail: '時間や理由を変えるときは、課の今月の「確認した実績」から、理由を書いて訂正してください。',
  }),
  'overtime.correct.unchanged': () => ({
    title: '訂正するところがありません',
    detail: '確認した実績と同じ時間です。働いた時間が違うときに、その時間を入力してください。',
    fields: [{ field: 'from', code: 'unchanged', message: '確認した実績と違う時間を入力してください' }],
  }),
  'overtime.confirm.ground-to-come': () => workedRefused('認めない'),
  'overtime.order.ground-to-come': () => workedRefused('短くする'),
  'overtime.reject.ground-to-come': () => workedRefused('却下する'),
  'overtime.correct.not-confirmed': (deed) => ({
    status: 409,
    title: '訂正する実績がありません',
    detail: `いまの状態は「${stateOf(deed)}」です。訂正できるのは、確認した実績だけです。画面を読み込み直して確かめてください。`,
  }),
  'overtime.correct.reason-missing': () => ({
    title: '訂正の理由がありません',
    detail: '確認した実績を変えるときは、理由を入力してください。本人に見え、記録に残ります。',
    fields: [{ field: 'note', code: 'reason-missing', message: '訂正の理由を入力してください' }],
  }),
  'overtime.confirm.not-open': (deed) => ({
    status: 409,
    title: 'この申請の実績は確認できません',
    detail: `いまの状態は「${stateOf(deed)}」です。実際に働いた時間があるときは、本人が新しく申請してください。`,
  }),
  'overtime.confirm.not-yet-worked': () => ({
    title: 'まだ勤務が終わっていません',
    detail: '実績は、命令した時間が過ぎてから確認します。',
  }),
  'overtime.import.id-taken': () => ({
    status: 409,
    title: 'この番号は、画面から命令した記録が使っています',
    detail:
      '取り込みで、申請や命令の記録を置き換えることはできません。ファイルの行を確かめ、直すときは所属長に取消を依頼してください。',
  }),
  'correction.not-found': () => ({
    status: 404,
    title: '訂正の届出が見つかりません',
    detail: '番号が違うか、見られる範囲にありません。一覧から開き直してください。',
  }),
  'correction.decide.own': () => ({
    status: 403,
    title: '自分の届出は決裁できません',
    detail: '所属長か人事課が決裁します。',
  }),
  'correction.decide.already-decided': (deed) => ({
    status: 409,
    title: 'この届出は決裁済みです',
    detail: `いまの状態は「${stateOf(deed)}」です。直すときは、本人が新しく届け出てください。`,
  }),
  'correction.reject.note-missing': () => ({
    title: '認めない理由が要ります',
    detail: '本人に伝わるように、理由を入力してください。',
    fields: [{ field: 'note', code: 'note-missing', message: '理由を入力してください' }],
  }),
  'correction.report.id-taken': () => ({
    status: 409,
    title: 'この届出は、別の内容で受け付けています',
    detail: '画面を読み込み直して、新しく届け出てください。',
  }),
  'correction.report.time-missing': () => ({
    title: '時刻が入力されていません',
    detail: '出勤か退勤の、正しい時刻を入力してください。',
    fields: [{ field: 'out', code: 'time-missing', message: '正しい時刻を入力してください' }],
  }),
  'correction.report.out-before-in': (deed) => ({
    title: '時間が正しくありません',
    detail: `退勤は、出勤 ${formatDuration(deed.figures.in ?? 0)} より後にしてください。翌日にわたるときは 24:00 以降で入力します(例 26:10)。`,
    fields: [{ field: 'out', code: 'out-before-in', message: '退勤は出勤より後にしてください' }],
  }),
  'correction.report.next-day': (deed) => ({
    title: 'この日の出勤ではありません',
    detail: `翌日の ${formatDuration(deed.figures.boundary ?? 0)} からは次の日の勤務です。出勤した日を選んで届け出てください。`,
    fields: [{ field: 'in', code: 'next-day', message: '出勤した日を選んでください' }],
  }),
  'correction.report.longer-than-a-day': (deed) => ({
    title: '一つの勤務が24時間を超えています',
    detail: `退勤は ${formatDuration(deed.figures.latest ?? 0)} までにしてください。出勤の時刻も分かるときは、あわせて入力してください。`,
    fields: [{ field: 'out', code: 'longer-than-a-day', message: '退勤の時刻を確かめてください' }],
  }),
  'correction.report.in-future': () => ({
    title: 'まだ来ていない時刻です',
    detail: '過ぎた日と時刻だけを届け出られます。日と時刻を確かめてください。',
  }),
};

/** Hours that were worked count, whatever their number: grounds for work to come do not take them away. */
const workedRefused = (deed: string): RefusalWords => ({
  title: `働いた時間を、この理由で${deed}ことはできません`,
  detail:
    'すでに始まった、又は終わった時間です。上限に収めるため、ほかの職員が行えた、その日に行う必要がなかった、という理由では、働いた時間を減らせません。働いた時間は「実績の確認」で記録してください。上限を超えても記録し、超えたことを調べます。',
  fields: [{ field: 'ground', code: 'ground-to-come', message: '働いた時間には、ほかの理由を選んでください' }],
});

function overCap(deed: RefusedDeed): RefusalWords {
  const limits = (deed.words.limits ?? '').split(' ').filter((limit) => limit !== '');
  const reasons = limits.map((limit) => `${limitWords(limit)}を ${formatDuration(deed.figures[limit] ?? 0)} 超えます`);
  const { room, latestUntil } = deed.figures;
  const shorter =
    latestUntil === undefined
      ? '通常の業務としては、今月はもう命令できません'
      : `通常の業務として命令できるのは ${formatDuration(room ?? 0)}(${formatDuration(latestUntil)} まで)です`;
  return {
    title: '上限を超えるため、このままでは命令できません',
    detail: `命令すると、${reasons.join('、')}。${shorter}。時間を短くする、ほかの人が替わる・応援を頼む、特例業務に当たるか確かめて特例として命令する、のどれかを選んでください。すでに働いた時間は「実績の確認」で必ず記録できます。`,
    ...(latestUntil === undefined
      ? {}
      : {
          fields: [{ field: 'until', code: 'over-cap', message: `${formatDuration(latestUntil)} までにしてください` }],
        }),
  };
}

/** The words of a refused deed. */
export function wordsOf(deed: RefusedDeed): RefusalWords {
  const found = words[deed.code];
  if (found === undefined) throw new Error(`no words for ${deed.code}`);
  return found(deed);
}

/** Refuses a deed with its words. */
export function refuseDeed(deed: RefusedDeed): never {
  refuse(deed.code, wordsOf(deed));
}
