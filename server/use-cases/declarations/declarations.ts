import type { declarationsView as viewRoute } from '@tokimori/contract/declarations';
import type { Answer } from '@tokimori/contract/route';
import type { StepView } from '@tokimori/contract/values';
import { ensure } from '../../access/policies.ts';
import { mayRegisterDeclarations, mayViewDeclarations } from '../../access/policies-differences.ts';
import type { Actor, Context } from '../../context.ts';
import { formatInstant } from '../../runtime/clock.ts';
import type { Tx } from '../../store/tenant.ts';
import { type DepartmentTree, readTree } from '../reading/department-tree.ts';
import { here } from '../reading/moment.ts';
import { namesOf } from '../reading/names.ts';
import type { FindingLevel } from './check-rows.ts';
import { latestMethods } from './methods.ts';

type View = Answer<typeof viewRoute>;
type Check = NonNullable<View['check']>;

/** 申告の点検: the latest check, investigations, explanations, and what is still owed. Only stored rows are read. */
export async function declarationsView(context: Context, actor: Actor): Promise<View> {
  ensure(mayViewDeclarations(actor));
  return context.store.tenant(actor.municipality, async (tx) => {
    const at = await here(context, tx);
    const tree = await readTree(tx, at.dutyDay);
    const [check, methods, surveys, explanations] = await Promise.all([
      readCheck(tx, tree),
      readMethods(tx, tree),
      readSurveys(tx, tree),
      readExplanations(tx, tree),
    ]);
    return {
      check,
      ...methods,
      surveys,
      explanations,
      sections: tree.nodes
        .filter(({ kind }) => kind === 'division')
        .map(({ department, name }) => ({ section: department, name })),
      mayRegister: mayRegisterDeclarations(actor),
    };
  });
}

const nameIn = (tree: DepartmentTree, section: string): string =>
  section === '' ? '全庁' : (tree.find(section)?.name ?? section);

type CheckRow = {
  through: string;
  first_month: string;
  ran_at: Date;
  months: number;
  with_presence: number;
  without_record: number;
  conspicuous: number;
  steps: StepView[];
};
type FindingRow = {
  level: FindingLevel;
  who: string;
  name: string | null;
  limit_minutes: number;
  section: string;
  verdict: 'conspicuous' | 'ordinary';
  step: StepView;
  months: { staff: string; month: string }[];
  surveyed_on: string | null;
};

async function readCheck(tx: Tx, tree: DepartmentTree): Promise<Check | null> {
  const [row] = await tx.query<CheckRow>(
    `select c.through, c.first_month, c.ran_at, c.months, c.with_presence, c.without_record, c.conspicuous, c.steps
       from tk.declaration_check c where c.municipality = $1 order by c.through desc limit 1`,
    [tx.municipality],
  );
  if (row === undefined) return null;
  const findings = await tx.query<FindingRow>(
    `select f.level, f.who, s.name, f.limit_minutes, f.section, f.verdict, f.step, f.months,
       (select max(v.held_on) from tk.declaration_survey v
         where v.municipality = $1 and v.section = f.section and v.held_on >= $2::date) as surveyed_on
     from tk.declaration_finding f left join tk.staff s on s.municipality = $1 and s.staff = f.who
     where f.municipality = $1 and f.through = $2::date
     order by f.verdict, f.one_in desc, f.level, f.who, f.limit_minutes limit 200`,
    [tx.municipality, row.through],
  );
  const names = await namesOf(
    tx,
    findings.flatMap(({ months }) => months.map(({ staff }) => staff)),
  );
  return {
    from: row.first_month.slice(0, 7),
    through: row.through.slice(0, 7),
    ranAt: formatInstant(row.ran_at),
    months: row.months,
    withPresence: row.with_presence,
    withoutRecord: row.without_record,
    conspicuous: row.conspicuous,
    steps: row.steps,
    findings: findings.map((each) => findingView(each, tree, names)),
  };
}

