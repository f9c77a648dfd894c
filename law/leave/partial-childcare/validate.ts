import { type EpochDay, epochDayOf } from '../../time/civil.ts';
import { yearOf } from './limits.ts';
import {
  ImpossiblePartialLeave,
  type PartialChildcareEvent,
  type PartialChildcareYear,
  type PartialLeaveDefect,
} from './types.ts';

const impossible = (defect: PartialLeaveDefect, of?: string): never => {
  throw new ImpossiblePartialLeave(defect, of);
};

/** What occurs a second time, if anything does. */
function repeated<T>(all: readonly T[]): T | undefined {
  return all.find((each, at) => all.indexOf(each) !== at);
}

/** Events about a child name it, events about the person do not. */
const ofChild: ReadonlySet<string> = new Set(['childDied', 'noLongerChild', 'noLongerRaising', 'schoolEntry']);

function validateEvent(event: PartialChildcareEvent, year: PartialChildcareYear, last: EpochDay): void {
  const known = (child: string) => {
    if (!year.children.some(({ id }) => id === child)) impossible('unknownChild', event.id);
  };
  if (event.event === 'ending') {
    if (ofChild.has(event.what) !== (event.child !== undefined)) impossible('whoseEvent', event.id);
    if (event.child !== undefined) known(event.child);
    if (event.backOn !== undefined && event.backOn <= event.recordedOn) impossible('backBeforeBegun', event.id);
  }
  if (event.event === 'revocation') {
    const requests = year.events.filter((each) => each.event === 'request' && each.id === event.of);
    if (requests.length === 0) impossible('unknownRequest', event.id);
    if (event.span !== undefined && event.span.until <= event.span.from) impossible('emptySpan', event.id);
  }
  if (event.event !== 'request') return;
  known(event.child);
  if (repeated(event.days) !== undefined) impossible('dayTwice', event.id);
  const first = epochDayOf(year.fiscalYear, 4, 1);
  if (event.days.length === 0) impossible('noDay', event.id);
  if (event.days.some((on) => on < first || on > last)) impossible('outsideYear', event.id);
  if (event.rows.length === 0 || event.rows.some((row) => row.until <= row.from)) impossible('noTime', event.id);
  const rows = [...event.rows].sort((a, b) => a.from - b.from);
  if (rows.some((row, at) => at > 0 && row.from < (rows[at - 1]?.until ?? 0))) impossible('rowsOverlap', event.id);
  if (event.allotment.isEmpty) impossible('noHours', event.id);
  if (Math.min(event.childcareTime, event.caregiverTime) < 0) impossible('negativeTime', event.id);
}

/**
 * Refuses a year that cannot be true.
 * @throws ImpossiblePartialLeave naming the event
 */
export function validateYear(year: PartialChildcareYear): void {
  const { last } = yearOf(year.fiscalYear);
  if (!(year.staff.dailyMinutes > 0 && year.staff.dailyMinutes <= 1440)) impossible('dayLength');
  const event = repeated(year.events.map(({ id }) => id));
  if (event !== undefined) impossible('eventTwice', event);
  const child = repeated(year.children.map(({ id }) => id));
  if (child !== undefined) impossible('childTwice', child);
  for (const each of year.events) {
    validateEvent(each, year, last);
    if (each.recordedOn > last) impossible('recordedAfterYear', each.id);
  }
}
