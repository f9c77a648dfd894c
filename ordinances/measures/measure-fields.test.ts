import { describe, expect, it } from 'vitest';
import { changeMeasures, type MeasureChange } from './change-measures.ts';
import { measureKind } from './measure.ts';
import { preset, presetText } from './presets.ts';
import type { Subject } from './vocabulary.ts';

type Written = Extract<MeasureChange, { kind: 'put' }>['measure'];

/** A measure of 練馬区 with another part. */
const put = (id: string, part: Written): MeasureChange => {
  const found = preset('nerima').measures.find((each) => each.id === id);
  if (found === undefined) throw new Error(`no measure ${id}`);
  const { id: _, ...written } = measureKind.writes(found) as Written;
  return { kind: 'put', id, measure: { ...written, ...part } };
};
const problemsOf = (change: MeasureChange, text = presetText('nerima')) => {
  const { text: after, problems, measure } = changeMeasures(text, change);
  expect(after, 'nothing is changed where there is a problem').toBe(text);
  expect(measure).toBeNull();
  return problems.map(({ field, message }) => `${field}: ${message}`);
};

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
});
