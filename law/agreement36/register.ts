import type { Decision, Step } from '../decision/decision.ts';
import type { EpochDay } from '../time/civil.ts';
import type { Minutes } from '../time/minutes.ts';
import { checkAgreement } from './check.ts';
import { agreementCitations as cites } from './citations.ts';
import { HAZARDOUS_DAY } from './maxima.ts';
import { type Agreement36Rules, modelAgreement36 } from './rules.ts';
import type { AgreementLine, EffectiveTerm, RegisteredAgreement } from './types.ts';

/** Two agreements of one workplace with effect on the same days. `through` null: without an end. */
export type Overlap = {
  readonly workplace: string;
  readonly first: string;
  readonly second: string;
  readonly from: EpochDay;
  readonly through: EpochDay | null;
};

/** Why no agreement is in force. */
export type NoneBecause = 'noneRegistered' | 'notFiled' | 'unlawful' | 'notYet' | 'expired';

export type InForce =
  | {
      readonly state: 'inForce';
      readonly agreement: string;
      readonly term: EffectiveTerm;
      readonly renewalDue: boolean;
    }
  | { readonly state: 'none'; readonly because: NoneBecause }
  | { readonly state: 'several'; readonly agreements: readonly string[] };

/**
 * agreementInForce: on, from, through (−1) (words: agreement) · renewalDue: through, days · noAgreementInForce: on (words: because) ·
 * severalInForce: on (words: agreements) · dailyWithin: value, maximum · dailyAbove: value, maximum ·
 * hazardousWithin: value, maximum · hazardousAbove: value, maximum · notHazardous
 */
export type RegisterStepName =
  | 'agreementInForce'
  | 'renewalDue'
  | 'noAgreementInForce'
  | 'severalInForce'
  | 'dailyWithin'
  | 'dailyAbove'
  | 'hazardousWithin'
  | 'hazardousAbove'
  | 'notHazardous';

type Effective = { readonly agreement: RegisteredAgreement; readonly term: EffectiveTerm };

function effectiveOnes(agreements: readonly RegisteredAgreement[], rules: Agreement36Rules): readonly Effective[] {
  return agreements.flatMap((agreement) => {
    const term = checkAgreement(agreement, rules).outcome.effective;
    return term === null ? [] : [{ agreement, term }];
  });
}

const NEVER = Number.POSITIVE_INFINITY;
const endOf = ({ through }: EffectiveTerm): number => through ?? NEVER;

/**
 * Lawful and filed agreements of one workplace that have effect on the same days: only one may (基発1228第15号).
 * @throws as `checkAgreement`
 */
export function findOverlaps(
  agreements: readonly RegisteredAgreement[],
  rules: Agreement36Rules = modelAgreement36,
): readonly Overlap[] {
  const ones = effectiveOnes(agreements, rules).toSorted(
    (a, b) => a.term.from - b.term.from || (a.agreement.id < b.agreement.id ? -1 : 1),
  );
  return ones.flatMap((one, at) =>
    ones.slice(at + 1).flatMap((other): Overlap[] => {
      const from = Math.max(one.term.from, other.term.from);
      const through = Math.min(endOf(one.term), endOf(other.term));
      if (one.agreement.workplace !== other.agreement.workplace || through < from) return [];
      return [
        {
          workplace: one.agreement.workplace,
          first: one.agreement.id,
          second: other.agreement.id,
          from,
          through: through === NEVER ? null : through,
        },
      ];
    }),
  );
}

/** The nearest to being in force says why there is none. */
function becauseNone(own: readonly RegisteredAgreement[], on: EpochDay, rules: Agreement36Rules): NoneBecause {
  if (own.length === 0) return 'noneRegistered';
  const effective = effectiveOnes(own, rules);
  if (effective.some(({ term }) => on < term.from)) return 'notYet';
  if (effective.length > 0) return 'expired';
  const lawful = own.filter((agreement) => checkAgreement(agreement, rules).outcome.lawful);
  if (lawful.length === 0) return 'unlawful';
  return lawful.some(({ filedOn }) => filedOn === null) ? 'notFiled' : 'expired';
}

