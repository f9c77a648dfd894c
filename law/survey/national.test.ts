import { expect, it } from 'vitest';
import { Given, readCases, testCases } from '../testing/cases.ts';
import { answerOf, refusalOf } from '../testing/survey/printed-tables.ts';
import { nationalYearOf } from '../testing/survey/read-national.ts';
import { nationalTables } from './national.ts';

const file = new URL('./national.cases.yaml', import.meta.url);

testCases(file, (given) => {
  const years = given.list('years').map(nationalYearOf);
  try {
    const { outcome, steps } = nationalTables(years);
    return answerOf(outcome, steps);
  } catch (error) {
    return refusalOf(error);
  }
});

/** The tables of the published cases. */
const publishedTables = readCases(file)
  .filter(({ name }) => name.includes('公表のとおり'))
  .flatMap(({ given, expect: tables }) =>
    nationalTables(new Given(given, 'given').list('years').map(nationalYearOf)).outcome.filter(({ name }) =>
      Object.hasOwn(Object(tables), name),
    ),
  );

it('every published cell has a figure, and every step of it a citation or a sum', () => {
  expect(publishedTables.map(({ name }) => name)).toEqual([
    'averageYear',
    'averageMonth',
    'longHours',
    'arrangements',
    'interviews',
    'reasons',
    'reasonsAll',
    'absences',
    'practice',
  ]);
  const cells = publishedTables.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
  expect(cells.filter(({ measured, printed }) => measured.kind === 'absent' || printed === '')).toEqual([]);
  expect(cells).toHaveLength(16 + 16 + 88 + 60 + 54 + 42 + 54 + 48 + 12);
});

it('a change is the difference of displayed figures, also where the true difference rounds otherwise', () => {
  const differing = publishedTables.flatMap(({ name, rows }) =>
    rows.flatMap(({ label, cells }) => {
      const exact = (column: string) => {
        const measured = cells.find((cell) => cell.column === column)?.measured;
        return measured?.kind === 'tenths' ? measured.exact : undefined;
      };
      return cells.flatMap(({ column, printed }) => {
        const [now, before] = ['now', 'before'].map((of) => exact(column.replace('change', of)));
        if (!column.startsWith('change.') || now === undefined || before === undefined) return [];
        const [a, b] = [BigInt(now.numerator), BigInt(now.denominator)];
        const [c, d] = [BigInt(before.numerator), BigInt(before.denominator)];
        const [over, under] = [1000n * (a * d - c * b), b * d];
        const size = over < 0n ? -over : over;
        const rounded = Number((2n * size + under) / (2n * under)) * (over < 0n ? -1 : 1);
        const truth = `${rounded < 0 ? '▲ ' : ''}${Math.floor(Math.abs(rounded) / 10)}.${Math.abs(rounded) % 10}`;
        return printed.replace('%', '') === truth ? [] : [`${name} ${label} ${column}: ${printed} (${truth})`];
      });
    }),
  );
  expect(differing).toEqual([
    'longHours 全体 change.above.share: ▲ 0.1% (▲ 0.2)',
    'longHours 都道府県 change.over45.share: ▲ 0.3% (▲ 0.2)',
    'longHours 指定都市 change.above.share: ▲ 0.2% (▲ 0.3)',
    'longHours 市区町村 change.over45.share: ▲ 0.1% (▲ 0.2)',
    'interviews 指定都市 change.held.share: 1.2% (1.3)',
  ]);
});

it('notes and units are those of the layout, with the years put in', () => {
  const notes = publishedTables.flatMap((table) => [table.unit ?? '', ...table.notes]);
  expect(notes.join('\n')).not.toMatch(/[{}]/);
  expect(notes).toContain('(注3)令和3年度から引き続いて休務した者及び令和4年度中に退職した者も含んでいる。');
  expect(notes).toContain('(注1)職員数は令和4年度の延べ人数である(ウについても同じ。)。');
});
