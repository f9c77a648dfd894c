import { type FormEvent, useState } from 'react';
import { newId, useDeed } from '../api/queries.ts';
import * as routes from '../api/routes.ts';
import { announce } from '../app/announce.ts';
import { mistakes, wrong } from '../app/form.ts';
import { Refusal } from '../app/states.tsx';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { errorOf, type FieldError } from '../components/error-summary.tsx';
import { DateFields, SelectField, TextArea, TextField } from '../components/fields.tsx';
import { HoursField } from '../components/hours-field.tsx';
import { boxesOf, readClock, readDate } from '../wording/read.ts';
import type { SupportView } from './views.ts';

/** Asks for support: work, days, hours, people, skills. */
export function AskForm({ view }: { readonly view: SupportView }) {
  const [open, setOpen] = useState(false);
  return (
    <div className="no-print mt-4">
      <Button kind="solid" onPress={() => setOpen(true)}>
        応援を依頼する
      </Button>
      <Dialog title="応援を依頼する" open={open} onClose={() => setOpen(false)}>
        <Fields view={view} onDone={() => setOpen(false)} />
      </Dialog>
    </div>
  );
}

function Fields({ view, onDone }: { readonly view: SupportView; readonly onDone: () => void }) {
  const deed = useDeed(routes.requestSupport);
  const [id] = useState(newId);
  const [department, setDepartment] = useState(view.may.request[0]?.department ?? '');
  const [work, setWork] = useState('');
  const [skills, setSkills] = useState('');
  const [from, setFrom] = useState(boxesOf(view.today));
  const [through, setThrough] = useState(boxesOf(view.today));
  const [start, setStart] = useState('9:00');
  const [end, setEnd] = useState('12:00');
  const [people, setPeople] = useState('1');
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const [first, last, fromMinute, untilMinute] = [
      readDate(from),
      readDate(through),
      readClock(start),
      readClock(end),
    ];
    const number = Number.parseInt(people, 10);
    const found = mistakes(
      wrong(work.trim() === '', 'ask-work', '手伝ってほしい業務を入力してください'),
      wrong(first === undefined, 'ask-from', '始まりの日は、年・月・日を数字で入力してください'),
      wrong(
        last === undefined || (first !== undefined && last < first),
        'ask-through',
        '終わりの日は、始まりの日と同じか後の日を入力してください',
      ),
      wrong(
        fromMinute === undefined || untilMinute === undefined || untilMinute <= fromMinute,
        'ask-start',
        '時間は 9:00 と 12:00 の形で、終わりを始まりより後にしてください',
      ),
      wrong(!(number >= 1 && number <= 50), 'ask-people', '人数は1から50までの数字で入力してください'),
    );
    setErrors(found);
    if (found.length > 0 || deed.isPending) return;
    if (first === undefined || last === undefined || fromMinute === undefined || untilMinute === undefined) return;
    const asked = { id, department, work: work.trim(), skills: skills.trim(), from: first, through: last };
    deed.mutate(
      { body: { ...asked, fromMinute, untilMinute, people: number } },
      {
        onSuccess: () => {
          announce('応援を依頼しました');
          onDone();
        },
      },
    );
  };
  return (
    <form onSubmit={submit} noValidate>
      {view.may.request.length > 1 && (
        <SelectField
          id="ask-department"
          label="依頼する課"
          required
          value={department}
          onChange={setDepartment}
          options={view.may.request.map((each) => ({ value: each.department, name: each.name }))}
        />
      )}
      <TextArea
        id="ask-work"
        label="手伝ってほしい業務"
        required
        rows={2}
        value={work}
        onChange={setWork}
        maxLength={200}
        error={errorOf(errors, 'ask-work')}
      />
      <TextField id="ask-skills" label="要る知識や経験" value={skills} onChange={setSkills} maxLength={400} />
      <DateFields
        id="ask-from"
        label="始まりの日"
        required
        value={from}
        onChange={setFrom}
        today={view.today}
        error={errorOf(errors, 'ask-from')}
      />
      <DateFields
        id="ask-through"
        label="終わりの日"
        required
        value={through}
        onChange={setThrough}
        today={view.today}
        error={errorOf(errors, 'ask-through')}
      />
      <HoursField
        label="1日の時間"
        from={{ id: 'ask-start', label: '始まり', value: start, onChange: setStart }}
        until={{ id: 'ask-end', label: '終わり', value: end, onChange: setEnd }}
        errors={errors}
      />
      <TextField
        id="ask-people"
        label="人数"
        required
        inputMode="numeric"
        value={people}
        onChange={setPeople}
        width="w-24"
        maxLength={2}
        error={errorOf(errors, 'ask-people')}
      />
      <Refusal error={deed.error} />
      <div className="mt-5">
        <Button kind="solid" type="submit" busy={deed.isPending}>
          依頼する
        </Button>
      </div>
    </form>
  );
}
