import { type FormDefinition, keyOf, type Part, textOf } from './definition.ts';
import type { Filled, Given } from './given.ts';

/** What stands in place of words about somebody's health for those who do not see them. */
export const HIDDEN = '(健康に関する記載のため表示しません)';

/** Keys of the fields with words about health. */
export const healthKeys = (parts: readonly Part[]): readonly string[] =>
  parts.flatMap((part) =>
    part.fields.filter((field) => 'health' in field && field.health === true).map((field) => keyOf(part, field)),
  );

/** Keys of the fields in which words about health stand, typed or from the records. */
export const healthStanding = (parts: readonly Part[], filled: Filled): readonly string[] =>
  healthKeys(parts).filter((key) => textOf(parts, filled, key).trim() !== '');

const hidden = (parts: readonly Part[], filled: Filled): Filled => ({
  ...filled,
  ...Object.fromEntries(healthStanding(parts, filled).map((key) => [key, HIDDEN])),
});

/**
 * A form without its words about health, whether they are typed or stand there from the records or the stage before. The labels stay.
 * @param earlier the form of the stage before
 */
export function withoutHealth(
  definition: Pick<FormDefinition, 'parts'>,
  earlier: Pick<FormDefinition, 'parts'> | undefined,
  { given, filled }: { readonly given: Given; readonly filled: Filled },
): { readonly given: Given; readonly filled: Filled } {
  const before = given.earlier;
  const told: Given = {
    ...given,
    ...(given.notices === undefined ? {} : { notices: given.notices.map((each) => ({ ...each, health: '' })) }),
    earlier:
      before === null || earlier === undefined
        ? before
        : { ...before, filled: hidden(earlier.parts({ ...given, on: before.on, earlier: null }), before.filled) },
  };
  return { given: told, filled: hidden(definition.parts(given), filled) };
}
