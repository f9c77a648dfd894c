import { type Dated, inForce, NotInForce } from '../../decision/dated.ts';
import type { Decision, Step } from '../../decision/decision.ts';
import { civilOf, daysInMonth, type EpochDay, epochDayOf, formatLocalDate } from '../../time/civil.ts';
import { firstDayOf, firstMonthOf, fiscalYearOf, monthOf } from '../../time/months.ts';
import { retentionCitations as cited } from '../citations.ts';
import { modelRecordKeeping, type RecordKeepingRules, type RecordKind } from '../rules.ts';
import { kindsOfRecord, type StartEvent, type Term } from './terms.ts';

/**
 * 記録の保存 (労基法109条・附則143条1項, 安衛則52条の6 ほか, 把握ガイドライン 4(5)): from which day on a record may be deleted.
 *
 * The law's term and the municipality's are computed beside each other; the later day stands, so that no setting keeps
 * a record for less than the law demands.
 */
export type RetentionInput = {
  readonly kind: RecordKind;
  /** The day of the kind's start event (`kindsOfRecord[kind].start`); null = it has not come yet. */
  readonly startedOn: EpochDay | null;
  /** The pay day of the wages that the record belongs to; absent when none. Counts for ledgers and working-time records. */
  readonly payDay?: EpochDay;
  /** The day of the question: the law in force on it decides. */
  readonly asOf: EpochDay;
};

export type Retention = {
  readonly kind: RecordKind;
  readonly start: StartEvent;
  /** The first day of the term; null while the start has not come. */
  readonly countedFrom: EpochDay | null;
  readonly statutoryYears: number;
  /** The years of the article itself, where fewer hold for now. */
  readonly articleYears: number;
  readonly keptYears: number;
  /** The first day on which the law alone would let it go; null while the start has not come. */
  readonly statutoryUntil: EpochDay | null;
  /** The first day on which it may be deleted: never before `statutoryUntil`. */
  readonly deletableFrom: EpochDay | null;
  readonly verdict: 'mayDelete' | 'keep' | 'keepByMunicipality' | 'notStarted';
};

/**
 * retentionStart: start, first (words: event) · retentionNotStarted (words: event) · payDayLater: payDay, start · payDayNotLater: payDay, start ·
 * statutoryTerm: years, from, until · termForNow: years, article · guidelineTerm: years · municipalTerm: years, from, until, fiscalYear (1 = from
 * 1 April) · municipalTermShorter: years, statutory · deletionRefused: on, from, days · deletionByLawOnly: on, statutory, from · deletionAllowed: on, from.
 * Days are epoch days.
 */
export type RetentionStepName =
  | 'retentionStart'
  | 'retentionNotStarted'
  | 'payDayLater'
  | 'payDayNotLater'
  | 'statutoryTerm'
  | 'termForNow'
  | 'guidelineTerm'
  | 'municipalTerm'
  | 'municipalTermShorter'
  | 'deletionRefused'
  | 'deletionByLawOnly'
  | 'deletionAllowed';

/** What cannot be asked. */
export type RetentionDefect =
  | 'notInForce' // the day asked about is before the rule
  | 'startAhead' // the record's start lies after the day asked about
  | 'noPayDay' // a pay day is given for a kind that has none
  | 'noTerm'; // the municipality's term is no whole number of years

export class ImpossibleRetention extends Error {
  override readonly name = 'ImpossibleRetention';
  readonly defect: RetentionDefect;

  constructor(defect: RetentionDefect, at: string) {
    super(`${defect}: ${at}`);
    this.defect = defect;
  }
}

type Steps = Step<RetentionStepName>[];

/** The records of which the guideline speaks: 労働者名簿, 賃金台帳, 労働時間の記録. */
const guidelineKinds: readonly RecordKind[] = ['staffRoll', 'wageLedger', 'workingTime'];

/**
 * The first day after a term of whole years whose first day is `from` (民法143条2項): the day that answers to it; where the
 * month has no such day (29 February), the term ends with the month, and the first day after it is the 1st of the next.
 */
export function dayAfterYears(from: EpochDay, years: number): EpochDay {
  const { year, month, day } = civilOf(from);
  const last = daysInMonth(year + years, month);
  return day <= last ? epochDayOf(year + years, month, day) : epochDayOf(year + years, month, last) + 1;
}

/** 翌年度4月1日: the first day of the fiscal year after the one in which a day lies. */
export function nextFiscalYearAfter(day: EpochDay): EpochDay {
  return firstDayOf(firstMonthOf(fiscalYearOf(monthOf(day)) + 1));
}

function termInForce(input: RetentionInput): Dated<Term> {
  try {
    return inForce(kindsOfRecord[input.kind].terms, formatLocalDate(input.asOf));
  } catch (error) {
    if (error instanceof NotInForce) throw new ImpossibleRetention('notInForce', input.kind);
    throw error;
  }
}

