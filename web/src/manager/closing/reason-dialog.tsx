import { type FormEvent, useState } from 'react';
import { announce } from '../../app/announce.ts';
import { mistakes, wrong } from '../../app/form.ts';
import { Refusal } from '../../app/states.tsx';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { errorOf, type FieldError } from '../../components/error-summary.tsx';
import { TextArea } from '../../components/fields.tsx';

type Props = {
  readonly deed: { readonly isPending: boolean; readonly error: unknown };
  readonly button: string;
  readonly title: string;
  /** What the deed brings about. */
  readonly about: string;
  readonly label: string;
  readonly missing: string;
  readonly onReason: (reason: string, options: { readonly onSuccess: () => void }) => void;
  readonly done: string;
};

/** A deed that wants a reason: says what it does, asks why, and does it. */
export function ReasonDialog({ deed, button, title, about, label, missing, onReason, done }: Props) {
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = mistakes(wrong(reason.trim() === '', 'closing-reason', missing));
    setErrors(found);
    if (found.length > 0 || deed.isPending) return;
    onReason(reason.trim(), {
      onSuccess: () => {
        announce(done);
        setOpen(false);
        setReason('');
      },
    });
  };
  return (
    <div className="no-print">
      <Button onPress={() => setOpen(true)}>{button}</Button>
      <Dialog title={title} open={open} onClose={() => setOpen(false)}>
        <form onSubmit={submit} noValidate>
          <p className="mt-3">{about}</p>
          <TextArea
            id="closing-reason"
            label={label}
            hint="操作の記録に残ります。"
            required
            value={reason}
            onChange={setReason}
            error={errorOf(errors, 'closing-reason')}
            maxLength={400}
          />
          <Refusal error={deed.error} />
          <div className="mt-5">
            <Button kind="solid" type="submit" busy={deed.isPending}>
              {button}
            </Button>
          </div>
        </form>
      </Dialog>
    </div>
  );
}
