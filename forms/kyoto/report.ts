import { formatDuration, parseDuration } from '@tokimori/law/time/minutes';
import { eraDate, eraMonth } from '@tokimori/wording/format';
import { type FormDefinition, type Part, type PrintedSheet, textOf } from '../sheet/definition.ts';
import { expectedYear, minutesOf, subjectOf } from '../sheet/figures.ts';
import { cumulative, type Filled, type Given, type GivenPerson, monthOf } from '../sheet/given.ts';
import { type NoticeContent, noticedHours, noticedTasks, noticedText, taskOf } from '../sheet/notice.ts';
import { BLANK_DAY, hours, hoursInWords, typedHoursInWords, upTo } from '../sheet/words.ts';

/** Beyond 720 hours in the year ⑤ is asked for and the 人事部長 permits. */
const YEAR = 720 * 60;
const beyondYear = { key: 'outlook.year', above: YEAR } as const;
const PERMISSION = '人事部長';
const EXCEPTIONAL = 'outlook.exceptional';

const text = (id: string, label: string, start = '') =>
  ({ id, label, kind: 'text', max: MAX, required: true, start }) as const;

const MAX = 400;

/** What the register of prior notices tells goes first, then the works of the month. */
function reportPart(given: Given, person: GivenPerson | undefined): Part {
  const exceptional = person?.works.filter((work) => work.exceptional) ?? [];
  const works = exceptional.map(({ work }) => work).join('\n');
  return {
    id: 'report',
    title: '事前の報告',
    fields: [
      text('work', '①特例業務の業務内容', noticedTasks(given, MAX) || upTo(MAX, works)),
      text('arrangement', '②業務分担や人員配置等の事前調整の内容', noticedText(given, 'staffing', MAX)),
      text('cause', '③特例業務を回避できない要因', noticedText(given, 'unavoidable', MAX)),
      text('measures', '③今後必要な対策', noticedText(given, 'reduction', MAX)),
    ],
  };
}

function outlookPart(given: Given, person: GivenPerson | undefined): Part {
  const expected = person === undefined ? 0 : expectedYear(given, person);
  return {
    id: 'outlook',
    title: '④今後の時間外勤務の見込み',
    fields: [
      {
        id: 'month',
        label: '当月の見込み',
        kind: 'hours',
        required: true,
        start: person?.forecast == null ? '' : formatDuration(person.forecast),
      },
      {
        id: 'exceptional',
        label: '当月の見込みのうち特例業務',
        hint: 'この時間が、特例業務の届出の見込みになります。',
        kind: 'hours',
        required: true,
        start: noticedHours(given, given.month),
      },
      {
        id: 'year',
        label: '年度末までの見込み',
        hint: '当月の後の月も含めた年度の合計を入力します。720時間を超えるときは、⑤と人事部長の許可が要ります。',
        kind: 'hours',
        required: true,
        // Only where the records alone pass it already: the months to come are the head's to judge.
        start: expected > YEAR ? formatDuration(expected) : '',
      },
      { id: 'text', label: '見込みの内容', kind: 'text', max: 200, required: false },
    ],
  };
}

const flowPart: Part = {
  id: 'flow',
  title: '⑤業務フローの点検等',
  about: '年720時間を超えて命じるときに入力します。',
  fields: [
    {
      id: 'review',
      label: '⑤業務フローの点検及びBPRの実施やRPAの導入等の検討状況',
      kind: 'text',
      max: MAX,
      required: false,
      requiredWhen: beyondYear,
    },
  ],
};

const parts = (given: Given): readonly Part[] => {
  const person = subjectOf(given);
  return [reportPart(given, person), outlookPart(given, person), flowPart];
};

/** ① to ④ as the notice of the register. */
function noticeOf(given: Given, filled: Filled): NoticeContent {
  const of = (key: string) => textOf(parts(given), filled, key);
  const minutes = parseDuration(of(EXCEPTIONAL));
  return {
    task: taskOf(of('report.work')),
    expected: minutes === undefined ? [] : [{ month: given.month, minutes }],
    hoursAt: EXCEPTIONAL,
    staffing: of('report.arrangement'),
    unavoidable: of('report.cause'),
    reduction: of('report.measures'),
  };
}

/** 京都市 事前報告: before 特例業務 is ordered beyond the upper bounds, to the 人事部; beyond 720 hours in the year with the permission of its head. */
export const kyotoReport: FormDefinition = {
  key: 'kyoto-report',
  title: '特例業務に係る事前報告書',
  municipality: '京都市',
  source: '総務省通知(令和5年12月25日)別添2 京都市「業務フロー点検やICT化検討を含めた検証の実施」',
  per: 'person',
  ahead: 3,
  by: ['manager'],
  concerns: (given, person) => (monthOf(given, person).exceptional ?? 0) > 0 || expectedYear(given, person) > YEAR,
  route: [
    { role: 'hr', label: '人事部' },
    { role: 'hrDirector', label: PERMISSION, onlyWhen: beyondYear },
  ],
  shown: (given) => [
    {
      title: '特例業務を命じる職員',
      columns: ['氏名', '所属', '当月', 'うち特例業務', '年度の累計', '月末の見込みを含む年度の累計'],
      rows: given.people.map((person) => [
        person.name,
        person.section,
        hours(monthOf(given, person).total),
        hours(monthOf(given, person).exceptional),
        hours(cumulative(given, person)),
        hours(expectedYear(given, person)),
      ]),
    },
  ],
  parts,
  least: (given) => {
    const person = subjectOf(given);
    if (person === undefined) return [];
    return [
      { key: 'outlook.month', minutes: minutesOf(given, person), what: '当月のこれまでの時間外勤務' },
      { key: 'outlook.year', minutes: cumulative(given, person), what: '当月までの年度の累計' },
    ];
  },
  notice: noticeOf,
  template: 'kyoto/report.typ',
  printed,
};

function printed({ given, filled, submittedOn, seals }: PrintedSheet): object {
  const person = subjectOf(given);
  const of = (key: string) => textOf(parts(given), filled, key);
  const beyond = (parseDuration(of('outlook.year')) ?? 0) > YEAR;
  return {
    seals: seals.filter(({ label }) => beyond || label !== PERMISSION).toReversed(),
    on: submittedOn === null ? BLANK_DAY : eraDate(submittedOn),
    month: eraMonth(given.month),
    section: person?.section ?? given.section,
    head: given.head?.name ?? '',
    staff: person?.staff ?? '',
    post: person?.post ?? '',
    name: person?.name ?? '',
    soFar: hoursInWords(person === undefined ? null : monthOf(given, person).total),
    year: hoursInWords(person === undefined ? null : cumulative(given, person)),
    work: of('report.work'),
    arrangement: of('report.arrangement'),
    cause: of('report.cause'),
    measures: of('report.measures'),
    expectedMonth: typedHoursInWords(of('outlook.month')),
    expectedExceptional: typedHoursInWords(of(EXCEPTIONAL)),
    expectedYear: typedHoursInWords(of('outlook.year')),
    outlook: of('outlook.text'),
    beyond,
    review: of('flow.review'),
  };
}
