import type { DayView } from '@tokimori/contract/values';
import { hm, span } from '@tokimori/wording/format';
import { paths } from '../app/paths.ts';
import { Anchor } from '../components/button.tsx';
import { StatusLabel } from '../components/status-label.tsx';
import { dayStateWords } from '../wording/words.ts';

/** What is open on a day, or what it was. Blank on a plain day. */
export function DayStateCell({ day, today }: { readonly day: DayView; readonly today: string }) {
  if (day.state === 'missingOut' || day.state === 'missingIn' || day.state === 'noRecord') {
    return <StatusLabel label={{ shape: 'question', tone: 'unknown', word: dayStateWords[day.state] }} />;
  }
  if (day.discrepancy > 0) return <StatusLabel label={{ shape: 'warning', tone: 'forecast', word: '理由待ち' }} />;
  if (day.requested > 0)
    return <StatusLabel label={{ shape: 'clock', tone: 'waiting', word: `申請中 ${hm(day.requested)}` }} />;
  if (day.date === today) return <span>今日</span>;
  if (day.orderedAhead > 0) return <span>命令 {hm(day.orderedAhead)}</span>;
  if (day.allotment === null && day.overtime > 0) return <span>週休日の勤務</span>;
  if (day.exceptional > 0) return <span>特例 {hm(day.exceptional)}</span>;
  return null;
}

/** Leads from a day to what may be reported about it; only on one's own page. */
export function DayDoor({
  day,
  own,
  children,
}: {
  readonly day: DayView;
  readonly own: boolean;
  readonly children: React.ReactNode;
}) {
  if (!own || day.state === 'future') return <strong className="font-700">{children}</strong>;
  return <Anchor to={paths.correction(day.date, day.discrepancy > 0 ? 'discrepancy' : 'punch')}>{children}</Anchor>;
}

/** Out-time of a row: blank while running or to come, 「なし」 where it is missing. */
export function outWords(day: DayView): string {
  if (day.lastOut !== null) return hm(day.lastOut);
  return day.state === 'missingOut' ? 'なし' : '';
}
/** In-time of a row. */
export function inWords(day: DayView): string {
  if (day.firstIn !== null) return hm(day.firstIn);
  return day.state === 'missingIn' ? 'なし' : '';
}
/** The PC's traces; a running day has no last one yet. */
export function pcWords(day: DayView): string {
  if (day.pcFirst === null && day.pcLast === null) return '';
  return span(day.pcFirst, day.state === 'open' && day.pcLast === day.pcFirst ? null : day.pcLast);
}
