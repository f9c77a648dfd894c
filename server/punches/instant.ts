import { parseLocalDate } from '@tokimori/law/time/civil';

const INSTANT = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(?:Z|([+-])(\d{2}):(\d{2}))$/;
/** 2000-01-01 and 2100-01-01: outside them a clock is broken, not late. */
const [EARLIEST, LATEST] = [Date.UTC(2000, 0, 1), Date.UTC(2100, 0, 1)];

/**
 * Reads an ISO 8601 instant with offset. Undefined for everything that is no instant (30 February, 24:61, no offset)
 * and for instants before 2000 or from 2100. Finer than milliseconds is cut off.
 */
export function parseInstant(text: string): Date | undefined {
  const found = INSTANT.exec(text);
  if (found === null) return undefined;
  const [, date = '', hour, minute, second = '0', fraction = '', sign, offsetHour = '0', offsetMinute = '0'] = found;
  const day = parseLocalDate(date);
  const [h, m, s, oh, om] = [Number(hour), Number(minute), Number(second), Number(offsetHour), Number(offsetMinute)];
  if (day === undefined || h > 23 || m > 59 || s > 59 || oh > 14 || om > 59) return undefined;
  const offset = (oh * 60 + om) * (sign === '-' ? -1 : 1);
  const ms = (((day * 24 + h) * 60 + m - offset) * 60 + s) * 1000 + Number(fraction.padEnd(3, '0').slice(0, 3));
  return ms >= EARLIEST && ms < LATEST ? new Date(ms) : undefined;
}
