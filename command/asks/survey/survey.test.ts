import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { InputRefused } from '../../refusal.ts';
import type { Ask } from '../ask.ts';
import { nationalExample } from './national-example.ts';
import { ownExample } from './own-example.ts';
import { asks } from './survey.ts';

const [own, national] = asks;
if (own === undefined || national === undefined) throw new Error('two questions are needed');

type Cell = { column: string; raw: unknown; printed: string };
type Table = {
  name: string;
  columns: { id: string; heading: string[] }[];
  rows: { id: string; label: string; cells: Cell[] }[];
  cites: string;
  confidence: string;
};
const tablesOf = (ask: Ask, document: unknown) => ask.answer(document).answer.tables as Table[];

function refusalOf(ask: Ask, document: unknown): string {
  try {
    ask.answer(document);
  } catch (error) {
    if (!(error instanceof InputRefused)) throw error;
    return error.complaints.map(({ why, cure }) => `${why?.ja} ${why?.en} ${cure?.ja} ${cure?.en}`).join('\n');
  }
  throw new Error('not refused');
}

describe('survey-national', () => {
  it('prints every cell of the notice from its own example', () => {
    const file = new URL('../../../law/survey/national.cases.yaml', import.meta.url);
    const {
      cases,
    }: { cases: { name: string; expect: Record<string, { columns: string; rows: Record<string, string> }> }[] } = parse(
      readFileSync(file, 'utf8'),
    );
    const published = Object.assign(
      {},
      ...cases.filter(({ name }) => name.includes('公表のとおり')).map((each) => each.expect),
    );
    const tables = tablesOf(national, nationalExample);
    expect(tables.map(({ name }) => name)).toEqual(Object.keys(published));
    for (const { name, columns, rows } of tables) {
      expect(columns.map(({ heading }) => heading.join(' ')).join(' | ')).toBe(published[name].columns);
      const printed = rows.map(({ label, cells }) => [label, cells.map((cell) => cell.printed).join(' | ')]);
      expect(Object.fromEntries(printed)).toEqual(published[name].rows);
    }
  });

  it('gives the raw value beside the printed one, and where it was read', () => {
    const { answer, explanation } = national.answer(nationalExample);
    expect(answer).toMatchObject({
      fiscalYear: 2022,
      layout: { name: '令和5年12月25日通知の様式', cites: '総行公第139号 別添1', confidence: 'A' },
      confidence: 'A',
    });
    const long = tablesOf(national, nationalExample).find(({ name }) => name === 'longHours');
    const all = long?.rows[0]?.cells ?? [];
    expect(all.find(({ column }) => column === 'now.above.share')).toEqual({
      column: 'now.above.share',
      raw: { tenths: 4, numerator: 44_894, denominator: 12_693_257 },
      printed: '(0.4%)',
    });
    expect(all.find(({ column }) => column === 'change.above')?.raw).toBe(-23_236);
    expect(long).toMatchObject({ cites: '総行公第139号 別添1 (1)イ', confidence: 'A', unit: '人' });
    expect(explanation()).toContain(
      '全体「R3→R4 増減 100時間以上 割合」は、表示した数の差 0.4 − 0.5 = ▲0.1 です。(総行公第139号 別添1 (1)イ)',
    );
  });

  it('takes hours of a whole country, and organisations by their number', () => {
    const group = { hours: '158000000:30', heads: 12_693_257 };
    const averages = { prefecture: group, designatedCity: group, municipality: group };
    const bodies = { arranged: 1, withinYear: 0, undecided: 0 };
    const arrangement = { bureaus: bodies };
    const document = {
      years: [
        {
          fiscalYear: 2022,
          averages,
          arrangements: { prefecture: arrangement, designatedCity: arrangement, city: arrangement, town: arrangement },
        },
      ],
    };
    const [year, , arrangements] = tablesOf(national, document);
    expect(year?.rows[0]?.cells[2]?.printed).toBe('149.4');
    expect(arrangements?.rows.at(-1)?.cells[0]).toMatchObject({ printed: '100.0%' });
    expect(arrangements?.rows.at(-1)?.cells[6]).toEqual({ column: 'without', raw: null, printed: '' });
  });

  const year = (given: object, fiscalYear = 2022) => ({ years: [{ fiscalYear, ...given }] });
  const none = { due: 0, held: 0 };
  const groups = { prefecture: none, designatedCity: none, city: none, town: none };
  const shares = (arranged: string) => ({
    bureaus: { publishedShares: { arranged, withinYear: '0.0', undecided: '0.0' } },
  });
  const arranged = (text: string) => ({
    arrangements: {
      prefecture: shares(text),
      designatedCity: shares('100.0'),
      city: shares('100.0'),
      town: shares('100.0'),
    },
  });
  it.each([
    [{ years: [] }, 'years: 値'],
    [{ years: [{ fiscalYear: 2022, interview: {} }] }, 'years[0].interview: 知らない項目です。'],
    [year({}, 2021), 'years[0].fiscalYear: この年度の調査の様式はわかりません。'],
    [
      year({ interviews: { ...groups, city: { due: 1, held: 2 } } }),
      'years[0].interviews.city.held: 2 が、元になる 1 より多く',
    ],
    [
      year({ interviews: { ...groups, city: { due: 1, held: -2 } } }),
      'years[0].interviews.city.held: 値 -2 は範囲の外です。',
    ],
    [year({ interviews: { ...groups, city: { due: 1.5, held: 0 } } }), 'years[0].interviews.city.due: 値 1.5'],
    [
      year(arranged('99')),
      'years[0].arrangements.prefecture.bureaus.publishedShares.arranged: 「99」は小数点以下1桁の数として読めません。',
    ],
    [year(arranged('99.5')), 'years[0].arrangements.prefecture.bureaus.publishedShares: 割合の合計が 99.5% です。'],
    [year(arranged('100.0')), 'years[0].arrangements.total: 「total」が必要です。'],
    [
      year({ averages: { prefecture: '1', designatedCity: '1.0', municipality: '1.0' } }),
      'years[0].averages.prefecture: 「1」は小数点以下1桁の数として読めません。',
    ],
    [
      year({ practice: { selfReportOnly: { bodies: 1 } } }),
      'years[0].practice.selfReportOnly.publishedShare: 「」は小数点以下1桁の数として読めません。',
    ],
    [year({ practice: { other: { bodies: 1, of: 1 } } }), 'years[0].practice'],
  ])('refuses %j', (document, why) => expect(refusalOf(national, document)).toContain(why));
});

