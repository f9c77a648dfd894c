import type { DigitalEffect, digitalEffects } from '@tokimori/contract/registers/entries';
import { digitalToolWords } from '@tokimori/contract/registers/words';
import type { Answer } from '@tokimori/contract/route';
import { known, percent } from '@tokimori/wording/figures';
import { count, eraDate, fiscalYearName, hm } from '@tokimori/wording/format';
import type { UndatedPaper } from '../paper/typesetter.ts';
import { effectOf } from './effects.ts';

type View = Pick<Answer<typeof digitalEffects>, 'year' | 'years' | 'byTool'>;
/** An entry in use in the year, without drafts. */
export type PrintedEffect = { readonly section: string; readonly content: DigitalEffect };

const yen = (value: number | null): string => (value === null ? '' : `${count(value)}円`);
/** 令和4年7月1日から; and until when, where it is used no more. */
const inUse = ({ since, until }: DigitalEffect): string =>
  until === null ? `${eraDate(since)}から` : `${eraDate(since)}から${eraDate(until)}まで`;
const costs = ({ initialCost, yearlyCost }: DigitalEffect): string =>
  [initialCost === null ? '' : `導入 ${yen(initialCost)}`, yearlyCost === null ? '' : `年間 ${yen(yearlyCost)}`]
    .filter(Boolean)
    .join('、');

function rowOf({ section, content }: PrintedEffect) {
  const { reduction, rate } = effectOf(content);
  return {
    tool: digitalToolWords[content.tool],
    name: content.name,
    work: content.work,
    section,
    use: inUse(content),
    costs: costs(content),
    note: content.note,
    before: hm(content.before),
    robot: known(content.robot),
    human: hm(content.human),
    reduction: hm(reduction),
    rate: percent(rate),
  };
}

const sumsOf = ({ before, robot, human, reduction, rate }: View['years'][number]) => ({
  before: hm(before),
  robot: hm(robot),
  human: hm(human),
  reduction: hm(reduction),
  rate: percent(rate),
});

/**
 * 高知県・京都市 デジタル化の効果 of a fiscal year: every task with its hours before and after, in the columns of 京都市's table, and the sums of three
 * years and by tool that 高知県 tells.
 */
export function effectsOnPaper(municipality: string, view: View, entries: readonly PrintedEffect[]): UndatedPaper {
  const own = view.years.find(({ fiscalYear }) => fiscalYear === view.year);
  return {
    template: 'kochi/effects.typ',
    data: {
      municipality,
      sheets: [
        {
          year: fiscalYearName(view.year),
          rows: entries.map(rowOf),
          total: own === undefined ? null : { count: `${count(own.inUse)}業務`, ...sumsOf(own) },
          years: view.years.map((year) => ({
            name: fiscalYearName(year.fiscalYear),
            introduced: `${count(year.introduced)}件`,
            inUse: `${count(year.inUse)}件`,
            ...sumsOf(year),
            minutes: Math.max(0, year.reduction),
          })),
          most: Math.max(0, ...view.years.map(({ reduction }) => reduction)),
          tools: view.byTool.map(({ tool, inUse: used, reduction }) => ({
            name: digitalToolWords[tool],
            inUse: `${count(used)}件`,
            reduction: hm(reduction),
          })),
        },
      ],
    },
  };
}
