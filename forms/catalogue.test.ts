import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formDefinitions } from './catalogue.ts';
import { Typesetter } from './paper/typesetter.ts';
import { keyOf } from './sheet/definition.ts';
import { problemsOf } from './sheet/filled.ts';
import { filledUp, sampleGiven } from './sheet/testing/sample.ts';

const typesetter = new Typesetter();
const madeAt = 1_793_836_800;
/** Set to a folder, the printed forms are kept there to be looked at. */
const looks = process.env.TOKIMORI_PAPER;

describe.each(formDefinitions.map((definition) => [definition.key, definition] as const))('%s', (key, definition) => {
  const given = sampleGiven();
  const parts = definition.parts(given);

  it('has a key for every field once, and a word for everything', () => {
    const keys = parts.flatMap((part) => part.fields.map((field) => keyOf(part, field)));
    expect(new Set(keys).size).toBe(keys.length);
    for (const part of parts) for (const field of part.fields) expect(field.label).not.toBe('');
  });

  it('takes itself filled in, as draft and to be handed in, and tells an unknown field', () => {
    const filled = filledUp(definition, given);
    expect(problemsOf(parts, filled, true)).toEqual([]);
    expect(problemsOf(parts, {}, false)).toEqual([]);
    expect(problemsOf(parts, { ...filled, 'no.field': 'x' }, false)).toEqual([
      { key: 'no.field', message: expect.stringContaining('no.field') },
    ]);
  });

  it('asks for what is required before it is handed in', () => {
    const required = parts.flatMap((part) =>
      part.fields
        .filter((field) => field.required && (field.start ?? '').length === 0)
        .map((field) => keyOf(part, field)),
    );
    expect(problemsOf(parts, {}, true).map((problem) => problem.key)).toEqual(required);
  });

  it.each([
    ['blank', {}, null, false],
    ['filled', filledUp(definition, given), '2026-11-05', true],
  ] as const)(
    'is printed %s, as PDF/A, with the names that a usual font lacks',
    (name, filled, submittedOn, sealed) => {
      const seals = definition.route.map(({ label }) => ({
        label,
        name: sealed ? '高瀬' : '',
        on: sealed ? '8.11.5' : '',
      }));
      const sheet = definition.printed({ given, filled, submittedOn, seals });
      const data = { municipality: given.municipality, sheets: [sheet] };
      const pdf = typesetter.pdf({ template: definition.template, data, madeAt });
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
      expect(pdf.includes('pdfaid')).toBe(true);
      const two = typesetter.pdf({
        template: definition.template,
        data: { ...data, sheets: [sheet, sheet] },
        madeAt,
        batch: true,
      });
      expect(two.subarray(0, 5).toString()).toBe('%PDF-');
      if (looks === undefined) return;
      mkdirSync(looks, { recursive: true });
      writeFileSync(join(looks, `${key}-${name}.pdf`), pdf);
    },
  );
});
