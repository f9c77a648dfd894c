import { measureItemWords } from '@tokimori/contract/plan-words';
import { eraMonth, shiftMonth } from '@tokimori/wording/format';
import { type FormEvent, useState } from 'react';
import { useDeed } from '../api/queries.ts';
import * as routes from '../api/routes.ts';
import { announce } from '../app/announce.ts';
import { mistakes, wrong } from '../app/form.ts';
import { Refusal } from '../app/states.tsx';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { errorOf, type FieldError } from '../components/error-summary.tsx';
import { RadioGroup, SelectField, TextArea } from '../components/fields.tsx';
import { GroupFields } from './group-fields.tsx';
import type { MeasureItem, PlanView } from './views.ts';
import { measureItems } from './words.ts';

type Choice = 'yes' | 'no';
type Answers = Readonly<Record<MeasureItem, { readonly choice: Choice | null; readonly words: string }>>;

/** What a report on a month of a group says already, as it is typed. */
const answersOf = (view: PlanView, month: string, group: string): Answers => {
  const found = (item: MeasureItem) =>
    view.measures.find((each) => each.month === month && each.group === group && each.item === item);
  const answer = (item: MeasureItem) => {
    const known = found(item);
    return { choice: known === undefined ? null : known.feasible ? 'yes' : 'no', words: known?.words ?? '' } as const;
  };
  return { spread: answer('spread'), reassign: answer('reassign'), support: answer('support'), other: answer('other') };
};

/** Writes the measures ①–④ of a report on one of the last months: what is done, or why it cannot be. ④ may be left out. */
export function WriteMeasures({ view }: { readonly view: PlanView }) {
  const [open, setOpen] = useState(false);
  return (
    <p className="no-print mt-4">
      <Button size="small" onPress={() => setOpen(true)}>
        報告書の対策を入力する
      </Button>
      <Dialog title="長時間勤務防止対策報告書の対策" open={open} onClose={() => setOpen(false)}>
        <MeasureForm view={view} onDone={() => setOpen(false)} />
      </Dialog>
    </p>
  );
}

function MeasureForm({ view, onDone }: { readonly view: PlanView; readonly onDone: () => void }) {
  const deed = useDeed(routes.writeReportMeasures);
  const months = [0, -1, -2, -3].map((by) => shiftMonth(view.running, by)).filter((month) => month < view.month);
  const [first] = view.measures;
  const [month, setMonth] = useState(first?.month ?? months.at(-1) ?? view.running);
  const [group, setGroup] = useState(first?.group ?? '');
  const [answers, setAnswers] = useState(() => answersOf(view, month, group));
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = measureItems.flatMap((item) => {
      const { choice, words } = answers[item];
      const left = item === 'other' && choice === null;
      return mistakes(
        !left && wrong(choice === null, `measure-${item}`, '実施できるかどうかを選んでください'),
        choice !== null && wrong(words.trim() === '', `measure-${item}-words`, '内容か理由を入力してください'),
      );
    });
    setErrors(found);
    if (found.length > 0 || deed.isPending) return;
    const measures = measureItems.flatMap((item) => {
      const { choice, words } = answers[item];
      return choice === null ? [] : [{ item, feasible: choice === 'yes', words: words.trim() }];
    });
    deed.mutate(
      { params: { department: view.department, month }, body: { group: group.trim(), measures } },
      {
        onSuccess: () => {
          announce('対策を記録しました');
          onDone();
        },
      },
    );
  };
  return (
    <form onSubmit={submit} noValidate>
      <SelectField
        id="measure-month"
        label="対象の月"
        required
        value={month}
        onChange={setMonth}
        options={[...new Set([month, ...months])].map((value) => ({ value, name: eraMonth(value) }))}
      />
      <GroupFields view={view} value={group} onChange={setGroup} />
      {measureItems.map((item) => (
        <ItemFields
          key={item}
          item={item}
          answer={answers[item]}
          errors={errors}
          onChange={(answer) => setAnswers({ ...answers, [item]: answer })}
        />
      ))}
      <Refusal error={deed.error} />
      <div className="mt-5">
        <Button kind="solid" type="submit" busy={deed.isPending}>
          対策を記録する
        </Button>
      </div>
    </form>
  );
}

type ItemProps = {
  readonly item: MeasureItem;
  readonly answer: Answers[MeasureItem];
  readonly errors: readonly FieldError[];
  readonly onChange: (answer: Answers[MeasureItem]) => void;
};

function ItemFields({ item, answer, errors, onChange }: ItemProps) {
  const id = `measure-${item}`;
  return (
    <>
      <RadioGroup<Choice>
        id={id}
        label={measureItemWords[item]}
        required={item !== 'other'}
        value={answer.choice}
        onChange={(choice) => onChange({ ...answer, choice })}
        error={errorOf(errors, id)}
        options={[
          { value: 'yes', name: '実施できる' },
          { value: 'no', name: '実施できない' },
        ]}
      />
      {answer.choice !== null && (
        <TextArea
          id={`${id}-words`}
          label={
            answer.choice === 'yes'
              ? `${measureItemWords[item]}の具体的な内容`
              : `${measureItemWords[item]}ができない理由`
          }
          required
          rows={2}
          value={answer.words}
          onChange={(words) => onChange({ ...answer, words })}
          error={errorOf(errors, `${id}-words`)}
          maxLength={400}
        />
      )}
    </>
  );
}
