import { describe, expect, it } from 'vitest';
import { formDefinition, formDefinitions } from './catalogue.ts';
import { keepToLook, pagesOf } from './paper/testing/pages.ts';
import { Typesetter } from './paper/typesetter.ts';
import type { FormDefinition } from './sheet/definition.ts';
import type { Filled, Given } from './sheet/given.ts';
import { filledLongest, filledUp, filledWithLines, sampleGiven, samplePerson } from './sheet/testing/sample.ts';

const typesetter = new Typesetter();

function pages(definition: FormDefinition, given: Given, filled: Filled, name: string): number {
  const seals = definition.route.map(({ label }) => ({ label, name: '小鳥遊', on: '8.11.5' }));
  const sheet = definition.printed({ given, filled, submittedOn: '2026-11-05', seals });
  const data = { municipality: given.municipality, sheets: [sheet] };
  const pdf = typesetter.pdf({ template: definition.template, data, madeAt: 1_793_836_800 });
  keepToLook(`${definition.key}-${name}`, pdf);
  return pagesOf(pdf);
}

/** Texts in boxes of a fixed size; these two go on under themselves. */
const hasBoxes = ({ key, parts }: FormDefinition): boolean =>
  !['yokohama-1', 'zama-monthly'].includes(key) && parts(given).length > 0;

const given = sampleGiven();
const driven = sampleGiven({
  people: given.people.map((person) => ({ ...person, externallyDriven: true, managerial: true })),
});

describe.each(formDefinitions.map((definition) => [definition.key, definition] as const))('%s', (_, definition) => {
  it('is one page, blank and filled in', () => {
    expect(pages(definition, given, {}, 'blank')).toBe(1);
    expect(pages(definition, given, filledUp(definition, given), 'filled')).toBe(1);
    expect(pages(definition, driven, filledUp(definition, driven), 'driven')).toBe(1);
  });

  it('is one page with texts as long as it takes', () => {
    expect(pages(definition, driven, filledLongest(definition, driven), 'longest')).toBe(1);
  });
});

it.each(formDefinitions.filter(hasBoxes).map((definition) => [definition.key, definition] as const))(
  '%s puts what has no room in its boxes on a sheet of its own',
  (_, definition) => {
    expect(pages(definition, given, filledWithLines(definition, given), 'lines')).toBeGreaterThan(1);
  },
);

const many = (count: number): Given =>
  sampleGiven({
    people: Array.from({ length: count }, (_, at) =>
      samplePerson(
        String(100_001 + at),
        at % 3 === 0 ? '𠮷田 髙志' : '小鳥遊 ことり',
        [50, 20, 46, 30, 28, 40, at % 60],
        {
          over: at % 60 > 45 ? ['月45時間'] : [],
        },
      ),
    ),
  });

it.each([
  ['zama-monthly', 13, 1],
  ['zama-monthly', 60, 4],
  ['nerima-notice', 80, 3],
  ['uji-record', 40, 2],
  ['toyohashi-report', 10, 1],
  ['toyohashi-report', 25, 1],
  ['toyohashi-report', 45, 2],
  ['yokohama-1', 8, 1],
  ['zama-review', 6, 1],
])('%s of %i people takes %i page(s)', (key, count, expected) => {
  const definition = formDefinition(key);
  if (definition === undefined) throw new Error(`no ${key}`);
  expect(pages(definition, many(count), {}, `many-${count}`)).toBe(expected);
});

it('prints nobody, for a form that is looked at before anybody is concerned', () => {
  for (const definition of formDefinitions)
    expect([definition.key, pages(definition, sampleGiven({ people: [], head: null }), {}, 'nobody')]).toEqual([
      definition.key,
      1,
    ]);
});
