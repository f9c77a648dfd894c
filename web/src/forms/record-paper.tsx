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
import { DateFields, TextField } from '../components/fields.tsx';
import { fieldErrorsIn } from '../wording/problems.ts';
import { boxesOf, readDate } from '../wording/read.ts';
import type { Place } from './form.tsx';

/** 紙で決裁: who decided and on which day. Whoever records it is the recorder, not the approver. */
export function RecordPaper(props: { readonly place: Place; readonly step: number; readonly label: string }) {
  const { place, step, label } = props;
  const deed = useDeed(routes.stampForm);
  const { today } = calendarOf(useMe());
  const [open, setOpen] = useState(false);
  const [by, setBy] = useState('');
  const [on, setOn] = useState(() => boxesOf(today));
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const day = readDate(on);
    const found = mistakes(
      wrong(by.trim() === '', 'paper-by', '決裁した人の氏名を入力してください'),
      wrong(day === undefined, 'paper-on', '暦にある日を入力してください'),
      wrong(day !== undefined && day > today, 'paper-on', '今日までの日付を入力してください'),
    );
    setErrors(found);
    if (found.length > 0 || day === undefined || deed.isPending) return;
    deed.mutate(
      { params: place, body: { step, paper: { by: by.trim(), on: day } } },
      {
        onSuccess: () => {
          announce('紙の決裁を記録しました');
          setOpen(false);
          setBy('');
        },
        onError: (error) => setErrors(fieldErrorsIn('paper', error)),
      },
    );
  };
  return (
    <>
      <Button onPress={() => setOpen(true)}>紙の決裁を記録する</Button>
      <Dialog title={`${label}の紙の決裁を記録する`} open={open} onClose={() => setOpen(false)}>
        <form onSubmit={submit} noValidate>
          <p className="mt-3">
            紙で決裁されたことを記録します。決裁した人の名前が承認欄に入り、あなたは記録した人として示されます。
          </p>
          <TextField
            id="paper-by"
            label="決裁した人の氏名"
            required
            value={by}
            onChange={setBy}
            error={errorOf(errors, 'paper-by')}
            maxLength={30}
          />
          <DateFields
            id="paper-on"
            label="決裁の日"
            required
            value={on}
            onChange={setOn}
            today={today}
            error={errorOf(errors, 'paper-on')}
          />
          <Refusal error={deed.error} />
          <div className="mt-5">
            <Button kind="solid" type="submit" busy={deed.isPending}>
              記録する
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  );
}
