import { allotmentOf } from '@tokimori/law/calendar/municipal-calendar';
import { spanDefects } from '@tokimori/law/pay/check-month';
import type { OvertimeSpan, PayMonth, PaySpan } from '@tokimori/law/pay/pay-types';
import type { PayRules } from '@tokimori/law/pay/rules';
import type { EpochDay } from '@tokimori/law/time/civil';
import { firstDayOf, lastDayOf, type MonthIndex, monthOf } from '@tokimori/law/time/months';
import { Spans } from '@tokimori/law/time/spans';
import { everPresent } from '@tokimori/law/working-time/count-overtime';
import { countedSpans, type DaySpans } from '@tokimori/law/working-time/counted-spans';
import { judgeDutyDay } from '@tokimori/law/working-time/derive-duty-day';
import { marksByDutyDate, marksNeededFor } from '@tokimori/law/working-time/duty-dates';
import type { Allotment, OvertimeEntry } from '@tokimori/law/working-time/types';
import type { Parameters } from '@tokimori/ordinances/schema';
import type { Context } from '../../context.ts';
import { readCorrections, readMarks, readOvertime } from '../../derive/facts.ts';
import { managerialOn, type Service } from '../../derive/service.ts';
import { readServices } from '../../derive/services.ts';
import type { Tx } from '../../store/tenant.ts';
import type { Here } from '../../use-cases/reading/moment.ts';

export type PayProblem = 'handedOver' | 'mismatch' | 'impossible' | 'unclassifiable' | 'unconfirmed' | 'withoutHours';
/** What keeps a person's hours out of the file. */
export const barring: readonly PayProblem[] = ['handedOver', 'mismatch', 'impossible'];

/** Someone's month as its record says. Minutes. */
export type RecordedPerson = {
  readonly staff: string;
  readonly source: 'days' | 'month';
  readonly overtime: number;
  readonly holiday_work: number;
  readonly unclassifiable: number;
};
export type PersonMonth = { readonly pay: PayMonth; readonly problems: readonly PayProblem[] };

/** The rules of each day that a month of pay touches. */
export type PayGround = {
  readonly at: Here;
  readonly month: MonthIndex;
  readonly rules: PayRules;
  readonly parametersOn: (day: EpochDay) => Parameters;
  readonly allotmentOn: (day: EpochDay) => Allotment;
};

/** Reads the rules of a month, of the day before it and of the day after it. */
export async function payGround(context: Context, tx: Tx, at: Here, month: MonthIndex): Promise<PayGround> {
  const first = firstDayOf(month) - 1;
  const parameters: Parameters[] = [];
  for (let day = first; day <= lastDayOf(month) + 1; day += 1) parameters.push(await context.parameters(tx, day));
  const parametersOn = (day: EpochDay): Parameters => {
    const found = parameters[day - first];
    if (found === undefined) throw new Error(`day ${day} is outside the month of pay`);
    return found;
  };
  const allotmentOn = (day: EpochDay) => allotmentOf(parametersOn(day), day);
  return { at, month, rules: parametersOn(lastDayOf(month)).pay, parametersOn, allotmentOn };
}

type Days = ReadonlyMap<EpochDay, readonly OvertimeEntry[]>;
type StaysOf = (staff: string, day: EpochDay, entries: readonly OvertimeEntry[]) => Spans | null;

/** The overtime of people on the duty dates that belong to the month: where the calendar day decides, also on the one before it. */
async function readDays(
  tx: Tx,
  staff: readonly string[],
  { month, rules }: PayGround,
): Promise<ReadonlyMap<string, Days>> {
  const months = rules.overnightRateBy === 'CALENDAR_DATE' ? [month - 1, month] : [month];
  const read = await Promise.all(months.map((each) => readOvertime(tx, staff, each)));
  const first = firstDayOf(month) - (months.length - 1);
  return new Map(
    staff.map((who) => {
      const days = read.flatMap((each) => [...(each.get(who)?.entries ?? [])]).filter(([day]) => day >= first);
      return [who, new Map(days)];
    }),
  );
}

/**
 * What of the orders that nobody confirmed was worked: the stays of judged days; null where the day is not judged, on which an order counts
 * nothing. Punches are read of those people alone who have such orders.
 */
