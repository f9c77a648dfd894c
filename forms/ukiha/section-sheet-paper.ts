import type { SectionSheet } from '@tokimori/contract/registers/sheets';
import { count, eraMonth, fiscalYearName, monthName } from '@tokimori/wording/format';
import { chartOf } from '../paper/chart.ts';
import type { UndatedPaper } from '../paper/typesetter.ts';
import { hours } from '../sheet/words.ts';
import { BASE } from './section-sheet.ts';
import { markWords } from './section-sheet-layout.ts';

type Person = SectionSheet['people'][number];

/** Both rows of a person: 通常 with the marks, 特例 below. A month above 45 hours in all is marked. */
function personOf(person: Person) {
  const beyond = person.ordinary.map((ordinary, at) => (ordinary ?? 0) + (person.exceptional[at] ?? 0) > BASE);
  return {
    rank: person.rank,
    staff: person.staff,
    name: person.name,
    ordinary: person.ordinary.map(hours),
    exceptional: person.exceptional.map((minutes) => (minutes === 0 ? '' : hours(minutes))),
    beyond,
    total: person.total,
    totalExceptional: person.totalExceptional,
    ordinarySum: hours(person.total - person.totalExceptional),
    exceptionalSum: hours(person.totalExceptional),
    sum: hours(person.total),
    over45: person.over45 === 0 ? '' : `${person.over45}回`,
    marks: person.marks.map(markWords).join('、'),
  };
}

/** うきは市 時間外勤務マネジメントシート of a section: 通常 and 特例 by month, a head against last year, people side by side. */
export function sectionSheetOnPaper(municipality: string, view: SectionSheet): UndatedPaper {
  const months = view.months.map(monthName);
  const [year, before] = [fiscalYearName(view.fiscalYear), fiscalYearName(view.fiscalYear - 1)];
  const row = (name: string, pick: (total: SectionSheet['totals'][number]) => string) => ({
    name,
    cells: view.totals.map(pick),
  });
  return {
    template: 'ukiha/section-sheet.typ',
    data: {
      municipality,
      sheets: [
        {
          section: view.path,
          year,
          month: `${eraMonth(view.month)}${view.settled ? '' : '(途中)'}`,
          own: view.shows === 'own',
          months,
          totals: [
            row('通常', ({ ordinary }) => hours(ordinary)),
            row('特例', ({ exceptional }) => hours(exceptional)),
            row('1人当たり', ({ perHead }) => hours(perHead)),
            row('前年同月の1人当たり', ({ lastYearPerHead }) => hours(lastYearPerHead)),
            row('人数', ({ headcount }) => `${count(headcount)}人`),
          ],
          chart: chartOf(`1人当たりの時間外勤務。${year}と${before}を月ごとに比べる。`, months, [
            { name: year, values: view.totals.map(({ perHead }) => perHead) },
            { name: before, values: view.totals.map(({ lastYearPerHead }) => lastYearPerHead) },
          ]),
          people: view.people.map(personOf),
          most: Math.max(0, ...view.people.map(({ total }) => total)),
        },
      ],
    },
  };
}
