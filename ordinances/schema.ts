import { z } from 'zod';
import { follow, isGiven, isPlain, lay, rootMembers } from './parameters/merge.ts';
import { isSection, membersOf, modelParameters, type Node, type Parameters } from './parameters/table.ts';

export type { Parameters };

/**
 * What a municipality decides for itself (条例・規則・運用), as one strict, dated document, built from the table of
 * `parameters/table.ts`. Statutory numbers are not in it: no municipality can change them.
 */
type Side = 'written' | 'stored';

function schemaOf(node: Node, side: Side): z.ZodType {
  return isSection(node) ? shapeOf(membersOf(node), side) : node.kind[side];
}

function shapeOf(members: Iterable<readonly [string, Node]>, side: Side): z.ZodType {
  return z.strictObject(Object.fromEntries([...members].map(([name, node]) => [name, schemaOf(node, side)])));
}

/** Parameters as a file writes them, complete: durations are `h:mm`. */
export const parametersSchema = shapeOf(rootMembers, 'written') as unknown as z.ZodType<Parameters>;

const completeStored = shapeOf(rootMembers, 'stored') as unknown as z.ZodType<Parameters>;

/**
 * As they are stored: durations are minutes. What a document does not hold, because it was stored before the parameter existed,
 * takes the model's value, or that of the parameter it follows. An unknown key is a defect.
 */
export const storedParameters: z.ZodType<Parameters> = z
  .unknown()
  .transform((document) =>
    isPlain(document) ? follow(lay(document, modelParameters), (path) => isGiven(document, path)) : document,
  )
  .pipe(completeStored);
