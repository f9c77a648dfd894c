import { formatDuration } from '@tokimori/law/time/minutes';
import type { Parameters } from '@tokimori/ordinances/schema';

const weekdays = '日月火水木金土';
const categories: Readonly<Record<Parameters['exceptionalCategories'][number], string>> = {
  normal: '通常',
  temporary: '臨時',
  exceptional: '特例業務',
  disaster: '災害',
  infection: '感染症',
};
const span = ({ from, until }: { from: number; until: number }) => `${formatDuration(from)}〜${formatDuration(until)}`;
const monthDay = (text: string) => `${Number(text.slice(0, 2))}月${Number(text.slice(3))}日`;
const none = '定めなし';

/** The value of each parameter as people read it. */
const words: { readonly [K in keyof Parameters]: (value: Parameters[K]) => string } = {
  yearStartMonth: (month) => `${month}月`,
  dayBoundary: formatDuration,
  allotment: ({ hours, breaks }) =>
    `${span(hours)}${breaks.length === 0 ? '' : `(休憩 ${breaks.map(span).join('、')})`}`,
  weeklyDaysOff: (days) => days.map((day) => weekdays[day]).join('・'),
  yearEndClosing: ({ from, through }) => `${monthDay(from)}〜${monthDay(through)}`,
  anniversaries: (days) => days.map(({ on, name }) => `${monthDay(on)} ${name}`).join('、') || none,
  discrepancyThreshold: formatDuration,
  exceptionalCategories: (list) => list.map((category) => categories[category]).join('、') || none,
  monthlyGuideline: (minutes) => (minutes === null ? none : formatDuration(minutes)),
  nearPercent: (percent) => `${percent}%`,
  restTarget: formatDuration,
  externallyDrivenWarnPercent: (percent) => `${percent}%`,
  monthCloseDay: (day) => `${day}日`,
  requestDeadline: formatDuration,
};

export function parameterWords<K extends keyof Parameters>(key: K, value: Parameters[K]): string {
  return words[key](value);
}
