import type { MeasureFields } from '@tokimori/contract/measure-fields';
import { describe, expect, it } from 'vitest';
import { draftOf, emptyAction, emptyMeasure, fieldsOf, type MeasureDraft, type Words } from './draft.ts';

const moment = { day: false, conditions: 'possible', lasting: false, ofDay: false, due: true, ahead: 0 } as const;
const deed = { by: 'needed', to: 'needed', form: 'possible', lists: 'none' } as const;
/** What is asked of the words here: which parts belong to which moment and deed, and the unit of a figure. */
const words = {
  moments: [
    { ...moment, key: 'monthEnd', name: '月の終わり', lasting: true },
    { ...moment, key: 'onDay', name: '毎月の決まった日', day: true },
    { ...moment, key: 'standing', name: '日々の運用として', conditions: 'none', due: false },
  ],
  figures: [
    { key: 'month', name: '月の時間外勤務', unit: 'minutes', ofDay: false, lasting: true },
    { key: 'monthsOver45', name: '45時間を超えた月', unit: 'count', ofDay: false, lasting: true },
  ],
  deeds: [
    { ...deed, key: 'form', name: '様式を出す' },
    { ...deed, key: 'list', name: '一覧を渡す', lists: 'possible' },
    { ...deed, key: 'alert', name: '知らせる', by: 'none', form: 'none' },
  ],
} as unknown as Words;

const fields: MeasureFields = {
  title: '月45時間を超えたら一覧を渡す',
  source: '運用',
  confidence: 'C',
  moment: 'monthEnd',
  day: null,
  per: 'section',
  staff: 'all',
  departments: 'all',
  when: [
    {
      figure: 'month',
      comparison: 'above',
      value: '45:00',
      and: [{ figure: 'monthsOver45', comparison: 'atLeast', value: 3 }],
    },
  ],
  lasting: 2,
  follows: [
    { do: 'list', what: '一覧', lists: 'sections', by: ['hr'], to: ['manager'], due: { monthsAfter: 1, day: 20 } },
    { do: 'form', what: '報告', form: 'zama-monthly', by: ['manager'], to: ['hr'], due: { days: 14 } },
    { do: 'alert', what: '超過', by: [], to: ['person'], due: null },
  ],
};
const draft = draftOf(fields);
const said = (part: Partial<MeasureDraft>) => fieldsOf({ ...draft, ...part }, words);

describe('the fields of a measure', () => {
  it('say what they were filled with', () => expect(fieldsOf(draft, words)).toEqual(fields));
  it.each([
    ['40', '40:00'],
    ['40:30', '40:30'],
    ['４０：３０', '40:30'],
    ['40:60', '40:60'],
    ['', ''],
  ])('take %s as hours: %s', (typed, value) => {
    const [condition] = said({ when: [{ figure: 'month', comparison: 'above', value: typed, and: [] }] }).when;
    expect(condition).toEqual({ figure: 'month', comparison: 'above', value });
  });
  it.each([
    ['6', 6],
    ['６', 6],
    ['6:00', '6:00'],
    ['六', '六'],
  ])('take %s as a count: %s', (typed, value) => {
    const when = [{ figure: 'monthsOver45', comparison: 'above', value: typed, and: [] }];
    expect(said({ when }).when[0]?.value).toBe(value);
  });
  it('say nothing of what does not apply', () => {
    const standing = said({ moment: 'standing', day: '5' });
    expect(standing).toMatchObject({ day: null, when: [] });
    expect(standing).not.toHaveProperty('lasting');
    expect(standing.follows.map(({ due }) => due)).toEqual([null, null, null]);
    expect(said({ moment: 'onDay', day: '20' })).toMatchObject({ day: 20 });
    expect(said({ moment: 'onDay', day: '20' })).not.toHaveProperty('lasting');
    const alert = { ...emptyAction, do: 'alert', form: 'x', lists: 'people', by: ['hr'], to: ['person'] };
    expect(said({ follows: [alert] }).follows).toEqual([{ do: 'alert', what: '', by: [], to: ['person'], due: null }]);
  });
  it('leave a number that cannot be read for the server to tell', () => {
    const due = (part: object) => said({ follows: [{ ...emptyAction, ...part }] }).follows[0]?.due;
    expect(due({ dueBy: 'month', monthsAfter: '2', day: '' })).toEqual({ monthsAfter: 2, day: null });
    expect(due({ dueBy: 'days', days: '二' })).toEqual({ days: null });
    expect(said({ moment: 'onDay', day: 'x' }).day).toBeNull();
  });
  it('of a new measure are empty', () => {
    expect(fieldsOf(emptyMeasure, words)).toMatchObject({ title: '', moment: '', day: null, when: [], per: '' });
  });
});
