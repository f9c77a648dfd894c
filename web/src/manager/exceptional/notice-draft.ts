import { parseDuration } from '@tokimori/law/time/minutes';
import { hm, shiftMonth } from '@tokimori/wording/format';
import { mistakes, wrong } from '../../app/form.ts';
import type { FieldError } from '../../components/error-summary.tsx';
import type { NoticeView } from '../../components/exceptional-lists.tsx';
import { boxesOf, type DateBoxes, halfWidth, readDate } from '../../wording/read.ts';

/** What is typed into a prior notice of 特例業務. Lengths are h:mm by month. */
export type NoticeDraft = Readonly<
  Record<
    'staff' | 'task' | 'staffing' | 'unavoidable' | 'reduction' | 'confirmedBy' | 'fatigue' | 'mindAndBody',
    string
  > &
    Record<'from' | 'through' | 'confirmedOn', DateBoxes> & { expected: Readonly<Record<string, string>> }
>;

const noDate: DateBoxes = { year: '', month: '', day: '' };

/** The form of a notice that is there, or an empty one for a month. */
export function noticeDraft(notice: NoticeView | null, month: string): NoticeDraft {
  return {
    staff: notice?.person.staff ?? '',
    task: notice?.task ?? '',
    from: boxesOf(notice?.from ?? `${month}-01`),
    through: notice === null ? { ...boxesOf(`${month}-01`), day: '' } : boxesOf(notice.through),
    expected: Object.fromEntries((notice?.expected ?? []).map((each) => [each.month, hm(each.minutes)])),
    staffing: notice?.staffing ?? '',
    unavoidable: notice?.unavoidable ?? '',
    reduction: notice?.reduction ?? '',
    confirmedOn: notice?.confirmedOn === null || notice === null ? noDate : boxesOf(notice.confirmedOn),
    confirmedBy: notice?.confirmedBy ?? '',
    fatigue: notice?.fatigue ?? '',
    mindAndBody: notice?.mindAndBody ?? '',
  };
}

/** The months of the period as far as it can be read, at most twelve. */
export function monthsOf(draft: NoticeDraft): readonly string[] {
  const [from, through] = [readDate(draft.from), readDate(draft.through)];
  if (from === undefined || through === undefined || through < from) return [];
  const months: string[] = [];
  for (let month = from.slice(0, 7); month <= through.slice(0, 7) && months.length < 12; month = shiftMonth(month, 1))
    months.push(month);
  return months;
}

/** 60:00, or 60 for whole hours; undefined for anything else. */
function readHours(text: string): number | undefined {
  const plain = halfWidth(text);
  return parseDuration(/^\d+$/.test(plain) ? `${plain}:00` : plain);
}

const blank = ({ year, month, day }: DateBoxes) => year === '' && month === '' && day === '';

/** The sentences of the fields that are wrong. Items that are only not written yet are no mistakes: the notice is taken. */
export function noticeMistakes(draft: NoticeDraft): FieldError[] {
  const [from, through] = [readDate(draft.from), readDate(draft.through)];
  return mistakes(
    wrong(draft.staff === '', 'notice-staff', '職員を選んでください'),
    wrong(draft.task.trim() === '', 'notice-task', '業務の内容を入力してください'),
    wrong(from === undefined, 'notice-from', '始まりの日は、年・月・日を数字で入力してください'),
    wrong(through === undefined, 'notice-through', '終わりの日は、年・月・日を数字で入力してください'),
    from !== undefined &&
      through !== undefined &&
      wrong(through < from, 'notice-through', '終わりの日は、始まりの日から後にしてください'),
    ...monthsOf(draft).map((month) => {
      const text = draft.expected[month] ?? '';
      return wrong(
        text.trim() !== '' && readHours(text) === undefined,
        `notice-expected-${month}`,
        '見込みは 60:00 の形で入力してください',
      );
    }),
    wrong(
      !blank(draft.confirmedOn) && readDate(draft.confirmedOn) === undefined,
      'notice-confirmed',
      '確かめた日は、年・月・日を数字で入力してください',
    ),
  );
}

/** The draft as the server takes it; undefined while the period or the person cannot be read. */
export function noticeBody(draft: NoticeDraft, version: number) {
  const [from, through] = [readDate(draft.from), readDate(draft.through)];
  if (from === undefined || through === undefined || through < from || draft.staff === '' || draft.task.trim() === '')
    return undefined;
  const expected = monthsOf(draft).flatMap((month) => {
    const minutes = readHours(draft.expected[month] ?? '');
    return minutes === undefined ? [] : [{ month, minutes }];
  });
  const { staff, task, staffing, unavoidable, reduction, confirmedBy, fatigue, mindAndBody } = draft;
  const texts = { staffing, unavoidable, reduction, confirmedBy, fatigue, mindAndBody };
  return {
    version,
    staff,
    task: task.trim(),
    from,
    through,
    expected,
    confirmedOn: readDate(draft.confirmedOn) ?? null,
    ...texts,
  };
}
