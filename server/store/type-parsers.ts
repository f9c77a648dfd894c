import pg from 'pg';

type Parse = (text: string) => unknown;

/** pg's own parsers, by the number of a type. */
const builtIn = pg.types.getTypeParser as (type: number, format: string) => Parse;
const TEXT_ARRAY = 1009;

const asTexts = builtIn(TEXT_ARRAY, 'text') as (text: string) => (string | null)[];
const asNumbers: Parse = (text) => asTexts(text).map((element) => (element === null ? null : Number(element)));

/** date → `YYYY-MM-DD`; int8 and numeric → number (sums of yen and minutes stay far below 2^53); also in arrays. */
const own = new Map<number, Parse>([
  [1082, (text) => text],
  [1182, asTexts],
  [20, Number],
  [1016, asNumbers],
  [1700, Number],
  [1231, asNumbers],
]);

/** Type parsers of every connection of the store. timestamptz stays a Date, json is parsed, bytea is a Buffer. */
export const typeParsers: pg.CustomTypesConfig = {
  getTypeParser: ((type: number, format = 'text') =>
    (format === 'text' ? own.get(type) : undefined) ?? builtIn(type, format)) as typeof pg.types.getTypeParser,
};
