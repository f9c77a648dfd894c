import type { Step } from '@tokimori/law/decision/decision';
import { judgeClipped } from '@tokimori/law/record-keeping/clipped/judge-clipped';
import type { DeclaredMonth } from '@tokimori/law/record-keeping/clipped/types';
import { judgeDiscrepancy } from '@tokimori/law/record-keeping/discrepancy/judge-discrepancy';
import { type SettlementInput, settleDifference } from '@tokimori/law/record-keeping/discrepancy/settle';
import type { DayRecords } from '@tokimori/law/record-keeping/discrepancy/types';
import {
  type DepartmentRecording,
  judgeRecording,
} from '@tokimori/law/record-keeping/recording-method/judge-recording';
import { judgeRetention } from '@tokimori/law/record-keeping/retention/retention';
import { modelRecordKeeping, recordKinds } from '@tokimori/law/record-keeping/rules';
import { judgeLedger, type LedgerInput } from '@tokimori/law/record-keeping/wage-ledger/judge-ledger';
import type { LedgerEntry } from '@tokimori/law/record-keeping/wage-ledger/types';
import { parseLocalDate } from '@tokimori/law/time/civil';
import { parseYearMonth } from '@tokimori/law/time/months';
import { describe, expect, it } from 'vitest';
import { explain } from './explain.ts';
import { clippedSentences, recordingSentences, retentionSentences } from './record-keeping.ts';
import { discrepancySentences, ledgerSentences, settlementSentences } from './record-keeping-days.ts';
import type { Sentences } from './sentence.ts';

const day = (text: string): number => parseLocalDate(text) ?? Number.NaN;
const APRIL = parseYearMonth('2026-04') ?? Number.NaN;

/** Sentences of a real decision: none may lack a figure or a word. */
function told<Name extends string>(steps: readonly Step<Name>[], sentences: Sentences<Name>): readonly string[] {
  const lines = explain(steps, sentences);
  expect(lines.join('\n')).not.toMatch(/NaN|undefined|null|\(\)|[a-z]{4,}/);
  return lines;
}

describe('the sentences of retention', () => {
  it('tell the term, the pay day and the refusal', () => {
    const input = { kind: 'wageLedger', startedOn: day('2023-03-31'), payDay: day('2023-04-21') } as const;
    expect(told(judgeRetention({ ...input, asOf: day('2026-04-20') }).steps, retentionSentences)).toEqual([
      '最後に記入した日は 令和5年3月31日 です。保存期間は 令和5年3月31日 から数えます。(労働基準法施行規則 第56条第1項第2号〔B 一部で確認〕)',
      '賃金の支払期日 令和5年4月21日 のほうが遅いため、その日から数えます。(労働基準法施行規則 第56条第2項〔B 一部で確認〕)',
      '条文は 5年ですが、当分の間は 3年とされています。(労働基準法 附則第143条第1項〔B 一部で確認〕)',
      '法令の保存期間は 3年で、令和5年4月21日 から数えると 令和8年4月21日 の前日までです。(労働基準法 第109条〔B 一部で確認〕)',
      '把握ガイドラインも 3年の保存を求めています。(労働時間把握ガイドライン 4(5))',
      '団体の保存期間は 5年で、令和5年4月21日 から数えると 令和10年4月21日 の前日までです。(民法 第143条第2項〔B 一部で確認〕)',
      '令和8年4月20日 には削除できません。削除できるのは 令和10年4月21日 からです(あと732日)。(民法 第143条第2項〔B 一部で確認〕)',
    ]);
  });

  it.each(recordKinds)('can all be said of %s', (kind) => {
    for (const startedOn of [null, day('2021-06-30')]) {
      for (const asOf of ['2021-07-01', '2025-01-01', '2030-01-01']) {
        for (const retentionFrom of ['recordEnd', 'nextFiscalYear'] as const) {
          const rules = { ...modelRecordKeeping, retentionFrom, retentionYears: kind === 'hiring' ? 1 : 5 };
          const { steps } = judgeRetention({ kind, startedOn, asOf: day(asOf) }, rules);
          expect(told(steps, retentionSentences).length).toBeGreaterThan(0);
        }
      }
    }
  });
});

