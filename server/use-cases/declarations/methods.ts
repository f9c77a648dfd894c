import {
  type DaysBySource,
  type DepartmentRecording,
  judgeRecording,
  type Recording,
} from '@tokimori/law/record-keeping/recording-method/judge-recording';
import type { RecordingRules } from '@tokimori/law/record-keeping/rules';
import type { EpochDay, LocalDate } from '@tokimori/law/time/civil';
import type { Tx } from '../../store/tenant.ts';
import { dayOf } from '../reading/moment.ts';
import { stepView } from '../reading/views.ts';

/** How the days of one 課 were recorded in a month, and whom explanations are owed to. */
export type SectionMethod = {
  readonly section: string;
  readonly days: DaysBySource;
  readonly selfDeclaring: readonly string[];
  readonly timeKeepers: readonly string[];
};

type Held = { staff: string; audience: 'staff' | 'timeKeepers'; held_on: string };

/** The last explanation to each person, by `audience staff`. */
async function readExplained(tx: Tx, staff: readonly string[]): Promise<ReadonlyMap<string, EpochDay>> {
  const rows = await tx.query<Held>(
    `select e.staff, e.audience, max(e.held_on) as held_on from tk.explanation_person e
      where e.municipality = $1 and e.staff = any($2) group by e.staff, e.audience`,
    [tx.municipality, staff],
  );
  return new Map(rows.map((row) => [`${row.audience} ${row.staff}`, dayOf(row.held_on)]));
}

async function readSurveyed(tx: Tx, sections: readonly string[]): Promise<ReadonlyMap<string, EpochDay>> {
  const rows = await tx.query<{ section: string; held_on: string }>(
    `select s.section, max(s.held_on) as held_on from tk.declaration_survey s
      where s.municipality = $1 and s.section = any($2) group by s.section`,
    [tx.municipality, sections],
  );
  return new Map(rows.map((row) => [row.section, dayOf(row.held_on)]));
}

/** What the law says of some sections, with the explanations and surveys registered up to a day. */
async function judge(
  tx: Tx,
  methods: readonly SectionMethod[],
  asOf: EpochDay,
  rules: RecordingRules,
): Promise<{ readonly outcome: Recording; readonly stepsOf: (section: string) => readonly object[] }> {
  const people = methods.flatMap(({ selfDeclaring, timeKeepers }) => [...selfDeclaring, ...timeKeepers]);
  const [explained, surveyed] = await Promise.all([
    readExplained(tx, [...new Set(people)]),
    readSurveyed(
      tx,
      methods.map(({ section }) => section),
    ),
  ]);
  const told = (audience: Held['audience'], staff: readonly string[]) =>
    staff.map((person) => ({ person, explainedOn: explained.get(`${audience} ${person}`) ?? null }));
  const departments = methods.map(
    ({ section, days, selfDeclaring, timeKeepers }): DepartmentRecording => ({
      department: section,
      days,
      selfDeclaring: told('staff', selfDeclaring),
      timeKeepers: told('timeKeepers', timeKeepers),
      surveyedOn: surveyed.get(section) ?? null,
    }),
  );
  const { outcome, steps } = judgeRecording(departments, asOf, rules);
  return {
    outcome,
    stepsOf: (section) => steps.filter(({ words }) => words?.department === section).map(stepView),
  };
}

/** Judges the methods of sections of a month on a day, and writes them. */
export async function writeMethods(
  tx: Tx,
  month: LocalDate,
  methods: readonly SectionMethod[],
  asOf: EpochDay,
  rules: RecordingRules,
): Promise<void> {
  if (methods.length === 0) return;
  const { outcome, stepsOf } = await judge(tx, methods, asOf, rules);
  const rows = outcome.departments.map((department, at) => ({ ...department, of: methods[at] as SectionMethod }));
  await tx.query(
    `insert into tk.recording_method as m (municipality, month, section, days, self_declaring, time_keepers, method, flagged, open, steps)
     select $1, $2::date, u.section, u.days::jsonb, u.self_declaring::text[], u.time_keepers::text[], u.method, u.flagged, u.open::jsonb, u.steps::jsonb
       from unnest($3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::boolean[], $9::text[], $10::text[])
         as u (section, days, self_declaring, time_keepers, method, flagged, open, steps)
     on conflict (municipality, month, section) do update set days = excluded.days, self_declaring = excluded.self_declaring,
       time_keepers = excluded.time_keepers, method = excluded.method, flagged = excluded.flagged, open = excluded.open,
       steps = excluded.steps`,
    [
      tx.municipality,
      month,
      rows.map(({ department }) => department),
      rows.map(({ of }) => JSON.stringify(of.days)),
      rows.map(({ of }) => asArray(of.selfDeclaring)),
      rows.map(({ of }) => asArray(of.timeKeepers)),
      rows.map(({ method }) => method),
      rows.map(({ flagged }) => flagged),
      rows.map(({ open }) => JSON.stringify(open)),
      rows.map(({ department }) => JSON.stringify(stepsOf(department))),
    ],
  );
}

/** An array as PostgreSQL reads it; numbers of staff may hold anything. */
const asArray = (values: readonly string[]): string =>
  `{${values.map((value) => `"${value.replace(/["\\]/g, '\\$&')}"`).join(',')}}`;

/** The latest month whose methods are known; null before the first. */
export async function latestMethods(tx: Tx): Promise<LocalDate | null> {
  const [row] = await tx.query<{ month: string | null }>(
    'select max(m.month) as month from tk.recording_method m where m.municipality = $1',
    [tx.municipality],
  );
  return row?.month ?? null;
}

/** Judges sections of the latest month again, after an explanation or a survey was registered. `null` = all sections. */
export async function judgeMethodsAgain(
  tx: Tx,
  sections: readonly string[] | null,
  asOf: EpochDay,
  rules: RecordingRules,
): Promise<void> {
  const month = await latestMethods(tx);
  if (month === null) return;
  const rows = await tx.query<{
    section: string;
    days: DaysBySource;
    self_declaring: string[];
    time_keepers: string[];
  }>(
    `select m.section, m.days, m.self_declaring, m.time_keepers from tk.recording_method m
      where m.municipality = $1 and m.month = $2::date and ($3::text[] is null or m.section = any($3)) order by m.section`,
    [tx.municipality, month, sections],
  );
  const methods = rows.map(({ section, days, self_declaring: selfDeclaring, time_keepers: timeKeepers }) => ({
    section,
    days,
    selfDeclaring,
    timeKeepers,
  }));
  await writeMethods(tx, month, methods, asOf, rules);
}
