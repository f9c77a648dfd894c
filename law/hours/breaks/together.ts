import type { Decision } from '../../decision/decision.ts';
import { hoursCitations as cites } from '../citations.ts';
import type { HoursRules } from '../rules.ts';

/** 一斉休憩 (労基法34条2項): breaks are given to everyone at once, but for workplaces that the law or an ordinance exempts. */

/** 労基則31条: transport, shops, finance, film, post, health, hotels; and 官公署 in none of the numbers. */
const exemptNumbers: readonly number[] = [4, 8, 9, 10, 11, 13, 14];

export type BreakTogether = {
  readonly together: boolean;
  readonly because: 'publicOffice' | 'number' | 'ordinance' | 'rule';
};

/** publicOfficeExempt · numberExempt: number · ordinanceExempts: number · togetherNeeded: number */
export type TogetherStepName = 'publicOfficeExempt' | 'numberExempt' | 'ordinanceExempts' | 'togetherNeeded';

/** Thrown for a number that 別表第1 does not have. */
export class UnknownNumber extends Error {
  override readonly name = 'UnknownNumber';
}

/**
 * Whether the breaks of a workplace are given to everyone at once.
 * @param appdxTable1 number in 労基法別表第1; null for 官公署 in none.
 * @throws UnknownNumber
 */
export function judgeBreakTogether(
  appdxTable1: number | null,
  { simultaneousBreakExempt }: Pick<HoursRules, 'simultaneousBreakExempt'>,
): Decision<BreakTogether, TogetherStepName> {
  if (appdxTable1 === null) {
    const step = { says: 'publicOfficeExempt', figures: {}, citation: cites.breakExemptNumbers } as const;
    return { outcome: { together: false, because: 'publicOffice' }, steps: [step] };
  }
  if (!Number.isInteger(appdxTable1) || appdxTable1 < 1 || appdxTable1 > 15) throw new UnknownNumber();
  const figures = { number: appdxTable1 };
  if (exemptNumbers.includes(appdxTable1)) {
    const step = { says: 'numberExempt', figures, citation: cites.breakExemptNumbers } as const;
    return { outcome: { together: false, because: 'number' }, steps: [step] };
  }
  if (simultaneousBreakExempt) {
    const step = { says: 'ordinanceExempts', figures, citation: cites.breakExceptionOrdinance } as const;
    return { outcome: { together: false, because: 'ordinance' }, steps: [step] };
  }
  const step = { says: 'togetherNeeded', figures, citation: cites.breakTogether } as const;
  return { outcome: { together: true, because: 'rule' }, steps: [step] };
}
