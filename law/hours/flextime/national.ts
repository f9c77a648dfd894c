import { type Dated, inForce } from '../../decision/dated.ts';
import { type EpochDay, formatLocalDate } from '../../time/civil.ts';
import { hours, type Minutes } from '../../time/minutes.ts';
import { flextimeHistory } from '../citations.ts';
import { type FlextimeRules, modelHours } from '../rules.ts';

/** What the national flextime fixed at its three steps; local ones are modelled on it. Minutes. */
export type FlextimeFrame = Pick<
  FlextimeRules,
  'bandFrom' | 'bandUntil' | 'core' | 'minPerDay' | 'exemptDaysPerWeek' | 'zeroDay' | 'zeroDaysPerWeek'
>;

const checkedOn = '2026-11-28';
/** コアタイム lies between 9:00 and 16:00. */
const core = (length: Minutes): FlextimeRules['core'] => ({ length, from: hours(9), until: hours(16) });

/** 2016-04-01 all staff; 2023-04-01 wider; 2025-04-01 the day without hours for anyone (before: childcare and care). */
export const nationalFlextime: readonly Dated<FlextimeFrame>[] = [
  {
    from: '2016-04-01',
    until: '2023-04-01',
    value: {
      bandFrom: hours(7),
      bandUntil: hours(22),
      core: core(hours(5)),
      minPerDay: hours(6),
      exemptDaysPerWeek: 0,
      zeroDay: 'childOrCare',
      zeroDaysPerWeek: 1,
    },
    citation: flextimeHistory[2016],
    checkedOn,
  },
  {
    from: '2023-04-01',
    until: '2025-04-01',
    value: {
      bandFrom: hours(5),
      bandUntil: hours(22),
      core: core(hours(2)),
      minPerDay: hours(2),
      exemptDaysPerWeek: 1,
      zeroDay: 'childOrCare',
      zeroDaysPerWeek: 1,
    },
    citation: flextimeHistory[2023],
    checkedOn,
  },
  {
    from: '2025-04-01',
    value: {
      bandFrom: hours(5),
      bandUntil: hours(22),
      core: core(hours(2)),
      minPerDay: hours(2),
      exemptDaysPerWeek: 1,
      zeroDay: 'anyone',
      zeroDaysPerWeek: 1,
    },
    citation: flextimeHistory[2025],
    checkedOn,
  },
];

/**
 * The frame in force on the first day of a period.
 * @throws NotInForce before 2016-04-01
 */
export function flextimeFrameOn(day: EpochDay): Dated<FlextimeFrame> {
  return inForce(nationalFlextime, formatLocalDate(day));
}

/**
 * The model's parameters as they were on a day.
 * @throws NotInForce before 2016-04-01
 */
export function modelFlextimeOn(day: EpochDay): FlextimeRules {
  return { ...modelHours.flextime, ...flextimeFrameOn(day).value };
}
