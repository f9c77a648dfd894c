import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { changeMeasures, type MeasureChange } from './change-measures.ts';
import { type Measure, measureKind } from './measure.ts';
import { preset, presetNames, presetText } from './presets.ts';
import { readMeasures } from './read-measures.ts';
import { sayAction, sayOccasion } from './says.ts';
import type { Subject } from './vocabulary.ts';
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
const put = (id: string, part: Written): MeasureChange => ({
  kind: 'put',
  id,
  measure: { ...writtenOf(nerima(id)), ...part },
});
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

describe('a change that makes no sense is told at its field, without the keys of the file', () => {
  const alert = 'nerima-alert-40';
  it.each<[string, string, Written, string]>([
    ['no name', alert, { title: ' ' }, 'title: 「対策の名前」を入力してください。'],
    ['a long name', alert, { title: 'あ'.repeat(81) }, 'title: 「対策の名前」は80文字以内の文字で入力してください。'],
    ['a moment that is none', alert, { moment: 'sometimes' }, 'moment: 「いつ」を選んでください。'],
    ['no day', 'nerima-list-20', { day: null }, 'day: 日を1〜31の数字で入力してください。31は、その月の末日です。'],
    [
      'a day that is none',
      'nerima-list-20',
      { day: 32 },
      'day: 日を1〜31の数字で入力してください。31は、その月の末日です。',
    ],
    [
      'a day where none belongs',
      alert,
      { day: 3 },
      'day: 「いつ」が「条件に当てはまった日(月に一度)」の対策には、日がありません。',
    ],
    ['no condition', alert, { when: [] }, 'when: 何を超えたときか、条件を一つ以上加えてください。'],
    [
      'hours that are none',
      alert,
      { when: [{ figure: 'month', comparison: 'above', value: '18:60' }] },
      'when[0].value: 時間を 45:00 の形で入力してください。',
    ],
    [
      'hours for a count',
      alert,
      { when: [{ figure: 'monthsOver45', comparison: 'above', value: '6:00' }] },
      'when[0].value: 回数を0〜12の数字で入力してください。',
    ],
    [
      'a count beyond a year',
      alert,
      {
        when: [
          {
            figure: 'month',
            comparison: 'above',
            value: '1:00',
            and: [{ figure: 'monthsOver45', comparison: 'above', value: 13 }],
          },
        ],
      },
      'when[0].and[0].value: 回数を0〜12の数字で入力してください。',
    ],
    [
      'a figure of a day',
      alert,
      { when: [{ figure: 'leaveAfterDuty', comparison: 'above', value: '0:30' }] },
      'when[0].figure: その日の差は、「いつ」が「条件に当てはまった日ごと」のときだけ使えます。',
    ],
    [
      'a run of months at a moment without',
      'nerima-list-20',
      { lasting: 2 },
      'lasting: 続いた月数は、条件があり、「いつ」が「月の終わり」か「条件に当てはまった日(月に一度)」のときだけ決められます。',
    ],
    ['nothing to be done', alert, { follows: [] }, 'follows: 「すること」を一つ以上加えてください。'],
    [
      'nobody who does it',
      alert,
      { follows: [{ do: 'form', what: '報告', by: [], to: ['hr'], due: null }] },
      'follows[0].by: 「だれが」を一つ以上選んでください。',
    ],
    [
      'nobody who is told',
      alert,
      { follows: [{ do: 'alert', what: '報告', by: [], to: [], due: null }] },
      'follows[0].to: 「だれに」を一つ以上選んでください。',
    ],
    [
      'nobody who is met',
      alert,
      { follows: [{ do: 'interview', what: '面談', by: ['manager'], to: ['laborOffice'], due: null }] },
      'follows[0].to: 面談する相手がいません。「だれに」で本人などを選んでください。所属の労務担当課は報告を受けるだけです。',
    ],
    [
      'a deadline without its day',
      alert,
      { follows: [{ do: 'alert', what: '報告', by: [], to: ['hr'], due: { monthsAfter: 1, day: null } }] },
      'follows[0].due: 期限の日を1〜31の数字で入力してください。31は、その月の末日です。',
    ],
    [
      'a deadline without its days',
      alert,
      { follows: [{ do: 'alert', what: '報告', by: [], to: ['hr'], due: { days: null } }] },
      'follows[0].due: 期限の日数を0〜366の数字で入力してください。0は、その日のうちです。',
    ],
    [
      'too many who are told',
      alert,
      {
        follows: [
          {
            do: 'alert',
            what: '報告',
            by: [],
            to: ['person', 'manager', 'director', 'bureauHead', 'managers', 'hr', 'union', 'health', 'viceMayor'],
            due: null,
          },
        ],
      },
      'follows[0].to: 「だれに」は8までです。',
    ],
    [
      'a deadline of what is done every day',
      alert,
      {
        moment: 'standing',
        when: [],
        follows: [{ do: 'meeting', what: '終礼', by: ['manager'], to: ['person'], due: { days: 1 } }],
      },
      'follows[0].due: 日々の運用は予定を作らないので、期限は使われません。期限をなしにするか、「いつ」を変えてください。',
    ],
  ])('%s', (_, id, part, expected) => {
    const told = problemsOf(put(id, part));
    expect(told).toEqual([expected]);
    expect(told.map((each) => each.replace(/^[^:]*: /, '')).join()).not.toMatch(
      /moment|monthEnd|atOnce|standing|person|section|null|\[\]/,
    );
  });
  it('a form that is none, and one of another subject', () => {
    const forms = new Map<string, readonly Subject[]>([['zama-monthly', ['section']]]);
    const told = (form: string) =>
      changeMeasures(
        presetText('nerima'),
        put(alert, { follows: [{ do: 'form', what: '報告', form, by: ['manager'], to: ['hr'], due: null }] }),
        { forms },
      ).problems;
    expect(told('none')).toEqual([
      { field: 'follows[0].form', message: 'この様式はありません。様式を選び直してください。' },
    ]);
    expect(told('zama-monthly')).toEqual([
      {
        field: 'follows[0].form',
        message:
          'この様式は「所属(課)」ごとに作る様式です。様式を選び直すか、「だれごとに」を「所属(課)」にしてください。',
      },
    ]);
  });
  it('several at once, each at its field', () => {
    const told = problemsOf(
      put(alert, { title: '', follows: [{ do: 'alert', what: '', by: [], to: ['hr'], due: null }] }),
    );
    expect(told).toEqual([
      'title: 「対策の名前」を入力してください。',
      'follows[0].what: 「内容」を入力してください。',
    ]);
  });
  it('a head without a name, with a day that is none, and one that is over', () => {
    const head = (part: object): MeasureChange => ({
      kind: 'head',
      head: { name: '町', about: '案', effectiveFrom: '2026-11-04', ...part },
    });
    expect(problemsOf(head({ name: '', effectiveFrom: '2026-02-30' }))).toEqual([
      'name: 「名称」を入力してください。',
      'effectiveFrom: 適用を始める日は、暦にある年・月・日を入力してください。',
    ]);
    const { problems } = changeMeasures(presetText('nerima'), head({}), { today: '2026-11-05' });
    expect(problems).toEqual([
      {
        field: 'effectiveFrom',
        message: '過ぎた日からは変えられません。今日(令和8年11月5日)か、それより後の日を入力してください。',
      },
    ]);
  });
  it('what stands in the way is the file: broken, an id that is none or stands twice, the last measure', () => {
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
