import { judgeCompensatoryDayOff } from '@tokimori/law/pay/days/compensatory-day-off';
import { judgeDayOffTransfer } from '@tokimori/law/pay/days/day-off-transfer';
import { moveHolidays } from '@tokimori/law/pay/days/moved-holidays';
import { judgeReallottedWeek } from '@tokimori/law/pay/days/reallotted-week';
import { managersAllowance } from '@tokimori/law/pay/managers/managers-allowance';
import { payHours } from '@tokimori/law/pay/pay-hours';
import type { PayMonth } from '@tokimori/law/pay/pay-types';
import { modelPay } from '@tokimori/law/pay/rules';
import { timeOffInLieu } from '@tokimori/law/pay/time-off/time-off';
import { parseLocalDate } from '@tokimori/law/time/civil';
import { parseYearMonth } from '@tokimori/law/time/months';
import { describe, expect, it } from 'vitest';
import { explain } from './explain.ts';
import { hourlySentences, managersSentences, paySentences, timeOffSentences } from './pay.ts';
import { compensatorySentences, movedHolidaySentences, reallottedSentences, transferSentences } from './pay-days.ts';

const day = (text: string): number => parseLocalDate(text) ?? Number.NaN;
const month = parseYearMonth('2026-11') ?? Number.NaN;
const clean = (lines: readonly string[]): readonly string[] => {
  for (const line of lines) expect(line).not.toMatch(/NaN|undefined|\(\)/);
  return lines;
};

const full: PayMonth = {
  month,
  overtime: [
    ...Array.from({ length: 20 }, (_, at) => ({
      dutyDate: day('2026-11-04') + at,
      dayKind: 'dutyDay' as const,
      from: 1035,
      until: 1035 + 180,
    })),
    { dutyDate: day('2026-11-28'), dayKind: 'weeklyDayOff', from: 540, until: 1020 },
    { dutyDate: day('2026-11-29'), dayKind: 'weeklyDayOff', from: 540, until: 600, travel: 'notOrdered' },
    { dutyDate: day('2026-11-03'), dayKind: 'compensatedHoliday', from: 1035, until: 1036 },
    { dutyDate: day('2026-11-30'), dayKind: 'dutyDay', from: 1320, until: 1500, nextDayKind: 'dutyDay' },
  ],
  holidayWork: [{ dutyDate: day('2026-11-03'), from: 510, until: 720 }],
  reallotted: [{ dutyDate: day('2026-11-14'), exceeding: 465 }],
  nightRegular: [{ dutyDate: day('2026-11-02'), from: 1320, until: 1740 }],
  statutoryDaysOff: [day('2026-11-08')],
};

