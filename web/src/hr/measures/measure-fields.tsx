import { TextField } from '../../components/fields.tsx';
import { Section } from '../../components/section.tsx';
import { useFocusKept } from '../../components/use-focus-kept.ts';
import { ActionFields } from './action-fields.tsx';
import { Choose } from './choose.tsx';
import { ConditionFields, type ErrorAt } from './condition-fields.tsx';
import { type MeasureDraft, momentOf, type Words } from './draft.ts';

type Props = {
  readonly draft: MeasureDraft;
  readonly words: Words;
  readonly onDraft: (draft: MeasureDraft) => void;
  readonly errorAt: ErrorAt;
};

/** All fields of a measure; what does not apply to it is not shown. */
export function MeasureFields({ draft, words, onDraft, errorAt }: Props) {
  const set = (part: Partial<MeasureDraft>) => onDraft({ ...draft, ...part });
  const moment = momentOf(words, draft.moment);
  const part = { draft, words, set, errorAt };
  const [conditions, actions] = [useFocusKept(draft.when.length), useFocusKept(draft.follows.length)];
  return (
    <>
      <Section title="いつ、だれについて">
        <Occasion {...part} />
      </Section>
      {moment?.conditions !== 'none' && (
        <Section title={words.members.when} headingRef={conditions}>
          <ConditionFields {...part} />
        </Section>
      )}
      <Section title={words.members.follows} headingRef={actions}>
        <ActionFields {...part} />
      </Section>
      <Section title={`${words.members.source}と${words.members.confidence}`}>
        <TextField
          id="source"
          label={words.members.source}
          required
          hint="要綱や通知の名前と条。文書がなければ「運用」とします。"
          value={draft.source}
          onChange={(source) => set({ source })}
          error={errorAt('source')}
          maxLength={120}
        />
        <Choose
          id="confidence"
          label={words.members.confidence}
          required
          choices={words.confidences}
          width="w-full wide:w-auto"
          value={draft.confidence}
          onChange={(confidence) => set({ confidence })}
          error={errorAt('confidence')}
        />
      </Section>
    </>
  );
}

type Part = Omit<Props, 'onDraft'> & { readonly set: (part: Partial<MeasureDraft>) => void };

/** When it is looked at, and for whom. */
function Occasion({ draft, words, set, errorAt }: Part) {
  const choose = (
    member: 'moment' | 'per' | 'staff' | 'departments',
    choices: readonly { readonly key: string; readonly name: string }[],
  ) => (
    <Choose
      id={member}
      label={words.members[member]}
      required
      choices={choices}
      value={draft[member]}
      onChange={(value) => set({ [member]: value })}
      error={errorAt(member)}
    />
  );
  return (
    <>
      <TextField
        id="title"
        label={words.members.title}
        required
        hint="例 月45時間を超えたら、所属長が面談する"
        value={draft.title}
        onChange={(title) => set({ title })}
        error={errorAt('title')}
        maxLength={80}
      />
      <div className="grid gap-x-6 wide:grid-cols-2">
        {choose('moment', words.moments)}
        {momentOf(words, draft.moment)?.day === true ? (
          <TextField
            id="day"
            label={`${words.members.day}(末日は31)`}
            required
            inputMode="numeric"
            width="w-full wide:w-32"
            value={draft.day}
            onChange={(day) => set({ day })}
            error={errorAt('day')}
          />
        ) : (
          <div />
        )}
        {choose('per', words.subjects)}
        {choose('staff', words.staff)}
        {choose('departments', words.departments)}
      </div>
    </>
  );
}
