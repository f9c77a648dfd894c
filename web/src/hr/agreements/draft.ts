import type { AgreementDocument } from '@tokimori/contract/agreements';
import { hm } from '@tokimori/wording/format';
import { mistakes, wrong } from '../../app/form.ts';
import type { FieldError } from '../../components/error-summary.tsx';
import {
  boxesOf,
  type DateBoxes,
  isBlankDate,
  noDate,
  readClock,
  readCount,
  readDate,
  readLength,
} from '../../wording/read.ts';

/** What is typed into the form of a 36協定. Lengths are h:mm, counts are digits; blank = not written. */
export type LineDraft = Readonly<
  Record<'reasons' | 'tasks' | 'headcount' | 'daily' | 'monthly' | 'annual', string> & { hazardous: boolean }
>;
export type HolidayDraft = Readonly<Record<'reasons' | 'tasks' | 'headcount' | 'days' | 'from' | 'until', string>>;
export type SpecialDraft = Readonly<
  Record<'reasons' | 'procedure' | 'times' | 'monthlyTotal' | 'annual' | 'premiumPercent' | 'otherMeasure', string> & {
    healthMeasures: readonly number[];
  }
>;
export type AgreementDraft = Readonly<
  Record<'yearStart' | 'termFrom' | 'termThrough' | 'concludedOn' | 'filedOn', DateBoxes> &
    Record<'department' | 'filedWith', string> &
    Record<'enterprise' | 'collective' | 'longAveraging' | 'ceilingsStated', boolean> & {
      lines: readonly LineDraft[];
      holidayLines: readonly HolidayDraft[];
      special: SpecialDraft | null;
      representative: NonNullable<AgreementDocument['representative']>;
    }
>;

const boxes = (date: string | null | undefined): DateBoxes =>
  date === null || date === undefined ? noDate : boxesOf(date);
const length = (minutes: number | null): string => (minutes === null ? '' : hm(minutes));
const digits = (value: number | null): string => (value === null ? '' : String(value));

export const emptyLine: LineDraft = {
  reasons: '',
  tasks: '',
  headcount: '',
  daily: '',
  monthly: '',
  annual: '',
  hazardous: false,
};
export const emptyHoliday: HolidayDraft = { reasons: '', tasks: '', headcount: '', days: '', from: '', until: '' };
export const emptySpecial: SpecialDraft = {
  reasons: '',
  procedure: '',
  times: '',
  monthlyTotal: '',
  annual: '',
  premiumPercent: '',
  healthMeasures: [],
  otherMeasure: '',
};

/** The form of an agreement that is there, or an empty one. */
export function draftOf(document: AgreementDocument | null, department: string): AgreementDraft {
  const blank = {
    kind: 'person',
    name: '',
    position: '',
    election: '',
    managerial: false,
    chosenByEmployer: false,
  } as const;
  return {
    department: document?.department ?? department,
    enterprise: document?.enterprise ?? false,
    collective: document?.collective ?? false,
    longAveraging: document?.longAveraging ?? false,
    ceilingsStated: document?.ceilingsStated ?? false,
    yearStart: boxes(document?.yearStart),
    termFrom: boxes(document?.term?.from),
    termThrough: boxes(document?.term?.through),
    concludedOn: boxes(document?.concludedOn),
    filedOn: boxes(document?.filedOn),
    filedWith: document?.filedWith ?? '',
    lines: document?.lines.map((line) => ({
      ...line,
      headcount: digits(line.headcount),
      daily: length(line.daily),
      monthly: length(line.monthly),
      annual: length(line.annual),
    })) ?? [emptyLine],
    holidayLines:
      document?.holidayLines.map((line) => ({
        ...line,
        headcount: digits(line.headcount),
        from: length(line.from),
        until: length(line.until),
      })) ?? [],
    special:
      document === null || document.special === null
        ? null
        : {
            ...document.special,
            times: digits(document.special.times),
            monthlyTotal: length(document.special.monthlyTotal),
            annual: length(document.special.annual),
            premiumPercent: digits(document.special.premiumPercent),
          },
    representative: document?.representative ?? blank,
  };
}

const isBlank = (text: string): boolean => text.trim() === '';

