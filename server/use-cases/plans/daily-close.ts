import type { dailyClose as closeRoute } from '@tokimori/contract/daily-close';
import type { Answer, Input } from '@tokimori/contract/route';
import { allotmentOf, calendarDay } from '@tokimori/law/calendar/municipal-calendar';
import { type EpochDay, formatLocalDate } from '@tokimori/law/time/civil';
import { firstDayOf, formatYearMonth, monthOf } from '@tokimori/law/time/months';
import { plannedMinutes } from '@tokimori/records/plan';
import { ensure } from '../../access/policies.ts';
import { mayViewDailyClose } from '../../access/policies-plans.ts';
import { decidingScopeOf } from '../../access/standing-in.ts';
import type { Actor, Context } from '../../context.ts';
import { instantOf } from '../../runtime/clock.ts';
import type { Tx } from '../../store/tenant.ts';
import { grouped } from '../reading/grouped.ts';
import { type Here, here, monthDate } from '../reading/moment.ts';
import { type MonthRow, readMonths } from '../reading/month-rows.ts';
import { standingOvertime, waitingOvertime } from '../reading/overtime-rows.ts';
import { type Member, membersOf } from '../reading/section-people.ts';
import { readDecisions } from '../section-decisions.ts';
import { sharesOf, sumOfShares } from './close-share.ts';
import { readPlan } from './plan-rows.ts';
import { type PlanSection, planSection } from './plan-section.ts';

type View = Answer<typeof closeRoute>;
/** Duty days looked back on, and months of shares. */
const [LOOK_BACK, MONTHS] = [5, 6];

/** 終礼 of today: who asked, who stays, who stayed lately without asking, and how well requests are decided before the end of duty. */
export async function dailyClose(context: Context, actor: Actor, input: Input<typeof closeRoute>): Promise<View> {
  return context.store.tenant(actor.municipality, async (tx) => {
    const at = await here(context, tx);
    const [scope, section] = await Promise.all([
      decidingScopeOf(tx, actor, at.dutyDate),
      planSection(tx, input.department, at.month, at),
    ]);
    ensure(mayViewDailyClose(actor, scope, section.department));
    const members = await membersOf(tx, section.departments, at.dutyDate);
    const staff = members.map(({ person }) => person.staff);
    const allotment = allotmentOf(at.parameters, at.dutyDay);
    const dutyEnd = allotment.kind === 'dutyDay' ? allotment.hours.until : null;
    const ends = dutyEnd === null ? null : instantOf(at.dutyDay, dutyEnd);
    const [waiting, standing, months, left, shares] = await Promise.all([
      waitingOvertime(tx, section.departments, at.dutyDate, at.dutyDate),
      standingOvertime(tx, staff, at.dutyDate, at.dutyDate),
      readMonths(tx, staff, [monthDate(at.month - 1), monthDate(at.month)]),
      planLeft(tx, at, section),
      sharesBack(context, tx, at, section),
    ]);
    const others = waiting.filter((row) => row.staff !== actor.staff);
    const decisions = await readDecisions(context, tx, at, { actor, scope }, others);
    const requestedAt = new Map(others.map((row) => [row.id, row.requested_at]));
    return {
      department: section.department,
      name: section.path,
      date: at.dutyDate,
      dutyEnd,
      over: ends !== null && at.now > ends,
      asked: decisions.map(({ overtime, effect }) => ({
        overtime,
        effect,
        late: isAfter(requestedAt.get(overtime.id), ends),
        planLeft: left.get(overtime.person.staff) ?? null,
      })),
      staying: stayingOf(members, standing),
      notAsked: notAskedOf(at, members, months, new Set(standing.map((row) => row.staff))),
      shares,
    };
  });
}

const isAfter = (requested: Date | null | undefined, ends: Date | null): boolean =>
  ends !== null && requested !== null && requested !== undefined && requested > ends;

function stayingOf(
  members: readonly Member[],
  standing: Awaited<ReturnType<typeof standingOvertime>>,
): View['staying'] {
  const persons = new Map(members.map(({ person }) => [person.staff, person]));
  return standing.flatMap((row) => {
    const person = persons.get(row.staff);
    if (person === undefined || (row.state !== 'ordered' && row.state !== 'confirmed')) return [];
    return [{ id: row.id, person, from: row.from_minute, until: row.until_minute }];
  });
}

/** The last duty days before today, the latest first. */
function dutyDaysBefore(at: Here): readonly EpochDay[] {
  const days: EpochDay[] = [];
  const earliest = firstDayOf(at.month - 1);
  for (let day = at.dutyDay - 1; days.length < LOOK_BACK && day >= earliest; day -= 1)
    if (calendarDay(at.parameters, day).kind === 'dutyDay') days.push(day);
  return days;
}

/**
 * Those without a request or order for today who were present beyond what was ordered, by at least the municipality's threshold, on some of the
 * last five duty days. Longest first.
 */
function notAskedOf(
  at: Here,
  members: readonly Member[],
  months: readonly MonthRow[],
  known: ReadonlySet<string>,
): View['notAsked'] {
  const days = dutyDaysBefore(at);
  const records = grouped(months, ({ staff }) => staff);
  return members
    .flatMap(({ person, concurrent }) => {
      if (person.managerial || concurrent || known.has(person.staff)) return [];
      const stayed = days.flatMap((day) => {
        const row = (records.get(person.staff) ?? []).find((each) => each.month === monthDate(monthOf(day)));
        const index = day - firstDayOf(monthOf(day));
        const beyond = (row?.beyond_days[index] ?? 0) - (row?.overtime_days[index] ?? 0);
        return beyond >= Math.max(1, at.parameters.discrepancyThreshold) ? [{ day, beyond }] : [];
      });
      const [latest] = stayed;
      if (latest === undefined) return [];
      const beyond = stayed.reduce((sum, each) => sum + each.beyond, 0);
      return [{ person, days: stayed.length, beyond, last: formatLocalDate(latest.day) }];
    })
    .sort((a, b) => b.days - a.days || b.beyond - a.beyond);
}

/** What is left of the plan of the running month, by person: planned less what was worked. Empty without an agreed plan. */
async function planLeft(tx: Tx, at: Here, section: PlanSection): Promise<ReadonlyMap<string, number>> {
  const row = await readPlan(tx, { department: section.department, monthDate: monthDate(at.month) });
  if (row === null || row.plan.head === null) return new Map();
  const lines = grouped(row.plan.lines, ({ staff }) => staff);
  const worked = await tx.query<{ staff: string; overtime: number }>(
    `select r.staff, r.overtime from tk.month_record r
     where r.municipality = $1 and r.month = $2::date and r.staff = any($3)`,
    [tx.municipality, monthDate(at.month), [...lines.keys()]],
  );
  const hours = new Map(worked.map(({ staff, overtime }) => [staff, overtime]));
  return new Map([...lines].map(([staff, own]) => [staff, plannedMinutes(own) - (hours.get(staff) ?? 0)]));
}

async function sharesBack(context: Context, tx: Tx, at: Here, section: PlanSection): Promise<View['shares']> {
  const months = Array.from({ length: MONTHS }, (_, back) => at.month - back);
  const rows = await Promise.all(months.map((month) => sharesOf(context, tx, at, section.departments, month)));
  return months.map((month, i) => ({ month: formatYearMonth(month), ...sumOfShares(rows[i] ?? []) }));
}
