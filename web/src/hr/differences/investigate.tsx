import { dayLabel, hm } from '@tokimori/wording/format';
import { type FormEvent, useState } from 'react';
import { newId, useDeed } from '../../api/queries.ts';
import * as routes from '../../api/routes.ts';
import { announce } from '../../app/announce.ts';
import { mistakes, wrong } from '../../app/form.ts';
import { Refusal } from '../../app/states.tsx';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { DifferenceRecords } from '../../components/difference-records.tsx';
import { errorOf, type FieldError } from '../../components/error-summary.tsx';
import { RadioGroup, TextArea } from '../../components/fields.tsx';
import { FoundWork, type TypedWork, workMistakes, workOf } from '../../components/found-work.tsx';
import { answerWords, askedWords } from '../../wording/difference-words.ts';
import type { WaitingView } from './waiting.tsx';

type Found = 'work' | 'notWork';

/** 実態調査: 人事課 registers what it found, which decides the difference. */
export function InvestigateDifference({
  waiting,
  onClose,
}: {
  readonly waiting: WaitingView;
  readonly onClose: () => void;
}) {
  const { person, date, said } = waiting;
  const deed = useDeed(routes.investigateDifference);
  const [id] = useState(newId);
  const [found, setFound] = useState<Found>('work');
  const [work, setWork] = useState<TypedWork>({ from: hm(waiting.from), until: hm(waiting.until), category: 'normal' });
  const [note, setNote] = useState('');
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const wrongs = [
      ...(found === 'work' ? workMistakes(work) : []),
      ...mistakes(wrong(note.trim() === '', 'investigation-note', '調べ方と分かったことを入力してください')),
    ];
    setErrors(wrongs);
    if (wrongs.length > 0 || deed.isPending) return;
    deed.mutate(
      {
        params: { staff: person.staff, date },
        body: { id, note: note.trim(), worked: found === 'work' ? workOf(work) : null },
      },
      {
        onSuccess: () => {
          announce('調査の結果を登録しました');
          onClose();
        },
      },
    );
  };
  return (
    <Dialog title={`${person.name} ${dayLabel(date)} 調査の結果`} open onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <p className="mt-3">{askedWords(waiting)}</p>
        <DifferenceRecords difference={waiting} />
        <p className="mt-3">
          {said === null
            ? '本人の届け出はありません。'
            : `本人の届け出: ${answerWords(said.answer)}「${said.reason}」${said.note === '' ? '' : `・${said.decidedBy}「${said.note}」`}`}
        </p>
        <RadioGroup<Found>
          id="investigation-found"
          label="調べた結果"
          required
          value={found}
          onChange={setFound}
          options={[
            { value: 'work', name: '勤務だった', about: '確認済みの時間外勤務になります。' },
            { value: 'notWork', name: '勤務ではなかった' },
          ]}
        />
        {found === 'work' && <FoundWork value={work} onChange={setWork} errors={errors} />}
        <TextArea
          id="investigation-note"
          label="調べ方と分かったこと"
          hint="例 本人と係長に聞き取り、窓口の受付記録で確かめた"
          required
          value={note}
          onChange={setNote}
          error={errorOf(errors, 'investigation-note')}
          maxLength={400}
        />
        <Refusal error={deed.error} />
        <div className="mt-5">
          <Button kind="solid" type="submit" busy={deed.isPending}>
            登録する
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
