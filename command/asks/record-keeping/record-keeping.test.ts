import { describe, expect, it } from 'vitest';
import { answerOf, type Document, exampleOf, refusalOf } from '../../testing/record-keeping-asks.ts';
import { asks } from './record-keeping.ts';

describe('every question about records', () => {
  it('is listed once, with words in both languages', () => {
    expect(asks.map(({ name }) => name)).toEqual([
      'retention',
      'wage-ledger',
      'discrepancy',
      'clipped-declarations',
      'recording-method',
    ]);
    for (const { summary } of asks) expect(summary.ja !== '' && summary.en !== '').toBe(true);
  });

  it.each(asks)('$name answers its example and explains it without a gap', ({ example, answer }) => {
    const { answer: given, explanation } = answer(example);
    expect(JSON.stringify(given)).not.toMatch(/NaN|undefined/);
    const said = explanation().join('\n');
    expect(said).not.toMatch(/NaN|undefined|\(\)/);
    expect(said.length).toBeGreaterThan(100);
  });

  it.each(asks)('$name names an unknown member', ({ name, example }) => {
    expect(refusalOf(name, { ...example, extra: 1 })).toEqual(['extra: 知らない項目です。']);
  });
});

describe('retention', () => {
  it('answers with the day and the sentence', () => {
    expect(answerOf('retention', exampleOf('retention'))).toMatchObject({
      records: [
        {
          id: '賃金台帳 2020年度',
          countedFrom: '2021-04-21',
          statutory: { years: 3, article: 5, until: '2024-04-21' },
          keptYears: 10,
          deletableFrom: '2031-04-21',
          verdict: 'keepByMunicipality',
          sentence:
            '法令の保存期間は 令和6年4月21日 の前日で終わりましたが、団体の定めにより 令和13年4月21日 まで削除できません。',
          confidence: 'B',
        },
        { verdict: 'mayDelete', deletableFrom: '2026-04-21', keptYears: 5 },
        { verdict: 'keep', countedFrom: '2024-03-01', deletableFrom: '2029-03-01' },
        { verdict: 'notStarted', countedFrom: null, deletableFrom: null, statutory: { until: null } },
      ],
    });
  });

  it('takes the model where nothing is told', () => {
    const records = [{ kind: 'wageLedger', startedOn: '2021-11-29' }];
    expect(answerOf('retention', { asOf: '2026-11-28', records })).toMatchObject({
      records: [{ verdict: 'keepByMunicipality' }],
    });
    expect(answerOf('retention', { asOf: '2026-11-28', rules: { retentionYears: 3 }, records })).toMatchObject({
      records: [{ verdict: 'mayDelete' }],
    });
  });

  it.each([
    [{ kind: 'wageLedger', startedOn: '2026-11-29' }, 'records[0]: 起算の日が問う日(asOf)より後です。'],
    [
      { kind: 'staffRoll', startedOn: null, payDay: '2026-04-21' },
      'records[0]: この種類の記録には賃金の支払期日がありません。',
    ],
    [
      { kind: 'wageLedger', startedOn: '2026-02-30' },
      'records[0].startedOn: 「2026-02-30」は暦にある日付として読めません。',
    ],
    [
      { kind: 'stressResult', startedOn: null },
      'records[0]: 問う日(asOf)には、この記録の保存の定めがまだありません。',
      '2015-11-30',
    ],
  ])('refuses %j', (record, why, asOf = '2026-11-28') => {
    expect(refusalOf('retention', { asOf, records: [record] })).toEqual([why]);
  });

  it('refuses a term of no year, at its place', () => {
    const document = {
      asOf: '2026-11-28',
      rules: { retentionYears: 0 },
      records: [{ kind: 'hiring', startedOn: null }],
    };
    expect(refusalOf('retention', document)).toEqual(['rules.retentionYears: 値 0 は範囲の外です。']);
  });
});

