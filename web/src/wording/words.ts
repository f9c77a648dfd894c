import type { Category, DayState, LimitName, LimitState, OvertimeView } from '@tokimori/contract/values';
import { hm } from '@tokimori/wording/format';
import { limitNames } from '@tokimori/wording/limit-names';
/** Shapes that tell states apart without colour. */
export type Shape = 'octagon' | 'diamond' | 'warning' | 'triangle' | 'circle' | 'question' | 'clock' | 'check' | 'none';
export type Tone = 'over' | 'exceptional' | 'forecast' | 'near' | 'fine' | 'unknown' | 'waiting' | 'done';
export type Label = { readonly shape: Shape; readonly tone: Tone; readonly word: string };

export const stateLabels: Readonly<Record<LimitState, Label>> = {
  over: { shape: 'octagon', tone: 'over', word: '超過' },
  overExceptional: { shape: 'diamond', tone: 'exceptional', word: '特例で超過' },
  forecastOver: { shape: 'warning', tone: 'forecast', word: '見込みで超過' },
  near: { shape: 'triangle', tone: 'near', word: '注意' },
  unknown: { shape: 'question', tone: 'unknown', word: '判定できない' },
  fine: { shape: 'circle', tone: 'fine', word: '余裕あり' },
  none: { shape: 'none', tone: 'done', word: '上限なし' },
};

export const categoryWords: Readonly<Record<Category, { readonly name: string; readonly about: string }>> = {
  normal: { name: '通常の業務', about: 'ふだんの時間外勤務' },
  temporary: { name: '臨時の業務', about: '急に増えた、特例ではない業務' },
  exceptional: { name: '特例業務', about: '災害への対処など、重要で特に緊急のもの。所属長の指定が要ります。' },
  disaster: { name: '災害対応', about: '災害への対応として命令されるもの' },
  infection: { name: '感染症対応', about: '感染症への対応として命令されるもの' },
};

export const dayStateWords: Readonly<Record<DayState, string>> = {
  dayOff: '週休日',
  holiday: '休日',
  future: '',
  open: '勤務中',
  classified: '',
  noRecord: '記録がない',
  missingOut: '退勤がない',
  missingIn: '出勤がない',
};

export const overtimeLabels: Readonly<Record<OvertimeView['state'], Label>> = {
  requested: { shape: 'clock', tone: 'waiting', word: '決裁待ち' },
  firstApproved: { shape: 'clock', tone: 'waiting', word: '部長の承認待ち' },
  ordered: { shape: 'check', tone: 'done', word: '命令済み' },
  confirmed: { shape: 'check', tone: 'done', word: '実績確認済み' },
  returned: { shape: 'warning', tone: 'forecast', word: '差し戻し' },
  rejected: { shape: 'none', tone: 'done', word: '却下' },
  withdrawn: { shape: 'none', tone: 'done', word: '取下げ済み' },
  revoked: { shape: 'none', tone: 'done', word: '命令の取消' },
};

/** A request made when the work had begun. */
export const afterTheFactLabel: Label = { shape: 'triangle', tone: 'near', word: '事後の申請' };

/** What measures brought due. */
export const dueLabels: Readonly<Record<'open' | 'late' | 'done' | 'dismissed' | 'lapsed', Label>> = {
  open: { shape: 'clock', tone: 'waiting', word: 'これから' },
  late: { shape: 'warning', tone: 'forecast', word: '期限を過ぎている' },
  done: { shape: 'check', tone: 'done', word: '行った' },
  dismissed: { shape: 'none', tone: 'done', word: '行わない' },
  lapsed: { shape: 'none', tone: 'done', word: '当たらなくなった' },
};

/** 様式 on its way. */
export const formLabels: Readonly<Record<'none' | 'draft' | 'submitted' | 'returned' | 'accepted' | 'late', Label>> = {
  none: { shape: 'clock', tone: 'waiting', word: '未作成' },
  draft: { shape: 'clock', tone: 'waiting', word: '作成中' },
  submitted: { shape: 'clock', tone: 'waiting', word: '承認待ち' },
  returned: { shape: 'warning', tone: 'forecast', word: '差戻し' },
  accepted: { shape: 'check', tone: 'done', word: '受理' },
  late: { shape: 'warning', tone: 'forecast', word: '期限を過ぎている' },
};

export const departmentWords: Readonly<Record<'selfDirected' | 'externallyDriven', string>> = {
  selfDirected: '自律部署',
  externallyDriven: '他律部署',
};

export type LimitWithCap = {
  readonly limit: LimitName;
  readonly cap: number | null;
  readonly comparison?: 'atMost' | 'lessThan';
};

/** 「月 45:00 の上限」「2か月平均 80:00 の上限」「6回までの上限」. */
export function limitNoun({ limit, cap }: LimitWithCap): string {
  if (cap === null) return `${limitNames[limit]}の上限`;
  return limit === 'monthsOver45'
    ? `${limitNames[limit]}(${cap}回まで)の上限`
    : `${limitNames[limit]} ${hm(capPerMonth(limit, cap))} の上限`;
}

/** How many months an average covers; undefined for a limit that is no average. */
export function averageMonths(limit: LimitName): number | undefined {
  return limit.startsWith('average-') ? Number(limit.slice(8)) : undefined;
}

/** 「月 45:00 まで」「月 100:00 未満」「2か月平均 80:00 まで」「45:00 を超える月 6回まで」. Averages are told per month. */
export function limitTitle({ limit, cap, comparison = 'atMost' }: LimitWithCap): string {
  if (cap === null) return limitNames[limit];
  if (limit === 'monthsOver45') return `${limitNames[limit]} ${cap}回まで`;
  return `${limitNames[limit]} ${hm(capPerMonth(limit, cap))} ${comparison === 'lessThan' ? '未満' : 'まで'}`;
}

/** Averages come as the mean per month already or as the sum of their window; both read as the mean. */
export function capPerMonth(limit: LimitName, cap: number): number {
  const months = averageMonths(limit);
  return months !== undefined && cap > 100 * 60 ? Math.round(cap / months) : cap;
}

export const sourceWords: Readonly<Record<'card' | 'page' | 'pc' | 'import' | 'gate', string>> = {
  card: 'カード',
  page: 'この画面',
  pc: 'PC',
  import: '取り込み',
  gate: '入退館',
};

/** What a record says, by its source and direction. */
export function recordWords(source: keyof typeof sourceWords, direction: 'in' | 'out' | 'unknown'): string {
  if (source === 'pc') return direction === 'in' ? 'PCにログオン' : direction === 'out' ? 'PCからログオフ' : 'PCの使用';
  if (source === 'gate') return direction === 'in' ? '入館' : direction === 'out' ? '退館' : '通過';
  return direction === 'in' ? '出勤' : direction === 'out' ? '退勤' : '打刻';
}

/** 「あと 4:20」 or 「0:40 超過」; never negative. */
export const remainingWords = (minutes: number): string =>
  minutes < 0 ? `${hm(-minutes)} 超過` : `あと ${hm(minutes)}`;
