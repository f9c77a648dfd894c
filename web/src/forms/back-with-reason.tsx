import { type FormEvent, useState } from 'react';
import { useDeed } from '../api/queries.ts';
import * as routes from '../api/routes.ts';
import { announce } from '../app/announce.ts';
import { mistakes, tooLong, wrong } from '../app/form.ts';
import { Refusal } from '../app/states.tsx';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { errorOf, type FieldError } from '../components/error-summary.tsx';
import { TextArea } from '../components/fields.tsx';
import type { Place } from './form.tsx';

/** Letters of a reason. */
const LONGEST = 400;

type Words = {
  readonly deed: string;
  readonly about: string;
  readonly reason: string;
  readonly told: string;
};

const returning: Words = {
  deed: '差し戻す',
  about: '書いた人に戻り、直してからもう一度提出されます。それまでの承認は、提出のたびにやり直します。',
  reason: '戻す理由',
  told: '差し戻しました',
};
const reopening: Words = {
  deed: '受理を取り消す',
  about: '受理された様式を書いた人に戻します。承認は、もう一度提出されてからやり直します。理由は経過に残ります。',
  reason: '取り消す理由',
  told: '受理を取り消しました',
};

/** A form on its way goes back to whoever wrote it. */
export const GiveBack = ({ place }: { readonly place: Place }) => (
  <WithReason place={place} words={returning} deed={useDeed(routes.returnForm)} />
);
/** What was accepted is taken back. */
export const TakeBack = ({ place }: { readonly place: Place }) => (
  <WithReason place={place} words={reopening} deed={useDeed(routes.reopenForm)} />
);

type Given = { readonly params: Place; readonly body: { readonly reason: string } };
type Deed = {
  readonly isPending: boolean;
  readonly error: Error | null;
  readonly mutate: (input: Given, options: { readonly onSuccess: () => void }) => void;
};

function WithReason({ place, words, deed }: { readonly place: Place; readonly words: Words; readonly deed: Deed }) {
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = mistakes(
      wrong(reason.trim() === '', 'return-reason', `${words.reason}を入力してください`),
      tooLong(reason, LONGEST, 'return-reason', words.reason),
    );
    setErrors(found);
    if (found.length > 0 || deed.isPending) return;
    deed.mutate(
      { params: place, body: { reason: reason.trim() } },
      {
        onSuccess: () => {
          announce(words.told);
          setOpen(false);
        },
      },
    );
  };
  return (
    <>
      <Button onPress={() => setOpen(true)}>{words.deed}</Button>
      <Dialog title={words.deed} open={open} onClose={() => setOpen(false)}>
        <form onSubmit={submit} noValidate>
          <p className="mt-3">{words.about}</p>
          <TextArea
            id="return-reason"
            label={words.reason}
            required
            value={reason}
            onChange={setReason}
            error={errorOf(errors, 'return-reason')}
            limit={LONGEST}
          />
          <Refusal error={deed.error} />
          <div className="mt-5">
            <Button kind="solid" type="submit" busy={deed.isPending}>
              {words.deed}
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  );
}
