import type { Decision, Step } from '../../decision/decision.ts';
import { groupCitations } from '../citations.ts';
import { checkHealthRules, modelHealth, modelStressGroup, type StressGroupRules } from '../rules.ts';
import type { Sex } from '../stress-scales.ts';
import { editionOf, type RiskEdition, type RiskScale, riskCoefficients, riskScales } from './editions.ts';

/**
 * 健康リスク of a group by 仕事のストレス判定図: 100 × exp of how far the group's means lie from the national ones. The exponential
 * is the only floating-point figure of the law; it is computed once from exact means and rounded once, half up, to 0.1.
 */

/** The raw values (3–12 each) of one sex of a group, summed over its answers: means stay exact. */
export type GroupSums = { readonly sex: Sex; readonly answers: number } & Readonly<Record<RiskScale, number>>;

export type GroupInput = {
  /** One or two entries, each sex once. */
  readonly sexes: readonly GroupSums[];
  /** Every member agreed to the result being shown. */
  readonly consentOfAll: boolean;
};

export type ShownRisk = {
  readonly answers: number;
  /** Raw means in hundredths, half up. */
  readonly means: Readonly<Record<RiskScale, number>>;
  /** 量―コントロール, 職場の支援, 総合健康リスク, in tenths of a point. */
  readonly workload: number;
  readonly support: number;
  readonly total: number;
};

export type GroupRisk =
  | { readonly shown: false; readonly because: 'tooFewAnswers' | 'eachSexTooSmall' }
  | {
      readonly shown: true;
      readonly edition: RiskEdition['version'];
      /** Both sexes together; null where each stands for itself only. */
      readonly group: ShownRisk | null;
      /** Each sex for itself, where neither is below the minimum. */
      readonly sexes: Readonly<Partial<Record<Sex, ShownRisk>>>;
      /** 高ストレス職場 (姫路市): by the figure that is shown; null without such a class. */
      readonly highStressWorkplace: boolean | null;
      /** Fewer answers than recommended. */
      readonly small: boolean;
    };

/**
 * tooFewAnswers: minimum · consentedByAll · handful · eachSexTooSmall: minimum · editionUsed (words: edition) ·
 * riskOfSex: answers, amount, control, chief, colleagues (hundredths), workload, support, total (tenths; words: sex) ·
 * riskWeighted: total, workload, support, answers · boundsApplied: floor, cap · smallGroup: answers, recommended ·
 * highStressCompared: total, above, high
 */
export type GroupRiskStepName =
  | 'tooFewAnswers'
  | 'consentedByAll'
  | 'handful'
  | 'eachSexTooSmall'
  | 'sexHidden'
  | 'editionUsed'
  | 'riskOfSex'
  | 'riskWeighted'
  | 'boundsApplied'
  | 'smallGroup'
  | 'highStressCompared';

/** Not even the consent of all shows so few (the ministry's example: two). */
export const HANDFUL = 2;

/** Thrown for a sex given twice, no group, or sums that answers of 3–12 cannot have. */
export class ImpossibleGroup extends Error {
  override readonly name = 'ImpossibleGroup';
}

function checkGroup(sexes: readonly GroupSums[]): void {
  if (sexes.length === 0) throw new ImpossibleGroup('no group');
  if (new Set(sexes.map(({ sex }) => sex)).size < sexes.length) throw new ImpossibleGroup('a sex twice');
  for (const each of sexes) {
    if (!Number.isSafeInteger(each.answers) || each.answers < 0) throw new ImpossibleGroup('answers');
    for (const scale of riskScales) {
      const sum = each[scale];
      if (!Number.isSafeInteger(sum) || sum < 3 * each.answers || sum > 12 * each.answers) {
        throw new ImpossibleGroup(`${each.sex} ${scale}`);
      }
    }
  }
}

/** In points, unrounded. */
type Risk = { readonly workload: number; readonly support: number; readonly total: number };

function riskOf(sums: GroupSums, edition: RiskEdition): Risk {
  // (mean − national mean) × coefficient, as one fraction: nothing is rounded before the exponential.
  const exponent = (scales: readonly RiskScale[]) =>
    scales.reduce((total, scale) => {
      const distance = 10 * sums[scale] - sums.answers * edition.means[sums.sex][scale];
      return total + distance * riskCoefficients[sums.sex][scale];
    }, 0) /
    (10_000 * sums.answers);
  const workload = 100 * Math.exp(exponent(['amount', 'control']));
  const support = 100 * Math.exp(exponent(['chief', 'colleagues']));
  return { workload, support, total: (workload * support) / 100 };
}

/** Half up, in integers of the wanted part. */
const tenths = (value: number): number => Math.floor(10 * value + 0.5);
const hundredthsOf = (sum: number, count: number): number => Math.floor((200 * sum + count) / (2 * count));

function bounded(risk: number, { riskFloor, riskCap }: StressGroupRules): number {
  const floored = riskFloor === null ? risk : Math.max(risk, riskFloor);
  return riskCap === null ? floored : Math.min(floored, riskCap);
}

function shownOf(sexes: readonly GroupSums[], risk: Risk, rules: StressGroupRules): ShownRisk {
  const answers = sexes.reduce((sum, each) => sum + each.answers, 0);
  const means = Object.fromEntries(
    riskScales.map((scale) => [
      scale,
      hundredthsOf(
        sexes.reduce((sum, each) => sum + each[scale], 0),
        answers,
      ),
    ]),
  ) as Record<RiskScale, number>;
  const shown = (value: number) => tenths(bounded(value, rules));
  return {
    answers,
    means,
    workload: shown(risk.workload),
    support: shown(risk.support),
    total: shown(risk.total),
  };
}