describe('survey', () => {
  it('answers its example with every table, each cell raw and printed', () => {
    const { answer, explanation } = own.answer(ownExample);
    expect(answer).toMatchObject({ fiscalYear: 2026, name: '美汐市', notGiven: [], confidence: 'C' });
    const tables = tablesOf(own, ownExample);
    expect(tables).toHaveLength(19);
    for (const { rows, columns } of tables) {
      expect(rows.length).toBeGreaterThan(0);
      for (const { cells } of rows) expect(cells.map(({ column }) => column)).toEqual(columns.map(({ id }) => id));
    }
    expect(explanation().join('\n')).not.toMatch(/NaN|undefined|\(\)/);
    expect(explanation()).toContain(
      '時間外勤務の表の対象は、延べ 2,400人です。教育委員会・警察・消防の延べ 1,200人は入れません。(総行公第139号 別添1 (1)ア注)',
    );
  });

  it('its counts can be given as the year before of the next', () => {
    const { counts } = own.answer(ownExample).answer;
    const next = { fiscalYear: 2027, name: '美汐市', bureaus: ownExample.bureaus, guidance: [], before: [counts] };
    const interviews = tablesOf(own, next).find(({ name }) => name === 'interviews');
    expect(interviews?.rows[0]?.cells.map(({ printed }) => printed)).toEqual([
      '4人',
      '1人',
      '(25.0%)',
      '0人',
      '0人',
      '－',
      '▲ 4人',
      '▲ 1人',
      '',
    ]);
    expect(counts).toMatchObject({ average: { hours: '301:26', heads: 2400 }, annualLeave: { hours: '227:45' } });
  });

  it('takes the rules of the municipality over those of the model', () => {
    const document = { ...ownExample, rules: { overtimeExcludes: [], absenceMinimum: 'month', leaveDay: '8:00' } };
    const tables = tablesOf(own, document);
    const printedOf = (name: string) => tables.find((table) => table.name === name)?.rows.map(({ label }) => label);
    expect(printedOf('longHours')).toEqual(['美汐市', '市長部局', '教育委員会', '消防本部', '上下水道局']);
    const absent = tables
      .find(({ name }) => name === 'absences')
      ?.rows[0]?.cells.find(({ column }) => column === 'now.absent');
    expect(absent?.printed).toBe('2人');
  });

  it('judges an agreement of its own, with a special clause and without', () => {
    const [person] = ownExample.overtime.people.slice(-1);
    const times = (agreement: object) => {
      const people = [{ ...person, agreement }];
      const document = { ...ownExample, overtime: { ...ownExample.overtime, people } };
      const caps = tablesOf(own, document).find(({ name }) => name === 'capsExceeded');
      return Object.fromEntries(caps?.rows.map(({ id, cells }) => [id, cells[0]?.raw]) ?? []);
    };
    expect(times({})).toMatchObject({ article36Monthly: 1, article36Annual: 0 });
    expect(times({ monthly: '30:00', annual: '46:00' })).toMatchObject({ article36Monthly: 1, article36Annual: 1 });
    expect(times({ special: {} })).toMatchObject({ article36MonthsOver: 0, article36Annual: 0 });
    expect(times({ special: { monthly: '54:00', annual: '40:00', times: 0 } })).toMatchObject({
      article36MonthlyTotal: 1,
      article36MonthsOver: 1,
      article36Annual: 1,
    });
  });

  const start = { fiscalYear: 2026, name: '美汐市', bureaus: [{ id: 'mayor', name: '市長部局', kind: 'mayor' }] };
  const heads = ownExample.overtime.headcounts.filter(({ bureau, managerial }) => bureau === 'mayor' && !managerial);
  const month = { month: '2026-04', bureau: 'mayor', department: 'selfDirected', overtime: '1:00' };
  const people = (...months: object[]) => ({ overtime: { headcounts: heads, people: [{ id: '1', months }] } });
  it.each<[object, string]>([
    [{ fiscalYear: 2021 }, 'fiscalYear: この年度の調査の様式はわかりません。'],
    [{ bureaus: [] }, 'bureaus: 「bureaus」が必要です。'],
    [{ guidances: [] }, 'guidances: 知らない項目です。'],
    [{ overtime: { headcounts: heads.slice(1), people: [] } }, 'overtime.headcounts: 2026-04 の職員数がありません。'],
    [people({ ...month, month: '2027-04' }), 'overtime.people[0].months[0]: 2027-04 は調査する年度の外です。'],
    [people({ ...month, overtime: '1:60' }), 'overtime.people[0].months[0].overtime: 「1:60」は時間として読めません。'],
    [people({ ...month, department: undefined }), 'overtime.people[0].months[0].department: 必要な項目がありません。'],
    [
      people({ ...month, exceptional: '1:01' }),
      'overtime.people[0].months[0]: 特例業務 1:01 が時間外勤務 1:00 より長く',
    ],
    [people(month, month), 'overtime.people[0].months[1]: 前に書いたものと重なっています。'],
    [people({ ...month, bureau: 'fire' }), 'overtime.people[0].months[0]: 部局「fire」が bureaus にありません。'],
    [
      {
        overtime: {
          headcounts: heads.map((each) => ({ ...each, heads: 0 })),
          people: [{ id: '1', months: [month] }],
        },
      },
      'overtime.people 2026-04 mayor: 職員の月が 1 人分あり、職員数 0 人より多く',
    ],
    [
      { absences: [{ staff: '1', bureau: 'mayor', from: '2026-04-31' }] },
      'absences[0].from: 「2026-04-31」は暦にある日付として',
    ],
    [{ absences: [] }, 'stressCheck: 「enrolled mayor」が必要です。'],
    [
      { systems: { answers: { designation: true } } },
      'systems.answers.designation: 「exceptionalCaps」がないときは問わない項目です。',
    ],
    [
      { users: [{ system: 'telework', inPlace: false, male: 1, female: 0 }] },
      'users[0]: 制度がないのに、利用者が 1 人います。',
    ],
    [{ before: [{ fiscalYear: 2024 }] }, 'before[0].fiscalYear: 年度が続いていません。'],
    [{ rules: { leaveDay: '0:00' } }, 'rules.leaveDay: 0:01–24:00'],
    [
      {
        childcare: {
          uses: [
            {
              staff: '1',
              sex: 'male',
              system: 'childcareLeave',
              course: 'new',
              from: '2026-05-02',
              through: '2026-05-01',
            },
          ],
        },
      },
      'childcare.uses[0]: 終わりの日が始まりの日より前です。',
    ],
  ])('refuses %j', (given, why) => {
    const said = refusalOf(own, { ...start, ...given });
    expect(said).toContain(why);
    expect(said).not.toMatch(/NaN|undefined/);
  });

  it('an overlapping absence names the second', () => {
    const { absences, stressCheck, bureaus } = ownExample;
    const again = { staff: '100021', bureau: 'mayor', from: '2026-06-30' };
    const document = { ...start, bureaus, stressCheck, absences: [...absences, again] };
    expect(refusalOf(own, document)).toContain('absences[3]: 同じ職員の前の休務と重なっています。');
  });
});
