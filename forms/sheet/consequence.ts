import type { ReportMeasure } from '@tokimori/records/plan';
import type { Filled, Given } from './given.ts';

/** A form as it was handed in. */
export type HandedIn = { readonly given: Given; readonly filled: Filled };

/**
 * What follows from handing a form in, beside its way through the posts; it is undone while the form is returned. A form declares it as data,
 * whoever keeps the records carries it out.
 * `reportMeasures`: the measures ①–④ of a group go into the next 時間外勤務実施計画書 of the section.
 */
export type Consequence = {
  readonly kind: 'reportMeasures';
  readonly group: string;
  readonly measures: readonly ReportMeasure[];
};
