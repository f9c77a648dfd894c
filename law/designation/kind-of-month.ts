import { inForce } from '../decision/dated.ts';
import type { Decision, Step } from '../decision/decision.ts';
import { isFirstDayOfYear } from '../overtime/known-months.ts';
import type { DepartmentKind, DepartmentTransfer } from '../overtime/types.ts';
import { type EpochDay, formatLocalDate } from '../time/civil.ts';
import { firstDayOf, type MonthIndex } from '../time/months.ts';
import * as cites from './citations.ts';
import { ImpossibleDesignation } from './designation.ts';
import { type DesignationRules, modelDesignation } from './rules.ts';
import type { DesignationStepName } from './step-names.ts';

/** Days from–until (`until` exclusive). */
export type Days = { readonly from: EpochDay; readonly until: EpochDay };
/** A main post, with the tasks that are the person's in it. */
export type PostDays = Days & { readonly department: string; readonly tasks: readonly string[] };
/** A designation in force: the code of a department, or of a task, after the scope of the rules. */
export type InForce = Days & { readonly unit: string };

export type KindOfMonth = {
  readonly month: MonthIndex;
  readonly kind: DepartmentKind;
  /** Days of the month spent in each kind. */
  readonly days: { readonly selfDirected: number; readonly externallyDriven: number };
  /** Changes of kind in the month, as `tokimori judge` takes them; also those that a changed designation brings. */
  readonly transfers: readonly DepartmentTransfer[];
};

/** A month, its posts and designations, and the start month of the year. */
export type KindQuestion = {
  readonly month: MonthIndex;
  readonly posts: readonly PostDays[];
  readonly designations: readonly InForce[];
  /** 1–12. */
  readonly yearStartMonth: number;
};

const on = (days: Days, day: EpochDay): boolean => days.from <= day && day < days.until;

/** The kind of a day; undefined without a post. @throws ImpossibleDesignation when two main posts share the day */
function kindOfDay({ posts, designations }: KindQuestion, day: EpochDay, { scope }: DesignationRules) {
  const held = posts.filter((post) => on(post, day));
  if (held.length > 1) throw new ImpossibleDesignation(`two posts on ${formatLocalDate(day)}`);
  const [post] = held;
  if (post === undefined) return undefined;
  const units = scope === 'department' ? [post.department] : post.tasks;
  const driven = designations.some((each) => on(each, day) && units.includes(each.unit));
  return driven ? 'externallyDriven' : 'selfDirected';
}

type DayKind = { readonly day: EpochDay; readonly kind: DepartmentKind };

function kindsOfDays(question: KindQuestion, rules: DesignationRules): readonly DayKind[] {
  const days: DayKind[] = [];
  // The day before says whether the month's first day brings a change.
  for (let day = firstDayOf(question.month) - 1; day < firstDayOf(question.month + 1); day += 1) {
    const kind = kindOfDay(question, day, rules);
    if (kind !== undefined) days.push({ day, kind });
  }
  return days;
}

function changesIn(days: readonly DayKind[]): readonly DepartmentTransfer[] {
  return days.flatMap(({ day, kind }, at) => {
    const before = days[at - 1];
    return before === undefined || before.kind === kind ? [] : [{ on: day, from: before.kind, to: kind }];
  });
}

/**
 * The kind of a person's month from designations and posts, and its changes of kind. A changed designation is as good as a
 * transfer (東近江市訓令第5号). A month with a change counts as externally driven in both directions, save on the first day of the
 * year, which only says where one stands.
 * @throws ImpossibleDesignation when posts share a day or none has a day of the month
 * @throws NotInForce before 2019-04
 */
export function kindOfMonth(
  question: KindQuestion,
  rules: DesignationRules = modelDesignation,
): Decision<KindOfMonth, DesignationStepName> {
  const { month, yearStartMonth } = question;
  const first = firstDayOf(month);
  inForce(cites.designationsSince, formatLocalDate(first));
  const all = kindsOfDays(question, rules);
  const days = all.filter(({ day }) => day >= first);
  const last = days.at(-1);
  if (last === undefined) throw new ImpossibleDesignation('no post in the month');
  const transfers = changesIn(all);
  const externallyDriven = days.filter(({ kind }) => kind === 'externallyDriven').length;
  const counting = transfers.filter((transfer) => !isFirstDayOfYear(transfer.on, yearStartMonth));
  const changes = counting.length > 0;
  const kind = changes && rules.changingMonth === 'externallyDriven' ? 'externallyDriven' : last.kind;
  const steps: Step<DesignationStepName>[] = transfers
    .filter((transfer) => !counting.includes(transfer))
    .map((transfer) => ({
      says: 'firstDayConfirms',
      figures: {},
      words: { on: formatLocalDate(transfer.on), kind: transfer.to },
      citation: cites.monthOfEntry,
    }));
  const leaving = counting.some(({ to }) => to === 'selfDirected');
  steps.push(
    changes
      ? {
          says: 'monthChanges',
          figures: { month, days: externallyDriven },
          words: { kind },
          citation: leaving ? cites.monthOfChange : cites.monthOfEntry,
        }
      : { says: 'monthWhole', figures: { month }, words: { kind }, citation: cites.designatedDepartment },
  );
  return {
    outcome: { month, kind, days: { selfDirected: days.length - externallyDriven, externallyDriven }, transfers },
    steps,
  };
}
