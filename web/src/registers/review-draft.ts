import type { WorkReview } from '@tokimori/contract/registers/entries';
import { reviewSteps, reviewStepWords, savingMeasureWords, viewpointWords } from '@tokimori/contract/registers/words';
import { newId } from '../api/queries.ts';
import { mistakes, wrong } from '../app/form.ts';
import type { FieldError } from '../components/error-summary.tsx';
import { boxesOf, type DateBoxes, isBlankDate, noDate, readDate } from '../wording/read.ts';
import { hoursText, readHours } from './figures.ts';

export type Viewpoint = WorkReview['viewpoints'][number]['viewpoint'];
export type Step = WorkReview['steps'][number]['step'];
export type Measure = WorkReview['savings'][number]['measure'];
export type StepState = 'waiting' | 'done' | 'unneeded';

/** A saving as it is typed. `key` tells rows apart. */
export type SavingDraft = {
  readonly key: string;
  readonly measure: Measure;
  readonly what: string;
  readonly planned: string;
  readonly actual: string;
};
/** A review as it is typed. */
export type ReviewDraft = {
  readonly fiscalYear: number;
  readonly kind: WorkReview['kind'];
  readonly name: string;
  readonly department: string;
  /** Findings of the viewpoints that were taken. */
  readonly viewpoints: Readonly<Partial<Record<Viewpoint, string>>>;
  readonly decision: NonNullable<WorkReview['decision']> | '';
  readonly externalOn: DateBoxes;
  readonly externalOpinion: string;
  readonly budget: string;
  readonly steps: Readonly<Partial<Record<Step, { readonly state: StepState; readonly on: DateBoxes }>>>;
  readonly savings: readonly SavingDraft[];
};

export const viewpoints = Object.keys(viewpointWords) as Viewpoint[];
export const measures = Object.keys(savingMeasureWords) as Measure[];

export const newSaving = (): SavingDraft => ({ key: newId(), measure: 'meetings', what: '', planned: '', actual: '' });

/** A new review of a section. */
export const newReview = (fiscalYear: number, department: string): ReviewDraft => ({
  fiscalYear,
  kind: 'task',
  name: '',
  department,
  viewpoints: {},
  decision: '',
  externalOn: noDate,
  externalOpinion: '',
  budget: '',
  steps: {},
  savings: [newSaving()],
});

/** A stored review, to be changed. */
export function draftOf(content: WorkReview): ReviewDraft {
  const { fiscalYear, kind, name, department, decision, external, budget } = content;
  return {
    fiscalYear,
    kind,
    name,
    department,
    viewpoints: Object.fromEntries(content.viewpoints.map(({ viewpoint, finding }) => [viewpoint, finding])),
    decision: decision ?? '',
    externalOn: external?.on == null ? noDate : boxesOf(external.on),
    externalOpinion: external?.opinion ?? '',
    budget,
    steps: Object.fromEntries(
      content.steps.map(({ step, state, on }) => [step, { state, on: on === null ? noDate : boxesOf(on) }]),
    ),
    savings: content.savings.map(({ measure, what, planned, actual }) => ({
      key: newId(),
      measure,
      what,
      planned: hoursText(planned),
      actual: hoursText(actual),
    })),
  };
}

const HOURS = '時間は 120 や 7:30 のように入力してください';

/** What is wrong in the form, by field. */
export function faultsOf(draft: ReviewDraft): FieldError[] {
  const dateWrong = (on: DateBoxes): boolean => !isBlankDate(on) && readDate(on) === undefined;
  return mistakes(
    wrong(draft.name.trim() === '', 'review-name', '名称を入力してください'),
    wrong(draft.department === '', 'review-department', '所管の課を選んでください'),
    wrong(dateWrong(draft.externalOn), 'review-external', '外部評価日は、暦にある日を入力してください'),
    ...reviewSteps[draft.kind].map((step) => {
      const on = draft.steps[step]?.on ?? noDate;
      return wrong(
        dateWrong(on),
        `step-${step}-on`,
        `「${reviewStepWords[step]}」の日は、暦にある日を入力してください`,
      );
    }),
    ...draft.savings.flatMap(({ key, planned, actual }, i) => [
      wrong(readHours(planned) === undefined, `planned-${key}`, `取組${i + 1}の見込み: ${HOURS}`),
      wrong(readHours(actual) === undefined, `actual-${key}`, `取組${i + 1}の実績: ${HOURS}`),
    ]),
  );
}

/** The review of a form without faults. Rows of savings that say nothing are left out. */
export function contentOf(draft: ReviewDraft): WorkReview {
  const { fiscalYear, kind, department, decision } = draft;
  const on = readDate(draft.externalOn) ?? null;
  const opinion = draft.externalOpinion.trim();
  return {
    fiscalYear,
    kind,
    name: draft.name.trim(),
    department,
    viewpoints: viewpoints.flatMap((viewpoint) => {
      const finding = draft.viewpoints[viewpoint];
      return finding === undefined ? [] : [{ viewpoint, finding: finding.trim() }];
    }),
    decision: decision === '' ? null : decision,
    external: on === null && opinion === '' ? null : { on, opinion },
    budget: draft.budget.trim(),
    steps: reviewSteps[kind].flatMap((step) => {
      const { state = 'waiting', on: day = noDate } = draft.steps[step] ?? {};
      if (state === 'waiting') return [];
      return [{ step, state, on: state === 'done' ? (readDate(day) ?? null) : null }];
    }),
    savings: draft.savings.flatMap(({ measure, what, planned, actual }) => {
      const [plan, result] = [readHours(planned) ?? null, readHours(actual) ?? null];
      if (plan === null && result === null && what.trim() === '') return [];
      return [{ measure, what: what.trim(), planned: plan, actual: result }];
    }),
  };
}
