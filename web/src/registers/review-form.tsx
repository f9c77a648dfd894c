import {
  reviewDecisionWords,
  reviewKindWords,
  reviewSteps,
  reviewStepWords,
  viewpointWords,
} from '@tokimori/contract/registers/words';
import { fiscalYearName } from '@tokimori/wording/format';
import { ErrorSummary, errorOf, type FieldError } from '../components/error-summary.tsx';
import { DateFields, RadioGroup, SelectField, TextArea, TextField } from '../components/fields.tsx';
import { Section } from '../components/section.tsx';
import { noDate } from '../wording/read.ts';
import { type ReviewDraft, type Step, type StepState, type Viewpoint, viewpoints } from './review-draft.ts';
import { SavingRows } from './review-savings.tsx';
import type { ReviewsView } from './views.ts';

export type FormProps = {
  readonly draft: ReviewDraft;
  readonly change: (draft: ReviewDraft) => void;
  readonly errors: readonly FieldError[];
};
type Sections = ReviewsView['sections'];

/** The form of a 事務事業の見直し, in the order in which it is worked on over the year. */
export function ReviewForm({ draft, change, errors, sections }: FormProps & { readonly sections: Sections }) {
  const set = (given: Partial<ReviewDraft>) => change({ ...draft, ...given });
  return (
    <>
      <ErrorSummary errors={errors} />
      <Section title="対象">
        <Subject draft={draft} set={set} errors={errors} sections={sections} />
      </Section>
      <Section title="見直しの視点" aside="検討した視点を選び、内容を書きます">
        {viewpoints.map((viewpoint) => (
          <ViewpointField key={viewpoint} viewpoint={viewpoint} draft={draft} set={set} />
        ))}
      </Section>
      <Section title="結果と外部評価">
        <Outcome draft={draft} set={set} errors={errors} />
      </Section>
      <Section title="段階">
        {reviewSteps[draft.kind].map((step) => (
          <StepField key={step} step={step} draft={draft} set={set} errors={errors} />
        ))}
      </Section>
      <Section title="削減する事務量(1年間)">
        <SavingRows draft={draft} change={change} errors={errors} />
      </Section>
    </>
  );
}

type Part = {
  readonly draft: ReviewDraft;
  readonly set: (given: Partial<ReviewDraft>) => void;
  readonly errors: readonly FieldError[];
};

function Subject({ draft, set, errors, sections }: Part & { readonly sections: Sections }) {
  const years = Array.from({ length: 5 }, (_, i) => draft.fiscalYear + 2 - i);
  return (
    <>
      <TextField
        id="review-name"
        label="名称"
        required
        value={draft.name}
        onChange={(name) => set({ name })}
        error={errorOf(errors, 'review-name')}
        maxLength={100}
      />
      <RadioGroup
        id="review-kind"
        label="区分"
        required
        value={draft.kind}
        onChange={(kind) => set({ kind })}
        options={[
          { value: 'task', name: reviewKindWords.task, about: '会議、打合せ、照会など、仕事の進め方' },
          {
            value: 'project',
            name: reviewKindWords.project,
            about: '予算のある事業。外部評価と予算の段階があります。',
          },
        ]}
      />
      <div className="flex flex-col gap-x-6 wide:flex-row">
        <SelectField
          id="review-department"
          label="所管"
          required
          width="w-full wide:w-96"
          value={draft.department}
          onChange={(department) => set({ department })}
          error={errorOf(errors, 'review-department')}
          options={sections.map(({ department, name }) => ({ value: department, name }))}
        />
        <SelectField
          id="review-year"
          label="年度"
          required
          width="w-60"
          value={String(draft.fiscalYear)}
          onChange={(year) => set({ fiscalYear: Number(year) })}
          options={years.map((year) => ({ value: String(year), name: fiscalYearName(year) }))}
        />
      </div>
    </>
  );
}

function ViewpointField({ viewpoint, draft, set }: Omit<Part, 'errors'> & { readonly viewpoint: Viewpoint }) {
  const { name, asks } = viewpointWords[viewpoint];
  const finding = draft.viewpoints[viewpoint];
  const taken = finding !== undefined;
  const toggle = () => {
    const { [viewpoint]: _, ...others } = draft.viewpoints;
    set({ viewpoints: taken ? others : { ...others, [viewpoint]: '' } });
  };
  return (
    <div className="border-b border-solid-gray-200 py-2">
      <label className="flex min-h-11 cursor-pointer items-start gap-3 py-1.5">
        <input type="checkbox" checked={taken} onChange={toggle} className="mt-0.5 size-6 shrink-0 accent-blue-900" />
        <span>
          <span className="font-700">{name}</span>
          <span className="prose-small block">{asks}</span>
        </span>
      </label>
      {taken && (
        <div className="-mt-4 mb-2 ml-9">
          <TextArea
            id={`finding-${viewpoint}`}
            label={`${name}の内容`}
            rows={2}
            value={finding}
            onChange={(text) => set({ viewpoints: { ...draft.viewpoints, [viewpoint]: text } })}
            maxLength={1000}
          />
        </div>
      )}
    </div>
  );
}

function Outcome({ draft, set, errors }: Part) {
  return (
    <>
      <SelectField
        id="review-decision"
        label="見直しの結果"
        width="w-60"
        value={draft.decision}
        onChange={(decision) => set({ decision })}
        options={[
          { value: '' as ReviewDraft['decision'], name: 'まだ決まっていない' },
          ...(Object.entries(reviewDecisionWords) as [ReviewDraft['decision'], string][]).map(([value, name]) => ({
            value,
            name,
          })),
        ]}
      />
      {draft.kind === 'project' && (
        <>
          <DateFields
            id="review-external"
            label="外部評価日"
            value={draft.externalOn}
            onChange={(externalOn) => set({ externalOn })}
            error={errorOf(errors, 'review-external')}
          />
          <TextArea
            id="review-opinion"
            label="外部評価の意見"
            value={draft.externalOpinion}
            onChange={(externalOpinion) => set({ externalOpinion })}
            maxLength={2000}
          />
        </>
      )}
      <TextField
        id="review-budget"
        label="予算への反映"
        value={draft.budget}
        onChange={(budget) => set({ budget })}
        maxLength={400}
      />
    </>
  );
}

function StepField({ step, draft, set, errors }: Part & { readonly step: Step }) {
  const { state = 'waiting', on = noDate } = draft.steps[step] ?? {};
  const put = (given: { state?: StepState; on?: typeof on }) =>
    set({ steps: { ...draft.steps, [step]: { state, on, ...given } } });
  return (
    <div className="flex flex-col gap-x-6 wide:flex-row">
      <SelectField
        id={`step-${step}`}
        label={reviewStepWords[step]}
        plain
        width="w-60"
        value={state}
        onChange={(value) => put({ state: value })}
        options={[
          { value: 'waiting', name: 'まだ' },
          { value: 'done', name: '済み' },
          { value: 'unneeded', name: '不要' },
        ]}
      />
      {state === 'done' && (
        <DateFields
          id={`step-${step}-on`}
          label={`${reviewStepWords[step]}の日`}
          value={on}
          onChange={(value) => put({ on: value })}
          error={errorOf(errors, `step-${step}-on`)}
        />
      )}
    </div>
  );
}
