import { holidayYears } from '@tokimori/law/calendar/holidays';
import { civilOf, type EpochDay, epochDayOf, formatLocalDate } from '@tokimori/law/time/civil';
import { firstDayOf, lastDayOf } from '@tokimori/law/time/months';
import type { RefusedDeed } from '@tokimori/records/recorded';
import { readServices } from '../../derive/services.ts';
import type { Tx } from '../../store/tenant.ts';
import { firstRecordedMonth } from './city-sums.ts';
import { dayOf, type Here } from './moment.ts';

/** Whether the holidays of a day's year are known, so that its allotted hours are. */
export function isInCalendar(day: EpochDay): boolean {
  const { year } = civilOf(day);
  return year >= holidayYears.from && year <= holidayYears.through;
}

/** Years for which wages may be claimed (労基法115条、附則143条3項: 当分の間3年); no overtime older than that is taken here. */
const YEARS_BACK = 3;
/** Months after the running one into which overtime may be asked and ordered. */
const MONTHS_AHEAD = 1;

/**
 * The first day for which a request or a correction is taken: three years back, but not before the month in which the
 * municipality's records begin (the month before the running one while there are none).
 */
async function earliestDay(tx: Tx, at: Here): Promise<EpochDay> {
  const { year, month, day } = civilOf(at.dutyDay);
  const yearsBack = epochDayOf(year - YEARS_BACK, month, Math.min(day, 28));
  const recorded = await firstRecordedMonth(tx);
  return Math.max(yearsBack, firstDayOf(Math.min(recorded ?? at.month - 1, at.month - 1)));
}

/**
 * Why a deed of a person on a day is not taken, or null: the day is outside the calendar or the person's service, or out
 * of reach. Corrections look back only: their own rule refuses days to come.
 */
export async function dayRefused(tx: Tx, at: Here, staff: string, date: string): Promise<RefusedDeed | null> {
  const day = dayOf(date);
  const refused = (code: string, limit = day): RefusedDeed => ({
    code,
    figures: {},
    words: { date, limit: formatLocalDate(limit) },
  });
  if (!isInCalendar(day)) return refused('day.outside-calendar');
  const [services, earliest] = await Promise.all([readServices(tx, [staff]), earliestDay(tx, at)]);
  const service = services.get(staff);
  if (service !== undefined && (day < service.from || day >= service.until)) return refused('day.outside-service');
  if (day < earliest) return refused('day.too-early', earliest);
  const latest = lastDayOf(at.month + MONTHS_AHEAD);
  return day > latest ? refused('day.too-late', latest) : null;
}