async function readStays(tx: Tx, days: ReadonlyMap<string, Days>, ground: PayGround): Promise<StaysOf> {
  const { at, month, parametersOn, allotmentOn } = ground;
  const isOpen = (entries: readonly OvertimeEntry[]) => entries.some(({ state }) => state === 'ordered');
  const open = [...days].flatMap(([who, of]) => ([...of.values()].some(isOpen) ? [who] : []));
  if (open.length === 0) return () => null;
  const { dayBoundary } = parametersOn(lastDayOf(month));
  const within = marksNeededFor(firstDayOf(month) - 1, lastDayOf(month), dayBoundary);
  const [marks, ...corrections] = await Promise.all([
    readMarks(tx, [{ staff: open, within }]),
    readCorrections(tx, open, month - 1),
    readCorrections(tx, open, month),
  ]);
  return (staff, day, overtime) => {
    const correction = corrections[monthOf(day) - month + 1]?.get(staff)?.get(day);
    const { in: arrival = null, out = null } = correction ?? {};
    const { day: judged, presence } = judgeDutyDay(
      {
        day,
        allotment: allotmentOn(day),
        marks: marksByDutyDate(marks.get(staff) ?? [], dayBoundary).get(day) ?? [],
        corrected: arrival === null && out === null ? null : { in: arrival, out },
        overtime,
        discrepancyAnswered: true,
        clock: (at.day - day) * 1440 + at.minute,
      },
      parametersOn(day),
    );
    return judged.state === 'classified' ? Spans.of(...presence.stays) : null;
  };
}

function spansOn(
  staff: string,
  day: EpochDay,
  entries: readonly OvertimeEntry[],
  ground: PayGround,
  staysOf: StaysOf,
): DaySpans {
  const duty = ground.parametersOn(day).allotment.hours;
  const confirmed = entries.filter(({ state }) => state === 'confirmed');
  if (confirmed.length === entries.length) return countedSpans(entries, ground.allotmentOn(day), everPresent, duty);
  const stays = staysOf(staff, day, entries);
  return stays === null
    ? countedSpans(confirmed, ground.allotmentOn(day), everPresent, duty)
    : countedSpans(entries, ground.allotmentOn(day), stays, duty);
}

const kindOf = (allotment: Allotment): OvertimeSpan['dayKind'] => allotment.kind;

/** A person's month of spans, held against what the record says of it. */
function personMonth(
  person: RecordedPerson,
  days: Days,
  {
    service,
    ground,
    staysOf,
  }: { readonly service: Service | undefined; readonly ground: PayGround; readonly staysOf: StaysOf },
): PersonMonth {
  const { month, rules, allotmentOn } = ground;
  const overtime: OvertimeSpan[] = [];
  const holidayWork: PaySpan[] = [];
  const problems = new Set<PayProblem>();
  const sums = { overtime: 0, holidayWork: 0 };
  for (const [dutyDate, entries] of days) {
    const found = spansOn(person.staff, dutyDate, entries, ground, staysOf);
    if (monthOf(dutyDate) === month) {
      sums.overtime += found.overtime.total;
      sums.holidayWork += found.holidayWork.total;
      if (found.withoutHours > 0) problems.add('withoutHours');
      if (entries.some(({ state }) => state === 'ordered')) problems.add('unconfirmed');
    }
    // 管理監督職員 have no 時間外勤務手当.
    if (service !== undefined && managerialOn(service, dutyDate)) continue;
    const kinds = { dayKind: kindOf(allotmentOn(dutyDate)), nextDayKind: kindOf(allotmentOn(dutyDate + 1)) };
    const late =
      monthOf(dutyDate) === month ? found.overtime : found.overtime.minus(Spans.of({ from: 0, until: 1440 }));
    overtime.push(...late.list.map((span) => ({ dutyDate, ...span, ...kinds })));
    if (monthOf(dutyDate) === month) holidayWork.push(...found.holidayWork.list.map((span) => ({ dutyDate, ...span })));
  }
  const pay: PayMonth = { month, overtime, holidayWork, reallotted: [], nightRegular: [] };
  if (person.unclassifiable > 0) problems.add('unclassifiable');
  if (person.source === 'month' && person.overtime > 0) problems.add('handedOver');
  else if (sums.overtime !== person.overtime || sums.holidayWork !== person.holiday_work) problems.add('mismatch');
  if (spanDefects(pay, rules).length > 0) problems.add('impossible');
  return { pay, problems: [...problems] };
}

/** The months of some people as spans, in their order. Five statements, whatever their number. */
export async function readPersonMonths(
  tx: Tx,
  people: readonly RecordedPerson[],
  ground: PayGround,
): Promise<readonly PersonMonth[]> {
  const staff = people.map((person) => person.staff);
  const [days, services] = await Promise.all([readDays(tx, staff, ground), readServices(tx, staff)]);
  const staysOf = await readStays(tx, days, ground);
  return people.map((person) =>
    personMonth(person, days.get(person.staff) ?? new Map(), {
      service: services.get(person.staff),
      ground,
      staysOf,
    }),
  );
}
