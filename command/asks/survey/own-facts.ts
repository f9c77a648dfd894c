import type { Agreement } from '@tokimori/law/overtime/types';
import type { LeaveTaken, Person, ReportedYear, SurveyFacts } from '@tokimori/law/survey/facts/types';
import { hours } from '@tokimori/law/time/minutes';
import { complain } from '../../document/complaints.ts';
import { refuseDocument } from '../../document/read-document.ts';
import { present } from './national-schema.ts';
import type { Reported, SurveyDocument } from './own-schema.ts';

type PersonDocument = NonNullable<SurveyDocument['overtime']>['people'][number];
type AgreementDocument = NonNullable<PersonDocument['agreement']>;

/** The agreement with the law's maxima where it says nothing (労基法36条). */
function agreementOf({ monthly, annual, special }: AgreementDocument): Agreement {
  const agreement = { monthly: monthly ?? hours(45), annual: annual ?? hours(360), yearStartMonth: 4 };
  if (special === undefined) return agreement;
  return {
    ...agreement,
    special: {
      monthly: special.monthly ?? null,
      annual: special.annual ?? hours(720),
      times: special.times ?? 6,
    },
  };
}

/** Under the ordinance the cap depends on the department: it is not taken as self-directed. */
function departmentOf(person: PersonDocument, at: number, place: string) {
  const { department, managerial } = person.months[at] ?? {};
  if (department !== undefined) return department;
  if (person.regime === 'article36' || managerial === true) return 'selfDirected';
  return refuseDocument([
    complain(
      `${place}.months[${at}].department`,
      ['必要な項目がありません。', 'selfDirected か externallyDriven を加えてください。'],
      ['This member is needed.', 'Add selfDirected or externallyDriven.'],
    ),
  ]);
}

function personOf(person: PersonDocument, place: string): Person {
  const { id, regime, employedFrom, transfers, agreement } = person;
  return {
    id,
    regime: regime ?? 'ordinance',
    transfers: transfers ?? [],
    ...(employedFrom === undefined ? {} : { employedFrom }),
    ...(agreement === undefined ? {} : { agreement: agreementOf(agreement) }),
    months: person.months.map(({ month, bureau, managerial, overtime, exceptional, legalHolidayWork }, at) => ({
      month,
      bureau,
      managerial: managerial ?? false,
      department: departmentOf(person, at, place),
      overtime,
      exceptional: exceptional ?? 0,
      legalHolidayWork: legalHolidayWork ?? 0,
    })),
  };
}

const takenOf = ({ days, hours: rest }: { days: number; hours?: number | undefined }): LeaveTaken => ({
  days,
  hours: rest ?? 0,
});

function reportedOf(year: Reported): ReportedYear {
  const { fiscalYear, average, arrangements, annualLeave, ...rest } = year;
  return {
    fiscalYear,
    ...present(rest),
    ...(average === undefined ? {} : { average: { minutes: average.hours, heads: average.heads } }),
    ...(arrangements === undefined
      ? {}
      : {
          arrangements: {
            bureaus: arrangements.bureaus,
            ...present({ bodies: arrangements.bodies, without: arrangements.without }),
          },
        }),
    ...(annualLeave === undefined
      ? {}
      : { annualLeave: { people: annualLeave.people, minutes: annualLeave.hours, few: annualLeave.few } }),
  };
}

function childcareOf({ uses, newlyEligible }: NonNullable<SurveyDocument['childcare']>): SurveyFacts['childcare'] {
  return {
    uses: uses.map(({ form, from, through, ...use }) => ({ ...use, ...present({ form, from, through }) })),
    ...(newlyEligible === undefined
      ? {}
      : {
          newlyEligible: {
            male: { eligible: newlyEligible.male.eligible, ...present({ taken: newlyEligible.male.taken }) },
            female: { eligible: newlyEligible.female.eligible, ...present({ taken: newlyEligible.female.taken }) },
          },
        }),
  };
}

const overtimeOf = ({ headcounts, people }: NonNullable<SurveyDocument['overtime']>): SurveyFacts['overtime'] => ({
  headcounts: headcounts.map((each) => ({ ...each, managerial: each.managerial ?? false })),
  people: people.map((each, at) => personOf(each, `overtime.people[${at}]`)),
});

const systemsOf = ({ answers, ...rest }: NonNullable<SurveyDocument['systems']>): SurveyFacts['systems'] => ({
  answers: present(answers),
  ...present(rest),
});

/** The facts of a document, as the law takes them. @throws InputRefused */
export function factsOf(document: SurveyDocument): SurveyFacts {
  const { fiscalYear, name, bureaus, overtime, guidance, absences, stressCheck, systems } = document;
  const { arrangements, annualLeave, childcare, fathers, users, before } = document;
  return {
    fiscalYear,
    name,
    bureaus,
    ...present({
      arrangements,
      users,
      overtime: overtime && overtimeOf(overtime),
      guidance: guidance?.map(({ outcome, ...each }) => ({ ...each, ...present({ outcome }) })),
      absences: absences?.map(({ through, ...each }) => ({ ...each, ...present({ through }) })),
      stressCheck: stressCheck?.map(({ bureau, ...counts }) => ({ bureau, counts })),
      systems: systems && systemsOf(systems),
      annualLeave: annualLeave?.map(({ taken, ...each }) => ({ ...each, taken: takenOf(taken) })),
      childcare: childcare && childcareOf(childcare),
      fathers: fathers?.map(({ staff, delivery, participation }) => ({
        staff,
        delivery: takenOf(delivery),
        participation: takenOf(participation),
      })),
      before: before?.map(reportedOf),
    }),
  };
}
