import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { changeMeasures, type MeasureChange } from './change-measures.ts';
import { type Measure, measureKind } from './measure.ts';
import { preset, presetNames, presetText } from './presets.ts';
import { readMeasures } from './read-measures.ts';
import { sayAction, sayOccasion } from './says.ts';
import { writeMeasures } from './write-measures.ts';

type Written = Extract<MeasureChange, { kind: 'put' }>['measure'];

/** A measure as a file has it, without its id. */
const writtenOf = (measure: Measure): Written => {
  const { id: _, ...written } = measureKind.writes(measure) as Written;
  return written;
};
const nerima = (id: string): Measure => {
  const found = preset('nerima').measures.find((each) => each.id === id);
  if (found === undefined) throw new Error(`no measure ${id}`);
  return found;
};
const read = (text: string) => {
  const { measures, problems } = readMeasures(text, 'town.yaml');
  if (measures === null) throw new Error(problems.map(({ line, message }) => `${line} ${message}`).join('\n'));
  return measures;
};
const problemsOf = (change: MeasureChange, text = presetText('nerima')) => {
  const { text: after, problems, measure } = changeMeasures(text, change);
  expect(after, 'nothing is changed where there is a problem').toBe(text);
  expect(measure).toBeNull();
  return problems.map(({ field, message }) => `${field}: ${message}`);
};

describe('a change of a file of measures', () => {
  /** Written by hand: comments, blank lines, members on one line and on several. */
  const town = `# 対策の案
name: 町の対策 # 仮の名称
about: 月30時間から知らせる。
effectiveFrom: "2026-11-04"
measures:
  # 最初の知らせ
  - id: town-30
    title: 月30時間を超えたら知らせる
    source: 運用
    confidence: C
    moment: atOnce
    day: null
    per: person
    staff: all
    departments: all
    # 議会の答弁による
    when: [ { figure: month, comparison: above, value: "30:00" } ] # 45時間の3分の2
    follows:
      - { do: alert, what: 月30時間, by: [], to: [ person ], due: null }

  # 月末の一覧
  - id: town-list
    title: 月の終わりに一覧を渡す
    source: 運用
    confidence: C
    moment: monthEnd
    day: null
    per: section
    staff: all
    departments: all
    when: []
    follows:
      - { do: list, what: 一覧, by: [hr], to: [manager], due: { monthsAfter: 1, day: 10 } }
`;
  const [first, second] = read(town).measures;
  if (first === undefined || second === undefined) throw new Error('two measures');

  it('replaces what is changed, and leaves comments, blank lines and every other member as they are', () => {
    const { follows, ...before } = writtenOf(first);
    const when = [{ figure: 'month', comparison: 'above', value: '36:00' }];
    const change = { ...before, when, lasting: 2, follows };
    const { text, problems } = changeMeasures(town, { kind: 'put', id: 'town-30', measure: change });
    expect(problems).toEqual([]);
    expect(text).toBe(town.replace('"30:00" } ] # 45時間の3分の2', '"36:00" } ] # 45時間の3分の2\n    lasting: 2'));
  });
  it('adds conditions, deeds and roles in the look of the file', () => {
    const change = {
      ...writtenOf(first),
      when: [
        { figure: 'year', comparison: 'above', value: '300:00' },
        {
          figure: 'month',
          comparison: 'above',
          value: '30:00',
          and: [{ figure: 'monthsOver45', comparison: 'atLeast', value: 3 }],
        },
      ],
      follows: [
        { do: 'interview', what: '業務の確認', by: ['manager'], to: ['person'], due: { days: 14 } },
        ...(writtenOf(first).follows as readonly unknown[]),
      ],
    };
    const { text } = changeMeasures(town, { kind: 'put', id: 'town-30', measure: change });
    expect(text).toBe(
      town
        .replace(
          'when: [ { figure: month, comparison: above, value: "30:00" } ]',
          'when: [ { figure: year, comparison: above, value: "300:00" }, { figure: month, comparison: above, value: "30:00", and: [ { figure: monthsOver45, comparison: atLeast, value: 3 } ] } ]',
        )
        .replace(
          '      - { do: alert',
          '      - { do: interview, what: 業務の確認, by: [ manager ], to: [ person ], due: { days: 14 } }\n      - { do: alert',
        ),
    );
  });
  it('takes a measure out with its own lines alone', () => {
    const { text } = changeMeasures(town, { kind: 'remove', id: 'town-list' });
    expect(text).toBe(town.slice(0, town.indexOf('\n  # 月末の一覧')));
  });
  it('takes the first one out with the comment that stands above it', () => {
    const { text } = changeMeasures(town, { kind: 'remove', id: 'town-30' });
    const [begin, end] = [town.indexOf('  # 最初の知らせ'), town.indexOf('\n  # 月末の一覧')];
    expect(text).toBe(`${town.slice(0, begin)}${town.slice(end)}`);
  });
  it('adds a measure at the end under an id that no other has', () => {
    const added = changeMeasures(town, { kind: 'add', measure: writtenOf(second) });
    expect(added.text.startsWith(town)).toBe(true);
    expect(added.measure).toEqual({ ...second, id: 'own-1' });
    const again = changeMeasures(added.text, { kind: 'add', measure: writtenOf(first) });
    expect(read(again.text).measures.map(({ id }) => id)).toEqual(['town-30', 'town-list', 'own-1', 'own-2']);
  });
  it('sets name, about and the first day', () => {
    const head = { name: '町の対策', about: '月30時間から知らせる。', effectiveFrom: '2027-04-01' };
    const change: MeasureChange = { kind: 'head', head };
    const { text } = changeMeasures(town, change, { today: '2026-11-04' });
    expect(text).toBe(town.replace('"2026-11-04"', '"2027-04-01"'));
    expect(changeMeasures(text, change, { today: '2026-11-04' }).text).toBe(text);
  });
  it.each([
    ['市民\ufffdへ', '「対策の名前」に、読めない文字が入っています。打ち直してください。'],
    ['a\ud800', '「対策の名前」に、読めない文字が入っています。打ち直してください。'],
    [' ', '「対策の名前」を入力してください。'],
  ])('does not take a name that is none: %j', (title, message) => {
    const { text, problems } = changeMeasures(town, {
      kind: 'put',
      id: 'town-30',
      measure: { ...writtenOf(first), title },
    });
    expect([text, problems]).toEqual([town, [{ field: 'title', message }]]);
  });
  it('does not grow beyond what can be read again', () => {
    const long = `${town}# ${'長'.repeat(200_000 - town.length - 3)}\n`;
    expect(changeMeasures(long, { kind: 'remove', id: 'town-list' }).problems).toEqual([]);
    const { text, problems } = changeMeasures(long, { kind: 'add', measure: writtenOf(first) });
    expect([text === long, problems]).toEqual([
      true,
      [{ field: '', message: 'ファイルが長くなりすぎます。要らない対策を外してから加えてください。' }],
    ]);
  });
  it('tells what was put in the words of the page', () => {
    const { measure } = changeMeasures(town, {
      kind: 'put',
      id: 'town-30',
      measure: { ...writtenOf(first), when: [{ figure: 'month', comparison: 'atLeast', value: '40:00' }] },
    });
    expect(measure === null ? '' : sayOccasion(measure)).toContain('月の時間外勤務が 40:00 以上になるとき');
    expect(measure?.follows.map((action) => sayAction(action))).toEqual(['本人に知らせる(月30時間)']);
  });
});

