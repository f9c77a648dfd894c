import { measureItemWords } from '@tokimori/contract/plan-words';
import type { Label } from '../wording/words.ts';
import type { MeasureItem, Outcome, PlanState } from './views.ts';

/** Where a plan stands; null = not begun. */
export const planLabel = (state: PlanState | null, late: boolean): Label => {
  if (late) return { shape: 'warning', tone: 'forecast', word: `期限を過ぎている(${planWords(state)})` };
  switch (state) {
    case 'received':
      return { shape: 'check', tone: 'done', word: '受取り済み' };
    case 'returned':
      return { shape: 'warning', tone: 'forecast', word: '差し戻し' };
    default:
      return { shape: 'clock', tone: 'waiting', word: planWords(state) };
  }
};

const states: Readonly<Record<PlanState, string>> = {
  draft: '下書き',
  agreedByHead: '職員組合の承認待ち',
  agreedByUnion: '人事課の受取り待ち',
  received: '受取り済み',
  returned: '差し戻し',
};
const planWords = (state: PlanState | null): string => (state === null ? '作成前' : states[state]);

/** The measures of the 長時間勤務防止対策報告書. */
export const measureItems = Object.keys(measureItemWords) as readonly MeasureItem[];

export const outcomeWords: Readonly<Record<Outcome, string>> = {
  done: '行った',
  partly: '一部行った',
  notDone: '行わなかった',
};

export const planDeedWords: Readonly<Record<string, string>> = {
  PlanDrafted: '下書きの保存',
  PlanAgreedByHead: '所属長の承認',
  PlanAgreedByUnion: '職員組合の承認',
  PlanReceived: '人事課の受取り',
  PlanReturned: '差し戻し',
};
