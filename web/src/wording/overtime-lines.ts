import type { OvertimeView } from '@tokimori/contract/values';
import { dayLabel, hm, span } from '@tokimori/wording/format';

type Hours = Pick<OvertimeView, 'from' | 'until' | 'minutes'>;
type OnDay = Hours & Pick<OvertimeView, 'date'>;

/** From when to when and how long: 「17:15–19:45(2:30)」; of what is known by its length alone that. */
export const hoursLine = ({ from, until, minutes }: Hours): string =>
  `${from === null ? '' : span(from, until)}(${hm(minutes)})`;

/** When: 「11月2日(月) 17:15–19:45(2:30)」. */
export const whenLine = (overtime: OnDay): string => `${dayLabel(overtime.date)} ${hoursLine(overtime)}`;

/** Whose and when: one line. */
export const overtimeLine = (person: OvertimeView['person'], overtime: OnDay): string =>
  `${person.name} ${whenLine(overtime)}`;
