import { allotmentOf } from '@tokimori/law/calendar/municipal-calendar';
import type { DayKindOf } from '@tokimori/ordinances/example-city/month';
import type { OrdinanceDocument } from '@tokimori/ordinances/read-ordinance';

/** The calendar of the example city. */
export function dayKinds(document: OrdinanceDocument): DayKindOf {
  const rules = document.versions.at(-1)?.parameters;
  if (rules === undefined) throw new Error('no parameters');
  return (day) => allotmentOf(rules, day).kind;
}
