import { type FormEvent, useState } from 'react';
import { useDeed } from '../api/queries.ts';
import * as routes from '../api/routes.ts';
import { announce } from '../app/announce.ts';
import { mistakes, wrong } from '../app/form.ts';
import { Refusal } from '../app/states.tsx';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { errorOf, type FieldError } from '../components/error-summary.tsx';
import { RadioGroup, TextArea } from '../components/fields.tsx';
import type { DueView } from './dues/views.ts';

type Outcome = 'done' | 'dismissed';

/** Takes note of what was told; nothing more is to be done. */
export function NoteDue({ due }: { readonly due: DueView }) {
  const deed = useDeed(routes.settleDue);
  return (
    <>
      <Button
        size="small"
        busy={deed.isPending}
        label={`${due.subject}の知らせを確かめた`}
        onPress={() =>
          deed.mutate(
            { params: { id: due.id }, body: { outcome: 'done', note: '' } },
            { onSuccess: () => announce('確かめたことを記録しました') },
          )
        }
      >
        確かめた
      </Button>
      <Refusal error={deed.error} />
    </>
  );
}

/** Says that something due is done, or not needed and why. */
export function SettleDue({ due }: { readonly due: DueView }) {
  const deed = useDeed(routes.settleDue);
  const [open, setOpen] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>('done');
  const [note, setNote] = useState('');
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = mistakes(
      outcome === 'dismissed' && wrong(note.trim() === '', 'due-note', '行わない理由を入力してください'),
    );
    setErrors(found);
    if (found.length > 0 || deed.isPending) return;
    deed.mutate(
      { params: { id: due.id }, body: { outcome, note: note.trim() } },
      {
        onSuccess: () => {
          announce('済みにしました');
          setOpen(false);
        },
      },
    );
  };
  const name = `${due.subject === '' ? '団体全体' : due.subject}の「${due.deed}」`;
  return (
    <>
      <Button size="small" onPress={() => setOpen(true)} label={`${name}を済みにする`}>
        済みにする
      </Button>
      <Dialog title={`${name}を済みにする`} open={open} onClose={() => setOpen(false)}>
        <form onSubmit={submit} noValidate>
          <p className="mt-3">{due.sentence}</p>
          <RadioGroup<Outcome>
            id="due-outcome"
            label="結果"
            required
            value={outcome}
            onChange={setOutcome}
            options={[
              { value: 'done', name: '行った' },
              { value: 'dismissed', name: '行わない', about: '理由を残します。' },
            ]}
          />
          <TextArea
            id="due-note"
            label={outcome === 'done' ? '覚え書き' : '行わない理由'}
            required={outcome === 'dismissed'}
            value={note}
            onChange={setNote}
            error={errorOf(errors, 'due-note')}
            maxLength={400}
          />
          <Refusal error={deed.error} />
          <div className="mt-5">
            <Button kind="solid" type="submit" busy={deed.isPending}>
              済みにする
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  );
}
