import type { StepView } from '@tokimori/contract/values';
import type { Decision, Step } from '@tokimori/law/decision/decision';
import type {
  ClippedReport,
  ClippedStepName,
  LimitCount,
  RepeatCount,
} from '@tokimori/law/record-keeping/clipped/types';
import { formatYearMonth, type MonthIndex } from '@tokimori/law/time/months';
import type { Tx } from '../../store/tenant.ts';
import { monthDate } from '../reading/moment.ts';
import { stepView } from '../reading/views.ts';

type ClippedStep = Step<ClippedStepName>;
export type FindingLevel = 'person' | 'group' | 'repeated';

/** One finding as it is stored. */
type Finding = {
  readonly level: FindingLevel;
  readonly who: string;
  readonly limit: number;
  readonly section: string;
  readonly verdict: 'conspicuous' | 'ordinary';
  readonly observed: number;
  readonly oneIn: number;
  readonly step: StepView;
  readonly months: readonly { readonly staff: string; readonly month: string }[];
};

const aboutLimit = new Set<string>(['belowLimitConspicuous', 'belowLimitOrdinary', 'belowLimitNotJudged']);
const aboutRepeat = new Set<string>(['repeatedConspicuous', 'repeatedOrdinary', 'repeatedNotJudged']);

/**
 * What is kept of a report: whatever is conspicuous, and of sections also what chance explains. Months of a single person that
 * chance explains are nobody's business and are not kept.
 */
function findingsOf(
  { outcome, steps }: Decision<ClippedReport, ClippedStepName>,
  sectionOf: ReadonlyMap<string, string>,
): Finding[] {
  const limitSteps = steps.filter(({ says }) => aboutLimit.has(says));
  const repeatSteps = steps.filter(({ says }) => aboutRepeat.has(says));
  return [
    ...outcome.limits.flatMap((count, at) => limitFinding(count, limitSteps[at], sectionOf)),
    ...outcome.repeated.flatMap((count, at) => repeatFinding(count, repeatSteps[at], sectionOf)),
  ];
}

function limitFinding(
  count: LimitCount,
  step: ClippedStep | undefined,
  sectionOf: ReadonlyMap<string, string>,
): Finding[] {
  const { verdict, level, who } = count;
  const kept = verdict === 'conspicuous' || (verdict === 'ordinary' && level === 'group');
  if (step === undefined || verdict === 'notJudged' || !kept) return [];
  const section = level === 'group' ? (who ?? '') : (sectionOf.get(who ?? '') ?? '');
  const months = count.months.map(({ person, month }) => ({ staff: person, month: formatYearMonth(month) }));
  const { observed, oneIn, most: limit } = count;
  return [{ level, who: who ?? '', limit, section, verdict, observed, oneIn, step: stepView(step), months }];
}

function repeatFinding(
  count: RepeatCount,
  step: ClippedStep | undefined,
  sectionOf: ReadonlyMap<string, string>,
): Finding[] {
  const { verdict, person, total: limit, observed, oneIn } = count;
  if (step === undefined || verdict !== 'conspicuous') return [];
  const section = sectionOf.get(person) ?? '';
  return [
    { level: 'repeated', who: person, limit, section, verdict, observed, oneIn, step: stepView(step), months: [] },
  ];
}

/** Writes the check of a month with its findings; those of an earlier run of the same month are replaced. */
export async function writeCheck(
  tx: Tx,
  check: {
    readonly through: MonthIndex;
    readonly from: MonthIndex;
    readonly judged: Decision<ClippedReport, ClippedStepName>;
    /** 課 of each person in the last month known. */
    readonly sectionOf: ReadonlyMap<string, string>;
    readonly now: Date;
  },
): Promise<void> {
  const { through, from, judged, sectionOf, now } = check;
  const { outcome, steps } = judged;
  const findings = findingsOf(judged, sectionOf);
  const together = steps.filter(({ says }) => !aboutLimit.has(says) && !aboutRepeat.has(says)).map(stepView);
  await tx.query('delete from tk.declaration_finding f where f.municipality = $1 and f.through = $2::date', [
    tx.municipality,
    monthDate(through),
  ]);
  await tx.query(
    `insert into tk.declaration_check as c (municipality, through, first_month, months, with_presence, without_record, conspicuous, steps, ran_at)
     values ($1, $2::date, $3::date, $4, $5, $6, $7, $8::jsonb, $9)
     on conflict (municipality, through) do update set first_month = excluded.first_month, months = excluded.months,
       with_presence = excluded.with_presence, without_record = excluded.without_record, conspicuous = excluded.conspicuous,
       steps = excluded.steps, ran_at = excluded.ran_at`,
    [
      tx.municipality,
      monthDate(through),
      monthDate(from),
      outcome.months,
      outcome.withPresence,
      outcome.withoutRecord,
      findings.filter(({ verdict }) => verdict === 'conspicuous').length,
      JSON.stringify(together),
      now,
    ],
  );
  await tx.query(
    `insert into tk.declaration_finding (municipality, through, level, who, limit_minutes, section, verdict, observed, one_in, step, months)
     select $1, $2::date, u.level, u.who, u.limit_minutes, u.section, u.verdict, u.observed, u.one_in, u.step::jsonb, u.months::jsonb
       from unnest($3::text[], $4::text[], $5::integer[], $6::text[], $7::text[], $8::integer[], $9::integer[], $10::text[], $11::text[])
         as u (level, who, limit_minutes, section, verdict, observed, one_in, step, months)
     on conflict (municipality, through, level, who, limit_minutes) do nothing`,
    [
      tx.municipality,
      monthDate(through),
      findings.map(({ level }) => level),
      findings.map(({ who }) => who),
      findings.map(({ limit }) => limit),
      findings.map(({ section }) => section),
      findings.map(({ verdict }) => verdict),
      findings.map(({ observed }) => observed),
      findings.map(({ oneIn }) => oneIn),
      findings.map(({ step }) => JSON.stringify(step)),
      findings.map(({ months }) => JSON.stringify(months)),
    ],
  );
}
