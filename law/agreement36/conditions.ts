import { civilOf, type EpochDay, epochDayOf } from '../time/civil.ts';
import { agreementCitations as cites } from './citations.ts';
import type { Agreement36Rules } from './rules.ts';
import type { Finding, FindingKind, RegisteredAgreement } from './types.ts';

/** The same day some years later; 29 February becomes the 28th. */
export function yearsAfter(day: EpochDay, years: number): EpochDay {
  const { year, month, day: of } = civilOf(day);
  const same = epochDayOf(year + years, month, of);
  return civilOf(same).month === month ? same : same - 1;
}

/** The least of 37条1項 (時間外): 25 percent. */
const PREMIUM_FLOOR = 25;
/** Grounds that the guideline names as not allowed, because they excuse standing overtime. */
const vague = ['業務の都合上必要', '業務上やむを得ない', '業務上必要'];

type Said = Pick<Finding, 'says' | 'citation'> & Partial<Pick<Finding, 'figures' | 'words'>>;
const finding = (kind: FindingKind, path: string, said: Said): Finding => ({ kind, path, figures: {}, ...said });

function ofTerm({ term, yearStart }: RegisteredAgreement, { longestTermYears }: Agreement36Rules): Finding[] {
  const found: Finding[] = [];
  if (yearStart !== null && civilOf(yearStart).day !== 1) {
    const figures = { date: yearStart };
    found.push(finding('notice', 'yearStart', { says: 'yearStartNotFirst', figures, citation: cites.yearStart }));
  }
  if (term === null) return found;
  if (yearStart !== null && (yearStart < term.from || yearsAfter(yearStart, 1) - 1 > term.through)) {
    const figures = { from: yearStart, through: yearsAfter(yearStart, 1) - 1 };
    found.push(finding('violation', 'term', { says: 'yearOutsideTerm', figures, citation: cites.termNotice }));
  }
  if (term.through >= yearsAfter(term.from, longestTermYears)) {
    const figures = { years: longestTermYears };
    found.push(finding('notice', 'term', { says: 'termLong', figures, citation: cites.termNotice }));
  }
  return found;
}

function ofRepresentative({ representative }: RegisteredAgreement): Finding[] {
  if (representative === null || representative.kind === 'union') return [];
  const found: Finding[] = [];
  if (representative.managerial) {
    const said = { says: 'managerialRepresentative', citation: cites.notManagerial } as const;
    found.push(finding('violation', 'representative.managerial', said));
  }
  if (representative.chosenByEmployer) {
    const said = { says: 'chosenRepresentative', citation: cites.election } as const;
    found.push(finding('violation', 'representative.chosenByEmployer', said));
  }
  return found;
}

function ofSpecial({ special }: RegisteredAgreement): Finding[] {
  if (special === null) return [];
  const found: Finding[] = [];
  const { reasons, premiumPercent: percent } = special;
  if (vague.some((each) => reasons.includes(each))) {
    const said = { says: 'vagueReasons', words: { reasons }, citation: cites.vagueReasons } as const;
    found.push(finding('notice', 'special.reasons', said));
  }
  if (percent !== null && percent < PREMIUM_FLOOR) {
    const figures = { percent, floor: PREMIUM_FLOOR };
    const said = { says: 'premiumBelowFloor', figures, citation: cites.premium } as const;
    found.push(finding('violation', 'special.premiumPercent', said));
  }
  if (percent === PREMIUM_FLOOR) {
    const said = { says: 'premiumAtFloor', figures: { percent }, citation: cites.higherPremium } as const;
    found.push(finding('notice', 'special.premiumPercent', said));
  }
  return found;
}

/** What is wrong with an agreement beside its numbers and its missing items. */
export function findConditions(agreement: RegisteredAgreement, rules: Agreement36Rules): readonly Finding[] {
  const { appdxTable1, enterprise, longAveraging, filedOn, term } = agreement;
  const found: Finding[] = [];
  if (appdxTable1 === null && !enterprise) {
    found.push(finding('notice', 'appdxTable1', { says: 'noAgreementNeeded', citation: cites.publicNeed }));
  }
  if (longAveraging && !enterprise) {
    const said = { says: 'longAveragingUnavailable', citation: cites.longAveraging } as const;
    found.push(finding('violation', 'longAveraging', said));
  }
  found.push(...ofTerm(agreement, rules), ...ofSpecial(agreement), ...ofRepresentative(agreement));
  if (filedOn === null) found.push(finding('notice', 'filedOn', { says: 'notFiled', citation: cites.filing }));
  else if (term !== null && filedOn > term.from) {
    const figures = { filed: filedOn, from: term.from };
    found.push(finding('notice', 'filedOn', { says: 'filedLate', figures, citation: cites.filing }));
  }
  return found;
}
