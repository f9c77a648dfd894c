import type { FormSheet, Stamp } from './form-sheet-events.ts';

/** The posts a form passes, in order. */
export type SheetRoute = readonly { readonly label: string }[];

/** The step that is awaited, where those from a step on that nobody holds are passed; the length of the route when none is. */
export function awaitedStep(route: SheetRoute, from: number, vacant: readonly number[]): number {
  const next = route.findIndex((_, step) => step >= from && !vacant.includes(step));
  return next === -1 ? route.length : next;
}

/** The last approval before a step that somebody gave: steps that nobody holds are none. */
export const lastBefore = (stamps: readonly Stamp[], step: number): { stamp: Stamp; step: number } | undefined => {
  const at = stamps.slice(0, step).findLastIndex(({ vacant }) => vacant !== true);
  const stamp = stamps[at];
  return stamp === undefined ? undefined : { stamp, step: at };
};

/** Whether somebody gave the approval before a step in their own right. */
export const gaveBefore = (state: Pick<FormSheet, 'stamps'>, step: number, actor: string): boolean => {
  const last = lastBefore(state.stamps, step)?.stamp;
  return last !== undefined && !last.forPost && last.by === actor;
};

/** The step of the last approval that somebody gave; undefined while there is none. */
export function lastApproved({ stamps }: Pick<FormSheet, 'stamps'>): number | undefined {
  return lastBefore(stamps, stamps.length)?.step;
}