describe('sentences on pay', () => {
  it('say every minute, the count and the classes', () => {
    const rules = { ...modelPay, overnightRateBy: 'CALENDAR_DATE', sixtyExcludes: 'SUNDAY_TYPE' } as const;
    const lines = clean(explain(payHours(full, rules).steps, paySentences));
    expect(lines).toEqual(
      expect.arrayContaining([
        '11月3日(火)は代休日を指定した休日です。時間外勤務は勤務日と同じ割合とします。(給与条例(準則) 第15条〔C 例規で要確認〕)',
        '11月8日(日) 17:15–20:15 は法定休日に当たるため、100分の135を下回らせません。(労働基準法 第37条第1項〔B 一部で確認〕)',
        '11月8日(日)の 3:00 は日曜日の勤務のため、60時間に数えません。(給与条例(準則) 第15条〔B 一部で確認〕)',
        '11月29日(日)の出張の移動 1:00 は、あらかじめ命令されていないため時間外勤務に数えません。(給与条例(準則) 第15条)',
        '11月30日(月)の勤務のうち 1:00 は、暦の上で隣の月のものです。この月には数えません。',
        '11月14日(土)の週の振替による 7:45 は 100分の25 です(振替で週の勤務時間を超えた時間)。(給与条例(準則) 第15条)',
        '11月2日(月) 24:00–29:00 の 5:00 は 100分の25 です(正規の勤務時間の深夜)。(給与条例(準則) 第17条)',
        '60時間に数える時間は 74:46 で、60:00 を 14:46 超えています。(給与条例(準則) 第15条〔B 一部で確認〕)',
        '休日勤務手当 100分の135 は月の合計 3:30 で、支給は 4 時間です。(基発第150号〔B 一部で確認〕)',
      ]),
    );
    expect(lines.at(-1)).toMatch(
      /^60時間を超えた 14:46 について指定できる時間外勤務代休時間は .* × 0\.25 \+ 8:00 × 0\.15 = \d/,
    );
  });

  it('say when the week of short-time staff decides', () => {
    const span = { dutyDate: day('2026-11-06'), dayKind: 'dayWithoutHours', from: 540, until: 1080 } as const;
    const given = { ...full, overtime: [{ ...span, regularHours: 0, weekHours: 1860 }], reallotted: [] };
    const lines = clean(
      explain(payHours(given, { ...modelPay, shortTimeWithoutHours: 'FULL_WEEK' }).steps, paySentences),
    );
    expect(lines).toEqual(
      expect.arrayContaining([
        '11月6日(金)は勤務時間を割り振らない日です。1日 7:45 まで、かつ週の正規の勤務時間 31:00 と合わせて 38:45 になるまでは100分の100、それを超える時間は100分の125とします。(地方自治法 第203条の2第5項〔C 例規で要確認〕)',
        '11月6日(金) 9:00–16:45 の 7:45 は 100分の100 です(短時間勤務の職員の、フルタイムの勤務時間までの時間外)。(給与条例(準則) 第15条)',
        '11月6日(金) 16:45–18:00 の 1:15 は 100分の125 です(勤務日の時間外)。(給与条例(準則) 第15条)',
      ]),
    );
  });

  it('say what time off was taken and what is left', () => {
    const designation = {
      day: day('2026-12-08'),
      span: { from: 510, until: 810 },
      leave: 60,
      dayKind: 'dutyDay',
      hours: { from: 510, until: 1035 },
      breaks: [{ from: 720, until: 780 }],
      declined: false,
      workedAfterAll: 30,
    } as const;
    const late = { ...designation, day: day('2027-02-01'), dayKind: 'weeklyDayOff', declined: true } as const;
    const { steps } = timeOffInLieu(full, [designation, designation, late]);
    const lines = clean(explain(steps, timeOffSentences));
    expect(lines).toEqual(
      expect.arrayContaining([
        '週休日・休日などの時間外の60時間超 8:00 × 0.15 = 1:12。(勤務時間条例(準則) 第8条の3)',
        '12月8日(火)に 3:00 を指定します(うち 0:30 は勤務しました)。',
        '12月8日(火)にはすでに指定があります。(人事院規則15―14 第16条の3〔B 一部で確認〕)',
        '2月1日(月)は週休日です。時間外勤務代休時間を指定できるのは勤務日だけです。(勤務時間条例(準則) 第8条の3)',
        '職員が望まないため、指定しません。(勤務時間条例(準則) 第8条の3)',
        '2月1日(月)には指定できません。',
      ]),
    );
    const nothing = timeOffInLieu({ ...full, overtime: [], reallotted: [] }, []).steps;
    expect(clean(explain(nothing, timeOffSentences))[0]).toContain('60時間を超えた時間はありません。');
  });

  it('say amounts to the yen, and what is not rounded', () => {
    const lines = explain(
      [
        { says: 'holidaysCounted', figures: { fiscalYear: 2026, days: 18 }, words: { rule: 'FIXED' } },
        { says: 'hourlyDivided', figures: { base: 330_000, minutes: 111_600, sen: 212_903 } },
        { says: 'allowanceLeftOut', figures: { yen: 17_800 }, words: { allowance: 'coldArea' } },
        { says: 'shortWeekApplied', figures: { weekly: 1395, fullWeek: 2325, minutes: 66_960 } },
      ],
      hourlySentences,
    );
    expect(clean(lines)).toEqual([
      '2026年度に引く休日は 18日です(団体が定めた日数)。',
      '勤務1時間当たりの給与額は 330,000円 × 12 ÷ 1,860:00 = 2,129円03銭で、丸めません。',
      '寒冷地手当 17,800円は、団体の定めでは1時間当たりの額に入りません。',
      '短時間勤務のため、23:15 ÷ 38:45 をかけて 1,116:00 とします。',
    ]);
  });

  it('say what managers worked', () => {
    const at = (date: string, dayKind: 'dutyDay' | 'weeklyDayOff', need: 'temporary' | 'disaster' | 'none') =>
      ({ dutyDate: day(date), dayKind, need, spans: [{ from: 1200, until: 1380 }] }) as const;
    const occasions = [
      at('2026-11-07', 'weeklyDayOff', 'temporary'),
      at('2026-11-10', 'dutyDay', 'disaster'),
      at('2026-11-11', 'dutyDay', 'none'),
    ];
    const { steps } = managersAllowance(occasions, { ...modelPay, nightAllowanceForManagers: false });
    const lines = clean(explain(steps, managersSentences));
    expect(lines).toEqual(
      expect.arrayContaining([
        '11月7日(土)の週休日等の勤務は 3:00 です。6:00 を超えません。(給与法 第19条の3〔B 一部で確認〕)',
        '11月11日(水)の 3:00 に管理職員特別勤務手当はありません。臨時又は緊急の必要によるものではありません。(給与法 第19条の3〔B 一部で確認〕)',
        '職の区分が書かれていないため、額は出しません。',
      ]),
    );
    expect(lines.at(-1)).toContain('深夜の割増しは管理監督職員にも要ります。(労働基準法 第37条第4項');
  });
});

