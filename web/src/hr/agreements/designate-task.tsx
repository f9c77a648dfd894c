import { type FormEvent, useState } from 'react';
import { newId, useDeed, useReading } from '../../api/queries.ts';
import * as routes from '../../api/routes.ts';
import { announce } from '../../app/announce.ts';
import { mistakes, wrong } from '../../app/form.ts';
import { calendarOf, useMe } from '../../app/session.ts';
import { Refusal } from '../../app/states.tsx';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { errorOf, type FieldError } from '../../components/error-summary.tsx';
import { DateFields, RadioGroup, SelectField, TextArea, TextField } from '../../components/fields.tsx';
import { boxesOf, readDate } from '../../wording/read.ts';

type Kind = 'exceptional' | 'externallyDriven';

/** Designates a task in a dialog. */
export function DesignateTask() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onPress={() => setOpen(true)}>業務を指定する</Button>
      <Dialog title="業務を指定する" open={open} onClose={() => setOpen(false)}>
        <TaskForm onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function TaskForm({ onDone }: { readonly onDone: () => void }) {
  const { today } = calendarOf(useMe());
  const deed = useDeed(routes.designateTask);
  const tree = useReading(routes.departmentsView, { query: {} });
  const [id] = useState(newId);
  const [name, setName] = useState('');
  const [department, setDepartment] = useState('');
  const [kind, setKind] = useState<Kind>('exceptional');
  const [from, setFrom] = useState(boxesOf(today));
  const [published, setPublished] = useState(boxesOf(today));
  const [reason, setReason] = useState('');
  const [override, setOverride] = useState('');
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [start, told] = [readDate(from), readDate(published)];
  const late = start !== undefined && (start < today || (told !== undefined && start < told));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = mistakes(
      wrong(name.trim() === '', 'task-name', '業務の名前を入力してください'),
      wrong(department === '', 'task-department', '課を選んでください'),
      wrong(start === undefined, 'task-from', '始まる日は、年・月・日を数字で入力してください'),
      wrong(told === undefined, 'task-published', '周知する日は、年・月・日を数字で入力してください'),
      wrong(reason.trim() === '', 'task-reason', '指定する理由を入力してください'),
      late && wrong(override.trim() === '', 'task-override', 'さかのぼって指定する理由を入力してください'),
    );
    setErrors(found);
    if (found.length > 0 || start === undefined || told === undefined || deed.isPending) return;
    deed.mutate(
      {
        params: { id },
        body: {
          department,
          name: name.trim(),
          kind,
          from: start,
          until: null,
          publishedOn: told,
          reason: reason.trim(),
          ...(late ? { overrideReason: override.trim() } : {}),
        },
      },
      {
        onSuccess: () => {
          announce('業務を指定しました');
          onDone();
        },
      },
    );
  };
  const divisions = (tree.data?.departments ?? []).filter((each) => each.kind !== 'bureau');
  return (
    <form onSubmit={submit} noValidate>
      <TextField
        id="task-name"
        label="業務の名前"
        required
        value={name}
        onChange={setName}
        error={errorOf(errors, 'task-name')}
        maxLength={100}
      />
      <SelectField
        id="task-department"
        label="課・係"
        required
        value={department}
        onChange={setDepartment}
        error={errorOf(errors, 'task-department')}
        options={[
          { value: '', name: '選んでください' },
          ...divisions.map((each) => ({ value: each.department, name: `${each.name}(${each.department})` })),
        ]}
      />
      <RadioGroup<Kind>
        id="task-kind"
        label="区分"
        required
        value={kind}
        onChange={setKind}
        options={[
          { value: 'exceptional', name: '特例業務', about: '選んだ申請は、特例業務の申請になります。' },
          { value: 'externallyDriven', name: '他律的業務', about: '選んだ申請に、業務の名前が残ります。' },
        ]}
      />
      <DateFields
        id="task-from"
        label="始まる日"
        required
        value={from}
        onChange={setFrom}
        today={today}
        error={errorOf(errors, 'task-from')}
      />
      <DateFields
        id="task-published"
        label="職員に周知する日"
        required
        value={published}
        onChange={setPublished}
        today={today}
        error={errorOf(errors, 'task-published')}
      />
      <TextArea
        id="task-reason"
        label="指定する理由"
        required
        value={reason}
        onChange={setReason}
        error={errorOf(errors, 'task-reason')}
        maxLength={400}
      />
      {late && (
        <TextArea
          id="task-override"
          label="さかのぼって指定する理由"
          required
          value={override}
          onChange={setOverride}
          error={errorOf(errors, 'task-override')}
          maxLength={400}
        />
      )}
      <Refusal error={deed.error} />
      <div className="mt-5">
        <Button kind="solid" type="submit" busy={deed.isPending}>
          指定する
        </Button>
      </div>
    </form>
  );
}
