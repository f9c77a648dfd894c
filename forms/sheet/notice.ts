import { formatDuration } from '@tokimori/law/time/minutes';
import type { Given, GivenNotice } from './given.ts';
import { upTo } from './words.ts';

/** What a form says as the prior notice of 特例業務 of a person. A text that it does not ask for is absent. */
export type NoticeContent = {
  readonly task: string;
  /** Expected 特例業務, by month from the month concerned on. Minutes. */
  readonly expected: readonly { readonly month: string; readonly minutes: number }[];
  /** Key of the field with the hours of the month concerned. */
  readonly hoursAt: string;
  readonly staffing?: string;
  readonly unavoidable?: string;
  readonly reduction?: string;
  readonly health?: string;
};

const minutesIn = ({ expected }: GivenNotice, month: string): number =>
  expected.find((each) => each.month === month)?.minutes ?? 0;

/** Hours of 特例業務 that the notices expect of a month, as a field starts with them; empty where they tell none. */
export function noticedHours({ notices = [] }: Given, month: string): string {
  const told = notices.filter(({ expected }) => expected.some((each) => each.month === month));
  return told.length === 0 ? '' : formatDuration(told.reduce((sum, notice) => sum + minutesIn(notice, month), 0));
}

/** What the notices say of something: the one text, or of several notices a line each with its task. */
export function noticedText(
  { notices = [] }: Given,
  item: Exclude<keyof GivenNotice, 'task' | 'expected'>,
  max: number,
): string {
  const told = notices.filter((notice) => notice[item] !== '');
  if (notices.length === 1) return upTo(max, told[0]?.[item] ?? '');
  return upTo(max, told.map((notice) => `${notice.task}: ${notice[item]}`).join('\n'));
}

/** The tasks of the notices, one a line. */
export const noticedTasks = ({ notices = [] }: Given, max: number): string =>
  upTo(max, notices.map(({ task }) => task).join('\n'));

/** The tasks with their shares of the month concerned, largest first: △△業務(100%). */
export function noticedShares({ notices = [], month }: Given, max: number): string {
  const all = notices.reduce((sum, notice) => sum + minutesIn(notice, month), 0);
  const line = (notice: GivenNotice) =>
    all === 0 ? notice.task : `${notice.task}(${Math.round((minutesIn(notice, month) / all) * 100)}%)`;
  const largestFirst = notices.toSorted((a, b) => minutesIn(b, month) - minutesIn(a, month));
  return upTo(max, largestFirst.map(line).join('\n'));
}

/** Longest name of a task in the register. */
const TASK = 200;
const SHARE = /\s*[((]\d{1,3}[%%][))]$/;

/** The tasks of a text with one a line, without their shares, as the register names them. */
export const taskOf = (text: string): string =>
  upTo(
    TASK,
    text
      .split('\n')
      .map((line) => line.trim().replace(SHARE, ''))
      .filter((line) => line !== '')
      .join('、'),
  );
