import { hm } from '@tokimori/wording/format';
import { type FormEvent, useState } from 'react';
import type { Answer } from '../../api/call.ts';
import { newId, useDeed, useReading } from '../../api/queries.ts';
import * as routes from '../../api/routes.ts';
import { announce } from '../../app/announce.ts';
import { mistakes, wrong } from '../../app/form.ts';
import { calendarOf, useMe } from '../../app/session.ts';
import { Refusal } from '../../app/states.tsx';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { errorOf, type FieldError } from '../../components/error-summary.tsx';
import { DateFields, SelectField, TextArea, TextField } from '../../components/fields.tsx';
import { boxesOf, type DateBoxes, isBlankDate, readDate, readLength } from '../../wording/read.ts';

type Occasion = Answer<NonNullable<(typeof routes.agreementsView)['shape']>>['disasters'][number];
type Props = { readonly name: string; readonly occasion?: Occasion };

const none: DateBoxes = { year: '', month: '', day: '' };
const boxes = (date: string | null | undefined) => (date === null || date === undefined ? none : boxesOf(date));

/** 災害等による臨時の必要: where and when, why, and the permission or the report. */
export function RecordDisaster({ name, occasion }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className="link min-h-6"
        onClick={() => setOpen(true)}
        aria-label={
          occasion === undefined ? '災害等による臨時の必要を記録する' : `${occasion.name} ${occasion.reason}の${name}`
        }
      >
        {name}
      </button>
      <Dialog title="災害等による臨時の必要を記録する" open={open} onClose={() => setOpen(false)}>
        <OccasionForm {...(occasion === undefined ? {} : { occasion })} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function OccasionForm({ occasion, onDone }: { readonly occasion?: Occasion; readonly onDone: () => void }) {
  const { today } = calendarOf(useMe());
  const deed = useDeed(routes.recordDisaster);
  const tree = useReading(routes.departmentsView, { query: {} });
  const [id] = useState(() => occasion?.id ?? newId());
  const [department, setDepartment] = useState(occasion?.department ?? '');
  const [from, setFrom] = useState(boxesOf(occasion?.from ?? today));
  const [through, setThrough] = useState(boxesOf(occasion?.through ?? today));
  const [reason, setReason] = useState(occasion?.reason ?? '');
  const [expected, setExpected] = useState(occasion === undefined ? '' : hm(occasion.expected));
  const [permitted, setPermitted] = useState(boxes(occasion?.permittedOn));
  const [reported, setReported] = useState(boxes(occasion?.reportedOn));
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const [first, last, minutes] = [readDate(from), readDate(through), readLength(expected)];
    const found = mistakes(
      wrong(department === '', 'disaster-department', '事業場を選んでください'),
      wrong(first === undefined, 'disaster-from', '始まりの日は、年・月・日を数字で入力してください'),
      wrong(last === undefined, 'disaster-through', '終わりの日は、年・月・日を数字で入力してください'),
      wrong(reason.trim() === '', 'disaster-reason', '事由を入力してください'),
      wrong(minutes === undefined, 'disaster-expected', '時間は 40:00 の形で入力してください'),
      wrong(
        !isBlankDate(permitted) && readDate(permitted) === undefined,
        'disaster-permitted',
        '許可の日を確かめてください',
      ),
      wrong(
        !isBlankDate(reported) && readDate(reported) === undefined,
        'disaster-reported',
        '届け出た日を確かめてください',
      ),
    );
    setErrors(found);
    if (found.length > 0 || first === undefined || last === undefined || minutes === undefined || deed.isPending)
      return;
    deed.mutate(
      {
        params: { id },
        body: {
          version: occasion?.version ?? 0,
          department,
          from: first,
          through: last,
          reason: reason.trim(),
          expected: minutes,
          permittedOn: readDate(permitted) ?? null,
          reportedOn: readDate(reported) ?? null,
        },
      },
      {
        onSuccess: () => {
          announce('記録しました');
          onDone();
        },
      },
    );
  };
  const date = (
    key: string,
    label: string,
    value: DateBoxes,
    onChange: (value: DateBoxes) => void,
    required = false,
  ) => (
    <DateFields
      id={`disaster-${key}`}
      label={label}
      required={required}
      value={value}
      onChange={onChange}
      today={today}
      error={errorOf(errors, `disaster-${key}`)}
    />
  );
  return (
    <form onSubmit={submit} noValidate>
      <p className="mt-2">
        この期間に「災害対応」として命じた時間は、36協定の時間に数えません。割増賃金と健康確保の対象です。
      </p>
      <SelectField
        id="disaster-department"
        label="事業場"
        required
        value={department}
        onChange={setDepartment}
        error={errorOf(errors, 'disaster-department')}
        options={[
          { value: '', name: '選んでください' },
          ...(tree.data?.departments ?? []).map((each) => ({
            value: each.department,
            name: `${each.name}(${each.department})`,
          })),
        ]}
      />
      {date('from', '始まりの日', from, setFrom, true)}
      {date('through', '終わりの日', through, setThrough, true)}
      <TextArea
        id="disaster-reason"
        label="事由"
        required
        value={reason}
        onChange={setReason}
        error={errorOf(errors, 'disaster-reason')}
        maxLength={400}
      />
      <TextField
        id="disaster-expected"
        label="時間(全員の合計の見込み)"
        required
        hint="例 40:00"
        width="w-32"
        value={expected}
        onChange={setExpected}
        error={errorOf(errors, 'disaster-expected')}
      />
      {date('permitted', '許可を受けた日', permitted, setPermitted)}
      {date('reported', '届け出た日', reported, setReported)}
      <Refusal error={deed.error} />
      <div className="mt-5">
        <Button kind="solid" type="submit" busy={deed.isPending}>
          記録する
        </Button>
      </div>
    </form>
  );
}
