import { type FormEvent, useState } from 'react';
import { useDeed } from '../api/queries.ts';
import * as routes from '../api/routes.ts';
import { announce } from '../app/announce.ts';
import { mistakes, wrong } from '../app/form.ts';
import { calendarOf, useMe } from '../app/session.ts';
import { Refusal } from '../app/states.tsx';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { errorOf, type FieldError } from '../components/error-summary.tsx';
import { DateFields, TextArea } from '../components/fields.tsx';
import { boxesOf, readDate } from '../wording/read.ts';

type Props = { readonly department: string; readonly name: string; readonly from: string };

/** Ends a designation from a day on, with the reason. */
export function EndDesignation({ department, name, from }: Props) {
  const { today } = calendarOf(useMe());
  const deed = useDeed(routes.endDesignation);
  const [open, setOpen] = useState(false);
  const [until, setUntil] = useState(boxesOf(today));
  const [reason, setReason] = useState('');
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const day = readDate(until);
    const found = mistakes(
      wrong(day === undefined, 'end', '終わる日は、年・月・日を数字で入力してください'),
      wrong(reason.trim() === '', 'end-reason', '指定を終える理由を入力してください'),
    );
    setErrors(found);
    if (found.length > 0 || day === undefined || deed.isPending) return;
    deed.mutate(
      { params: { department }, body: { from, until: day, reason: reason.trim() } },
      {
        onSuccess: () => {
          announce('指定を終えました');
          setOpen(false);
        },
      },
    );
  };
  return (
    <>
      <button type="button" className="link min-h-6" onClick={() => setOpen(true)} aria-label={`${name}の指定を終える`}>
        指定を終える
      </button>
      <Dialog title={`${name}の指定を終える`} open={open} onClose={() => setOpen(false)}>
        <form onSubmit={submit} noValidate>
          <DateFields
            id="end"
            label="自律部署に戻る日"
            required
            value={until}
            onChange={setUntil}
            today={today}
            error={errorOf(errors, 'end')}
          />
          <TextArea
            id="end-reason"
            label="指定を終える理由"
            required
            value={reason}
            onChange={setReason}
            error={errorOf(errors, 'end-reason')}
            maxLength={400}
          />
          <Refusal error={deed.error} />
          <div className="mt-5">
            <Button kind="solid" type="submit" busy={deed.isPending}>
              指定を終える
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  );
}
