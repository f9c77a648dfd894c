import type { punchMyself as punchMyselfRoute, recordPunches } from '@tokimori/contract/punches';
import type { Answer, Input } from '@tokimori/contract/route';
import type { Device } from '../access/device.ts';
import { refuse } from '../access/refusal.ts';
import type { Actor, Context } from '../context.ts';
import { formatInstant } from '../runtime/clock.ts';
import { momentOf, type Punch, punchOf } from './punch.ts';
import { type PunchRefusal, sentenceOf } from './punch-refusals.ts';
import type { PunchWriter } from './punch-writer.ts';

/** Records what a terminal sent; the answer comes when all accepted punches are durable. */
export async function recordSent(
  context: Context,
  writer: PunchWriter,
  device: Device | undefined,
  { punches }: Input<typeof recordPunches>,
): Promise<Answer<typeof recordPunches>> {
  if (device === undefined) throw new Error('punches without a device');
  const now = context.clock.now();
  const outcomes = await writer.write(
    device.municipality,
    punches.map((sent) => punchOf(sent, device.device, now)),
  );
  const answer: Answer<typeof recordPunches> = { accepted: 0, duplicates: 0, refused: [] };
  outcomes.forEach((outcome, index) => {
    if (outcome === 'accepted') answer.accepted += 1;
    else if (outcome === 'duplicate') answer.duplicates += 1;
    else answer.refused.push({ id: punches[index]?.id ?? '', code: outcome, message: sentenceOf(outcome) });
  });
  return answer;
}

/** The button of the page: an own punch at the server's clock. The same id again answers the punch already recorded. */
export async function punchMyself(
  context: Context,
  writer: PunchWriter,
  actor: Actor,
  { id, direction }: Input<typeof punchMyselfRoute>,
): Promise<Answer<typeof punchMyselfRoute>> {
  const now = context.clock.now();
  const staffNumber = actor.staff ?? refuse('access.denied', noStaffNumber);
  const punch: Punch = {
    id: id.toLowerCase(),
    staffNumber,
    card: undefined,
    moment: momentOf(now),
    direction,
    source: 'page',
    device: '',
    flaw: undefined,
  };
  const [outcome] = await writer.write(actor.municipality, [punch]);
  if (outcome === 'accepted') return { occurredAt: formatInstant(now), duplicate: false };
  if (outcome === 'duplicate')
    return { occurredAt: await recordedAt(context, actor, staffNumber, id), duplicate: true };
  return refusePunch(outcome ?? 'punch.value.invalid');
}

async function recordedAt(context: Context, actor: Actor, staff: string, id: string): Promise<string> {
  const [row] = await context.store.tenant(actor.municipality, (tx) =>
    tx.query<{ occurred_at: Date }>(
      `select p.occurred_at from tk.punch_id i
       join tk.punch p on p.municipality = $1 and p.month = i.month and p.staff = $3 and p.id = i.id
       where i.municipality = $1 and i.id = $2`,
      [actor.municipality, id, staff],
    ),
  );
  return row === undefined ? refuse('punch.id.taken', idTaken) : formatInstant(row.occurred_at);
}

function refusePunch(code: PunchRefusal): never {
  refuse(code, { title: '打刻を記録していません', detail: sentenceOf(code) });
}

const idTaken = {
  status: 409,
  title: '打刻を記録していません',
  detail: '同じ番号の打刻がほかの人にあります。画面を読み込み直して、もう一度押してください。',
} as const;
const noStaffNumber = {
  status: 403,
  title: '打刻を記録していません',
  detail: 'このログイン名には職員番号がありません。本人のログイン名でログインしてください。',
} as const;