describe('sentences on days that move', () => {
  const kindOf = (each: number) => (each % 7 === 2 || each % 7 === 3 ? 'weeklyDayOff' : 'dutyDay');
  const work = day('2026-11-07');

  it('say why a 振替 is not possible', () => {
    const { steps } = judgeDayOffTransfer({
      work: day('2026-11-09'),
      from: work,
      length: 'halfDay',
      regular: 240,
      atEdge: false,
      decidedOn: day('2026-11-09'),
      kindOf,
      earlier: [],
    });
    expect(clean(explain(steps, transferSentences))).toEqual(
      expect.arrayContaining([
        '移すのは 4:00 です。正規の勤務時間が 4:00 の日からは移せません。始業か終業に続く時間でなければ移せません。(人事院規則15―14 第6条第2項〔B 一部で確認〕)',
        '4時間の勤務時間の割振り変更はできません。',
      ]),
    );
    const unknown = judgeDayOffTransfer({
      work,
      from: work + 3,
      length: 'wholeDay',
      regular: 465,
      atEdge: true,
      kindOf,
      earlier: [],
    });
    expect(clean(explain(unknown.steps, transferSentences)).join('')).toContain('前もって決めたかは見ていません。');
  });

  it('say how many minutes of a week are paid at a quarter', () => {
    const week = { day: work, allotted: 2325, worked: 2910, holidayWork: 465, movedIn: 930, shortTime: false };
    const t40 = { ...modelPay, reallottedMethod: 'T40_HOLIDAY_WEEK' } as const;
    const said = (given: typeof week, rules: typeof modelPay) =>
      clean(explain(judgeReallottedWeek(given, rules).steps, reallottedSentences)).map((line) =>
        line.replace(/\(給与.*$/, ''),
      );
    expect(said(week, t40).slice(1)).toEqual([
      '休日勤務のある週で、47:45 を超えています。割振り 38:45 + 休日勤務 7:45 = 46:30 を超えた時間を数えます。',
      '100分の25 の時間は 48:30 − 46:30 = 2:00 です。',
    ]);
    expect(said({ ...week, worked: 2865 }, t40).slice(1)).toEqual([
      '休日勤務のある週です。勤務した 47:45 は、40:00 + 休日勤務 7:45 = 47:45 以下です。',
      '100分の25 の時間はありません。',
    ]);
    expect(said({ ...week, holidayWork: 0, shortTime: true, allotted: 1860, worked: 2790 }, t40)[1]).toContain(
      '割振り 31:00 と 38:45 の大きいほう 38:45',
    );
    expect(said({ ...week, allotted: 2790, worked: 3255 }, t40)[1]).toContain(
      '割振り 46:30 と 47:45 の大きいほう 47:45',
    );
    expect(said({ ...week, holidayWork: 0 }, t40)[1]).toContain('振替前の割振り 38:45 を超えた時間');
    expect(said({ ...week, movedIn: 0, worked: 0, holidayWork: 0 }, modelPay)[1]).toContain(
      'ほかの週から移した時間がない',
    );
  });

  it('say what a day in place of a holiday does', () => {
    const input = {
      holiday: day('2025-05-03'),
      holidayKind: 'weeklyDayOff',
      isHoliday: true,
      transferred: false,
      regular: 465,
      required: 240,
    } as const;
    const named = { day: day('2025-05-04'), kind: 'weeklyDayOff', on: day('2025-05-03'), declined: true } as const;
    const said = (given: Parameters<typeof judgeCompensatoryDayOff>[0]) =>
      clean(explain(judgeCompensatoryDayOff(given).steps, compensatorySentences)).join('\n');
    expect(said(input)).toContain('5月3日(土)は週休日に当たるため、振替をしなければ週休日として扱います。');
    const all = said({ ...input, transferred: true, named });
    expect(all).toContain('代休日は、そのすべてを勤務するときに限ります。');
    expect(all).toContain('5月3日(土)より前に指定しなければなりません。');
    expect(all).toContain('休日勤務で 100分の135、それを超える勤務は時間外勤務で 100分の135 です。');
    const moved = moveHolidays([day('2026-11-03')], () => 'dutyDay');
    expect(clean(explain(moved.steps, movedHolidaySentences))).toEqual([
      '週休日に当たる祝日はありません。(給与条例(準則) 第16条)',
    ]);
    const still = moveHolidays([day('2026-11-03')], () => 'weeklyDayOff', {
      ...modelPay,
      holidayMovesToNextDutyDay: false,
    });
    expect(explain(still.steps, movedHolidaySentences)[0]).toContain('次の勤務日に移しません。');
  });
});