/** The first day of the term: the start event or the day after it, or a later pay day. */
function countedFromOf({ kind, startedOn, payDay, asOf }: RetentionInput, steps: Steps): EpochDay | null {
  const { start, startCitation: citation, firstDay, knownAhead, payDayCounts } = kindsOfRecord[kind];
  if (payDay !== undefined && !payDayCounts) throw new ImpossibleRetention('noPayDay', kind);
  if (startedOn === null) return null;
  if (startedOn > asOf && !knownAhead) throw new ImpossibleRetention('startAhead', kind);
  const first = firstDay === 'next' ? startedOn + 1 : startedOn;
  const figures = { start: startedOn, first };
  steps.push({ says: 'retentionStart', figures, words: { event: start }, citation });
  if (payDay === undefined) return first;
  const later = payDay > first;
  const days = { payDay, start: startedOn };
  steps.push({ says: later ? 'payDayLater' : 'payDayNotLater', figures: days, citation: cited.payDay });
  return later ? payDay : first;
}

function keptYearsOf(kind: RecordKind, rules: RecordKeepingRules): number {
  const years = rules.retentionYearsByKind[kind] ?? rules.retentionYears;
  if (!Number.isSafeInteger(years) || years < 1) throw new ImpossibleRetention('noTerm', kind);
  return years;
}

function sayTerm({ value, citation }: Dated<Term>, from: EpochDay | null, steps: Steps): EpochDay | null {
  const { years, article, forNow } = value;
  if (forNow !== null) steps.push({ says: 'termForNow', figures: { years, article }, citation: forNow });
  if (from === null) return null;
  const until = dayAfterYears(from, years);
  steps.push({ says: 'statutoryTerm', figures: { years, from, until }, citation });
  return until;
}

function sayMunicipalTerm(
  years: number,
  statutory: number,
  from: EpochDay | null,
  rules: RecordKeepingRules,
  steps: Steps,
): EpochDay | null {
  if (years < statutory) {
    steps.push({ says: 'municipalTermShorter', figures: { years, statutory }, citation: cited.fiveYears });
  }
  if (from === null) return null;
  const fiscal = rules.retentionFrom === 'nextFiscalYear';
  const first = fiscal ? nextFiscalYearAfter(from) : from;
  const until = dayAfterYears(first, years);
  const figures = { years, from: first, until, fiscalYear: Number(fiscal) };
  steps.push({ says: 'municipalTerm', figures, citation: cited.termEnds });
  return until;
}

function verdictOf(asOf: EpochDay, statutory: EpochDay, deletable: EpochDay): Retention['verdict'] {
  if (asOf >= deletable) return 'mayDelete';
  return asOf < statutory ? 'keep' : 'keepByMunicipality';
}

function sayVerdict(verdict: Retention['verdict'], on: EpochDay, until: EpochDay, from: EpochDay, steps: Steps): void {
  if (verdict === 'mayDelete') {
    steps.push({ says: 'deletionAllowed', figures: { on, from }, citation: cited.termEnds });
  } else if (verdict === 'keep') {
    steps.push({ says: 'deletionRefused', figures: { on, from, days: from - on }, citation: cited.termEnds });
  } else {
    steps.push({ says: 'deletionByLawOnly', figures: { on, statutory: until, from }, citation: cited.termEnds });
  }
}

/**
 * The earliest day on which a record may be deleted, and whether it may on the day of the question.
 * @throws ImpossibleRetention
 */
export function judgeRetention(
  input: RetentionInput,
  rules: RecordKeepingRules = modelRecordKeeping,
): Decision<Retention, RetentionStepName> {
  const steps: Steps = [];
  const { kind, asOf } = input;
  const term = termInForce(input);
  const keptYears = keptYearsOf(kind, rules);
  const countedFrom = countedFromOf(input, steps);
  const statutoryUntil = sayTerm(term, countedFrom, steps);
  if (guidelineKinds.includes(kind)) {
    steps.push({ says: 'guidelineTerm', figures: { years: 3 }, citation: cited.guideline });
  }
  const municipal = sayMunicipalTerm(keptYears, term.value.years, countedFrom, rules, steps);
  const common = {
    kind,
    start: kindsOfRecord[kind].start,
    countedFrom,
    statutoryYears: term.value.years,
    articleYears: term.value.article,
    keptYears: Math.max(keptYears, term.value.years),
  };
  if (statutoryUntil === null || municipal === null) {
    const { start: event, startCitation: citation } = kindsOfRecord[kind];
    steps.push({ says: 'retentionNotStarted', figures: {}, words: { event }, citation });
    return { outcome: { ...common, statutoryUntil: null, deletableFrom: null, verdict: 'notStarted' }, steps };
  }
  const deletableFrom = Math.max(statutoryUntil, municipal);
  const verdict = verdictOf(asOf, statutoryUntil, deletableFrom);
  sayVerdict(verdict, asOf, statutoryUntil, deletableFrom, steps);
  return { outcome: { ...common, statutoryUntil, deletableFrom, verdict }, steps };
}
