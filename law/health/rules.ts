import { type GuidanceRules, modelGuidance } from './guidance-rules.ts';

/**
 * What a municipality decides about the health of its staff: 医師による面接指導, ストレスチェック, 集団分析. Plain data.
 * What the law fixes (the five years of a record at least, the ten answers of a group at least, the thresholds of
 * 労働安全衛生法) stands in code; values below it are refused by `healthRulesMistakes`.
 */
export type HealthRules = {
  /** 面接指導の対象 (人事院規則10―4 第22条の2, as the municipality copied it). */
  readonly guidance: GuidanceRules;
  /** 面接指導の手続と期限 (安衛則52条の2–52条の7). */
  readonly procedure: ProcedureRules;
  /** ストレスチェックの実施 (安衛則52条の9–52条の21). */
  readonly stressCheck: StressCheckRules;
  /** 集団ごとの集計・分析 (安衛則52条の14, 仕事のストレス判定図). */
  readonly stressGroup: StressGroupRules;
};

/** A length of time from a day; the day itself is not counted (民法140条). Months end as 民法143条 says. */
export type Term = { readonly days: number } | { readonly months: number };

export const procedureTerms = [
  'notifyPerson',
  'informPhysician',
  'request',
  'interviewAfterRequest',
  'interviewWithoutRequest',
  'opinion',
  'urgentOpinion',
  'measures',
] as const;
export type ProcedureTerm = (typeof procedureTerms)[number];

export type ProcedureRules = {
  /** 算定の期日: the day of the next month by which a month is counted, 1–28 (安衛則52条の2第2項: monthly, on a fixed date). */
  readonly countDay: number;
  /**
   * What 速やかに and 遅滞なく mean here. From the count: telling the person (52条の2第3項), the 産業医 (14条の2), the request
   * (52条の3第2項), the interview without request. From the request: the interview (52条の3第3項). From the interview: the
   * doctor's opinion (52条の7), an urgent one apart. From the opinion: telling the 産業医 the measures (14条の2第1項第1号).
   */
  readonly terms: Readonly<Record<ProcedureTerm, Term>>;
  /** Years for which the record of an interview is kept, 5 at least (安衛則52条の6). */
  readonly keepYears: number;
};

export const stressCheckTerms = ['notifyResult', 'request', 'interview', 'opinion'] as const;
export type StressCheckTerm = (typeof stressCheckTerms)[number];

/** Whether people whom the duty does not reach are asked to take part all the same. */
export type Invitation = 'invited' | 'notInvited';

export type StressCheckRules = {
  /** Staff with a term below a year. The 総務省 asks for all staff (総行公第139号 3(2)). */
  readonly shortTerm: Invitation;
  /** Staff with less than three quarters of the normal weekly hours. */
  readonly lowHours: Invitation;
  /** Of a workplace below fifty, while the check is an effort only. */
  readonly smallWorkplace: Invitation;
  /** 57 or 23 items. */
  readonly form: 'items57' | 'items23';
  /** 合計点数を使う方法 or 素点換算表を使う方法: which one names 高ストレス者. */
  readonly method: 'sum' | 'converted';
  /** From the check: the result to the person (52条の12). From the result: the request (52条の16). Then interview, opinion. */
  readonly terms: Readonly<Record<StressCheckTerm, Term>>;
  /** Years for which results and records of interviews are kept, 5 at least (安衛則52条の13, 52条の18). */
  readonly keepYears: number;
  /**
   * 素点換算表 of 抑うつ感 for the three items of the 23-item form: the highest raw value (3–12) of each of five columns.
   * null: not confirmed, and the 23-item form is judged by sums only.
   */
  readonly depression23: readonly [number, number, number, number, number] | null;
};

export type StressGroupRules = {
  /** 集団の下限: a group with fewer answers shows nothing. 10 at least; more is allowed. */
  readonly minimum: number;
  /** What a smaller group shows when every member consents. */
  readonly belowMinimum: 'nothing' | 'withConsentOfAll';
  /** Edition of the national means of 仕事のストレス判定図. */
  readonly riskTableVersion: 'legacy' | 'current';
  /** Men and women together: both risks weighted by the number of answers, or each sex for itself only. */
  readonly mixedSex: 'weightedByAnswers' | 'apart';
  /** Lowest and highest risk that is shown, in whole points (some programs stop at 350); null = no bound. */
  readonly riskFloor: number | null;
  readonly riskCap: number | null;
  /** 高ストレス職場: total risk of more than so many points (姫路市: 120); null = no such class. */
  readonly highStressAbove: number | null;
  /** A group with fewer answers is shown with a note that it is small (判定図 Q&A: 20). */
  readonly recommended: number;
};

