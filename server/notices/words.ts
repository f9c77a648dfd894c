import { parseLocalDate } from '@tokimori/law/time/civil';
import { formatEraDate } from '@tokimori/law/time/eras';

/** A date as mails say it: 令和8年10月26日. */
export function eraOf(date: string): string {
  const day = parseLocalDate(date);
  return (day === undefined ? undefined : formatEraDate(day)) ?? date;
}
