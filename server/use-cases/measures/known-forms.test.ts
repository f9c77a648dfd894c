import { presetNames, presetText } from '@tokimori/ordinances/measures/presets';
import { readMeasures } from '@tokimori/ordinances/measures/read-measures';
import { expect, it } from 'vitest';
import { formTitles, knownForms } from './known-forms.ts';

it.each(presetNames)('%s names forms that exist, each of the subject of its measure', (name) =>
  expect(readMeasures(presetText(name), name, { forms: knownForms }).problems).toEqual([]),
);

it.each([
  ['zama-monthly', 'of a 課'],
  ['saga-1', 'of all'],
])('%s, %s, is no form of a person', (form) => {
  const text = presetText('yokohama').replace('form: yokohama-1', `form: ${form}`);
  expect(readMeasures(text, 'town', { forms: knownForms }).problems).toEqual([
    expect.objectContaining({
      key: expect.stringMatching(/\.form$/),
      message: expect.stringContaining(`「${form}」は`),
    }),
  ]);
});

it('calls every form and sheet by a title of its own', () => {
  expect([...formTitles.keys()].sort()).toEqual([...knownForms.keys()].sort());
  expect(new Set(formTitles.values()).size).toBe(formTitles.size);
});
