import type { GuidanceRules } from '@tokimori/law/health/guidance-rules';
import { guidanceRuleNames, modelGuidance } from '@tokimori/law/health/guidance-rules';
import { type HealthRules, healthRulesMistakes, modelHealth } from '@tokimori/law/health/rules';
import { z } from 'zod';
import { over } from '../asks/grounds.ts';
import { complain } from '../document/complaints.ts';
import { refuseDocument } from '../document/read-document.ts';
import { duration, optional } from '../document/values.ts';

/** Municipal parameters that a document may give over the model; each member may be left out. */

const threshold = z.strictObject({ hours: duration, fires: z.enum(['atLeast', 'moreThan']) });
const localClass = z.strictObject({
  id: z.string().min(1),
  from: threshold.nullable(),
  through: duration.nullable(),
  when: z.enum(['withoutRequest', 'onRequest', 'foundNecessary']),
  exempts: z.boolean(),
});

export const guidanceRulesInput = z.strictObject({
  month: optional(threshold),
  average: optional(threshold),
  monthOnRequest: optional(threshold),
  exempts: optional(z.array(z.enum(guidanceRuleNames))),
  localClasses: optional(z.array(localClass)),
  includeHolidayWork: optional(z.boolean()),
  managersIncluded: optional(z.boolean()),
});

const whole = z.number().int();
const term = z.union([z.strictObject({ days: whole.max(3660) }), z.strictObject({ months: whole.max(120) })]);

export const procedureRulesInput = z.strictObject({
  countDay: optional(whole),
  terms: optional(
    z.strictObject({
      notifyPerson: optional(term),
      informPhysician: optional(term),
      request: optional(term),
      interviewAfterRequest: optional(term),
      interviewWithoutRequest: optional(term),
      opinion: optional(term),
      urgentOpinion: optional(term),
      measures: optional(term),
    }),
  ),
  keepYears: optional(whole),
});

const invitation = z.enum(['invited', 'notInvited']);
export const stressCheckRulesInput = z.strictObject({
  shortTerm: optional(invitation),
  lowHours: optional(invitation),
  smallWorkplace: optional(invitation),
  terms: optional(
    z.strictObject({
      notifyResult: optional(term),
      request: optional(term),
      interview: optional(term),
      opinion: optional(term),
    }),
  ),
  keepYears: optional(whole),
  depression23: optional(z.tuple([whole, whole, whole, whole, whole])),
});

export const stressGroupRulesInput = z.strictObject({
  minimum: optional(whole),
  belowMinimum: optional(z.enum(['nothing', 'withConsentOfAll'])),
  riskTableVersion: optional(z.enum(['legacy', 'current'])),
  mixedSex: optional(z.enum(['weightedByAnswers', 'apart'])),
  riskFloor: optional(whole),
  riskCap: optional(whole),
  highStressAbove: optional(whole),
  recommended: optional(whole),
});

/** The model's guidance rules with those of a document. */
export const guidanceRulesOf = (given: z.infer<typeof guidanceRulesInput> | undefined): GuidanceRules =>
  over(modelGuidance, given);

/**
 * The model's rules with one part of a document's.
 * @throws InputRefused for values that the law does not leave to the municipality
 */
function checked(rules: HealthRules): HealthRules {
  const mistakes = healthRulesMistakes(rules);
  if (mistakes.length === 0) return rules;
  return refuseDocument(
    mistakes.map(({ at, least, most }) => {
      const path = `rules.${at.split('.').slice(1).join('.')}`;
      const [ja, en] =
        most === undefined
          ? [`${least} 以上の整数`, `a whole number of at least ${least}`]
          : [`${least} から ${most} までの整数`, `a whole number from ${least} to ${most}`];
      return complain(
        path,
        ['法令が団体に委ねていない値です。', `${ja}を書いてください。`],
        ['The law does not leave this value to the municipality.', `Give ${en}.`],
      );
    }),
  );
}

/** @throws InputRefused */
export function procedureRulesOf(given: z.infer<typeof procedureRulesInput> | undefined): HealthRules['procedure'] {
  const { procedure } = modelHealth;
  const rules = over(procedure, { ...given, terms: over(procedure.terms, given?.terms) });
  return checked({ ...modelHealth, procedure: rules }).procedure;
}

/** @throws InputRefused */
export function stressCheckRulesOf(
  given: z.infer<typeof stressCheckRulesInput> | undefined,
): HealthRules['stressCheck'] {
  const { stressCheck } = modelHealth;
  const rules = over(stressCheck, { ...given, terms: over(stressCheck.terms, given?.terms) });
  return checked({ ...modelHealth, stressCheck: rules }).stressCheck;
}

/** @throws InputRefused */
export function stressGroupRulesOf(
  given: z.infer<typeof stressGroupRulesInput> | undefined,
): HealthRules['stressGroup'] {
  return checked({ ...modelHealth, stressGroup: over(modelHealth.stressGroup, given) }).stressGroup;
}
