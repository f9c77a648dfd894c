import { formatCitation } from '@tokimori/law/decision/format-citation';
import { modelRestrictions, type RestrictionRules } from '@tokimori/law/restrictions/rules';
import type { JudgedRequest, PersonalVerdict, RestrictionRequest } from '@tokimori/law/restrictions/types';
import { formatLocalDate } from '@tokimori/law/time/civil';
import { formatDuration } from '@tokimori/law/time/minutes';
import { formatYearMonth } from '@tokimori/law/time/months';
import type { z } from 'zod';
import { complain } from '../../document/complaints.ts';
import type { Complaint } from '../../refusal.ts';
import { type LawRefusals, notInForce } from '../law-refusals.ts';
import { type RequestInput, requestOf, type restrictionRulesInput } from './schema.ts';

/** The parameters given, over the model. */
export function restrictionRules(given: z.infer<typeof restrictionRulesInput>): RestrictionRules {
  const told = Object.entries(given ?? {}).filter(([, value]) => value !== undefined);
  return { ...modelRestrictions, ...Object.fromEntries(told) };
}

/** The requests in the law's form, and what is impossible about each. */
export function readRequests(
  given: readonly RequestInput[],
  at: string,
): { readonly requests: readonly RestrictionRequest[]; readonly complaints: readonly Complaint[] } {
  const complaints: Complaint[] = [];
  const requests = given.flatMap((each, position): RestrictionRequest[] => {
    const here = `${at}[${position}]`;
    if (each.through < each.from) {
      complaints.push(
        complain(
          `${here}.through`,
          ['終わりの日が始まりの日より前です。', '請求した最後の日を書いてください。'],
          ['It ends before it begins.', 'Give the last day asked for.'],
        ),
      );
    }
    const request = requestOf(each);
    if (request === null || (each.childBornOn !== undefined && each.childBornOn > each.through)) {
      complaints.push(
        complain(
          `${here}.childBornOn`,
          ['子の生年月日がないか、請求の期間より後です。', '子の生年月日(出生前は予定日)を書いてください。'],
          ["The child's birth is missing or after the period.", 'Give the day of birth, or the expected one.'],
        ),
      );
      return [];
    }
    return [request];
  });
  return { requests, complaints };
}

export const restrictionRefusals: LawRefusals = {
  NotInForce: notInForce,
  ImpossibleRequest: {
    ja: ['月が二度あるか、時間がありえません。', '1つの月は1度だけ、disasterNeed は overtime の内数で書いてください。'],
    en: [
      'A month is given twice, or a length is impossible.',
      'Give each month once; disasterNeed is a part of overtime.',
    ],
  },
};

/** A judged request for JSON. */
export const requestJson = ({ kind, effective, eligibleThrough, defects, citation }: JudgedRequest) => ({
  kind,
  effective: effective && { from: formatLocalDate(effective.from), through: formatLocalDate(effective.through) },
  eligibleThrough: eligibleThrough === null ? null : formatLocalDate(eligibleThrough),
  defects,
  cites: formatCitation(citation),
  confidence: citation.confidence,
});

/** A personal verdict for JSON, in the form of the verdicts of `tokimori judge`. */
export function personalJson({ limit, from, through, value, cap, verdict, because, citation }: PersonalVerdict) {
  const span =
    limit === 'personalAnnual'
      ? { from: formatYearMonth(from), through: formatYearMonth(through) }
      : { month: formatYearMonth(from) };
  return {
    limit,
    ...span,
    value: value === null ? null : formatDuration(value),
    cap: formatDuration(cap),
    comparison: 'atMost',
    verdict,
    ...(because === undefined ? {} : { because }),
    cites: formatCitation(citation),
  };
}
