import type { FormView } from '@tokimori/contract/forms';
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
import type { Place } from './form.tsx';

/** Approving for the post that is awaited, and returning with the reason. */
export function Approve({ place, view }: { readonly place: Place; readonly view: FormView }) {
  const stamp = useDeed(routes.stampForm);
  const step = view.route.findIndex(({ by }) => by === '');
  const awaited = view.route[step];
  if (!view.mayStamp && !view.mayReturn) return null;
  return (
    <div className="no-print mt-6">
      <div className="flex flex-wrap gap-3">
        {view.mayStamp && awaited !== undefined && (
          <Button
            kind="solid"
            busy={stamp.isPending}
            onPress={() =>
              stamp.mutate({ params: place, body: { step } }, { onSuccess: () => announce('承認しました') })
            }
          >
            {`${awaited.label}として承認する`}
          </Button>
        )}
        {view.mayReturn && <GiveBack place={place} />}
      </div>
      <Refusal error={stamp.error} />
    </div>
  );
}

function GiveBack({ place }: { readonly place: Place }) {
  const deed = useDeed(routes.returnForm);
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = mistakes(wrong(reason.trim() === '', 'return-reason', '戻す理由を入力してください'));
    setErrors(found);
    if (found.length > 0 || deed.isPending) return;
    deed.mutate(
      { params: place, body: { reason: reason.trim() } },
      {
        onSuccess: () => {
          announce('差し戻しました');
          setOpen(false);
        },
      },
    );
  };
  return (
    <>
      <Button onPress={() => setOpen(true)}>差し戻す</Button>
      <Dialog title="差し戻す" open={open} onClose={() => setOpen(false)}>
        <form onSubmit={submit} noValidate>
          <p className="mt-3">
            書いた人に戻り、直してからもう一度提出されます。それまでの承認は、提出のたびにやり直します。
          </p>
          <TextArea
            id="return-reason"
            label="戻す理由"
            required
            value={reason}
            onChange={setReason}
            error={errorOf(errors, 'return-reason')}
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
    </>
  );
}
