import { formatLocalDate } from '@tokimori/law/time/civil';
import { firstDayOf, formatYearMonth, type MonthIndex, monthOf } from '@tokimori/law/time/months';
import {
  arrivalsOf,
  type DayKindOf,
  earlierMonthTotal,
  monthFactsOf,
  requestsOf,
} from '@tokimori/ordinances/example-city/month';
import { type CityPlan, planCity } from '@tokimori/ordinances/example-city/plan';
import { type MonthTarget, storiesOf } from '@tokimori/ordinances/example-city/stories';
import type { Context } from '../context.ts';
import { rebuild } from '../derive/rebuild.ts';
import { exampleCity } from '../installation/ordinance-files.ts';
import { registerMunicipality } from '../installation/register-municipality.ts';
import { tokyoOf } from '../runtime/clock.ts';
import type { Tx } from '../store/tenant.ts';
import { writeAccounts } from './accounts.ts';
import { writeDemoNotices } from './agreements.ts';
import { writeDemoBreaches } from './breaches.ts';
import { columnsOf, insertColumns } from './bulk.ts';
import { dayKinds } from './day-kinds.ts';
import { type DemoAccount, keepDemoAccounts } from './demo-accounts.ts';
import { overtimeRows, punchRows, writeOvertime, writePunches } from './facts.ts';
import { writeDemoFormOffices } from './forms.ts';
import { demoId } from './ids.ts';
import { writeDemoMeasures } from './measures.ts';
import { writeOrganisation } from './organisation.ts';
import { writeDemoPlans } from './plans.ts';
import { writeDemoRegisters } from './registers.ts';
import { writeDemoMandates } from './standing-in.ts';
export type DemoProgress = (done: number, of: number, what: string) => void;
export type DemoCity = {
  readonly municipality: string;
  readonly name: string;
  readonly accounts: readonly DemoAccount[];
};

const SEED = 'miushio';

/**
 * Loads the example city: its organisation, two fiscal years of punches and overtime up to the clock's morning, the
 * year before as month totals, and an account for everyone; then derives every figure from these facts.
 */
export async function loadDemo(
  context: Context,
  options: { readonly headcount?: number; readonly progress?: DemoProgress } = {},
): Promise<DemoCity> {
  const progress = options.progress ?? (() => undefined);
  const now = context.clock.now();
  const { day: asOf, minute } = tokyoOf(now);
  const plan = planCity({ seed: SEED, headcount: options.headcount ?? 240, asOf });
  const document = exampleCity();
  const code = document.municipality.code;
  const months = monthsOf(plan);
  await registerMunicipality(context, document, 'system:demo');
  await context.store.ensurePartitions([...months, monthOf(asOf) + 1]);
  await context.store.tenant(code, (tx) => writeOrganisation(tx, plan, now));
  await context.store.tenant(code, (tx) => writeDemoMeasures(tx, asOf, now));
  await context.store.tenant(code, (tx) => writeDemoNotices(tx, asOf));
  await context.store.tenant(code, (tx) => writeDemoMandates(tx, plan));
  await context.store.tenant(code, (tx) => writeDemoFormOffices(tx, plan));
  const accounts = await context.store.tenant(code, async (tx) => {
    const shown = await writeAccounts(tx, plan);
    await keepDemoAccounts(tx, shown, demoId(4, 0, 0, 0), now);
    return shown;
  });
  const kindOf = dayKinds(document);
  const heads = headsOf(plan);
  await context.store.tenant(code, (tx) => writeDemoRegisters(tx, asOf, now, heads));
  const targets = targetsOf(plan, kindOf);
  for (const [i, month] of months.entries()) {
    progress(i, months.length * 2, `${formatYearMonth(month)} の打刻と時間外勤務`);
    await context.store.tenant(code, (tx) => writeMonth(tx, plan, month, { kindOf, heads, targets }));
  }
  await context.store.tenant(code, (tx) => writeMorning(tx, plan, { kindOf, heads, targets, minute }));
  await context.store.tenant(code, (tx) => writeEarlierYear(tx, plan, now));
  await context.store.refreshStatistics();
  await rebuild(context, code, {
    progress: (done, of, month) =>
      progress(months.length + Math.floor((done / of) * months.length), months.length * 2, `${month} の集計と判定`),
  });
  await writeDemoBreaches(context, code, { asOf, headOf: heads });
  await context.store.tenant(code, (tx) => writeDemoPlans(context, tx));
  progress(1, 1, '');
  return { municipality: code, name: document.municipality.name, accounts };
}

