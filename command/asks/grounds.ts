import type { Citation, Confidence } from '@tokimori/law/decision/citation';
import type { Step } from '@tokimori/law/decision/decision';
import { formatCitation } from '@tokimori/law/decision/format-citation';
import { type EpochDay, formatLocalDate } from '@tokimori/law/time/civil';
import { formatDuration, type Minutes } from '@tokimori/law/time/minutes';
import { parseTimeOfDay } from '@tokimori/law/time/time-of-day';
import { z } from 'zod';
import { read } from '../document/values.ts';

/** A time on a duty date, `8:30` or beyond midnight `26:10`, as minutes. */
export const timeOfDay = read('duration', parseTimeOfDay);
/** `{ "from": "17:15", "to": "19:45" }`. */
export const spanText = z.strictObject({ from: timeOfDay, to: timeOfDay });
/** Minutes and days as the answer writes them. */
export const hm = (minutes: Minutes): string => formatDuration(minutes);
export const iso = (day: EpochDay): string => formatLocalDate(day);

const least = (all: readonly Confidence[]): Confidence => (all.includes('C') ? 'C' : all.includes('B') ? 'B' : 'A');

/** The place a verdict rests on, and how sure its wording is. */
export function ground(citation: Citation): { readonly cites: string; readonly confidence: Confidence } {
  return { cites: formatCitation(citation), confidence: citation.confidence };
}

/** Every place that steps cite, once each in order, and the least sure of them. */
export function groundsOf(steps: readonly Pick<Step, 'citation'>[]): {
  readonly cites: readonly string[];
  readonly confidence: Confidence;
} {
  const all = steps.flatMap(({ citation }) => (citation === undefined ? [] : [citation]));
  return { cites: [...new Set(all.map(formatCitation))], confidence: least(all.map(({ confidence }) => confidence)) };
}

/** The model's parameters with those that a document gives. */
export function over<Rules extends object>(
  model: Rules,
  given: { readonly [Key in keyof Rules]?: Rules[Key] | undefined } | null | undefined,
): Rules {
  const told = Object.entries(given ?? {}).filter(([, value]) => value !== undefined);
  return { ...model, ...Object.fromEntries(told) };
}
