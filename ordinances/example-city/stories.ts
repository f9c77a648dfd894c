import { hours } from '@tokimori/law/time/minutes';
import { firstMonthOf, fiscalYearOf, type MonthIndex, monthOf } from '@tokimori/law/time/months';
import type { CityPlan, PersonPlan } from './plan.ts';

/** What a person's month is made to come to, exactly. `soFar` marks the running month: up to yesterday. */
export type MonthTarget = {
  readonly overtime: number;
  readonly category?: 'exceptional' | 'disaster';
  readonly special?: number;
};
export type Story = {
  readonly about: string;
  readonly person: PersonPlan;
  readonly months: ReadonlyMap<MonthIndex, MonthTarget>;
};

const hm = (h: number, m: number) => hours(h) + m;

/**
 * People who stand exactly on a limit, a minute beyond it, or about to reach it, so that every verdict can be seen.
 * Months are counted back from the running one; the running month is filled as far as its elapsed working days allow.
 * @param elapsed working days of the running month that are over
 */
export function storiesOf(plan: CityPlan, elapsed: number): readonly Story[] {
  const now = monthOf(plan.asOf);
  const year = firstMonthOf(fiscalYearOf(now));
  const rest = now - year;
  const can = (wanted: number) => Math.min(wanted, elapsed * hours(5));
  const pick = (office: string, nth: number) => member(plan, office, nth);
  const story = (
    about: string,
    person: PersonPlan | undefined,
    months: readonly (readonly [MonthIndex, MonthTarget])[],
  ): Story[] => (person === undefined ? [] : [{ about, person, months: new Map(months) }]);
  const ago = (n: number, overtime: number) => [now - n, { overtime }] as const;
  const eachOfYear = (overtime: number) => Array.from({ length: rest }, (_, i) => [year + i, { overtime }] as const);
  const crossing = can(hm(62, 0));
  return [
    ...story('先月ちょうど45:00(上限以内)', pick('2030', 3), [ago(1, hm(45, 0)), ago(2, hm(44, 59))]),
    ...story('先月45:01(1分の超過)', pick('3020', 4), [ago(1, hm(45, 1))]),
    ...story('今月すでに45時間を超えた', pick('3020', 3), [ago(0, can(hm(46, 20)))]),
    ...story('今月 見込みで45時間を超える', pick('3020', 5), [ago(0, can(hm(40, 40)) - elapsed * 40)]),
    ...story('99:59(100時間未満)と、2か月・3か月の平均がちょうど80:00', pick('2020', 3), [
      ago(4, hm(30, 0)),
      ago(3, hm(99, 59)),
      ago(2, hm(60, 1)),
      ago(1, hm(80, 0)),
      ago(0, can(hm(38, 0))),
    ]),
    ...story('2か月平均まで あと2:30', pick('2020', 4), [
      ago(2, hm(40, 10)),
      ago(1, Math.min(hm(99, 59), hm(157, 30) - crossing)),
      ago(0, crossing),
    ]),
    ...story('45時間超が6回になり、あとは毎月45:00まで', pick('8010', 0), [
      ...eachOfYear(hm(46, 30)).slice(0, 6),
      ...eachOfYear(hm(43, 10)).slice(6),
      ago(0, can(hm(33, 15))),
    ]),
    ...story('年360:00まで残りわずか', pick('2030', 5), [
      ...eachOfYear(Math.min(hm(44, 40), Math.floor(hm(330, 0) / Math.max(1, rest)))),
      ago(0, can(hm(21, 0))),
    ]),
    ...story('災害の月に100時間を超えた(特例業務)', pick('1030', 3), [
      [disasterMonth(now), { overtime: hm(104, 30), category: 'disaster', special: hm(61, 0) }],
    ]),
    ...story('災害の月にちょうど100:00(特例業務)', pick('1030', 4), [
      [disasterMonth(now), { overtime: hm(100, 0), category: 'disaster', special: hm(48, 30) }],
    ]),
    ...story('特例のない45時間超(自律)', pick('6020', 4), [ago(1, hm(52, 40))]),
  ];
}

/** The latest September before the running month: the typhoon. */
export function disasterMonth(now: MonthIndex): MonthIndex {
  const september = Math.floor(now / 12) * 12 + 8;
  return september < now ? september : september - 12;
}

function member(plan: CityPlan, office: string, nth: number): PersonPlan | undefined {
  const wanted = plan.officeOf(
    plan.departments.find((d) => d.code.endsWith(office) && d.kind === 'division')?.code ?? office,
  );
  return plan.people.filter(
    (p) =>
      p.appointments.length === 1 &&
      p.joinedOn < plan.firstDay &&
      p.appointments.every((a) => !a.managerial && plan.officeOf(a.department) === wanted),
  )[nth];
}
