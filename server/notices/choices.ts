import type { NoticeDemand, NoticeDemands, NoticeKind } from '@tokimori/ordinances/parameters/groups/notices';
import type { Tx } from '../store/tenant.ts';

/** How somebody is told: by a mail at once, by the one mail of the day, or by the page alone. */
export type NoticeWay = 'atOnce' | 'digest' | 'page';

const ranks: Readonly<Record<NoticeWay | NoticeDemand, number>> = { page: 0, free: 0, digest: 1, atOnce: 2 };

/** Whether a way is less than what the municipality demands. */
export const isBelow = (way: NoticeWay, demand: NoticeDemand): boolean => ranks[way] < ranks[demand];

/** How somebody is told in the end: as chosen, but never less than demanded. Without a choice: at once. */
export const wayOf = (chosen: NoticeWay | undefined, demand: NoticeDemand): NoticeWay => {
  const way = chosen ?? 'atOnce';
  return demand !== 'free' && isBelow(way, demand) ? demand : way;
};

/** How people are told of a kind. */
export type Ways = (staff: string, kind: NoticeKind) => NoticeWay;

/** Reads what some recipients chose (`recipientOf`); null: everybody. */
export async function readWays(tx: Tx, staff: readonly string[] | null, least: NoticeDemands): Promise<Ways> {
  const rows = await tx.query<{ staff: string; kind: string; how: NoticeWay }>(
    `select c.staff, c.kind, c.how from tk.notice_choice c
     where c.municipality = $1 and ($2::text[] is null or c.staff = any($2))`,
    [tx.municipality, staff],
  );
  const chosen = new Map(rows.map((row) => [`${row.staff} ${row.kind}`, row.how]));
  return (who, kind) => wayOf(chosen.get(`${who} ${kind}`), least[kind]);
}

/** Those who chose less than a mail at once for some kind: the only ones for whom the mail of the day may be written. */
export async function readDigestReaders(tx: Tx): Promise<readonly string[]> {
  const rows = await tx.query<{ staff: string }>(
    `select distinct c.staff from tk.notice_choice c where c.municipality = $1 and c.how <> 'atOnce' order by c.staff`,
    [tx.municipality],
  );
  return rows.map(({ staff }) => staff);
}
