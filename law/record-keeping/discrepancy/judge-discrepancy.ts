import type { Decision, Step } from '../../decision/decision.ts';
import { formatLocalDate } from '../../time/civil.ts';
import type { Minutes } from '../../time/minutes.ts';
import { type Span, Spans } from '../../time/spans.ts';
import { discrepancyCitations as cited, GUIDELINE_FROM } from '../citations.ts';
import { type DiscrepancyRules, modelRecordKeeping } from '../rules.ts';
import { duesOf } from './dues.ts';
import type {
  DayDiscrepancy,
  DayRecords,
  Difference,
  DifferenceClass,
  DifferenceKind,
  DiscrepancyStepName,
} from './types.ts';
import { type Winner, winnerOf } from './winner.ts';

/**
 * 突合と乖離 (把握ガイドライン 4(2)イ・4(3)ウ, 総行公第139号 2(1)): one duty date's order, declaration and objective records laid
 * beside each other. With a declaration of none and the card deciding, the difference after the end is the one that
 * `law/working-time` derives for the day.
 */

/** What cannot be: a day before the guideline or shown too early, a source twice, times outside a duty date, rules without sense. */
export type DayDefect =
  | 'notInForce'
  | 'shownTooEarly'
  | 'sourceTwice'
  | 'noSpan'
  | 'staysOutOfOrder'
  | 'notALength'
  | 'rules';

export class ImpossibleDay extends Error {
  override readonly name = 'ImpossibleDay';
  readonly defect: DayDefect;
  /** `order`, `declaration`, `allotment`, or the source. */
  readonly at: string;

  constructor(defect: DayDefect, at: string) {
    super(`${defect}: ${at}`);
    this.defect = defect;
    this.at = at;
  }
}

type Steps = Step<DiscrepancyStepName>[];
const LAST = 48 * 60;

function checkSpan({ from, until }: Span, what: string): void {
  const sound = Number.isSafeInteger(from) && Number.isSafeInteger(until) && from >= 0 && until > from && until <= LAST;
  if (!sound) throw new ImpossibleDay('noSpan', what);
}

function checkDay({ day, shownOn, records, ordered, declared, allotment }: DayRecords): void {
  if (formatLocalDate(day) < GUIDELINE_FROM) throw new ImpossibleDay('notInForce', 'day');
  if (shownOn < day) throw new ImpossibleDay('shownTooEarly', 'shownOn');
  if (new Set(records.map(({ source }) => source)).size < records.length)
    throw new ImpossibleDay('sourceTwice', 'records');
  for (const { source, stays } of records) {
    for (const { from, until } of stays) checkSpan({ from: from ?? 0, until: until ?? LAST }, source);
    stays.slice(1).forEach(({ from }, at) => {
      if (from !== null && from < (stays[at]?.until ?? 0)) throw new ImpossibleDay('staysOutOfOrder', source);
    });
  }
  for (const { span, minutes } of ordered) {
    if (span !== null) checkSpan(span, 'order');
    if (!Number.isSafeInteger(minutes) || minutes < 0) throw new ImpossibleDay('notALength', 'order');
  }
  if (declared !== null) checkSpan(declared, 'declaration');
  if (allotment.kind !== 'weeklyDayOff') checkSpan(allotment.hours, 'allotment');
}

function checkRules({ precedence, afterDuty, afterOvertime, beforeStart, grave, ...days }: DiscrepancyRules): void {
  if (new Set(precedence).size < precedence.length) throw new ImpossibleDay('rules', 'precedence');
  const lengths = [afterDuty, afterOvertime, beforeStart ?? 0, grave];
  const numbers = [...lengths, days.answerDays, days.confirmDays, days.investigateDays];
  if (!numbers.every((n) => Number.isSafeInteger(n) && n >= 0)) throw new ImpossibleDay('rules', 'lengths');
}

/** Whether a length calls for an explanation: 超 or 以上 the threshold, and never a length of nothing. */
export function fires(minutes: Minutes, threshold: Minutes, { fires: word }: Pick<DiscrepancyRules, 'fires'>): boolean {
  return minutes > 0 && (word === 'moreThan' ? minutes > threshold : minutes >= threshold);
}

/** What explains a presence: until when by duty, by orders and by the declaration (-1 = not at all), and all together. */
type Explained = {
  readonly duty: Minutes;
  readonly ordered: Minutes;
  readonly declared: Minutes;
  readonly until: Minutes;
  readonly kind: 'afterDuty' | 'afterOvertime' | 'dayOff';
};

