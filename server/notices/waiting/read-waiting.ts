import type { Tx } from '../../store/tenant.ts';
import { waitingBreaches, waitingBreachReviews } from './breaches.ts';
import { tellDecisions } from './decided.ts';
import { waitingFinals, waitingObjections, waitingReviews } from './decisions.ts';
import { waitingDifferences } from './differences.ts';
import { waitingExecutive } from './executive.ts';
import { waitingForms } from './forms.ts';
import type { Waiting, WaitingGround } from './ground.ts';
import { waitingPlans } from './plans.ts';
import { waitingReopenings } from './reopenings.ts';
import { waitingCorrections, waitingRequests } from './requests.ts';
import { waitingSupport } from './support.ts';
import type { Touched } from './touched.ts';

type Source = (tx: Tx, ground: WaitingGround, touched: Touched) => Promise<readonly Waiting[]>;

/** Each tells of one matter, of what was touched or of everything; another kind of notice is one more entry. */
const sources: readonly Source[] = [
  waitingRequests,
  waitingFinals,
  waitingCorrections,
  waitingDifferences,
  waitingForms,
  waitingBreaches,
  waitingReopenings,
  tellDecisions,
];

/** What is few, and read as a whole at every look, by the name its notices go by. */
const few: readonly { readonly about: string; readonly read: Source }[] = [
  { about: 'after-reviews', read: waitingReviews },
  { about: 'objections', read: waitingObjections },
  { about: 'plans', read: waitingPlans },
  { about: 'executive-dues', read: waitingExecutive },
  { about: 'support', read: waitingSupport },
];
const REVIEWS = 'breach-reviews';

/** What was read. `about` names all of which it was asked, also that for which nothing waits any more. */
export type ReadWaiting = { readonly about: readonly string[]; readonly waiting: readonly Waiting[] };

/** What waits for people of a municipality now, from the facts: of everything, or of what was touched. */
export async function readWaiting(tx: Tx, ground: WaitingGround, touched: Touched): Promise<ReadWaiting> {
  const found: Waiting[] = [];
  for (const source of sources) found.push(...(await source(tx, ground, touched)));
  for (const { read } of few) found.push(...(await read(tx, ground, touched)));
  // The reviews of a year rest on all its records: they are summed again when a record or a review was touched, and every day.
  const summed = touched.whole || touched.of('breach').length > 0 || touched.of('breach-review').length > 0;
  if (summed) found.push(...(await waitingBreachReviews(tx, ground)));
  return {
    about: [...touched.names, ...few.map(({ about }) => about), ...(summed ? [REVIEWS] : [])],
    waiting: found,
  };
}
