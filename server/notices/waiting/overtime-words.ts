import { formatDuration } from '@tokimori/law/time/minutes';
import { eraOf } from '../words.ts';

/** When an overtime is, as rows of `tk.overtime` hold it. */
export type OvertimeTime = {
  readonly duty_date: string;
  readonly from_minute: number | null;
  readonly until_minute: number | null;
  readonly minutes: number;
};

/** 令和8年10月26日 17:15–19:45(2:30); without points in time the length alone. */
export function sayOvertime({
  duty_date: date,
  from_minute: from,
  until_minute: until,
  minutes,
}: OvertimeTime): string {
  const hours =
    from === null || until === null
      ? formatDuration(minutes)
      : `${formatDuration(from)}–${formatDuration(until)}(${formatDuration(minutes)})`;
  return `${eraOf(date)} ${hours}`;
}
