import type { Step } from '../decision/decision.ts';
import { formatCitation } from '../decision/format-citation.ts';

/** 「monthOver month=24315 limit=2700 — 人事院規則15―14 第16条の2の2第1項第1号」: a step whole, its figures as they are stored. */
export function traceLine({ says, figures, words = {}, citation }: Step): string {
  const told = Object.entries({ ...figures, ...words }).map(([name, value]) => `${name}=${value}`);
  return [says, ...told, ...(citation === undefined ? [] : ['—', formatCitation(citation)])].join(' ');
}
