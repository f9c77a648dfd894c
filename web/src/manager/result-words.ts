import { hm } from '@tokimori/wording/format';
import type { OpenResultView } from './views.ts';

const hmOr = (minute: number | null): string => (minute === null ? 'なし' : hm(minute));

/** What the record of the day says: 8:22–19:40, 8:22–なし, なし. */
export const recordWords = ({ firstIn, lastOut }: Pick<OpenResultView, 'firstIn' | 'lastOut'>): string =>
  firstIn === null && lastOut === null ? 'なし' : `${hmOr(firstIn)}–${hmOr(lastOut)}`;
