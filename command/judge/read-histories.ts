import { plainAgreement } from '@tokimori/law/overtime/article36-caps';
import type { Agreement, OvertimeHistory } from '@tokimori/law/overtime/types';
import { hours } from '@tokimori/law/time/minutes';
import { readDocument, refuseDocument } from '../document/read-document.ts';
import { checkDocument, checkPerson } from './impossible.ts';
import { type JudgeInput, judgeInput, type PersonInput } from './schema.ts';

export type PersonHistory = { readonly id: string; readonly history: OvertimeHistory };

/** The agreement with the law's maxima where it says nothing (労基法36条). */
function agreementOf(given: NonNullable<PersonInput['agreement']>): Agreement {
  const { special } = given;
  const agreement = {
    monthly: given.monthly ?? hours(45),
    annual: given.annual ?? hours(360),
    yearStartMonth: given.from ?? 4,
  };
  if (special === undefined) return agreement;
  const { monthly = null, annual = hours(720), times = 6 } = special;
  return { ...agreement, special: { monthly, annual, times } };
}

function historyOf(person: PersonInput, { asOf, capsFrom }: JudgeInput): OvertimeHistory {
  const from = person.capsFrom ?? capsFrom;
  return {
    regime: person.regime,
    asOf,
    months: person.months.map(({ month, department, overtime, exceptional, legalHolidayWork }) => ({
      month,
      department: department ?? 'selfDirected',
      overtime,
      exceptional: exceptional ?? 0,
      legalHolidayWork: legalHolidayWork ?? 0,
    })),
    transfers: person.transfers ?? [],
    ...(person.employedFrom === undefined ? {} : { employedFrom: person.employedFrom }),
    ...(from === undefined ? {} : { capsFrom: from }),
    ...(person.yearStartMonth === undefined ? {} : { yearStartMonth: person.yearStartMonth }),
    ...(person.agreement === undefined ? {} : { agreement: agreementOf(person.agreement) }),
  };
}

/**
 * The histories in a document of `tokimori judge`.
 * @throws InputRefused naming every place that is unknown, unreadable or impossible
 */
export function readHistories(document: unknown): readonly PersonHistory[] {
  const input = readDocument(judgeInput, document);
  const impossible = [
    ...checkDocument(input),
    ...input.staff.flatMap((person, position) =>
      checkPerson(
        person,
        person.agreement === undefined ? plainAgreement : agreementOf(person.agreement),
        `staff[${position}]`,
      ),
    ),
  ];
  if (impossible.length > 0) refuseDocument(impossible);
  return input.staff.map((person) => ({ id: person.id, history: historyOf(person, input) }));
}
