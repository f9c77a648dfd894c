import { onlyConfirms } from '@tokimori/law/overtime/known-months';
import type { DepartmentTransfer } from '@tokimori/law/overtime/types';
import type { EpochDay } from '@tokimori/law/time/civil';
import { firstDayOf, firstMonthOf, fiscalYearOf, lastDayOf, type MonthIndex, monthOf } from '@tokimori/law/time/months';
import { type Days, type DepartmentBook, intersect, isSome } from './departments.ts';

/** A main post (本務). It ends where the next begins, or earlier. */
export type Post = Days & { readonly department: string; readonly managerial: boolean };

/** One person's service in the municipality. `until` = the day after the last day of service. */
export type Service = Days & { readonly posts: readonly Post[] };

/** How the municipality reads a move on a first day (`caps`), and when its year begins. */
export type Readings = Parameters<typeof onlyConfirms>[0];

/** Where someone stands in a month. */
export type MonthPost = {
  readonly department: string;
  readonly managerial: boolean;
  readonly externallyDriven: boolean;
};

/** Puts main appointments in order. At the same day the greater department code is taken, so that the answer is one. */
export function chainPosts(posts: readonly Post[]): Post[] {
  const ordered = posts.toSorted((a, b) => a.from - b.from || (a.department < b.department ? -1 : 1));
  return ordered
    .map((post, i) => ({ ...post, until: Math.min(post.until, ordered[i + 1]?.from ?? Infinity) }))
    .filter(isSome);
}

/** Whether someone holds a managerial post (管理監督職員) on a day: what a later day brings does not reach back. */
export function managerialOn(service: Service, day: EpochDay): boolean {
  return service.posts.findLast((post) => post.from <= day && day < post.until)?.managerial ?? false;
}

/** Whether the person is in service on any day of the month. */
export function servesIn(service: Days, month: MonthIndex): boolean {
  return isSome(intersect(service, daysOf(month)));
}

/** The days of a month. */
export function daysOf(month: MonthIndex): Days {
  return { from: firstDayOf(month), until: firstDayOf(month + 1) };
}

/**
 * Department and kind of a month: the main post on the last day of the month or of service, in the running month today's.
 * What takes effect later in the running month counts when its day comes.
 */
export function postOf(
  service: Service,
  book: DepartmentBook,
  month: MonthIndex,
  { today, ...readings }: Readings & { readonly today: EpochDay },
): MonthPost {
  const known = { ...service, until: Math.min(service.until, today + 1) };
  const lastDay = Math.min(lastDayOf(month), known.until - 1);
  const post = service.posts.findLast((p) => p.from <= lastDay) ?? service.posts[0];
  return {
    department: post?.department ?? '',
    managerial: post?.managerial ?? false,
    externallyDriven: isExternallyDriven(known, book, month, readings),
  };
}

/**
 * A month counts as externally driven when the person belonged to a designated department on any of its days, or moved
 * out of one on its first day, unless such a move only confirms the kind (by the model, on the first day of the year).
 */
function isExternallyDriven(service: Service, book: DepartmentBook, month: MonthIndex, readings: Readings): boolean {
  const inService = intersect(daysOf(month), service);
  for (const post of service.posts) {
    const days = intersect(post, inService);
    if (isSome(days) && book.designatedDays(post.department).some((d) => isSome(intersect(d, days)))) return true;
  }
  return transfersBetween(service, book, firstDayOf(month), firstDayOf(month)).some(
    (t) => t.from === 'externallyDriven' && !onlyConfirms(readings, t),
  );
}

/** Moves between departments of different kind from one day through another, both included. */
export function transfersBetween(
  service: Service,
  book: DepartmentBook,
  first: EpochDay,
  last: EpochDay,
): DepartmentTransfer[] {
  const transfers: DepartmentTransfer[] = [];
  for (let i = 1; i < service.posts.length; i++) {
    const before = service.posts[i - 1]!;
    const after = service.posts[i]!;
    const on = after.from;
    if (on < first || on > last || on <= service.from || on >= service.until) continue;
    if (before.until !== on || before.department === after.department) continue;
    const from = book.designatedOn(before.department, on - 1) ? 'externallyDriven' : 'selfDirected';
    const to = book.designatedOn(after.department, on) ? 'externallyDriven' : 'selfDirected';
    if (from !== to) transfers.push({ on, from, to });
  }
  return transfers;
}

/** Moves that the caps of a month look at: those of its year (年度), up to the end of the month. */
export function transfersOfYear(
  service: Service,
  book: DepartmentBook,
  month: MonthIndex,
  yearStartMonth: number,
): DepartmentTransfer[] {
  if (service.posts.length < 2) return [];
  const first = firstDayOf(firstMonthOf(fiscalYearOf(month, yearStartMonth), yearStartMonth));
  return transfersBetween(service, book, first, lastDayOf(month));
}

/** First month of service. */
export function firstMonthOfService(service: Days): MonthIndex {
  return monthOf(service.from);
}
