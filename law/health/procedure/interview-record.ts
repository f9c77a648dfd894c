import type { Decision } from '../../decision/decision.ts';
import { civilOf, daysInMonth, type EpochDay, epochDayOf } from '../../time/civil.ts';
import { procedureCitations } from '../citations.ts';
import { modelProcedure, type ProcedureRules } from '../rules.ts';

/**
 * 面接指導の結果の記録 (安衛則52条の5, 52条の6): what it must hold, until when it is kept, and who may see which part of it.
 * The record is the employer's duty; as a whole it stays with the health staff.
 */
export const recordFields = [
  'interviewedOn',
  'personName',
  'physicianName',
  'fatigue',
  'otherState',
  'opinion',
  'workingConditions',
  'measures',
  'memo',
] as const;
export type RecordField = (typeof recordFields)[number];

export type InterviewRecord = {
  readonly interviewedOn?: EpochDay;
  readonly personName?: string;
  readonly physicianName?: string;
  /** 疲労の蓄積の状況. */
  readonly fatigue?: string;
  /** その他の心身の状況. */
  readonly otherState?: string;
  /** 就業上の措置についての医師の意見. */
  readonly opinion?: string;
  /** 勤務の状況, which the doctor has to confirm (52条の4) but the record need not hold. */
  readonly workingConditions?: string;
  /** What the employer did on the opinion. */
  readonly measures?: string;
  /** The doctor's own notes. */
  readonly memo?: string;
};

/**
 * `office`: the interview of the employer's doctor · `ownDoctor`: a certificate of a doctor of the person's choice, which stands for
 * it (66条の8第2項ただし書); the employer's doctor is heard afterwards all the same, so its opinion may still be missing.
 */
export type RecordKind = 'office' | 'ownDoctor';

const always = ['interviewedOn', 'personName', 'physicianName', 'fatigue', 'otherState'] as const;

export type RecordVerdict = {
  readonly complete: boolean;
  /** Contents of 52条の5 and the opinion that are not there. */
  readonly missing: readonly RecordField[];
  /** Things the doctor has to confirm that are not there: 勤務の状況, 疲労の蓄積, 心身の状況 (52条の4). */
  readonly unconfirmed: readonly RecordField[];
  /** Last day on which the record is kept; null while there is no date to count from. */
  readonly keptThrough: EpochDay | null;
};

/** recordHolds: held, needed · fieldMissing (words: field) · notConfirmed (words: field) · recordKept: from, through, years · recordNotDated */
export type RecordStepName = 'recordHolds' | 'fieldMissing' | 'notConfirmed' | 'recordKept' | 'recordNotDated';

const isThere = (record: InterviewRecord, field: RecordField): boolean => {
  const value = record[field];
  return typeof value === 'string' ? value.trim() !== '' : value !== undefined;
};

/** The last day of years that run from a day, which is not counted; 29 February ends on the 28th of other years. */
export function keptThrough(from: EpochDay, years: number): EpochDay {
  const { year, month, day } = civilOf(from);
  return epochDayOf(year + years, month, Math.min(day, daysInMonth(year + years, month)));
}

/**
 * Whether a record is complete, what is missing, and until when it is kept.
 * @param recordedOn the day it was made; kept from the interview while it is absent.
 */
export function judgeInterviewRecord(
  record: InterviewRecord,
  kind: RecordKind,
  recordedOn: EpochDay | undefined = undefined,
  rules: ProcedureRules = modelProcedure,
): Decision<RecordVerdict, RecordStepName> {
  const needed: readonly RecordField[] = kind === 'ownDoctor' ? always : [...always, 'opinion'];
  const missing = needed.filter((field) => !isThere(record, field));
  const toConfirm = kind === 'ownDoctor' ? [] : (['workingConditions', 'fatigue', 'otherState'] as const);
  const unconfirmed = toConfirm.filter((field) => !isThere(record, field));
  const from = recordedOn ?? record.interviewedOn;
  const through = from === undefined ? null : keptThrough(from, rules.keepYears);
  const contents = kind === 'ownDoctor' ? procedureCitations.ownDoctor : procedureCitations.recordContents;
  const figures = { held: needed.length - missing.length, needed: needed.length };
  return {
    outcome: { complete: missing.length === 0, missing, unconfirmed, keptThrough: through },
    steps: [
      { says: 'recordHolds', figures, citation: contents },
      ...missing.map((field) => ({ says: 'fieldMissing', figures: {}, words: { field }, citation: contents }) as const),
      ...unconfirmed.map(
        (field) =>
          ({ says: 'notConfirmed', figures: {}, words: { field }, citation: procedureCitations.confirmed }) as const,
      ),
      from === undefined || through === null
        ? { says: 'recordNotDated', figures: {}, citation: procedureCitations.recordKept }
        : {
            says: 'recordKept',
            figures: { from, through, years: rules.keepYears },
            citation: procedureCitations.recordKept,
          },
    ],
  };
}

/** Who asks for a record. */
export const recordReaders = [
  'person',
  'industrialPhysician',
  'healthStaff',
  'personnel',
  'departmentHead',
  'healthCommittee',
] as const;
export type RecordReader = (typeof recordReaders)[number];

const whole: readonly RecordField[] = recordFields;
/** What each of them may see. Personnel sees the opinion and the measures only; the committee sees nobody's record. */
export const visibleFields: Readonly<Record<RecordReader, readonly RecordField[]>> = {
  person: whole.filter((field) => field !== 'memo'),
  industrialPhysician: whole,
  healthStaff: whole,
  personnel: ['opinion', 'measures'],
  departmentHead: ['measures'],
  healthCommittee: [],
};

/** On what the limits of access rest. */
export const accessCitation = procedureCitations.access;

/** The part of a record that someone may see. */
export function seenBy(record: InterviewRecord, reader: RecordReader): InterviewRecord {
  const visible = visibleFields[reader];
  return Object.fromEntries(Object.entries(record).filter(([field]) => (visible as readonly string[]).includes(field)));
}
