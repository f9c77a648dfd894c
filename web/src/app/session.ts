import { useQuery } from '@tanstack/react-query';
import { inJapan } from '@tokimori/wording/format';
import { type Answer, call, keepCsrf } from '../api/call.ts';
import { answers } from '../api/queries.ts';
import * as routes from '../api/routes.ts';

export type Me = Answer<NonNullable<(typeof routes.me)['shape']>>;

const meQuery = {
  queryKey: [routes.me.path] as const,
  queryFn: async (): Promise<Me> => {
    const me = await call(routes.me, {});
    keepCsrf(me.csrf);
    return me;
  },
  staleTime: 30_000,
};

/** Who is signed in; asked once before the first page. */
export const loadMe = (): Promise<Me> => answers.ensureQueryData(meQuery);

/** Who is signed in. Only below the shell, which loads it first. */
export function useMe(): Me {
  const { data } = useQuery({ ...meQuery, refetchInterval: 60_000 });
  if (data === undefined) throw new Error('useMe needs a session');
  return data;
}

/** Today and the running month by the clock of the server. */
export function calendarOf(me: Me): { readonly today: string; readonly month: string } {
  const today = inJapan(me.now).date;
  return { today, month: today.slice(0, 7) };
}

/** Forgets everything that was shown to the person who signed out. */
export function forget(): void {
  answers.clear();
  keepCsrf('');
}
