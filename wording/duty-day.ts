import type { DutyDayStep } from '@tokimori/law/working-time/explain-duty-day';
import { hm } from './format.ts';
import type { Sentence, Told } from './sentence.ts';

/** A point in time of the duty date; -1 = nobody recorded it. */
const at = (t: Told, name: string): string => (t.n(name) < 0 ? 'なし' : hm(t.n(name)));
const minutes = (t: Told): string => hm(t.n('minutes'));
const lacking: Readonly<Record<string, string>> = {
  missingIn: '出勤の打刻',
  missingOut: '退勤の打刻',
  noRecord: '出勤と退勤の記録',
};

/** Every sentence about one duty date. A name of the law without a sentence does not compile. */
export const daySentences: Readonly<Record<DutyDayStep, Sentence>> = {
  dayPresence: (t) => `出勤 ${at(t, 'firstIn')}/退勤 ${at(t, 'lastOut')}。在庁は ${hm(t.n('presence'))} です。`,
  dayPresenceByLog: (t) =>
    `打刻がないため、PCの記録から ${at(t, 'firstIn')}–${at(t, 'lastOut')} を在庁とします(${hm(t.n('presence'))})。`,
  dayCorrected: (t) =>
    `届け出て認められた時刻で計算しました(${['in', 'out']
      .filter((name) => t.n(name) >= 0)
      .map((name) => `${name === 'in' ? '出勤' : '退勤'} ${at(t, name)}`)
      .join('、')})。`,
  dayOutsideAllotment: (t) => `割振り ${hm(t.n('from'))}–${hm(t.n('until'))} の外の在庁は ${hm(t.n('beyond'))} です。`,
  dayOffPresence: (t) => `週休日の在庁は ${hm(t.n('presence'))} です。`,
  dayOrdered: (t) =>
    t.n('ordered') === t.n('counted')
      ? `命令された ${hm(t.n('ordered'))} のすべてに在庁し、時間外勤務は ${hm(t.n('counted'))} です。`
      : `命令された ${hm(t.n('ordered'))} のうち、在庁していた ${hm(t.n('counted'))} が時間外勤務です。`,
  dayConfirmed: (t) => `所属長が実績を確認した ${hm(t.n('confirmed'))} が時間外勤務です。`,
  dayStatutoryBreak: (t) => `休憩 ${minutes(t)} を除きました。`,
  dayHolidayWork: (t) => `休日の割振りの中の勤務 ${minutes(t)} は休日勤務で、上限には数えません。`,
  dayNight: (t) => `うち 22:00–5:00 は ${minutes(t)} です。`,
  dayExceptional: (t) => `うち特例業務は ${minutes(t)} です。`,
  dayOrderedAhead: (t) => `まだ判定していない命令が ${minutes(t)} あります。`,
  dayDiscrepancy: (t) =>
    `退勤 ${at(t, 'lastOut')} は命令か割振りの終わりから ${minutes(t)} 後です。${hm(t.n('threshold'))} を超えるため、理由をうかがいます。`,
  dayDiscrepancyAnswered: (t) => `退勤 ${at(t, 'lastOut')} までの差異の理由は認められています。`,
  dayNotYetJudged: (t) =>
    t.n('clock') < 0
      ? 'この日はまだ来ていません。'
      : `いま ${hm(t.n('clock'))} までの記録です。勤務が終わると判定します。`,
  dayUnclassifiable: (t) =>
    `${lacking[t.w('because')] ?? '記録'}がないため、この日は判定できません。${t.n('ordered') > 0 ? `命令された ${hm(t.n('ordered'))} は数えていません。` : ''}本人が届け出て所属長が認めると判定します。`,
};
