import type { Citation } from '../../decision/citation.ts';
import type { Kind } from './kind.ts';

type Sparse = Pick<Kind, 'group' | 'pay' | 'attendance'> &
  Partial<Pick<Kind, 'units' | 'finishing' | 'counts' | 'limit' | 'who'>>;

/** A kind with what most of its group share left out: whole duty days, for everyone, a fact of the register. */
export function makeKind(code: string, name: string, condition: string, sparse: Sparse, citation: Citation): Kind {
  return {
    code,
    name,
    condition,
    units: [],
    finishing: false,
    counts: 'dutyDays',
    limit: { per: 'fact' },
    who: 'everyone',
    ...sparse,
    citation,
  };
}
