import { type Decided, type Recorded, refuse } from '../recorded.ts';

/** 要因の整理、分析及び検証 (人事院規則15―14 第16条の2の2第3項), as a document of a 課 or of the whole body. */
export type ReviewWords = {
  /** 整理: which causes, works and people stand out. */
  readonly sorted: string;
  /** 分析: why. */
  readonly analysed: string;
  /** 検証: whether it could have been avoided, and whether former measures worked. */
  readonly verified: string;
};

export type ReviewEvent =
  | { readonly kind: 'ReviewDrafted'; readonly data: ReviewWords & { readonly records: number } }
  /** `records` = how many records it rests on. */
  | { readonly kind: 'ReviewConcluded'; readonly data: ReviewWords & { readonly records: number } };

export type Review = {
  readonly state: 'draft' | 'concluded';
  readonly words: ReviewWords;
  readonly writtenBy: string;
  readonly writtenAt: Date;
  /** When it was concluded last; it stays concluded while a newer draft waits. */
  readonly concludedBy: string | null;
  readonly concludedAt: Date | null;
};

export type ReviewCommand = {
  readonly type: 'draft' | 'conclude';
  readonly words: ReviewWords;
  /** Records of the section and period at this moment, and those of them that came after it was concluded. */
  readonly records: number;
  readonly since: number;
};

const blank = (text: string): boolean => text.trim() === '';
const same = (a: ReviewWords, b: ReviewWords): boolean =>
  a.sorted === b.sorted && a.analysed === b.analysed && a.verified === b.verified;

/** Decides about the document: a draft may be anything; concluding wants all three parts. Done twice, nothing happens. */
export function decideReview(
  { type, words, records, since }: ReviewCommand,
  state: Review | null,
): Decided<ReviewEvent> {
  if (type === 'draft') {
    if (state !== null && same(state.words, words)) return { events: [] };
    return { events: [{ kind: 'ReviewDrafted', data: { ...words, records } }] };
  }
  const missing = (['sorted', 'analysed', 'verified'] as const).filter((part) => blank(words[part]));
  if (missing.length > 0) return refuse('review.missing', {}, { missing: missing.join(',') });
  if (state?.state === 'concluded' && since === 0 && same(state.words, words)) return { events: [] };
  return { events: [{ kind: 'ReviewConcluded', data: { ...words, records } }] };
}

/** Folds one event into the document. */
export function evolveReview(state: Review | null, { event, actor, occurredAt }: Recorded<ReviewEvent>): Review {
  const { records: _, ...words } = event.data;
  const written = { words, writtenBy: actor, writtenAt: occurredAt };
  if (event.kind === 'ReviewConcluded')
    return { ...written, state: 'concluded', concludedBy: actor, concludedAt: occurredAt };
  return {
    ...written,
    state: 'draft',
    concludedBy: state?.concludedBy ?? null,
    concludedAt: state?.concludedAt ?? null,
  };
}
