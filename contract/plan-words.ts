import type { z } from 'zod';
import type { measureItem, measureOutcome, planState } from './plans.ts';

/** What the page, the report and the plan call the measures of the 長時間勤務防止対策報告書. Complete by type; in their order. */
export const measureItemWords: Readonly<Record<z.infer<typeof measureItem>, string>> = {
  spread: '①業務の分散・平準化',
  reassign: '②部内又は課内の配置転換',
  support: '③登録型応援制度又は“わくわく”の活用',
  other: '④その他所属における対策',
};

export const measureOutcomeWords: Readonly<Record<z.infer<typeof measureOutcome>, string>> = {
  done: '行った',
  partly: '一部行った',
  notDone: '行わなかった',
};

const states: Readonly<Record<z.infer<typeof planState>, string>> = {
  draft: '下書き',
  agreedByHead: '職員組合の承認待ち',
  agreedByUnion: '人事課の受取り待ち',
  received: '受取り済み',
  returned: '差し戻し',
};
/** Where a 時間外勤務実施計画書 stands; null = not begun. */
export const planStateWords = (state: z.infer<typeof planState> | null): string =>
  state === null ? '作成前' : states[state];