/** Sentences for what is typed but cannot be read, by the field's id. */
export function unreadable(draft: AgreementDraft): FieldError[] {
  const lengthWrong = (text: string, id: string, name: string) =>
    wrong(!isBlank(text) && readLength(text) === undefined, id, `${name}は 45:00 の形で入力してください`);
  const countWrong = (text: string, id: string, name: string) =>
    wrong(!isBlank(text) && readCount(text) === undefined, id, `${name}は数字で入力してください`);
  const dateWrong = (value: DateBoxes, id: string, name: string) =>
    wrong(!isBlankDate(value) && readDate(value) === undefined, id, `${name}は、年・月・日を数字で入力してください`);
  const clockWrong = (text: string, id: string) =>
    wrong(!isBlank(text) && readClock(text) === undefined, id, '時刻は 8:30 の形で入力してください');
  const { special } = draft;
  return mistakes(
    dateWrong(draft.termFrom, 'term', '有効期間の始まり'),
    dateWrong(draft.termThrough, 'term-through', '有効期間の終わり'),
    wrong(
      isBlankDate(draft.termFrom) !== isBlankDate(draft.termThrough),
      'term',
      '有効期間は、始まりと終わりを入力してください',
    ),
    dateWrong(draft.yearStart, 'yearStart', '起算日'),
    dateWrong(draft.concludedOn, 'concludedOn', '成立した日'),
    dateWrong(draft.filedOn, 'filedOn', '届け出た日'),
    ...draft.lines.flatMap((line, at) => [
      countWrong(line.headcount, `lines[${at}].headcount`, '労働者数'),
      lengthWrong(line.daily, `lines[${at}].daily`, '1日の時間'),
      lengthWrong(line.monthly, `lines[${at}].monthly`, '1箇月の時間'),
      lengthWrong(line.annual, `lines[${at}].annual`, '1年の時間'),
    ]),
    ...draft.holidayLines.flatMap((line, at) => [
      countWrong(line.headcount, `holidayLines[${at}].headcount`, '労働者数'),
      clockWrong(line.from, `holidayLines[${at}].from`),
      clockWrong(line.until, `holidayLines[${at}].until`),
    ]),
    ...(special === null
      ? []
      : [
          countWrong(special.times, 'special.times', '回数'),
          lengthWrong(special.monthlyTotal, 'special.monthlyTotal', '1箇月の時間'),
          lengthWrong(special.annual, 'special.annual', '1年の時間'),
          countWrong(special.premiumPercent, 'special.premiumPercent', '率'),
        ]),
  );
}

/** What the form says, for the law to look at; what cannot be read yet counts as not written. */
export function documentOf(draft: AgreementDraft): AgreementDocument {
  const [from, through] = [readDate(draft.termFrom), readDate(draft.termThrough)];
  const { special, representative: who } = draft;
  const noOne = isBlank(who.name) && isBlank(who.position) && isBlank(who.election);
  return {
    department: draft.department,
    enterprise: draft.enterprise,
    collective: draft.collective,
    longAveraging: draft.longAveraging,
    ceilingsStated: draft.ceilingsStated,
    yearStart: readDate(draft.yearStart) ?? null,
    term: from === undefined || through === undefined ? null : { from, through },
    concludedOn: readDate(draft.concludedOn) ?? null,
    filedOn: readDate(draft.filedOn) ?? null,
    filedWith: draft.filedWith,
    lines: draft.lines.map((line) => ({
      ...line,
      headcount: readCount(line.headcount) ?? null,
      daily: readLength(line.daily) ?? null,
      monthly: readLength(line.monthly) ?? null,
      annual: readLength(line.annual) ?? null,
    })),
    holidayLines: draft.holidayLines.map((line) => ({
      ...line,
      headcount: readCount(line.headcount) ?? null,
      from: readClock(line.from) ?? null,
      until: readClock(line.until) ?? null,
    })),
    special:
      special === null
        ? null
        : {
            ...special,
            times: readCount(special.times) ?? null,
            monthlyTotal: readLength(special.monthlyTotal) ?? null,
            annual: readLength(special.annual) ?? null,
            premiumPercent: readCount(special.premiumPercent) ?? null,
            healthMeasures: [...special.healthMeasures],
          },
    representative: noOne ? null : who,
  };
}
