import type { Label } from '../../wording/words.ts';
import type { SectionClosingView } from './views.ts';

type Closing = SectionClosingView['closing'];
type Told = { readonly closing: Closing; readonly late: boolean; readonly over: boolean; readonly open: number };

/** How far a section's month is, and what comes next. */
export function closingLabel({ closing, late, over, open }: Told): Label {
  if (closing.state === 'closed')
    return closing.askedAt === null
      ? { shape: 'check', tone: 'done', word: '締め済み' }
      : { shape: 'clock', tone: 'waiting', word: '再開の判断待ち' };
  if (!over) return { shape: 'clock', tone: 'waiting', word: '月の途中' };
  if (late) return { shape: 'warning', tone: 'forecast', word: '締めの日を過ぎている' };
  if (closing.reopenedAt !== null) return { shape: 'warning', tone: 'near', word: '再開中' };
  return open === 0
    ? { shape: 'circle', tone: 'fine', word: '締められる' }
    : { shape: 'clock', tone: 'waiting', word: '処理待ち' };
}
