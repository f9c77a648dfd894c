import type { Citation } from '../decision/citation.ts';
import { inForce } from '../decision/dated.ts';
import type { Decision, Step } from '../decision/decision.ts';
import { article36Annual } from '../overtime/caps/article36-caps.ts';
import { annualCap } from '../overtime/caps/caps.ts';
import { type EpochDay, formatLocalDate } from '../time/civil.ts';
import * as cites from './citations.ts';
import { modelRegime, type RegimeRules } from './rules.ts';
import type { RegimeStepName } from './step-names.ts';
import { article58Applies, switchedOffFor, underOffice } from './switched-off.ts';
import type { Duty, Inspection, OrderBasis, PayBasis, Post, Regime, RegimeAnswer, RegimeName } from './types.ts';

type RegimeStep = Step<RegimeStepName>;

/** Thrown for a number that 別表第1 does not have, and for an enterprise outside it. */
export class ImpossiblePost extends Error {
  override readonly name = 'ImpossiblePost';
}

function checkPost({ workplace }: Post): void {
  if (workplace === null) return;
  if (!Number.isInteger(workplace) || workplace < 1 || workplace > 15) {
    throw new ImpossiblePost(`別表第1 has no number ${workplace}`);
  }
}

function explainPost(post: Post): readonly RegimeStep[] {
  const apart = post.category === 'publicEnterprise' ? cites.enterpriseStaff : cites.simpleLabor;
  return [
    post.workplace === null
      ? { says: 'workplaceUnlisted', figures: {}, citation: cites.listedBusiness }
      : { says: 'workplaceListed', figures: { number: post.workplace }, citation: cites.listedBusiness },
    article58Applies(post)
      ? { says: 'article58Applies', figures: {}, citation: cites.exclusions }
      : { says: 'article58Apart', figures: {}, words: { category: post.category }, citation: apart },
    { says: post.managerial ? 'managerial' : 'notManagerial', figures: {}, citation: cites.managerialStaff },
  ];
}

/** The regime of caps, before managers are taken out. */
function regimeOf(post: Post, rules: RegimeRules): Exclude<RegimeName, 'manager'> {
  if (post.workplace !== null || post.category === 'publicEnterprise') return 'article36';
  return post.category === 'simpleLabor' ? rules.simpleLaborAtUnlisted : 'ordinance';
}

function explainOrder(regime: RegimeName): { orderBasis: readonly OrderBasis[]; steps: readonly RegimeStep[] } {
  if (regime === 'manager') {
    return { orderBasis: [], steps: [{ says: 'orderedFreely', figures: {}, citation: cites.managerialStaff }] };
  }
  if (regime === 'ordinance') {
    return {
      orderBasis: ['temporaryPublicNeed'],
      steps: [
        { says: 'orderedForPublicNeed', figures: {}, citation: cites.temporaryPublicNeed },
        { says: 'orderedByOrdinance', figures: {}, citation: cites.overtimeOrdinance },
      ],
    };
  }
  return {
    orderBasis: ['agreement', 'disasterNeed'],
    steps: [
      { says: 'orderedUnderAgreement', figures: {}, citation: cites.agreement },
      { says: 'orderedForDisaster', figures: {}, citation: cites.disasterNeed },
    ],
  };
}

function explainCaps(regime: RegimeName, on: string): RegimeStep & { readonly citation: Citation } {
  if (regime === 'manager') return { says: 'noCaps', figures: {}, citation: cites.managerialStaff };
  if (regime === 'ordinance') {
    return { says: 'capsOfOrdinance', figures: {}, citation: inForce(annualCap.selfDirected, on).citation };
  }
  return { says: 'capsOfArticle36', figures: {}, citation: inForce(article36Annual, on).citation };
}

type Pay = Pick<Regime, 'payBasis' | 'paid' | 'specialDutyAllowance'>;

function explainPay(post: Post, rules: RegimeRules): { pay: Pay; steps: readonly RegimeStep[] } {
  const enterprise = !article58Applies(post);
  const partTime = post.appointment === 'fiscalYearPartTime';
  const payBasis: PayBasis = enterprise ? 'enterpriseRules' : partTime ? 'remunerationOrdinance' : 'salaryOrdinance';
  const by: RegimeStep = enterprise
    ? { says: 'paidBy', figures: {}, words: { pay: payBasis }, citation: cites.enterpriseRules }
    : partTime
      ? { says: 'remunerated', figures: {}, citation: cites.remuneration }
      : { says: 'paidBy', figures: {}, words: { pay: payBasis }, citation: cites.salaryOrdinance };
  if (!post.managerial) {
    return {
      pay: { payBasis, paid: { overtime: true, holiday: true, night: true }, specialDutyAllowance: false },
      steps: [by, { says: 'premiumFloor', figures: {}, citation: cites.premiumFloor }],
    };
  }
  const night = rules.managersNightAllowance;
  const pay = { payBasis, paid: { overtime: false, holiday: false, night }, specialDutyAllowance: true };
  const nightStep = {
    says: night ? 'paidNightOnly' : 'nightAllowanceOff',
    figures: {},
    citation: cites.nightFloor,
  } as const;
  return { pay, steps: [by, nightStep, { says: 'specialDuty', figures: {}, citation: cites.specialDutyAllowance }] };
}

