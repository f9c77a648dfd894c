import type { Dated } from '../../decision/dated.ts';
import type { Decision, Step } from '../../decision/decision.ts';
import { type EpochDay, parseLocalDate } from '../../time/civil.ts';
import type { Minutes } from '../../time/minutes.ts';
import { type Span, Spans, sharedMinutes } from '../../time/spans.ts';
import { requiredBreak } from '../breaks/breaks.ts';
import { hoursCitations as cites, flextimeHistory } from '../citations.ts';
import type { FlextimeRules, Ground, HoursRules } from '../rules.ts';
import { type FlextimeFrame, flextimeFrameOn, nationalFlextime } from './national.ts';
import { periodWeeks, readDeclaration, requiredTotal, subPeriods } from './period.ts';
import type {
  DeclaredDay,
  FlextimeCheck,
  FlextimeDeclaration,
  FlextimeFinding,
  FlextimeRule,
  FlextimeStepName,
} from './types.ts';

type Working = DeclaredDay & { readonly hours: Span };
const isWorking = (day: DeclaredDay): day is Working => day.hours !== null;

/** Hours allotted to a day, net of breaks. */
export const allottedMinutes = ({ hours, breaks }: DeclaredDay): Minutes =>
  hours === null ? 0 : Spans.of(hours).minus(Spans.of(...breaks)).total;

const found = (rule: FlextimeRule, date: EpochDay | null, figures: FlextimeFinding['figures']): FlextimeFinding => ({
  rule,
  date,
  figures,
  citation: cites.flextime,
});

/** What of a day breaks a rule that knows no exemption. */
function ofDay(day: Working, { flextime: rules, fullDay }: HoursRules): readonly FlextimeFinding[] {
  const { date, kind, breaks } = day;
  const { from, until } = day.hours;
  const minutes = allottedMinutes(day);
  if (kind === 'weeklyDayOff') return [found('hoursOnDayOff', date, { minutes })];
  const { bandFrom, bandUntil, maxPerDay, step } = rules;
  const required = requiredBreak(minutes);
  const given = Spans.of(...breaks).total;
  const full = rules.leaveDayStandard === 'fullDay' && kind === 'legalHoliday' && minutes !== fullDay;
  return [
    ...(from < bandFrom || until > bandUntil ? [found('outsideBand', date, { from, until, bandFrom, bandUntil })] : []),
    ...(minutes > maxPerDay ? [found('aboveMaximum', date, { minutes, most: maxPerDay })] : []),
    ...(given < required
      ? [{ ...found('breakShort', date, { given, required }), citation: cites.breakOrdinance }]
      : []),
    ...(from % step !== 0 || until % step !== 0 ? [found('offStep', date, { from, until, step })] : []),
    ...(full ? [{ ...found('holidayNotFull', date, { minutes, full: fullDay }), citation: cites.leaveDay }] : []),
  ];
}

/** Core and least hours, from which a day of the week may be exempt. */
function fromExemptible(day: Working, { core, minPerDay }: FlextimeRules): readonly FlextimeFinding[] {
  if (day.kind === 'weeklyDayOff') return [];
  const window = { from: core.from, until: core.until };
  const pauses = day.breaks.reduce((sum, pause) => {
    const inside = { from: Math.max(pause.from, core.from), until: Math.min(pause.until, core.until) };
    return sum + sharedMinutes(inside, day.hours);
  }, 0);
  const within = sharedMinutes(day.hours, window) - pauses;
  const minutes = allottedMinutes(day);
  return [
    ...(within < core.length ? [found('coreMissed', day.date, { within, ...core })] : []),
    ...(minutes < minPerDay ? [found('belowMinimum', day.date, { minutes, least: minPerDay })] : []),
  ];
}

type Part = { readonly findings: readonly FlextimeFinding[]; readonly exempt: readonly EpochDay[] };

/** The first days of a week that miss the core or the least hours are its exempt ones. */
function exemptions(week: readonly DeclaredDay[], rules: FlextimeRules): Part {
  const missing = week
    .filter(isWorking)
    .map((day) => ({ date: day.date, findings: fromExemptible(day, rules) }))
    .filter(({ findings }) => findings.length > 0);
  return {
    exempt: missing.slice(0, rules.exemptDaysPerWeek).map(({ date }) => date),
    findings: missing.slice(rules.exemptDaysPerWeek).flatMap(({ findings }) => findings),
  };
}

/** Days without hours beside 週休日. */
const zeroDaysOf = (days: readonly DeclaredDay[]) =>
  days.filter(({ kind, hours }) => kind !== 'weeklyDayOff' && hours === null);

/** Since when anyone may have a zero day. */
const ANYONE_SINCE: EpochDay =
  parseLocalDate(nationalFlextime.find(({ value }) => value.zeroDay === 'anyone')?.from ?? '') ?? 0;

