import type { Ask } from './ask.ts';

/** The rooms of the law that answer questions, in the order of the list; each is loaded when it is asked. */
const rooms: readonly (() => Promise<readonly Ask[]>)[] = [];

/** Every question, in order. */
export async function allAsks(): Promise<readonly Ask[]> {
  return (await Promise.all(rooms.map((load) => load()))).flat();
}
