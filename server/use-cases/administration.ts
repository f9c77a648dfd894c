import type {
  addDevice as addDeviceRoute,
  journal as journalRoute,
  listDevices as listDevicesRoute,
  revokeDevice as revokeDeviceRoute,
  settings as settingsRoute,
} from '@tokimori/contract/administration';
import type { Answer, Input } from '@tokimori/contract/route';
import { formatLocalDate } from '@tokimori/law/time/civil';
import { parameterGroups } from '@tokimori/ordinances/parameters/rows';
import { newDeviceToken } from '../access/device.ts';
import { appendDeed } from '../access/journal.ts';
import { ensure, mayAdministerDevices, mayReadJournal, mayViewSettings } from '../access/policies.ts';
import { type RefusalWords, refuse } from '../access/refusal.ts';
import type { Actor, Context } from '../context.ts';
import { parseInstant } from '../punches/instant.ts';
import { formatInstant, tokyoOf } from '../runtime/clock.ts';
import type { Tx } from '../store/tenant.ts';

const nameOf = (actor: Actor): string => actor.staff ?? actor.login;

/** Terminals, those in use first. */
export async function listDevices(context: Context, actor: Actor): Promise<Answer<typeof listDevicesRoute>> {
  ensure(mayAdministerDevices(actor));
  const rows = await context.store.tenant(actor.municipality, (tx) =>
    tx.query<{ device: string; name: string; created_at: Date; revoked_at: Date | null }>(
      `select d.device, d.name, d.created_at, d.revoked_at from tk.device d
       where d.municipality = $1 order by d.revoked_at is not null, d.device`,
      [actor.municipality],
    ),
  );
  const devices = rows.map(({ device, name, created_at, revoked_at }) => ({
    device,
    name,
    createdAt: formatInstant(created_at),
    revokedAt: revoked_at === null ? null : formatInstant(revoked_at),
  }));
  return { devices };
}

/** Registers a terminal. Its token is in this answer and nowhere else; 409 `device.exists` for a name in use. */
export async function addDevice(
  context: Context,
  actor: Actor,
  { device, name }: Input<typeof addDeviceRoute>,
): Promise<Answer<typeof addDeviceRoute>> {
  ensure(mayAdministerDevices(actor));
  const { token, hash } = newDeviceToken(actor.municipality);
  const now = context.clock.now();
  await context.store.tenant(actor.municipality, async (tx) => {
    const added = await tx.query(
      `insert into tk.device (municipality, device, name, token_hash, created_at) values ($1, $2, $3, $4, $5)
       on conflict do nothing returning device`,
      [actor.municipality, device, name, hash, now],
    );
    if (added.length === 0) refuse('device.exists', deviceExists(device));
    await appendDeed(tx, {
      stream: `device/${device}`,
      kind: 'DeviceRegistered',
      actor: nameOf(actor),
      data: { name },
      at: now,
    });
  });
  return { device, token };
}

/** Stops a terminal within a second. Stopping it again changes nothing. */
export async function revokeDevice(
  context: Context,
  actor: Actor,
  { device, reason }: Input<typeof revokeDeviceRoute>,
): Promise<Answer<typeof revokeDeviceRoute>> {
  ensure(mayAdministerDevices(actor));
  const now = context.clock.now();
  await context.store.tenant(actor.municipality, async (tx) => {
    const revoked = await tx.query(
      `update tk.device as d set revoked_at = $3
       where d.municipality = $1 and d.device = $2 and d.revoked_at is null returning d.device`,
      [actor.municipality, device, now],
    );
    if (revoked.length === 0) return ensureKnown(tx, device);
    await appendDeed(tx, { stream: `device/${device}`, kind: 'DeviceRevoked', actor: nameOf(actor), reason, at: now });
  });
  return { revoked: true };
}

async function ensureKnown(tx: Tx, device: string): Promise<void> {
  const found = await tx.query('select d.device from tk.device d where d.municipality = $1 and d.device = $2', [
    tx.municipality,
    device,
  ]);
  if (found.length > 0) return;
  refuse('device.unknown', {
    status: 404,
    title: '端末が見つかりません',
    detail: `端末 ${device} の登録がありません。端末の一覧で番号を確かめてください。`,
  });
}

const deviceExists = (device: string): RefusalWords => ({
  status: 409,
  title: '端末を登録できませんでした',
  detail: `端末 ${device} は登録済みです。別の番号にするか、登録済みの端末を確かめてください。`,
  fields: [{ field: 'device', code: 'device.exists', message: '登録済みの番号です。別の番号にしてください。' }],
});

/** The municipal parameters in force today by groups, beside those of the model, each with its meaning and source. */
export async function settings(context: Context, actor: Actor): Promise<Answer<typeof settingsRoute>> {
  ensure(mayViewSettings(actor));
  const { day } = tokyoOf(context.clock.now());
  const inForce = await context.store.tenant(actor.municipality, (tx) => context.parameters(tx, day));
  const groups = parameterGroups(inForce).map(({ parameters, ...group }) => ({
    ...group,
    parameters: parameters.map((parameter) => ({ ...parameter })),
  }));
  return { on: formatLocalDate(day), groups };
}

const noSuchPlace: RefusalWords = {
  status: 400,
  title: '続きを表示できません',
  detail: '続きの位置を読み取れません。記録簿を開き直してください。',
  fields: [{ field: 'before', code: 'journal.before', message: '前のページの next の値を入れてください。' }],
};

type DeedRow = {
  id: string;
  kind: string;
  actor: string;
  actor_name: string;
  stream: string;
  reason: string;
  occurred_at: Date;
  recorded_at: Date;
};

/** Deeds newest first. `before` is the `next` of the page before: deeds of the same moment are neither lost nor repeated. */
export async function journal(
  context: Context,
  actor: Actor,
  { before, staff, size }: Input<typeof journalRoute>,
): Promise<Answer<typeof journalRoute>> {
  ensure(mayReadJournal(actor));
  const [at = null, id = null] = before?.split('|') ?? [];
  if (at !== null && parseInstant(at) === undefined) refuse('journal.before', noSuchPlace);
  const rows = await context.store.tenant(actor.municipality, (tx) =>
    tx.query<DeedRow>(
      `select e.id, e.kind, e.actor, coalesce(s.name, a.name, '') as actor_name, e.stream, e.reason, e.occurred_at, e.recorded_at
       from tk.event e
       left join tk.staff s on s.municipality = $1 and s.staff = e.actor
       left join tk.account a on a.municipality = $1 and a.login = e.actor
       where e.municipality = $1
         and ($2::timestamptz is null or e.recorded_at < $2::timestamptz or (e.recorded_at = $2::timestamptz and e.id < $3::uuid))
         and ($4::text is null or e.actor = $4 or e.stream = 'staff/' || $4 or e.data ->> 'staff' = $4)
       order by e.recorded_at desc, e.id desc limit $5`,
      [actor.municipality, at, id, staff ?? null, size + 1],
    ),
  );
  const page = rows.slice(0, size);
  const last = page.at(-1);
  const next = rows.length > size && last !== undefined ? `${last.recorded_at.toISOString()}|${last.id}` : null;
  const deeds = page.map((row) => ({
    id: row.id,
    kind: row.kind,
    actor: row.actor,
    actorName: row.actor_name,
    subject: row.stream,
    reason: row.reason,
    occurredAt: formatInstant(row.occurred_at),
    recordedAt: formatInstant(row.recorded_at),
  }));
  return { deeds, next };
}
