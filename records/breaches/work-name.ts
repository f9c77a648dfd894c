/** A work and the minutes of overtime spent on it. */
export type Work = { readonly work: string; readonly minutes: number };

/** What a work is called while no 業務内容 was written. */
export const UNNAMED_WORK = '業務内容の記入なし';

const ends = /[。、.,・;\s]+$/u;
const dated =
  /(令和|平成|R|H)?\d{1,4}年度?(分)?|\d{1,2}月(\d{1,2}日)?(分|号|期)?|第\d{1,3}(回|期|四半期|号)|\d{1,2}\/\d{1,2}/gu;
const brackets = /[(([【「][^))\]】」]*[))\]】」]/gu;

/**
 * The name under which the same work of several days and people meets: full-width letters and figures become half-width, blanks and closing marks go,
 * and so do years, months, numbers of times and remarks in brackets (「10月分 給与計算(再)」 and 「給与計算」 are one). What would be left empty stays as it was.
 */
export function workName(text: string): string {
  const plain = text.normalize('NFKC').replace(/\s+/gu, ' ').trim().replace(ends, '');
  if (plain === '') return UNNAMED_WORK;
  const short = plain
    .replace(brackets, '')
    .replace(dated, '')
    .replace(/\s+/gu, '')
    .replace(/^[のはを・、]+/u, '')
    .replace(ends, '');
  return short === '' ? plain : short;
}

/** Works of the same name added up, those with most minutes first. */
export function worksByName(works: readonly Work[]): readonly Work[] {
  const sums = new Map<string, number>();
  for (const { work, minutes } of works) {
    const name = workName(work);
    sums.set(name, (sums.get(name) ?? 0) + minutes);
  }
  return [...sums]
    .map(([work, minutes]) => ({ work, minutes }))
    .sort((a, b) => b.minutes - a.minutes || (a.work < b.work ? -1 : 1));
}
