import { hm } from '@tokimori/wording/format';
import { mistakes, wrong } from '../app/form.ts';
import type { FieldError } from '../components/error-summary.tsx';
import { readHours } from '../wording/hours.ts';
import type { PlanLine } from './views.ts';

/** A line as it is typed. `weeks` null: only the whole is planned. */
export type DraftLine = {
  readonly key: string;
  readonly staff: string;
  readonly work: string;
  readonly reason: string;
  readonly total: string;
  readonly weeks: readonly string[] | null;
};

const typed = (minutes: number): string => (minutes === 0 ? '' : hm(minutes));

export const draftOf = (lines: readonly PlanLine[]): readonly DraftLine[] =>
  lines.map((line, at) => ({
    key: `${line.staff}-${at}`,
    staff: line.staff,
    work: line.work,
    reason: line.reason,
    total: hm(line.minutes).replace(',', ''),
    weeks: line.weeks?.map(typed) ?? null,
  }));

const weekMinutes = (text: string): number | undefined => (text.trim() === '' ? 0 : readHours(text));

/** Minutes of a line: of its weeks where it has any; undefined while something cannot be read. */
export function minutesOf({ total, weeks }: DraftLine): number | undefined {
  if (weeks === null) return readHours(total);
  return weeks.reduce<number | undefined>((sum, text) => {
    const minutes = weekMinutes(text);
    return sum === undefined || minutes === undefined ? undefined : sum + minutes;
  }, 0);
}

/** Planned minutes of all lines that can be read. */
export const plannedOf = (lines: readonly DraftLine[]): number =>
  lines.reduce((sum, line) => sum + (minutesOf(line) ?? 0), 0);

export const fieldOf = ({ key }: DraftLine, part: 'work' | 'hours'): string => `line-${key}-${part}`;

/** What is wrong with the lines of a plan, in the words of the form. */
export function mistakesOf(lines: readonly DraftLine[], nameOf: (staff: string) => string): FieldError[] {
  return lines.flatMap((line) => {
    const minutes = minutesOf(line);
    const name = nameOf(line.staff);
    const twice = lines.some(
      (other) => other.key < line.key && other.staff === line.staff && other.work.trim() === line.work.trim(),
    );
    return mistakes(
      wrong(line.work.trim() === '', fieldOf(line, 'work'), `${name}の業務を入力してください`),
      wrong(line.work.trim() !== '' && twice, fieldOf(line, 'work'), `${name}の同じ業務は1行にまとめてください`),
      wrong(
        minutes === undefined || minutes <= 0,
        fieldOf(line, 'hours'),
        `${name}の時間を 30:00 の形で入力してください。見込まない行は消してください`,
      ),
    );
  });
}

/** The lines as they are sent. Only after `mistakesOf` found nothing. */
export const linesToSend = (lines: readonly DraftLine[]) =>
  lines.map((line) => ({
    staff: line.staff,
    work: line.work.trim(),
    reason: line.reason.trim(),
    weeks: line.weeks?.map((text) => weekMinutes(text) ?? 0) ?? null,
    minutes: minutesOf(line) ?? 0,
  }));
