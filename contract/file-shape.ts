/** A column of a file that is taken in: its name, other names it is known by, what stands in it, and an example. */
export type ImportColumn = {
  readonly field: string;
  readonly aliases: readonly string[];
  readonly required: boolean;
  readonly means: string;
  /** As it may stand in a file; empty where an example line leaves it out. */
  readonly example: string;
};

/** A kind of file. `alternatives`: sets of columns of which one must be complete. */
export type FileShape = {
  readonly name: string;
  readonly about: string;
  readonly columns: readonly ImportColumn[];
  readonly alternatives: readonly (readonly string[])[];
};

export const column = (
  field: string,
  required: boolean,
  means: string,
  example: string,
  ...aliases: readonly string[]
): ImportColumn => ({ field, required, means, example, aliases });