/**
 * Which agreement of a workplace is in force on a day.
 * @throws as `checkAgreement`
 */
export function agreementOn(
  agreements: readonly RegisteredAgreement[],
  workplace: string,
  on: EpochDay,
  rules: Agreement36Rules = modelAgreement36,
): Decision<InForce, RegisterStepName> {
  const own = agreements.filter((agreement) => agreement.workplace === workplace);
  const found = effectiveOnes(own, rules).filter(({ term }) => term.from <= on && on <= endOf(term));
  const [only] = found;
  if (only === undefined) {
    const because = becauseNone(own, on, rules);
    const step = { says: 'noAgreementInForce', figures: { on }, words: { because }, citation: cites.filing } as const;
    return { outcome: { state: 'none', because }, steps: [step] };
  }
  if (found.length > 1) {
    const ids = found.map(({ agreement }) => agreement.id).toSorted();
    const words = { agreements: ids.join('、') };
    const step = { says: 'severalInForce', figures: { on }, words, citation: cites.termNotice } as const;
    return { outcome: { state: 'several', agreements: ids }, steps: [step] };
  }
  const { term } = only;
  const agreement = only.agreement.id;
  const figures = { on, from: term.from, through: term.through ?? -1 };
  const steps: Step<RegisterStepName>[] = [
    { says: 'agreementInForce', figures, words: { agreement }, citation: cites.filing },
  ];
  const renewalDue = term.through !== null && term.through - on <= rules.renewalNoticeDays;
  if (renewalDue && term.through !== null) {
    const left = { through: term.through, days: term.through - on };
    steps.push({ says: 'renewalDue', figures: left, citation: cites.term });
  }
  return { outcome: { state: 'inForce', agreement, term, renewalDue }, steps };
}

/** One duty date as worked. Minutes beyond 8 hours; of them (or of a 法定休日, beyond 8 hours) in hazardous work. */
export type AgreementDay = { readonly overtime: Minutes; readonly hazardous: Minutes };
export type DayVerdict = { readonly daily: 'within' | 'exceeded'; readonly hazardous: 'within' | 'exceeded' | 'none' };

/** Thrown for a negative length, more hazardous overtime than overtime, or a line without hours of a day. */
export class ImpossibleDay extends Error {
  override readonly name = 'ImpossibleDay';
}

/**
 * A day against its line of the agreement, and hazardous work against two hours (36条6項1号, whatever the agreement says).
 * @throws ImpossibleDay
 */
export function judgeAgreementDay(day: AgreementDay, line: AgreementLine): Decision<DayVerdict, RegisterStepName> {
  const { overtime, hazardous } = day;
  if (overtime < 0 || hazardous < 0) throw new ImpossibleDay('a negative length');
  if (hazardous > overtime) throw new ImpossibleDay('more hazardous overtime than overtime');
  const maximum = line.daily;
  if (maximum === null) throw new ImpossibleDay('no hours of a day in the line');
  const daily = overtime <= maximum ? 'within' : 'exceeded';
  const figures = { value: overtime, maximum };
  const first: Step<RegisterStepName> = {
    says: daily === 'within' ? 'dailyWithin' : 'dailyAbove',
    figures,
    citation: cites.hours,
  };
  if (hazardous === 0) {
    const step: Step<RegisterStepName> = { says: 'notHazardous', figures: {}, citation: cites.hazardous };
    return { outcome: { daily, hazardous: 'none' }, steps: [first, step] };
  }
  const kept = hazardous <= HAZARDOUS_DAY ? 'within' : 'exceeded';
  const step: Step<RegisterStepName> = {
    says: kept === 'within' ? 'hazardousWithin' : 'hazardousAbove',
    figures: { value: hazardous, maximum: HAZARDOUS_DAY },
    citation: cites.hazardous,
  };
  return { outcome: { daily, hazardous: kept }, steps: [first, step] };
}
