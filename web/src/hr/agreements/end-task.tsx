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

type Props = { readonly id: string; readonly name: string };

/** Ends the designation of a task from a day on, with the reason. */
export function EndTask({ id, name }: Props) {
  const { today } = calendarOf(useMe());
  const deed = useDeed(routes.endTask);
  const [open, setOpen] = useState(false);
  const [until, setUntil] = useState(boxesOf(today));
  const [reason, setReason] = useState('');
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const day = readDate(until);
    const found = mistakes(
      wrong(day === undefined, 'task-end', '終わる日は、年・月・日を数字で入力してください'),
      wrong(reason.trim() === '', 'task-end-reason', '指定を終える理由を入力してください'),
    );
    setErrors(found);
    if (found.length > 0 || day === undefined || deed.isPending) return;
    deed.mutate(
      { params: { id }, body: { until: day, reason: reason.trim() } },
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
            id="task-end"
            label="通常の業務に戻る日"
            required
            value={until}
            onChange={setUntil}
            today={today}
            error={errorOf(errors, 'task-end')}
          />
          <TextArea
            id="task-end-reason"
            label="指定を終える理由"
            required
            value={reason}
            onChange={setReason}
            error={errorOf(errors, 'task-end-reason')}
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
