import { checkBreaks } from '@tokimori/law/hours/breaks/breaks';
import { judgeBreakTogether } from '@tokimori/law/hours/breaks/together';
import type { DeclaredDay, FlextimeDeclaration } from '@tokimori/law/hours/flextime/types';
import { validateFlextime } from '@tokimori/law/hours/flextime/validate';
import { flextimeLeaveCredit, flextimeOvertime } from '@tokimori/law/hours/flextime/worked';
import { judgeRest, judgeRestWeek } from '@tokimori/law/hours/rest/rest';
import { type FlextimeRules, type HoursRules, modelHours } from '@tokimori/law/hours/rules';
import { judgeShift } from '@tokimori/law/hours/staggered/staggered';
import { checkWeeklyHours } from '@tokimori/law/hours/weekly/weekly';
import { epochDayOf } from '@tokimori/law/time/civil';
import { expect, it } from 'vitest';
import { explain } from './explain.ts';
import {
  breakSentences,
  restSentences,
  restWeekSentences,
  staggeredSentences,
  togetherSentences,
  weeklySentences,
} from './hours.ts';
import { flextimeSentences, flextimeWorkSentences } from './hours-flextime.ts';

const SUNDAY = epochDayOf(2026, 11, 1);
const whole = (lines: readonly string[]) => {
  for (const line of lines) expect(line).not.toMatch(/NaN|undefined|\(\)/);
  return lines;
};

it('says what break a day needs and where it fits', () => {
  const day = {
    regular: { from: 510, until: 1035 },
    breaks: [{ from: 720, until: 765 }],
    overtime: [{ from: 1035, until: 1065 }],
  };
  expect(explain(checkBreaks(day).steps, breakSentences)).toEqual([
    '勤務する時間は 8:30 で、8:00 を超えるため、60分以上の休憩が要ります。(労働基準法 第34条第1項)',
    '勤務の途中の休憩は 0:45 で、1:00 に 0:15 足りません。(勤務時間条例(準則) 第6条)',
    '正規の勤務の後の17:15–17:30に休憩を置き、時間外勤務をその後に始めれば足ります。(勤務時間条例(準則) 第6条)',
  ]);
  const others = [
    { ...day, overtime: [{ from: 730, until: 740 }] },
    { regular: { from: 510, until: 870 }, breaks: [], overtime: [] },
    { ...day, breaks: [{ from: 510, until: 570 }], overtime: [] },
    { ...day, overtime: [] },
  ];
  const said = whole(others.flatMap((each) => explain(checkBreaks(each).steps, breakSentences)));
  expect(said).toContain(
    '12:10–12:20の時間外勤務は休憩の中にあります。休憩の中には命令できません。(勤務時間条例(準則) 第6条)',
  );
  expect(said).toContain('勤務する時間は 6:00 で、6:00 を超えないため、休憩は要りません。(労働基準法 第34条第1項)');
  expect(said).toContain('8:30–9:30の休憩は勤務の途中にないため、数えません。(労働基準法 第34条第1項)');
  expect(said).toContain('勤務の途中の休憩は 0:45 で、0:45 以上あります。(勤務時間条例(準則) 第6条)');
});

it('says whether breaks are given at once', () => {
  const of = (number: number | null, simultaneousBreakExempt = false) =>
    explain(judgeBreakTogether(number, { simultaneousBreakExempt }).steps, togetherSentences)[0];
  expect(of(13)).toBe(
    '別表第1第13号の事業場なので、休憩を一斉に与えなくてもかまいません。(労働基準法施行規則 第31条〔B 一部で確認〕)',
  );
  expect(of(1)).toContain('条例の定めもないため、休憩は一斉に与えます');
  expect(of(1, true)).toContain('条例の定めにより');
  expect(of(null)).toContain('官公署');
});

it('says what rest lacks and how to keep it', () => {
  const rest = (end: number, target = 660, adopted = true, from = SUNDAY) =>
    explain(
      judgeRest(
        {
          end: { date: from, minute: end },
          start: { date: from + 1, minute: 510 },
          shifts: modelHours.staggered.shifts,
        },
        { ...modelHours.rest, target, adopted },
      ).steps,
      restSentences,
    );
  expect(rest(1420)).toEqual([
    '終業から次の始業まで 8:50 です。目標 11:00 − 8:50 = 2:10 足りません。(職職―78)',
    '目標を守れる最も早い始業は、11月2日(月)の 10:40 です。(職職―78)',
    '時差出勤「遅出4」(11:00–19:45)にすれば守れます。(勤務時間条例(準則) 第3条〔B 一部で確認〕)',
  ]);
  expect(rest(1290)).toEqual(['終業から次の始業まで 11:00 で、目標の 11:00 以上あります。(職職―78)']);
  expect(rest(1500)[2]).toContain('その日の 12:00 以後に始まる時差出勤の勤務がありません');
  expect(rest(1420, 660, false)[0]).toContain('定めていない団体');
  expect(rest(1420, 660, true, epochDayOf(2024, 3, 31))[0]).toContain(
    '令和6年3月31日(日)には、まだ勤務間のインターバルの定めがありません',
  );
  const week = (...intervals: readonly number[]) =>
    explain(
      judgeRestWeek(
        intervals.map((interval, at) => ({ date: SUNDAY + at, interval })),
        modelHours.rest,
      ).steps,
      restWeekSentences,
    );
  expect(week(660, 660, 660, 0, 0)).toEqual([
    '勤務した 5日のうち 3日で 11:00 以上あり、目標の 3日に届いています。(職職―78)',
  ]);
  expect(week(660, 0, 0, 0)).toEqual([
    '勤務した 4日のうち 11:00 以上あるのは 1日で、目標の 3日に届きません。(職職―78)',
  ]);
});

