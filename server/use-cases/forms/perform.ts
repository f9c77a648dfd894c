import type { submitForm as submitRoute } from '@tokimori/contract/forms';
import type { Answer } from '@tokimori/contract/route';
import type { Filled } from '@tokimori/forms/sheet/given';
import { decideSheet, evolveSheet, type FormSheetCommand } from '@tokimori/records/form-sheet';
import type { FormSheet, FormSheetEvent } from '@tokimori/records/form-sheet-events';
import { awaitedStep } from '@tokimori/records/form-sheet-way';
import type { Actor } from '../../context.ts';
import type { Tx } from '../../store/tenant.ts';
import { actorName, append } from '../journal.ts';
import { refuseDeed } from '../refused-deed.ts';
import type { OpenForm } from './open.ts';
import { writeSheet } from './sheets.ts';

export type Outcome = Answer<typeof submitRoute>;

type Change = { readonly filled?: Filled; readonly given?: object; readonly reason?: string; readonly saves?: number };
/** `events`: what happened now; none where the deed was done already. */
type Performed = { readonly outcome: Outcome; readonly id: string; readonly events: readonly FormSheetEvent[] };

/** Decides a deed about a form and writes events and projection; a deed that is done already changes nothing. */
export async function perform(
  tx: Tx,
  actor: Actor,
  open: OpenForm,
  command: FormSheetCommand,
  change: Change,
): Promise<Performed> {
  const { row, key, place, at, route, vacant } = open;
  const answer = decideSheet(command, open.sheet);
  if ('refused' in answer) return refuseDeed(answer.refused);
  const { filled = row?.filled ?? {}, given = row?.given ?? null, reason = '' } = change;
  const by = actorName(actor);
  const steps = route.length;
  const sheet = answer.events.reduce<FormSheet>(
    (state, event) => evolveSheet(state, { event, actor: by, occurredAt: at.now, reason, steps }),
    open.sheet,
  );
  const awaited = sheet.state === 'submitted' ? route[awaitedStep(route, sheet.step, vacant)] : undefined;
  const outcome = { state: sheet.state, awaits: awaited?.label ?? '' };
  if (answer.events.length === 0) {
    if (row === null) throw new Error('a deed on nothing left nothing');
    return { outcome, id: row.id, events: [] };
  }
  const version = (row?.version ?? 0) + answer.events.length;
  const saves = change.saves ?? row?.saves ?? 0;
  const written = {
    sheet,
    filled,
    given,
    saves,
    savedBy: row?.saved_by ?? by,
    savedAt: row?.saved_at ?? at.now,
    version,
  };
  const author = change.filled === undefined ? {} : { savedBy: by, savedAt: at.now };
  const id = await writeSheet(tx, key, place, row, { ...written, ...author });
  await append(tx, {
    stream: `form/${id}`,
    after: row?.version ?? 0,
    events: answer.events,
    actor: by,
    reason,
    occurredAt: at.now,
  });
  return { outcome, id, events: answer.events };
}
