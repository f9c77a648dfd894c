import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useReading } from '../../api/queries.ts';
import * as routes from '../../api/routes.ts';
import { Refusal } from '../../app/states.tsx';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { ErrorSummary, errorOf, type FieldError } from '../../components/error-summary.tsx';
import { LeaveGuard } from '../../components/leave-guard.tsx';
import { Section } from '../../components/section.tsx';
import { useRested } from '../../components/use-rested.ts';
import { MeasureWords } from '../measure-list.tsx';
import { draftOf, emptyMeasure, fieldsOf, type Words } from './draft.ts';
import { MeasureFields } from './measure-fields.tsx';
import type { Change, MeasuresFile } from './use-file.ts';
import type { DraftMeasure } from './views.ts';

type Props = {
  /** The file in which the measure stands. */
  readonly file: MeasuresFile;
  /** Whether the file differs already from what it was at the beginning. */
  readonly isChanged: boolean;
  readonly words: Words;
  /** The measure that is changed; null = a new one. */
  readonly measure: DraftMeasure | null;
  readonly onDone: () => void;
  readonly onLeave: () => void;
};

/** One measure in fields. What is wrong stands at its field once it was to be taken; its meaning is said while it is filled in. */
export function MeasureForm({ file, isChanged, words, measure, onDone, onLeave }: Props) {
  const [start] = useState(() => (measure === null ? emptyMeasure : draftOf(measure.fields)));
  const [draft, setDraft] = useState(start);
  const [errors, setErrors] = useState<readonly FieldError[]>(() =>
    measure === null ? [] : oneEach(measure.problems),
  );
  const [leaving, setLeaving] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const fields = fieldsOf(draft, words);
  const changeTo = (given: typeof fields): Change =>
    measure === null ? { kind: 'add', measure: given } : { kind: 'put', id: measure.id, measure: given };
  const rested = useRested(JSON.stringify(fields));
  const said = useReading(
    routes.changeMeasures,
    { body: { text: file.text, change: changeTo(JSON.parse(rested)) } },
    { keep: true },
  );
  // Nothing is kept by it: what is shown elsewhere is not asked for again.
  const take = useMutation({
    mutationFn: () => file.change(changeTo(fields)),
    onSuccess: (answer) => {
      setErrors(oneEach(answer.problems));
      if (answer.problems.length === 0) onDone();
    },
  });
  // What was put right since it was told is no longer told at its field.
  const isCurrent = !said.isPlaceholderData && rested === JSON.stringify(fields);
  const stillWrong = (field: string) =>
    !isCurrent || said.data === undefined || errorOf(said.data.problems, field) !== undefined;
  const errorAt = (field: string) => (stillWrong(field) ? errorOf(errors, field) : undefined);
  const placed = useMemo(
    () => errors.map(({ field, message }) => ({ field, message: `${placeOf(field, words)}${message}` })),
    [errors, words],
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!take.isPending) take.mutate();
  };
  return (
    <form onSubmit={submit} noValidate className="max-w-[56rem]">
      <LeaveGuard dirty={isChanged || draft !== start} />
      <ErrorSummary errors={placed} />
      <h1 ref={heading} tabIndex={-1} className="mt-6 mb-4 text-[1.5rem] wide:text-[1.75rem]">
        {measure === null ? '対策を加える' : '対策を直す'}
      </h1>
      <p>入力すると、この対策の意味が下に文で出ます。ここで直しても、「この対策に決める」までは適用されません。</p>
      <MeasureFields draft={draft} words={words} onDraft={setDraft} errorAt={errorAt} />
      <Section title="この対策の意味">
        <div role="status" className="mt-3">
          {said.data?.said == null ? (
            <p>まだ文にできません。要るところを正しく入力すると、ここに文で出ます。</p>
          ) : (
            <MeasureWords measure={said.data.said} />
          )}
        </div>
      </Section>
      <Refusal error={take.error} />
      <div className="mt-6 flex items-center gap-5">
        <Button kind="solid" type="submit" busy={take.isPending}>
          {measure === null ? '加える' : 'この内容に直す'}
        </Button>
        <Button kind="text" onPress={() => (draft === start ? onLeave() : setLeaving(true))}>
          やめる
        </Button>
      </div>
      <Dialog title="入力を捨てますか" open={leaving} onClose={() => setLeaving(false)}>
        <p className="mt-3">やめると、この画面で入力した内容は残りません。</p>
        <div className="mt-5 flex flex-wrap gap-3">
          <Button onPress={onLeave}>入力を捨てる</Button>
          <Button onPress={() => setLeaving(false)}>入力に戻る</Button>
        </div>
      </Dialog>
    </form>
  );
}

/** One sentence to a field: the first. */
const oneEach = (problems: readonly FieldError[]): readonly FieldError[] =>
  problems.filter(({ field }, at) => problems.findIndex((other) => other.field === field) === at);

/** Which condition or deed a field belongs to, where there are several: 「条件 2: 」. */
function placeOf(field: string, words: Words): string {
  const [, row, at] = /^(when|follows)\[(\d+)\]/.exec(field) ?? [];
  return row === 'when' || row === 'follows' ? `${words.members[row]} ${Number(at) + 1}: ` : '';
}