describe('the sentences of the recording method', () => {
  const department: DepartmentRecording = {
    department: '保育課',
    days: { ic: 0, pc: 0, gate: 0, manager: 0, self: 1200, none: 4 },
    selfDeclaring: [{ person: '1', explainedOn: null }],
    timeKeepers: [{ person: '2', explainedOn: null }],
    surveyedOn: null,
  };
  const asOf = day('2026-11-28');

  it('tell shares and what is owed', () => {
    expect(told(judgeRecording([department], asOf).steps, recordingSentences)).toEqual([
      '保育課の 1,204人日は、ICカード 0、PC 0、入退庁 0、所属長の現認 0、自己申告 1,200、記録なし 4 です。(労働時間把握ガイドライン 4(2))',
      '保育課は記録のある 1,200人日のすべてが自己申告だけです。客観的な記録か現認を基礎にしてください。(労働時間把握ガイドライン 4(2))',
      '保育課に始業・終業の記録がない日が 4人日あります。(労働時間把握ガイドライン 4(1))',
      '保育課の自己申告の職員 1人のうち 1人に、適正な申告についての説明が済んでいません。(労働時間把握ガイドライン 4(3)ア)',
      '保育課の労働時間を管理する者 1人のうち 1人に、講ずべき措置の説明が済んでいません。(労働時間把握ガイドライン 4(3)イ)',
      '保育課では、申告と実際の労働時間の実態調査をまだ行っていません。(労働時間把握ガイドライン 4(3)ウ)',
      'この団体は自己申告だけで労働時間を把握しています。(労働時間把握ガイドライン 4(2))',
      '残っている措置は 4件です。労務管理の責任者が管理します。(労働時間把握ガイドライン 4(6))',
    ]);
  });

  it('tell a mixed and an objective department, and an old and a new survey', () => {
    const mixed = { ...department, days: { ...department.days, ic: 10, none: 0 }, surveyedOn: day('2025-01-01') };
    const objective = { ...mixed, department: '総務課', selfDeclaring: [], days: { ...mixed.days, self: 0 } };
    const surveyed = { ...mixed, department: '税務課', surveyedOn: asOf };
    const lines = told(judgeRecording([mixed, objective, surveyed], asOf).steps, recordingSentences);
    expect(lines).toContain(
      '保育課の実態調査から 12か月を過ぎました。実態調査を行ってください。(労働時間把握ガイドライン 4(3)ウ)',
    );
    expect(lines).toContain(
      '保育課は記録のある 1,210人日のうち 1,200人日が自己申告だけで、0% を超えています。(労働時間把握ガイドライン 4(2))',
    );
    expect(lines).toContain('税務課の実態調査は 12か月以内に行われています。(労働時間把握ガイドライン 4(3)ウ)');
    expect(told(judgeRecording([], asOf).steps, recordingSentences)[0]).toContain('残っている措置はありません。');
  });
});

describe('the sentences of the watch of declarations', () => {
  const months = (person: string, group: string, totals: readonly number[]): readonly DeclaredMonth[] =>
    totals.map((declared, at) => ({ person, group, month: APRIL + at, declared, undeclared: 600 }));

  it('tell n, what was observed and expected, and how rare it is', () => {
    const all = [
      ...months('1', '税務課', [2700, 2699, 2693]),
      ...months('2', '税務課', [2687, 2681]),
      ...months('3', '土木課', [2671, 2611, 2611]),
      ...months('4', '土木課', [2697]),
    ];
    const lines = told(judgeClipped(all).steps, clippedSentences);
    expect(lines.slice(0, 4)).toEqual([
      '9人月のうち、申告にない在庁が 2:00 を超える 9人月を調べました。客観的な記録がない 0人月は調べていません。',
      '申告はおよそ 1分きざみです。',
      '職員 2通り、所属 1通り、同じ時間数 0通りを比べました。正しい申告ばかりのとき、どれか1つでも誤って目立つと出る確率は、それぞれ 1.0% 以下です。',
      '全体は、月の上限 45:00 の手前 0:30 以内の申告が 9人月のうち 7人月あります(前後 5:00 と同じ散らばりなら 0.9人月)。偶然にこうなるのは多くても 272,955回に1回で、上限に合わせた申告がないか確かめてください。(労働時間把握ガイドライン 4(3)オ〔C 例規で要確認〕)',
    ]);
    expect(lines).toContain(
      '税務課は、月の上限 45:00 の近くの申告が 5人月しかないため、判定しません(5人月・3人から判定します)。(労働時間把握ガイドライン 4(3)オ〔C 例規で要確認〕)',
    );
    expect(lines).toContain(
      '職員 3は、月の上限 45:00 の手前 0:30 以内の申告が 3人月のうち 1人月です(散らばりから見込む数は 0.3人月)。偶然でも起こる数です。(労働時間把握ガイドライン 4(3)オ〔C 例規で要確認〕)',
    );
    expect(lines.at(-1)).toBe(
      'これは確かめるきっかけです。申告はこの結果によって拒まれず、減らされません。(労働時間把握ガイドライン 4(3)オ)',
    );
  });

  it('tell repeated totals, and that nothing was found', () => {
    const lines = (totals: readonly number[]) =>
      told(judgeClipped(months('1', '税務課', totals)).steps, clippedSentences);
    expect(lines([1200, 1200, 1200, 1200, 1200, 1200]).join('')).toContain(
      '職員 1は、6か月のうち 6か月で同じ 20:00 を申告し、在庁はそれを超えています。偶然にこうなるのは多くても 7,776回に1回で、実際の時間の申告になっているか確かめてください。',
    );
    expect(lines([1200, 1200, 1111, 1071, 1301, 1033]).join('')).toContain(
      '同じ 20:00 を申告しています。偶然でも起こる数です。',
    );
    expect(lines([1200, 1200]).join('')).toContain('2か月しかないため判定しません(6か月から判定します)。');
    expect(told(judgeClipped([]).steps, clippedSentences).join('')).toContain(
      '上限の手前に在庁だけが続く月は見当たりません。',
    );
  });
});

