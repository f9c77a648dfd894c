import type { LimitName } from '@tokimori/contract/values';
import { eraMonth, hm, monthName } from '@tokimori/wording/format';
import { averageMonths, type Label, limitTitle } from '../../wording/words.ts';
import type { BreachRowView, MeasuredView, ReductionRowView, ReviewRowView } from './views.ts';

type Exceeded = { readonly limit: LimitName; readonly value: number; readonly cap: number };

/** 「月 100:00 未満」「2か月平均 80:00 まで」: which limit a record is about. */
export const limitOf = ({ limit, cap }: Pick<Exceeded, 'limit' | 'cap'>): string =>
  limitTitle({ limit, cap, comparison: limit === 'monthly' && cap === 6000 ? 'lessThan' : 'atMost' });

/** ③ in words: 「52:00(上限 45:00)」「2か月の合計 171:00(上限 160:00)」「7か月(上限 6か月)」. */
export const exceededWords = (exceeded: Exceeded): string => `${valueWords(exceeded)}(${capWords(exceeded)})`;

/** What was worked: 「52:00」「2か月の合計 171:00」「7か月」. */
export function valueWords({ limit, value }: Pick<Exceeded, 'limit' | 'value'>): string {
  if (limit === 'monthsOver45') return `${value}か月`;
  const months = averageMonths(limit);
  return `${months === undefined ? '' : `${months}か月の合計 `}${hm(value)}`;
}
/** What it is held against: 「上限 45:00」. */
export const capWords = ({ limit, cap }: Pick<Exceeded, 'limit' | 'cap'>): string =>
  `上限 ${limit === 'monthsOver45' ? `${cap}か月` : hm(cap)}`;

/** By how much it was exceeded: 「7:00」「1か月」. A cap of 未満 is broken by its own value. */
export const excessWords = ({ limit, value, cap }: Exceeded): string =>
  limit === 'monthsOver45' ? `${value - cap}か月` : hm(value - cap);

const open: Label = { shape: 'clock', tone: 'waiting', word: '記入待ち' };
/** The one label of a record: progress and what is awaited. */
export function breachLabel(row: Pick<BreachRowView, 'standing' | 'state' | 'late'>): Label {
  if (row.standing === 'lapsed') return { shape: 'none', tone: 'done', word: '当たらなくなった' };
  if (row.state === 'completed') return { shape: 'check', tone: 'done', word: '記入済み' };
  if (row.state === 'returned') return { shape: 'warning', tone: 'forecast', word: '差し戻し' };
  return row.late ? { shape: 'warning', tone: 'forecast', word: '期限を過ぎている' } : open;
}

/** The one label of an analysis. */
export function reviewLabel(row: ReviewRowView): Label {
  if (row.concludedOn !== null && row.since === 0) return { shape: 'check', tone: 'done', word: '確定済み' };
  if (row.late) return { shape: 'warning', tone: 'forecast', word: '期限を過ぎている' };
  if (row.since > 0 && row.concludedOn !== null)
    return { shape: 'clock', tone: 'waiting', word: `追加 ${row.since}件の分析待ち` };
  if (row.running) return { shape: 'none', tone: 'done', word: row.state === 'draft' ? '期間中・下書き' : '期間中' };
  return { shape: 'clock', tone: 'waiting', word: row.state === 'draft' ? '下書き' : '分析待ち' };
}

export const kindWords: Readonly<Record<ReductionRowView['kind'], string>> = {
  workload: '業務量の削減',
  efficiency: '業務の効率化',
  staffing: '人員配置',
  support: '応援',
  other: 'その他',
};
export const moveWords: Readonly<Record<ReductionRowView['state'], string>> = {
  planned: '予定に戻す',
  underway: '取り組みを始める',
  done: '終えたとする',
  stopped: 'やめる',
};

/** The one label of a measure. */
export function reductionLabel({ state, late }: Pick<ReductionRowView, 'state' | 'late'>): Label {
  if (late) return { shape: 'warning', tone: 'forecast', word: '期日を過ぎている' };
  if (state === 'planned') return { shape: 'clock', tone: 'waiting', word: '取り組む前' };
  if (state === 'underway') return { shape: 'circle', tone: 'fine', word: '取り組み中' };
  return state === 'done'
    ? { shape: 'check', tone: 'done', word: '終えた' }
    : { shape: 'none', tone: 'done', word: 'やめた' };
}

/** 「6:40 少なく」「1:05 多く」「変わらず」. */
const moreOrLess = (minutes: number): string =>
  minutes === 0 ? '同じに' : `${hm(Math.abs(minutes))} ${minutes < 0 ? '少なく' : '多く'}`;

/** 「令和8年7月から10月まで」「令和8年7月」. */
export function monthsWords(months: readonly string[]): string {
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) return '';
  if (first === last) return eraMonth(first);
  return `${eraMonth(first)}から${first.slice(0, 4) === last.slice(0, 4) ? monthName(last) : eraMonth(last)}まで`;
}

const people = (tenths: number): string => (tenths % 10 === 0 ? `${tenths / 10}人` : `${(tenths / 10).toFixed(1)}人`);

/**
 * What changed after a measure began, in plain sentences, and what that does not prove.
 * @param expected minutes a month that were expected to be saved; null = not said
 */
export function effectSentences(measured: MeasuredView, expected: number | null): readonly string[] {
  const { after, base, against, meanAfter, meanBase, change, othersChange, changeInAll } = measured;
  if (meanAfter === null)
    return ['取り組みを始めてから、まだ終わった月がありません。ひと月たつと、ここで比べられます。'];
  if (meanBase === null || change === null || changeInAll === null) {
    return [
      `${monthsWords(after)}の1人当たりは、月平均 ${hm(meanAfter.perHead)} です。前の年の同じ月も、始める前の月も記録がそろわないため、比べられません。`,
    ];
  }
  const basis = against === 'sameMonths' ? '前年の同じ月' : `始める前の${base.length}か月(${monthsWords(base)})`;
  const sentences = [
    `${monthsWords(after)}の1人当たりは、月平均 ${hm(meanAfter.perHead)} です。${basis}の ${hm(meanBase.perHead)} より ${moreOrLess(change)}なりました。`,
    `課や職員の全体では、月に ${hm(Math.abs(changeInAll))} の${changeInAll <= 0 ? '減' : '増'}です(人数は月平均 ${people(meanBase.headcountTenths)}から ${people(meanAfter.headcountTenths)})。${
      expected === null ? '' : `見込みは月に ${hm(expected)} の減でした。`
    }`,
  ];
  if (othersChange !== null)
    sentences.push(
      `同じ期間に、ほかの職員の1人当たりは ${moreOrLess(othersChange)}なりました。差は ${hm(Math.abs(change - othersChange))} ${change - othersChange <= 0 ? '減' : '増'}です。`,
    );
  sentences.push(
    against === 'sameMonths'
      ? 'この増減が、この取組によるとは限りません。業務の量、人の異動や欠員、災害、ほかの取組の影響も含まれます。'
      : 'この増減が、この取組によるとは限りません。季節による違い、業務の量、人の異動や欠員、災害の影響も含まれます。',
  );
  return sentences;
}
