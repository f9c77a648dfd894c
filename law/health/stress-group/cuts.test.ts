import { describe, expect, it } from 'vitest';
import { type AnswerGroup, cutTable, ImpossibleCut, nameOfCell } from './cuts.ts';

const tree = new Map<string, string | null>([
  ['市', null],
  ['総務部', '市'],
  ['人事課', '総務部'],
  ['財政課', '総務部'],
]);
const groups: readonly AnswerGroup[] = [
  { department: '人事課', sex: 'male', age: '30', year: '2026', answers: 6 },
  { department: '人事課', sex: 'female', age: '30', year: '2026', answers: 5 },
  { department: '財政課', sex: 'male', age: '40', year: '2026', answers: 12 },
];
const named = (cuts: Parameters<typeof cutTable>[1]) => {
  const { named: names, cells } = cutTable(groups, cuts, tree);
  return Object.fromEntries(names.map((cell, at) => [nameOfCell(cell), cells[at]]));
};

describe('the cells of cuts', () => {
  it('by department hold all that lie below, up to the top', () => {
    expect(named([['department']])).toEqual({
      'department=人事課': [0, 1],
      'department=総務部': [0, 1, 2],
      'department=市': [0, 1, 2],
      'department=財政課': [2],
    });
  });

  it('cross attributes, and a cell of two cuts is there once', () => {
    expect(named([[], ['sex'], ['sex', 'age'], ['sex']])).toEqual({
      all: [0, 1, 2],
      'sex=male': [0, 2],
      'sex=female': [1],
      'sex=male age=30': [0],
      'sex=female age=30': [1],
      'sex=male age=40': [2],
    });
    expect(named([['department', 'sex']])['department=市 sex=male']).toEqual([0, 2]);
    expect(cutTable(groups, [[]], tree).answers).toEqual([6, 5, 12]);
  });

  it('refuse a department that is not there, one below itself, and a missing attribute', () => {
    const of = (department: string, lines: readonly (readonly [string, string | null])[]) => () =>
      cutTable([{ department, answers: 1 }], [['department']], new Map(lines));
    expect(of('課', [])).toThrow(ImpossibleCut);
    expect(of('課', [['課', '部']])).toThrow('no department 部');
    expect(
      of('課', [
        ['課', '部'],
        ['部', '課'],
      ]),
    ).toThrow('課 lies below itself');
    expect(() => cutTable([{ answers: 1 }], [['sex']], new Map())).toThrow('sex is missing');
  });
});
