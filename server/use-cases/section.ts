import type { sectionMonth as sectionMonthRoute, sectionToday as sectionTodayRoute } from '@tokimori/contract/manager';
import type { Answer, Input } from '@tokimori/contract/route';
import { dutyDaysBetween, monthCalendar } from '@tokimori/law/calendar/municipal-calendar';
import { formatLocalDate } from '@tokimori/law/time/civil';
import { firstDayOf, formatYearMonth, lastDayOf, type MonthIndex, monthOf } from '@tokimori/law/time/months';
import { ensure } from '../access/policies.ts';
import { mayDecideInPlace, mayViewSectionToDecide } from '../access/policies-standing-in.ts';
import { type DecidingScope, decidingScopeOf } from '../access/standing-in.ts';
import type { Actor, Context } from '../context.ts';
import type { Tx } from '../store/tenant.ts';
import { closedMonthsOf } from './closing/closed-months.ts';
import { missingOf } from './closing/missing-punches.ts';
import { departmentNotFound } from './departments.ts';
import { readOpenDifferences } from './differences/difference-rows.ts';
import { firstRecordedMonth } from './reading/city-sums.ts';
import { orderUntil } from './reading/days.ts';
import { grouped } from './reading/grouped.ts';
import { type Here, here, monthDate, monthEnd, monthIndexOf, throughOf } from './reading/moment.ts';
import { dayStateAt, type MonthRow, minuteAt, readMonths } from './reading/month-rows.ts';
import { standingOvertime, waitingOvertime } from './reading/overtime-rows.ts';
import {
  correctionRows,
  membersOf,
  readSection,
  type Section,
  sectionSums,
  slackOf,
  standingRows,
} from './reading/section-people.ts';
import { readDecisions } from './section-decisions.ts';
import { givenOrders } from './section-orders.ts';
import { questionsOf } from './section-questions.ts';
import { readOpenResults } from './section-results.ts';
import { rowsOf, type SectionMonth } from './section-rows.ts';
import { standingInView } from './standing-in/standing-in-view.ts';

type Today = Answer<typeof sectionTodayRoute>;

type Opened = Section & { readonly scope: DecidingScope };

/** Goes on when the actor may see the section's month; its departments on the day, and what the actor decides over. */
export async function openSection(tx: Tx, actor: Actor, at: Here, department: string, on: string): Promise<Opened> {
  const [scope, section] = await Promise.all([
    decidingScopeOf(tx, actor, at.dutyDate),
    readSection(tx, department, on),
  ]);
  ensure(mayViewSectionToDecide(actor, scope, department));
  return { ...(section ?? departmentNotFound(department)), scope };
}

/** Who is in today. */
export async function sectionToday(
  context: Context,
  actor: Actor,
  input: Input<typeof sectionTodayRoute>,
): Promise<Today> {
  return context.store.tenant(actor.municipality, async (tx) => {
    const at = await here(context, tx);
    const section = await openSection(tx, actor, at, input.department, at.dutyDate);
    const members = await membersOf(tx, section.departments, at.dutyDate);
    const staff = members.map(({ person }) => person.staff);
    const [rows, overtime, standings, missing] = await Promise.all([
      readMonths(tx, staff, [monthDate(at.month)]),
      standingOvertime(tx, staff, at.dutyDate, at.dutyDate),
      standingRows(tx, staff, at.month),
      missingOf(tx, members),
    ]);
    const index = at.dutyDay - firstDayOf(at.month);
    const people = members.map(({ person }) => {
      const row = rows.find((each) => each.staff === person.staff);
      const standing = standings.get(person.staff);
      return {
        person,
        firstIn: minuteAt(row?.first_in, index),
        lastOut: minuteAt(row?.last_out, index),
        pcLast: minuteAt(row?.pc_last, index),
        presence: presenceOf(row, index),
        orderUntil: orderUntil(
          overtime.filter((each) => each.staff === person.staff),
          at.dutyDate,
        ),
        remaining: slackOf(standing),
        state: standing?.state ?? (person.managerial ? ('none' as const) : ('unknown' as const)),
      };
    });
    return { department: input.department, name: section.name, dutyDate: at.dutyDate, people, missing };
  });
}

function presenceOf(row: MonthRow | undefined, index: number): Today['people'][number]['presence'] {
  const state = dayStateAt(row, index);
  const came = minuteAt(row?.first_in, index) !== null;
  if (minuteAt(row?.last_out, index) !== null) return 'left';
  if (came) return 'in';
  return state === 'dayOff' || state === 'holiday' ? 'dayOff' : 'notYet';
}

