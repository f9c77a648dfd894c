import type { Minutes } from '@tokimori/law/time/minutes';

/** What a limit bar shows. `worked` holds `exceptional`; `ordered` and `requested` come on top of it. Minutes. */
export type LimitFigures = {
  readonly worked: Minutes;
  readonly exceptional?: Minutes;
  readonly ordered?: Minutes;
  readonly requested?: Minutes;
  readonly limit: Minutes | null;
  readonly forecast?: Minutes | null;
};
export type SegmentKind = 'worked' | 'exceptional' | 'ordered' | 'requested' | 'over' | 'forecast';
/** A piece of the bar in per cent of its width. */
export type Segment = { readonly kind: SegmentKind; readonly from: number; readonly until: number };

const sumOf = (f: LimitFigures): Minutes => f.worked + (f.ordered ?? 0) + (f.requested ?? 0);

/** End of the axis: at least 1.3 × the limit, so that what goes over can be seen; more when figures go further. */
export function scaleOf(figures: LimitFigures): Minutes {
  const furthest = Math.max(sumOf(figures), figures.forecast ?? 0);
  return Math.max(figures.limit === null ? 0 : figures.limit * 1.3, furthest * 1.1, 60);
}

/** Axis of bars in a list: the limit lies at the same place (three quarters) in every row. */
export const listScaleOf = (limit: Minutes): Minutes => Math.max(limit, 1) / 0.75;

/** The pieces of the bar from left to right. What lies beyond the limit is `over`, whatever it was made of. */
export function segmentsOf(figures: LimitFigures, scale: Minutes): Segment[] {
  const exceptional = Math.min(figures.exceptional ?? 0, figures.worked);
  const lengths: readonly [SegmentKind, Minutes][] = [
    ['worked', figures.worked - exceptional],
    ['exceptional', exceptional],
    ['ordered', figures.ordered ?? 0],
    ['requested', figures.requested ?? 0],
  ];
  const limit = figures.limit ?? Number.POSITIVE_INFINITY;
  const percent = (at: Minutes) => Math.min(100, Math.max(0, (at / scale) * 100));
  const pieces: Segment[] = [];
  const add = (kind: SegmentKind, from: Minutes, until: Minutes) => {
    if (until > from && percent(until) > percent(from))
      pieces.push({ kind, from: percent(from), until: percent(until) });
  };
  let at = 0;
  for (const [kind, length] of lengths) {
    // 特例業務 keeps its own pattern beyond the limit: it may lawfully lie there.
    if (kind === 'exceptional') add(kind, at, at + length);
    else {
      add(kind, at, Math.min(at + length, Math.max(limit, at)));
      add('over', Math.max(at, limit), at + length);
    }
    at += length;
  }
  if (figures.forecast !== undefined && figures.forecast !== null) add('forecast', at, figures.forecast);
  return pieces;
}
