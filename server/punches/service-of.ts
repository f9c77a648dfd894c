import type { PunchRefusal } from './punch-refusals.ts';

/** First and last day of service, `YYYY-MM-DD`. */
export type Service = { readonly joined_on: string; readonly left_on: string | null };

/** Why a punch of that day cannot be this person's. A night shift of the last day of service ends on the day after it. */
export function refusalOf(service: Service, date: string): PunchRefusal | undefined {
  if (date < service.joined_on) return 'punch.staff.notYet';
  const late = service.left_on !== null && date > service.left_on && !isDayAfter(service.left_on, date);
  return late ? 'punch.staff.left' : undefined;
}

const isDayAfter = (earlier: string, later: string): boolean =>
  Date.parse(`${later}T00:00:00Z`) - Date.parse(`${earlier}T00:00:00Z`) === 86_400_000;