/** A section's month: heat map, what waits for a decision, what is to be asked. */
export async function sectionMonth(
  context: Context,
  actor: Actor,
  input: Input<typeof sectionMonthRoute>,
): Promise<SectionMonth> {
  const month = monthIndexOf(input.month);
  return context.store.tenant(actor.municipality, async (tx) => {
    const at = await here(context, tx);
    const on = formatLocalDate(Math.max(Math.min(at.dutyDay, lastDayOf(month)), firstDayOf(month)));
    const section = await openSection(tx, actor, at, input.department, on);
    const { departments } = section;
    const parameters = await context.parameters(tx, firstDayOf(month));
    const through = throughOf(month, at);
    const decided = decisionPeriod(month, at);
    const [members, moved, waiting, sums, first] = await Promise.all([
      membersOf(tx, departments, on),
      month === at.month ? membersOf(tx, departments, formatLocalDate(firstDayOf(month) - 1)) : [],
      waitingOvertime(tx, departments, decided.from, decided.through),
      sectionSums(tx, departments, [month - 1, month - 12], through === null ? 0 : through - firstDayOf(month) + 1),
      firstRecordedMonth(tx),
    ]);
    const staff = members.map(({ person }) => person.staff);
    const [months, standing, standings, results, closed, open] = await Promise.all([
      readMonths(tx, staff, [monthDate(month)]),
      standingOvertime(tx, staff, monthDate(month), month === at.month ? decided.through : monthEnd(month)),
      standingRows(tx, staff, month),
      // Whoever has moved away since is still to be confirmed what this section ordered.
      readOpenResults(context, tx, at, { month, members: [...moved, ...members], departments }, actor.staff),
      closedMonthsOf(tx, staff, [monthDate(month)]),
      readOpenDifferences(tx, staff),
    ]);
    const differences = open.filter(({ duty_date: date }) =>
      month === at.month ? date <= monthEnd(month) : date.slice(0, 7) === input.month,
    );
    const from = `${differences[0]?.duty_date.slice(0, 7) ?? input.month}-01`;
    const corrections = await correctionRows(tx, staff, from, monthEnd(month));
    const records = new Map(months.map((row) => [row.staff, row]));
    const overtime = grouped(
      standing.filter((row) => row.duty_date <= monthEnd(month)),
      (row) => row.staff,
    );
    // Nobody decides for oneself, nor in a head's place for that head: such a request waits with whoever heads the head.
    const others = waiting.filter((row) =>
      section.scope.standingIn.has(row.department)
        ? mayDecideInPlace(actor, section.scope, row)
        : row.staff !== actor.staff,
    );
    const decisions = await readDecisions(context, tx, at, { actor, scope: section.scope }, others);
    const ground = {
      at,
      month,
      members,
      records,
      overtime,
      departments,
      standings,
      corrections,
      differences,
      parameters,
    };
    const rows = rowsOf(ground);
    const questions = questionsOf(ground);
    const settled = through === lastDayOf(month);
    const before = (back: number): number | null => {
      const sum = sums.get(month - back);
      return sum === undefined || through === null ? null : settled ? sum.overtime : sum.sameDays;
    };
    const count = (...states: readonly string[]): number => rows.filter((row) => states.includes(row.state)).length;
    const missing = questions.filter((each) => each.kind !== 'discrepancy').length;
    return {
      department: input.department,
      name: section.name,
      path: section.path,
      month: input.month,
      through: through === null ? null : formatLocalDate(through),
      today: at.dutyDate,
      calendar: monthCalendar(parameters, month).days.map(({ day, kind, name }) => ({
        date: formatLocalDate(day),
        kind,
        name: name ?? null,
      })),
      counts: {
        over: count('over', 'overExceptional'),
        forecastOver: count('forecastOver'),
        decisions: decisions.length,
        results: results.length,
        discrepancies: questions.length - missing,
        missing,
      },
      rows,
      decisions,
      standingIn: await standingInView(tx, at, section.scope, input.department),
      questions,
      results,
      orders: givenOrders(standing, { members, departments, results, except: actor.staff }),
      total: rows.reduce((sum, row) => (row.person.managerial ? sum : sum + row.overtime), 0),
      previousTotal: before(1),
      lastYearTotal: before(12),
      daysLeft:
        at.dutyDay > lastDayOf(month)
          ? 0
          : dutyDaysBetween(parameters, Math.max(at.dutyDay, firstDayOf(month)), lastDayOf(month)),
      previous: first !== null && month > first ? formatYearMonth(month - 1) : null,
      next: month < at.month ? formatYearMonth(month + 1) : null,
      closed: closed.size > 0,
    };
  });
}

/** The running month shows whatever waits, also of the month before and the ones ahead; a past month its own. */
function decisionPeriod(month: MonthIndex, at: Here): { readonly from: string; readonly through: string } {
  const running = month === monthOf(at.dutyDay);
  return { from: monthDate(running ? month - 2 : month), through: monthEnd(running ? month + 2 : month) };
}
