import type { LimitKey } from '@tokimori/law/overtime/types';

/** What a limit is called where its number stands beside it. */
export const limitNames: Readonly<Record<LimitKey, string>> = {
  monthly: '月',
  monthlyTotal: '月(休日労働を含む)',
  'average-2': '2か月平均',
  'average-3': '3か月平均',
  'average-4': '4か月平均',
  'average-5': '5か月平均',
  'average-6': '6か月平均',
  annual: '年',
  monthsOver45: '45:00 を超える月',
  afterTransfer: '異動後',
};