function findingView(
  row: FindingRow,
  tree: DepartmentTree,
  names: ReadonlyMap<string, string>,
): Check['findings'][number] {
  const name = row.level === 'group' ? nameIn(tree, row.who) : (row.name ?? row.who);
  return {
    level: row.level,
    who: row.who,
    name,
    section: row.section,
    sectionName: nameIn(tree, row.section),
    limit: row.limit_minutes,
    conspicuous: row.verdict === 'conspicuous',
    // The law names people by number and sections by code; the page by name.
    step: {
      ...row.step,
      words: { ...row.step.words, who: row.who === '' ? '' : row.level === 'group' ? name : `${row.who} ${name}` },
    },
    months: row.months.map(({ staff, month }) => ({ staff, month, name: names.get(staff) ?? staff })),
    surveyedOn: row.surveyed_on,
  };
}

type MethodRow = {
  section: string;
  method: View['methods'][number]['method'];
  flagged: boolean;
  days: Record<string, number>;
  open: { duty: string; count: number }[];
  steps: StepView[];
};

/** Sections of the latest month that are flagged or owe something; the others need nothing. */
async function readMethods(tx: Tx, tree: DepartmentTree): Promise<Pick<View, 'methods' | 'methodsOf'>> {
  const month = await latestMethods(tx);
  if (month === null) return { methods: [], methodsOf: null };
  const rows = await tx.query<MethodRow>(
    `select m.section, m.method, m.flagged, m.days, m.open, m.steps from tk.recording_method m
      where m.municipality = $1 and m.month = $2::date and (m.flagged or m.open <> '[]'::jsonb) order by m.section`,
    [tx.municipality, month],
  );
  return {
    methodsOf: month.slice(0, 7),
    methods: rows.map(({ open, steps, ...row }) => {
      const name = nameIn(tree, row.section);
      return {
        ...row,
        name,
        open: open.map(({ duty, count }) => ({ duty, count })),
        steps: steps.map((step) => ({ ...step, words: { ...step.words, department: name } })),
      };
    }),
  };
}

type SurveyRow = {
  id: string;
  section: string;
  held_on: string;
  about: { words?: string };
  result: View['surveys'][number]['result'];
  found: string;
  follows: string;
  by: string;
  recorded_at: Date;
};

async function readSurveys(tx: Tx, tree: DepartmentTree): Promise<View['surveys']> {
  const rows = await tx.query<SurveyRow>(
    `select v.id, v.section, v.held_on, v.about, v.result, v.found, v.follows, coalesce(s.name, v.recorded_by) as by, v.recorded_at
       from tk.declaration_survey v left join tk.staff s on s.municipality = $1 and s.staff = v.recorded_by
      where v.municipality = $1 order by v.held_on desc, v.recorded_at desc limit 50`,
    [tx.municipality],
  );
  return rows.map((row) => ({
    id: row.id,
    section: row.section,
    sectionName: nameIn(tree, row.section),
    heldOn: row.held_on,
    about: row.about.words ?? '',
    result: row.result,
    found: row.found,
    follows: row.follows,
    by: row.by,
    at: formatInstant(row.recorded_at),
  }));
}

type ExplanationRow = {
  id: string;
  held_on: string;
  audience: 'staff' | 'timeKeepers';
  section: string;
  material: string;
  people: number;
  by: string;
};

async function readExplanations(tx: Tx, tree: DepartmentTree): Promise<View['explanations']> {
  const rows = await tx.query<ExplanationRow>(
    `select e.id, e.held_on, e.audience, e.section, e.material, e.people, coalesce(s.name, e.recorded_by) as by
       from tk.explanation e left join tk.staff s on s.municipality = $1 and s.staff = e.recorded_by
      where e.municipality = $1 order by e.held_on desc, e.recorded_at desc limit 50`,
    [tx.municipality],
  );
  return rows.map(({ held_on: heldOn, ...row }) => ({ ...row, heldOn, sectionName: nameIn(tree, row.section) }));
}
