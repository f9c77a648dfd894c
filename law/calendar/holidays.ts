import type { Citation } from '../decision/citation.ts';
import { type EpochDay, epochDayOf, formatLocalDate, weekdayOf } from '../time/civil.ts';

/**
 * 国民の祝日 (祝日法2条), 振替休日 (3条2項), 国民の休日 (3条3項), and the days that a single statute made holidays
 * in one year. Computed from the law; the day of an equinox is certain once it is gazetted, on 1 February of the year before.
 */
export type HolidayKind = 'national' | 'substitute' | 'betweenHolidays' | 'special';

export type Holiday = {
  readonly day: EpochDay;
  readonly name: string;
  readonly kind: HolidayKind;
  /** The year is too far ahead for its equinoxes to be gazetted. */
  readonly provisional: boolean;
  readonly citation: Citation;
};

/** The years for which the rules are kept: from 昭和の日 (2007) to the end of the equinox formula. */
export const holidayYears = { from: 2007, through: 2099 } as const;

type Entry = readonly [day: EpochDay, name: string, kind?: HolidayKind, citation?: Citation];

/** Days of effect of the wordings of 祝日法 since 2007, newest first. */
const revisions = ['2020-01-01', '2019-05-01', '2016-01-01', '2007-01-01'] as const;

/** A place of 祝日法 in the wording in force on the day. */
function holidaysAct(day: EpochDay, path: string): Citation {
  const on = formatLocalDate(day);
  const revision = revisions.find((from) => from <= on) ?? revisions[3];
  return { instrument: 'holidays-act', revision, path, confidence: 'B' };
}

const succession = (path: string): Citation => ({
  instrument: 'imperial-succession-holiday-act',
  revision: '2018-12-14',
  path,
  confidence: 'B',
});

const olympics = (revision: string): Citation => ({
  instrument: 'olympics-special-act',
  revision,
  path: 'a=32',
  confidence: 'B',
});

function mondayOf(year: number, month: number, nth: number): EpochDay {
  const first = epochDayOf(year, month, 1);
  return first + ((8 - weekdayOf(first)) % 7) + (nth - 1) * 7;
}

/** Day of the month of an equinox, 1980–2099 (暦象年表の略算式). */
function equinox(year: number, base: number): number {
  const since = year - 1980;
  return Math.floor(base + 0.242194 * since) - Math.floor(since / 4);
}

/** 海の日, 山の日 and スポーツの日, with the two summers in which the Olympic statute moved them. */
function summerDays(year: number): readonly Entry[] {
  if (year === 2020) {
    const moved = olympics('2018-06-20');
    return [
      [epochDayOf(2020, 7, 23), '海の日', 'national', moved],
      [epochDayOf(2020, 7, 24), 'スポーツの日', 'national', moved],
      [epochDayOf(2020, 8, 10), '山の日', 'national', moved],
    ];
  }
  if (year === 2021) {
    const moved = olympics('2020-12-28');
    return [
      [epochDayOf(2021, 7, 22), '海の日', 'national', moved],
      [epochDayOf(2021, 7, 23), 'スポーツの日', 'national', moved],
      [epochDayOf(2021, 8, 8), '山の日', 'national', moved],
    ];
  }
  const days: Entry[] = [[mondayOf(year, 7, 3), '海の日']];
  if (year >= 2016) days.push([epochDayOf(year, 8, 11), '山の日']);
  days.push([mondayOf(year, 10, 2), year >= 2020 ? 'スポーツの日' : '体育の日']);
  return days;
}

/** 天皇誕生日, absent in 2019, when the succession fell between its two days. */
function emperorsBirthday(year: number): readonly Entry[] {
  if (year === 2019) return [];
  return [[year >= 2020 ? epochDayOf(year, 2, 23) : epochDayOf(year, 12, 23), '天皇誕生日']];
}

function successionDays(year: number): readonly Entry[] {
  if (year !== 2019) return [];
  return [
    [epochDayOf(2019, 5, 1), '天皇の即位の日', 'special', succession('a=1')],
    [epochDayOf(2019, 10, 22), '即位礼正殿の儀の行われる日', 'special', succession('a=1')],
  ];
}

function namedDays(year: number): readonly Entry[] {
  return [
    [epochDayOf(year, 1, 1), '元日'],
    [mondayOf(year, 1, 2), '成人の日'],
    [epochDayOf(year, 2, 11), '建国記念の日'],
    ...emperorsBirthday(year),
    [epochDayOf(year, 3, equinox(year, 20.8431)), '春分の日'],
    [epochDayOf(year, 4, 29), '昭和の日'],
    ...successionDays(year),
    [epochDayOf(year, 5, 3), '憲法記念日'],
    [epochDayOf(year, 5, 4), 'みどりの日'],
    [epochDayOf(year, 5, 5), 'こどもの日'],
    ...summerDays(year),
    [mondayOf(year, 9, 3), '敬老の日'],
    [epochDayOf(year, 9, equinox(year, 23.2488)), '秋分の日'],
    [epochDayOf(year, 11, 3), '文化の日'],
    [epochDayOf(year, 11, 23), '勤労感謝の日'],
  ];
}

/** 振替休日 (3条2項): after a holiday on a Sunday, the next day that is not itself one. */
function substitutes(named: ReadonlySet<EpochDay>): readonly Entry[] {
  const days: Entry[] = [];
  for (const day of named) {
    if (weekdayOf(day) !== 0) continue;
    let next = day + 1;
    while (named.has(next)) next += 1;
    days.push([next, '振替休日', 'substitute', holidaysAct(next, 'a=3/p=2')]);
  }
  return days;
}

/** 国民の休日 (3条3項): a day between two holidays that is not itself one. */
function betweenDays(named: ReadonlySet<EpochDay>): readonly Entry[] {
  const days: Entry[] = [];
  for (const day of named) {
    if (!named.has(day + 1) && named.has(day + 2)) {
      days.push([day + 1, '国民の休日', 'betweenHolidays', holidaysAct(day + 1, 'a=3/p=3')]);
    }
  }
  return days;
}

function judgeYear(year: number): readonly Omit<Holiday, 'provisional'>[] {
  const named = namedDays(year);
  const set = new Set(named.map(([day]) => day));
  return [...named, ...substitutes(set), ...betweenDays(set)]
    .map(([day, name, kind = 'national', citation = holidaysAct(day, 'a=2')]) => ({ day, name, kind, citation }))
    .sort((a, b) => a.day - b.day);
}

const judged = new Map<number, readonly Omit<Holiday, 'provisional'>[]>();

/**
 * 祝日法の休日 of a calendar year in order of their days.
 * @param asOf the calendar year of the one who asks: from the second year after it the list is provisional.
 * @returns undefined outside {@link holidayYears}: refused, because other rules applied or the formula ends.
 */
export function holidaysOf(year: number, asOf: number): readonly Holiday[] | undefined {
  if (!Number.isInteger(year) || year < holidayYears.from || year > holidayYears.through) return undefined;
  let days = judged.get(year);
  if (days === undefined) {
    days = judgeYear(year);
    judged.set(year, days);
  }
  const provisional = year >= asOf + 2;
  return days.map((day) => ({ ...day, provisional }));
}
