import { type FormEvent, useState } from 'react';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { errorOf, type FieldError } from '../components/error-summary.tsx';
import { DateFields, TextArea } from '../components/fields.tsx';
import { fieldErrorsIn } from '../wording/problems.ts';
import { boxesOf, readDate } from '../wording/read.ts';
import { mistakes, wrong } from './form.ts';
import { calendarOf, useMe } from './session.ts';
import { Refusal } from './states.tsx';

/** Something with a period that ends on a day. */
type Ending = {
  /** Before the names of the fields. */
  readonly id: string;
  /** What ends, as the reader of a screen hears it before the word: 保険年金課の指定を終える. */
  readonly title: string;
  /** On the button. */
  readonly word: string;
  /** What the day is; null: it ends today, and no day is asked for. */
  readonly day: string | null;
  /** What the reason is; null: none is asked for. */
  readonly reason: string | null;
  /** A button beside others, or a link in a list. */
  readonly look?: 'button' | 'link';
};

type Done = { readonly onSuccess: () => void; readonly onError: (error: Error) => void };
type Props = {
  readonly ending: Ending;
  readonly deed: { readonly isPending: boolean; readonly error: unknown };
  /** Performs the deed. */
  readonly onEnd: (given: { readonly on: string; readonly reason: string }, done: Done) => void;
};

/** Asks from when, and why, something does not hold any more. */
export function EndDialog({ ending, deed, onEnd }: Props) {
  const { title, word, look = 'link' } = ending;
  const [open, setOpen] = useState(false);
  return (
    <>
      {look === 'link' ? (
        <button type="button" className="link min-h-6" onClick={() => setOpen(true)} aria-label={title}>
          {word}
        </button>
      ) : (
        <Button size="small" onPress={() => setOpen(true)} label={title}>
          {word}
        </Button>
      )}
      <Dialog title={title} open={open} onClose={() => setOpen(false)}>
        <EndForm ending={ending} deed={deed} onEnd={onEnd} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function EndForm({ ending, deed, onEnd, onDone }: Props & { readonly onDone: () => void }) {
  const { id, word, day, reason: why } = ending;
  const { today } = calendarOf(useMe());
  const [on, setOn] = useState(boxesOf(today));
  const [reason, setReason] = useState('');
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const chosen = day === null ? today : readDate(on);
    const found = mistakes(
      wrong(chosen === undefined, `${id}-until`, `${day}は、年・月・日を数字で入力してください`),
      wrong(why !== null && reason.trim() === '', `${id}-reason`, `${why}を入力してください`),
    );
    setErrors(found);
    if (found.length > 0 || chosen === undefined || deed.isPending) return;
    onEnd(
      { on: chosen, reason: reason.trim() },
      { onSuccess: onDone, onError: (error) => setErrors(fieldErrorsIn(id, error)) },
    );
  };
  return (
    <form onSubmit={submit} noValidate>
      {day !== null && (
        <DateFields
          id={`${id}-until`}
          label={day}
          required
          value={on}
          onChange={setOn}
          today={today}
          error={errorOf(errors, `${id}-until`) ?? errorOf(errors, `${id}-on`)}
        />
      )}
      {why !== null && (
        <TextArea
          id={`${id}-reason`}
          label={why}
          required
          value={reason}
          onChange={setReason}
          error={errorOf(errors, `${id}-reason`)}
          maxLength={400}
        />
      )}
      <Refusal error={deed.error} />
      <div className="mt-5">
        <Button kind="solid" type="submit" busy={deed.isPending}>
          {word}
        </Button>
      </div>
    </form>
  );
}
