import { inForce } from '../decision/dated.ts';
import type { Decision, Step } from '../decision/decision.ts';
import { type EpochDay, formatLocalDate } from '../time/civil.ts';
import { firstDayOf, monthOf } from '../time/months.ts';
import * as cites from './citations.ts';
import { type DesignationRules, modelDesignation } from './rules.ts';
import type { DesignationStepName } from './step-names.ts';

type DesignationStep = Step<DesignationStepName>;

/** A designation as it is to be made. Days are epoch days. */
export type NewDesignation = {
  readonly unit: DesignationRules['scope'];
  /** First day on which the department or task is externally driven. */
  readonly from: EpochDay;
  /** The day on which the designation was made known. */
  readonly publishedOn: EpochDay;
  /** Why it may take effect before it was made known; blank = none. */
  readonly retroactiveReason?: string;
  /** Whom it concerns: since when each serves under it, and when each was told (null = not). */
  readonly staff: readonly { readonly id: string; readonly since: EpochDay; readonly toldOn: EpochDay | null }[];
  /** Departments of the body on the first day, this one counted. */
  readonly departments: { readonly all: number; readonly externallyDriven: number };
};

/** Why a designation is refused. */
export type DesignationRefusal = 'wrongUnit' | 'retroactiveWithoutReason' | 'retroactiveNotAllowed';
/** What wants a human eye; it refuses nothing. */
export type DesignationWarning = 'retroactive' | 'manyDesignated' | 'allDesignated' | 'noticeMissing';

export type DesignationAnswer = {
  readonly accepted: boolean;
  readonly refusals: readonly DesignationRefusal[];
  readonly warnings: readonly DesignationWarning[];
  /** By when each person must have been told (inclusive), and whether that was done. */
  readonly notices: readonly {
    readonly id: string;
    readonly by: EpochDay;
    readonly state: 'inTime' | 'late' | 'missing';
  }[];
};

/** Thrown when the numbers of departments cannot be, or a person is given twice. */
export class ImpossibleDesignation extends Error {
  override readonly name = 'ImpossibleDesignation';
}

function checkNumbers({ departments: { all, externallyDriven }, staff }: NewDesignation): void {
  const whole = Number.isInteger(all) && Number.isInteger(externallyDriven);
  if (!whole || externallyDriven < 0 || all < 1 || externallyDriven > all) {
    throw new ImpossibleDesignation(`${externallyDriven} of ${all} departments`);
  }
  if (new Set(staff.map(({ id }) => id)).size < staff.length) throw new ImpossibleDesignation('a person twice');
}

type Found = {
  readonly refusals: readonly DesignationRefusal[];
  readonly warnings: readonly DesignationWarning[];
  readonly steps: readonly DesignationStep[];
};

function judgeUnit({ unit }: NewDesignation, { scope }: DesignationRules): Found {
  const citation = scope === 'department' ? cites.departmentUnit : cites.taskUnit;
  const words = { unit, scope };
  if (unit === scope) {
    return { refusals: [], warnings: [], steps: [{ says: 'unitFits', figures: {}, words, citation }] };
  }
  return { refusals: ['wrongUnit'], warnings: [], steps: [{ says: 'unitDoesNotFit', figures: {}, words, citation }] };
}

function judgeTime({ from, publishedOn, retroactiveReason = '' }: NewDesignation, rules: DesignationRules): Found {
  const words = { from: formatLocalDate(from), published: formatLocalDate(publishedOn) };
  const citation = cites.beforehand;
  if (from >= publishedOn) {
    return { refusals: [], warnings: [], steps: [{ says: 'designatedBeforehand', figures: {}, words, citation }] };
  }
  const late: DesignationStep = { says: 'designatedLate', figures: {}, words, citation };
  if (retroactiveReason.trim() === '') {
    const steps: readonly DesignationStep[] = [late, { says: 'lateWithoutReason', figures: {}, citation }];
    return { refusals: ['retroactiveWithoutReason'], warnings: [], steps };
  }
  if (!rules.retroactiveWithReason) {
    const steps: readonly DesignationStep[] = [late, { says: 'lateNotAllowed', figures: {}, citation }];
    return { refusals: ['retroactiveNotAllowed'], warnings: [], steps };
  }
  return { refusals: [], warnings: ['retroactive'], steps: [late, { says: 'lateWithReason', figures: {}, citation }] };
}

function judgeShare({ departments }: NewDesignation, { warnPercent }: DesignationRules): Found {
  const { all, externallyDriven: driven } = departments;
  const citation = cites.smallestNumber;
  if (driven === all) {
    return {
      refusals: [],
      warnings: ['allDesignated'],
      steps: [{ says: 'allDesignated', figures: { all }, citation }],
    };
  }
  const many = driven * 100 > all * warnPercent;
  const figures = { driven, all, percent: warnPercent };
  const says = many ? 'manyDesignated' : 'fewDesignated';
  return { refusals: [], warnings: many ? ['manyDesignated'] : [], steps: [{ says, figures, citation }] };
}

/** The last day on which someone may be told: the day before the month, or the day, from which the caps are the person's. */
function noticeBy(starts: EpochDay, { noticeBefore }: DesignationRules): EpochDay {
  return (noticeBefore === 'month' ? firstDayOf(monthOf(starts)) : starts) - 1;
}

function judgeNotices(given: NewDesignation, rules: DesignationRules) {
  const notices = given.staff.map(({ id, since, toldOn }): DesignationAnswer['notices'][number] => {
    const by = noticeBy(Math.max(given.from, since), rules);
    return { id, by, state: toldOn === null ? 'missing' : toldOn <= by ? 'inTime' : 'late' };
  });
  const lacking = notices.filter(({ state }) => state !== 'inTime').length;
  const citation = cites.priorNotice;
  const step: DesignationStep =
    lacking === 0
      ? { says: 'noticesInTime', figures: { count: notices.length }, citation }
      : { says: 'noticesMissing', figures: { count: lacking, of: notices.length }, citation };
  return { notices, lacking, step };
}

/**
 * Whether a designation of 他律的業務の比重が高い部署 (or task) may stand: made before it takes effect, of the right unit, of few
 * departments, and told to everybody concerned (総行公第139号 2(2), 職職―328 第10). Refused retro-actively without a reason.
 * @throws NotInForce before 2019-04-01
 * @throws ImpossibleDesignation on impossible numbers
 */
export function judgeDesignation(
  given: NewDesignation,
  rules: DesignationRules = modelDesignation,
): Decision<DesignationAnswer, DesignationStepName> {
  checkNumbers(given);
  inForce(cites.designationsSince, formatLocalDate(given.from));
  const found = [judgeUnit(given, rules), judgeTime(given, rules), judgeShare(given, rules)];
  const { notices, lacking, step } = judgeNotices(given, rules);
  const refusals = found.flatMap((each) => each.refusals);
  const warned = found.flatMap((each) => each.warnings);
  const warnings = lacking === 0 ? warned : [...warned, 'noticeMissing' as const];
  return {
    outcome: { accepted: refusals.length === 0, refusals, warnings, notices },
    steps: [...found.flatMap((each) => each.steps), step],
  };
}
