import type { Citation } from '../../decision/citation.ts';
import type { EpochDay } from '../../time/civil.ts';
import type { Minutes } from '../../time/minutes.ts';
import type { Span } from '../../time/spans.ts';
import type { Ground } from '../rules.ts';

/** A day of a declaration. `hours` null: no hours are allotted (勤務時間を割り振らない日, or a 週休日). */
export type DeclaredDay = {
  readonly date: EpochDay;
  /** `legalHoliday` is 条例9条の休日; its hours are allotted. */
  readonly kind: 'dutyDay' | 'legalHoliday' | 'weeklyDayOff';
  readonly hours: Span | null;
  readonly breaks: readonly Span[];
};

/** 申告: the hours that a person asks for in a period. */
export type FlextimeDeclaration = {
  readonly from: EpochDay;
  readonly declaredOn: EpochDay;
  readonly ground: Ground;
  /** Every day of the period once, in any order. */
  readonly days: readonly DeclaredDay[];
};

export type FlextimeRule =
  | 'sumDiffers'
  | 'outsideBand'
  | 'coreMissed'
  | 'belowMinimum'
  | 'aboveMaximum'
  | 'breakShort'
  | 'offStep'
  | 'hoursOnDayOff'
  | 'zeroDayNotAllowed'
  | 'zeroDayTooEarly'
  | 'tooManyZeroDays'
  | 'holidayNotFull'
  | 'late';

/** What a declaration does not keep; `date` null where it concerns the whole period. Minutes and days. */
export type FlextimeFinding = {
  readonly rule: FlextimeRule;
  readonly date: EpochDay | null;
  readonly figures: Readonly<Record<string, number>>;
  readonly citation: Citation;
};

export type FlextimeCheck = {
  readonly accepted: boolean;
  /** Allotted, and what the period must hold. */
  readonly total: Minutes;
  readonly required: Minutes;
  readonly zeroDays: readonly EpochDay[];
  /** Days without the core or the least hours that the exemption covers. */
  readonly exemptDays: readonly EpochDay[];
  readonly findings: readonly FlextimeFinding[];
};

/**
 * frameFound: from (day since when) · totalCompared: total, required, weeks (0: a calendar month), days (no 週休日), unit (of a week, or of a day) · a finding each under its rule:
 * sumDiffers: total, required · outsideBand: from, until, bandFrom, bandUntil · coreMissed: within, length, from, until · belowMinimum: minutes, least ·
 * aboveMaximum: minutes, most · breakShort: given, required · offStep: from, until, step · hoursOnDayOff: minutes · zeroDayNotAllowed ·
 * zeroDayTooEarly: since · tooManyZeroDays: days, most · holidayNotFull: minutes, full · late: declared, latest (and `date` with those of a day) ·
 * exemptDay: date · zeroDayGranted: date · declarationAccepted · declarationRefused: findings
 */
export type FlextimeStepName =
  | FlextimeRule
  | 'frameFound'
  | 'totalCompared'
  | 'exemptDay'
  | 'zeroDayGranted'
  | 'declarationAccepted'
  | 'declarationRefused';