const month: Term = { months: 1 };
const fortnight: Term = { days: 14 };

/** 速やかに is taken as two weeks, 遅滞なく as one month. */
export const modelProcedure: ProcedureRules = {
  countDay: 10,
  terms: {
    notifyPerson: fortnight,
    informPhysician: fortnight,
    request: month,
    interviewAfterRequest: month,
    interviewWithoutRequest: month,
    opinion: month,
    urgentOpinion: { days: 7 },
    measures: month,
  },
  keepYears: 5,
};

export const modelStressCheck: StressCheckRules = {
  shortTerm: 'invited',
  lowHours: 'invited',
  smallWorkplace: 'invited',
  form: 'items57',
  method: 'converted',
  terms: { notifyResult: fortnight, request: month, interview: month, opinion: month },
  keepYears: 5,
  depression23: null,
};

export const modelStressGroup: StressGroupRules = {
  minimum: 10,
  belowMinimum: 'nothing',
  riskTableVersion: 'current',
  mixedSex: 'weightedByAnswers',
  riskFloor: null,
  riskCap: null,
  highStressAbove: null,
  recommended: 20,
};

/** 姫路市: workplaces with a total risk of more than 120 are 高ストレス職場 (総行公第139号 事例). */
export const himejiStressGroup: StressGroupRules = { ...modelStressGroup, highStressAbove: 120 };

export const modelHealth: HealthRules = {
  guidance: modelGuidance,
  procedure: modelProcedure,
  stressCheck: modelStressCheck,
  stressGroup: modelStressGroup,
};

/** 集団の下限 (ストレスチェック制度実施マニュアル): results of fewer answers identify people. */
export const FEWEST_ANSWERS = 10;
/** Years for which records are kept at least (安衛則52条の6, 52条の13, 52条の18). */
export const FEWEST_YEARS = 5;

/** A value of the rules that the law does not leave to the municipality. `at` names it: `stressGroup.minimum`. */
export type HealthRulesMistake = { readonly at: string; readonly least: number; readonly most?: number };

/** Thrown by decisions that are given such rules. */
export class ImpossibleHealthRules extends Error {
  override readonly name = 'ImpossibleHealthRules';
}

const isWholeFrom = (value: number, least: number, most = Number.MAX_SAFE_INTEGER): boolean =>
  Number.isSafeInteger(value) && value >= least && value <= most;

function termMistakes(at: string, terms: Readonly<Record<string, Term>>): HealthRulesMistake[] {
  return Object.entries(terms)
    .filter(([, term]) => !isWholeFrom('days' in term ? term.days : term.months, 0))
    .map(([name]) => ({ at: `${at}.${name}`, least: 0 }));
}

/** What is wrong with a municipality's rules; empty when they can be used. */
export function healthRulesMistakes({ procedure, stressCheck, stressGroup }: HealthRules): HealthRulesMistake[] {
  const mistakes = [
    ...termMistakes('procedure.terms', procedure.terms),
    ...termMistakes('stressCheck.terms', stressCheck.terms),
  ];
  const wants = (at: string, value: number | null, least: number, most?: number) => {
    if (value !== null && !isWholeFrom(value, least, most))
      mistakes.push({ at, least, ...(most === undefined ? {} : { most }) });
  };
  wants('procedure.countDay', procedure.countDay, 1, 28);
  wants('procedure.keepYears', procedure.keepYears, FEWEST_YEARS);
  wants('stressCheck.keepYears', stressCheck.keepYears, FEWEST_YEARS);
  wants('stressGroup.minimum', stressGroup.minimum, FEWEST_ANSWERS);
  wants('stressGroup.recommended', stressGroup.recommended, 0);
  wants('stressGroup.highStressAbove', stressGroup.highStressAbove, 0);
  wants('stressGroup.riskFloor', stressGroup.riskFloor, 0);
  wants('stressGroup.riskCap', stressGroup.riskCap, stressGroup.riskFloor ?? 0);
  return mistakes;
}

/** @throws ImpossibleHealthRules naming the first value that the law does not leave to the municipality */
export function checkHealthRules(rules: HealthRules): void {
  const [mistake] = healthRulesMistakes(rules);
  if (mistake !== undefined) throw new ImpossibleHealthRules(`${mistake.at} is at least ${mistake.least}`);
}
