import type { DigitalEffect } from '@tokimori/contract/registers/entries';
import type { Minutes } from '@tokimori/law/time/minutes';

/** Hours of a task in a year before and after. Minutes; `robot` = hours the tool runs, null when nobody measured them. */
export type Hours = { readonly before: Minutes; readonly robot: Minutes | null; readonly human: Minutes };
export type Effect = {
  /** Minutes a year that people no longer work; negative when they work more. */
  readonly reduction: Minutes;
  /** 人作業削減率: (before − human) / before, in tenths of a per cent, half up; null where nothing was worked before. */
  readonly rate: number | null;
};

/**
 * The reduction of 人作業 as 京都市 prints it (総行公第139号 令和5年12月25日 別紙). The hours of the robot do not count: nobody works them.
 */
export function effectOf({ before, human }: Pick<Hours, 'before' | 'human'>): Effect {
  const reduction = before - human;
  return { reduction, rate: before === 0 ? null : Math.floor((reduction * 2_000 + before) / (2 * before)) };
}

type Placed = Pick<DigitalEffect, 'tool' | 'before' | 'robot' | 'human' | 'since' | 'until'>;
export type YearOfEffects = Hours &
  Effect & {
    readonly fiscalYear: number;
    /** Tools taken into use in the year, and tools in use on any day of it. */
    readonly introduced: number;
    readonly inUse: number;
    readonly robot: Minutes;
  };

/** First and last day of a fiscal year, `YYYY-MM-DD`. */
export type YearSpan = { readonly fiscalYear: number; readonly from: string; readonly through: string };

const isUsed = ({ since, until }: Placed, { from, through }: YearSpan): boolean =>
  since <= through && (until === null || until >= from);

/** A year's tools and their hours, each at its rate of a whole year, as 高知県 counts (90 tasks, 5,208 hours a year). */
export function yearOfEffects(effects: readonly Placed[], year: YearSpan): YearOfEffects {
  const used = effects.filter((effect) => isUsed(effect, year));
  const sum = (pick: (effect: Placed) => number): number => used.reduce((total, effect) => total + pick(effect), 0);
  const [before, human] = [sum((effect) => effect.before), sum((effect) => effect.human)];
  return {
    fiscalYear: year.fiscalYear,
    introduced: used.filter(({ since }) => since >= year.from).length,
    inUse: used.length,
    before,
    robot: sum((effect) => effect.robot ?? 0),
    human,
    ...effectOf({ before, human }),
  };
}

/** Tools in use in a year by kind, in the order given. Kinds without any are left out. */
export function byTool<Tool extends string>(
  tools: readonly Tool[],
  effects: readonly (Omit<Placed, 'tool'> & { readonly tool: Tool })[],
): { readonly tool: Tool; readonly inUse: number; readonly reduction: Minutes }[] {
  return tools.flatMap((tool) => {
    const own = effects.filter((effect) => effect.tool === tool);
    const reduction = own.reduce((total, effect) => total + effectOf(effect).reduction, 0);
    return own.length === 0 ? [] : [{ tool, inUse: own.length, reduction }];
  });
}

/** Overtime of a section in a month. Minutes. */
export type SectionMonth = { readonly overtime: Minutes; readonly headcount: number };
type Side = { readonly overtime: Minutes; readonly perHead: Minutes };
export type Measured = { readonly months: number; readonly before: Side; readonly after: Side };

const COMPARED = 12;

/**
 * The overtime of a section after a tool came into use against the same months of the year before: at most the first twelve whole
 * months, like with like, because overtime has its seasons. Months of which either side is unknown are left out.
 * @param first the first whole month of use; `month` and `first` count months as `MonthIndex` does
 * @returns null when no month can be compared yet
 */
export function measuredEffect(first: number, last: number, known: ReadonlyMap<number, SectionMonth>): Measured | null {
  const pairs = Array.from({ length: Math.max(0, Math.min(COMPARED, last - first + 1)) }, (_, i) => first + i).flatMap(
    (month) => {
      const [after, before] = [known.get(month), known.get(month - 12)];
      return after === undefined || before === undefined ? [] : [{ after, before }];
    },
  );
  if (pairs.length === 0) return null;
  const side = (pick: (pair: (typeof pairs)[number]) => SectionMonth): Side => {
    const overtime = pairs.reduce((total, pair) => total + pick(pair).overtime, 0);
    const heads = pairs.reduce((total, pair) => total + pick(pair).headcount, 0);
    return { overtime, perHead: heads === 0 ? 0 : Math.round(overtime / heads) };
  };
  return { months: pairs.length, before: side((pair) => pair.before), after: side((pair) => pair.after) };
}
