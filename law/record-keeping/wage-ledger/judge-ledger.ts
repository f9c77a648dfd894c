import type { Decision, Step } from '../../decision/decision.ts';
import { formatLocalDate } from '../../time/civil.ts';
import { ledgerCitations as cited, LEDGER_FROM } from '../citations.ts';
import { contradictionsIn } from './contradictions.ts';
import { isWithoutPeriod, requirementsOf } from './requirements.ts';
import type {
  ItemRequirement,
  Ledger,
  LedgerEntry,
  LedgerItem,
  LedgerPeriod,
  LedgerPerson,
  LedgerStepName,
  PayLine,
  TimeFigures,
} from './types.ts';
import { timeItems } from './types.ts';

/** 賃金台帳 (労基法108条, 労基則54条, 把握ガイドライン 4(4)): the items of one person and period, what is blank and what cannot be. */

export type LedgerInput = {
  readonly person: LedgerPerson;
  readonly period: LedgerPeriod | null;
  /** Figures derived from the records; null = not known. */
  readonly records: TimeFigures | null;
  readonly pay: readonly PayLine[] | null;
  /** The empty list = nothing was deducted. */
  readonly deductions: readonly PayLine[] | null;
  /** What stands in the ledger now; absent = it is still to be written, from the records. */
  readonly entered?: LedgerEntry;
};

/** What no ledger can hold: a period that ends before it begins or is older than the law, a negative or broken number. */
export type LedgerDefect = 'periodReversed' | 'notInForce' | 'notAnAmount';

export class ImpossibleLedger extends Error {
  override readonly name = 'ImpossibleLedger';
  readonly defect: LedgerDefect;

  constructor(defect: LedgerDefect, at: string) {
    super(`${defect}: ${at}`);
    this.defect = defect;
  }
}

/** The fine for a blank or knowingly false ledger (労基法120条1号): at most, in yen. */
export const LEDGER_FINE_YEN = 300_000;

type Steps = Step<LedgerStepName>[];

const isAmount = (n: number | null): boolean => n === null || (Number.isSafeInteger(n) && n >= 0);

function checkEntry({ period, pay, deductions, ...times }: LedgerEntry): void {
  if (period !== null && period.through < period.from) throw new ImpossibleLedger('periodReversed', 'period');
  if (period !== null && formatLocalDate(period.from) < LEDGER_FROM) throw new ImpossibleLedger('notInForce', 'period');
  for (const item of timeItems) if (!isAmount(times[item])) throw new ImpossibleLedger('notAnAmount', item);
  for (const { name, yen } of [...(pay ?? []), ...(deductions ?? [])]) {
    if (!isAmount(yen)) throw new ImpossibleLedger('notAnAmount', name);
  }
}

function rowOf({ person, period, records, pay, deductions }: LedgerInput): LedgerEntry {
  const times = { daysWorked: null, worked: null, overtime: null, holidayWork: null, night: null };
  return { ...times, ...records, period: isWithoutPeriod(person) ? null : period, pay, deductions };
}

function isBlank(item: LedgerItem, person: LedgerPerson, entry: LedgerEntry): boolean {
  switch (item) {
    case 'name':
      return person.name.trim() === '';
    case 'sex':
      return person.sex === null;
    case 'pay':
      return entry.pay === null || entry.pay.length === 0;
    default:
      return entry[item] === null;
  }
}

function sayRequirements(person: LedgerPerson, requirements: readonly ItemRequirement[], steps: Steps): void {
  const count = requirements.filter(({ requirement }) => requirement === 'required').length;
  steps.push({ says: 'itemsRequired', figures: { count }, citation: cited.ledger });
  if (isWithoutPeriod(person)) steps.push({ says: 'periodNotRequired', figures: {}, citation: cited.byDay });
  else if (person.hiredByDay) steps.push({ says: 'periodRequiredAfterMonth', figures: {}, citation: cited.byDay });
  if (person.exempt === null) return;
  steps.push({ says: 'timesNotRequired', figures: {}, words: { because: person.exempt }, citation: cited.exempt });
  steps.push({ says: 'nightGuided', figures: {}, citation: cited.night });
}

/**
 * The ledger of one person and period: which items it must hold, the row as the records give it, and what in the present
 * entry (or in that row) is blank or contradicts itself, its period or the records.
 * @throws ImpossibleLedger
 */
export function judgeLedger(input: LedgerInput): Decision<Ledger, LedgerStepName> {
  const steps: Steps = [];
  const { person, records } = input;
  const row = rowOf(input);
  const entry = input.entered ?? row;
  checkEntry(row);
  checkEntry(entry);
  const requirements = requirementsOf(person);
  sayRequirements(person, requirements, steps);
  const blank = requirements.filter(({ item }) => isBlank(item, person, entry));
  const required = blank.filter(({ requirement }) => requirement === 'required');
  const guided = blank.filter(({ requirement }) => requirement === 'guided');
  for (const { item, citation } of required) {
    steps.push({ says: 'itemMissing', figures: {}, words: { item }, citation });
  }
  for (const { item, citation } of guided) {
    steps.push({ says: 'itemAdvised', figures: {}, words: { item }, citation });
  }
  const judged = requirements.filter(({ requirement }) => requirement !== 'notRequired').map(({ item }) => item);
  const findings = contradictionsIn(entry, records, judged);
  for (const { contradiction, item, entered, against } of findings) {
    const words = { contradiction, item };
    steps.push({ says: 'contradiction', figures: { entered, against }, words, citation: cited.duty });
  }
  const verdict = findings.length > 0 ? 'inconsistent' : required.length > 0 ? 'missing' : 'complete';
  if (verdict === 'complete') steps.push({ says: 'ledgerComplete', figures: {}, citation: cited.duty });
  else steps.push({ says: 'blankOrFalse', figures: { yen: LEDGER_FINE_YEN }, citation: cited.penalty });
  const items = (listed: readonly ItemRequirement[]) => listed.map(({ item }) => item);
  return {
    outcome: { requirements, row, missing: items(required), advised: items(guided), findings, verdict },
    steps,
  };
}
