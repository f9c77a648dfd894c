import { Button } from '../../components/button.tsx';
import { CheckGroup } from '../../components/check-group.tsx';
import { Mistake } from '../../components/field-frame.tsx';
import { SelectField, TextField } from '../../components/fields.tsx';
import { Choose } from './choose.tsx';
import type { ErrorAt } from './condition-fields.tsx';
import { type ActionDraft, deedOf, emptyAction, type MeasureDraft, momentOf, type Words } from './draft.ts';

type Props = {
  readonly draft: MeasureDraft;
  readonly words: Words;
  readonly set: (part: Partial<MeasureDraft>) => void;
  readonly errorAt: ErrorAt;
};

/** すること: rows of who does what, to whom, by when. */
export function ActionFields({ draft, words, set, errorAt }: Props) {
  const { follows } = draft;
  return (
    <>
      {follows.map((action, at) => (
        <Action
          // biome-ignore lint/suspicious/noArrayIndexKey: actions are known by their place
          key={at}
          at={at}
          action={action}
          draft={draft}
          words={words}
          errorAt={errorAt}
          onChange={(part) => set({ follows: follows.with(at, { ...action, ...part }) })}
          onRemove={follows.length < 2 ? null : () => set({ follows: follows.toSpliced(at, 1) })}
        />
      ))}
      <div id="follows" tabIndex={-1} className="mt-4">
        <Mistake id="follows" error={errorAt('follows')} />
        <Button size="small" onPress={() => set({ follows: [...follows, emptyAction] })}>
          することを加える
        </Button>
      </div>
    </>
  );
}

type ActionProps = Pick<Props, 'draft' | 'words' | 'errorAt'> & {
  readonly at: number;
  readonly action: ActionDraft;
  readonly onChange: (part: Partial<ActionDraft>) => void;
  readonly onRemove: (() => void) | null;
};

function Action({ at, action, draft, words, errorAt, onChange, onRemove }: ActionProps) {
  const id = (member: string) => `follows[${at}].${member}`;
  const parts = deedOf(words, action.do);
  const hasDue = momentOf(words, draft.moment)?.due ?? true;
  const roles = words.roles.map(({ key, name }) => ({ value: key, name }));
  const forms = words.forms.filter(({ subjects }) => draft.per === '' || subjects.includes(draft.per));
  const who = (member: 'by' | 'to') =>
    parts !== undefined &&
    parts[member] !== 'none' && (
      <CheckGroup
        id={id(member)}
        label={words.members[member]}
        required={parts[member] === 'needed'}
        columns={4}
        options={roles}
        value={action[member]}
        onChange={(value) => onChange({ [member]: value })}
        error={errorAt(id(member))}
      />
    );
  return (
    <fieldset className="mt-6 border-l-4 border-solid-gray-420 pl-4">
      <legend className="font-700">{`${words.members.follows} ${at + 1}`}</legend>
      <Choose
        id={id('do')}
        label={words.members.do}
        required
        choices={words.deeds}
        width="w-full wide:w-auto"
        value={action.do}
        onChange={(deed) => onChange({ do: deed })}
        error={errorAt(id('do'))}
      />
      <TextField
        id={id('what')}
        label={words.members.what}
        required
        hint="例 時間外勤務の状況の報告、業務の分担の見直し"
        value={action.what}
        onChange={(what) => onChange({ what })}
        error={errorAt(id('what'))}
        maxLength={80}
      />
      {parts !== undefined && parts.form !== 'none' && (
        <Choose
          id={id('form')}
          label={words.members.form}
          hint="選ぶと、「対策の予定」から様式や画面を開けます。"
          choices={forms}
          all={words.forms}
          none="なし"
          value={action.form}
          onChange={(form) => onChange({ form })}
          error={errorAt(id('form'))}
        />
      )}
      {parts !== undefined && parts.lists !== 'none' && (
        <Choose
          id={id('lists')}
          label={words.members.lists}
          choices={words.listings}
          none="決めない(職員ごと)"
          width="w-full wide:w-auto"
          value={action.lists}
          onChange={(lists) => onChange({ lists })}
          error={errorAt(id('lists'))}
        />
      )}
      {who('by')}
      {who('to')}
      {hasDue && (
        <DueFields at={at} action={action} draft={draft} words={words} errorAt={errorAt} onChange={onChange} />
      )}
      {onRemove !== null && (
        <Button kind="text" size="small" label={`${words.members.follows} ${at + 1} を取り除く`} onPress={onRemove}>
          取り除く
        </Button>
      )}
    </fieldset>
  );
}

/** 期限: none, a day of a month, or days. */
function DueFields({ at, action, draft, words, errorAt, onChange }: Omit<ActionProps, 'onRemove'>) {
  const id = `follows[${at}].due`;
  const { dueBy } = action;
  const ahead = momentOf(words, draft.moment)?.ahead ?? 0;
  const months = words.monthsAfter.map((_, after) => ({
    value: String(after),
    name: words.monthsAfter[after - ahead] ?? words.monthBefore,
  }));
  const numbers = { plain: true, inputMode: 'numeric', width: 'w-full wide:w-32' } as const;
  return (
    <div className="grid gap-x-4 wide:grid-cols-[auto_auto_auto_1fr]">
      <SelectField
        id={`${id}.kind`}
        label={words.members.due}
        value={dueBy}
        options={[
          { value: 'none', name: 'なし' },
          { value: 'month', name: '何か月後の何日' },
          { value: 'days', name: '何日以内' },
        ]}
        onChange={(kind) => onChange({ dueBy: kind })}
      />
      {dueBy === 'month' && (
        <>
          <SelectField
            id={`${id}.monthsAfter`}
            label="月"
            plain
            value={action.monthsAfter}
            options={months}
            onChange={(monthsAfter) => onChange({ monthsAfter })}
          />
          <TextField
            id={id}
            label="日(末日は31)"
            {...numbers}
            value={action.day}
            onChange={(day) => onChange({ day })}
            error={errorAt(id)}
          />
        </>
      )}
      {dueBy === 'days' && (
        <TextField
          id={id}
          label="日数(その日のうちは0)"
          {...numbers}
          value={action.days}
          onChange={(days) => onChange({ days })}
          error={errorAt(id)}
        />
      )}
    </div>
  );
}
