import { hours } from '../../time/minutes.ts';
import { type LedgerEntry, type LedgerFinding, type TimeFigures, type TimeItem, timeItems } from './types.ts';

const DAY = hours(24);
/** 22:00–5:00 of a duty date that begins in the night before it and ends in the night after it: 0:00–5:00 and 22:00–29:00. */
const NIGHT_OF_DAY = hours(12);

function check(
  findings: LedgerFinding[],
  wrong: boolean,
  contradiction: LedgerFinding['contradiction'],
  item: LedgerFinding['item'],
  entered: number,
  against: number,
): void {
  if (wrong) findings.push({ contradiction, item, entered, against });
}

function timesAgainstDays(findings: LedgerFinding[], { period, daysWorked, worked, night }: LedgerEntry): void {
  if (daysWorked === null) return;
  const days = period === null ? null : period.through - period.from + 1;
  if (days !== null) check(findings, daysWorked > days, 'daysBeyondCalendar', 'daysWorked', daysWorked, days);
  if (worked !== null) {
    const room = daysWorked * DAY;
    check(findings, daysWorked === 0 && worked > 0, 'workedWithoutDays', 'daysWorked', worked, daysWorked);
    check(findings, daysWorked > 0 && worked > room, 'workedBeyondDays', 'worked', worked, room);
    check(findings, daysWorked > 0 && worked === 0, 'daysWithoutWork', 'worked', daysWorked, worked);
  }
  if (night !== null) {
    const nights = daysWorked * NIGHT_OF_DAY;
    check(findings, night > nights, 'nightBeyondNights', 'night', night, nights);
  }
}

function timesAgainstWorked(findings: LedgerFinding[], { worked, overtime, holidayWork, night }: LedgerEntry): void {
  if (worked === null) return;
  const extra = (overtime ?? 0) + (holidayWork ?? 0);
  const item = (overtime ?? 0) > 0 ? 'overtime' : 'holidayWork';
  check(findings, extra > worked, 'overtimeBeyondWorked', item, extra, worked);
  if (night !== null) check(findings, night > worked, 'nightBeyondWorked', 'night', night, worked);
}

/** Eight classes of premium, each up to 29 minutes, can be lost to the monthly rounding: beyond them some hour is paid. */
const LOST_TO_ROUNDING = 8 * 29;

/** Overtime is paid beside the basic pay: one line of pay cannot hold both (労基則54条1項7号: 賃金の種類ごと). */
function payAgainstTimes(findings: LedgerFinding[], { pay, worked, overtime }: LedgerEntry, isPaid: boolean): void {
  if (pay === null) return;
  const lines = pay.filter(({ yen }) => yen > 0).length;
  const extra = overtime ?? 0;
  check(findings, lines === 0 && (worked ?? 0) > 0, 'payMissing', 'pay', lines, worked ?? 0);
  check(findings, isPaid && lines === 1 && extra > LOST_TO_ROUNDING, 'extraPayMissing', 'pay', lines, extra);
}

function againstRecords(
  findings: LedgerFinding[],
  entry: LedgerEntry,
  records: TimeFigures,
  items: readonly TimeItem[],
) {
  for (const item of items) {
    const entered = entry[item];
    if (entered === null) continue;
    check(findings, entered !== records[item], 'differsFromRecords', item, entered, records[item]);
  }
}

/**
 * What makes no sense in a ledger entry. Blank figures contradict nothing: they are missing.
 * @param records the figures derived from punches and confirmed work; null = the entry stands alone
 * @param judged the items that must (or should) be right for this person
 */
export function contradictionsIn(
  entry: LedgerEntry,
  records: TimeFigures | null,
  judged: readonly string[],
): readonly LedgerFinding[] {
  const findings: LedgerFinding[] = [];
  timesAgainstDays(findings, entry);
  timesAgainstWorked(findings, entry);
  payAgainstTimes(findings, entry, judged.includes('overtime'));
  const items = timeItems.filter((item) => judged.includes(item));
  if (records !== null) againstRecords(findings, entry, records, items);
  return findings;
}
