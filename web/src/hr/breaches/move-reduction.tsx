import { type FormEvent, useState } from 'react';
import { useDeed } from '../../api/queries.ts';
import * as routes from '../../api/routes.ts';
import { announce } from '../../app/announce.ts';
import { mistakes, wrong } from '../../app/form.ts';
import { Refusal } from '../../app/states.tsx';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { errorOf, type FieldError } from '../../components/error-summary.tsx';
import { RadioGroup, TextArea } from '../../components/fields.tsx';
import type { ReductionView } from './views.ts';
import { moveWords } from './words.ts';

type State = ReductionView['state'];

/** Says how far a measure is: begun, finished, or stopped and why. */
export function MoveReduction({ view }: { readonly view: ReductionView }) {
  const deed = useDeed(routes.moveReduction);
  const [open, setOpen] = useState(false);
  const [to, setTo] = useState<State | null>(null);
  const [note, setNote] = useState('');
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = mistakes(
      wrong(to === null, 'to', '変える先を選んでください'),
      wrong(to === 'stopped' && note.trim() === '', 'move-note', 'やめる理由を入力してください'),
    );
    setErrors(found);
    if (found.length > 0 || to === null || deed.isPending) return;
    deed.mutate(
      { params: { id: view.id }, body: { to, note: note.trim() } },
      {
        onSuccess: () => {
          announce('状態を変えました');
          setOpen(false);
          setTo(null);
          setNote('');
        },
      },
    );
  };
  return (
    <div className="no-print mt-4">
      <Button onPress={() => setOpen(true)}>状態を変える</Button>
      <Dialog title={`「${view.title}」の状態を変える`} open={open} onClose={() => setOpen(false)}>
        <form onSubmit={submit} noValidate>
          <RadioGroup<State>
            id="to"
            label="状態"
            required
            value={to}
            onChange={setTo}
            error={errorOf(errors, 'to')}
            options={view.moves.map((value) => ({ value, name: moveWords[value] }))}
          />
          <TextArea
            id="move-note"
            label={to === 'stopped' ? 'やめる理由' : '覚え書き'}
            required={to === 'stopped'}
            value={note}
            onChange={setNote}
            error={errorOf(errors, 'move-note')}
            maxLength={400}
          />
          <Refusal error={deed.error} />
          <div className="mt-5">
            <Button kind="solid" type="submit" busy={deed.isPending}>
              状態を変える
            </Button>
          </div>
        </form>
      </Dialog>
    </div>
  );
}
