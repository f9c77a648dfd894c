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
import { DateFields, RadioGroup, TextArea, TextField } from '../../components/fields.tsx';
import { boxesOf, readDate } from '../../wording/read.ts';

type Category = 'regularService' | 'publicEnterprise' | 'simpleLabor';

/** From when someone is 企業職員 or 単純労務職員, or no longer is. */
export function SetCategory() {
  const { today } = calendarOf(useMe());
  const deed = useDeed(routes.setCategory);
  const [open, setOpen] = useState(false);
  const [staff, setStaff] = useState('');
  const [category, setCategory] = useState<Category | null>(null);
  const [from, setFrom] = useState(boxesOf(today));
  const [reason, setReason] = useState('');
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const day = readDate(from);
    const found = mistakes(
      wrong(staff.trim() === '', 'category-staff', '職員番号を入力してください'),
      wrong(category === null, 'category', '職種を選んでください'),
      wrong(day === undefined, 'category-from', '始まりの日は、年・月・日を数字で入力してください'),
      wrong(reason.trim() === '', 'category-reason', '理由を入力してください'),
    );
    setErrors(found);
    if (found.length > 0 || day === undefined || category === null || deed.isPending) return;
    deed.mutate(
      { params: { staff: staff.trim() }, body: { from: day, category, reason: reason.trim() } },
      {
        onSuccess: () => {
          announce('職種を登録しました');
          setOpen(false);
        },
      },
    );
  };
  return (
    <>
      <button type="button" className="link min-h-6" onClick={() => setOpen(true)}>
        職種を登録する
      </button>
      <Dialog title="職種を登録する" open={open} onClose={() => setOpen(false)}>
        <form onSubmit={submit} noValidate>
          <TextField
            id="category-staff"
            label="職員番号"
            required
            width="w-48"
            value={staff}
            onChange={setStaff}
            error={errorOf(errors, 'category-staff')}
            maxLength={20}
          />
          <RadioGroup<Category>
            id="category"
            label="職種"
            required
            value={category}
            onChange={setCategory}
            error={errorOf(errors, 'category')}
            options={[
              { value: 'simpleLabor', name: '単純労務職員' },
              { value: 'publicEnterprise', name: '企業職員' },
              { value: 'regularService', name: '一般職の職員(上のどちらでもない)' },
            ]}
          />
          <DateFields
            id="category-from"
            label="始まりの日"
            required
            value={from}
            onChange={setFrom}
            today={today}
            error={errorOf(errors, 'category-from')}
          />
          <TextArea
            id="category-reason"
            label="理由"
            required
            value={reason}
            onChange={setReason}
            error={errorOf(errors, 'category-reason')}
            maxLength={400}
          />
          <Refusal error={deed.error} />
          <div className="mt-5">
            <Button kind="solid" type="submit" busy={deed.isPending}>
              登録する
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  );
}
