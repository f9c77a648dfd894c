import type { PayClass, PayHours } from '@tokimori/law/pay/pay-types';
import { formatDuration } from '@tokimori/law/time/minutes';

/** A class of hours as outsiders rely on it. */
export const classJson = ({ allowance, rate, exact, paid }: PayClass) => ({
  allowance,
  rate: `${rate}/100`,
  exact: formatDuration(exact),
  paid,
});

/** The answer of `tokimori pay-hours` in the shape that outsiders rely on. */
export const payHoursJson = ({ classes, beyondSixty, timeOffInLieu }: PayHours) => ({
  classes: classes.map(classJson),
  beyondSixty: formatDuration(beyondSixty),
  timeOffInLieu: formatDuration(timeOffInLieu),
});
