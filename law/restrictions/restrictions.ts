import type { Decision, Step } from '../decision/decision.ts';
import { formatLocalDate } from '../time/civil.ts';
import { monthOf } from '../time/months.ts';
import * as cites from './citations.ts';
import { holdsOn, ImpossibleRequest, judgeRequests } from './requests.ts';
import { modelRestrictions, type RestrictionRules } from './rules.ts';
import type { RestrictionStepName } from './step-names.ts';
import type {
  JudgedRequest,
  PersonalLimit,
  PersonalRemaining,
  RestrictedMonth,
  RestrictionInput,
  RestrictionKind,
  Restrictions,
} from './types.ts';
import { personalLimits } from './types.ts';
import { type Hours, judgeVerdicts, limitsIn, yearsOf } from './verdicts.ts';

type RestrictionStep = Step<RestrictionStepName>;

/** Months by their index. @throws ImpossibleRequest on a month twice or lengths that cannot be */
function hoursOf(months: readonly RestrictedMonth[]): Hours {
  const hours = new Map<number, RestrictedMonth>();
  for (const month of months) {
    const lengths = [month.overtime, month.disasterNeed];
    const wrong = lengths.some((minutes) => !Number.isInteger(minutes) || minutes < 0);
    if (wrong || month.disasterNeed > month.overtime || hours.has(month.month)) {
      throw new ImpossibleRequest(`month ${month.month} cannot be`);
    }
    hours.set(month.month, month);
  }
  return hours;
}

type Slack = { readonly limit: PersonalLimit; readonly slack: number | null };

/** What the person's own limits leave on the day of `asOf`; of months restricted in part the whole month is counted. */
function remainingOf(
  { asOf }: RestrictionInput,
  judged: readonly JudgedRequest[],
  hours: Hours,
  rules: RestrictionRules,
): PersonalRemaining {
  const current = monthOf(asOf);
  const onDay = (kind: RestrictionKind) => judged.filter((each) => each.kind === kind && holdsOn(each, asOf));
  const exempt = onDay('overtimeExemption').length + onDay('maternityOvertime').length > 0;
  const found: Slack[] = [];
  const limits = onDay('overtimeLimit');
  if (limits.length > 0) {
    const { monthly, annual } = limitsIn(current);
    const month = hours.get(current);
    const counted = month === undefined ? null : month.overtime - month.disasterNeed;
    found.push({ limit: 'personalMonthly', slack: counted === null ? null : monthly - counted });
    for (const year of yearsOf(rules.yearOf === 'requestPeriod' ? limits : judged, hours, current, rules)) {
      if (year.from > current || current > year.through) continue;
      const settled = year.unknown === 0 || year.least >= annual;
      found.push({ limit: 'personalAnnual', slack: settled ? annual - year.most : null });
    }
  }
  if (exempt) found.push({ limit: 'personalExempt', slack: 0 });
  const open = found.filter(({ slack }) => slack === null).map(({ limit }) => limit);
  let binding: (Slack & { readonly slack: number }) | null = null;
  for (const { limit, slack } of found) {
    if (slack !== null && (binding === null || slack < binding.slack)) binding = { limit, slack };
  }
  return {
    overtime: binding === null ? null : Math.max(0, binding.slack),
    binding: binding?.limit ?? null,
    notJudged: personalLimits.filter((limit) => open.includes(limit)),
  };
}

function todayOf(judged: readonly JudgedRequest[], asOf: number): Restrictions['today'] {
  const on = (kind: RestrictionKind) => judged.some((each) => each.kind === kind && holdsOn(each, asOf));
  return {
    overtime: on('overtimeExemption') || on('maternityOvertime'),
    holidayWork: on('maternityOvertime'),
    night: on('lateNightLimit') || on('maternityNight'),
    needsGraveReason: on('childcareShortTime'),
  };
}

function explainToday(
  today: Restrictions['today'],
  judged: readonly JudgedRequest[],
  asOf: number,
): readonly RestrictionStep[] {
  const words = { on: formatLocalDate(asOf) };
  const citationOf = (...kinds: readonly RestrictionKind[]) =>
    judged.find((each) => kinds.includes(each.kind) && holdsOn(each, asOf))?.citation ?? cites.requestPeriod;
  const said: readonly (RestrictionStep | false)[] = [
    today.overtime && {
      says: 'exemptNow',
      figures: {},
      words,
      citation: citationOf('overtimeExemption', 'maternityOvertime'),
    },
    today.holidayWork && { says: 'holidayForbidden', figures: {}, words, citation: citationOf('maternityOvertime') },
    today.night && {
      says: 'nightForbidden',
      figures: {},
      words,
      citation: citationOf('lateNightLimit', 'maternityNight'),
    },
    today.needsGraveReason && {
      says: 'graveReasonNeeded',
      figures: {},
      words,
      citation: citationOf('childcareShortTime'),
    },
  ];
  return said.filter((step) => step !== false);
}

function explainRemaining({ overtime, binding }: PersonalRemaining): readonly RestrictionStep[] {
  if (overtime === null || binding === null) return [{ says: 'noLimit', figures: {}, citation: cites.requestPeriod }];
  return [
    {
      says: 'personalRemaining',
      figures: { remaining: overtime },
      words: { limit: binding },
      citation: cites.periodReading,
    },
  ];
}

/**
 * The limits that someone asked for (育児・介護・妊産婦): which requests hold on which days, the months and years under them,
 * what may still be ordered in the month of `asOf`, and what is forbidden on its day. Minutes. The order of requests and months
 * has no meaning. Months after that of `asOf` are not yet.
 * @throws ImpossibleRequest · NotInForce when a request begins before the rule
 */
export function judgeRestrictions(
  input: RestrictionInput,
  rules: RestrictionRules = modelRestrictions,
): Decision<Restrictions, RestrictionStepName> {
  const { requests, months, asOf, managerial } = input;
  const hours = hoursOf(months);
  const { judged, steps: requestSteps } = judgeRequests(requests, managerial, rules);
  const current = monthOf(asOf);
  const { verdicts, steps: verdictSteps } = judgeVerdicts(judged, hours, current, rules);
  const remaining = remainingOf(input, judged, hours, rules);
  const today = todayOf(judged, asOf);
  const apart = months.reduce((sum, { month, disasterNeed }) => sum + (month <= current ? disasterNeed : 0), 0);
  const disaster: readonly RestrictionStep[] =
    apart > 0 ? [{ says: 'disasterLeftOut', figures: { minutes: apart }, citation: cites.disasterApart }] : [];
  return {
    outcome: { requests: judged, verdicts, remaining, today },
    steps: [
      ...requestSteps,
      ...disaster,
      ...verdictSteps,
      ...explainToday(today, judged, asOf),
      ...explainRemaining(remaining),
    ],
  };
}
