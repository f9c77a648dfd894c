import type { Decision, Step } from '../../decision/decision.ts';
import { clippedCitations as cited } from '../citations.ts';
import { type ClippedRules, modelRecordKeeping } from '../rules.ts';
import { unitOf } from './bands.ts';
import { belowLimits } from './below-limits.ts';
import { WATCH_BEGINS } from './limits.ts';
import { repeatedTotals } from './repeated.ts';
import type { ClippedReport, ClippedStepName, DeclaredMonth, LimitCount, RepeatCount } from './types.ts';

/**
 * 上限に合わせた申告の検知 (把握ガイドライン 4(3)オ): whether declarations are habitually cut off below a limit while people stay
 * on. Only months in which presence went on beyond what was declared take part, so that whoever goes home at the limit is
 * never counted. The chance of any false alarm of a level is at most `alphaPerTenThousand`, whatever the number of people.
 */

/** What cannot be: a month of a person twice, a month before the caps, no length, rules without sense. */
export type DeclarationDefect = 'monthTwice' | 'notInForce' | 'notALength' | 'rules';

export class ImpossibleDeclarations extends Error {
  override readonly name = 'ImpossibleDeclarations';
  readonly defect: DeclarationDefect;
  /** Position of the month among those given; -1 for the rules. */
  readonly at: number;

  constructor(defect: DeclarationDefect, at: number) {
    super(`${defect}: ${at}`);
    this.defect = defect;
    this.at = at;
  }
}

function check(months: readonly DeclaredMonth[]): void {
  const seen = new Set<string>();
  for (const [at, { person, month, declared, undeclared }] of months.entries()) {
    const key = `${person} ${month}`;
    if (seen.has(key)) throw new ImpossibleDeclarations('monthTwice', at);
    seen.add(key);
    if (month < WATCH_BEGINS) throw new ImpossibleDeclarations('notInForce', at);
    const whole = [declared, undeclared ?? 0].every((minutes) => Number.isSafeInteger(minutes) && minutes >= 0);
    if (!whole) throw new ImpossibleDeclarations('notALength', at);
  }
}

function checkRules({ within, band, roundTo, repeatGrid, spread, alphaPerTenThousand, ownLimits }: ClippedRules): void {
  const sound =
    within >= 0 &&
    band > within &&
    roundTo > 0 &&
    repeatGrid > 0 &&
    spread > roundTo &&
    spread % roundTo === 0 &&
    alphaPerTenThousand > 0 &&
    alphaPerTenThousand <= 10_000 &&
    ownLimits.every((most) => most > band);
  if (!sound) throw new ImpossibleDeclarations('rules', -1);
}

type Steps = Step<ClippedStepName>[];

function sayLimit(steps: Steps, count: LimitCount, people: number, rules: ClippedRules): void {
  const { level, who, limit, most, n, observed, expectedTenths, oneIn, verdict } = count;
  const words = { who: who ?? '', level, limit };
  const citation = cited.pattern;
  if (verdict === 'notJudged') {
    const [needed, neededPeople] =
      level === 'person' ? [rules.personMonths, 1] : [rules.groupMonths, rules.groupPeople];
    steps.push({ says: 'belowLimitNotJudged', figures: { n, needed, people, neededPeople, most }, words, citation });
    return;
  }
  const figures = { n, observed, expectedTenths, oneIn, most, within: rules.within, band: rules.band };
  const says = verdict === 'conspicuous' ? 'belowLimitConspicuous' : 'belowLimitOrdinary';
  steps.push({ says, figures, words, citation });
}

function sayRepeated(
  steps: Steps,
  { person, total, n, observed, oneIn, verdict }: RepeatCount,
  rules: ClippedRules,
): void {
  const words = { who: person };
  const citation = cited.pattern;
  if (verdict === 'notJudged') {
    steps.push({ says: 'repeatedNotJudged', figures: { n, needed: rules.repeatMonths, total }, words, citation });
    return;
  }
  const says = verdict === 'conspicuous' ? 'repeatedConspicuous' : 'repeatedOrdinary';
  steps.push({ says, figures: { n, observed, oneIn, total }, words, citation });
}

/**
 * Looks for declarations cut off below a limit, by person and by group, and for round totals declared again and again.
 * Months in any order.
 * @throws ImpossibleDeclarations
 */
export function judgeClipped(
  months: readonly DeclaredMonth[],
  rules: ClippedRules = modelRecordKeeping.clipped,
): Decision<ClippedReport, ClippedStepName> {
  check(months);
  checkRules(rules);
  const steps: Steps = [];
  const ordered = months.toSorted((a, b) => a.month - b.month || (a.person < b.person ? -1 : 1));
  const present = ordered.filter(({ undeclared }) => undeclared !== null && undeclared > rules.undeclared);
  const withoutRecord = ordered.filter(({ undeclared }) => undeclared === null).length;
  const unit = unitOf(ordered.filter(({ declared }) => declared > 0).map(({ declared }) => declared));
  const figures = { months: months.length, withPresence: present.length, withoutRecord };
  steps.push({ says: 'declaredMonths', figures: { ...figures, undeclared: rules.undeclared } });
  steps.push({ says: 'declarationUnit', figures: { unit } });
  const people = belowLimits('person', present, unit, rules);
  const groups = belowLimits('group', present, unit, rules);
  const repeated = repeatedTotals(present, unit, rules);
  const comparisons = { person: people.judged, group: groups.judged, repeated: repeated.judged };
  steps.push({ says: 'comparisonsMade', figures: { ...comparisons, alpha: rules.alphaPerTenThousand } });
  const limits = [...groups.counts, ...people.counts];
  for (const count of limits) sayLimit(steps, count, new Set(count.months.map(({ person }) => person)).size, rules);
  for (const count of repeated.counts) sayRepeated(steps, count, rules);
  if (limits.length + repeated.counts.length === 0) {
    steps.push({ says: 'nothingBelowLimits', figures: {}, citation: cited.habit });
  }
  steps.push({ says: 'claimsStand', figures: {}, citation: cited.habit });
  return { outcome: { limits, repeated: repeated.counts, ...figures, unit, comparisons }, steps };
}
