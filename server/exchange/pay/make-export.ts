import { randomUUID } from 'node:crypto';
import { columnsOf, payHoursOf } from '@tokimori/law/pay/bulk';
import { formatYearMonth, type MonthIndex } from '@tokimori/law/time/months';
import type { PayLayout } from '@tokimori/ordinances/pay-layout/layout';
import { className } from '@tokimori/ordinances/pay-layout/layout';
import { type PayFigures, withoutPlace } from '@tokimori/ordinances/pay-layout/render';
import { refuse } from '../../access/refusal.ts';
import type { Context } from '../../context.ts';
import type { Tx } from '../../store/tenant.ts';
import type { DepartmentTree } from '../../use-cases/reading/department-tree.ts';
import { type Here, monthDate } from '../../use-cases/reading/moment.ts';
import { type ExportLine, insertLines, toldBefore } from './lines.ts';
import {
  barring,
  type PayGround,
  type PayProblem,
  payGround,
  type RecordedPerson,
  readPersonMonths,
} from './person-months.ts';

/** People of one batch. */
const BATCH = 1_000;
/** People that a problem names. */
const NAMED = 50;

export type Wanted = {
  readonly month: MonthIndex;
  readonly layout: PayLayout;
  readonly tree: DepartmentTree;
  /** The export whose differences alone are written; null: everybody is. */
  readonly before: { readonly id: string; readonly classes: readonly string[] } | null;
};
export type Problems = Readonly<Record<string, { count: number; people: { staff: string; name: string }[] }>>;
export type Gathered = {
  readonly id: string;
  readonly classes: readonly string[];
  readonly people: number;
  readonly open: number;
  readonly roundingUpFrom: number;
  readonly problems: Problems;
};

type Row = RecordedPerson & { name: string; kana: string; department: string; closed: boolean };

const readBatch = (tx: Tx, month: MonthIndex, after: string): Promise<Row[]> =>
  tx.query<Row>(
    `select r.staff, s.name, s.kana, r.department, r.source, r.overtime, r.holiday_work, r.unclassifiable, c.staff is not null as closed
     from tk.month_record r
     join tk.staff s on s.municipality = $1 and s.staff = r.staff
     left join tk.month_closed c on c.municipality = $1 and c.month = $2::date and c.staff = r.staff
     where r.municipality = $1 and r.month = $2::date and r.staff > $3
     order by r.staff limit ${BATCH}`,
    [tx.municipality, monthDate(month), after],
  );

const isNothing = ({ byClass }: PayFigures): boolean => byClass.every((minutes) => minutes === 0);
const isSame = (a: PayFigures, b: PayFigures): boolean =>
  a.beyondSixty === b.beyondSixty &&
  a.timeOffInLieu === b.timeOffInLieu &&
  a.byClass.every((minutes, at) => minutes === (b.byClass[at] ?? 0));

/** Hours by class of some people, in their order. */
async function figuresOf(tx: Tx, people: readonly Row[], ground: PayGround) {
  const months = await readPersonMonths(tx, people, ground);
  const isBarred = ({ problems }: (typeof months)[number]) => problems.some((problem) => barring.includes(problem));
  const blank = { month: ground.month, overtime: [], holidayWork: [], reallotted: [], nightRegular: [] };
  const hours = payHoursOf(
    columnsOf(
      months.map((each) => (isBarred(each) ? blank : each.pay)),
      ground.rules,
    ),
    ground.rules,
  );
  const width = hours.classes.length;
  return {
    classes: hours.classes.map(({ allowance, rate }) => `${allowance}/${rate}`),
    months: months.map((each, at) => ({
      problems: each.problems,
      isBarred: isBarred(each),
      figures: {
        byClass: [...hours.exact.subarray(at * width, (at + 1) * width)],
        beyondSixty: hours.beyondSixty[at] ?? 0,
        timeOffInLieu: hours.timeOffInLieu[at] ?? 0,
      },
    })),
  };
}

/** Figures of another order of classes in this one. */
function inOrderOf(classes: readonly string[], figures: PayFigures, own: readonly string[]): PayFigures {
  return { ...figures, byClass: classes.map((key) => figures.byClass[own.indexOf(key)] ?? 0) };
}

/** What is known of an export while its people come by. */
class Gathering {
  readonly id = randomUUID();
  readonly problems: Record<string, { count: number; people: { staff: string; name: string }[] }> = {};
  readonly used = new Set<string>();
  classes: readonly string[] = [];
  met = 0;
  people = 0;
  open = 0;

  meet({ staff, name, closed }: Row, problems: readonly PayProblem[]): void {
    this.met += 1;
    if (!closed) this.open += 1;
    for (const problem of problems) {
      const found = this.problems[problem] ?? { count: 0, people: [] };
      this.problems[problem] = found;
      found.count += 1;
      if (found.people.length < NAMED) found.people.push({ staff, name });
    }
  }

