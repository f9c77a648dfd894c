import type { AgreementCheckView, AgreementDocument } from '@tokimori/contract/agreements';
import { checkAgreement, ImpossibleAgreement } from '@tokimori/law/agreement36/check';
import type { AgreementCheck, Finding, RegisteredAgreement } from '@tokimori/law/agreement36/types';
import { NotInForce } from '@tokimori/law/decision/dated';
import type { Step } from '@tokimori/law/decision/decision';
import { type EpochDay, formatLocalDate } from '@tokimori/law/time/civil';
import type { Parameters } from '@tokimori/ordinances/schema';
import { refuse } from '../../access/refusal.ts';
import { dayInput } from '../reading/date-input.ts';
import { stepView } from '../reading/views.ts';

/** What of an agreement is above the law and so is not kept, not even as a draft. */
const aboveTheLaw: readonly Finding['says'][] = [
  'aboveMaximum',
  'countAboveMaximum',
  'hazardousAboveTwo',
  'premiumBelowFloor',
];
const isAbove = ({ kind, says }: Finding): boolean => kind === 'violation' && aboveTheLaw.includes(says);

export type Checked = { readonly outcome: AgreementCheck; readonly steps: readonly Step[] };

/** Ends the call with 422 where a date is none of the calendar. */
export function refuseDates({ yearStart, term, concludedOn, filedOn }: AgreementDocument): void {
  const dates = { yearStart, 'term.from': term?.from, 'term.through': term?.through, concludedOn, filedOn };
  for (const [field, date] of Object.entries(dates)) if (date !== null && date !== undefined) dayInput(field, date);
}

/** Asks the law of an agreement. What cannot be at all ends the call with 422, by its place. */
export function checkedBy(parameters: Parameters, agreement: RegisteredAgreement): Checked {
  try {
    return checkAgreement(agreement, parameters.agreement36);
  } catch (error) {
    if (error instanceof ImpossibleAgreement) return impossible(error);
    if (error instanceof NotInForce) return tooEarly();
    throw error;
  }
}

const defects: Readonly<Record<ImpossibleAgreement['defect'], string>> = {
  negative: '0 以上の数にしてください',
  termReversed: '有効期間の終わりは、始まりより後の日にしてください',
  filedBeforeConcluded: '届け出た日は、協定が成立した日より後にしてください',
  endedBeforeTerm: '終わりの日は、有効期間の始まりより後にしてください',
  unknownNumber: '別表第1の号数は 1 から 15 までです',
  unknownMeasure: '措置は ① から ⑩ までです',
  dayTooLong: '1日に延長できる時間は、16:00 までです',
};

function impossible({ defect, path }: ImpossibleAgreement): never {
  return refuse('agreement.impossible', {
    status: 422,
    title: 'この内容の協定は登録できません',
    detail: `${defects[defect]}。直してから、もう一度登録してください。`,
    fields: [{ field: path, code: defect, message: defects[defect] }],
  });
}

function tooEarly(): never {
  return refuse('agreement.too-early', {
    status: 422,
    title: 'この期間の協定は登録できません',
    detail: '登録できるのは、平成31年4月1日から後に始まる協定です。有効期間の始まりを確かめてください。',
    fields: [{ field: 'term.from', code: 'too-early', message: '平成31年4月1日から後の日にしてください' }],
  });
}

const dateOf = (day: EpochDay | null | undefined): string | null =>
  day === null || day === undefined ? null : formatLocalDate(day);

/** The check as pages show it. The steps behind the findings say to whom it is filed, from when it has effect and how long records are kept. */
export function checkView({ outcome, steps }: Checked): AgreementCheckView {
  const { findings, lawful, effective, measuresKeptThrough } = outcome;
  return {
    lawful,
    taken: !findings.some(isAbove),
    from: dateOf(effective?.from),
    through: dateOf(effective?.through),
    measuresKeptThrough: dateOf(measuresKeptThrough),
    findings: findings.map((finding) => ({
      kind: finding.kind,
      path: finding.path,
      step: stepView({ ...finding, words: { ...finding.words, path: finding.path } }),
    })),
    steps: steps.slice(findings.length).map(stepView),
  };
}

/** Ends the call with 422 where something is above a maximum of the law. */
export function refuseAbove({ outcome }: Checked): void {
  const above = outcome.findings.filter(isAbove);
  if (above.length === 0) return;
  refuse('agreement.above-law', {
    status: 422,
    title: '法の上限を超える協定は登録できません',
    detail: `労働基準法の上限を超えるところが ${above.length}か所あります。その数字を上限までにしてください。`,
    fields: above.map(({ path }) => ({ field: path, code: 'above-law', message: '法の上限までにしてください' })),
  });
}

/** How many findings keep an agreement from having effect; filing is one of them. */
export const openFindings = ({ outcome: { findings } }: Checked): number =>
  findings.filter(({ kind, says }) => kind !== 'notice' || says === 'notFiled').length;
