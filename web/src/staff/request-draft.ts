import type { Category } from '@tokimori/contract/values';
import { hm, minuteOfDuty } from '@tokimori/wording/format';
import { mistakes, tooLong, wrong } from '../app/form.ts';
import type { FieldError } from '../components/error-summary.tsx';
import { boxesOf, type DateBoxes, readClock, readDate } from '../wording/read.ts';

/** Letters of what is written. */
export const LONGEST = { work: 200, why: 400 } as const;

export const requestSteps = ['入力', '確認', '完了'] as const;

/** What is written in the form, as it was typed. */
export type Draft = {
  readonly date: DateBoxes;
  readonly from: string;
  readonly until: string;
  readonly category: Category;
  readonly work: string;
  readonly why: string;
  /** A designated task; blank = none. */
  readonly task: string;
};
/** What the typed words mean. */
export type ReadDraft = {
  readonly date: string;
  readonly from: number;
  readonly until: number;
  readonly category: Category;
  readonly work: string;
  readonly why: string;
  readonly task: string | null;
};

/** An empty form of a day; the overtime usually begins where duty ends. */
export const emptyDraft = (date: string, from: number | null): Draft => ({
  date: boxesOf(date),
  from: from === null ? '' : hm(from),
  until: '',
  category: 'normal',
  work: '',
  why: '',
  task: '',
});

/** The hours, as far as they can be read: what the preview asks for. */
export function readHours(draft: Draft): Omit<ReadDraft, 'work' | 'why' | 'task'> | undefined {
  const date = readDate(draft.date);
  const [from, until] = [readClock(draft.from), readClock(draft.until)];
  if (date === undefined || from === undefined || until === undefined || until <= from) return undefined;
  return { date, from, until, category: draft.category };
}

/** The whole draft; undefined while a field is wrong. */
export function readDraft(draft: Draft): ReadDraft | undefined {
  const hours = readHours(draft);
  if (hours === undefined || draft.work.trim() === '') return undefined;
  return { ...hours, work: draft.work.trim(), why: draft.why.trim(), task: draft.task === '' ? null : draft.task };
}

/** 事後の申請: the work has begun at `now` (ISO 8601). Then the reason is asked for. */
export function isAfterTheFact(draft: Draft, now: string): boolean {
  const [date, from] = [readDate(draft.date), readClock(draft.from)];
  return date !== undefined && from !== undefined && minuteOfDuty(now, date) > from;
}

/** The sentences of the fields that are wrong, in the order of the form. */
export function mistakesOf(draft: Draft, now: string): FieldError[] {
  const [from, until] = [readClock(draft.from), readClock(draft.until)];
  return mistakes(
    wrong(readDate(draft.date) === undefined, 'date', '勤務する日を、暦にある日で入力してください'),
    wrong(
      from === undefined,
      'from',
      draft.from.trim() === '' ? '開始時刻を入力してください' : '開始時刻は 17:15 の形で入力してください',
    ),
    wrong(
      until === undefined,
      'until',
      draft.until.trim() === ''
        ? '終了時刻を入力してください'
        : '終了時刻は 19:45 の形で入力してください(24:00 をまたぐときは 26:10 の形)',
    ),
    from !== undefined &&
      until !== undefined &&
      wrong(until <= from, 'until', `終了時刻は、開始 ${hm(from)} より後にしてください`),
    wrong(draft.work.trim() === '', 'work', '業務の内容を入力してください'),
    tooLong(draft.work, LONGEST.work, 'work', '業務の内容'),
    tooLong(draft.why, LONGEST.why, 'why', '理由'),
    wrong(
      draft.why.trim() === '' && isAfterTheFact(draft, now),
      'why',
      '始まりの時刻を過ぎています。事前に命令を受けられなかった理由を書いてください',
    ),
  );
}
