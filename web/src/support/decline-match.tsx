import { type FormEvent, useState } from 'react';
import { useDeed } from '../api/queries.ts';
import * as routes from '../api/routes.ts';
import { announce } from '../app/announce.ts';
import { mistakes, wrong } from '../app/form.ts';
import { Refusal } from '../app/states.tsx';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { errorOf, type FieldError } from '../components/error-summary.tsx';
import { TextArea } from '../components/fields.tsx';
import type { MatchView, RequestView } from './views.ts';

/** Declines an offer or ends a match without hours, with the reason. */
export function DeclineMatch({ match, request }: { readonly match: MatchView; readonly request: RequestView }) {
  const deed = useDeed(routes.declineSupport);
  const [open, setOpen] = useState(false);
  const [note, setNote] = useState('');
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = mistakes(wrong(note.trim() === '', 'decline-note', '理由を入力してください'));
    setErrors(found);
    if (found.length > 0 || deed.isPending) return;
    deed.mutate(
      { params: { id: request.id, match: match.id }, body: { note: note.trim() } },
      {
        onSuccess: () => {
          announce('取りやめました');
          setOpen(false);
        },
      },
    );
  };
  return (
    <>
      <Button kind="text" size="small" label={`${match.name}の応援を取りやめる`} onPress={() => setOpen(true)}>
        取りやめる
      </Button>
      <Dialog title={`${match.name}の応援を取りやめる`} open={open} onClose={() => setOpen(false)}>
        <form onSubmit={submit} noValidate>
          <TextArea
            id="decline-note"
            label="理由"
            required
            value={note}
            onChange={setNote}
            error={errorOf(errors, 'decline-note')}
            maxLength={400}
          />
          <Refusal error={deed.error} />
          <div className="mt-5">
            <Button kind="solid" type="submit" busy={deed.isPending}>
              取りやめる
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  );
}
