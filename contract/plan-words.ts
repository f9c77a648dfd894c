import type { z } from 'zod';
import type { measureItem } from './plans.ts';

/** What the page, the report and the plan call the measures of the 長時間勤務防止対策報告書. Complete by type; in their order. */
export const measureItemWords: Readonly<Record<z.infer<typeof measureItem>, string>> = {
  spread: '①業務の分散・平準化',
  reassign: '②部内又は課内の配置転換',
  support: '③登録型応援制度又は“わくわく”の活用',
  other: '④その他所属における対策',
};
