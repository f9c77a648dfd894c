import type { Ask } from './ask.ts';

/** The rooms of the law that answer questions, in the order of the list; each is loaded when it is asked. */
const rooms: readonly (() => Promise<readonly Ask[]>)[] = [
  async () => (await import('./statutory-hours/statutory-hours.ts')).asks,
  async () => (await import('./agreement36/agreement36.ts')).asks,
  async () => (await import('./hours/hours.ts')).asks,
  async () => (await import('./record-keeping/record-keeping.ts')).asks,
  async () => (await import('./survey/survey.ts')).asks,
  async () => (await import('./pay/pay.ts')).asks,
  async () => (await import('./health/health.ts')).asks,
  async () => (await import('./leave/leave.ts')).asks,
  async () => (await import('./deadline.ts')).asks,
  async () => (await import('./card.ts')).asks,
  async () => (await import('./regime.ts')).asks,
  async () => (await import('./designation/designation.ts')).asks,
  async () => (await import('./restrictions/restrictions.ts')).asks,
];

/** Every question, in order. */
export async function allAsks(): Promise<readonly Ask[]> {
  return (await Promise.all(rooms.map((load) => load()))).flat();
}
