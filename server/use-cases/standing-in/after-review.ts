import { randomUUID } from 'node:crypto';
import type { OvertimeEvent } from '@tokimori/records/overtime-events';
import type { Tx } from '../../store/tenant.ts';
import type { Here } from '../reading/moment.ts';
import type { Place } from './place.ts';

/** What a deed leaves to be seen afterwards, by the head of which department. */
type Review = { readonly about: 'standIn' | 'onBehalf' | 'emergency'; readonly department: string };

/** 後閲 of a 代決 by the head in whose place it was, of a 取消 entered for the head by the head, of an emergency by the head of the 部局. */
function reviewsOf(event: OvertimeEvent, { post, finality }: Pick<Place, 'post' | 'finality'>): readonly Review[] {
  const as = 'capacity' in event.data ? event.data.capacity?.as : undefined;
  const reviews: Review[] = [];
  if (as === 'standIn') reviews.push({ about: 'standIn', department: post });
  if (as === 'onBehalf' && event.kind === 'OvertimeRevoked') reviews.push({ about: 'onBehalf', department: post });
  if (event.kind === 'OvertimeOrdered' && event.data.emergency === true)
    reviews.push({ about: 'emergency', department: finality.top });
  return reviews;
}

/** Lists decisions for whoever answers for them, in the transaction of the deed. */
export async function listForReview(
  tx: Tx,
  at: Here,
  deed: {
    readonly overtime: string;
    readonly actor: string;
    readonly event: OvertimeEvent;
    readonly place: Pick<Place, 'post' | 'finality' | 'capacity'>;
  },
): Promise<void> {
  const { event, place } = deed;
  for (const { about, department } of reviewsOf(event, place)) {
    await tx.query(
      `insert into tk.after_review (municipality, id, department, about, overtime, deed, decided_by, decided_for, decided_at, note)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        tx.municipality,
        randomUUID(),
        department,
        about,
        deed.overtime,
        event.kind,
        deed.actor,
        place.capacity?.for ?? null,
        at.now,
        'note' in event.data ? event.data.note : '',
      ],
    );
  }
}
