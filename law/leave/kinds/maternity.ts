import { type Dated, inForce } from '../../decision/dated.ts';
import type { Decision, Step } from '../../decision/decision.ts';
import { type EpochDay, formatLocalDate } from '../../time/civil.ts';
import { attains } from '../ages.ts';
import { endOfMonths } from '../annual/leave-year.ts';
import { leaveKindCitations as cites } from '../citations.ts';
import { Impossible } from '../impossible.ts';
import { type LeaveRules, modelLeave } from '../rules.ts';
import { ImpossibleLeaveRules } from './master.ts';
import type { LeaveKindStepName } from './step-names.ts';

/** 労基法65条: weeks that no rule may go under; before the sixth week after birth nobody works. */
const LEAST = { single: 6, multiple: 14, after: 8, forbidden: 6 } as const;
/** A birth is one from the 85th day of pregnancy (昭23.12.23 基発1885号); the due date is its 280th. */
const EARLIEST_BEFORE_DUE = 195;
const LATEST_AFTER_DUE = 60;

/** End of the 育児参加休暇: weeks after the birth, then a year (規則15―14 改正, 2022-10-01). */
export const fatherhoodEnds: readonly Dated<{ weeks: number } | 'year'>[] = [
  {
    from: '2019-04-01',
    until: '2022-10-01',
    value: { weeks: 8 },
    citation: cites.fatherhoodBefore,
    checkedOn: '2026-11-28',
  },
  { from: '2022-10-01', value: 'year', citation: cites.fatherhoodNow, checkedOn: '2026-11-28' },
];

export type Birth = {
  /** 出産予定日. */
  readonly dueOn: EpochDay;
  /** 出産の日; null while it is still expected. */
  readonly bornOn: EpochDay | null;
  /** 多胎妊娠. */
  readonly multiple: boolean;
};
/** Both days included. */
export type Window = { readonly from: EpochDay; readonly through: EpochDay };
export type MaternityWindows = {
  /** From the first day on which it can be asked for to the day of birth. */
  readonly prenatal: Window;
  readonly postnatal: Window;
  /** From here she may return at her own request, if a physician finds no hindrance. */
  readonly mayReturnFrom: EpochDay;
  /** 配偶者出産休暇 ends; it begins with the admission to hospital. */
  readonly spouseBirthThrough: EpochDay;
  readonly fatherhood: Window;
  /** 育児時間: the last day on which the child is under one. */
  readonly childcareTimeThrough: EpochDay;
  /** The birth is not known yet: windows after it move. */
  readonly provisional: boolean;
};

export type BirthDefect = 'tooFarFromDue';
/** Thrown when the days of a birth cannot be true; `of` is the day of birth. */
export class ImpossibleBirth extends Impossible<BirthDefect> {
  override readonly name = 'ImpossibleBirth';
}

function weeksBefore({ multiple }: Birth, rules: LeaveRules): number {
  const weeks = multiple ? rules.prenatalWeeksMultiple : rules.prenatalWeeks;
  if (weeks < (multiple ? LEAST.multiple : LEAST.single))
    throw new ImpossibleLeaveRules('prenatalWeeks', String(weeks));
  if (rules.postnatalWeeks < LEAST.after)
    throw new ImpossibleLeaveRules('postnatalWeeks', String(rules.postnatalWeeks));
  return weeks;
}

function validate({ dueOn, bornOn }: Birth): void {
  if (bornOn === null) return;
  if (bornOn < dueOn - EARLIEST_BEFORE_DUE || bornOn > dueOn + LATEST_AFTER_DUE) {
    throw new ImpossibleBirth('tooFarFromDue', formatLocalDate(bornOn));
  }
}

const span = ({ from, through }: Window) => ({ from: formatLocalDate(from), through: formatLocalDate(through) });

/**
 * 産前産後 by dates (労基法65条): from six weeks (more than one child: fourteen) that end on the due date, to eight weeks after the birth. A birth
 * after the due date lengthens the time before it, a birth before it shortens that time. Also the spouse's windows and 育児時間.
 * @throws ImpossibleBirth · ImpossibleLeaveRules when the municipality's weeks go under the law's
 * @throws NotInForce for births before 2019-04-01
 */
export function maternityWindows(
  birth: Birth,
  rules: LeaveRules = modelLeave,
): Decision<MaternityWindows, LeaveKindStepName> {
  validate(birth);
  const weeks = weeksBefore(birth, rules);
  const { dueOn } = birth;
  const day = birth.bornOn ?? dueOn;
  const begins = dueOn - 7 * weeks + 1;
  const prenatal = { from: Math.min(begins, day), through: day };
  const postnatal = { from: day + 1, through: day + 7 * rules.postnatalWeeks };
  const mayReturnFrom = day + 7 * LEAST.forbidden + 1;
  const { value: end, citation } = inForce(fatherhoodEnds, formatLocalDate(day));
  const afterWeeks = end === 'year' ? 0 : end.weeks;
  const fatherhood = {
    from: Math.min(begins, day),
    through: end === 'year' ? endOfMonths(day, 12) : day + 7 * end.weeks,
  };
  const [spouseBirthThrough, childcareTimeThrough] = [day + 14, attains(1, day)];
  const steps: Step<LeaveKindStepName>[] = [
    { says: 'prenatal', figures: { weeks }, words: span(prenatal), citation: cites.prenatal },
  ];
  if (birth.bornOn === null) {
    const words = { dueOn: formatLocalDate(dueOn) };
    steps.push({ says: 'birthUnknown', figures: {}, words, citation: cites.postnatal });
  } else if (birth.bornOn !== dueOn) {
    const figures = { days: birth.bornOn - dueOn };
    steps.push({ says: 'prenatalRunsToBirth', figures, citation: cites.prenatalLocal });
  }
  const through = (last: EpochDay) => ({ through: formatLocalDate(last) });
  steps.push(
    { says: 'postnatal', figures: { weeks: rules.postnatalWeeks }, words: span(postnatal), citation: cites.postnatal },
    {
      says: 'mayReturn',
      figures: { weeks: LEAST.forbidden },
      words: { from: formatLocalDate(mayReturnFrom) },
      citation: cites.postnatal,
    },
    { says: 'spouseBirth', figures: {}, words: through(spouseBirthThrough), citation: cites.spouseBirth },
    { says: 'fatherhood', figures: { weeks: afterWeeks }, words: span(fatherhood), citation },
    { says: 'childcareTime', figures: {}, words: through(childcareTimeThrough), citation: cites.childcareTime },
  );
  return {
    outcome: {
      prenatal,
      postnatal,
      mayReturnFrom,
      spouseBirthThrough,
      fatherhood,
      childcareTimeThrough,
      provisional: birth.bornOn === null,
    },
    steps,
  };
}
