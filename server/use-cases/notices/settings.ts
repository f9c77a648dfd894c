import type { chooseNotices as chooseRoute, noticeSettings as settingsRoute } from '@tokimori/contract/notices';
import type { Answer, Input } from '@tokimori/contract/route';
import {
  type NoticeDemand,
  type NoticeDemands,
  type NoticeKind,
  noticeKinds,
  noticeNames,
} from '@tokimori/ordinances/parameters/groups/notices';
import { appendDeed } from '../../access/journal.ts';
import { mayBeToldOf, maySayAddress, ownNotices } from '../../access/policies-notices.ts';
import { refuse } from '../../access/refusal.ts';
import type { Actor, Context } from '../../context.ts';
import { isBelow, type NoticeWay, wayOf } from '../../notices/choices.ts';
import { noticeWords } from '../../notices/kinds.ts';
import { readRecipients } from '../../notices/recipients.ts';
import type { Mailing } from '../../notices/write-mails.ts';
import type { Tx } from '../../store/tenant.ts';
import { holdStaff } from '../hold-staff.ts';
import { actorName } from '../journal.ts';
import { here } from '../reading/moment.ts';

/** What a person chose, by kind; a kind without a choice is told at once. */
async function readChosen(tx: Tx, recipient: string): Promise<ReadonlyMap<NoticeKind, NoticeWay>> {
  const rows = await tx.query<{ kind: NoticeKind; how: NoticeWay }>(
    'select c.kind, c.how from tk.notice_choice c where c.municipality = $1 and c.staff = $2',
    [tx.municipality, recipient],
  );
  return new Map(rows.map(({ kind, how }) => [kind, how]));
}

/** How the caller is told of each kind, with what the municipality demands. */
export async function noticeSettings(
  context: Context,
  mailing: Mailing,
  actor: Actor,
): Promise<Answer<typeof settingsRoute>> {
  const recipient = ownNotices(actor);
  return context.store.tenant(actor.municipality, async (tx) => {
    const [at, chosen, people] = await Promise.all([
      here(context, tx),
      readChosen(tx, recipient),
      readRecipients(tx, [recipient]),
    ]);
    const { digestTime, least } = at.parameters.notices;
    return {
      digestTime,
      mailAddress: people.get(recipient)?.address ?? '',
      ownAddress: maySayAddress(actor),
      mailing: mailing !== null,
      kinds: noticeKinds
        .filter((kind) => mayBeToldOf(actor, kind))
        .map((kind) => ({
          kind,
          name: noticeNames[kind],
          when: noticeWords[kind].when,
          chosen: chosen.get(kind) ?? 'atOnce',
          way: wayOf(chosen.get(kind), least[kind]),
          least: least[kind],
          why: least[kind] === 'free' ? '' : noticeWords[kind].why,
        })),
    };
  });
}

const wayWords: Readonly<Record<NoticeWay, string>> = {
  atOnce: 'すぐにメール',
  digest: '1日1回まとめて',
  page: '画面だけ',
};
const leastWords: Readonly<Record<Exclude<NoticeDemand, 'free'>, string>> = {
  digest: '「1日1回まとめて」か「すぐにメール」',
  atOnce: '「すぐにメール」',
};

function refuseBelow(choices: Input<typeof chooseRoute>['choices'], least: NoticeDemands): void {
  for (const { kind, way } of choices) {
    const demand = least[kind];
    if (demand === 'free' || !isBelow(way, demand)) continue;
    refuse('notices.demanded', {
      title: `「${noticeNames[kind]}」は「${wayWords[way]}」にできません`,
      detail: `市の設定(notices.least.${kind})で、このお知らせは${leastWords[demand]}で届けると決まっています。${leastWords[demand]}を選んでください。変える必要があるときは、人事課に相談してください。`,
      fields: [{ field: kind, code: 'notices.demanded', message: `${leastWords[demand]}を選んでください` }],
    });
  }
}

/** Two choices of one person or account are kept one after the other. */
const holdChooser = (tx: Tx, { login, staff }: Actor): Promise<unknown> =>
  staff !== null
    ? holdStaff(tx, [staff])
    : tx.query('select a.login from tk.account a where a.municipality = $1 and a.login = $2 for update', [
        tx.municipality,
        login,
      ]);

/** Keeps what the caller chose. The same again changes nothing; what was changed stands in the journal. */
export async function chooseNotices(
  context: Context,
  actor: Actor,
  { choices }: Input<typeof chooseRoute>,
): Promise<Answer<typeof chooseRoute>> {
  const recipient = ownNotices(actor);
  return context.store.tenant(actor.municipality, async (tx) => {
    const at = await here(context, tx);
    await holdChooser(tx, actor);
    const before = await readChosen(tx, recipient);
    const wanted = new Map(choices.map(({ kind, way }) => [kind, way]));
    const changes = [...wanted].flatMap(([kind, to]) => {
      const from = before.get(kind) ?? 'atOnce';
      return from === to ? [] : [{ kind, from, to }];
    });
    refuseBelow(
      changes.map(({ kind, to }) => ({ kind, way: to })),
      at.parameters.notices.least,
    );
    if (changes.length === 0) return { changed: 0 };
    await tx.query(
      `insert into tk.notice_choice as c (municipality, staff, kind, how, changed_at)
       select $1, $2, u.kind, u.how, $3 from unnest($4::text[], $5::text[]) as u (kind, how)
       on conflict (municipality, staff, kind) do update set how = excluded.how, changed_at = excluded.changed_at`,
      [tx.municipality, recipient, at.now, changes.map(({ kind }) => kind), changes.map(({ to }) => to)],
    );
    await appendDeed(tx, {
      stream: `notice-choices/${recipient}`,
      kind: 'NoticesChosen',
      actor: actorName(actor),
      data: { changes },
      at: at.now,
    });
    return { changed: changes.length };
  });
}
