import type { Language, Words } from './language.ts';

/** Why something given was refused: where it is, what is wrong with it, how to put it right; what is not known is left out. */
export type Complaint = { readonly why?: Words; readonly cure?: Words };

/** The input is refused (exit code 1). */
export class InputRefused extends Error {
  override readonly name = 'InputRefused';
  readonly what: Words;
  readonly complaints: readonly Complaint[];

  constructor(what: Words, complaints: readonly Complaint[]) {
    super(what.ja);
    this.what = what;
    this.complaints = complaints;
  }
}

/** The command was called wrongly (exit code 2). */
export class WrongUsage extends Error {
  override readonly name = 'WrongUsage';
  readonly words: Words;

  constructor(words: Words) {
    super(words.ja);
    this.words = words;
  }
}

const headings = {
  ja: { what: '事象', why: '原因', cure: '対処', more: (n: number) => `ほかに ${n} か所あります。` },
  en: { what: 'What', why: 'Why', cure: 'What to do', more: (n: number) => `${n} more.` },
} as const;

/** How many complaints are told in full. */
const SHOWN = 20;

/** 事象・原因・対処, for standard error. */
export function formatRefusal(refused: InputRefused, language: Language): string {
  const { what, why, cure, more } = headings[language];
  const lines = [`${what}: ${refused.what[language]}`];
  for (const complaint of refused.complaints.slice(0, SHOWN)) {
    if (complaint.why !== undefined) lines.push(`${why}: ${complaint.why[language]}`);
    if (complaint.cure !== undefined) lines.push(`${cure}: ${complaint.cure[language]}`);
  }
  if (refused.complaints.length > SHOWN) lines.push(more(refused.complaints.length - SHOWN));
  return `${lines.join('\n')}\n`;
}
