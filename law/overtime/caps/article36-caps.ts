import type { Citation } from '../../decision/citation.ts';
import type { Dated } from '../../decision/dated.ts';
import { hours, type Minutes } from '../../time/minutes.ts';
import type { Agreement } from '../types.ts';
import type { Cap, MonthCountCap } from './caps.ts';

/** 労働基準法36条 (現業): caps that no agreement may exceed. 時間外 means beyond 8h/40h here. */
const checkedOn = '2026-11-20';
const laborStandardsAct = (path: string): Citation => ({
  instrument: 'labor-standards-act',
  revision: '2019-04-01',
  path,
  confidence: 'A',
});
const since2019 = <T>(value: T, citation: Citation): readonly Dated<T>[] => [
  { from: '2019-04-01', value, citation, checkedOn },
];

/** 限度時間: 月45時間, 年360時間 (第4項). */
export const article36Monthly = since2019<Cap>({ limit: hours(45), within: 'atMost' }, laborStandardsAct('a=36/p=4'));
export const article36Annual = since2019<Cap>({ limit: hours(360), within: 'atMost' }, laborStandardsAct('a=36/p=4'));
/** 特別条項: 年720時間, 限度時間を超える月は6箇月以内 (第5項). */
export const article36SpecialAnnual = since2019<Cap>(
  { limit: hours(720), within: 'atMost' },
  laborStandardsAct('a=36/p=5'),
);
export const article36MonthsOver = since2019<MonthCountCap>(
  { base: hours(45), months: 6, within: 'atMost' },
  laborStandardsAct('a=36/p=5'),
);
/** 時間外労働と休日労働の合計: 月100時間未満 (第6項第2号), 2–6箇月平均80時間以下 (第6項第3号). */
export const article36MonthlyTotal = since2019<Cap>(
  { limit: hours(100), within: 'lessThan' },
  laborStandardsAct('a=36/p=6/i=2'),
);
export const article36Average = since2019<Cap>(
  { limit: hours(80), within: 'atMost' },
  laborStandardsAct('a=36/p=6/i=3'),
);

/** 1年単位の変形労働時間制 (対象期間3箇月超): 限度時間 42時間, 320時間 (第4項括弧書). */
export const article36MonthlyOfAveraging = since2019<Cap>(
  { limit: hours(42), within: 'atMost' },
  laborStandardsAct('a=36/p=4'),
);
export const article36AnnualOfAveraging = since2019<Cap>(
  { limit: hours(320), within: 'atMost' },
  laborStandardsAct('a=36/p=4'),
);
/** 有害業務: no more than two hours a day beyond the statutory hours (第6項第1号, 労基則18条). */
export const article36Harmful = since2019<Cap>(
  { limit: hours(2), within: 'atMost' },
  laborStandardsAct('a=36/p=6/i=1'),
);
/** 33条1項 stands beside the agreement: its hours are outside these caps. */
export const disasterNeedClause: Citation = laborStandardsAct('a=33/p=1');

/** 限度時間 that an agreement may reach, in minutes. */
export function ordinaryMaxima({ yearlyAveraging = false }: Pick<Agreement, 'yearlyAveraging'>): {
  readonly monthly: Minutes;
  readonly annual: Minutes;
} {
  return yearlyAveraging ? { monthly: hours(42), annual: hours(320) } : { monthly: hours(45), annual: hours(360) };
}

/** The agreement of a person who has none registered: the law's maxima without a special clause. */
export const plainAgreement: Agreement = { monthly: hours(45), annual: hours(360), yearStartMonth: 4 };

/** What of an agreement is above the law's maxima, as key paths; empty when it is lawful. */
export function aboveMaxima(agreement: Agreement): readonly string[] {
  const found: string[] = [];
  const maxima = ordinaryMaxima(agreement);
  if (agreement.monthly > maxima.monthly) found.push('monthly');
  if (agreement.annual > maxima.annual) found.push('annual');
  const { special } = agreement;
  if (special === undefined) return found;
  // 百時間未満の範囲内: an agreement to 100:00 allows what the law forbids.
  if (special.monthly !== null && special.monthly >= hours(100)) found.push('special.monthly');
  if (special.annual > hours(720)) found.push('special.annual');
  if (special.times > 6) found.push('special.times');
  return found;
}
