import type { DigitalEffect } from '@tokimori/contract/registers/entries';
import { digitalToolWords } from '@tokimori/contract/registers/words';
import { ErrorSummary, errorOf, type FieldError } from '../components/error-summary.tsx';
import { DateFields, SelectField, TextArea, TextField } from '../components/fields.tsx';
import { Section } from '../components/section.tsx';
import type { EffectDraft } from './effect-draft.ts';
import type { EffectsView } from './views.ts';

type Props = {
  readonly draft: EffectDraft;
  readonly set: (given: Partial<EffectDraft>) => void;
  readonly errors: readonly FieldError[];
};

/** The form of a デジタル化の効果. */
export function EffectForm({ sections, ...props }: Props & { readonly sections: EffectsView['sections'] }) {
  const { draft, set, errors } = props;
  return (
    <>
      <ErrorSummary errors={errors} />
      <Section title="業務と道具">
        <div className="flex flex-col gap-x-6 wide:flex-row">
          <SelectField
            id="effect-tool"
            label="道具"
            required
            width="w-60"
            value={draft.tool}
            onChange={(tool) => set({ tool })}
            options={(Object.entries(digitalToolWords) as [DigitalEffect['tool'], string][]).map(([value, name]) => ({
              value,
              name,
            }))}
          />
          <SelectField
            id="effect-department"
            label="業務を行う課"
            required
            width="w-full wide:w-96"
            value={draft.department}
            onChange={(department) => set({ department })}
            error={errorOf(errors, 'effect-department')}
            options={sections.map(({ department, name }) => ({ value: department, name }))}
          />
        </div>
        <TextField
          id="effect-name"
          label="業務名"
          required
          value={draft.name}
          onChange={(name) => set({ name })}
          error={errorOf(errors, 'effect-name')}
          maxLength={100}
        />
        <TextArea
          id="effect-work"
          label="作業内容"
          hint="自動化した作業を書きます"
          rows={2}
          value={draft.work}
          onChange={(work) => set({ work })}
          maxLength={400}
        />
      </Section>
      <Hours {...props} />
      <Use {...props} />
    </>
  );
}

function Hours({ draft, set, errors }: Props) {
  return (
    <Section title="1年間の作業時間" aside="7:30 のようにも書けます">
      <div className="flex flex-col gap-x-6 wide:flex-row">
        <TextField
          id="effect-before"
          label="導入前(時間)"
          required
          width="w-40"
          value={draft.before}
          onChange={(before) => set({ before })}
          error={errorOf(errors, 'effect-before')}
          maxLength={12}
        />
        <TextField
          id="effect-human"
          label="導入後に人が作業する(時間)"
          required
          width="w-40"
          value={draft.human}
          onChange={(human) => set({ human })}
          error={errorOf(errors, 'effect-human')}
          maxLength={12}
        />
        <TextField
          id="effect-robot"
          label="道具が動く(時間)"
          width="w-40"
          value={draft.robot}
          onChange={(robot) => set({ robot })}
          error={errorOf(errors, 'effect-robot')}
          maxLength={12}
        />
      </div>
    </Section>
  );
}

function Use({ draft, set, errors }: Props) {
  return (
    <Section title="使う期間と費用">
      <div className="flex flex-col gap-x-10 wide:flex-row">
        <DateFields
          id="effect-since"
          label="使い始めた日"
          required
          value={draft.since}
          onChange={(since) => set({ since })}
          error={errorOf(errors, 'effect-since')}
        />
        <DateFields
          id="effect-until"
          label="使い終わった日"
          value={draft.until}
          onChange={(until) => set({ until })}
          error={errorOf(errors, 'effect-until')}
        />
      </div>
      <div className="flex flex-col gap-x-6 wide:flex-row">
        <TextField
          id="effect-initial"
          label="導入の費用(円)"
          inputMode="numeric"
          width="w-48"
          value={draft.initialCost}
          onChange={(initialCost) => set({ initialCost })}
          error={errorOf(errors, 'effect-initial')}
          maxLength={16}
        />
        <TextField
          id="effect-yearly"
          label="年間の費用(円)"
          inputMode="numeric"
          width="w-48"
          value={draft.yearlyCost}
          onChange={(yearlyCost) => set({ yearlyCost })}
          error={errorOf(errors, 'effect-yearly')}
          maxLength={16}
        />
      </div>
      <TextArea
        id="effect-note"
        label="備考"
        hint="入力の誤りが減った、委託料が減ったなど、時間のほかの効果"
        rows={2}
        value={draft.note}
        onChange={(note) => set({ note })}
        maxLength={400}
      />
    </Section>
  );
}
