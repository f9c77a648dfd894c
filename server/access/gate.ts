import { refuse } from './refusal.ts';

/** Lets a few through at a time and a bounded number wait; more are refused with 503, so that nobody waits for ever. */
export type Gate = <T>(work: () => Promise<T>) => Promise<T>;

export function gateOf(width: number, queue: number): Gate {
  let inside = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (inside >= width) {
      if (waiting.length >= queue) refuse('http.busy', busy);
      await new Promise<void>((enter) => waiting.push(enter)); // the one leaving hands its place over
    } else inside += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) inside -= 1;
      else next();
    }
  };
}

export const busy = {
  status: 503,
  retryAfter: 1,
  title: '混み合っています',
  detail: '同じ時刻に操作が集中しています。数秒待ってから、もう一度操作してください。',
} as const;
