/** A length of time, or a point on a duty date, in whole minutes. A duty date may run past 24:00 (26:10 = 1570). */
export type Minutes = number;

/** Whole hours as minutes. */
export const hours = (n: number): Minutes => n * 60;

const DURATION = /^(\d{1,6}):([0-5]\d)$/;

/** Reads `h:mm` ("45:00", "107:30"). Answers undefined for anything else: negative, "45:60", decimals. */
export function parseDuration(text: string): Minutes | undefined {
  const match = DURATION.exec(text);
  if (match === null) return undefined;
  return Number(match[1]) * 60 + Number(match[2]);
}

/** Writes minutes as `h:mm`; a negative length has a leading minus sign. */
export function formatDuration(minutes: Minutes): string {
  const absolute = Math.abs(minutes);
  const text = `${Math.floor(absolute / 60)}:${String(absolute % 60).padStart(2, '0')}`;
  return minutes < 0 ? `-${text}` : text;
}
