import { inForce } from '../decision/dated.ts';
import type { Decision, Step } from '../decision/decision.ts';
import { authorityOf } from '../statutory-hours/disaster-need.ts';
import { type EpochDay, formatLocalDate } from '../time/civil.ts';
import { agreementCitations as cites, retentionYears } from './citations.ts';
import { findConditions, yearsAfter } from './conditions.ts';
import { findMissing } from './items.ts';
import { findAboveMaxima, lawDateOf } from './maxima.ts';
import { type Agreement36Rules, modelAgreement36 } from './rules.ts';
import type { AgreementCheck, AgreementStepName, EffectiveTerm, RegisteredAgreement } from './types.ts';

type Steps = Step<AgreementStepName>[];

/** What no agreement can be. */
export type AgreementDefect =
  | 'negative'
  | 'termReversed'
  | 'filedBeforeConcluded'
  | 'endedBeforeTerm'
  | 'unknownNumber'
  | 'unknownMeasure'
  | 'dayTooLong';

/** Thrown for an agreement that cannot be; `path` names the place. */
export class ImpossibleAgreement extends Error {
  override readonly name = 'ImpossibleAgreement';
  readonly defect: AgreementDefect;
  readonly path: string;
  constructor(defect: AgreementDefect, path: string) {
    super(`${defect} ${path}`);
    this.defect = defect;
    this.path = path;
  }
}

/** A day has 24 hours, of which 8 are no overtime. */
const LONGEST_OVERTIME = 16 * 60;

function refuseNumbers({ lines, special, appdxTable1 }: RegisteredAgreement): void {
  if (appdxTable1 !== null && !(Number.isInteger(appdxTable1) && appdxTable1 >= 1 && appdxTable1 <= 15))
    throw new ImpossibleAgreement('unknownNumber', 'appdxTable1');
  lines.forEach(({ headcount, daily, monthly, annual }, at) => {
    const all = { headcount, daily, monthly, annual };
    for (const [key, value] of Object.entries(all))
      if (value !== null && value < 0) throw new ImpossibleAgreement('negative', `lines[${at}].${key}`);
    if (daily !== null && daily > LONGEST_OVERTIME) throw new ImpossibleAgreement('dayTooLong', `lines[${at}].daily`);
  });
  if (special === null) return;
  const { times, monthlyTotal, annual, premiumPercent, healthMeasures } = special;
  for (const [key, value] of Object.entries({ times, monthlyTotal, annual, premiumPercent }))
    if (value !== null && value < 0) throw new ImpossibleAgreement('negative', `special.${key}`);
  if (healthMeasures.some((measure) => !(Number.isInteger(measure) && measure >= 1 && measure <= 10)))
    throw new ImpossibleAgreement('unknownMeasure', 'special.healthMeasures');
}

function refuseDays({ term, filedOn, concludedOn, endedOn }: RegisteredAgreement): void {
  if (term !== null && term.through < term.from) throw new ImpossibleAgreement('termReversed', 'term');
  if (filedOn !== null && concludedOn !== null && filedOn < concludedOn)
    throw new ImpossibleAgreement('filedBeforeConcluded', 'filedOn');
  if (endedOn !== null && term !== null && endedOn < term.from)
    throw new ImpossibleAgreement('endedBeforeTerm', 'endedOn');
}

/**
 * When an agreement has effect: from its term, but not before it is filed (36条1項), to its end.
 * @returns null while it is not filed, or when it ended before it was filed.
 */
export function effectiveTermOf({ term, yearStart, filedOn, endedOn }: RegisteredAgreement): EffectiveTerm | null {
  const start = term?.from ?? yearStart;
  if (filedOn === null || start === null) return null;
  const from = Math.max(start, filedOn);
  const ends = [term?.through, endedOn].filter((end) => end !== undefined && end !== null);
  const through = ends.length === 0 ? null : Math.min(...ends);
  return through !== null && through < from ? null : { from, through };
}

/** Until when records of 健康福祉確保措置 are kept (労基則17条2項); never less than the law demands. */
export function measuresKeptThrough(end: EpochDay, rules: Agreement36Rules) {
  const { value, citation } = inForce(retentionYears, formatLocalDate(end));
  const years = Math.max(value.forNow, rules.retentionYears);
  const figures = { through: end, years, forNow: value.forNow, statute: value.years, until: yearsAfter(end, years) };
  return { says: 'retention', figures, citation } as const;
}

function sayRetention(agreement: RegisteredAgreement, rules: Agreement36Rules, steps: Steps): EpochDay | null {
  if (agreement.special === null) return null;
  const end = agreement.endedOn ?? agreement.term?.through ?? null;
  if (end === null) {
    steps.push({ says: 'retentionOpen', figures: {}, citation: cites.retention });
    return null;
  }
  const step = measuresKeptThrough(end, rules);
  steps.push(step);
  return step.figures.until;
}

function sayMaxima({ lines, special }: RegisteredAgreement, steps: Steps): void {
  for (const { monthly, annual } of lines)
    steps.push({ says: 'maximaKept', figures: { monthly: monthly ?? 0, annual: annual ?? 0 }, citation: cites.limits });
  if (special === null) steps.push({ says: 'noSpecialClause', figures: {}, citation: cites.special });
  else {
    const { monthlyTotal, annual, times } = special;
    const figures = { monthlyTotal: monthlyTotal ?? 0, annual: annual ?? 0, times: times ?? 0 };
    steps.push({ says: 'specialKept', figures, citation: cites.special });
  }
}

/**
 * A 36協定 against the law when it is registered: what is missing, what is against the law, what is worth a look, and from
 * when it has effect (36条, 労基則17条). Minutes and days.
 * @throws ImpossibleAgreement, NotInForce (a term or year before 2019-04-01)
 */
export function checkAgreement(
  agreement: RegisteredAgreement,
  rules: Agreement36Rules = modelAgreement36,
): Decision<AgreementCheck, AgreementStepName> {
  refuseNumbers(agreement);
  refuseDays(agreement);
  const day = lawDateOf(agreement);
  const findings = [
    ...findMissing(agreement),
    ...(day === null ? [] : findAboveMaxima(agreement, day)),
    ...findConditions(agreement, rules),
  ];
  const steps: Steps = findings.map(({ says, figures, words, path, citation }) => ({
    says,
    figures,
    words: { ...words, path },
    citation,
  }));
  const authority = authorityOf(agreement, rules);
  steps.push({ says: 'fileWith', figures: {}, words: { authority }, citation: cites.inspection });
  const lawful = findings.every(({ kind }) => kind === 'notice');
  if (lawful) sayMaxima(agreement, steps);
  const effective = lawful ? effectiveTermOf(agreement) : null;
  steps.push(
    effective === null
      ? { says: 'noEffect', figures: {}, citation: cites.filing }
      : {
          says: 'effective',
          figures: { from: effective.from, through: effective.through ?? -1 },
          citation: cites.filing,
        },
  );
  const kept = sayRetention(agreement, rules, steps);
  return { outcome: { findings, lawful, effective, measuresKeptThrough: kept }, steps };
}
