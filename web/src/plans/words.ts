import { measureItemWords, planStateWords } from '@tokimori/contract/plan-words';
import type { Label } from '../wording/words.ts';
import type { MeasureItem, PlanState } from './views.ts';

/** Where a plan stands; null = not begun. */
export const planLabel = (state: PlanState | null, late: boolean): Label => {
  if (late) return { shape: 'warning', tone: 'forecast', word: `期限を過ぎている(${planStateWords(state)})` };
  switch (state) {
    case 'received':
      return { shape: 'check', tone: 'done', word: '受取り済み' };
    case 'returned':
      return { shape: 'warning', tone: 'forecast', word: '差し戻し' };
    default:
      return { shape: 'clock', tone: 'waiting', word: planStateWords(state) };
  }
};

/** The measures of the 長時間勤務防止対策報告書. */
export const measureItems = Object.keys(measureItemWords) as readonly MeasureItem[];

export const planDeedWords: Readonly<Record<string, string>> = {
  PlanDrafted: '下書きの保存',
  PlanAgreedByHead: '所属長の承認',
  PlanAgreedByUnion: '職員組合の承認',
  PlanReceived: '人事課の受取り',
  PlanReturned: '差し戻し',
};
