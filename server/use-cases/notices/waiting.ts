import type { waitingNotices as waitingRoute } from '@tokimori/contract/notices';
import type { Answer } from '@tokimori/contract/route';
import { type NoticeKind, noticeKinds, noticeNames } from '@tokimori/ordinances/parameters/groups/notices';
import { ownNotices } from '../../access/policies-notices.ts';
import type { Actor, Context } from '../../context.ts';
import { formatInstant } from '../../runtime/clock.ts';
import { grouped } from '../reading/grouped.ts';

/** Things shown of one kind. */
const SHOWN = 50;

/** What waits for the caller, as the look of the last minute found it. */
export async function waitingNotices(context: Context, actor: Actor): Promise<Answer<typeof waitingRoute>> {
  const recipient = ownNotices(actor);
  return context.store.tenant(actor.municipality, async (tx) => {
    const [rows, [run]] = await Promise.all([
      tx.query<{ kind: NoticeKind; line: string; path: string; since: Date }>(
        `select n.kind, n.line, n.path, n.since from tk.notice n
         where n.municipality = $1 and n.recipient = $2 order by n.since, n.key`,
        [tx.municipality, recipient],
      ),
      tx.query<{ looked_at: Date }>('select r.looked_at from tk.notice_run r where r.municipality = $1', [
        tx.municipality,
      ]),
    ]);
    const byKind = grouped(rows, ({ kind }) => kind);
    return {
      lookedAt: run === undefined ? null : formatInstant(run.looked_at),
      kinds: noticeKinds.flatMap((kind) => {
        const those = byKind.get(kind) ?? [];
        if (those.length === 0) return [];
        const things = those
          .slice(0, SHOWN)
          .map(({ line, path, since }) => ({ line, path, since: formatInstant(since) }));
        return [{ kind, name: noticeNames[kind], count: those.length, things }];
      }),
    };
  });
}