const records: DayRecords = {
  day: day('2026-11-04'),
  shownOn: day('2026-11-05'),
  allotment: { kind: 'dutyDay', hours: { from: 510, until: 1035 }, breaks: [] },
  ordered: [{ span: { from: 1035, until: 1170 }, minutes: 135 }],
  declared: null,
  records: [{ source: 'card', stays: [{ from: 502, until: 1260 }] }],
  managerial: false,
};

describe('the sentences of a day', () => {
  it('tell the record, the difference and who has to answer by when', () => {
    expect(told(judgeDiscrepancy(records).steps, discrepancySentences)).toEqual([
      '在庁はカードの打刻により 8:22–21:00 とします(ほかに出退勤のそろった記録がないため)。(労働時間把握ガイドライン 4(2)イ)',
      '割振り 17:15、命令 19:30 までです。説明のつく在庁は 19:30 までです。(労働時間把握ガイドライン 4(1))',
      '始業前の在庁 0:08 は、この団体では理由をうかがいません。(労働時間把握ガイドライン 4(3)ウ)',
      '時間外勤務の終わりの後の在庁が 19:30–21:00 のうち 1:30 あり、基準の 0:30 超に当たるため、理由をうかがいます。(労働時間把握ガイドライン 4(3)ウ)',
      '差異の 1:30 は 1:00 を超え、著しい乖離に当たるため、実態を調査して補正します。(労働時間把握ガイドライン 4(3)ウ〔C 例規で要確認〕)',
      '令和8年11月12日 までに本人が理由を答えます。(労働時間把握ガイドライン 4(3)エ)',
      '令和8年11月19日 までに所属長が理由を確認します。(労働時間把握ガイドライン 4(3)エ)',
      '令和8年12月5日 までに人事課が実態を調査します。(労働時間把握ガイドライン 4(3)エ)',
    ]);
  });

  it('can be said of every kind of day', () => {
    const model = modelRecordKeeping.discrepancy;
    const gate = { source: 'gate', stays: [{ from: 480, until: 1400 }] } as const;
    const open = { source: 'pc', stays: [{ from: 480, until: null }] } as const;
    const all: readonly (readonly [Partial<DayRecords>, Partial<typeof model>])[] = [
      [{ managerial: true }, {}],
      [{ records: [open] }, {}],
      [{ records: [...records.records, gate, open] }, {}],
      [{ records: [...records.records, gate] }, { wins: 'widest', beforeStart: 5 }],
      [{ declared: { from: 450, until: 1300 } }, {}],
      [{ declared: { from: 510, until: 1230 } }, { fires: 'atLeast' }],
      [{ allotment: { kind: 'weeklyDayOff' }, ordered: [] }, {}],
      [{ ordered: [], records: [{ source: 'card', stays: [{ from: 510, until: 1070 }] }] }, {}],
    ];
    const lines = all.flatMap(([day, rules]) =>
      told(judgeDiscrepancy({ ...records, ...day }, { ...model, ...rules }).steps, discrepancySentences),
    );
    expect(lines.join('\n')).toContain('割振りも命令も申告もありません。説明のつく在庁は 8:22 までです。');
    expect(lines.join('\n')).toContain('勤務時間の終わりの後の在庁が 17:15–17:50 のうち 0:35 あり');
    expect(lines.join('\n')).toContain('申告された 19:30–20:30 のうち 1:00 は在庁していますが、命令がありません。');
  });
});