function explainInspection(post: Post, rules: RegimeRules): { inspection: Inspection; step: RegimeStep } {
  const figures = { number: post.workplace ?? 0 };
  if (!article58Applies(post) || underOffice(post.workplace)) {
    const citation = article58Applies(post) ? cites.inspectionByCommission : cites.inspectionByOffice;
    return { inspection: 'laborStandardsOffice', step: { says: 'inspectedByOffice', figures, citation } };
  }
  const citation = cites.inspectionByCommission;
  return rules.personnelCommission
    ? { inspection: 'personnelCommission', step: { says: 'inspectedByCommission', figures, citation } }
    : { inspection: 'headOfBody', step: { says: 'inspectedByHead', figures, citation } };
}

/** What remains to be done under each regime, in a fixed order. */
function dutiesOf(regime: RegimeName, rules: RegimeRules): readonly Duty[] {
  const byRule: readonly Duty[] = regime !== 'manager' || rules.managersGuidance ? ['guidanceByRule'] : [];
  const own: Readonly<Record<RegimeName, readonly Duty[]>> = {
    ordinance: ['noticeOfCaps', 'recordOfExcess'],
    article36: ['fileAgreement'],
    manager: ['recordNight'],
  };
  return ['trackWorkingHours', 'guidance', ...byRule, ...own[regime]];
}

function separate(post: Post, on: string): Decision<RegimeAnswer, RegimeStepName> | undefined {
  if (post.category === 'schoolTeacher') {
    const citation = cites.schoolTeachers;
    return {
      outcome: { answered: 'separateScheme', scheme: 'schoolTeachers', citation },
      steps: [{ says: 'separateTeachers', figures: {}, citation }],
    };
  }
  if (post.category !== 'physician') return undefined;
  const { value, citation } = inForce(cites.physicians, on);
  return {
    outcome: { answered: 'separateScheme', scheme: 'physicians', citation },
    steps: [{ says: 'separatePhysicians', figures: { ownCaps: Number(value === 'ownCaps') }, citation }],
  };
}

function offSteps(post: Post): readonly RegimeStep[] {
  const count = switchedOffFor(post).length;
  if (count === 0) return [{ says: 'nothingSwitchedOff', figures: {}, citation: cites.exclusions }];
  const off: RegimeStep = { says: 'switchedOff', figures: { count }, citation: cites.exclusions };
  return article58Applies(post) ? [off, { says: 'readDifferently', figures: {}, citation: cites.readings }] : [off];
}

/** What wants a human eye, and the step that says why; the missing night allowance is told with the pay. */
function explainDoubts(
  post: Post,
  rules: RegimeRules,
): Pick<Regime, 'warnings'> & { readonly steps: readonly RegimeStep[] } {
  const doubtful = post.category === 'simpleLabor' && post.workplace === null;
  const nightOff = post.managerial && !rules.managersNightAllowance;
  const words = { taken: rules.simpleLaborAtUnlisted };
  return {
    warnings: [
      ...(doubtful ? (['simpleLaborAtUnlisted'] as const) : []),
      ...(nightOff ? (['nightAllowanceOff'] as const) : []),
    ],
    steps: doubtful ? [{ says: 'simpleLaborAtUnlisted', figures: {}, words, citation: cites.simpleLabor }] : [],
  };
}

/** What holds for everybody, managers too. */
const everybody: readonly RegimeStep[] = [
  { says: 'hoursTracked', figures: {}, citation: cites.hoursOfEverybody },
  { says: 'guided', figures: {}, citation: cites.guidanceByAct },
];

/**
 * Under which regime someone works on a day: by the workplace's number of 労基法別表第1, the category, and whether managerial
 * (地公法58条, 労基法33条3項・36条・41条). 公立学校の教育職員 and 医師 have schemes of their own and are answered as such.
 * @throws ImpossiblePost on a number that 別表第1 does not have
 * @throws NotInForce before 2019-04-01, and before the kind of appointment existed
 */
export function regimeOn(
  post: Post,
  day: EpochDay,
  rules: RegimeRules = modelRegime,
): Decision<RegimeAnswer, RegimeStepName> {
  checkPost(post);
  const on = formatLocalDate(day);
  inForce(cites.appointmentsSince[post.appointment], on);
  const apart = separate(post, on);
  if (apart !== undefined) return { outcome: apart.outcome, steps: [...explainPost(post), ...apart.steps] };
  const regime = post.managerial ? 'manager' : regimeOf(post, rules);
  const order = explainOrder(regime);
  const caps = explainCaps(regime, on);
  const { pay, steps: paySteps } = explainPay(post, rules);
  const { inspection, step: inspected } = explainInspection(post, rules);
  const { warnings, steps: doubts } = explainDoubts(post, rules);
  return {
    outcome: {
      answered: 'regime',
      regime,
      orderBasis: order.orderBasis,
      ...pay,
      inspection,
      duties: dutiesOf(regime, rules),
      switchedOff: switchedOffFor(post),
      warnings,
      citation: caps.citation,
    },
    steps: [
      ...explainPost(post),
      ...doubts,
      ...order.steps,
      caps,
      ...paySteps,
      inspected,
      ...everybody,
      ...offSteps(post),
    ],
  };
}