function monthsOf(plan: CityPlan): MonthIndex[] {
  const first = monthOf(plan.firstDay);
  return Array.from({ length: monthOf(plan.asOf) - first + 1 }, (_, i) => first + i);
}

type Making = {
  readonly kindOf: DayKindOf;
  readonly heads: (department: string) => string;
  readonly targets: ReadonlyMap<string, ReadonlyMap<MonthIndex, MonthTarget>>;
};

async function writeMonth(
  tx: Tx,
  plan: CityPlan,
  month: MonthIndex,
  { kindOf, heads, targets }: Making,
): Promise<void> {
  const punches = [];
  const overtime = [];
  for (const person of plan.people) {
    const target = targets.get(person.number)?.get(month);
    const facts = monthFactsOf(plan, person, month, {
      kindOf,
      pcFrom: plan.firstDay,
      ...(target === undefined ? {} : { target }),
    });
    punches.push(...punchRows(person, month, facts.punches));
    overtime.push(...overtimeRows(person, month, facts.overtime, heads(facts.overtime[0]?.department ?? '')));
  }
  await writePunches(tx, punches);
  await writeOvertime(tx, overtime);
}

/** This morning: who has arrived, and what they ask for this evening. */
async function writeMorning(
  tx: Tx,
  plan: CityPlan,
  { kindOf, heads, targets, minute }: Making & { minute: number },
): Promise<void> {
  const punches = [];
  const overtime = [];
  for (const person of plan.people) {
    const arrivals = arrivalsOf(plan, person, minute, { kindOf });
    if (arrivals.length === 0) continue;
    punches.push(...punchRows(person, MORNING, arrivals));
    const requests = requestsOf(plan, person, {
      kindOf,
      asks: targets.get(person.number)?.has(monthOf(plan.asOf)) ?? false,
    });
    overtime.push(...overtimeRows(person, MORNING, requests, heads(requests[0]?.department ?? '')));
  }
  await writePunches(tx, punches);
  await writeOvertime(tx, overtime);
}
/** Keeps the ids of this morning apart from those of the month. */
const MORNING = 0;

/** The fiscal year before the facts, as totals handed over from the old system. */
async function writeEarlierYear(tx: Tx, plan: CityPlan, now: Date): Promise<void> {
  const first = monthOf(plan.firstDay);
  const totals = plan.people.flatMap((person) =>
    Array.from({ length: 12 }, (_, i) => first - 12 + i)
      .filter((month) => monthOf(person.joinedOn) <= month)
      .map((month) => ({
        staff: person.number,
        month,
        overtime: person.appointments[0]?.managerial ? 0 : earlierMonthTotal(plan, person, month),
      })),
  );
  await insertColumns(
    tx,
    'tk.month_fact',
    columnsOf(totals, {
      month: ['date', (t) => formatLocalDate(firstDayOf(t.month))],
      staff: ['text', (t) => t.staff],
      overtime: ['integer', (t) => t.overtime],
      recorded_at: ['timestamptz', () => now.toISOString()],
    }),
  );
}

/** The head (課長) who decides in a department. */
function headsOf(plan: CityPlan): (department: string) => string {
  const parents = new Map(plan.departments.map((d) => [d.code, d.parent]));
  const heads = new Map<string, string>();
  for (const person of plan.people) {
    const post = person.appointments.at(-1);
    if (post?.managerial) heads.set(post.department, person.number);
  }
  return (department) => {
    for (let at: string | null | undefined = department; at; at = parents.get(at)) {
      const head = heads.get(at);
      if (head !== undefined) return head;
    }
    return 'system:demo';
  };
}

function targetsOf(plan: CityPlan, kindOf: DayKindOf): Making['targets'] {
  let elapsed = 0;
  for (let day = firstDayOf(monthOf(plan.asOf)); day < plan.asOf; day++) if (kindOf(day) === 'dutyDay') elapsed++;
  return new Map(storiesOf(plan, elapsed).map((story) => [story.person.number, story.months]));
}