function explainedBy({ allotment, ordered, declared }: DayRecords, firstIn: Minutes): Explained {
  const duty = allotment.kind === 'dutyDay' ? allotment.hours.until : -1;
  const orderedEnd = Math.max(-1, ...ordered.map(({ span }) => span?.until ?? -1));
  const declaredEnd = declared?.until ?? -1;
  let until = Math.max(duty, firstIn, orderedEnd);
  for (const { span, minutes } of ordered) if (span === null) until += minutes;
  const byOrder = Math.max(orderedEnd, until > Math.max(duty, firstIn, orderedEnd) ? until : -1);
  until = Math.max(until, declaredEnd);
  const beyond = Math.max(byOrder, declaredEnd) > duty;
  const kind = beyond ? 'afterOvertime' : duty < 0 ? 'dayOff' : 'afterDuty';
  return { duty, ordered: byOrder, declared: declaredEnd, until, kind };
}

class Findings {
  readonly list: Difference[] = [];
  readonly #steps: Steps;
  readonly #rules: DiscrepancyRules;

  constructor(steps: Steps, rules: DiscrepancyRules) {
    this.#steps = steps;
    this.#rules = rules;
  }

  /** Presence beyond what is explained: told above the threshold, and also below it. */
  presence(kind: DifferenceKind, stays: Spans, threshold: Minutes): void {
    const minutes = stays.total;
    if (minutes === 0) return;
    const atLeast = Number(this.#rules.fires === 'atLeast');
    const words = { kind };
    const citation = cited.investigate;
    if (!fires(minutes, threshold, this.#rules)) {
      this.#steps.push({ says: 'differenceWithin', figures: { minutes, threshold, atLeast }, words, citation });
      return;
    }
    const span = { from: stays.start ?? 0, until: stays.end ?? 0 };
    this.#steps.push({ says: 'differenceFound', figures: { ...span, minutes, threshold, atLeast }, words, citation });
    this.list.push({ kind, span, minutes, threshold, class: 'toExplain' });
  }

  /** A declaration that the order or the presence does not carry: from the first minute on, without tolerance. */
  claim(kind: 'declaredBeyondOrder' | 'declaredWithoutPresence', stretch: Spans): void {
    const minutes = stretch.total;
    if (minutes === 0) return;
    const span = { from: stretch.start ?? 0, until: stretch.end ?? 0 };
    const correct = kind === 'declaredBeyondOrder';
    const citation = correct ? cited.correct : cited.investigate;
    this.#steps.push({ says: kind, figures: { ...span, minutes }, citation });
    this.list.push({ kind, span, minutes, threshold: 0, class: correct ? 'toCorrect' : 'toExplain' });
  }
}

function beforeStartOf({ allotment, ordered, declared }: DayRecords, stays: Spans): Spans {
  const starts = ordered.flatMap(({ span }) => (span === null ? [] : [span.from]));
  if (allotment.kind === 'dutyDay') starts.push(allotment.hours.from);
  if (declared !== null) starts.push(declared.from);
  const start = Math.min(...starts);
  return Number.isFinite(start) ? stays.and(Spans.of({ from: 0, until: start })) : Spans.none;
}

/** The claims of a declaration beyond duty: with presence but without an order, and without presence. */
function judgeClaims(findings: Findings, { allotment, ordered, declared }: DayRecords, winner: Winner): void {
  if (declared === null) return;
  const duty = allotment.kind === 'dutyDay' ? Spans.of(allotment.hours) : Spans.none;
  const claimed = Spans.of(declared).minus(duty);
  const orders = Spans.of(...ordered.flatMap(({ span }) => (span === null ? [] : [span])));
  const unordered = claimed.and(winner.stays).minus(orders);
  const lengths = ordered.reduce((sum, { span, minutes }) => sum + (span === null ? minutes : 0), 0);
  findings.claim('declaredBeyondOrder', unordered.without(lengths, 0));
  findings.claim('declaredWithoutPresence', claimed.minus(winner.stays));
}

/** Another objective record that shows presence after the leaving that decides. */
function judgeOthers(findings: Findings, winner: Winner, end: Minutes, threshold: Minutes): void {
  const after = Spans.of({ from: Math.max(end, winner.stays.end ?? 0), until: LAST });
  const further = winner.others.reduce((all, { stays }) => all.or(stays.and(after)), Spans.none);
  findings.presence('recordsDisagree', further, threshold);
}

function sayWinner(winner: Winner, incomplete: readonly string[], steps: Steps): void {
  for (const source of incomplete) {
    steps.push({ says: 'recordIncomplete', figures: {}, words: { source }, citation: cited.startAndEnd });
  }
  const { source, because, stays } = winner;
  const figures = { from: stays.start ?? -1, until: stays.end ?? -1 };
  const says = source === 'all' ? 'recordsTogether' : 'recordWins';
  steps.push({ says, figures, words: { source, because }, citation: cited.objective });
}

function classOf(differences: readonly Difference[]): DifferenceClass {
  if (differences.some((difference) => difference.class === 'toCorrect')) return 'toCorrect';
  return differences.length > 0 ? 'toExplain' : 'none';
}

function differencesOf(records: DayRecords, winner: Winner, rules: DiscrepancyRules, steps: Steps): Difference[] {
  const findings = new Findings(steps, rules);
  const { stays } = winner;
  const explained = explainedBy(records, stays.start ?? 0);
  const { until, duty, ordered, declared, kind } = explained;
  steps.push({ says: 'explainedUntil', figures: { until, duty, ordered, declared }, citation: cited.startAndEnd });
  const early = beforeStartOf(records, stays);
  if (rules.beforeStart !== null) findings.presence('beforeStart', early, rules.beforeStart);
  else if (!early.isEmpty) {
    steps.push({ says: 'earlyArrivalNotAsked', figures: { minutes: early.total }, citation: cited.investigate });
  }
  const threshold = kind === 'afterOvertime' ? rules.afterOvertime : rules.afterDuty;
  const after = until < LAST ? stays.and(Spans.of({ from: until, until: LAST })) : Spans.none;
  findings.presence(kind, after, threshold);
  judgeClaims(findings, records, winner);
  judgeOthers(findings, winner, until, threshold);
  return findings.list;
}

function isGrave(differences: readonly Difference[], { grave }: DiscrepancyRules, steps: Steps): boolean {
  // What is declared and present but not ordered is no difference between declaration and presence.
  const between = differences.filter(({ kind }) => kind !== 'declaredBeyondOrder');
  if (between.length === 0) return false;
  const minutes = Math.max(...between.map((difference) => difference.minutes));
  const says = minutes > grave ? 'graveDifference' : 'notGrave';
  steps.push({ says, figures: { minutes, grave }, citation: cited.grave });
  return minutes > grave;
}

/**
 * Judges one duty date: which record decides, what it leaves unexplained, who has to answer by when.
 * @throws ImpossibleDay
 */
export function judgeDiscrepancy(
  records: DayRecords,
  rules: DiscrepancyRules = modelRecordKeeping.discrepancy,
): Decision<DayDiscrepancy, DiscrepancyStepName> {
  checkDay(records);
  checkRules(rules);
  const steps: Steps = [];
  const { winner, incomplete } = winnerOf(records, rules);
  const common = { incomplete, differences: [], mustInvestigate: false, due: [] };
  if (winner === undefined) {
    steps.push({ says: 'noCompleteRecord', figures: {}, citation: cited.startAndEnd });
    return { outcome: { ...common, winner: null, because: null, presence: [], class: 'notJudged' }, steps };
  }
  sayWinner(winner, incomplete, steps);
  const found = { ...common, winner: winner.source, because: winner.because, presence: winner.stays.list };
  if (records.managerial) {
    steps.push({ says: 'managerNotAsked', figures: {}, citation: cited.managers });
    return { outcome: { ...found, class: 'notAsked' }, steps };
  }
  const differences = differencesOf(records, winner, rules, steps);
  const mustInvestigate = isGrave(differences, rules, steps);
  const due = duesOf(differences, mustInvestigate, records.shownOn, rules);
  for (const { who, what, by } of due) {
    steps.push({ says: 'answerDue', figures: { by }, words: { who, what }, citation: cited.trueReason });
  }
  return { outcome: { ...found, differences, class: classOf(differences), mustInvestigate, due }, steps };
}

/** Minutes of presence that neither duty nor declaration explains on a day: what a month sums up for the watch of declarations. */
export function undeclaredOf({ differences }: Pick<DayDiscrepancy, 'differences'>): Minutes {
  return differences
    .filter(({ kind }) => kind !== 'declaredWithoutPresence' && kind !== 'declaredBeyondOrder')
    .reduce((sum, { minutes }) => sum + minutes, 0);
}
