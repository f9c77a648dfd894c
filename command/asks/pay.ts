import type { Ask } from './ask.ts';
import { compensatoryDayOffAsk } from './pay/compensatory-day-off.ts';
import { dayOffTransferAsk } from './pay/day-off-transfer.ts';
import { hourlyAmountAsk } from './pay/hourly-amount.ts';
import { managersAllowanceAsk } from './pay/managers-allowance.ts';
import { movedHolidaysAsk } from './pay/moved-holidays.ts';
import { reallottedWeekAsk } from './pay/reallotted-week.ts';
import { timeOffAsk } from './pay/time-off.ts';

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