it('says why a shift is granted or not', () => {
  const said = (change: Partial<Parameters<typeof judgeShift>[0]>, rules: HoursRules = modelHours) =>
    whole(
      explain(
        judgeShift(
          { shift: '早出1', ground: 'child', requestedOn: SUNDAY, from: SUNDAY + 1, hindersDuty: false, ...change },
          rules,
        ).steps,
        staggeredSentences,
      ),
    );
  expect(said({})).toEqual([
    '小学校を修了するまでの子を養育する職員なので、条例により早出遅出勤務を請求できます。(勤務時間条例(準則) 第8条の2)',
    '7:30–16:15の勤務は、休憩を除いて 7:45 で、1日の勤務時間を変えません。(勤務時間条例(準則) 第3条第2項)',
    '請求は11月1日(日)までで、11月1日(日)に請求されています。(勤務時間条例(準則) 第3条〔B 一部で確認〕)',
    'この勤務を認めます。(勤務時間条例(準則) 第8条の2)',
  ]);
  const narrow = { ...modelHours, staggered: { ...modelHours.staggered, offeredTo: 'childOrCare' } } as const;
  expect(said({ ground: 'other' }, narrow)[0]).toContain('限られています');
  const own = { name: '短', from: 540, until: 960, breaks: [{ from: 720, until: 730 }] };
  const short = { ...modelHours, staggered: { ...modelHours.staggered, shifts: [own] } };
  const lines = said({ shift: '短', ground: 'care', requestedOn: SUNDAY + 1, hindersDuty: true }, short).join('\n');
  expect(lines).toContain('家族を介護する職員');
  expect(lines).toContain('休憩を除いて 6:50 で、1日の勤務時間 7:45 と違います');
  expect(lines).toContain('休憩は 0:10 で、0:45 に足りません');
  expect(lines).toContain('請求は11月1日(日)までですが、11月2日(月)に請求されています');
  expect(lines).toContain('支障がある');
  expect(said({ shift: '夜', ground: 'other' })[2]).toContain('「夜」という勤務は定められていません');
});

it('says whether allotted weeks keep their hours', () => {
  const said = (category: Parameters<typeof checkWeeklyHours>[0], ...days: readonly number[]) =>
    whole(
      explain(
        checkWeeklyHours(
          category,
          [[0, days[0] ?? 0, days[1] ?? 0, days[2] ?? 0, days[3] ?? 0, days[4] ?? 0, days[5] ?? 0]],
          modelHours,
        ).steps,
        weeklySentences,
      ),
    );
  expect(said('fullTime', 465, 465, 465, 465, 465)).toEqual([
    '1週間に割り振った時間は 38:45、定めは 38:45 です。(勤務時間条例(準則) 第2条第1項)',
    '勤務時間を割り振らない日は 2日、要るのは 2日以上です。(勤務時間条例(準則) 第4条第2項〔B 一部で確認〕)',
    '1週間当たりの勤務時間の定めを守っています。(勤務時間条例(準則) 第2条第1項)',
  ]);
  expect(said('fullTime', 465)[0]).toContain('(一致しません)');
  expect(said('shortTimeReappointee', 466, 465)[0]).toContain('定めは 15:30 から 31:00 までです');
  expect(said('fiscalYearPartTime', 466, 465)[1]).toContain(
    '1週目の2日目の 7:46 は、1日の勤務時間 7:45 を超えています',
  );
});

const day = (at: number, from: number, until: number, kind: DeclaredDay['kind'] = 'dutyDay'): DeclaredDay => ({
  date: SUNDAY + at,
  kind,
  hours: until > from ? { from, until } : null,
  breaks: until - from > 360 ? [{ from: from + 180, until: from + 240 }] : [],
});

