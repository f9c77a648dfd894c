import { describe, expect, test } from 'vitest';
import { modelParameters } from './parameters/table.ts';
import { fileOf, head, problemsOf, told, versionsIn } from './testing/town-files.ts';

describe('what may be left out', () => {
  test('everything: then it is the model', () => {
    expect(versionsIn(`${head}  - effectiveFrom: "2026-04-01"\n`)).toEqual([modelParameters]);
    expect(versionsIn(fileOf('{}'))).toEqual([modelParameters]);
    expect(versionsIn(fileOf('pay:\nhealth:\n  guidance:'))).toEqual([modelParameters]);
  });

  test('members of a group and of an object; a list is replaced whole', () => {
    const [first] = versionsIn(
      fileOf(
        'allotment: { breaks: [{ from: "12:15", until: "13:15" }] }\nhealth:\n  stressGroup: { minimum: 12 }\n  guidance: { month: { fires: moreThan } }\nanniversaries: [{ on: "06-23", name: 慰霊の日 }]',
      ),
    );
    expect(first?.allotment).toEqual({ hours: { from: 510, until: 1035 }, breaks: [{ from: 735, until: 795 }] });
    expect(first?.health.stressGroup).toEqual({ ...modelParameters.health.stressGroup, minimum: 12 });
    expect(first?.health.guidance.month).toEqual({ hours: 6000, fires: 'moreThan' });
    expect(first?.anniversaries).toEqual([{ on: '06-23', name: '慰霊の日' }]);
  });

  test('a later version begins with the one before it', () => {
    const versions = versionsIn(
      fileOf(
        'dayBoundary: "4:00"\npay: { sixtyExcludes: SUNDAY_TYPE }',
        'pay: { halfDay: "3:45" }',
        'dayBoundary: "5:00"',
      ),
    );
    expect(versions.map(({ dayBoundary, pay }) => [dayBoundary, pay.sixtyExcludes, pay.halfDay])).toEqual([
      [240, 'SUNDAY_TYPE', 240],
      [240, 'SUNDAY_TYPE', 225],
      [300, 'SUNDAY_TYPE', 225],
    ]);
  });
});

describe('parameters that follow another one', () => {
  test('take its value, version by version', () => {
    const versions = versionsIn(fileOf('restTarget: "9:00"', 'restTarget: "10:00"'));
    expect(versions.map(({ hours }) => hours.rest.target)).toEqual([540, 600]);
  });

  test('are refused another value where they say the same thing', () => {
    expect(told(fileOf('statutoryHours: { weekStart: 1 }\npay: { weekStart: 0 }'))).toEqual([
      '6 pay.weekStart 「statutoryHours.weekStart」(月)と同じ値にします。この行がなければ、同じになります。',
    ]);
    expect(versionsIn(fileOf('statutoryHours: { weekStart: 1 }\npay: { weekStart: 1 }'))[0]?.pay.weekStart).toBe(1);
  });

  test('that only start from it keep what was once said', () => {
    const versions = versionsIn(
      fileOf(
        'records: { discrepancy: { afterDuty: "0:20" } }',
        'discrepancyThreshold: "0:15"',
        'discrepancyThreshold: "0:10"',
      ),
    );
    expect(versions.map(({ records: { discrepancy: d } }) => [d.afterDuty, d.afterOvertime])).toEqual([
      [20, 30],
      [20, 15],
      [20, 10],
    ]);
  });

  test('do not repeat what is wrong with it', () => {
    expect(told(fileOf('restTarget: 9'))).toHaveLength(1);
  });
});

