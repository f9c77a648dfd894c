/** The part of papaparse that is used here (the package ships no types). */
declare module 'papaparse' {
  export type ParserSettings = {
    readonly delimiter: string;
    readonly newline: string;
    readonly step: (result: {
      readonly data: string[][];
      readonly errors: readonly { readonly code: string }[];
      readonly meta: { readonly cursor: number };
    }) => void;
  };
  const Papa: {
    /** Parses one piece of text; with `ignoreLastRow` the unfinished last row is left for the next piece. */
    readonly Parser: new (
      settings: ParserSettings,
    ) => { parse(input: string, baseIndex: number, ignoreLastRow: boolean): unknown };
  };
  export default Papa;
}
