import { formatCitation } from '@tokimori/law/decision/format-citation';
import type { BeforeTransferVerdict } from '@tokimori/law/overtime/people/before-transfer';
import type { Comparison, LimitVerdict, Verdict } from '@tokimori/law/overtime/types';
import type { PersonalVerdict } from '@tokimori/law/restrictions/types';
import { formatLocalDate } from '@tokimori/law/time/civil';
import { formatDuration } from '@tokimori/law/time/minutes';
import { formatYearMonth } from '@tokimori/law/time/months';
import type { Language, Words } from '../language.ts';
import { table } from '../output.ts';
import { explainPerson } from './explain-person.ts';
import { judgePerson, type PersonKey, type PersonRemaining } from './judge-person.ts';
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
const others: Readonly<Record<PersonalVerdict['limit'] | BeforeTransferVerdict['limit'], Words>> = {
  personalMonthly: { ja: '月(請求)', en: 'month on request' },
  personalAnnual: { ja: '年(請求)', en: 'year on request' },
  personalExempt: { ja: '免除(請求)', en: 'exempt on request' },
  monthlyBefore: { ja: '異動前の月', en: 'month before transfer' },
  annualBefore: { ja: '異動前の年', en: 'year before transfer' },
};
const becauses: Readonly<Record<NonNullable<PersonalVerdict['because']>, Words>> = {
  unknownMonth: { ja: '不明の月がある', en: 'a month is unknown' },
  partOfMonth: { ja: '月の一部だけの請求', en: 'part of the month' },
};
const average = (months: string | number, language: Language) =>
  language === 'ja' ? `${months}か月平均` : `${months}-month average`;

function nameOf(limit: LimitVerdict, language: Language): string {
  return limit.limit === 'average' ? average(limit.months, language) : names[limit.limit][language];
}

function nameOfKey(key: PersonKey, language: Language): string {
  const named = ({ ...names, ...others } as Readonly<Record<string, Words>>)[key];
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

/** A limit that is always 以下, in the columns of the table. */
function rowOfOther(
  of: Pick<PersonalVerdict | BeforeTransferVerdict, 'limit' | 'value' | 'cap' | 'verdict' | 'citation'>,
  period: string,
  because: string,
  language: Language,
): readonly string[] {
  const word = comparisons.atMost[language];
  const cap = formatDuration(of.cap);
  return [
    others[of.limit][language],
    period,
    of.value === null ? '' : formatDuration(of.value),
    language === 'ja' ? `${cap} ${word}` : `${word} ${cap}`,
    `${verdicts[of.verdict][language]}${because === '' ? '' : `(${because})`}`,
    formatCitation(of.citation),
  ];
}

function rowOfPersonal(verdict: PersonalVerdict, language: Language): readonly string[] {
  const { from, through, because } = verdict;
  const period = from === through ? formatYearMonth(from) : `${formatYearMonth(from)}〜${formatYearMonth(through)}`;
  return rowOfOther(verdict, period, because === undefined ? '' : becauses[because][language], language);
}

const rowOfBefore = (verdict: BeforeTransferVerdict, language: Language): readonly string[] =>
  rowOfOther(verdict, `〜${formatLocalDate(verdict.on - 1)}`, verdict.because ?? '', language);

function remainingLine({ month, overtime, binding, notJudged }: PersonRemaining, language: Language): string {
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
export function* judgementTables(
  people: readonly PersonHistory[],
  language: Language,
  explained = false,
): Generator<string> {
  const ja = language === 'ja';
  const titles = ja
    ? ['上限', '期間', '実績', '上限の時間', '判定', '根拠']
    : ['limit', 'period', 'value', 'cap', 'verdict', 'provision'];
  const columns = titles.map((title, at) => ({
    title,
    align: at === 2 || at === 3 ? ('right' as const) : ('left' as const),
  }));
  for (const person of people) {
    const { limits, remaining, personal = [], beforeTransfer } = judgePerson(person);
    yield ja ? `職員 ${person.id}\n` : `staff ${person.id}\n`;
    yield* table(columns, [
      ...limits.map((limit) => rowOf(limit, language)),
      ...personal.map((verdict) => rowOfPersonal(verdict, language)),
      ...beforeTransfer.map((verdict) => rowOfBefore(verdict, language)),
    ]);
    yield remainingLine(remaining, language);
    if (explained) yield* explainPerson(person).map((line) => `  ${line}\n`);
    yield '\n';
  }
}
