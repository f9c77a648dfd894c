import type { DigitalEffect, WorkReview } from '@tokimori/contract/registers/entries';
import { type EpochDay, formatLocalDate } from '@tokimori/law/time/civil';
import { firstDayOf, firstMonthOf, fiscalYearOf, monthOf } from '@tokimori/law/time/months';
import type { Tx } from '../store/tenant.ts';
import { append } from '../use-cases/journal.ts';
import { digitalEffectRegister } from '../use-cases/registers/digital-effects.ts';
import { type Register, writeEntry } from '../use-cases/registers/entries.ts';
import { workReviewRegister } from '../use-cases/registers/work-reviews.ts';
import { demoId } from './ids.ts';

/** Kinds of ids of the demonstration. */
const [REVIEWS, EFFECTS] = [12, 13];
const HOUR = 60;
type Saving = WorkReview['savings'][number];
const saving = (measure: Saving['measure'], what: string, planned: number, actual: number | null): Saving => ({
  measure,
  what,
  planned: planned * HOUR,
  actual: actual === null ? null : actual * HOUR,
});

/** What sections of the example city wrote into the registers this fiscal year and the last one. */
export async function writeDemoRegisters(
  tx: Tx,
  asOf: EpochDay,
  now: Date,
  headOf: (department: string) => string,
): Promise<void> {
  const fiscalYear = fiscalYearOf(monthOf(asOf));
  const dayOf = (year: number, month: number, day: number) =>
    formatLocalDate(firstDayOf(firstMonthOf(year) + ((month + 8) % 12)) + day - 1);
  for (const [nth, content] of reviewsOf(fiscalYear, dayOf).entries())
    await write(tx, workReviewRegister, demoId(REVIEWS, nth, 0, 0), content, { now, headOf });
  for (const [nth, content] of effectsOf(fiscalYear, dayOf).entries())
    await write(tx, digitalEffectRegister, demoId(EFFECTS, nth, 0, 0), content, { now, headOf });
}

type DayOf = (fiscalYear: number, month: number, day: number) => string;

function reviewsOf(fiscalYear: number, dayOf: DayOf): WorkReview[] {
  const blank = { fiscalYear, decision: null, external: null, budget: '', steps: [] as WorkReview['steps'] };
  const done = (step: WorkReview['steps'][number]['step'], month: number, day: number) =>
    ({ step, state: 'done', on: dayOf(fiscalYear, month, day) }) as const;
  return [
    {
      ...blank,
      kind: 'task',
      name: '課内会議と復命書の見直し',
      department: '3020',
      viewpoints: [
        { viewpoint: 'method', finding: '資料を1枚にし、出席者を担当に絞る' },
        { viewpoint: 'workload', finding: '議事録の作成が時間外になっている' },
      ],
      decision: 'improve',
      steps: [done('shown', 5, 12), done('set', 6, 15), done('told', 7, 6)],
      savings: [
        saving('meetings', 'Web会議と資料の事前配付', 120, 64),
        saving('systems', '会議録作成支援の利用', 60, null),
      ],
    },
    {
      ...blank,
      kind: 'project',
      name: '市民ふれあいまつり',
      department: '3010',
      viewpoints: [
        { viewpoint: 'necessity', finding: '来場者が3年続けて減っている' },
        { viewpoint: 'spending', finding: '警備の委託料が1.4倍になっている' },
      ],
      decision: 'reduce',
      external: { on: dayOf(fiscalYear, 8, 20), opinion: '2日間を1日にまとめ、準備の負担を減らすこと。' },
      budget: '委託料の減',
      steps: [done('chosen', 5, 11), done('examined', 6, 30), done('evaluated', 8, 20), done('consulted', 9, 10)],
      savings: [saving('other', '開催日数の減', 180, null)],
    },
    {
      ...blank,
      kind: 'task',
      name: '照会への回答の様式',
      department: '1010',
      viewpoints: [{ viewpoint: 'division', finding: '同じ照会を二つの課が受けている' }],
      savings: [saving('manuals', '質疑応答集の共有', 40, null), saving('mail', '件名の決まり', 10, null)],
    },
  ];
}

function effectsOf(fiscalYear: number, dayOf: DayOf): DigitalEffect[] {
  const common = { robot: null, until: null, initialCost: null, yearlyCost: null, note: '' } as const;
  return [
    {
      ...common,
      tool: 'rpa',
      name: '時間外勤務の実績の集計',
      work: '勤怠の記録の抽出と、部局ごとの集計',
      department: '1020',
      before: 96 * HOUR,
      robot: 12 * HOUR,
      human: 9 * HOUR,
      since: dayOf(fiscalYear - 1, 10, 1),
      yearlyCost: 180_000,
    },
    {
      ...common,
      tool: 'aiOcr',
      name: '口座振替の申込書の入力',
      work: '手書きの申込書の読み取りと登録',
      department: '2040',
      before: 420 * HOUR,
      robot: 30 * HOUR,
      human: 60 * HOUR,
      since: dayOf(fiscalYear, 4, 1),
      initialCost: 600_000,
      note: '入力の誤りも減った',
    },
    {
      ...common,
      tool: 'onlineForm',
      name: '国保の資格の届出',
      work: '電子申請での受付と、資格データへの取り込み',
      department: '3020',
      before: 260 * HOUR,
      human: 150 * HOUR,
      since: dayOf(fiscalYear, 6, 1),
    },
  ];
}

/** One entry as its head registered it. */
async function write<C extends { readonly department: string }>(
  tx: Tx,
  register: Register<C>,
  id: string,
  content: C,
  { now, headOf }: { readonly now: Date; readonly headOf: (department: string) => string },
): Promise<void> {
  const actor = headOf(content.department);
  const version = await append(tx, {
    stream: `${register.stream}/${id}`,
    after: 0,
    events: [{ kind: 'EntryRegistered', data: { content } }],
    actor,
    occurredAt: now,
  });
  const span = register.span(content, { yearStartMonth: 4 });
  await writeEntry(tx, register, { id, state: 'registered', content, version, changedBy: actor, changedAt: now }, span);
}
