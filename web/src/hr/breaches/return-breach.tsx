import { type FormEvent, useState } from 'react';
import { useDeed } from '../../api/queries.ts';
import * as routes from '../../api/routes.ts';
import { announce } from '../../app/announce.ts';
import { mistakes, wrong } from '../../app/form.ts';
import { Refusal } from '../../app/states.tsx';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { errorOf, type FieldError } from '../../components/error-summary.tsx';
import { TextArea } from '../../components/fields.tsx';
import type { BreachView } from './views.ts';

/** 人事課 gives a completed record back, with what is to be written better. */
export function ReturnBreach({ view }: { readonly view: BreachView }) {
  const deed = useDeed(routes.returnBreach);
  const [open, setOpen] = useState(false);
  const [note, setNote] = useState('');
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = mistakes(wrong(note.trim() === '', 'note', '差し戻す理由を入力してください'));
    setErrors(found);
    if (found.length > 0 || deed.isPending) return;
    deed.mutate(
      { params: { id: view.id }, body: { note: note.trim() } },
      {
        onSuccess: () => {
          announce('差し戻しました');
          setOpen(false);
        },
      },
    );
  };
  return (
    <div className="no-print mt-5">
      <Button onPress={() => setOpen(true)}>差し戻す</Button>
      <Dialog title={`${view.name}の記録を差し戻す`} open={open} onClose={() => setOpen(false)}>
        <form onSubmit={submit} noValidate>
          <p className="mt-3">所属長が、書いた内容を見ながら記入し直します。</p>
          <TextArea
            id="note"
            label="差し戻す理由"
            hint="何を書き足すか、何を確かめるか。"
            required
            value={note}
            onChange={setNote}
            error={errorOf(errors, 'note')}
            maxLength={400}
          />
          <Refusal error={deed.error} />
          <div className="mt-5">
            <Button kind="solid" type="submit" busy={deed.isPending}>
              差し戻す
            </Button>
          </div>
        </form>
      </Dialog>
    </div>
  );
}
