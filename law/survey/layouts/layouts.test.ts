import { describe, expect, it } from 'vitest';
import { NotInForce } from '../../decision/dated.ts';
import { formatCitation } from '../../decision/format-citation.ts';
import { instrumentOf } from '../../instruments/instruments.ts';
import { testCases } from '../../testing/cases.ts';
import { day, word } from '../../testing/survey/read-facts.ts';
import { firstMonthOf, fiscalYearOf } from '../../time/months.ts';
import { surveyCitations } from '../citations.ts';
import { endOfMonths } from '../month-spans.ts';
import { nationalTables } from '../national.ts';
import { ownTables } from '../own.ts';
import { withYears } from '../year-labels.ts';
import { layoutOf } from './layouts.ts';
import { tableNames } from './types.ts';

const bureaus = [{ id: 'mayor', name: '市長部局', kind: 'mayor' }] as const;

testCases(new URL('./layouts.cases.yaml', import.meta.url), (given) => {
  const name = word(given, 'table', tableNames);
  const fiscalYear = given.number('fiscalYear');
  const { title, unit, notes, rows, citation } = layoutOf(fiscalYear).value.tables[name];
  return {
    answer: {
      title: withYears(title, fiscalYear),
      unit: unit ?? null,
      rows: rows.map(({ label, under }) => (under === undefined ? label : `${under} / ${label}`)),
      notes: notes.map((note) => withYears(note, fiscalYear)),
    },
    cites: [formatCitation(citation)],
  };
});

describe('layouts', () => {
  it('answer for every month of the surveys from 令和4年度 to the end of the next fiscal year', () => {
    for (let month = firstMonthOf(2022); month < firstMonthOf(2028); month += 1) {
      const fiscalYear = fiscalYearOf(month);
      const { citation } = layoutOf(fiscalYear);
      expect(citation.confidence).toBe(fiscalYear === 2022 ? 'A' : 'C');
      expect(ownTables({ fiscalYear, name: '美汐市', bureaus, guidance: [] }).outcome.tables).toHaveLength(3);
      expect(nationalTables([{ fiscalYear, practice: {} }]).outcome).toHaveLength(1);
    }
  });

  it('refuse the survey before, rather than print it in a later layout', () => {
    expect(() => layoutOf(2021)).toThrow(NotInForce);
    expect(() => ownTables({ fiscalYear: 2021, name: '美汐市', bureaus })).toThrow(NotInForce);
    expect(() => nationalTables([{ fiscalYear: 2021 }])).toThrow(NotInForce);
  });

  it.each([2022, 2024, 2025])(
    'of %i: tables carry their own name, columns of their own, and rows of their own',
    (year) => {
      const { tables } = layoutOf(year).value;
      for (const name of tableNames) {
        const { columns, rows, title } = tables[name];
        expect(tables[name].name).toBe(name);
        expect(title).not.toBe('');
        for (const ids of [columns, rows].map((all) => all.map(({ id }) => id)))
          expect(new Set(ids).size).toBe(ids.length);
        const headings = columns.map(({ heading }) => heading.join('/'));
        expect(new Set(headings).size).toBe(headings.length);
      }
    },
  );

  it('the split of 部分休業 begins with 令和7年度', () => {
    const columnsOf = (year: number) => layoutOf(year).value.tables.childcare.columns.map(({ id }) => id);
    expect(columnsOf(2024)).toEqual(['childcareLeave', 'childcareShortTimeWork', 'partialChildcareLeave']);
    expect(columnsOf(2025)).toEqual([...columnsOf(2024), 'form1', 'form2']);
  });

  it('every citation is of a registered text', () => {
    for (const { instrument } of Object.values(surveyCitations)) expect(instrumentOf(instrument)).toBeDefined();
  });
});

describe('a period of months', () => {
  it.each([
    ['2026-07-01', 1, '2026-07-31'],
    ['2026-06-30', 1, '2026-07-29'],
    ['2027-01-31', 1, '2027-02-28'],
    ['2027-01-29', 1, '2027-02-28'],
    ['2027-01-28', 1, '2027-02-27'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-12-15', 1, '2027-01-14'],
    ['2026-05-15', 12, '2027-05-14'],
    ['2026-12-31', 2, '2027-02-28'],
  ])('from %s, %i months end on %s', (from, months, through) => {
    expect(endOfMonths(day(from), months)).toBe(day(through));
  });
});