  keep(classes: readonly string[], lines: readonly ExportLine[]): void {
    this.classes = classes;
    for (const { figures, before, written } of lines) {
      if (!written) continue;
      this.people += 1;
      for (const [place, key] of classes.entries())
        if ((figures.byClass[place] ?? 0) > 0 || (before?.byClass[place] ?? 0) > 0) this.used.add(key);
    }
  }
}

type Made = Awaited<ReturnType<typeof figuresOf>>['months'][number];
type Told = Awaited<ReturnType<typeof toldBefore>>;
type Making = Pick<Wanted, 'layout' | 'tree' | 'before'> & {
  readonly classes: readonly string[];
  readonly told: Told;
};

const nothingOf = (classes: readonly string[]): PayFigures => ({
  byClass: classes.map(() => 0),
  beyondSixty: 0,
  timeOffInLieu: 0,
});

/**
 * The line of a person; null for somebody whom the file does not know. In a file of differences it is written only when it says something
 * else than before; hours that are not known leave what was told as it is.
 */
function lineOf(person: Row, made: Made, { classes, layout, tree, before, told }: Making): ExportLine | null {
  const { staff, name, kana, department, closed } = person;
  const earlier = told.get(staff);
  const was = before === null || earlier === undefined ? null : inOrderOf(classes, earlier.figures, before.classes);
  const who = { staff, name, kana, department, departmentName: tree.path(department) || department, closed };
  if (made.isBarred) return was === null ? null : { ...who, figures: was, before: was, written: false };
  const isLeftOut = isNothing(made.figures) && layout.people === 'withHours';
  if (before === null) return isLeftOut ? null : { ...who, figures: made.figures, before: null, written: true };
  if (isLeftOut && was === null) return null;
  const start = was ?? nothingOf(classes);
  return { ...who, figures: made.figures, before: start, written: !isSame(made.figures, start) };
}

/** Those of whom something was told before and who have no record in the month any more: their hours are taken back. */
function goneLines(present: ReadonlySet<string>, { classes, before, told }: Making): readonly ExportLine[] {
  return [...told].flatMap(([staff, { line, figures }]) => {
    if (before === null || present.has(staff) || isNothing(figures)) return [];
    return [
      { ...line, figures: nothingOf(classes), before: inOrderOf(classes, figures, before.classes), written: true },
    ];
  });
}

/**
 * Gathers what payroll is told of a month: everybody's hours by class, kept as the lines of an export, people in portions.
 * @throws Refusal `pay.no-records` for a month without any; `pay.without-place` when somebody has hours of a class for which the layout has no place
 */
export async function gatherExport(context: Context, tx: Tx, at: Here, wanted: Wanted): Promise<Gathered> {
  const { month, layout, before } = wanted;
  const ground = await payGround(context, tx, at, month);
  const gathering = new Gathering();
  for (let after: string | null = ''; after !== null; ) {
    const people = await readBatch(tx, month, after);
    const { classes, months } = await figuresOf(tx, people, ground);
    const last: string | null = people.length < BATCH ? null : (people.at(-1)?.staff ?? null);
    const told: Told = before === null ? new Map() : await toldBefore(tx, before.id, after, last);
    const making = { ...wanted, classes, told };
    const lines = people.flatMap((person, place) => {
      const made = months[place];
      if (made === undefined) return [];
      gathering.meet(person, made.problems);
      return lineOf(person, made, making) ?? [];
    });
    lines.push(...goneLines(new Set(people.map(({ staff }) => staff)), making));
    gathering.keep(classes, lines);
    await insertLines(tx, gathering.id, lines);
    after = last;
  }
  if (gathering.met === 0) noRecords(month);
  refuseWithoutPlace(layout, [...gathering.used]);
  const { id, classes, people, open, problems } = gathering;
  return { id, classes, people, open, problems, roundingUpFrom: ground.rules.payRoundingUpFrom };
}

function noRecords(month: MonthIndex): never {
  refuse('pay.no-records', {
    status: 404,
    title: '記録のない月です',
    detail: `${formatYearMonth(month)} の記録がありません。月を確かめるか、打刻や時間外勤務を先に取り込んでください。`,
  });
}

function refuseWithoutPlace(layout: PayLayout, used: readonly string[]): void {
  const lost = withoutPlace(layout, used);
  if (lost.length === 0) return;
  refuse('pay.without-place', {
    status: 422,
    title: 'レイアウトに入らない時間があります',
    detail: `${lost.map(className).join('、')} の時間がある職員がいますが、レイアウト「${layout.name}」にその${layout.rows === 'person' ? '列' : 'コード'}がありません。レイアウトに加えてから、もう一度作ってください。ファイルは作っていません。`,
  });
}
