import type { Citation, Confidence } from '../decision/citation.ts';
import type { Dated } from '../decision/dated.ts';
import { hours, type Minutes } from '../time/minutes.ts';

const labor = (path: string, confidence: Confidence, revision = '2019-04-01'): Citation => ({
  instrument: 'labor-standards-act',
  revision,
  path,
  confidence,
});

/** Where each sentence of this room rests. */
export const statutoryCitations = {
  /** 週40時間. */
  weekly: labor('a=32/p=1', 'B', '1997-04-01'),
  /** 1日8時間. */
  daily: labor('a=32/p=2', 'B', '1997-04-01'),
  /** 1箇月単位の変形労働時間制: applies to local staff by ordinance. */
  averaging: labor('a=32_2/p=1', 'B', '1999-04-01'),
  /** 災害その他避けることのできない事由. */
  disaster: labor('a=33/p=1', 'A'),
  /** 公務のために臨時の必要. */
  publicNeed: labor('a=33/p=3', 'A'),
  /** 毎週1回の休日, or four days in four weeks. */
  dayOff: labor('a=35/p=1', 'B'),
  fourWeeks: labor('a=35/p=2', 'B'),
  /** What the agreement covers: 時間外 and 休日労働. */
  agreement: labor('a=36/p=1', 'A'),
  /** 休日 are calendar days: minutes from 0:00 to 24:00. */
  calendarDay: {
    instrument: 'holiday-premium-notice-331',
    revision: '1994-05-31',
    path: '',
    confidence: 'C',
  },
  /** No 法定休日 named and every day off worked: the later one. */
  laterDay: { instrument: 'amended-labor-standards-answers', revision: '2009-10-05', path: '', confidence: 'B' },
  /** Week from Sunday, and the order day, week, period. */
  order: { instrument: 'labor-standards-notice-1', revision: '1988-01-01', path: '', confidence: 'B' },
  /** 11号・12号 and workplaces not listed: 人事委員会, else the head of the body. */
  inspection: {
    instrument: 'local-public-service-act',
    revision: '2019-04-01',
    path: 'a=58/p=5',
    confidence: 'A',
  },
} as const satisfies Readonly<Record<string, Citation>>;

/** 法定労働時間 of a day and a week. Forty hours bind every workplace since 1997-04-01. */
export const statutoryLimits: readonly Dated<{ readonly daily: Minutes; readonly weekly: Minutes }>[] = [
  {
    from: '1997-04-01',
    value: { daily: hours(8), weekly: hours(40) },
    citation: statutoryCitations.weekly,
    checkedOn: '2026-11-28',
  },
];
