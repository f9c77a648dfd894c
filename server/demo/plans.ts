import { firstDayOf, formatYearMonth, type MonthIndex } from '@tokimori/law/time/months';
import { preset } from '@tokimori/ordinances/measures/presets';
import {
  decidePlan,
  evolvePlan,
  type Plan,
  type PlanCommand,
  type PlanMeasure,
  type ReportMeasure,
} from '@tokimori/records/plan';
import { weeksOf } from '@tokimori/records/plan-prefill';
import { appendDeed } from '../access/journal.ts';
import type { Context } from '../context.ts';
import { instantOf } from '../runtime/clock.ts';
import type { Tx } from '../store/tenant.ts';
import { append } from '../use-cases/journal.ts';
import { carryMeasures, recordReportMeasures } from '../use-cases/plans/measures-of-report.ts';
import { beginningOf, plannedPeople } from '../use-cases/plans/plan-people.ts';
import { planStream, writePlan } from '../use-cases/plans/plan-rows.ts';
import { planSection } from '../use-cases/plans/plan-section.ts';
import { type Here, here, monthDate } from '../use-cases/reading/moment.ts';
import { demoMeasures } from './measures.ts';

/** 危機管理課 of the example city: after a summer of storms it plans, month by month. */
const SECTION = { department: '1030', head: '100019', hr: '100012' } as const;
const AFTERNOON = 15 * 60;

const august: readonly ReportMeasure[] = [
  { item: 'spread', feasible: true, words: '避難所の備品の点検を2人ずつに分け、一人に集めない' },
  { item: 'reassign', feasible: false, words: '防災の経験がある職員が、部内のほかの課にいない' },
  { item: 'support', feasible: true, words: '訓練の案内の封入と発送を「わくわく」に依頼する' },
];
const september: readonly ReportMeasure[] = [
  { item: 'spread', feasible: true, words: '台風の後の被害の集計を、係の全員で日を決めて行う' },
  { item: 'reassign', feasible: true, words: '11月まで、管財課から1人を災害記録の整理に充てる' },
  { item: 'support', feasible: true, words: '罹災証明の窓口の案内に、登録型応援制度の職員を2人頼む' },
  { item: 'other', feasible: true, words: '待機の当番表を前の月に決め、続けて当たらないようにする' },
];

/**
 * What 豊橋市's way leaves behind in one section: the measure since this month, reports on August and September with their measures, and the plan
 * of the running month that took the first over. Everything as if the head, the union and 人事課 had entered it on their days.
 */
export async function writeDemoPlans(context: Context, tx: Tx): Promise<void> {
  const at = await here(context, tx);
  await decideToPlan(tx, at);
  const [back, last] = [at.month - 2, at.month - 1];
  await report(tx, back, august, instantOf(firstDayOf(last) + 9, AFTERNOON));
  await report(tx, last, september, instantOf(firstDayOf(at.month) + 12, AFTERNOON));
  await planOfRunningMonth(tx, at, back);
}

/** うきは市's practice of the month before goes on; the plan is added to it. */
async function decideToPlan(tx: Tx, at: Here): Promise<void> {
  const effectiveFrom = monthDate(at.month);
  const plan = preset('toyohashi').measures.filter(({ id }) => id === 'toyohashi-plan');
  const held = demoMeasures();
  const set = { ...held, name: `${held.name}と実施計画書`, effectiveFrom, measures: [...held.measures, ...plan] };
  const reason = '前の月に計画を立てることを加える';
  const decided = instantOf(firstDayOf(at.month) - 3, AFTERNOON);
  await tx.query(
    `insert into tk.measure_set (municipality, effective_from, document, decided_by, reason, recorded_at)
     values ($1, $2::date, $3::jsonb, 'system:demo', $4, $5)`,
    [tx.municipality, effectiveFrom, JSON.stringify(set), reason, decided],
  );
  const data = { from: effectiveFrom, name: set.name, measures: set.measures };
  await appendDeed(tx, {
    stream: `measures/${effectiveFrom}`,
    kind: 'MeasuresDecided',
    actor: 'system:demo',
    reason,
    data,
    at: decided,
  });
}

async function report(tx: Tx, month: MonthIndex, measures: readonly ReportMeasure[], at: Date): Promise<void> {
  const { department, head } = SECTION;
  const on = { department, month: formatYearMonth(month), group: '' };
  await recordReportMeasures(tx, { ...on, measures, source: 'page', actor: head, at });
}

/** Half of last year's hours, in steps of half an hour. */
const halved = (minutes: number): number => Math.max(30, Math.round(minutes / 60) * 30);

/** Drafted from last year's month, agreed to by head and union, received: on four days of the month before. */
async function planOfRunningMonth(tx: Tx, at: Here, reported: MonthIndex): Promise<void> {
  const section = await planSection(tx, SECTION.department, at.month, at);
  const people = await plannedPeople(tx, at, section, at.month, []);
  const begun = await beginningOf(tx, at, section, at.month, people);
  const lines = begun.map((line) => ({ ...line, minutes: halved(line.minutes), reason: '秋の訓練と台風への備え' }));
  const month = formatYearMonth(at.month);
  const measures = august.map((each): PlanMeasure => ({ ...each, month: formatYearMonth(reported), group: '' }));
  const own = { department: SECTION.department, month, weeks: weeksOf(at.month).length, reach: 'open' } as const;
  const members = new Set(lines.map(({ staff }) => staff));
  const remarks = '昨年は災害への対応がありました。その分を除き、昨年の半分の時間で組んでいます。';
  const steps: readonly (PlanCommand & { readonly day: number })[] = [
    { type: 'draft', actor: SECTION.head, ...own, lines, members, remarks, day: 9 },
    { type: 'agreeAsHead', actor: SECTION.head, measures, day: 7 },
    { type: 'agreeAsUnion', actor: 'union', day: 6 },
    { type: 'receive', actor: SECTION.hr, day: 3 },
  ];
  await play(tx, steps, { department: SECTION.department, monthDate: monthDate(at.month) }, firstDayOf(at.month));
  await carryMeasures(tx, SECTION.department, formatYearMonth(reported), month);
}

type Steps = readonly (PlanCommand & { readonly day: number })[];

/** Decides the steps one after the other, each `day` days before a day. */
async function play(tx: Tx, steps: Steps, key: Parameters<typeof planStream>[0], before: number): Promise<void> {
  let plan: Plan | null = null;
  let version = 0;
  for (const { day, ...step } of steps) {
    const command = step as PlanCommand;
    const answer = decidePlan(command, plan);
    if ('refused' in answer) throw new Error(`the example plan is refused: ${answer.refused.code}`);
    const by = { actor: command.actor, occurredAt: instantOf(before - day, AFTERNOON) };
    version = await append(tx, { stream: planStream(key), after: version, events: answer.events, ...by });
    plan = answer.events.reduce<Plan | null>((state, event) => evolvePlan(state, { event, ...by }), plan);
  }
  if (plan !== null) await writePlan(tx, plan, version);
}
