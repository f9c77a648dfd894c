import { Button } from '../../components/button.tsx';
import { Mistake } from '../../components/field-frame.tsx';
import { TextField } from '../../components/fields.tsx';
import { Choose } from './choose.tsx';
import {
  type BoundDraft,
  type ConditionDraft,
  emptyBound,
  emptyCondition,
  type MeasureDraft,
  momentOf,
  unitOf,
  type Words,
} from './draft.ts';

export type ErrorAt = (field: string) => string | undefined;
type Props = {
  readonly draft: MeasureDraft;
  readonly words: Words;
  readonly set: (part: Partial<MeasureDraft>) => void;
  readonly errorAt: ErrorAt;
};

/** 条件: any of some rows, each with what must hold besides. */
export function ConditionFields({ draft, words, set, errorAt }: Props) {
  const moment = momentOf(words, draft.moment);
  const { when } = draft;
  const runs = Array.from({ length: words.lasting }, (_, at) => ({ key: String(at + 1), name: `${at + 1}か月` }));
  return (
    <>
      <p className="mt-3">
        {when.length > 1
          ? 'どれか一つに当てはまると、この対策の対象になります。'
          : moment?.conditions === 'possible'
            ? '条件がなければ、いつも行います。'
            : '当てはまると、この対策の対象になります。'}
      </p>
      {when.map((condition, at) => (
        <Condition
          // biome-ignore lint/suspicious/noArrayIndexKey: conditions are known by their place
          key={at}
          at={at}
          condition={condition}
          draft={draft}
          words={words}
          errorAt={errorAt}
          onChange={(changed) => set({ when: when.with(at, changed) })}
          onRemove={() => set({ when: when.toSpliced(at, 1) })}
        />
      ))}
      <div id="when" tabIndex={-1} className="mt-4">
        <Mistake id="when" error={errorAt('when')} />
        <Button size="small" onPress={() => set({ when: [...when, emptyCondition] })}>
          条件を加える
        </Button>
      </div>
      {moment?.lasting === true && when.length > 0 && (
        <Choose
          id="lasting"
          label={words.members.lasting}
          hint="選ぶと、条件に当てはまる月がその数だけ続いたときに、一度だけ行います。"
          choices={runs}
          none="決めない(当てはまる月のたびに行う)"
          width="w-full wide:w-auto"
          value={draft.lasting}
          onChange={(lasting) => set({ lasting })}
          error={errorAt('lasting')}
        />
      )}
    </>
  );
}

type ConditionProps = Pick<Props, 'draft' | 'words' | 'errorAt'> & {
  readonly at: number;
  readonly condition: ConditionDraft;
  readonly onChange: (condition: ConditionDraft) => void;
  readonly onRemove: () => void;
};

/** One condition with what must hold besides. */
function Condition({ at, condition, onChange, onRemove, ...rest }: ConditionProps) {
  const { and } = condition;
  const { words } = rest;
  const called = `${words.members.when} ${at + 1}`;
  return (
    <fieldset className="mt-6 border-l-4 border-solid-gray-420 pl-4">
      <legend className="font-700">{called}</legend>
      <Bound id={`when[${at}]`} bound={condition} onChange={(bound) => onChange({ ...bound, and })} {...rest} />
      {and.map((bound, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: what holds besides is known by its place
        <fieldset key={place} className="mt-4 border-l-4 border-solid-gray-420 pl-4">
          <legend className="font-700">{words.members.and}</legend>
          <Bound
            id={`when[${at}].and[${place}]`}
            bound={bound}
            onChange={(changed) => onChange({ ...condition, and: and.with(place, changed) })}
            {...rest}
          />
          <Button
            kind="text"
            size="small"
            label={`${called} の「${words.members.and}」 ${place + 1} を取り除く`}
            onPress={() => onChange({ ...condition, and: and.toSpliced(place, 1) })}
          >
            取り除く
          </Button>
        </fieldset>
      ))}
      <div className="mt-3 flex flex-wrap gap-x-4">
        <Button
          kind="text"
          size="small"
          label={`${called} に「${words.members.and}」を加える`}
          onPress={() => onChange({ ...condition, and: [...and, emptyBound] })}
        >
          {`「${words.members.and}」を加える`}
        </Button>
        <Button kind="text" size="small" label={`${called} を取り除く`} onPress={onRemove}>
          取り除く
        </Button>
      </div>
    </fieldset>
  );
}

type BoundProps = Pick<Props, 'draft' | 'words' | 'errorAt'> & {
  /** Its place in the measure. */
  readonly id: string;
  readonly bound: BoundDraft;
  readonly onChange: (bound: BoundDraft) => void;
};

/** A figure, its bound by the unit of the figure, and whether it must be passed or reached. */
function Bound({ id, bound, draft, words, errorAt, onChange }: BoundProps) {
  const { ofDay = false, lasting = false } = momentOf(words, draft.moment) ?? {};
  const inRow = lasting && draft.lasting !== '';
  const fitting = words.figures.filter((figure) => figure.ofDay === ofDay && (!inRow || figure.lasting));
  const isCount = unitOf(words, bound.figure) === 'count';
  return (
    <div className="grid gap-x-4 wide:grid-cols-[minmax(0,1fr)_10rem_11rem]">
      <Choose
        id={`${id}.figure`}
        label={words.members.figure}
        required
        choices={fitting}
        all={words.figures}
        value={bound.figure}
        onChange={(figure) => onChange({ ...bound, figure })}
        error={errorAt(`${id}.figure`)}
      />
      <TextField
        id={`${id}.value`}
        label={isCount ? '回数' : '時間(例 45:00)'}
        plain
        inputMode={isCount ? 'numeric' : 'text'}
        value={bound.value}
        onChange={(value) => onChange({ ...bound, value })}
        error={errorAt(`${id}.value`)}
      />
      <Choose
        id={`${id}.comparison`}
        label={words.members.comparison}
        plain
        choices={words.comparisons}
        value={bound.comparison}
        onChange={(comparison) => onChange({ ...bound, comparison })}
        error={errorAt(`${id}.comparison`)}
      />
    </div>
  );
}
