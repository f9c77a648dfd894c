import type { Minutes } from './minutes.ts';

/** Half-open span of minutes counted from 0:00 of a duty date; may pass 24:00. */
export type Span = { readonly from: Minutes; readonly until: Minutes };

/** Minutes of one span; 0 when it ends before it begins. */
export function lengthOfSpan(span: Span): Minutes {
  return span.until > span.from ? span.until - span.from : 0;
}

/** Minutes that two spans share. */
export function sharedMinutes(a: Span, b: Span): Minutes {
  const from = Math.max(a.from, b.from);
  const until = Math.min(a.until, b.until);
  return until > from ? until - from : 0;
}

/** Ascending, none empty, and between each two at least a minute. */
function isNormal(spans: readonly Span[]): boolean {
  let end = Number.NEGATIVE_INFINITY;
  for (const { from, until } of spans) {
    if (until <= from || from <= end) return false;
    end = until;
  }
  return true;
}

/** The same minutes as a normal list; the list itself where it is one, as nearly all are. */
function normalised(spans: readonly Span[]): readonly Span[] {
  if (isNormal(spans)) return spans;
  const ordered = spans.filter((span) => span.until > span.from).sort((a, b) => a.from - b.from);
  const merged: Span[] = [];
  for (const span of ordered) {
    const last = merged.at(-1);
    if (last === undefined || span.from > last.until) merged.push(span);
    else if (span.until > last.until) merged[merged.length - 1] = { from: last.from, until: span.until };
  }
  return merged;
}

/**
 * A set of minutes, kept as ascending spans that neither overlap nor touch.
 * Empty and reversed spans hold no minute and vanish.
 */
export class Spans {
  static readonly none = new Spans([]);

  readonly list: readonly Span[];

  private constructor(list: readonly Span[]) {
    this.list = list;
  }

  /** Any spans, in any order, overlapping or not. */
  static of(...spans: readonly Span[]): Spans {
    return new Spans(normalised(spans));
  }

  /** Minutes in the set. */
  get total(): Minutes {
    let sum = 0;
    for (const span of this.list) sum += span.until - span.from;
    return sum;
  }

  get isEmpty(): boolean {
    return this.list.length === 0;
  }

  /** First minute; undefined for the empty set. */
  get start(): Minutes | undefined {
    return this.list[0]?.from;
  }

  /** The minute after the last one; undefined for the empty set. */
  get end(): Minutes | undefined {
    return this.list.at(-1)?.until;
  }

  /** Union. */
  or(other: Spans): Spans {
    if (this.isEmpty) return other;
    if (other.isEmpty) return this;
    return new Spans(normalised([...this.list, ...other.list]));
  }

  /** Intersection. */
  and(other: Spans): Spans {
    const shared: Span[] = [];
    for (const a of this.list) {
      for (const b of other.list) {
        const from = Math.max(a.from, b.from);
        const until = Math.min(a.until, b.until);
        if (until > from) shared.push({ from, until });
      }
    }
    return shared.length === 0 ? Spans.none : new Spans(shared);
  }

  /** What is in this set and not in the other. */
  minus(other: Spans): Spans {
    if (!this.meets(other)) return this;
    const left: Span[] = [];
    for (const span of this.list) {
      let from = span.from;
      for (const hole of other.list) {
        if (hole.until <= from) continue;
        if (hole.from >= span.until) break;
        if (hole.from > from) left.push({ from, until: hole.from });
        from = hole.until;
      }
      if (from < span.until) left.push({ from, until: span.until });
    }
    return new Spans(left);
  }

  /** Whether the two share a minute. */
  meets(other: Spans): boolean {
    for (const a of this.list) for (const b of other.list) if (a.from < b.until && b.from < a.until) return true;
    return false;
  }

  /** The set without `length` minutes, taken out after its first `after` minutes. */
  without(length: Minutes, after: Minutes): Spans {
    const left: Span[] = [];
    let passed = 0;
    for (const { from, until } of this.list) {
      const holeFrom = Math.min(until, from + Math.max(0, after - passed));
      const holeUntil = Math.min(until, from + Math.max(0, after + length - passed));
      left.push({ from, until: holeFrom }, { from: holeUntil, until });
      passed += until - from;
    }
    return new Spans(normalised(left));
  }
}
