/**
 * What the database told of each person, taken apart when it is asked for: of thousands of people one after another is
 * made, and what lies open for all of them at once would only be moved about by the garbage collector.
 */
export type ByPerson<T> = {
  readonly has: (staff: string) => boolean;
  readonly get: (staff: string) => T | undefined;
};

/** @param told what was told of a person, as text. */
export function takenApartLater<T>(told: ReadonlyMap<string, string>, takeApart: (text: string) => T): ByPerson<T> {
  return {
    has: (staff) => told.has(staff),
    get: (staff) => {
      const text = told.get(staff);
      return text === undefined ? undefined : takeApart(text);
    },
  };
}

/** Reads `1,-2,3`. */
export function integersOf(text: string): number[] {
  const numbers: number[] = [];
  let value = 0;
  let negative = false;
  for (let i = 0; i <= text.length; i++) {
    const code = i === text.length ? COMMA : text.charCodeAt(i);
    if (code === COMMA) {
      numbers.push(negative ? -value : value);
      value = 0;
      negative = false;
    } else if (code === MINUS) negative = true;
    else value = value * 10 + code - ZERO;
  }
  return numbers;
}

const COMMA = 44;
const MINUS = 45;
const ZERO = 48;
