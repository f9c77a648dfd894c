import type { Citation } from '../../decision/citation.ts';
import { groupCitations } from '../citations.ts';
import type { StressGroupRules } from '../rules.ts';
import type { Sex } from '../stress-scales.ts';

/**
 * 仕事のストレス判定図: the national means, and the coefficients of the risk. Means in tenths, coefficients in thousandths, so
 * that they stand here as they are printed.
 */
export const riskScales = ['amount', 'control', 'chief', 'colleagues'] as const;
/** 量 (A1), コントロール (A6), 上司の支援 (C1), 同僚の支援 (C2); raw values 3–12. */
export type RiskScale = (typeof riskScales)[number];

export type RiskEdition = {
  readonly version: StressGroupRules['riskTableVersion'];
  /** Printed in tenths. */
  readonly means: Readonly<Record<Sex, Readonly<Record<RiskScale, number>>>>;
  readonly citation: Citation;
  /** The day on which someone last compared the edition with a publication. */
  readonly checkedOn: string;
};

export const riskEditions: readonly RiskEdition[] = [
  {
    version: 'legacy',
    means: {
      male: { amount: 87, control: 80, chief: 76, colleagues: 81 },
      female: { amount: 79, control: 72, chief: 66, colleagues: 82 },
    },
    citation: groupCitations.legacy,
    checkedOn: '2026-11-28',
  },
  {
    version: 'current',
    means: {
      male: { amount: 87, control: 79, chief: 75, colleagues: 81 },
      female: { amount: 79, control: 72, chief: 66, colleagues: 82 },
    },
    citation: groupCitations.current,
    checkedOn: '2026-11-28',
  },
];

/** In thousandths: by how much a raw point moves the logarithm of the risk. More control and support lower it. */
export const riskCoefficients: Readonly<Record<Sex, Readonly<Record<RiskScale, number>>>> = {
  male: { amount: 76, control: -89, chief: -97, colleagues: -97 },
  female: { amount: 48, control: -56, chief: -97, colleagues: -97 },
};

/** The edition that a municipality uses. @throws RangeError for a version that is not registered */
export function editionOf(version: StressGroupRules['riskTableVersion']): RiskEdition {
  const found = riskEditions.find((edition) => edition.version === version);
  if (found === undefined) throw new RangeError(`no edition ${String(version)}`);
  return found;
}
