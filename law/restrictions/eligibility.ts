import type { Citation } from '../decision/citation.ts';
import { type Dated, inForce } from '../decision/dated.ts';
import type { Step } from '../decision/decision.ts';
import { civilOf, type EpochDay, epochDayOf, formatLocalDate, parseLocalDate } from '../time/civil.ts';
import * as cites from './citations.ts';
import { lastDayOfPeriod } from './day-periods.ts';
import type { RestrictionRules } from './rules.ts';
import type { RestrictionStepName } from './step-names.ts';
import type { Ground, RequestDefect, RestrictionKind, RestrictionRequest } from './types.ts';

type RestrictionStep = Step<RestrictionStepName>;

/** The day on which an age is reached: the day before the birthday (年齢計算ニ関スル法律). A birthday of 29 February is 1 March in other years. */
export function ageReachedOn(bornOn: EpochDay, age: number): EpochDay {
  const { year, month, day } = civilOf(bornOn);
  // Day 29 of a February with 28 days is counted on as 1 March: the day before it is still the 28th.
  return epochDayOf(year + age, month, day) - 1;
}

/** 小学校就学の始期: the first 31 March on or after the day on which the child is six (職福―443 第3条関係2). */
export function lastDayBeforeSchool(bornOn: EpochDay): EpochDay {
  const six = ageReachedOn(bornOn, 6);
  const { year } = civilOf(six);
  const march = epochDayOf(year, 3, 31);
  return six <= march ? march : epochDayOf(year + 1, 3, 31);
}

/** The last day of 産後1年: counted from the day after the birth (初日不算入, 民法140条). */
export const lastDayAfterBirth = (birth: EpochDay): EpochDay => lastDayOfPeriod(birth + 1, 12);

/** Days on which a kind may be asked for: `from` inclusive, `through` inclusive (null = no known end). */
export type Eligible = {
  readonly from: EpochDay;
  readonly through: EpochDay | null;
  readonly defects: readonly RequestDefect[];
  readonly citation: Citation;
  readonly steps: readonly RestrictionStep[];
};

const dayOf = (text: string): EpochDay => parseLocalDate(text) ?? Number.NaN;

function ofChild(bornOn: EpochDay, citation: Citation): Eligible {
  const through = lastDayBeforeSchool(bornOn);
  const words = { born: formatLocalDate(bornOn), last: formatLocalDate(through) };
  const step: RestrictionStep = { says: 'schoolEntryCounted', figures: {}, words, citation: cites.schoolEntry };
  return { from: bornOn, through, defects: [], citation, steps: [step] };
}

/** Exemption: until three, and from the municipality's day on until school. A child who is three in between waits for that day. */
function exemptionOfChild(bornOn: EpochDay, from: EpochDay, rules: RestrictionRules): Eligible {
  const untilSchool = dayOf(rules.exemptionUntilSchoolFrom);
  const three = ageReachedOn(bornOn, 3);
  if (Math.max(from, three + 1) >= untilSchool) return ofChild(bornOn, cites.exemptionUntilSchool);
  const words = { born: formatLocalDate(bornOn), last: formatLocalDate(three) };
  const step: RestrictionStep = { says: 'underThreeCounted', figures: {}, words, citation: cites.ageReached };
  const { citation } = inForce(cites.exemptionUntilThree, formatLocalDate(from));
  return { from: bornOn, through: three, defects: [], citation, steps: [step] };
}

function ofCarer(from: EpochDay, citation: Citation): Eligible {
  const step: RestrictionStep = { says: 'careCounted', figures: {}, citation };
  return { from, through: null, defects: [], citation, steps: [step] };
}

function ofMaternity(from: EpochDay, birth: EpochDay | undefined, citation: Citation): Eligible {
  const through = birth === undefined ? null : lastDayAfterBirth(birth);
  const words = { last: through === null ? '' : formatLocalDate(through) };
  const step: RestrictionStep = { says: 'maternityCounted', figures: {}, words, citation: cites.maternityPeriod };
  return { from, through, defects: [], citation, steps: [step] };
}

/** What each kind rests on, by ground; a kind that a ground does not open has none. */
const provisions: Readonly<Record<RestrictionKind, Partial<Record<Ground['of'], readonly Dated<unknown>[]>>>> = {
  overtimeLimit: { child: cites.overtimeLimits, familyCare: cites.overtimeLimitsOfCarers },
  overtimeExemption: { child: cites.exemptionUntilThree, familyCare: cites.exemptionOfCarers },
  lateNightLimit: { child: cites.nightLimit, familyCare: cites.nightLimitOfCarers },
  maternityOvertime: { maternity: cites.maternityOvertime },
  maternityNight: { maternity: cites.maternityNight },
  childcareShortTime: { child: cites.shortTimeWork },
};

/**
 * On which days someone may ask for a restriction.
 * @throws NotInForce when the first day asked for lies before the rule
 */
export function eligibleDays(request: RestrictionRequest, rules: RestrictionRules): Eligible {
  const { kind, ground, from } = request;
  const since = provisions[kind][ground.of];
  if (since === undefined) {
    const citation = Object.values(provisions[kind]).flat()[0]?.citation ?? cites.requestPeriod;
    return { from, through: null, defects: ['wrongGround'], citation, steps: [] };
  }
  const { citation } = inForce(since, formatLocalDate(from));
  if (ground.of === 'familyCare') return ofCarer(from, citation);
  if (ground.of === 'maternity') return ofMaternity(from, ground.birth, citation);
  if (kind === 'overtimeExemption') return exemptionOfChild(ground.bornOn, from, rules);
  const eligible = ofChild(ground.bornOn, citation);
  if (kind !== 'lateNightLimit' || ground.spouseCaresAtNight !== true) return eligible;
  return { ...eligible, defects: ['spouseCaresAtNight'] };
}
