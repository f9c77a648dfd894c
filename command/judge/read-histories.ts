import { ordinaryMaxima, plainAgreement } from '@tokimori/law/overtime/caps/article36-caps';
import { sumPosts } from '@tokimori/law/overtime/people/concurrent';
import { employedFromOf } from '@tokimori/law/overtime/people/employment';
import { modelOvertime, type OvertimeRules } from '@tokimori/law/overtime/rules';
import type { Agreement, OvertimeHistory, OvertimeMonth } from '@tokimori/law/overtime/types';
import type { RestrictionRules } from '@tokimori/law/restrictions/rules';
import type { RestrictionInput } from '@tokimori/law/restrictions/types';
import { hours } from '@tokimori/law/time/minutes';
import { readRequests, restrictionRules } from '../asks/restrictions/reading.ts';
import { readDocument, refuseDocument } from '../document/read-document.ts';
import { checkDocument, checkPerson } from './impossible.ts';
import { type JudgeInput, judgeInput, type PersonInput } from './schema.ts';

/** One person: the history, and what the person asked for (absent when nothing was given). */
export type PersonHistory = {
  readonly id: string;
  readonly history: OvertimeHistory;
  readonly restricted?: { readonly input: RestrictionInput; readonly rules: RestrictionRules };
};

/** The agreement with the law's maxima where it says nothing (労基法36条). */
function agreementOf(given: NonNullable<PersonInput['agreement']>): Agreement {
  const { special, yearlyAveraging } = given;
  const maxima = ordinaryMaxima({ yearlyAveraging: yearlyAveraging ?? false });
  const agreement = {
    monthly: given.monthly ?? maxima.monthly,
    annual: given.annual ?? maxima.annual,
    yearStartMonth: given.from ?? 4,
    ...(yearlyAveraging === undefined ? {} : { yearlyAveraging }),
  };
  if (special === undefined) return agreement;
  const { monthly = null, annual = hours(720), times = 6 } = special;
  return { ...agreement, special: { monthly, annual, times } };
}

type MonthInput = PersonInput['months'][number];

/** A month with the zeros that may be left out. */
function monthOf({
  month,
  department,
  overtime,
  exceptional,
  legalHolidayWork,
  disasterNeed,
}: MonthInput): OvertimeMonth {
  return {
    month,
    department: department ?? 'selfDirected',
    overtime,
    exceptional: exceptional ?? 0,
    legalHolidayWork: legalHolidayWork ?? 0,
    ...(disasterNeed === undefined ? {} : { disasterNeed }),
  };
}

/** The rules of the document over the model; undefined when it has none. */
function rulesOf({ rules }: JudgeInput): OvertimeRules | undefined {
  if (rules === undefined) return undefined;
  return {
    transferOnFirstDayOfYear: rules.transferOnFirstDayOfYear ?? modelOvertime.transferOnFirstDayOfYear,
    transferOnFirstDayOfMonth: rules.transferOnFirstDayOfMonth ?? modelOvertime.transferOnFirstDayOfMonth,
    reappointment: rules.reappointment ?? modelOvertime.reappointment,
    concurrentKind: rules.concurrentKind ?? modelOvertime.concurrentKind,
  };
}

/** The first month of employment, given or from the appointments; the month after `asOf` when none is held. */
function employmentOf(person: PersonInput, { asOf }: JudgeInput, rules: OvertimeRules | undefined) {
  if (person.appointments === undefined) return person.employedFrom;
  const appointments = person.appointments.map(({ from, through }) => ({
    from,
    until: through === undefined ? null : through + 1,
  }));
  return employedFromOf(appointments, asOf, rules);
}

function historyOf(person: PersonInput, input: JudgeInput): OvertimeHistory {
  const from = person.capsFrom ?? input.capsFrom;
  const rules = rulesOf(input);
  const employedFrom = employmentOf(person, input, rules);
  const others = (person.concurrent ?? []).map(({ months }) => months.map(monthOf));
  return {
    regime: person.regime,
    asOf: input.asOf,
    months: sumPosts(person.months.map(monthOf), others, rules),
    transfers: (person.transfers ?? []).map(({ overtimeBefore, ...transfer }) => ({
      ...transfer,
      ...(overtimeBefore === undefined ? {} : { overtimeBefore }),
    })),
    ...(employedFrom === undefined ? {} : { employedFrom }),
    ...(from === undefined ? {} : { capsFrom: from }),
    ...(person.yearStartMonth === undefined ? {} : { yearStartMonth: person.yearStartMonth }),
    ...(person.agreement === undefined ? {} : { agreement: agreementOf(person.agreement) }),
    ...(rules === undefined ? {} : { rules }),
  };
}

/** What the person asked for, with the months of all posts; undefined when nothing was given. */
function restrictedOf(person: PersonInput, history: OvertimeHistory, { rules, asOf }: JudgeInput) {
  if (person.restrictions === undefined) return undefined;
  const { requests } = readRequests(person.restrictions, '');
  const months = history.months.map(({ month, overtime, disasterNeed = 0 }) => ({ month, overtime, disasterNeed }));
  return { input: { requests, months, asOf, managerial: false }, rules: restrictionRules(rules?.restrictions) };
}

function personOf(person: PersonInput, input: JudgeInput): PersonHistory {
  const history = historyOf(person, input);
  const restricted = restrictedOf(person, history, input);
  return { id: person.id, history, ...(restricted === undefined ? {} : { restricted }) };
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
        input,
      ),
    ),
  ];
  if (impossible.length > 0) refuseDocument(impossible);
  return input.staff.map((person) => personOf(person, input));
}
