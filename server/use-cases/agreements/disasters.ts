import type { agreementsView, recordDisaster as recordRoute } from '@tokimori/contract/agreements';
import type { Answer, Input } from '@tokimori/contract/route';
import { judgeDisasterNeed } from '@tokimori/law/statutory-hours/disaster-need';
import { type EpochDay, formatLocalDate } from '@tokimori/law/time/civil';
import type { Parameters } from '@tokimori/ordinances/schema';
import { appendDeed } from '../../access/journal.ts';
import { ensure } from '../../access/policies.ts';
import { mayRecordDisaster } from '../../access/policies-agreements.ts';
import { refuse } from '../../access/refusal.ts';
import { scopeOf } from '../../access/scope.ts';
import type { Actor, Context } from '../../context.ts';
import type { Tx } from '../../store/tenant.ts';
import { departmentNotFound } from '../departments.ts';
import { actorName, doDeed, recordChanged } from '../journal.ts';
import { dayInput } from '../reading/date-input.ts';
import { type DepartmentTree, readTree } from '../reading/department-tree.ts';
import { dayOf, here } from '../reading/moment.ts';
import { stepView } from '../reading/views.ts';
import { appdxTable1Of } from './rows.ts';
import { judgeAgain } from './save.ts';

type View = Answer<typeof agreementsView>['disasters'][number];
type Row = {
  id: string;
  department: string;
  first_date: string;
  last_date: string;
  reason: string;
  expected: number;
  permitted_on: string | null;
  reported_on: string | null;
  state: 'recorded' | 'withdrawn';
  version: number;
};

const columns = `d.id, d.department, d.first_date, d.last_date, d.reason, d.expected, d.permitted_on, d.reported_on, d.state, d.version`;
/** How long an occasion stays in sight after its last day. Days. */
const IN_SIGHT = 400;

/** Occasions of the last months, latest first. */
export async function readDisasters(tx: Tx, today: EpochDay): Promise<Row[]> {
  return tx.query<Row>(
    `select ${columns} from tk.disaster_need d where d.municipality = $1 and d.last_date >= $2::date and d.state = 'recorded'
      order by d.last_date desc, d.id limit 100`,
    [tx.municipality, formatLocalDate(today - IN_SIGHT)],
  );
}

const dayOrNull = (date: string | null) => (date === null ? null : dayOf(date));

/** What an occasion still needs: permission beforehand or a report afterwards. */
function judged(
  row: Omit<Row, 'id' | 'version' | 'reason' | 'expected'>,
  tree: DepartmentTree,
  parameters: Parameters,
) {
  const { department, first_date: from, last_date: through, permitted_on, reported_on } = row;
  const number = appdxTable1Of(tree, department);
  return judgeDisasterNeed(
    {
      from: dayOf(from),
      through: dayOf(through),
      permittedOn: dayOrNull(permitted_on),
      reportedOn: dayOrNull(reported_on),
    },
    // People of an unlisted department are under 36条 as 企業職員 or 単純労務職員 alone.
    { appdxTable1: number, enterprise: number === null },
    parameters.statutoryHours,
  );
}

/** An occasion as the register lists it. */
export function disasterView(row: Row, tree: DepartmentTree, parameters: Parameters): View {
  const { outcome, steps } = judged(row, tree, parameters);
  return {
    id: row.id,
    department: row.department,
    name: tree.path(row.department) || row.department,
    from: row.first_date,
    through: row.last_date,
    reason: row.reason,
    expected: row.expected,
    permittedOn: row.permitted_on,
    reportedOn: row.reported_on,
    state: row.state === 'withdrawn' ? 'withdrawn' : outcome.state,
    steps: steps.map(stepView),
    version: row.version,
  };
}

type Given = Input<typeof recordRoute>;

function refuseImpossible({ from, through, reportedOn, permittedOn }: Given): void {
  const [first, last] = [dayInput('from', from), dayInput('through', through)];
  if (permittedOn !== null) dayInput('permittedOn', permittedOn);
  if (last < first) wrongDay('through', '終わりの日は、始まりの日から後にしてください');
  if (reportedOn !== null && dayInput('reportedOn', reportedOn) < first)
    wrongDay('reportedOn', '届け出た日は、始まりの日から後にしてください');
}

function wrongDay(field: string, message: string): never {
  return refuse('disaster.days', {
    status: 422,
    title: '日付が正しくありません',
    detail: `${message}。`,
    fields: [{ field, code: 'order', message }],
  });
}

/**
 * Records an occasion of 労基法33条1項, or its permission or report when it comes. 災害対応 on its days is outside the agreement; the record may
 * come after the night itself.
 */
export async function recordDisaster(
  context: Context,
  actor: Actor,
  input: Given,
): Promise<Answer<typeof recordRoute>> {
  refuseImpossible(input);
  return doDeed(context, actor, async (tx) => {
    const at = await here(context, tx);
    const [[before], scope, tree] = await Promise.all([
      tx.query<Row>(`select ${columns} from tk.disaster_need d where d.municipality = $1 and d.id = $2 for update`, [
        tx.municipality,
        input.id,
      ]),
      scopeOf(tx, actor, at.dutyDate),
      readTree(tx, at.day),
    ]);
    ensure(mayRecordDisaster(actor, scope, input.department));
    if (before !== undefined) ensure(mayRecordDisaster(actor, scope, before.department));
    if (tree.find(input.department) === undefined) departmentNotFound(input.department);
    const row: Row = {
      id: input.id,
      department: input.department,
      first_date: input.from,
      last_date: input.through,
      reason: input.reason,
      expected: input.expected,
      permitted_on: input.permittedOn,
      reported_on: input.reportedOn,
      state: input.withdrawn ? 'withdrawn' : 'recorded',
      version: input.version + 1,
    };
    const answer = disasterView(row, tree, at.parameters);
    const same = before !== undefined && JSON.stringify({ ...before }) === JSON.stringify(row);
    if (same) return { state: answer.state, steps: answer.steps };
    if ((before?.version ?? 0) !== input.version) recordChanged();
    await write(tx, row, at.now);
    await appendDeed(tx, {
      stream: `disaster/${input.id}`,
      kind: 'DisasterNeedRecorded',
      actor: actorName(actor),
      reason: input.reason,
      data: { ...row },
      at: at.now,
    });
    await judgeAgain(tx, at, [input.from, before?.first_date]);
    return { state: answer.state, steps: answer.steps };
  });
}

async function write(tx: Tx, row: Row, now: Date): Promise<void> {
  await tx.query(
    `insert into tk.disaster_need as d (municipality, id, department, first_date, last_date, reason, expected, permitted_on,
       reported_on, state, version, recorded_at)
     values ($1, $2, $3, $4::date, $5::date, $6, $7, $8::date, $9::date, $10, $11, $12)
     on conflict (municipality, id) do update set department = excluded.department, first_date = excluded.first_date,
       last_date = excluded.last_date, reason = excluded.reason, expected = excluded.expected, permitted_on = excluded.permitted_on,
       reported_on = excluded.reported_on, state = excluded.state, version = excluded.version, recorded_at = excluded.recorded_at`,
    [
      tx.municipality,
      row.id,
      row.department,
      row.first_date,
      row.last_date,
      row.reason,
      row.expected,
      row.permitted_on,
      row.reported_on,
      row.state,
      row.version,
      now,
    ],
  );
}
