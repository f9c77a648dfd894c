import { instrumentOf } from '../instruments/instruments.ts';
import type { Citation } from './citation.ts';
import { placeOf } from './place.ts';

/**
 * A citation as one line: 人事院規則15―14 第16条の2の2第1項第1号イ(1). A text that is not registered (a municipality's own)
 * is named by its id; a citation of a whole text has no place.
 */
export function formatCitation(citation: Citation): string {
  const title = instrumentOf(citation.instrument)?.short ?? citation.instrument;
  const place = placeOf(citation.path);
  return place === '' ? title : `${title} ${place}`;
}
