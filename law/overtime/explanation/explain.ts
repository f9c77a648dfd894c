import { explainCaps, explainSum } from './caps.ts';
import { explainExceptions } from './exceptions.ts';
import type { Material, OvertimeStep } from './material.ts';
import { explainRemaining } from './remaining.ts';
import { explainVerdict } from './verdict.ts';

/** The whole explanation in the order of its chapters. */
export function explainStanding(material: Material): readonly OvertimeStep[] {
  return [
    ...explainSum(material),
    ...explainCaps(material),
    ...explainRemaining(material),
    ...explainExceptions(material),
    ...explainVerdict(material),
  ];
}
