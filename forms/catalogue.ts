import type { FormDefinition } from './sheet/definition.ts';
import { zamaReview } from './zama/review.ts';

/** The forms of the case books, by their key, in the order of the books. */
export const formDefinitions: readonly FormDefinition[] = [zamaReview];

const byKey = new Map(formDefinitions.map((definition) => [definition.key, definition]));

/** A form by its key; undefined when there is none. */
export const formDefinition = (key: string): FormDefinition | undefined => byKey.get(key);
