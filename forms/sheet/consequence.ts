import type { ReportMeasure } from '@tokimori/records/plan';
import type { FormDefinition } from './definition.ts';
import type { Filled, Given } from './given.ts';
import type { NoticeContent } from './notice.ts';

/** A form as it was handed in. */
export type HandedIn = { readonly given: Given; readonly filled: Filled };

/**
 * What follows from handing a form in, beside its way through the posts. A form declares it as data, whoever keeps the records carries it out.
 * `reportMeasures`: the measures ①–④ of a group go into the next 時間外勤務実施計画書 of the section; they are taken out while the form is returned.
 * `priorNotice`: what it says as the prior notice of 特例業務 is recorded in their register; it stands there while the form is returned.
 */
export type Consequence =
  | { readonly kind: 'reportMeasures'; readonly group: string; readonly measures: readonly ReportMeasure[] }
  | { readonly kind: 'priorNotice'; readonly content: NoticeContent };

/** Everything that follows from handing a form in. */
export const consequencesOf = (
  { notice, follows }: Pick<FormDefinition, 'notice' | 'follows'>,
  handedIn: HandedIn,
): readonly Consequence[] => [
  ...(notice === undefined ? [] : [{ kind: 'priorNotice' as const, content: notice(handedIn.given, handedIn.filled) }]),
  ...(follows?.(handedIn) ?? []),
];
