import { civilOf, type EpochDay } from '../time/civil.ts';
import { hours, type Minutes } from '../time/minutes.ts';

/** The loading and revocation service of J-LIS: 8:00–22:00, not from 12月29日 to 1月3日 (総行デ第41号 別紙3). */
const OPENS: Minutes = hours(8);
const CLOSES: Minutes = hours(22);

export type ServiceMoment = { readonly day: EpochDay; readonly minute: Minutes };

/** Whether the service works on a day at all. */
export function isServiceDay(day: EpochDay): boolean {
  const { month, day: ofMonth } = civilOf(day);
  return !((month === 12 && ofMonth >= 29) || (month === 1 && ofMonth <= 3));
}

/** Whether the service answers at a moment: from 8:00 on, until 22:00. */
export function isInService({ day, minute }: ServiceMoment): boolean {
  return isServiceDay(day) && minute >= OPENS && minute < CLOSES;
}

/** The first moment from this one on at which the service answers: when a job that needs it may run. */
export function nextService({ day, minute }: ServiceMoment): ServiceMoment {
  if (isInService({ day, minute })) return { day, minute };
  let next = minute < OPENS ? day : day + 1;
  while (!isServiceDay(next)) next += 1;
  return { day: next, minute: OPENS };
}