describe('a change that cannot be made', () => {
  it('has the file in its way: broken, an id that is none or stands twice, the last measure', () => {
    const alert = 'nerima-alert-40';
    const remove: MeasureChange = { kind: 'remove', id: alert };
    expect(problemsOf(remove, 'name: [')).toEqual([expect.stringMatching(/^: ファイルに直すところがある/)]);
    expect(problemsOf(remove, '- a\n')).toEqual([expect.stringMatching(/^: ファイルに直すところがある/)]);
    expect(problemsOf({ kind: 'remove', id: 'none' })).toEqual([expect.stringMatching(/^: この対策を一つに/)]);
    const twice = presetText('nerima').replace('id: nerima-alert-15', `id: ${alert}`);
    expect(problemsOf(remove, twice)).toEqual([expect.stringMatching(/^: この対策を一つに/)]);
    const one = writeMeasures({ ...preset('nerima'), measures: [nerima(alert)] });
    expect(problemsOf(remove, one)).toEqual([': 対策は一つ以上要ります。ほかの対策を加えてから外してください。']);
  });
});

describe('whatever is written', () => {
  const RUNS = { numRuns: 30 };
  const anyMeasure = fc
    .constantFrom(...presetNames)
    .chain((name) => fc.constantFrom(...preset(name).measures).map((measure) => [name, measure] as const));

  test('a measure put as it stands changes nothing at all', () => {
    fc.assert(
      fc.property(anyMeasure, ([name, measure]) => {
        const source = presetText(name);
        const change: MeasureChange = { kind: 'put', id: measure.id, measure: writtenOf(measure) };
        expect(changeMeasures(source, change)).toEqual({ text: source, problems: [], measure });
      }),
      RUNS,
    );
  });
  test('a measure put in the place of any other reads as it was given, and the others read as before', () => {
    fc.assert(
      fc.property(anyMeasure, anyMeasure, ([name, one], [, other]) => {
        const set = preset(name);
        const { text } = changeMeasures(presetText(name), { kind: 'put', id: one.id, measure: writtenOf(other) });
        const measures = set.measures.map((each) => (each.id === one.id ? { ...other, id: one.id } : each));
        expect(read(text)).toEqual({ ...set, measures });
      }),
      RUNS,
    );
  });
  test('a measure taken out and added again reads the same, at the end', () => {
    fc.assert(
      fc.property(anyMeasure, ([name, measure]) => {
        const set = preset(name);
        fc.pre(set.measures.length > 1);
        const { text: less } = changeMeasures(presetText(name), { kind: 'remove', id: measure.id });
        expect(read(less).measures).toEqual(set.measures.filter(({ id }) => id !== measure.id));
        const { text: again } = changeMeasures(less, { kind: 'add', measure: writtenOf(measure) });
        expect(read(again).measures.at(-1)).toEqual({ ...measure, id: 'own-1' });
      }),
      RUNS,
    );
  });
  test('any text of a name is read as it was typed', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme' }), (typed) => {
        const name = typed.trim();
        const { text, problems } = changeMeasures(presetText('nerima'), {
          kind: 'head',
          head: { name, about: 'typed', effectiveFrom: '2027-04-01' },
        });
        if (problems.length === 0) expect(read(text).name).toBe(name);
      }),
      RUNS,
    );
  });
});
