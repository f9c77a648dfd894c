import type { Ask } from '../ask.ts';
import { compensatoryDayOffAsk } from './compensatory-day-off.ts';
import { dayOffTransferAsk } from './day-off-transfer.ts';
import { hourlyAmountAsk } from './hourly-amount.ts';
import { managersAllowanceAsk } from './managers-allowance.ts';
import { movedHolidaysAsk } from './moved-holidays.ts';
import { reallottedWeekAsk } from './reallotted-week.ts';
import { timeOffAsk } from './time-off.ts';

/** Questions on pay, time off in its place, and days off that move. */
export const asks: readonly Ask[] = [
  hourlyAmountAsk,
  timeOffAsk,
  dayOffTransferAsk,
  reallottedWeekAsk,
  compensatoryDayOffAsk,
  movedHolidaysAsk,
  managersAllowanceAsk,
];
