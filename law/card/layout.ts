import type { Decision } from '../decision/decision.ts';
import { layoutCitation } from './citations.ts';

/** Standard card applications: A レコード型, C 共通カードAP, D バイナリ型. */
export const cardLayouts = ['A', 'C', 'D'] as const;
export type CardLayout = (typeof cardLayouts)[number];

/** 利用者ID: written by itself, on every layout, and no 個人番号. Bytes. */
export const USER_ID_BYTES = 13;

/** `headers`: every record has one, whose size the notice does not tell. Bytes. */
const layouts: Readonly<Record<CardLayout, { readonly bytes: number; readonly headers: boolean }>> = {
  A: { bytes: 255, headers: true },
  C: { bytes: 33, headers: false },
  D: { bytes: 255, headers: false },
};
/** How the 利用者ID is read: after mutual authentication, by a mere touch, or encrypted. */
export const cardReadings: Readonly<Record<CardLayout, 'mutualAuthentication' | 'touch' | 'encrypted'>> = {
  A: 'mutualAuthentication',
  C: 'touch',
  D: 'encrypted',
};

export type LayoutFit = {
  readonly total: number;
  /** Bytes beside the 利用者ID and, on A, before the record headers. */
  readonly free: number;
  readonly needed: number;
  /** `unknown`: it fits without the record headers, whose size is not published. */
  readonly fits: 'yes' | 'no' | 'unknown';
};
/** layoutSized: total, userId, free (words: layout) · informationFits / informationTooLong / headersUnknown: needed, free */
export type LayoutStepName = 'layoutSized' | 'informationFits' | 'informationTooLong' | 'headersUnknown';

/** Thrown when a length is no whole number of bytes above zero. */
export class ImpossibleInformation extends Error {
  override readonly name = 'ImpossibleInformation';
}

/**
 * Whether pieces of information (bytes each) find room on a card application beside the 利用者ID (総行デ第41号 別紙3).
 * @throws ImpossibleInformation
 */
export function fitLayout(layout: CardLayout, information: readonly number[]): Decision<LayoutFit, LayoutStepName> {
  if (information.some((bytes) => !Number.isInteger(bytes) || bytes <= 0)) {
    throw new ImpossibleInformation(`not a number of bytes: ${information.join(', ')}`);
  }
  const { bytes: total, headers } = layouts[layout];
  const free = total - USER_ID_BYTES;
  const needed = information.reduce((sum, bytes) => sum + bytes, 0);
  const fits = needed > free ? 'no' : headers ? 'unknown' : 'yes';
  const says = { yes: 'informationFits', no: 'informationTooLong', unknown: 'headersUnknown' } as const;
  return {
    outcome: { total, free, needed, fits },
    steps: [
      {
        says: 'layoutSized',
        figures: { total, userId: USER_ID_BYTES, free },
        words: { layout },
        citation: layoutCitation,
      },
      { says: says[fits], figures: { needed, free }, citation: layoutCitation },
    ],
  };
}
