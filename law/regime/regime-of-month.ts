import type { Decision, Step } from '../decision/decision.ts';
import { firstDayOf, type MonthIndex } from '../time/months.ts';
import { ImpossiblePost, regimeOn } from './regime.ts';
import { modelRegime, type RegimeRules } from './rules.ts';
import type { RegimeStepName } from './step-names.ts';
import type { HeldPost, RegimeName, RegimeOfMonth, RegimeSpan } from './types.ts';

/** The posts of the month's days, cut to it. @throws ImpossiblePost when two overlap or one has no day. */
function postsWithin(posts: readonly HeldPost[], month: MonthIndex): readonly HeldPost[] {
  const ordered = posts.toSorted((a, b) => a.from - b.from);
  for (const [at, post] of ordered.entries()) {
    if (post.until <= post.from) throw new ImpossiblePost('a post without a day');
    const next = ordered[at + 1];
    if (next !== undefined && next.from < post.until) throw new ImpossiblePost('two posts on one day');
  }
  const [first, end] = [firstDayOf(month), firstDayOf(month + 1)];
  return ordered
    .map((post) => ({ ...post, from: Math.max(post.from, first), until: Math.min(post.until, end) }))
    .filter((post) => post.from < post.until);
}

/** What of an answer makes a month mixed: the regime, or the scheme of its own. */
function nameOf({ answer }: RegimeSpan): RegimeName | 'separateScheme' {
  return answer.answered === 'regime' ? answer.regime : 'separateScheme';
}

/**
 * The regimes of a month, per span of days, for posts held one after another (main posts; 兼務 are asked one by one). Days
 * without a post are left out. A month of several regimes is `mixed`: its caps are judged under each, and a human decides.
 * The order of posts has no meaning.
 * @throws ImpossiblePost when posts overlap, one has no day, or none lies in the month
 */
export function regimeOfMonth(
  posts: readonly HeldPost[],
  month: MonthIndex,
  rules: RegimeRules = modelRegime,
): Decision<RegimeOfMonth, RegimeStepName> {
  const held = postsWithin(posts, month);
  if (held.length === 0) throw new ImpossiblePost('no post in the month');
  const steps: Step<RegimeStepName>[] = [];
  const spans = held.map(({ from, until, ...post }): RegimeSpan => {
    const decision = regimeOn(post, from, rules);
    steps.push(...decision.steps);
    return { from, until, post, answer: decision.outcome };
  });
  const names = [...new Set(spans.map(nameOf))];
  const listed = spans.filter((span) => nameOf(span) === 'article36').map(({ post }) => post.workplace);
  return {
    outcome: {
      spans,
      mixed: names.length > 1,
      severalAgreements: new Set(listed).size > 1,
      judgedUnder: names.filter((name) => name !== 'separateScheme'),
    },
    steps,
  };
}
