import { measureItemWords, measureOutcomeWords, planStateWords } from '@tokimori/contract/plan-words';
import type { planView } from '@tokimori/contract/plans';
import type { Answer } from '@tokimori/contract/route';
import { dayOfMonth, dayOnly, eraDate, eraMonth, monthName } from '@tokimori/wording/format';
import type { UndatedPaper } from '../paper/typesetter.ts';
import type { Seal } from '../sheet/definition.ts';
import { sumOf } from '../sheet/figures.ts';
import { hours } from '../sheet/words.ts';

type View = Answer<typeof planView>;
type Measure = View['measures'][number];

const nameOf = ({ group, item }: Measure): string => `${group === '' ? '' : `${group} `}${measureItemWords[item]}`;

/** The lines that are shown: of a plan that is not begun, those prefilled are a beginning for its head alone. */
const linesOf = ({ state, may, lines }: View): View['lines'] => (state === null && !may.draft ? [] : lines);

/** 1日–4日; one day alone where the week has one. */
const weekName = ({ from, through }: View['weeks'][number]): string =>
  from === through ? dayOnly(from) : `${dayOnly(from)}–${dayOnly(through)}`;

/** A column for each week of the month, and in it what is planned for it; nothing for lines that are planned as a whole. */
const weekOf = (line: View['lines'][number], at: number): string => {
  const minutes = line.weeks?.[at] ?? 0;
  return minutes === 0 ? '' : hours(minutes);
};

function sumsOf({ sums, month, running }: View) {
  const before = month > running ? '今月の見込み' : '前の月';
  return [
    { name: '計画', hours: hours(sums.planned) },
    { name: '前年同月', hours: hours(sums.lastYear) },
    { name: before, hours: hours(sums.before) },
    {
      name: sums.through === null ? '実績' : `実績(${dayOfMonth(sums.through)}まで)`,
      hours: hours(sums.actual),
    },
  ];
}

const pastOf = (each: Measure) => ({
  name: nameOf(each),
  words: each.words,
  months: `${monthName(each.month)} → ${each.carriedIn === null ? '' : monthName(each.carriedIn)}`,
  outcome: each.outcome === null ? '' : measureOutcomeWords[each.outcome],
  note: each.outcomeNote,
  before: hours(each.before),
  after: hours(each.after),
  until: each.sameDays === null ? '' : `${dayOfMonth(each.sameDays)}まで`,
});

/**
 * 豊橋市 時間外勤務実施計画書 of a section for a month: who works how long overtime at what and why, with the measures of the last report.
 * The case book tells of it and shows no sample; the order of its parts is ours.
 * @param seals who agreed and received, by post
 */
export function planOnPaper(municipality: string, view: View, seals: readonly Seal[]): UndatedPaper {
  const lines = linesOf(view);
  // Without any line by week there is no column for weeks.
  const weeks = lines.length > 0 && lines.every((line) => line.weeks === null) ? [] : view.weeks;
  const [first] = view.measures;
  return {
    template: 'toyohashi/plan.typ',
    data: {
      municipality,
      sheets: [
        {
          month: eraMonth(view.month),
          section: view.path,
          state: planStateWords(view.state),
          dueOn: eraDate(view.dueOn),
          seals,
          sums: sumsOf(view),
          weeks: weeks.map(weekName),
          lines: lines.map((line) => ({
            name: line.name,
            work: line.work,
            reason: line.reason,
            weeks: weeks.map((_, at) => weekOf(line, at)),
            hours: hours(line.minutes),
          })),
          totals: weeks.map((_, at) => {
            const sum = sumOf(lines.map(({ weeks }) => weeks?.[at] ?? null)) ?? 0;
            return sum === 0 ? '' : hours(sum);
          }),
          total: hours(lines.reduce((sum, { minutes }) => sum + minutes, 0)),
          people: new Set(lines.map(({ staff }) => staff)).size,
          reported: first === undefined ? '' : monthName(first.month),
          measures: view.measures.map((each) => ({
            name: nameOf(each),
            feasible: each.feasible ? '実施可' : '実施不可',
            words: each.words,
          })),
          past: view.past.filter(({ feasible }) => feasible).map(pastOf),
          remarks: view.remarks,
        },
      ],
    },
  };
}
