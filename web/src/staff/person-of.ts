import { useParams } from '@tanstack/react-router';
import { calendarOf, useMe } from '../app/session.ts';

/** Staff number and month of the address; `me` and the running month where the address names none. */
export function useStaffMonth(): { readonly staff: string; readonly month: string; readonly own: boolean } {
  const params: { staff?: string; month?: string } = useParams({ strict: false });
  const me = useMe();
  const staff = params.staff ?? 'me';
  return { staff, month: params.month ?? calendarOf(me).month, own: staff === 'me' || staff === me.staff };
}