/** Each risk weighted by the number of answers. */
function weighted(sexes: readonly GroupSums[], edition: RiskEdition): Risk {
  const all = sexes.reduce((sum, { answers }) => sum + answers, 0);
  const risks = sexes.map((each) => ({ answers: each.answers, ...riskOf(each, edition) }));
  const mean = (part: keyof Risk) => risks.reduce((sum, risk) => sum + risk[part] * risk.answers, 0) / all;
  return { workload: mean('workload'), support: mean('support'), total: mean('total') };
}

type Steps = Step<GroupRiskStepName>[];

/** Whether a group of so many answers shows anything. */
function mayShow(answers: number, consentOfAll: boolean, rules: StressGroupRules, steps: Steps): boolean {
  if (answers >= rules.minimum) return true;
  if (rules.belowMinimum !== 'withConsentOfAll' || !consentOfAll) {
    steps.push({ says: 'tooFewAnswers', figures: { minimum: rules.minimum }, citation: groupCitations.minimum });
    return false;
  }
  const says = answers <= HANDFUL ? 'handful' : 'consentedByAll';
  steps.push({ says, figures: { most: HANDFUL }, citation: groupCitations.consentOfAll });
  return answers > HANDFUL;
}

function stepOf(sex: Sex, { answers, means, ...risks }: ShownRisk): Step<GroupRiskStepName> {
  return {
    says: 'riskOfSex',
    figures: { answers, ...means, ...risks },
    words: { sex },
    citation: groupCitations.formula,
  };
}

/** Each sex for itself: where both are there, only if neither alone is too few, as the other follows by subtraction. */
function bySex(given: readonly GroupSums[], edition: RiskEdition, rules: StressGroupRules, steps: Steps) {
  const alone = given.length === 1;
  const apart = rules.mixedSex === 'apart';
  const large = given.filter(({ answers }) => alone || answers >= rules.minimum);
  const listed = apart || large.length === given.length ? large : [];
  if (listed.length < given.length) {
    steps.push({ says: 'sexHidden', figures: { minimum: rules.minimum }, citation: groupCitations.complement });
  }
  const shown = listed.map((each) => [each.sex, shownOf([each], riskOf(each, edition), rules)] as const);
  steps.push(...shown.map(([sex, risk]) => stepOf(sex, risk)));
  return Object.fromEntries(shown) as Partial<Record<Sex, ShownRisk>>;
}

function together(given: readonly GroupSums[], edition: RiskEdition, rules: StressGroupRules, steps: Steps) {
  const group = shownOf(given, weighted(given, edition), rules);
  const { answers, workload, support, total } = group;
  const figures = { answers, workload, support, total };
  if (given.length > 1) steps.push({ says: 'riskWeighted', figures, citation: groupCitations.mixed });
  return group;
}

function notes(totals: readonly number[], answers: number, rules: StressGroupRules, steps: Steps) {
  const { riskFloor, riskCap, recommended, highStressAbove } = rules;
  if (riskFloor !== null || riskCap !== null) {
    const figures = {
      ...(riskFloor === null ? {} : { floor: riskFloor }),
      ...(riskCap === null ? {} : { cap: riskCap }),
    };
    steps.push({ says: 'boundsApplied', figures, citation: groupCitations.bounds });
  }
  const small = answers < recommended;
  if (small)
    steps.push({ says: 'smallGroup', figures: { answers, recommended }, citation: groupCitations.recommended });
  if (highStressAbove === null) return { small, highStressWorkplace: null };
  const total = Math.max(...totals);
  const high = total > 10 * highStressAbove;
  const figures = { total, above: highStressAbove, high: Number(high) };
  steps.push({ says: 'highStressCompared', figures, citation: groupCitations.highStressWorkplace });
  return { small, highStressWorkplace: high };
}

/**
 * The risk of a group, or that it shows nothing. Men and women are computed apart and, where the municipality says so, weighted by
 * their answers. The number of answers counts, not the roll.
 * @throws ImpossibleGroup
 * @throws ImpossibleHealthRules for a minimum below ten
 */
export function judgeGroupRisk(
  { sexes, consentOfAll }: GroupInput,
  rules: StressGroupRules = modelStressGroup,
): Decision<GroupRisk, GroupRiskStepName> {
  checkHealthRules({ ...modelHealth, stressGroup: rules });
  checkGroup(sexes);
  const steps: Steps = [];
  const given = sexes.filter(({ answers }) => answers > 0);
  const answers = given.reduce((sum, each) => sum + each.answers, 0);
  if (!mayShow(answers, consentOfAll, rules, steps)) {
    return { outcome: { shown: false, because: 'tooFewAnswers' }, steps };
  }
  const edition = editionOf(rules.riskTableVersion);
  steps.push({ says: 'editionUsed', figures: {}, words: { edition: edition.version }, citation: edition.citation });
  const each = bySex(given, edition, rules, steps);
  const apart = rules.mixedSex === 'apart' && given.length > 1;
  const group = apart ? null : together(given, edition, rules, steps);
  const totals = [group, ...Object.values(each)].flatMap((risk) => (risk === null ? [] : [risk.total]));
  if (group === null && totals.length === 0) {
    const figures = { minimum: rules.minimum };
    return {
      outcome: { shown: false, because: 'eachSexTooSmall' },
      steps: [{ says: 'eachSexTooSmall', figures, citation: groupCitations.minimum }],
    };
  }
  const judged = group === null ? totals : [group.total];
  const said = notes(judged, answers, rules, steps);
  return { outcome: { shown: true, edition: edition.version, group, sexes: each, ...said }, steps };
}
