import { inForce } from '../../decision/dated.ts';
import type { Decision } from '../../decision/decision.ts';
import { formatLocalDate } from '../../time/civil.ts';
import type { Minutes } from '../../time/minutes.ts';
import { leaveKindCitations as cites } from '../citations.ts';
import { type LeaveRules, modelLeave } from '../rules.ts';
import { type KindHere, kindsOf, masterInForce } from './master.ts';
import type { LeaveKindStepName } from './step-names.ts';
import { conditions } from './taking-conditions.ts';
import { balanceOf, judgeLimit, type Left, wantedOf } from './taking-limits.ts';
import {
  type Found,
  ImpossibleTaking,
  type KindStep,
  type Taking,
  type TakingDefect,
  type TakingRefusal,
} from './taking-types.ts';

export type TakingVerdict = {
  readonly verdict: 'accepted' | 'refused';
  readonly refusal?: TakingRefusal;
  /** Minutes that it takes. */
  readonly wanted: Minutes;
  readonly left: Left;
};

function validate({ from, through, time, dutyDays, taken, dayMinutes, halfDay, facts }: Taking): void {
  const impossible = (defect: TakingDefect): never => {
    throw new ImpossibleTaking(defect);
  };
  if (through < from) impossible('reversed');
  if (time !== null && through !== from) impossible('partOfOneDay');
  if (time !== null && !(time > 0 && time < 1440)) impossible('noTime');
  if (halfDay && time === null) impossible('halfDayNeedsTime');
  if (dutyDays < 0 || dutyDays > through - from + 1) impossible('dutyDays');
  if (taken < 0 || !(dayMinutes > 0 && dayMinutes <= 1440)) impossible('minutes');
  if ([facts.daysBefore, facts.timesBefore, facts.travelDays, facts.persons].some((n) => n !== undefined && n < 0)) {
    impossible('negative');
  }
  if (facts.periods?.some((period) => period.through < period.from) === true) impossible('reversedPeriod');
}

/** The kind here, or why it is none that is judged in this way. */
function kindOf({ kind: code, from }: Taking, rules: LeaveRules): KindHere | Found {
  const master = inForce(masterInForce, formatLocalDate(from)).value;
  const kind = kindsOf(rules).find((each) => each.code === code);
  if (kind === undefined) {
    const known = master.find((each) => each.code === code);
    if (known === undefined) throw new ImpossibleTaking('unknownKind', code);
    const words = { name: known.name };
    return { refusal: 'absentKind', steps: [{ says: 'kindAbsent', figures: {}, words, citation: known.citation }] };
  }
  const { limit, name, citation } = kind;
  if (limit.per === 'fact' || limit.per === 'week') {
    return { refusal: 'notLeave', steps: [{ says: 'notLeave', figures: {}, words: { name }, citation }] };
  }
  if (limit.per === 'elsewhere') {
    const words = { name, ask: limit.ask };
    return { refusal: 'elsewhere', steps: [{ says: 'judgedElsewhere', figures: {}, words, citation }] };
  }
  return kind;
}

/** Whole days, hours, 30 minutes, minutes; less than an hour where it uses up the balance (規則15―14 第22条2項). */
function unitOf(kind: KindHere, taking: Taking, rules: LeaveRules): Found {
  const { time: minutes } = taking;
  const { units, citation } = kind;
  const broken = (unit: number): KindStep => ({
    says: 'unitBroken',
    figures: { minutes: minutes ?? 0, unit },
    citation,
  });
  if (minutes === null) {
    return units.includes('day')
      ? { steps: [{ says: 'unitDay', figures: { days: taking.dutyDays }, citation }] }
      : { refusal: 'unit', steps: [broken(units.includes('thirtyMinutes') ? 30 : 1)] };
  }
  if (taking.halfDay) {
    const half = units.includes('halfDay');
    return half
      ? { steps: [{ says: 'unitTime', figures: { minutes, unit: minutes }, citation }] }
      : { refusal: 'unit', steps: [broken(0)] };
  }
  const unit = units.includes('minute') ? 1 : units.includes('thirtyMinutes') ? 30 : units.includes('hour') ? 60 : 0;
  if (unit > 0 && minutes % unit === 0) return { steps: [{ says: 'unitTime', figures: { minutes, unit }, citation }] };
  if (!kind.finishing) return { refusal: 'unit', steps: [broken(unit)] };
  const balance = balanceOf(kind, taking, rules) ?? 0;
  const figures = { minutes, balance };
  if (minutes === balance) return { steps: [{ says: 'finishing', figures, citation: cites.conversion }] };
  return {
    refusal: 'unit',
    steps: [{ says: 'finishingNotApplied', figures, citation: cites.conversion }, broken(unit)],
  };
}

/**
 * Checks a taking against its kind: whether the municipality has it, its condition, its unit, and what there is of it. 年次有給休暇 and 部分休業
 * have ledgers of their own.
 * @throws ImpossibleTaking when it cannot be true, or names what the kind needs to know
 * @throws ImpossibleLeaveRules · NotInForce
 */
export function judgeTaking(
  taking: Taking,
  rules: LeaveRules = modelLeave,
): Decision<TakingVerdict, LeaveKindStepName> {
  validate(taking);
  const steps: KindStep[] = [];
  const wanted = wantedOf(taking);
  const close = (refusal: TakingRefusal | undefined, left: Left): Decision<TakingVerdict, LeaveKindStepName> => {
    const says = refusal === undefined ? 'takingAccepted' : 'takingRefused';
    steps.push({
      says,
      figures: { wanted },
      words: { reason: refusal ?? '' },
      citation: steps.at(-1)?.citation ?? cites.special,
    });
    const verdict = refusal === undefined ? 'accepted' : 'refused';
    return { outcome: { verdict, ...(refusal === undefined ? {} : { refusal }), wanted, left }, steps };
  };
  const kind = kindOf(taking, rules);
  if ('steps' in kind) {
    steps.push(...kind.steps);
    return close(kind.refusal, null);
  }
  const words = { name: kind.name, condition: kind.condition };
  steps.push({ says: 'kindFound', figures: {}, words, citation: kind.citation });
  const looks = [() => conditions[kind.code]?.(taking, rules) ?? { steps: [] }, () => unitOf(kind, taking, rules)];
  for (const look of looks) {
    const found: Found = look();
    steps.push(...found.steps);
    if (found.refusal !== undefined) return close(found.refusal, null);
  }
  const limited = judgeLimit(kind, taking, rules);
  steps.push(...limited.steps);
  return close(limited.refusal, limited.left);
}
