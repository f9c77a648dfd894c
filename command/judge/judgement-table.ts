import { formatCitation } from '@tokimori/law/decision/format-citation';
import { judgeOvertime } from '@tokimori/law/overtime/judge-overtime';
import type { Comparison, LimitKey, LimitVerdict, Remaining, Verdict } from '@tokimori/law/overtime/types';
import { formatDuration } from '@tokimori/law/time/minutes';
import { formatYearMonth } from '@tokimori/law/time/months';
import type { Language, Words } from '../language.ts';
import { table } from '../output.ts';
import type { PersonHistory } from './read-histories.ts';

const verdicts: Readonly<Record<Verdict, Words>> = {
  within: { ja: '上限の内', en: 'within' },
  exceeded: { ja: '超過', en: 'exceeded' },
  exceededForExceptionalWork: { ja: '特例業務による超過', en: 'exceeded for exceptional work' },
  notJudged: { ja: '判定できない', en: 'not judged' },
};
const comparisons: Readonly<Record<Comparison, Words>> = {
  atMost: { ja: '以下', en: 'at most' },
  lessThan: { ja: '未満', en: 'less than' },
};
const names: Readonly<Record<Exclude<LimitVerdict['limit'], 'average'>, Words>> = {
  monthly: { ja: '月', en: 'month' },
  monthlyTotal: { ja: '月(休日労働を含む)', en: 'month with holiday work' },
  annual: { ja: '年', en: 'year' },
  monthsOver45: { ja: '45時間超の月数', en: 'months over 45' },
  afterTransfer: { ja: '異動後', en: 'after transfer' },
};
const average = (months: string | number, language: Language) =>
  language === 'ja' ? `${months}か月平均` : `${months}-month average`;

function nameOf(limit: LimitVerdict, language: Language): string {
  return limit.limit === 'average' ? average(limit.months, language) : names[limit.limit][language];
}

function nameOfKey(key: LimitKey, language: Language): string {
  const named = (names as Readonly<Record<string, Words>>)[key];
  return named === undefined ? average(key.slice('average-'.length), language) : named[language];
}

function periodOf(limit: LimitVerdict, language: Language): string {
  switch (limit.limit) {
    case 'monthly':
    case 'monthlyTotal':
      return formatYearMonth(limit.month);
    case 'average':
      return `${formatYearMonth(limit.through - limit.months + 1)}〜${formatYearMonth(limit.through)}`;
    case 'afterTransfer':
      return `${formatYearMonth(limit.from)}〜${formatYearMonth(limit.through)}`;
    default:
      return language === 'ja' ? `${limit.fiscalYear}年度` : `FY${limit.fiscalYear}`;
  }
}

function rowOf(limit: LimitVerdict, language: Language): readonly string[] {
  const counted = limit.limit === 'monthsOver45';
  const value = counted ? limit.count : limit.limit === 'average' ? limit.sum : limit.value;
  const write = (figure: number) => (counted ? String(figure) : formatDuration(figure));
  const cap =
    language === 'ja'
      ? `${write(limit.cap)} ${comparisons[limit.comparison].ja}`
      : `${comparisons[limit.comparison].en} ${write(limit.cap)}`;
  const because = limit.because === undefined ? '' : `(${limit.because})`;
  return [
    nameOf(limit, language),
    periodOf(limit, language),
    value === null ? '' : write(value),
    cap,
    `${verdicts[limit.verdict][language]}${because}`,
    formatCitation(limit.citation),
  ];
}

function remainingLine({ month, overtime, binding, notJudged }: Remaining, language: Language): string {
  const left = notJudged.map((key) => nameOfKey(key, language));
  const first = binding === null ? '' : nameOfKey(binding, language);
  if (language === 'ja') {
    const apart = left.length === 0 ? '' : `。判定できない上限: ${left.join('、')}`;
    const said =
      overtime === null ? '判定できる上限がありません' : `あと ${formatDuration(overtime)}(先に届く上限: ${first})`;
    return `${formatYearMonth(month)} ${said}${apart}\n`;
  }
  const apart = left.length === 0 ? '' : `; not judged: ${left.join(', ')}`;
  const said = overtime === null ? 'no limit is judged' : `${formatDuration(overtime)} left (first limit: ${first})`;
  return `${formatYearMonth(month)} ${said}${apart}\n`;
}

/** The judgement of each person as a table for people, with what remains below it. */
export function* judgementTables(people: readonly PersonHistory[], language: Language): Generator<string> {
  const ja = language === 'ja';
  const titles = ja
    ? ['上限', '期間', '実績', '上限の時間', '判定', '根拠']
    : ['limit', 'period', 'value', 'cap', 'verdict', 'provision'];
  const columns = titles.map((title, at) => ({
    title,
    align: at === 2 || at === 3 ? ('right' as const) : ('left' as const),
  }));
  for (const { id, history } of people) {
    const { limits, remaining } = judgeOvertime(history);
    yield ja ? `職員 ${id}\n` : `staff ${id}\n`;
    yield* table(
      columns,
      limits.map((limit) => rowOf(limit, language)),
    );
    yield `${remainingLine(remaining, language)}\n`;
  }
}
