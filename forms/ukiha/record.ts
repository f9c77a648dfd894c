import { eraDate, eraMonth, monthName } from '@tokimori/wording/format';
import { type FormDefinition, type Part, type PrintedSheet, textOf } from '../sheet/definition.ts';
import { minutesOf, ordinaryOf, subjectOf, worksOf } from '../sheet/figures.ts';
import { cumulative, type Given, type GivenPerson, monthOf, monthsOver45, yearOf } from '../sheet/given.ts';
import { BLANK_DAY, eraDayOr, hours } from '../sheet/words.ts';

const line = (id: string, label: string, start = '') =>
  ({ id, label, kind: 'line', max: 30, required: true, start }) as const;

const recordPart = (person: GivenPerson | undefined): Part => ({
  id: 'record',
  title: '調書',
  about: '所属長が、主な業務内容と、長くなった背景・要因を整理します。',
  fields: [
    {
      id: 'work',
      label: '主な業務内容',
      kind: 'text',
      max: 600,
      required: true,
      start: worksOf(person, ({ work, minutes }) => `${work}(${hours(minutes)})`, 600),
    },
    { id: 'cause', label: '背景・要因', kind: 'text', max: 600, required: true },
  ],
});

const interviewPart = (given: Given, person: GivenPerson | undefined): Part => ({
  id: 'interview',
  title: '面談',
  about: '所属長、本人、総務部の2名で、記録を見ながら要因を考え、改善策を話し合います。',
  fields: [
    { id: 'on', label: '面談日', kind: 'date', past: true, required: true },
    line('manager', '所属長の氏名', given.head?.name),
    line('person', '本人の氏名', person?.name),
    line('officeOne', '総務部の出席者(1人目)'),
    line('officeTwo', '総務部の出席者(2人目)'),
    { id: 'agreed', label: '話し合った内容・改善策', kind: 'text', max: 800, required: true },
  ],
});

const parts = (given: Given): readonly Part[] => {
  const person = subjectOf(given);
  return [recordPart(person), interviewPart(given, person)];
};

/** うきは市 調書: of everybody over 45 hours in the month, written by the head and talked over with the person and two of the 総務部. */
export const ukihaRecord: FormDefinition = {
  key: 'ukiha-record',
  title: '調書(時間外勤務45時間超)',
  municipality: 'うきは市',
  source: '総務省事例集(令和4年12月) うきは市「超過勤務時間45時間を超えた職員の面談」',
  per: 'person',
  ahead: 0,
  closes: 'monthOver',
  by: ['manager'],
  concerns: (given, person) => minutesOf(given, person) > 45 * 60,
  route: [{ role: 'hr', label: '総務部' }],
  shown: (given) => [
    {
      title: '該当職員・時間数',
      columns: ['氏名', '所属', '時間外勤務', 'うち特例業務', '年度の累計', '45時間超の月数'],
      rows: given.people.map((person) => [
        person.name,
        person.section,
        hours(minutesOf(given, person)),
        hours(monthOf(given, person).exceptional),
        hours(cumulative(given, person)),
        `${monthsOver45(given, person)}月`,
      ]),
    },
  ],
  parts,
  template: 'ukiha/record.typ',
  printed,
};

function printed({ given, filled, submittedOn, seals }: PrintedSheet): object {
  const person = subjectOf(given);
  const of = (key: string) => textOf(parts(given), filled, key);
  const month = person === undefined ? null : monthOf(given, person);
  return {
    seals,
    on: submittedOn === null ? BLANK_DAY : eraDate(submittedOn),
    month: eraMonth(given.month),
    section: person?.section ?? given.section,
    head: given.head?.name ?? '',
    staff: person?.staff ?? '',
    post: person?.post ?? '',
    name: person?.name ?? '',
    total: hours(month?.total ?? null),
    ordinary: month === null ? '' : hours(ordinaryOf(month)),
    exceptional: hours(month?.exceptional ?? null),
    year: person === undefined ? '' : hours(cumulative(given, person)),
    times: person === undefined ? '' : String(monthsOver45(given, person)),
    months:
      person === undefined
        ? []
        : yearOf(person).map((each) => ({ month: monthName(each.month), hours: hours(each.total) })),
    work: of('record.work'),
    cause: of('record.cause'),
    interviewedOn: eraDayOr(of('interview.on')),
    manager: of('interview.manager'),
    person: of('interview.person'),
    office: [of('interview.officeOne'), of('interview.officeTwo')],
    agreed: of('interview.agreed'),
  };
}