describe('what is refused', () => {
  test.each([
    ['dayBoundry: "4:00"', '5 dayBoundry 知らない項目です。「dayBoundary」の書き間違いではありませんか。'],
    ['DayBoundary: "4:00"', '5 DayBoundary 知らない項目です。「dayBoundary」の書き間違いではありませんか。'],
    ['hat: 1', '5 hat 知らない項目です。名前を確かめて直すか、取り除いてください。'],
    ['pay: { monthCloseDay: 3 }', '5 pay.monthCloseDay ここには書けません。parameters の「monthCloseDay」に書きます。'],
    ['minimum: 12', '5 minimum ここには書けません。parameters の「health.stressGroup.minimum」に書きます。'],
    ['allotment: { hour: 1 }', '5 allotment.hour 知らない項目です。「hours」の書き間違いではありませんか。'],
    ['dayBoundary: 4', '5 dayBoundary 値 4 は使えません。"h:mm"(0:00〜12:00) を書きます。単位のない数では読めません。'],
    ['dayBoundary: "4:60"', '5 dayBoundary 値 "4:60" は使えません。"h:mm"(0:00〜12:00) を書きます。'],
    ['dayBoundary: "12:01"', '5 dayBoundary 値 "12:01" は使えません。"h:mm"(0:00〜12:00) を書きます。'],
    [`dayBoundary: "\uff14:00"`, '全角の文字を半角に直してください。'],
    ['dayBoundary:', '5 dayBoundary 値が空です。"h:mm"(0:00〜12:00) を書きます。'],
    ['nearPercent: 0', '5 nearPercent 値 0 は使えません。1〜100 の整数(%) を書きます。'],
    ['nearPercent: 101', '5 nearPercent 値 101 は使えません。1〜100 の整数(%) を書きます。'],
    ['nearPercent: 80.5', '5 nearPercent 値 80.5 は使えません。1〜100 の整数(%) を書きます。'],
    [
      'nearPercent: "80"',
      '5 nearPercent 値 "80" は使えません。1〜100 の整数(%) を書きます。引用符を付けずに書いてください。',
    ],
    [
      'yearEndClosing: { from: "02-30" }',
      '5 yearEndClosing.from 値 "02-30" は使えません。"MM-DD"(暦にある月日) を書きます。',
    ],
    ['pay: 5', '5 pay 値 5 は使えません。字下げした項目('],
    ['weeklyDaysOff: []', '5 weeklyDaysOff 値 [] は使えません。[ ] の並び(1〜6個'],
    ['weeklyDaysOff: [0, 0]', '5 weeklyDaysOff 値 [0,0] は使えません。'],
    ['weeklyDaysOff: 0', '5 weeklyDaysOff 値 0 は使えません。[ ] の並び'],
    ['weeklyDaysOff:\n  - 0\n  - 7', '7 weeklyDaysOff[1] 値 7 は使えません。0(日)、1(月)'],
    [
      'allotment:\n  breaks:\n    - { from: "12:00" }',
      '7 allotment.breaks[0].until 項目がありません。"h:mm"(0:00〜48:00) を書きます。',
    ],
    [
      'pay: { sixtyExcludes: none }',
      '5 pay.sixtyExcludes 値 "none" は使えません。NONE(なし(すべて数える))、SUNDAY_TYPE(日曜日またはこれに相当する日) のどれか を書きます。大文字と小文字を NONE のとおりに書いてください。',
    ],
    [
      'hours: { rest: { adopted: yes } }',
      '5 hours.rest.adopted 値 "yes" は使えません。true(置いた)か false(置いていない) を書きます。引用符を付けずに true か false と書いてください。',
    ],
    [
      'health: { procedure: { terms: { opinion: { weeks: 2 } } } }',
      '5 health.procedure.terms.opinion 値 {"weeks":2} は使えません。{ days: 日数 }',
    ],
    ['leave: { sickChildUntil: 10 }', '5 leave.sickChildUntil 値 10 は使えません。'],
    ['leave: { firstYearDays: [1, 2] }', '5 leave.firstYearDays 値 [1,2] は使えません。[ ] の並び(12個)'],
  ])('%s', (text, message) => {
    const [first, ...others] = told(fileOf(text));
    expect(first).toContain(message);
    expect(others).toEqual([]);
  });

  test('statutory numbers, with the article', () => {
    expect(told(fileOf('monthlyCap: "50:00"\npay: { overtimeRate: 130 }\nrestrictions: { limit24: "30:00" }'))).toEqual(
      [
        '5 monthlyCap 月の上限(45時間以下、他律部署は100時間未満)は法令の数字で(人事院規則15―14 第16条の2の2第1項第1号イ(1))、団体では変えられません。この行を取り除いてください。',
        '6 pay.overtimeRate 支給割合(125/100、135/100、150/100、25/100など)は法令の数字で(労働基準法 第37条第1項)、団体では変えられません。この行を取り除いてください。',
        '7 restrictions.limit24 育児・介護の制限(月24時間、年150時間)は法令の数字で(育児・介護休業法 第17条)、団体では変えられません。この行を取り除いてください。',
      ],
    );
    expect(problemsOf(fileOf('monthly_cap: 1'))[0]?.english).toMatch(/fixed by law/);
  });
});

describe('versions', () => {
  const days = (...list: readonly string[]) => head + list.map((day) => `  - effectiveFrom: "${day}"\n`).join('');
  test('ascend, and no two begin on the same day', () => {
    expect(told(days('2026-04-01', '2025-04-01', '2025-04-01'))).toEqual([
      '4 versions[1].effectiveFrom 前の版(2026-04-01)より後の日にします。版は古い順に並べます。',
      '5 versions[2].effectiveFrom 同じ適用開始日の版が2つあります。一つにまとめてください。',
    ]);
  });
  test('there is at least one, and it has a day of the calendar', () => {
    expect(told('municipality: { code: "131016", name: 千代田区 }\n')[0]).toContain('versions 項目がありません。');
    expect(told(`${head.trimEnd()} []\n`)[0]).toContain('versions 値 [] は使えません。');
    expect(told(days('2026-02-29'))[0]).toContain('3 versions[0].effectiveFrom 値 "2026-02-29" は使えません。');
    expect(told(`${head}  - parameters: { hat: 1 }\n`)).toHaveLength(2);
    expect(told(`${head}  - effectiveFrom: "2026-04-01"\n    parameters: 5\n`)[0]).toContain('versions[0].parameters');
  });
});

test('the municipality is named by a code with its check digit', () => {
  const withCode = (code: string) => told(fileOf('{}').replace('"131016"', code));
  expect(withCode('"131017"')[0]).toContain(
    '1 municipality.code 値 "131017" は使えません。引用符で囲んだ6桁の全国地方公共団体コード を書きます。検証数字(6桁目)が合いません。',
  );
  expect(withCode('131016')[0]).toContain('引用符がないと、先頭の0が失われます。');
  expect(withCode('"13101"')).toHaveLength(1);
});

test('all problems are told at once, by line, each with its key, in both languages', () => {
  const problems = problemsOf(
    `hat: 1\nmunicipality: { code: "131017" }\nversions:\n  - effectiveFrom: "2026-04-01"\n    parameters:\n      nearPercent: 0\n      dayBoundary: 1\n  - effectiveFrom: 2027\n    parameters: { restTarget: 1 }\n`,
  );
  expect(problems.map(({ line, key }) => `${line} ${key}`)).toEqual([
    '1 hat',
    '2 municipality.code',
    '2 municipality.name',
    '6 nearPercent',
    '7 dayBoundary',
    '8 versions[1].effectiveFrom',
    '9 restTarget',
  ]);
  for (const { file, message, english } of problems) {
    expect(file).toBe('town.yaml');
    expect(message).toMatch(/。$/);
    expect(english).toMatch(/^[ -~]+$/);
  }
});
