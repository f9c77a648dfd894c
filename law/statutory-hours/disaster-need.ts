import type { Decision } from '../decision/decision.ts';
import type { EpochDay } from '../time/civil.ts';
import { statutoryCitations as cites } from './citations.ts';
import { modelStatutoryHours, type StatutoryHoursRules } from './rules.ts';
import type { Workplace } from './types.ts';

/** 行政官庁: to whom a workplace turns (労基法33条1項, 地公法58条5項). */
export type Authority = 'laborStandardsOffice' | 'personnelCommission' | 'headOfBody';

/** One occasion of 災害その他避けることのできない事由; days inclusive. */
export type DisasterOccasion = {
  readonly from: EpochDay;
  readonly through: EpochDay;
  readonly permittedOn: EpochDay | null;
  readonly reportedOn: EpochDay | null;
};

export type DisasterProcedure = {
  /** `reportDue`: neither permitted beforehand nor reported yet; 遅滞なく. */
  readonly state: 'notNeeded' | 'permitted' | 'reported' | 'reportDue';
  readonly authority: Authority | null;
};

/** publicNeedInstead · authorityFound (words: authority) · permittedBefore: on, from · permissionLate: on, from · reportedAfter: on, from · reportDue: from, through */
export type DisasterStepName =
  | 'publicNeedInstead'
  | 'authorityFound'
  | 'permittedBefore'
  | 'permissionLate'
  | 'reportedAfter'
  | 'reportDue';

/** Thrown for an occasion that ends before it begins, or a report made before it, or a number that 別表第1 does not have. */
export class ImpossibleOccasion extends Error {
  override readonly name = 'ImpossibleOccasion';
  readonly defect: 'reversed' | 'reportBefore' | 'unknownNumber';
  constructor(defect: 'reversed' | 'reportBefore' | 'unknownNumber') {
    super(defect);
    this.defect = defect;
  }
}

/**
 * The authority of a workplace: 労基署 for the numbers of 別表第1 and for 企業職員・単純労務職員; 人事委員会 (else the head of the
 * body) for 11号, 12号 and workplaces in none.
 */
export function authorityOf(
  { appdxTable1, enterprise }: Workplace,
  { personnelCommission }: Pick<StatutoryHoursRules, 'personnelCommission'>,
): Authority {
  const byOffice = enterprise || (appdxTable1 !== null && appdxTable1 !== 11 && appdxTable1 !== 12);
  if (byOffice) return 'laborStandardsOffice';
  return personnelCommission ? 'personnelCommission' : 'headOfBody';
}

/**
 * What an occasion of 33条1項 still needs: permission beforehand or a report afterwards. Workplaces outside 別表第1 order
 * overtime by 33条3項 and need neither.
 * @throws ImpossibleOccasion
 */
export function judgeDisasterNeed(
  occasion: DisasterOccasion,
  workplace: Workplace,
  rules: StatutoryHoursRules = modelStatutoryHours,
): Decision<DisasterProcedure, DisasterStepName> {
  const { from, through, permittedOn, reportedOn } = occasion;
  if (through < from) throw new ImpossibleOccasion('reversed');
  if (reportedOn !== null && reportedOn < from) throw new ImpossibleOccasion('reportBefore');
  const { appdxTable1, enterprise } = workplace;
  if (appdxTable1 !== null && !(Number.isInteger(appdxTable1) && appdxTable1 >= 1 && appdxTable1 <= 15))
    throw new ImpossibleOccasion('unknownNumber');
  if (appdxTable1 === null && !enterprise) {
    const steps = [{ says: 'publicNeedInstead', figures: {}, citation: cites.publicNeed }] as const;
    return { outcome: { state: 'notNeeded', authority: null }, steps };
  }
  const authority = authorityOf(workplace, rules);
  const named = { says: 'authorityFound', figures: {}, words: { authority }, citation: cites.inspection } as const;
  const citation = cites.disaster;
  if (permittedOn !== null && permittedOn <= from) {
    const step = { says: 'permittedBefore', figures: { on: permittedOn, from }, citation } as const;
    return { outcome: { state: 'permitted', authority }, steps: [named, step] };
  }
  const late =
    permittedOn === null ? [] : [{ says: 'permissionLate', figures: { on: permittedOn, from }, citation } as const];
  if (reportedOn !== null) {
    const step = { says: 'reportedAfter', figures: { on: reportedOn, from }, citation } as const;
    return { outcome: { state: 'reported', authority }, steps: [named, ...late, step] };
  }
  const step = { says: 'reportDue', figures: { from, through }, citation } as const;
  return { outcome: { state: 'reportDue', authority }, steps: [named, ...late, step] };
}
