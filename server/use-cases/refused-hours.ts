import { formatDuration } from '@tokimori/law/time/minutes';
import type { RefusedDeed } from '@tokimori/records/recorded';
import type { RefusalWords } from '../access/refusal.ts';
import { stateOf } from './refused-state.ts';

/** `2026年11月19日`. */
function dayWords(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${Number(year)}年${Number(month)}月${Number(day)}日`;
}

const at = (deed: RefusedDeed, figure: string): string => formatDuration(deed.figures[figure] ?? 0);
const span = (deed: RefusedDeed, from: string, until: string): string => `${at(deed, from)}–${at(deed, until)}`;

/** 事象・原因・対処 of hours that are not taken: on a day out of reach, on another's minutes, or beyond what is known. */
export const hoursWords: Readonly<Record<string, (deed: RefusedDeed) => RefusalWords>> = {
  'day.outside-calendar': (deed) => onDay(deed, '休日の分かる暦の外の日です', '日付を確かめてください'),
  'day.outside-service': (deed) =>
    onDay(deed, '在職していない日です', '職員の在職期間の中の日だけを扱えます。日付を確かめてください'),
  'day.too-early': (deed) =>
    onDay(
      deed,
      'さかのぼれる期間より前の日です',
      `${dayWords(deed.words.limit ?? '')}から後の日を入力してください。それより前の実績は人事課に相談してください`,
    ),
  'day.too-late': (deed) =>
    onDay(
      deed,
      '受け付けられる期間より先の日です',
      `申請と命令は翌月の末日(${dayWords(deed.words.limit ?? '')})まで受け付けます。その後の日は、月が替わってから申請してください`,
    ),
  'overtime.overlaps': (deed) => {
    const other = `${dayWords(deed.words.date ?? '')} ${span(deed, 'from', 'until')}(${stateOf(deed)})`;
    return {
      status: 409,
      title: 'ほかの時間外勤務と時間が重なります',
      detail: `${other}の時間外勤務が先にあります。同じ時間を二度は記録できません。重ならない時間に直すか、先の申請の取下げ・命令の取消をしてから、もう一度操作してください。`,
      fields: [{ field: 'from', code: 'overlaps', message: `${other}と重ならない時間にしてください` }],
    };
  },
  'overtime.span.next-day': (deed) =>
    onSpan('from', `開始 ${at(deed, 'from')} は翌日の勤務の時間です`, '翌日の勤務として、翌日の日付で入力してください'),
  'overtime.span.longer-than-a-day': (deed) =>
    onSpan(
      'until',
      `${span(deed, 'from', 'until')} は24時間を超えています`,
      '一続きの勤務は24時間までです。時刻を確かめ、その後の分は翌日の勤務として入力してください',
    ),
  'overtime.span.next-duty': (deed) =>
    onSpan(
      'until',
      `終了 ${at(deed, 'until')} は翌日の正規の勤務時間に入ります`,
      `翌日 ${at(deed, 'start')} からは正規の勤務時間です。終了を ${formatDuration(1440 + (deed.figures.start ?? 0))} までにしてください`,
    ),
  'overtime.confirm.half-span': () =>
    onSpan('from', '開始と終了の片方だけでは確認できません', '開始と終了の両方を入力してください'),
  'overtime.confirm.within-regular-hours': () =>
    onSpan(
      'from',
      '正規の勤務時間の中の時間です',
      '確認する時間はすべて割り振られた勤務時間の中にあり、時間外勤務になりません。開始と終了を確かめてください',
    ),
  'overtime.confirm.reason-missing': reasonMissing,
};

function onDay(deed: RefusedDeed, what: string, cure: string): RefusalWords {
  return {
    status: 400,
    title: what,
    detail: `${dayWords(deed.words.date ?? '')}は受け付けられません。${cure}。`,
    fields: [{ field: 'date', code: deed.code, message: `${cure}。` }],
  };
}

function onSpan(field: 'from' | 'until', what: string, cure: string): RefusalWords {
  return {
    status: 400,
    title: '時間が正しくありません',
    detail: `${what}。${cure}。`,
    fields: [{ field, code: 'hours', message: cure }],
  };
}

/** What exceeds what; with a reason the same hours are taken. */
function reasonMissing(deed: RefusedDeed): RefusalWords {
  const { beyondOrder, beyondRecord, orderFrom, firstIn } = deed.figures;
  const order = deed.words.state === 'ordered' ? '命令' : '申請';
  const reasons = [
    beyondOrder === undefined
      ? ''
      : `${order}${orderFrom === undefined ? '' : ` ${span(deed, 'orderFrom', 'orderUntil')} `}を ${formatDuration(beyondOrder)} 超えています`,
    beyondRecord === undefined
      ? ''
      : firstIn === undefined
        ? `在庁の記録がない時間が ${formatDuration(beyondRecord)} あります`
        : `在庁の記録(${span(deed, 'firstIn', 'lastOut')})にない時間が ${formatDuration(beyondRecord)} あります`,
  ].filter((reason) => reason !== '');
  const hours = deed.figures.from === undefined ? '時間' : ` ${span(deed, 'from', 'until')} `;
  return {
    status: 409,
    title: '確認の理由が要ります',
    detail: `確認する${hours}は、${reasons.join('。また、')}。時刻を確かめ、実際に働いた時間であれば、そう判断した理由を入力して確認してください。理由は記録に残ります。`,
    fields: [{ field: 'note', code: 'reason-missing', message: 'この時間で確認する理由を入力してください' }],
  };
}
