import type { AgreementDocument } from '@tokimori/contract/agreements';
import type { AgreementLine, RegisteredAgreement } from '@tokimori/law/agreement36/types';
import { dayOf } from '../rules.ts';

const dayOrNull = (date: string | null) => (date === null ? null : dayOf(date));

/**
 * A stored agreement as the law reads it.
 * @param appdxTable1 number of 労基法別表第1 of its 事業場
 * @throws on a date that no calendar has
 */
export function agreementOf(
  id: string,
  document: AgreementDocument,
  { appdxTable1, endedOn }: { readonly appdxTable1: number | null; readonly endedOn: string | null },
): RegisteredAgreement {
  const { department, yearStart, term, concludedOn, filedOn, filedWith: _, ...rest } = document;
  return {
    ...rest,
    id,
    workplace: department,
    appdxTable1,
    yearStart: dayOrNull(yearStart),
    term: term === null ? null : { from: dayOf(term.from), through: dayOf(term.through) },
    concludedOn: dayOrNull(concludedOn),
    filedOn: dayOrNull(filedOn),
    endedOn: dayOrNull(endedOn),
  };
}

const noHours: AgreementLine = {
  reasons: '',
  tasks: '',
  headcount: null,
  daily: null,
  monthly: 0,
  annual: 0,
  hazardous: false,
};

/**
 * The line by which someone is judged. An agreement says hours by task and the register does not say whose task is which: the line with
 * the fewest hours of a month, then of a year, is kept by everybody. Without a line no overtime is agreed.
 */
export function strictestLine(lines: readonly AgreementLine[]): AgreementLine {
  const ordered = lines.toSorted((a, b) => (a.monthly ?? 0) - (b.monthly ?? 0) || (a.annual ?? 0) - (b.annual ?? 0));
  return ordered[0] ?? noHours;
}
