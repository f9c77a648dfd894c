/**
 * How sure we are of a provision's wording.
 * A = read in the text itself, B = known and confirmed by fragments, C = to be confirmed by the municipality.
 */
export type Confidence = 'A' | 'B' | 'C';

/**
 * A place in a legal text. `instrument` is an id registered in `law/instruments`;
 * `path` follows 法令標準XML (a=条 p=項 i=号 si1=イロハ); `revision` is the date of effect of the wording.
 */
export type Citation = {
  readonly instrument: string;
  readonly revision: string;
  readonly path: string;
  readonly confidence: Confidence;
};
