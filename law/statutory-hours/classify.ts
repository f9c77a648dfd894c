import { inForce } from '../decision/dated.ts';
import type { Step } from '../decision/decision.ts';
import { type EpochDay, formatLocalDate } from '../time/civil.ts';
import type { Minutes } from '../time/minutes.ts';
import { statutoryCitations as cites, statutoryLimits } from './citations.ts';
import { type Piece, piecesOf, splitAt, sum } from './pieces.ts';
import type { AveragingPeriod, ClassMinutes, StatutoryStepName, WorkedDay } from './types.ts';

export type Steps = Step<StatutoryStepName>[];
type Excess = 'daily' | 'weekly' | 'period' | 'legalHolidayWork';
export type Classed = Piece & { readonly as: Excess | 'withinStatutory' };

/** 法定労働時間 on a day. @throws NotInForce for days before 1997-04-01 */
const limitsOn = (date: EpochDay) => inForce(statutoryLimits, formatLocalDate(date)).value;

/** Minutes of the week or period that a longer limit may cover, only where every day is averaged. */
const averages = (periods: readonly AveragingPeriod[], days: readonly WorkedDay[]): boolean =>
  days.every(({ date }) => periods.some(({ from, through }) => from <= date && date <= through));

/** Daily excess: beyond 8:00, or beyond a longer allotment of an averaging period. */
function countDay(day: WorkedDay, averaging: readonly AveragingPeriod[], pieces: readonly Piece[], steps: Steps) {
  const { daily } = limitsOn(day.date);
  const longer = day.allotted > daily && averages(averaging, [day]);
  const limit = longer ? day.allotted : daily;
  const split = splitAt(pieces, limit);
  const beyond = sum(split.beyond);
  if (beyond > 0 || longer) {
    steps.push({
      says: 'dayOverLimit',
      figures: { date: day.date, worked: sum(pieces), limit, beyond, allotted: longer ? day.allotted : 0 },
      citation: longer ? cites.averaging : cites.daily,
    });
  }
  return split;
}

/** Weekly excess: beyond 40:00, or beyond a longer allotment, without what the days counted. */
function countWeek(
  week: readonly WorkedDay[],
  averaging: readonly AveragingPeriod[],
  pieces: readonly Piece[],
  steps: Steps,
) {
  const from = week[0]?.date ?? 0;
  const { weekly } = limitsOn(from);
  const allotted = week.reduce((total, day) => total + day.allotted, 0);
  const longer = allotted > weekly && averages(averaging, week);
  const limit = longer ? allotted : weekly;
  const split = splitAt(pieces, limit);
  const beyond = sum(split.beyond);
  if (beyond > 0 || longer) {
    steps.push({
      says: 'weekOverLimit',
      figures: { from, counted: sum(pieces), limit, beyond, allotted: longer ? allotted : 0 },
      citation: longer ? cites.averaging : cites.weekly,
    });
  }
  return split;
}

/** 変形期間の総枠: 40:00 × days ÷ 7. A begun minute is counted, so the limit is cut to whole minutes. */
export const periodLimit = (days: number, weekly: Minutes = 2400): Minutes => Math.floor((weekly * days) / 7);

function countPeriod({ from, through }: AveragingPeriod, pieces: readonly Piece[], steps: Steps) {
  const days = through - from + 1;
  const limit = periodLimit(days, limitsOn(from).weekly);
  const split = splitAt(pieces, limit);
  const figures = { from, through, days, counted: sum(pieces), limit, beyond: sum(split.beyond) };
  steps.push({ says: 'periodOverLimit', figures, citation: cites.order });
  return split;
}

const inside = ({ from, through }: AveragingPeriod, { date }: Piece): boolean => from <= date && date <= through;
const as = (pieces: readonly Piece[], name: Classed['as']): Classed[] =>
  pieces.map((piece) => ({ ...piece, as: name }));

/** Work across a midnight that is the beginning or the end of a 法定休日. */
function sayMidnight(date: EpochDay, pieces: readonly Piece[], statutory: ReadonlySet<EpochDay>, steps: Steps): void {
  const of = (day: EpochDay) => sum(pieces.filter((piece) => piece.day === day));
  const [before, after] = [of(date), of(date + 1)];
  if (before === 0 || after === 0 || statutory.has(date) === statutory.has(date + 1)) return;
  const figures = { date, before, after, intoDayOff: Number(statutory.has(date + 1)) };
  steps.push({ says: 'cutAtMidnight', figures, citation: cites.calendarDay });
}

/** Every minute worked, with its class: day, then week, then period; 法定休日 apart. */
export function classify(
  weeks: readonly (readonly WorkedDay[])[],
  averaging: readonly AveragingPeriod[],
  statutory: ReadonlySet<EpochDay>,
  steps: Steps,
): readonly Classed[] {
  const classed: Classed[] = [];
  const left: Piece[] = [];
  for (const week of weeks) {
    const ofWeek: Piece[] = [];
    for (const day of week) {
      const pieces = piecesOf(day);
      sayMidnight(day.date, pieces, statutory, steps);
      classed.push(
        ...as(
          pieces.filter(({ day: at }) => statutory.has(at)),
          'legalHolidayWork',
        ),
      );
      const { within, beyond } = countDay(
        day,
        averaging,
        pieces.filter(({ day: at }) => !statutory.has(at)),
        steps,
      );
      classed.push(...as(beyond, 'daily'));
      ofWeek.push(...within);
    }
    const { within, beyond } = countWeek(week, averaging, ofWeek, steps);
    classed.push(...as(beyond, 'weekly'));
    left.push(...within);
  }
  for (const period of averaging.toSorted((a, b) => a.from - b.from)) {
    const { within, beyond } = countPeriod(
      period,
      left.filter((piece) => inside(period, piece)),
      steps,
    );
    classed.push(...as(beyond, 'period'), ...as(within, 'withinStatutory'));
  }
  const outside = left.filter((piece) => !averaging.some((period) => inside(period, piece)));
  return [...classed, ...as(outside, 'withinStatutory')];
}

/** The classes of one duty date. Regular hours within the limits are no class: they are what is not overtime. */
export function classesOf(pieces: readonly Classed[]): ClassMinutes {
  const of = (name: Classed['as'], disasterNeed = false): Minutes =>
    sum(
      pieces.filter(
        (piece) =>
          piece.as === name &&
          piece.disasterNeed === disasterNeed &&
          (name !== 'withinStatutory' || piece.source === 'overtime'),
      ),
    );
  const excess = pieces.filter(({ as: name }) => name !== 'withinStatutory');
  return {
    // Hours within 8 and 40 need no ground of 33条: whatever their basis, they are 法定内.
    withinStatutory: of('withinStatutory') + of('withinStatutory', true),
    daily: of('daily'),
    weekly: of('weekly'),
    period: of('period'),
    legalHolidayWork: of('legalHolidayWork'),
    disasterOvertime: of('daily', true) + of('weekly', true) + of('period', true),
    disasterHolidayWork: of('legalHolidayWork', true),
    fromRegular: sum(excess.filter(({ source }) => source === 'regular')),
  };
}
