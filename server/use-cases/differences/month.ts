import type { differencesFile as fileRoute, differencesMonth as monthRoute } from '@tokimori/contract/differences';
import type { Answer, FileAnswer, Input } from '@tokimori/contract/route';
import { csvLine } from '@tokimori/forms/csv';
import { formatDuration } from '@tokimori/law/time/minutes';
import { firstDayOf, formatYearMonth, lastDayOf } from '@tokimori/law/time/months';
import { ensure } from '../../access/policies.ts';
import { mayInvestigate, mayViewDifferencesOfAll } from '../../access/policies-differences.ts';
import { scopeOf } from '../../access/scope.ts';
import type { Actor, Context } from '../../context.ts';
import type { Tx } from '../../store/tenant.ts';
import { firstRecordedMonth } from '../reading/city-sums.ts';
import { type DepartmentTree, readTree } from '../reading/department-tree.ts';
import { dayOf, type Here, here, monthIndexOf } from '../reading/moment.ts';
import { personOf, personsOn } from '../reading/persons.ts';
import { saidView } from './day.ts';
import { type DifferenceRow, differenceColumns } from './difference-rows.ts';
import { noSums, sumsOf } from './month-sums.ts';
import { sectionIn } from './one-day.ts';
import { readSaid } from './said.ts';
import { differenceView } from './views.ts';

type View = Answer<typeof monthRoute>;
/** What is listed of what waits. */
const LISTED = 200;

/** Whose differences the actor reads: those of all (null), or of the sections the actor heads. */
async function sectionsFor(tx: Tx, actor: Actor, at: Here, tree: DepartmentTree): Promise<readonly string[] | null> {
  if (mayViewDifferencesOfAll(actor)) return null;
  const { departments } = await scopeOf(tx, actor, at.dutyDate);
  ensure(departments.size > 0);
  return [...new Set([...departments].map((department) => sectionIn(tree, department)))].filter((section) =>
    departments.has(section),
  );
}

const nameIn = (tree: DepartmentTree, section: string): string => tree.find(section)?.name ?? section;

/** 差異の状況: numbers and minutes of a month by section and outcome, and what waits for 人事課 or is overdue. */
export async function differencesMonth(context: Context, actor: Actor, input: Input<typeof monthRoute>): Promise<View> {
  const month = monthIndexOf(input.month);
  return context.store.tenant(actor.municipality, async (tx) => {
    const at = await here(context, tx);
    const tree = await readTree(tx, Math.min(at.dutyDay, lastDayOf(month)));
    const sections = await sectionsFor(tx, actor, at, tree);
    const [sums, waiting, ran, first, parameters] = await Promise.all([
      sumsOf(tx, at, month, sections),
      readWaiting(tx, at, sections),
      tx.query<{ through: string }>('select r.through from tk.difference_run r where r.municipality = $1', [
        tx.municipality,
      ]),
      firstRecordedMonth(tx),
      context.parameters(tx, firstDayOf(month)),
    ]);
    const { discrepancy: rules } = parameters.records;
    const all = sums.find(({ section }) => section === null);
    return {
      month: input.month,
      on: at.dutyDate,
      through: ran[0]?.through ?? null,
      all: all === undefined ? noSums : withoutSection(all),
      sections: sums
        .flatMap((each) =>
          each.section === null ? [] : [{ ...each, section: each.section, name: nameIn(tree, each.section) }],
        )
        .sort((a, b) => b.total - a.total || b.minutes - a.minutes || (a.section < b.section ? -1 : 1)),
      waiting: await waitingViews(tx, actor, at, waiting.slice(0, LISTED)),
      waitingCount: waiting.length,
      rules: {
        afterDuty: rules.afterDuty,
        afterOvertime: rules.afterOvertime,
        atLeast: rules.fires === 'atLeast',
        grave: rules.grave,
        answerDays: rules.answerDays,
        confirmDays: rules.confirmDays,
      },
      previous: first !== null && month > first ? formatYearMonth(month - 1) : null,
      next: month < at.month ? formatYearMonth(month + 1) : null,
    };
  });
}

const withoutSection = ({ section: _section, ...sums }: View['all'] & { section: string | null }): View['all'] => sums;

/** What 人事課 has to decide, then what is overdue; the earliest deadline first. */
async function readWaiting(tx: Tx, at: Here, sections: readonly string[] | null): Promise<DifferenceRow[]> {
  return tx.query<DifferenceRow>(
    `select ${differenceColumns} from tk.difference d
      where d.municipality = $1 and d.due_on is not null and (d.due_who = 'personnel' or d.due_on < $2::date)
        and ($3::text[] is null or d.section = any($3))
      order by d.due_on, d.duty_date, d.staff limit 1000`,
    [tx.municipality, at.dutyDate, sections],
  );
}

async function waitingViews(tx: Tx, actor: Actor, at: Here, rows: readonly DifferenceRow[]): Promise<View['waiting']> {
  if (rows.length === 0) return [];
  const staff = [...new Set(rows.map((row) => row.staff))];
  const days = rows.map((row) => dayOf(row.duty_date));
  const [persons, said] = await Promise.all([
    personsOn(tx, staff, at.dutyDate),
    readSaid(tx, staff, Math.min(...days), Math.max(...days)),
  ]);
  return Promise.all(
    rows.map(async (row) => ({
      ...differenceView(row, at.dutyDate),
      person: personOf(persons, row.staff),
      said: await saidView(tx, said.get(`${row.staff} ${dayOf(row.duty_date)}`)),
      mayInvestigate: mayInvestigate(actor, row.staff),
    })),
  );
}

const header = [
  '課コード',
  '課',
  '差異の件数',
  '差異の時間',
  '未決',
  '期限切れ',
  '勤務(補正)',
  '補正した時間',
  '勤務でない',
  '理由のみ',
  '記録の訂正',
  '差異がなくなった',
  '答えるまでの日数(中央値)',
];

/** The same by section as CSV in UTF-8 with a BOM; durations as 時:分. */
export async function differencesFile(
  context: Context,
  actor: Actor,
  input: Input<typeof fileRoute>,
): Promise<FileAnswer> {
  const { sections, all } = await differencesMonth(context, actor, input);
  const line = (code: string, name: string, each: View['all']) =>
    csvLine([
      code,
      name,
      each.total,
      formatDuration(each.minutes),
      each.open,
      each.overdue,
      each.corrected,
      formatDuration(each.correctedMinutes),
      each.notWork,
      each.explained,
      each.recordCorrected,
      each.lapsed,
      each.answerDays,
    ]);
  const text = [
    csvLine(header),
    ...sections.map((each) => line(each.section, each.name, each)),
    line('', '計', all),
  ].join('');
  return {
    fileName: `差異の状況_${input.month}.csv`,
    mediaType: 'text/csv; charset=utf-8',
    bytes: Buffer.from(`\ufeff${text}`, 'utf8'),
  };
}