function ofZeroDays(
  week: readonly DeclaredDay[],
  ground: Ground,
  rules: FlextimeRules,
  frame: Dated<FlextimeFrame>,
): readonly FlextimeFinding[] {
  const zero = zeroDaysOf(week);
  const cared = ground !== 'other';
  return zero.flatMap(({ date }, at): readonly FlextimeFinding[] => {
    if (rules.zeroDay === 'none' || (rules.zeroDay === 'childOrCare' && !cared))
      return [found('zeroDayNotAllowed', date, {})];
    if (!cared && frame.value.zeroDay !== 'anyone')
      return [{ ...found('zeroDayTooEarly', date, { since: ANYONE_SINCE }), citation: flextimeHistory[2025] }];
    return at < rules.zeroDaysPerWeek
      ? []
      : [found('tooManyZeroDays', date, { days: zero.length, most: rules.zeroDaysPerWeek })];
  });
}

function ofPeriod(
  { from, declaredOn }: FlextimeDeclaration,
  total: Minutes,
  required: Minutes,
  { deadlineDays }: FlextimeRules,
): readonly FlextimeFinding[] {
  const latest = from - deadlineDays;
  return [
    ...(total === required ? [] : [{ ...found('sumDiffers', null, { total, required }), citation: cites.fullWeek }]),
    ...(declaredOn > latest ? [found('late', null, { declared: declaredOn, latest })] : []),
  ];
}

type Period = { readonly weeks: number; readonly days: number; readonly unit: Minutes };

function stepsOf(check: FlextimeCheck, frame: Dated<FlextimeFrame>, period: Period) {
  const { accepted, total, required, zeroDays, exemptDays, findings } = check;
  const refusedZero = new Set(findings.filter(({ rule }) => /zeroDay/i.test(rule)).map(({ date }) => date));
  const steps: Step<FlextimeStepName>[] = [
    { says: 'frameFound', figures: { from: parseLocalDate(frame.from) ?? 0 }, citation: frame.citation },
    { says: 'totalCompared', figures: { total, required, ...period }, citation: cites.flextimeAveraging },
    ...exemptDays.map((date) => ({ says: 'exemptDay', figures: { date }, citation: cites.flextime }) as const),
    ...zeroDays
      .filter((date) => !refusedZero.has(date))
      .map((date) => ({ says: 'zeroDayGranted', figures: { date }, citation: cites.flextime }) as const),
    ...findings.map(({ rule, date, figures, citation }) => ({
      says: rule,
      figures: date === null ? figures : { date, ...figures },
      citation,
    })),
  ];
  steps.push(
    accepted
      ? { says: 'declarationAccepted', figures: {}, citation: cites.flextime }
      : { says: 'declarationRefused', figures: { findings: findings.length }, citation: cites.flextime },
  );
  return steps;
}

/**
 * A declaration of flextime against the rules: the sum of the period, the band, the core, the least hours, days without hours,
 * breaks, steps and the deadline; each violation is named with its day. Minutes.
 * @throws ImpossibleDeclaration, NotInForce (a period that begins before 2016-04-01)
 */
export function validateFlextime(
  declaration: FlextimeDeclaration,
  rules: HoursRules,
): Decision<FlextimeCheck, FlextimeStepName> {
  const { flextime } = rules;
  const frame = flextimeFrameOn(declaration.from);
  const days = readDeclaration(declaration, flextime);
  const total = days.reduce((sum, day) => sum + allottedMinutes(day), 0);
  const required = requiredTotal(days, rules);
  const weeks = subPeriods(days);
  const exempt = weeks.map((week) => exemptions(week, flextime));
  const findings = [
    ...ofPeriod(declaration, total, required, flextime),
    ...[
      ...days.filter(isWorking).flatMap((day) => ofDay(day, rules)),
      ...exempt.flatMap((part) => part.findings),
      ...weeks.flatMap((week) => ofZeroDays(week, declaration.ground, flextime, frame)),
    ].toSorted((a, b) => (a.date ?? 0) - (b.date ?? 0)),
  ];
  const outcome: FlextimeCheck = {
    accepted: findings.length === 0,
    total,
    required,
    zeroDays: zeroDaysOf(days).map(({ date }) => date),
    exemptDays: exempt.flatMap((part) => part.exempt),
    findings,
  };
  const dutyDays = days.filter(({ kind }) => kind !== 'weeklyDayOff').length;
  const inWeeks = periodWeeks(flextime);
  const period = { weeks: inWeeks, days: dutyDays, unit: inWeeks > 0 ? rules.fullWeek : rules.fullDay };
  return { outcome, steps: stepsOf(outcome, frame, period) };
}