it('says everything about a declaration', () => {
  const said = (
    own: Readonly<Record<number, DeclaredDay>>,
    flex: Partial<FlextimeRules> = {},
    change: Partial<FlextimeDeclaration> = {},
  ) => {
    const days = Array.from(
      { length: 7 },
      (_, at) => own[at] ?? (at % 6 === 0 ? day(at, 0, 0, 'weeklyDayOff') : day(at, 510, 1035)),
    );
    const rules = { ...modelHours, flextime: { ...modelHours.flextime, period: 'oneWeek', ...flex } } as const;
    const moved = (change.from ?? SUNDAY) - SUNDAY;
    const declaration = {
      from: SUNDAY,
      declaredOn: SUNDAY - 1,
      ground: 'other',
      ...change,
      days: days.map((each) => ({ ...each, date: each.date + moved })),
    } as const;
    return whole(explain(validateFlextime(declaration, rules).steps, flextimeSentences));
  };
  expect(said({ 1: day(1, 510, 1020) })).toEqual([
    '単位期間の初日には、令和7年4月1日からのフレックスタイム制の定めが適用されます。(人事院規則15―14 第3条第1項)',
    '割り振った時間は 38:30、要る時間は 38:45 × 1週 の 38:45 です。(労働基準法 第32条の2第1項〔B 一部で確認〕)',
    '合計が 0:15 足りません。(勤務時間条例(準則) 第2条第1項)',
    '申告のとおりには割り振れません(1件)。(勤務時間条例(準則) 第3条第3項〔B 一部で確認〕)',
  ]);
  const all = [
    said({ 1: day(1, 510, 1050) }),
    said(
      { 1: day(1, 270, 1335), 2: day(2, 0, 0), 3: day(3, 0, 0), 4: { ...day(4, 511, 1035), breaks: [] } },
      { maxPerDay: 600 },
    ),
    said({ 1: day(1, 510, 570), 2: day(2, 510, 570) }),
    said({ 0: day(0, 540, 600, 'weeklyDayOff'), 1: day(1, 0, 0) }, { zeroDay: 'none' }, { declaredOn: SUNDAY }),
    said({ 2: day(2, 510, 1020, 'legalHoliday') }, { leaveDayStandard: 'fullDay' }),
    said({ 1: day(1, 0, 0) }, {}, { from: epochDayOf(2025, 3, 2), declaredOn: epochDayOf(2025, 3, 1) }),
    said({}),
  ].flat();
  const text = all.join('\n');
  for (const part of [
    '合計が 0:15 多くなっています',
    '11月2日(月)の4:30–22:15は、勤務できる5:00–22:00の外に出ています',
    '11月2日(月)の 16:45 は、1日の最長 10:00 を超えています',
    '11月4日(水): 勤務時間を割り振らない日は週に 1日までですが、この週には 2日あります',
    '11月5日(木)の8:31–17:15は、15分の刻みに合いません',
    '11月5日(木)の休憩は 0:00 で、1:00 に足りません',
    '11月2日(月)は、コアタイムと最短の時間の例外とする日です',
    '11月3日(火)は、コアタイムの9:00–16:00の中の勤務が 0:30 で、続けて 2:00 に足りません',
    '11月3日(火)の 1:00 は、1日の最短 2:00 に足りません',
    '11月1日(日)は週休日なので、1:00 を割り振れません',
    '11月2日(月)を勤務時間を割り振らない日にすることはできません',
    '申告は10月31日(土)までですが、11月1日(日)に申告されています',
    '11月3日(火)は休日なので、7:45 を割り振ります(申告は 7:30 です)',
    '3月3日(月)を勤務時間を割り振らない日にすることは、令和7年4月1日より前に始まる期間では、育児と介護に限られます',
    '11月3日(火)は、勤務時間を割り振らない日です',
    '申告のとおり割り振れます',
  ])
    expect(text).toContain(part);
});

it('says what counts on a flextime day', () => {
  const worked = [{ from: 1035, until: 1095 }];
  const said = [
    day(1, 510, 1035),
    day(1, 0, 0),
    day(1, 0, 0, 'weeklyDayOff'),
    day(1, 510, 1035, 'legalHoliday'),
  ].flatMap((each) => explain(flextimeOvertime(each, worked).steps, flextimeWorkSentences));
  expect(whole(said)).toEqual([
    '割り振った 7:45 の外の 1:00 が時間外勤務です(60時間までは 125/100)。(給与条例(準則) 第15条〔B 一部で確認〕)',
    '勤務時間を割り振らない日の 1:00 はすべて時間外勤務です(60時間までは 135/100)。(給与条例(準則) 第15条〔B 一部で確認〕)',
    '週休日の 1:00 はすべて時間外勤務です(60時間までは 135/100)。(給与条例(準則) 第15条〔B 一部で確認〕)',
    '休日に割り振った 7:45 の外の 1:00 が時間外勤務です(60時間までは 135/100)。(給与条例(準則) 第15条〔B 一部で確認〕)',
  ]);
  const full = { ...modelHours, flextime: { ...modelHours.flextime, leaveDayStandard: 'fullDay' } } as const;
  const credit = [modelHours, full].flatMap((rules) =>
    explain(flextimeLeaveCredit(day(1, 510, 1155), rules).steps, flextimeWorkSentences),
  );
  expect(credit).toEqual([
    '1日の休暇は、その日に割り振った 9:45 と数えます。(勤務時間条例(準則) 第11条〔C 例規で要確認〕)',
    '1日の休暇は、割り振った 9:45 にかかわらず 7:45 と数えます。(勤務時間条例(準則) 第11条〔C 例規で要確認〕)',
  ]);
});
