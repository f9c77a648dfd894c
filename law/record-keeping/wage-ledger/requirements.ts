import type { Citation } from '../../decision/citation.ts';
import { ledgerCitations as cited } from '../citations.ts';
import { type ItemRequirement, type LedgerItem, type LedgerPerson, ledgerItems } from './types.ts';

const places: Readonly<Record<LedgerItem, Citation>> = {
  name: cited.name,
  sex: cited.sex,
  period: cited.period,
  daysWorked: cited.daysWorked,
  worked: cited.worked,
  overtime: cited.extra,
  holidayWork: cited.extra,
  night: cited.extra,
  pay: cited.pay,
  deductions: cited.deductions,
};

/** Whether 54条4項 frees a person from the period: hired by the day, and not for more than a month on end. */
export const isWithoutPeriod = ({ hiredByDay, beyondOneMonth }: LedgerPerson): boolean => hiredByDay && !beyondOneMonth;

function requirementOf(item: LedgerItem, person: LedgerPerson): ItemRequirement {
  if (item === 'period' && isWithoutPeriod(person)) {
    return { item, requirement: 'notRequired', citation: cited.byDay };
  }
  if (person.exempt !== null) {
    if (item === 'worked' || item === 'overtime' || item === 'holidayWork') {
      return { item, requirement: 'notRequired', citation: cited.exempt };
    }
    // 54条5項 frees them from the whole of item 6; the notice wants the night hours entered, for they are paid (労基法37条4項).
    if (item === 'night') return { item, requirement: 'guided', citation: cited.night };
  }
  return { item, requirement: 'required', citation: places[item] };
}

/** Which items the ledger of a person must hold (労基則54条1項・4項・5項), in the order of the regulation. */
export function requirementsOf(person: LedgerPerson): readonly ItemRequirement[] {
  return ledgerItems.map((item) => requirementOf(item, person));
}