describe('wage-ledger', () => {
  it('answers what is blank and what contradicts', () => {
    const { rows } = answerOf('wage-ledger', exampleOf('wage-ledger')) as { rows: readonly Document[] };
    expect(rows).toMatchObject([
      { verdict: 'complete', missing: [], findings: [], row: { daysWorked: 21, worked: '178:15', night: '1:00' } },
      {
        verdict: 'inconsistent',
        missing: ['night'],
        findings: [
          { contradiction: 'differsFromRecords', item: 'worked', entered: '176:45', against: '178:15' },
          { contradiction: 'differsFromRecords', item: 'overtime', entered: '14:00', against: '15:30' },
        ],
      },
      { verdict: 'complete', findings: [] },
    ]);
    expect(rows[2]?.items).toContainEqual({
      item: 'night',
      requirement: 'guided',
      cites: '基発第161号',
      confidence: 'B',
    });
  });

  it.each([
    [{ daysWorked: 32 }, { contradiction: 'daysBeyondCalendar', item: 'daysWorked', entered: 32, against: 31 }],
    [{ daysWorked: 0 }, { contradiction: 'workedWithoutDays', item: 'daysWorked', entered: '178:15', against: 0 }],
    [{ worked: '0:00' }, { contradiction: 'daysWithoutWork', item: 'worked', entered: 21, against: '0:00' }],
    [{ night: '178:16' }, { contradiction: 'nightBeyondWorked', item: 'night', entered: '178:16', against: '178:15' }],
    [{ daysWorked: 22 }, { contradiction: 'differsFromRecords', item: 'daysWorked', entered: 22, against: 21 }],
    [{ pay: [] }, { contradiction: 'payMissing', item: 'pay', entered: 0, against: '178:15' }],
  ])('writes the contradiction of %j in its units', (changed, finding) => {
    const { rows } = exampleOf('wage-ledger') as {
      rows: readonly { person: Document; period: Document; records: Document; pay: unknown; deductions: unknown }[];
    };
    const [row] = rows;
    const entered = { ...row?.records, period: row?.period, pay: row?.pay, deductions: row?.deductions, ...changed };
    const { person, period, records, pay, deductions } = row ?? {};
    const document = { rows: [{ person, period, records, pay, deductions, entered }] };
    const [answered] = (answerOf('wage-ledger', document) as { rows: readonly { findings: unknown }[] }).rows;
    expect(answered?.findings).toContainEqual(finding);
  });

  it('refuses a period that ends before it begins', () => {
    const person = { name: '汐見', sex: null };
    const period = { from: '2026-10-31', through: '2026-10-01' };
    expect(refusalOf('wage-ledger', { rows: [{ person, period }] })).toEqual([
      'rows[0]: 賃金計算期間の終わりが始まりより前です。',
    ]);
  });
});

describe('recording-method', () => {
  it('answers shares and what is owed', () => {
    expect(answerOf('recording-method', exampleOf('recording-method'))).toMatchObject({
      departments: [
        { department: '総務課', method: 'objective', percent: { ic: '93.7', pc: '6.3', self: '0.0' }, open: [] },
        {
          department: '保育課',
          method: 'selfOnly',
          flagged: true,
          open: [
            { duty: 'record', count: 4 },
            { duty: 'explainToStaff', count: 1, people: ['100212'] },
            { duty: 'explainToTimeKeepers', count: 1, people: ['100201'] },
          ],
        },
      ],
      whole: { method: 'mixed', total: 290 },
      selfOnly: false,
      openDuties: 3,
      confidence: 'A',
    });
  });

  it('takes an explanation once for all', () => {
    const department = {
      department: '課',
      days: { self: 1 },
      timeKeepers: [{ person: '1', explainedOn: '2017-02-08' }],
    };
    const document = { asOf: '2026-11-28', departments: [{ ...department, surveyedOn: '2026-11-01' }] };
    expect(answerOf('recording-method', document)).toMatchObject({ openDuties: 1 });
    expect(answerOf('recording-method', { ...document, rules: { explanationMonths: null } })).toMatchObject({
      openDuties: 0,
    });
  });

  it.each([
    [
      { asOf: '2017-01-19', departments: [{ department: '課', days: {} }] },
      'asOf: 問う日(asOf)が把握ガイドラインより前です。',
    ],
    [
      {
        asOf: '2026-11-28',
        departments: [
          { department: '課', days: {} },
          { department: '課', days: {} },
        ],
      },
      'departments: 同じ所属が2回あります。',
    ],
    [
      { asOf: '2026-11-28', departments: [{ department: '課', days: {}, surveyedOn: '2026-11-29' }] },
      'departments: 説明か実態調査の日が、問う日(asOf)より後です。',
    ],
  ])('refuses %j', (document, why) => expect(refusalOf('recording-method', document)).toEqual([why]));
});
