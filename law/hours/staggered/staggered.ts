import type { Decision, Step } from '../../decision/decision.ts';
import type { EpochDay } from '../../time/civil.ts';
import type { Minutes } from '../../time/minutes.ts';
import { Spans } from '../../time/spans.ts';
import { requiredBreak } from '../breaks/breaks.ts';
import { hoursCitations as cites } from '../citations.ts';
import type { Ground, HoursRules, ShiftChoice } from '../rules.ts';

/** 早出遅出勤務・時差出勤: another shift of the same length (勤務時間条例8条の2 and local directives). */

export type ShiftRequest = {
  readonly shift: string;
  readonly ground: Ground;
  readonly requestedOn: EpochDay;
  /** First day of the shift. */
  readonly from: EpochDay;
  /** 公務の運営に支障がある: the only reason to refuse someone who has a right to it. */
  readonly hindersDuty: boolean;
};

export type ShiftFinding =
  | { readonly rule: 'unknownShift' }
  | { readonly rule: 'notOffered' }
  | { readonly rule: 'late'; readonly latest: EpochDay }
  | { readonly rule: 'hindersDuty' }
  | { readonly rule: 'otherLength'; readonly worked: Minutes; readonly wanted: Minutes }
  | { readonly rule: 'breakShort'; readonly given: Minutes; readonly required: Minutes };

export type ShiftJudgement = {
  /** `entitled`: the ordinance gives a right to it (child, care). */
  readonly standing: 'entitled' | 'offered' | 'none';
  readonly granted: boolean;
  readonly shift: ShiftChoice | null;
  readonly findings: readonly ShiftFinding[];
};

/**
 * entitledByOrdinance (words: ground) · offeredToAnyone · notOffered · unknownShift (words: shift) · lengthKept: from, until, worked ·
 * otherLength: worked, wanted · breakShort: given, required · late: requested, latest · inTime: requested, latest · hindersDuty · shiftGranted · shiftRefused
 */
export type StaggeredStepName =
  | 'entitledByOrdinance'
  | 'offeredToAnyone'
  | 'notOffered'
  | 'unknownShift'
  | 'lengthKept'
  | 'otherLength'
  | 'breakShort'
  | 'late'
  | 'inTime'
  | 'hindersDuty'
  | 'shiftGranted'
  | 'shiftRefused';

/** Thrown for a shift that does not end after it begins, or with a break that does not lie inside it. */
export class ImpossibleShift extends Error {
  override readonly name = 'ImpossibleShift';
}

/**
 * What is worked in a shift and what break it holds. Minutes.
 * @throws ImpossibleShift
 */
export function measureShift({ from, until, breaks }: ShiftChoice): {
  readonly worked: Minutes;
  readonly given: Minutes;
} {
  if (until <= from || from < 0 || until > 2880) throw new ImpossibleShift('it does not end after it begins');
  const pauses = Spans.of(...breaks);
  const inside = breaks.every((each) => from < each.from && each.from < each.until && each.until < until);
  if (!inside) throw new ImpossibleShift('a break does not lie inside it');
  return { worked: until - from - pauses.total, given: pauses.total };
}

/** What is wrong with a shift itself: it keeps the length of a day and holds its break. @throws ImpossibleShift */
export function checkShift(shift: ShiftChoice, fullDay: Minutes): readonly ShiftFinding[] {
  const { worked, given } = measureShift(shift);
  const required = requiredBreak(worked);
  return [
    ...(worked === fullDay ? [] : [{ rule: 'otherLength', worked, wanted: fullDay } as const]),
    ...(given < required ? [{ rule: 'breakShort', given, required } as const] : []),
  ];
}

function standingOf(ground: Ground, { staggered }: HoursRules): ShiftJudgement['standing'] {
  if (ground !== 'other') return 'entitled';
  return staggered.offeredTo === 'anyone' ? 'offered' : 'none';
}

function sayStanding(standing: ShiftJudgement['standing'], ground: Ground): Step<StaggeredStepName> {
  if (standing === 'entitled')
    return { says: 'entitledByOrdinance', figures: {}, words: { ground }, citation: cites.staggered };
  const says = standing === 'offered' ? 'offeredToAnyone' : 'notOffered';
  return { says, figures: {}, citation: cites.staggeredDirective };
}

function sayFinding(finding: ShiftFinding, request: ShiftRequest): Step<StaggeredStepName> {
  const citation = cites.staggeredDirective;
  switch (finding.rule) {
    case 'otherLength':
      return {
        says: 'otherLength',
        figures: { worked: finding.worked, wanted: finding.wanted },
        citation: cites.fullDay,
      };
    case 'breakShort': {
      const { given, required } = finding;
      return { says: 'breakShort', figures: { given, required }, citation: cites.breakOrdinance };
    }
    case 'late':
      return { says: 'late', figures: { requested: request.requestedOn, latest: finding.latest }, citation };
    case 'unknownShift':
      return { says: 'unknownShift', figures: {}, words: { shift: request.shift }, citation };
    case 'hindersDuty':
      return { says: 'hindersDuty', figures: {}, citation: cites.staggered };
    default:
      return { says: 'notOffered', figures: {}, citation };
  }
}

/**
 * Whether a shift is granted: by right with a child (to the end of elementary school) or care, else where it is offered.
 * @throws ImpossibleShift for a shift of the list that cannot be
 */
export function judgeShift(request: ShiftRequest, rules: HoursRules): Decision<ShiftJudgement, StaggeredStepName> {
  const standing = standingOf(request.ground, rules);
  const shift = rules.staggered.shifts.find(({ name }) => name === request.shift) ?? null;
  const latest = request.from - rules.staggered.deadlineDays;
  const onTime = request.requestedOn <= latest;
  const findings: readonly ShiftFinding[] = [
    ...(standing === 'none' ? [{ rule: 'notOffered' } as const] : []),
    ...(shift === null ? [{ rule: 'unknownShift' } as const] : checkShift(shift, rules.fullDay)),
    ...(onTime ? [] : [{ rule: 'late', latest } as const]),
    ...(request.hindersDuty ? [{ rule: 'hindersDuty' } as const] : []),
  ];
  const granted = findings.length === 0;
  const steps: Step<StaggeredStepName>[] = [sayStanding(standing, request.ground)];
  if (shift !== null && checkShift(shift, rules.fullDay).length === 0) {
    const { from, until } = shift;
    steps.push({ says: 'lengthKept', figures: { from, until, worked: rules.fullDay }, citation: cites.fullDay });
  }
  if (onTime) {
    const figures = { requested: request.requestedOn, latest };
    steps.push({ says: 'inTime', figures, citation: cites.staggeredDirective });
  }
  steps.push(...findings.filter(({ rule }) => rule !== 'notOffered').map((finding) => sayFinding(finding, request)));
  steps.push({ says: granted ? 'shiftGranted' : 'shiftRefused', figures: {}, citation: cites.staggered });
  return { outcome: { standing, granted, shift, findings }, steps };
}
