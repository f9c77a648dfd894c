import type { Answer, Input } from '@tokimori/contract/route';
import type { openApprovals as approvalsRoute, seeAfterwards as seeRoute } from '@tokimori/contract/standing-in';
import type { OvertimeView } from '@tokimori/contract/values';
import { appendDeed } from '../../access/journal.ts';
import { is } from '../../access/policies.ts';
import { maySeeAfterwards } from '../../access/policies-standing-in.ts';
import { type DecidingScope, decidingScopeOf } from '../../access/standing-in.ts';
import { finalDepartments } from '../../access/waiting-beside.ts';
import { waitingPeriod, waitingRequests } from '../../access/waiting-requests.ts';
import type { Actor, Context } from '../../context.ts';
import { formatInstant } from '../../runtime/clock.ts';
import type { Tx } from '../../store/tenant.ts';
import { actorName } from '../journal.ts';
import { readTree } from '../reading/department-tree.ts';
import { type Here, here } from '../reading/moment.ts';
import { overtimeView, readOvertimes, waitingOvertime } from '../reading/overtime-rows.ts';
import { personOf, personsOn } from '../reading/persons.ts';
import { readDecisions } from '../section-decisions.ts';
import { deciderAt, finalityOf, postsOf } from './final-approval.ts';
import { openObjections } from './objections.ts';
import { unattendedPosts } from './unattended.ts';

type Approvals = Answer<typeof approvalsRoute>;

/** Rows of the list of what is to be seen afterwards. */
const MOST_REVIEWS = 100;

function waitingFirst(tx: Tx, at: Here, departments: readonly string[]) {
  const { from, through } = waitingPeriod(at.dutyDay);
  return departments.length === 0 ? [] : waitingOvertime(tx, departments, from, through, 'firstApproved');
}

/** Overtime as it leaves, by id, each person as placed today. */
async function viewsOf(tx: Tx, at: Here, ids: readonly string[]): Promise<ReadonlyMap<string, OvertimeView>> {
  const rows = await readOvertimes(tx, ids);
  const persons = await personsOn(tx, [...new Set(rows.map(({ staff }) => staff))], at.dutyDate);
  return new Map(rows.map((row) => [row.id, overtimeView(row, personOf(persons, row.staff))]));
}

type ReviewRow = {
  id: string;
  about: 'standIn' | 'onBehalf' | 'emergency';
  deed: string;
  overtime: string;
  by: string;
  whose: string | null;
  decided_at: Date;
  note: string;
  department_name: string | null;
};

/** What was decided in the place of the head of some departments and not seen yet, oldest first. */
async function readReviews(tx: Tx, at: Here, departments: readonly string[]): Promise<Approvals['reviews']> {
  if (departments.length === 0) return [];
  const rows = await tx.query<ReviewRow>(
    `select v.id, v.about, v.deed, v.overtime, coalesce(p.name, v.decided_by) as by, f.name as whose, v.decided_at, v.note,
       d.name as department_name
     from tk.after_review v
     left join tk.staff p on p.municipality = $1 and p.staff = v.decided_by
     left join tk.staff f on f.municipality = $1 and f.staff = v.decided_for
     left join tk.department d on d.municipality = $1 and d.department = v.department
       and d.effective_from <= $3::date and (d.effective_until is null or d.effective_until > $3::date)
     where v.municipality = $1 and v.department = any($2) and v.seen_at is null
     order by v.decided_at, v.id limit ${MOST_REVIEWS}`,
    [tx.municipality, departments, at.dutyDate],
  );
  const views = await viewsOf(
    tx,
    at,
    rows.map(({ overtime }) => overtime),
  );
  return rows.flatMap(({ overtime, by, whose, decided_at: decidedAt, department_name: departmentName, ...row }) => {
    const view = views.get(overtime);
    if (view === undefined) return [];
    const shown = { by, for: whose, at: formatInstant(decidedAt), departmentName: departmentName ?? '' };
    return [{ ...row, ...shown, overtime: view }];
  });
}

