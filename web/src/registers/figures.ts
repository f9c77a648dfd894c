import { parseDuration } from '@tokimori/law/time/minutes';
import { hm } from '@tokimori/wording/format';

const DECIMAL = /^(\d{1,7})(?:\.(\d{1,2}))?$/;

/**
 * Hours of a year as someone typed them: `1692`, `1,692.5`, `7:30`. Minutes; null when empty, undefined when it cannot be read.
 */
export function readHours(text: string): number | null | undefined {
  const plain = text.normalize('NFKC').replaceAll(',', '').trim();
  if (plain === '') return null;
  const clock = parseDuration(plain);
  if (clock !== undefined) return clock;
  const decimal = DECIMAL.exec(plain);
  if (decimal === null) return undefined;
  return Number(decimal[1]) * 60 + Math.round(Number(`0.${decimal[2] ?? '0'}`) * 60);
}

/** As it is put into a field: whole hours plain, others h:mm. */
export const hoursText = (minutes: number | null): string =>
  minutes === null ? '' : minutes % 60 === 0 ? String(minutes / 60) : hm(minutes).replaceAll(',', '');

/** 円 as someone typed it; null when empty, undefined when it cannot be read. */
export function readYen(text: string): number | null | undefined {
  const plain = text.normalize('NFKC').replaceAll(',', '').replace(/円$/, '').trim();
  if (plain === '') return null;
  return /^\d{1,12}$/.test(plain) ? Number(plain) : undefined;
}