describe('the sentences of a settlement', () => {
  const [difference] = judgeDiscrepancy(records).outcome.differences;
  if (difference === undefined) throw new Error('no difference');
  const on = day('2026-11-06');
  const base: SettlementInput = {
    staffMember: '1',
    difference,
    mustInvestigate: true,
    shownOn: day('2026-11-05'),
    answer: null,
    finding: null,
    asOf: day('2026-11-20'),
  };
  const study = { says: 'notWork', by: '1', on, reason: 'selfStudy' } as const;
  const worked = { from: 1150, until: 1260 };

  it('tell how study became work', () => {
    const finding = { found: 'work', by: '2', on, investigated: true, worked } as const;
    expect(told(settleDifference({ ...base, answer: study, finding }).steps, settlementSentences)).toEqual([
      '本人は勤務ではないと答えました(自主的な研修・学習)。(労働時間把握ガイドライン 4(3)エ)',
      '本人以外の者が 19:10–21:00 の 1:50 を、指揮命令の下の勤務と認めました。(労働時間把握ガイドライン 4(3)エ)',
      'うち 0:20 は差異の外です。(労働時間把握ガイドライン 4(2)イ)',
      '1:50 を勤務として補正し、上限・手当・健康の計算に入れます。(総行公第139号 2(1))',
    ]);
  });

  it('can all be said', () => {
    const not = { found: 'notWork', by: '2', on, investigated: false, ground: '終電を待っていた' } as const;
    const work = { says: 'work', by: '1', on, worked } as const;
    const all = [
      base,
      { ...base, answer: study },
      { ...base, answer: study, finding: not },
      { ...base, answer: study, finding: { ...not, investigated: true } },
      { ...base, answer: work, finding: not },
    ];
    const lines = all.flatMap((input) => told(settleDifference(input).steps, settlementSentences)).join('\n');
    expect(lines).toContain('本人の理由を待っています。期限は 令和8年11月12日 です。');
    expect(lines).toContain('期限の 令和8年11月12日 を 8日過ぎています。');
    expect(lines).toContain('本人以外の者が、勤務ではないと確認しました(終電を待っていた)。');
    expect(lines).toContain('令和8年11月13日 までに人事課が調べて決めます。');
  });
});

describe('the sentences of the wage ledger', () => {
  const period = { from: day('2026-06-01'), through: day('2026-06-30') };
  const lines = [{ name: '給料', yen: 300_000 }];
  const sound: LedgerEntry = {
    period,
    daysWorked: 20,
    worked: 9300,
    overtime: 0,
    holidayWork: 0,
    night: 0,
    pay: lines,
    deductions: [],
  };
  const person = { name: '汐見', sex: 'female', exempt: null, hiredByDay: false, beyondOneMonth: false } as const;
  const input: LedgerInput = {
    person,
    period,
    records: { daysWorked: 20, worked: 9300, overtime: 0, holidayWork: 0, night: 0 },
    pay: lines,
    deductions: [],
  };
  const of = (changed: Partial<LedgerEntry>): string =>
    told(judgeLedger({ ...input, records: null, entered: { ...sound, ...changed } }).steps, ledgerSentences).join('\n');

  it.each([
    [{ daysWorked: 31 }, '労働日数 31日が、計算期間の 30日より多くなっています。'],
    [{ daysWorked: 0 }, '労働日数が 0日なのに、労働時間数が 155:00 あります。'],
    [{ worked: 0 }, '労働日数が 20日なのに、労働時間数が 0:00 です。'],
    [{ daysWorked: 2 }, '労働時間数 155:00 が、労働日数の全時間 48:00 より多くなっています。'],
    [{ overtime: 9301 }, '時間外労働と休日労働を合わせた 155:01 が、労働時間数 155:00 より多くなっています。'],
    [{ night: 9301 }, '深夜労働 155:01 が、労働時間数 155:00 より多くなっています。'],
    [{ daysWorked: 10, night: 7201 }, '深夜労働 120:01 が、労働日数の深夜の全時間 120:00 より多くなっています。'],
    [{ pay: [] }, '労働時間数が 155:00 あるのに、支払われた額がありません。'],
    [{ overtime: 600 }, '時間外労働が 10:00 あるのに、賃金の種類が 1つしかありません。'],
    [{ night: null }, '深夜労働時間数が記入されていません。'],
  ])('tell %j', (changed, sentence) => expect(of(changed)).toContain(sentence));

  it('tell what differs from the records', () => {
    const entered = { ...sound, daysWorked: 19, worked: 9240 };
    const said = told(judgeLedger({ ...input, entered }).steps, ledgerSentences).join('\n');
    expect(said).toContain('労働日数 19日が、記録の 20日と違います。');
    expect(said).toContain('労働時間数 154:00 が、記録の 155:00 と違います。');
    expect(said).toContain('故意に虚偽の時間数を記入したときは、300,000円以下の罰金です。');
  });

  it('can be said of everyone', () => {
    for (const exempt of [null, 'managerial', 'intermittent'] as const) {
      for (const [hiredByDay, beyondOneMonth] of [
        [false, false],
        [true, false],
        [true, true],
      ] as const) {
        const someone = { ...person, exempt, hiredByDay, beyondOneMonth };
        expect(told(judgeLedger({ ...input, person: someone }).steps, ledgerSentences).join('')).toContain(
          '項目です。',
        );
        told(judgeLedger({ ...input, records: null, person: someone }).steps, ledgerSentences);
      }
    }
  });
});