/** What is approved in the departments of an actor and waits for the one above. */
async function waitingAbove(
  tx: Tx,
  at: Here,
  actor: Actor,
  scope: DecidingScope,
  mine: ReadonlySet<string>,
): Promise<Approvals['above']> {
  const departments = [...scope.departments, ...scope.standingIn.keys()].filter((each) => !mine.has(each));
  const rows = await waitingFirst(tx, at, departments);
  const finality = await finalityOf(tx, at, actor, scope, rows);
  const [posts, views] = await Promise.all([
    postsOf(
      tx,
      rows.map((row) => finality(row).top),
      at.dutyDate,
    ),
    viewsOf(
      tx,
      at,
      rows.map(({ id }) => id),
    ),
  ]);
  return rows.flatMap((row) => {
    const overtime = views.get(row.id);
    return overtime === undefined ? [] : [{ overtime, finalBy: deciderAt(posts.get(finality(row).top)) }];
  });
}

/** What waits for the caller: requests, orders that are final with them, those that wait above, 後閲, objections, and posts where nobody is. */
export async function openApprovals(context: Context, actor: Actor): Promise<Approvals> {
  return context.store.tenant(actor.municipality, async (tx) => {
    const at = await here(context, tx);
    const [scope, tree] = await Promise.all([decidingScopeOf(tx, actor, at.dutyDate), readTree(tx, at.dutyDay)]);
    const final = await finalDepartments(tx, actor, scope, at.dutyDate);
    const rows = (await waitingFirst(tx, at, final)).filter(
      (row) => row.staff !== actor.staff && row.first_by !== actor.staff,
    );
    const headed = is(actor, 'manager') ? [...scope.headed] : [];
    const own = is(actor, 'manager') ? scope.departments : new Set<string>();
    const requested = await readOvertimes(tx, await waitingRequests(tx, actor, scope, at.dutyDay));
    const [requests, finals, above, reviews, objections, unattended] = await Promise.all([
      readDecisions(context, tx, at, { actor, scope }, requested),
      readDecisions(context, tx, at, { actor, scope }, rows),
      waitingAbove(tx, at, actor, scope, new Set(final)),
      readReviews(tx, at, headed),
      openObjections(tx, at, actor, [...own]),
      unattendedPosts(tx, at, tree, is(actor, 'hr') ? null : own),
    ]);
    return { requests, finals, above, reviews, objections, unattended };
  });
}

/** 後閲: the head has seen decisions. Those that are not theirs, or were seen before, are left as they are. */
export async function seeAfterwards(
  context: Context,
  actor: Actor,
  { ids }: Input<typeof seeRoute>,
): Promise<Answer<typeof seeRoute>> {
  return context.store.tenant(actor.municipality, async (tx) => {
    const at = await here(context, tx);
    const [rows, scope] = await Promise.all([
      tx.query<{ id: string; department: string; overtime: string; decided_by: string }>(
        `select v.id, v.department, v.overtime, v.decided_by from tk.after_review v
         where v.municipality = $1 and v.id = any($2::uuid[]) and v.seen_at is null order by v.id for update`,
        [tx.municipality, ids],
      ),
      decidingScopeOf(tx, actor, at.dutyDate),
    ]);
    const mine = rows.filter(({ department }) => maySeeAfterwards(actor, scope, department));
    await tx.query(
      `update tk.after_review as v set seen_by = $3, seen_at = $4 where v.municipality = $1 and v.id = any($2::uuid[])`,
      [tx.municipality, mine.map(({ id }) => id), actorName(actor), at.now],
    );
    for (const { id, overtime, decided_by: decidedBy } of mine) {
      const data = { overtime, decidedBy };
      await appendDeed(tx, {
        stream: `after-review/${id}`,
        kind: 'DecisionSeen',
        actor: actorName(actor),
        data,
        at: at.now,
      });
    }
    return { seen: mine.length };
  });
}
