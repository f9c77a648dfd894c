import type { Category } from '@tokimori/contract/values';
import { hm, inJapan } from '@tokimori/wording/format';
import type { FormEvent } from 'react';
import { Button } from '../components/button.tsx';
import { EffectLine } from '../components/effect-preview.tsx';
import { ErrorSummary, errorOf, type FieldError } from '../components/error-summary.tsx';
import { DateFields, RadioGroup, TextArea } from '../components/fields.tsx';
import { HoursField } from '../components/hours-field.tsx';
import { StepNavigation } from '../components/step-navigation.tsx';
import { readDate } from '../wording/read.ts';
import { categoryWords } from '../wording/words.ts';
import { type Draft, isAfterTheFact, LONGEST, readHours, requestSteps } from './request-draft.ts';
import { monthWordOf, type Preview, RequestEffect } from './request-effect.tsx';
import { TaskField } from './task-field.tsx';
import { WorkKinds } from './work-kinds.tsx';

/** All five: what a municipality counts as 特例業務 is its own decision, not the form's. */
export const categoryOptions = (Object.keys(categoryWords) as Category[]).map((value) => ({
  value,
  ...categoryWords[value],
}));

type Props = {
  readonly draft: Draft;
  readonly onDraft: (draft: Draft) => void;
  readonly errors: readonly FieldError[];
  readonly preview: Preview;
  readonly department: 'selfDirected' | 'externallyDriven' | null;
  /** ISO 8601. */
  readonly now: string;
  readonly onSubmit: (event: FormEvent) => void;
  readonly onLeave: () => void;
};

export function RequestForm({ draft, onDraft, errors, preview, department, now, onSubmit, onLeave }: Props) {
  const set = (part: Partial<Draft>) => onDraft({ ...draft, ...part });
  const today = inJapan(now).date;
  const hours = readHours(draft);
  const after = isAfterTheFact(draft, now);
  const month = (readDate(draft.date) ?? today).slice(0, 7);
  const thisMonth = today.slice(0, 7);
  return (
    <>
      <ErrorSummary errors={errors} />
      <StepNavigation steps={requestSteps} current={0} />
      <h1 className="mt-6 text-[1.5rem] wide:text-[1.75rem]">時間外勤務を申請する</h1>
      <div className="grid gap-x-8 wide:grid-cols-[minmax(0,1fr)_25rem]">
        <form onSubmit={onSubmit} noValidate>
          <DateFields
            id="date"
            label="勤務する日"
            required
            value={draft.date}
            onChange={(date) => set({ date })}
            today={today}
            error={errorOf(errors, 'date')}
          />
          <HoursField
            label="時間"
            pastMidnight
            from={{ id: 'from', label: '開始', value: draft.from, onChange: (from) => set({ from }) }}
            until={{ id: 'until', label: '終了', value: draft.until, onChange: (until) => set({ until }) }}
            errors={errors}
          >
            {hours !== undefined && <strong>{hm(preview.effect?.added ?? hours.until - hours.from)}</strong>}
          </HoursField>
          {hours !== undefined && preview.effect !== undefined && (
            <EffectLine effect={preview.effect} target="effect" monthWord={monthWordOf(month, thisMonth)} />
          )}
          <TaskField draft={draft} onDraft={onDraft} error={errorOf(errors, 'task')} />
          <RadioGroup
            id="category"
            label="業務の区分"
            required
            value={draft.category}
            options={categoryOptions}
            onChange={(category) => set({ category })}
            error={errorOf(errors, 'category')}
          />
          <TextArea
            id="work"
            label="業務の内容"
            hint="あとで要因を調べるときに使います。"
            required
            value={draft.work}
            onChange={(work) => set({ work })}
            error={errorOf(errors, 'work')}
            maxLength={LONGEST.work}
          />
          <WorkKinds />
          <TextArea
            id="why"
            label={after ? '事後の申請になった理由' : '時間内にできない理由'}
            hint={
              after
                ? '始まりの時刻を過ぎています。事前に命令を受けられなかった理由と、あれば時間内にできない理由を書いてください。'
                : undefined
            }
            required={after}
            value={draft.why}
            onChange={(why) => set({ why })}
            error={errorOf(errors, 'why')}
            maxLength={LONGEST.why}
          />
          <div className="mt-8 flex items-center gap-5">
            <div className="w-50">
              <Button kind="solid" type="submit" wide>
                確認に進む
              </Button>
            </div>
            <Button kind="text" onPress={onLeave}>
              やめる
            </Button>
          </div>
        </form>
        <div className="mt-8 wide:mt-6">
          <RequestEffect preview={preview} department={department} month={month} thisMonth={thisMonth} />
        </div>
      </div>
    </>
  );
}
