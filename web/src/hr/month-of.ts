import { useParams } from '@tanstack/react-router';
import { calendarOf, useMe } from '../app/session.ts';

/** Month of the address; the running one where it names none. */
export function useMonth(): { readonly month: string; readonly running: string } {
  const params: { month?: string } = useParams({ strict: false });
  const running = calendarOf(useMe()).month;
  return { month: params.month ?? running, running };
}
