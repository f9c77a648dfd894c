import type { exportPayHours as exportRoute } from '@tokimori/contract/pay';
import type { Answer } from '@tokimori/contract/route';
import { layoutKind, type PayLayout } from '@tokimori/ordinances/pay-layout/layout';
import { refuse } from '../../access/refusal.ts';
import type { gatherExport } from '../../exchange/pay/make-export.ts';

type Made = Answer<typeof exportRoute>;
/** What is asked of the last export of a month. */
type Last = {
  readonly made_by: string;
  readonly made_at: Date;
  readonly provisional: boolean;
  readonly differs_from: string | null;
  readonly layout: unknown;
  readonly file_hash: string;
};

/** Ends the transaction, so that nothing of what was gathered is kept. */
export class AlreadyMade extends Error {
  readonly made: Made;
  constructor(made: Made) {
    super('the same export was made before');
    this.made = made;
  }
}

/** Within this time the same button pressed again by the same person means the same file. */
const SAME_PRESS_MS = 60_000;

type Now = {
  readonly differences: boolean;
  readonly gathered: Awaited<ReturnType<typeof gatherExport>>;
  readonly hash: string;
  readonly by: string;
  readonly now: Date;
};
/**
 * Whether an export would say the very same as the last one: the same kind with the same bytes. Differences are compared with the file before
 * them, so that pressing again finds none left; right after a file of differences that is the same press.
 */
export function isSame(before: Last, { differences, gathered, hash, by, now }: Now): boolean {
  if ((before.differs_from !== null) !== differences || before.provisional !== gathered.open > 0) return false;
  if (before.file_hash === hash) return true;
  const isFresh = before.made_by === by && now.getTime() - before.made_at.getTime() < SAME_PRESS_MS;
  return differences && gathered.people === 0 && isFresh;
}

/** Hours in another unit cannot be set against each other by the system that reads the file. */
export function refuseOtherUnit(before: Last, layout: PayLayout): void {
  if (layoutKind.stored.parse(before.layout).unit === layout.unit) return;
  refuse('pay.unit-changed', {
    status: 409,
    title: '前回のファイルと時間の単位が違うため、差のファイルを作れません',
    detail: `前回のファイルを作った後に、レイアウトの時間の単位が変わりました。先に「全員のファイルを作る」で、いまのレイアウト「${layout.name}」の全員のファイルを作り、給与システムに取り込んでください。次からは差のファイルを作れます。`,
  });
}
