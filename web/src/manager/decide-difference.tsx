import { dayLabel, hm } from '@tokimori/wording/format';
import { type FormEvent, useState } from 'react';
import { useDeed } from '../api/queries.ts';
import * as routes from '../api/routes.ts';
import { announce } from '../app/announce.ts';
import { mistakes, wrong } from '../app/form.ts';
import { Refusal } from '../app/states.tsx';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { DifferenceRecords } from '../components/difference-records.tsx';
import { errorOf, type FieldError } from '../components/error-summary.tsx';
import { RadioGroup, TextArea } from '../components/fields.tsx';
import { FoundWork, type TypedWork, workMistakes, workOf } from '../components/found-work.tsx';
import { answerWords, askedWords } from '../wording/difference-words.ts';
import type { QuestionView } from './views.ts';

type Outcome = 'agree' | 'work' | 'notAgree';
type Correction = NonNullable<QuestionView['correction']>;

const worked = [
  { value: 'agree', name: '届け出のとおり勤務と認める' },
  { value: 'work', name: '時間や業務区分を変えて勤務と認める' },
  { value: 'notAgree', name: '勤務と認めない', about: '本人の届け出は残り、人事課が調べて決めます。' },
] as const;
const notWorked = [
  { value: 'agree', name: '勤務ではないと確かめた' },
  { value: 'work', name: '勤務と認める', about: '指揮命令の下にあった時間は、休憩や学習と届け出ていても勤務です。' },
  { value: 'notAgree', name: '届け出し直してもらう' },
] as const;

/** The words that go with a decision: to the person, or how it was confirmed. */
function noteLabel(says: 'work' | 'notWork', outcome: Outcome): { readonly label: string; readonly required: boolean } {
  if (outcome === 'notAgree') return { label: says === 'work' ? '認めない理由' : '本人に伝えること', required: true };
  if (says === 'notWork' && outcome === 'agree') return { label: '確かめた根拠', required: true };
  return { label: '覚え書き', required: false };
}

const startOf = ({ answer }: Correction, question: QuestionView): TypedWork => {
  const span = answer?.says === 'work' ? answer : question.difference;
  return { from: span == null ? '' : hm(span.from), until: span == null ? '' : hm(span.until), category: 'normal' };
};

/** 差異の確認 by the head: agree with the answer, find work, or do not agree; every record of the day in sight. */
export function DecideDifference({
  question,
  onClose,
}: {
  readonly question: QuestionView;
  readonly onClose: () => void;
}) {
  const { correction, person, date } = question;
  return (
    <Dialog title={`${person.name} ${dayLabel(date)}`} open onClose={onClose}>
      {correction !== null && <DecideForm question={question} correction={correction} onClose={onClose} />}
    </Dialog>
  );
}

function DecideForm({
  question,
  correction,
  onClose,
}: {
  readonly question: QuestionView;
  readonly correction: Correction;
  readonly onClose: () => void;
}) {
  const deed = useDeed(routes.decideCorrection);
  const says = correction.answer?.says ?? 'notWork';
  const [outcome, setOutcome] = useState<Outcome>('agree');
  const [work, setWork] = useState<TypedWork>(startOf(correction, question));
  const [note, setNote] = useState('');
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const words = noteLabel(says, outcome);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = [
      ...(outcome === 'work' ? workMistakes(work) : []),
      ...mistakes(words.required && wrong(note.trim() === '', 'difference-note', `${words.label}を入力してください`)),
    ];
    setErrors(found);
    if (found.length > 0 || deed.isPending) return;
    deed.mutate(
      {
        params: { id: correction.id },
        body: {
          accept: outcome !== 'notAgree',
          note: note.trim(),
          worked: outcome === 'work' ? workOf(work) : null,
        },
      },
      {
        onSuccess: () => {
          announce('差異の確認を記録しました');
          onClose();
        },
      },
    );
  };
  const { difference } = question;
  return (
    <form onSubmit={submit} noValidate>
      {difference !== null && (
        <div className="mt-3">
          <p>{askedWords(difference)}</p>
          <DifferenceRecords difference={difference} />
        </div>
      )}
      <p className="mt-3">
        本人の届け出: <strong>{answerWords(correction.answer)}</strong>「{correction.reason}」
      </p>
      {difference?.grave === true && says === 'notWork' && (
        <p className="mt-2">著しい差異のため、勤務ではないと確かめた後に、人事課が実態を調べます。</p>
      )}
      <RadioGroup<Outcome>
        id="difference-outcome"
        label="確かめた結果"
        required
        value={outcome}
        onChange={setOutcome}
        options={says === 'work' ? worked : notWorked}
      />
      {outcome === 'work' && <FoundWork value={work} onChange={setWork} errors={errors} />}
      <TextArea
        id="difference-note"
        label={words.label}
        required={words.required}
        value={note}
        onChange={setNote}
        error={errorOf(errors, 'difference-note')}
        maxLength={400}
      />
      <p className="prose-small mt-2">
        勤務と認めた時間は確認済みの時間外勤務になり、上限・手当・健康の計算に入ります。打刻などの記録は書き換えられません。
      </p>
      <Refusal error={deed.error} />
      <div className="mt-5">
        <Button kind="solid" type="submit" busy={deed.isPending}>
          決める
        </Button>
      </div>
    </form>
  );
}
