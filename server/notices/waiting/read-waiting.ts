import type { Tx } from '../../store/tenant.ts';
import type { Here } from '../../use-cases/reading/moment.ts';
import { waitingBreaches, waitingBreachReviews } from './breaches.ts';
import { waitingFinals, waitingObjections, waitingReviews } from './decisions.ts';
import { waitingDifferences } from './differences.ts';
import { waitingForms } from './forms.ts';
import { readGround, type Waiting } from './ground.ts';

/** Each tells of one matter; another kind of notice is one more entry. */
const sources = [
  waitingFinals,
  waitingReviews,
  waitingObjections,
  waitingDifferences,
  waitingForms,
  waitingBreaches,
  waitingBreachReviews,
] as const;

/** Everything that waits for people of a municipality now, from the facts. */
export async function readWaiting(tx: Tx, at: Here): Promise<readonly Waiting[]> {
  const ground = await readGround(tx, at);
  const found: Waiting[] = [];
  for (const source of sources) found.push(...(await source(tx, ground)));
  return found;
}
