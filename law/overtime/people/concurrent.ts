import type { MonthIndex } from '../../time/months.ts';
import { ImpossibleHistory } from '../known-months.ts';
import { modelOvertime, type OvertimeRules } from '../rules.ts';
import type { OvertimeMonth } from '../types.ts';

/** Adds the hours of another post; which kind the month has is the rules' matter. */
function add(main: OvertimeMonth, other: OvertimeMonth, rules: OvertimeRules): OvertimeMonth {
  const driven = rules.concurrentKind === 'anyPost' && other.department === 'externallyDriven';
  const disasterNeed = (main.disasterNeed ?? 0) + (other.disasterNeed ?? 0);
  return {
    ...main,
    department: driven ? 'externallyDriven' : main.department,
    overtime: main.overtime + other.overtime,
    exceptional: main.exceptional + other.exceptional,
    legalHolidayWork: main.legalHolidayWork + other.legalHolidayWork,
    ...(disasterNeed === 0 ? {} : { disasterNeed }),
  };
}

/**
 * The months of someone with 兼務: hours of all posts are summed for every cap (OT-05). A month that the main post does not
 * know stays unknown, whatever the other posts say. The order of posts has no meaning.
 * @throws ImpossibleHistory when a post has a month twice
 */
export function sumPosts(
  main: readonly OvertimeMonth[],
  others: readonly (readonly OvertimeMonth[])[],
  rules: OvertimeRules = modelOvertime,
): readonly OvertimeMonth[] {
  const byPost = others.map((months) => {
    const byMonth = new Map<MonthIndex, OvertimeMonth>(months.map((month) => [month.month, month]));
    if (byMonth.size < months.length) throw new ImpossibleHistory('a month twice in one post');
    return byMonth;
  });
  return main.map((month) =>
    byPost.reduce((sum, post) => {
      const other = post.get(month.month);
      return other === undefined ? sum : add(sum, other, rules);
    }, month),
  );
}
