import { type FormEvent, useState } from 'react';
import { useDeed } from '../../api/queries.ts';
import * as routes from '../../api/routes.ts';
import { announce } from '../../app/announce.ts';
import { mistakes, wrong } from '../../app/form.ts';
import { calendarOf, useMe } from '../../app/session.ts';
import { Refusal } from '../../app/states.tsx';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { errorOf, type FieldError } from '../../components/error-summary.tsx';
import { DateFields, TextArea } from '../../components/fields.tsx';
import { boxesOf, readDate } from '../../wording/read.ts';

type Props = { readonly id: string; readonly name: string; readonly draft: boolean };

/** Ends an agreement by its last day, or throws a draft away. */
export function EndAgreement({ id, name, draft }: Props) {
  const { today } = calendarOf(useMe());
  const deed = useDeed(routes.endAgreement);
  const [open, setOpen] = useState(false);
  const [on, setOn] = useState(boxesOf(today));
  const [reason, setReason] = useState('');
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const word = draft ? '下書きを取り除く' : '協定を終える';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const day = draft ? today : readDate(on);
    const found = mistakes(
      wrong(day === undefined, 'agreement-end', '最後の日は、年・月・日を数字で入力してください'),
      wrong(reason.trim() === '', 'agreement-end-reason', '理由を入力してください'),
    );
    setErrors(found);
    if (found.length > 0 || day === undefined || deed.isPending) return;
    deed.mutate(
      { params: { id }, body: { on: day, reason: reason.trim() } },
      {
        onSuccess: () => {
          announce(draft ? '下書きを取り除きました' : '協定を終えました');
          setOpen(false);
        },
      },
    );
  };
  return (
    <>
      <button type="button" className="link min-h-6" onClick={() => setOpen(true)} aria-label={`${name}の${word}`}>
        {word}
      </button>
      <Dialog title={`${name}の${word}`} open={open} onClose={() => setOpen(false)}>
        <form onSubmit={submit} noValidate>
          {!draft && (
            <DateFields
              id="agreement-end"
              label="効力のある最後の日"
              required
              value={on}
              onChange={setOn}
              today={today}
              error={errorOf(errors, 'agreement-end')}
            />
          )}
          <TextArea
            id="agreement-end-reason"
            label="理由"
            required
            value={reason}
            onChange={setReason}
            error={errorOf(errors, 'agreement-end-reason')}
            maxLength={400}
          />
          <Refusal error={deed.error} />
          <div className="mt-5">
            <Button kind="solid" type="submit" busy={deed.isPending}>
              {word}
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  );
}
