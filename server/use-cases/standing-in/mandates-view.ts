import type { Answer, Input } from '@tokimori/contract/route';
import type { mandateCandidates as candidatesRoute, mandatesView as viewRoute } from '@tokimori/contract/standing-in';
import type { Person } from '@tokimori/contract/values';
import { formatLocalDate } from '@tokimori/law/time/civil';
import { ensure, is } from '../../access/policies.ts';
import { mayGiveMandate, mayViewMandates } from '../../access/policies-standing-in.ts';
import { decidingScopeOf } from '../../access/standing-in.ts';
import type { Actor, Context } from '../../context.ts';
import { formatInstant } from '../../runtime/clock.ts';
import { departmentNotFound } from '../departments.ts';
import { type DepartmentTree, readTree } from '../reading/department-tree.ts';
import { type Here, here } from '../reading/moment.ts';
import { personOf, personsOn } from '../reading/persons.ts';
import { membersOf } from '../reading/section-people.ts';
import { type Post, postsOf } from './final-approval.ts';
import { type AbsenceRow, absencesAfter, headsOf, type MandateRow, mandatesAfter, throughOf } from './mandate-rows.ts';
import { unattendedPosts } from './unattended.ts';

type View = Answer<typeof viewRoute>;

/** How long what ended is shown. Days. */
const SHOWN_DAYS = 60;
/** People named for one department. */
const MOST_PEOPLE = 300;

type Shown = {
  readonly at: Here;
  readonly tree: DepartmentTree;
  readonly persons: ReadonlyMap<string, Person>;
  readonly posts: ReadonlyMap<string, Post>;
};

function mandateView(row: MandateRow, { at, tree, persons, posts }: Shown): View['mandates'][number] {
  const post = posts.get(row.department);
  return {
    id: row.id,
    department: row.department,
    departmentPath: tree.path(row.department) || row.department,
    kind: row.kind,
    holder: personOf(persons, row.holder),
    from: row.effective_from,
    through: throughOf(row.effective_until),
    dailyLimit: row.daily_limit,
    reason: row.reason,
    givenBy: row.giver ?? row.given_by,
    givenAt: formatInstant(row.given_at),
    state: stateOf(row, at, row.kind === 'standIn' && post !== undefined && post.head !== null && !post.absent),
    endedBy: row.ender ?? row.ended_by,
    endReason: row.end_reason,
  };
}

/** @param waits a 代決 whose head is present */
function stateOf(
  { effective_from: from, effective_until: until }: Pick<MandateRow, 'effective_from' | 'effective_until'>,
  at: Here,
  waits: boolean,
): View['mandates'][number]['state'] {
  if (until <= at.dutyDate || until <= from) return 'over';
  if (from > at.dutyDate) return 'upcoming';
  return waits ? 'waits' : 'holds';
}

function absenceView(row: AbsenceRow, { at, persons }: Shown): View['absences'][number] {
  const state = stateOf(row, at, false);
  return {
    id: row.id,
    person: personOf(persons, row.staff),
    from: row.effective_from,
    through: throughOf(row.effective_until),
    reason: row.reason,
    recordedBy: row.recorder ?? row.recorded_by,
    state: state === 'waits' ? 'holds' : state,
  };
}

/** Mandates and absences of the departments one heads; all for 人事課, who are told of the posts where nobody is. */
export async function mandatesView(context: Context, actor: Actor): Promise<View> {
  ensure(mayViewMandates(actor));
  return context.store.tenant(actor.municipality, async (tx) => {
    const at = await here(context, tx);
    const [scope, tree] = await Promise.all([decidingScopeOf(tx, actor, at.dutyDate), readTree(tx, at.dutyDay)]);
    const all = is(actor, 'hr');
    const own = all ? null : [...scope.departments];
    const heads = await headsOf(tx, own, at.dutyDate);
    const [mandates, absences, unattended] = await Promise.all([
      mandatesAfter(tx, own, formatLocalDate(at.dutyDay - SHOWN_DAYS)),
      absencesAfter(tx, all ? null : heads, at.dutyDate),
      unattendedPosts(tx, at, tree, all ? null : scope.departments),
    ]);
    const people = [...heads, ...mandates.map(({ holder }) => holder), ...absences.map(({ staff }) => staff)];
    const [persons, posts] = await Promise.all([
      personsOn(tx, [...new Set(people)], at.dutyDate),
      postsOf(
        tx,
        mandates.map(({ department }) => department),
        at.dutyDate,
      ),
    ]);
    const shown = { at, tree, persons, posts };
    return {
      on: at.dutyDate,
      delegatedLimit: at.parameters.delegatedDailyLimit,
      departments: tree.nodes
        .filter(({ department }) => own === null || scope.departments.has(department))
        .map(({ department }) => ({ department, path: tree.path(department) })),
      heads: heads.map((staff) => personOf(persons, staff)),
      mandates: mandates.map((row) => mandateView(row, shown)),
      absences: absences.map((row) => absenceView(row, shown)),
      unattended,
    };
  });
}

/** Who may be named for a department: its own people, and whoever heads a department beside or above it. Heads first. */
export async function mandateCandidates(
  context: Context,
  actor: Actor,
  { department }: Input<typeof candidatesRoute>,
): Promise<Answer<typeof candidatesRoute>> {
  return context.store.tenant(actor.municipality, async (tx) => {
    const at = await here(context, tx);
    const [scope, tree] = await Promise.all([decidingScopeOf(tx, actor, at.dutyDate), readTree(tx, at.dutyDay)]);
    ensure(mayGiveMandate(actor, scope, department));
    if (tree.find(department) === undefined) departmentNotFound(department);
    const bureau = tree.bureau(department)?.department ?? department;
    const [members, beside, own] = await Promise.all([
      membersOf(tx, tree.below(department), at.dutyDate),
      headsOf(tx, tree.below(bureau), at.dutyDate),
      headsOf(tx, [department], at.dutyDate),
    ]);
    const heads = await personsOn(tx, beside, at.dutyDate);
    const people = new Map([...heads, ...members.map(({ person }) => [person.staff, person] as const)]);
    const named = [...people.values()].filter(({ staff }) => !own.includes(staff) && staff !== actor.staff);
    const first = (person: Person) => (person.managerial ? 0 : 1);
    return { people: named.sort((a, b) => first(a) - first(b)).slice(0, MOST_PEOPLE) };
  });
}
