import { describe, expect, it } from 'vitest';
import { measureDifferences } from './differences.ts';
import { preset, presetNames, presetText } from './presets.ts';
import { measureSetKind, readMeasures } from './read-measures.ts';
import { saySet } from './says.ts';
import type { Subject } from './vocabulary.ts';
import { writeMeasures } from './write-measures.ts';

const changed = (from: string, to: string): string => {
  const text = presetText('nerima');
  if (!text.includes(from)) throw new Error(`not in the file: ${from}`);
  return text.replace(from, to);
};
const problemsOf = (text: string) =>
  readMeasures(text, 'town.yaml').problems.map(({ line, key, message }) => `${line} ${key}: ${message}`);

describe('the practices of the case books', () => {
  it.each(presetNames)('%s can be read, says everything in words, and is stored and read again', (name) => {
    const set = preset(name);
    expect(new Set(set.measures.map(({ id }) => id)).size).toBe(set.measures.length);
    for (const { id, source } of set.measures) {
      expect(id).toMatch(new RegExp(`^${name}-`));
      expect(source).toContain(set.name);
    }
    const lines = saySet(set).join('\n');
    expect(lines).not.toMatch(/undefined|null|NaN|\[object/);
    expect(lines).toMatchSnapshot();
    expect(readMeasures(writeMeasures(set), 'again.yaml')).toEqual({ measures: set, problems: [] });
    const stored: unknown = JSON.parse(JSON.stringify(set));
    expect(measureSetKind.stored.parse(stored)).toEqual(set);
  });
});

describe('a file of measures', () => {
  it.each<[string, string, RegExp]>([
    [
      'an unknown member',
      changed('    staff: all', '    staf: all'),
      /^\d+ measures\[0\]\.staf: 知らない項目です。「staff」の書き間違い/,
    ],
    ['a missing member', changed('    confidence: A\n', ''), /^\d+ measures\[0\]\.confidence: 項目がありません/],
    [
      'an unknown figure',
      changed('figure: leaveAfterDuty', 'figure: leaving'),
      /measures\[1\]\.when\[0\]\.figure: 値 "leaving" は使えません/,
    ],
    [
      'hours without quotation marks',
      changed('value: "40:00"', 'value: 40'),
      /measures\[2\]\.when\[0\]\.value: .*引用符/,
    ],
    ['a role that is none', changed('by: [hr]', 'by: [boss]'), /measures\[0\]\.follows\[0\]\.by\[0\]: 値 "boss"/],
    [
      'a due that is none',
      changed('due: { days: 0 }', 'due: { weeks: 2 }'),
      /measures\[0\]\.follows\[0\]\.due: .*monthsAfter/,
    ],
    [
      'a day where none belongs',
      changed('moment: atOnce\n    day: null', 'moment: atOnce\n    day: 5'),
      /measures\[2\]\.day: この時点には日を書きません/,
    ],
    ['no day where one is needed', changed('    day: 20', '    day: null'), /measures\[0\]\.day: 毎月の日/],
    [
      'a figure of a day at the end of a month',
      changed('moment: daily', 'moment: monthEnd'),
      /measures\[1\]\.when\[0\]\.figure: その日の差は/,
    ],
    [
      'a figure of a month every day',
      changed('moment: atOnce', 'moment: daily'),
      /measures\[2\]\.when\[0\]\.figure: daily には/,
    ],
    [
      'nothing that could be exceeded',
      changed('when: [{ figure: month, comparison: atLeast, value: "40:00" }]', 'when: []'),
      /measures\[2\]\.when: 何を超えたときか/,
    ],
    [
      'hours for a count',
      changed(
        '{ figure: year, comparison: above, value: "360:00" }',
        '{ figure: monthsOver45, comparison: above, value: "6:00" }',
      ),
      /when\[\d\]\.value: 回数/,
    ],
    [
      'a condition of what is done every day',
      changed('moment: onDay\n    day: 20', 'moment: standing\n    day: null').replace(
        'when: []',
        'when: [{ figure: month, comparison: above, value: "1:00" }]',
      ),
      /measures\[0\]\.when: 日々の運用\(standing\)は予定を作らないので、条件は/,
    ],
    [
      'a deadline of what is done every day',
      changed('moment: onDay\n    day: 20', 'moment: standing\n    day: null'),
      /measures\[0\]\.follows\[0\]\.due: 日々の運用\(standing\)は予定を作らないので、期限は/,
    ],
    [
      'every month one for everybody',
      changed('moment: onDay\n    day: 20\n    per: section', 'moment: monthEnd\n    day: null\n    per: person'),
      /measures\[0\]\.when: 条件がないと、全職員に一人ずつ/,
    ],
    [
      'a deadline before the measure',
      changed('due: { monthsAfter: 1, day: 31 }', 'due: { monthsAfter: 0, day: 5 }'),
      /measures\[\d+\]\.follows\[0\]\.due: 期限が、対策の日より前です/,
    ],
    [
      'an approver that is none',
      presetText('yokohama').replace(/(do: approver,[^}]*?by: )\[director\]/, '$1[viceMayor]'),
      /measures\[\d+\]\.follows\[0\]\.by: 承認者になれるのは/,
    ],
    [
      'a control character',
      presetText('nerima').replace(/title: .*/, 'title: "a\\0b"'),
      /measures\[0\]\.title: .*読めない文字/,
    ],
    [
      'half of a letter',
      presetText('nerima').replace(/title: .*/, 'title: "a\\ud800b"'),
      /measures\[0\]\.title: .*読めない文字/,
    ],
    ['broken YAML', 'name: [', /^1 /],
    ['something else', '- a\n- b\n', /ファイルの全体は/],
  ])('%s is refused with line and key', (_, text, expected) => {
    const found = problemsOf(text);
    expect(found.length).toBeGreaterThan(0);
    expect(
      found.some((each) => expected.test(each)),
      found.join('\n'),
    ).toBe(true);
  });
  it('looks at what must hold as well, as at the first', () => {
    const adding = (more: string) => changed('value: "40:00" }', `value: "40:00", and: [${more}] }`);
    expect(problemsOf(adding('{ figure: monthsOver45, comparison: above, value: "3:00" }'))).toEqual([
      expect.stringMatching(/measures\[2\]\.when\[0\]\.and\[0\]\.value: .*回数/),
    ]);
    expect(problemsOf(adding('{ figure: leaveAfterDuty, comparison: above, value: "0:30" }'))).toEqual([
      expect.stringMatching(/measures\[2\]\.when\[0\]\.and\[0\]\.figure: .*daily/),
    ]);
    expect(problemsOf(adding('{ figure: presence, comparison: above, value: "60:00" }'))).toEqual([]);
  });
  it('takes a run of months where the conditions are known of the end of a month, and nowhere else', () => {
    const lasting = (text: string, months: number) => text.replace('lasting: 2', `lasting: ${months}`);
    const at = preset('nerima').measures.findIndex(({ id }) => id === 'nerima-hearing-self-directed');
    expect(problemsOf(lasting(presetText('nerima'), 3))).toEqual([]);
    expect(problemsOf(lasting(presetText('nerima'), 4))).toEqual([
      expect.stringContaining(`measures[${at}].lasting: 値 4 は使えません`),
    ]);
    expect(problemsOf(changed('day: 20', 'day: 20\n    lasting: 1'))).toEqual([
      expect.stringMatching(/measures\[0\]\.lasting: 続いた月の数は/),
    ]);
    const ordinary = preset('yokohama').measures.find(({ id }) => id === 'yokohama-plan-80');
    const text = writeMeasures({ ...preset('yokohama'), measures: [{ ...ordinary!, lasting: 2 }] });
    expect(problemsOf(text)).toEqual([
      expect.stringMatching(/measures\[0\]\.when\[0\]\.figure: 続いた月の数\(lasting\)とは/),
    ]);
  });
  it('asks for somebody who is met in an interview', () => {
    const text = (to: string) => presetText('yokohama').replace('to: [person, laborOffice]', `to: [${to}]`);
    const at = preset('yokohama').measures.findIndex(({ id }) => id === 'yokohama-report-45');
    expect(problemsOf(text('person'))).toEqual([]);
    for (const nobody of ['laborOffice', ''])
      expect(problemsOf(text(nobody))).toEqual([
        expect.stringContaining(`measures[${at}].follows[0].to: 面談する相手がいません`),
      ]);
  });
  it('takes thresholds of a few minutes, and writes them as minutes', () => {
    const { measures } = readMeasures(changed('value: "0:15"', 'value: "0:10"'), 'town.yaml');
    expect(measures === null ? '' : writeMeasures(measures)).toContain('comparison: atLeast, value: "0:10"');
  });
  it('tells an id that stands twice where it stands again, in one sentence', () => {
    const { problems } = readMeasures(changed('id: nerima-alert-40', 'id: nerima-alert-15'), 'town.yaml');
    const again = presetText('nerima')
      .split('\n')
      .findIndex((line) => line.includes('id: nerima-alert-40'));
    expect(problems.map(({ line, key, message }) => [line, key, message])).toEqual([
      [again + 1, 'measures[2].id', 'measures[1] の id と同じなので、ほかの id にします。'],
    ]);
  });
  it('tells a day that is over where the day is known, and takes today', () => {
    const on = (today?: string) =>
      readMeasures(
        changed(/effectiveFrom: .*/.exec(presetText('nerima'))?.[0] ?? '', 'effectiveFrom: "2026-11-03"'),
        'town.yaml',
        today === undefined ? {} : { today },
      ).problems.map(({ line, key, message }) => `${line} ${key}: ${message}`);
    expect(on('2026-11-04')).toEqual([
      expect.stringMatching(/^\d+ effectiveFrom: .*今日\(2026-11-04\)か、それより後の日/),
    ]);
    expect([...on('2026-11-03'), ...on()]).toEqual([]);
  });
  it('tells a form that does not exist, and one that is not of its subject, where the forms are known', () => {
    const forms = new Map<string, readonly Subject[]>([
      ['nerima-prior', ['person']],
      ['nerima-review', ['person']],
      ['nerima-notice', ['section']],
    ]);
    const told = (text: string) =>
      readMeasures(text, 'town.yaml', { forms }).problems.map(({ key, message }) => `${key}: ${message}`);
    expect(told(presetText('nerima'))).toEqual([]);
    expect(problemsOf(changed('form: nerima-notice', 'form: yokohama-9'))).toEqual([]);
    expect(told(changed('form: nerima-notice', 'form: yokohama-9'))).toEqual([
      expect.stringMatching(
        /follows\[\d\]\.form: 「yokohama-9」という様式はありません。.*section のときに使える nerima-notice から/,
      ),
    ]);
    expect(told(changed('form: nerima-prior', 'form: nerima-notice'))).toEqual([
      expect.stringMatching(
        /\.form: 「nerima-notice」は所属\(課\)ごと\(section\)の様式なので、per が person の対策では開けません。.*nerima-prior、nerima-review/,
      ),
    ]);
  });
  it('tells all problems at once', () => {
    const text = changed('    staff: all', '    staff: some').replace('confidence: A', 'confidence: Z');
    expect(problemsOf(text).length).toBe(2);
  });
});

describe('two practices', () => {
  const before = preset('ukiha');
  it('do not differ from themselves', () => expect(measureDifferences(before, before)).toEqual([]));
  it('differ by what was added, removed and changed, in words', () => {
    const [sheet, end, ten, ...rest] = before.measures;
    if (sheet === undefined || end === undefined || ten === undefined) throw new Error('too few measures');
    const after = {
      ...before,
      measures: [end, { ...ten, day: 12 }, ...rest, { ...ten, id: 'own', title: '独自の対策' }],
    };
    expect(measureDifferences(before, after)).toEqual([
      {
        id: 'ukiha-alert-10',
        title: ten.title,
        change: 'changed',
        before: ['毎月10日、職員ごとに(管理職を含む全職員)。月の時間外勤務が 15:00 を超えるとき'],
        after: ['毎月12日、職員ごとに(管理職を含む全職員)。月の時間外勤務が 15:00 を超えるとき'],
      },
      expect.objectContaining({ id: 'own', change: 'added', before: [] }),
      expect.objectContaining({ id: 'ukiha-sheet', change: 'removed', after: [] }),
    ]);
  });
});
