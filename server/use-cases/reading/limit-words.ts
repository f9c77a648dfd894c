/** The limits in the words of refusals and lists. */
const words: Readonly<Record<string, string>> = {
  monthly: '月の上限',
  monthlyTotal: '月の上限(休日労働を含む)',
  'average-2': '2か月平均 80:00 の上限',
  'average-3': '3か月平均 80:00 の上限',
  'average-4': '4か月平均 80:00 の上限',
  'average-5': '5か月平均 80:00 の上限',
  'average-6': '6か月平均 80:00 の上限',
  annual: '年の上限',
  monthsOver45: '45時間を超える月は年6回までの上限',
  afterTransfer: '異動後の月平均 30:00 の上限',
};

export const limitWords = (limit: string): string => words[limit] ?? limit;
