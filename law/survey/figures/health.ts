import { checkCount, checkPart } from '../defects.ts';
import { absent, checkHundred, counted, published, share } from '../measured.ts';
import type { Figures } from '../table.ts';

/** Person-months that met the organisation's own requirement, and those of them that a doctor interviewed. */
export type InterviewCounts = { readonly due: number; readonly held: number };

/** ST-6. @throws ImpossibleSurvey */
export function interviewFigures({ due, held }: InterviewCounts, place: string): Figures {
  return {
    due: counted(due, `${place}.due`),
    held: counted(held, `${place}.held`),
    heldShare: share(held, due, `${place}.held`),
  };
}

/** Why interviews were not held: one reason each; the rest of the missing is その他. */
export type ReasonCounts = {
  readonly foundUnneeded: number;
  readonly declined: number;
  readonly tooBusy: number;
};

/** ST-7: shares of 該当 − 実施. ①+②+③+④ is the whole. @throws ImpossibleSurvey */
export function reasonFigures({ due, held }: InterviewCounts, given: ReasonCounts, place: string): Figures {
  const missing = checkCount(due, `${place}.due`) - checkPart(held, due, `${place}.held`);
  const { foundUnneeded, declined, tooBusy } = given;
  const reasons = { foundUnneeded, declined, tooBusy };
  for (const [reason, count] of Object.entries(reasons)) checkCount(count, `${place}.${reason}`);
  const other = missing - checkPart(foundUnneeded + declined + tooBusy, missing, place);
  const figures: Record<string, Figures[string]> = { missing: counted(missing, place) };
  for (const [reason, count] of Object.entries({ ...reasons, other })) {
    figures[reason] = counted(count, place);
    figures[`${reason}Share`] = share(count, missing, place);
  }
  return figures;
}

/** 在籍職員数 and, of them, メンタルヘルス不調による休務者 (also carried over, also those who left). */
export type AbsenceCounts = { readonly enrolled: number; readonly absent: number };

/** ST-8. @throws ImpossibleSurvey */
export function absenceFigures({ enrolled, absent: people }: AbsenceCounts, place: string): Figures {
  return {
    enrolled: counted(enrolled, `${place}.enrolled`),
    absent: counted(people, `${place}.absent`),
    absentShare: share(people, enrolled, `${place}.absent`),
  };
}

/** 部局 by the state of their guidance rules, or the shares that were published of them (tenths of a percent). */
export type ArrangementStates =
  | { readonly arranged: number; readonly withinYear: number; readonly undecided: number }
  | {
      readonly publishedShares: { readonly arranged: number; readonly withinYear: number; readonly undecided: number };
    };

export type ArrangementCounts = {
  readonly bureaus: ArrangementStates;
  /** 参考1: organisations, and those with a 部局 that has no rules yet; absent where it was not asked. */
  readonly bodies?: number;
  readonly without?: number;
};

function stateShares(bureaus: ArrangementStates, place: string): Figures {
  if ('publishedShares' in bureaus) {
    const { arranged, withinYear, undecided } = bureaus.publishedShares;
    checkHundred([arranged, withinYear, undecided], `${place}.publishedShares`);
    return {
      arrangedShare: published(arranged),
      withinYearShare: published(withinYear),
      undecidedShare: published(undecided),
    };
  }
  const { arranged, withinYear, undecided } = bureaus;
  const all = [arranged, withinYear, undecided].reduce((sum, each) => sum + checkCount(each, place), 0);
  return {
    arrangedShare: share(arranged, all, place),
    withinYearShare: share(withinYear, all, place),
    undecidedShare: share(undecided, all, place),
  };
}

/** ST-5: states are shares of 部局, 参考1 of organisations. @throws ImpossibleSurvey */
export function arrangementFigures({ bureaus, bodies, without }: ArrangementCounts, place: string): Figures {
  const shares = stateShares(bureaus, `${place}.bureaus`);
  if (bodies === undefined || without === undefined) return { ...shares, without: absent, withoutShare: absent };
  return {
    ...shares,
    without: counted(without, `${place}.without`),
    withoutShare: share(without, bodies, `${place}.without`),
  };
}

/** The stress check of a year. Persons and workplaces each narrow from step to step. */
export type StressCounts = {
  readonly enrolled: number;
  readonly eligible: number;
  readonly taken: number;
  readonly highStress: number;
  readonly requested: number;
  readonly interviewed: number;
  readonly workplaces: number;
  readonly heldAt: number;
  readonly analysedAt: number;
  readonly usedAt: number;
};

export const stressKeys = [
  'enrolled',
  'eligible',
  'taken',
  'highStress',
  'requested',
  'interviewed',
  'workplaces',
  'heldAt',
  'analysedAt',
  'usedAt',
] as const satisfies readonly (keyof StressCounts)[];

/** Sums the counts of 部局. */
export function sumStress(all: readonly StressCounts[]): StressCounts {
  const sum = (key: keyof StressCounts) => all.reduce((total, each) => total + each[key], 0);
  return {
    enrolled: sum('enrolled'),
    eligible: sum('eligible'),
    taken: sum('taken'),
    highStress: sum('highStress'),
    requested: sum('requested'),
    interviewed: sum('interviewed'),
    workplaces: sum('workplaces'),
    heldAt: sum('heldAt'),
    analysedAt: sum('analysedAt'),
    usedAt: sum('usedAt'),
  };
}

/** The sheet of the stress check: each share is of the step before. @throws ImpossibleSurvey */
export function stressFigures(counts: StressCounts, place: string): Figures {
  const figures: Record<string, Figures[string]> = {};
  stressKeys.forEach((key, position) => {
    figures[key] = counted(counts[key], `${place}.${key}`);
    const before = stressKeys[position - 1];
    if (before === undefined || key === 'workplaces') return;
    figures[`${key}Share`] = share(counts[key], counts[before], `${place}.${key}`);
  });
  return figures;
}
