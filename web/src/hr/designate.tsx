import { useNavigate, useSearch } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useDeed, useReading } from '../api/queries.ts';
import * as routes from '../api/routes.ts';
import { announce } from '../app/announce.ts';
import { mistakes, wrong } from '../app/form.ts';
import { paths } from '../app/paths.ts';
import { calendarOf, useMe } from '../app/session.ts';
import { Refusal, Shown } from '../app/states.tsx';
import { Anchor, Button } from '../components/button.tsx';
import { ErrorSummary, errorOf, type FieldError } from '../components/error-summary.tsx';
import { DateFields, SelectField, TextArea } from '../components/fields.tsx';
import { Crumbs, PageTitle } from '../components/section.tsx';
import { boxesOf, readDate } from '../wording/read.ts';
import { DesignationCheck } from './agreements/designation-check.tsx';
import type { DepartmentsView } from './views.ts';

/** 他律部署の指定: from when, told to staff when, and why. */
export function DesignatePage() {
  const view = useReading(routes.departmentsView, { query: {} });
  return (
    <Shown query={view} title="他律部署に指定する">
      {(data) => <Designate view={data} />}
    </Shown>
  );
}

function Designate({ view }: { readonly view: DepartmentsView }) {
  const { today } = calendarOf(useMe());
  const search: { department?: unknown } = useSearch({ strict: false });
  const navigate = useNavigate();
  const deed = useDeed(routes.designate);
  const [department, setDepartment] = useState(search.department === undefined ? '' : String(search.department));
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
      wrong(department === '', 'department', '指定する課を選んでください'),
      wrong(start === undefined, 'from', '始まる日は、年・月・日を数字で入力してください'),
      wrong(told === undefined, 'published', '周知する日は、年・月・日を数字で入力してください'),
      wrong(reason.trim() === '', 'reason', '指定する理由を入力してください'),
      late && wrong(override.trim() === '', 'override', 'さかのぼって指定する理由を入力してください'),
    );
    setErrors(found);
    if (found.length > 0 || start === undefined || told === undefined || deed.isPending) return;
    deed.mutate(
      {
        body: {
          department,
          from: start,
          until: null,
          publishedOn: told,
          reason: reason.trim(),
          ...(late ? { overrideReason: override.trim() } : {}),
        },
      },
      {
        onSuccess: (answer) => {
          announce(answer.warn ? '指定しました。指定が多くなっています' : '指定しました');
          void navigate({ to: paths.departments });
        },
      },
    );
  };
  const divisions = view.departments.filter((d) => d.kind === 'division' && d.designation === null);
  return (
    <div className="max-w-[50rem]">
      <Crumbs>
        <Anchor to={paths.departments}>部署と指定</Anchor> / 他律部署に指定する
      </Crumbs>
      <ErrorSummary errors={errors} />
      <PageTitle>他律部署に指定する</PageTitle>
      <p>
        指定すると、その課の職員の上限は、月 100:00 未満・年 720:00 まで・2–6か月の平均 80:00 まで・45:00
        を超える月は年6回までになります。始まる前に、職員へ周知してください。
      </p>
      <Refusal error={errors.length > 0 ? null : deed.error} />
      <form onSubmit={submit} noValidate>
        <SelectField
          id="department"
          label="課"
          required
          value={department}
          onChange={setDepartment}
          error={errorOf(errors, 'department')}
          options={[
            { value: '', name: '選んでください' },
            ...divisions.map((d) => ({ value: d.department, name: d.name })),
          ]}
        />
        <DateFields
          id="from"
          label="始まる日"
          required
          value={from}
          onChange={setFrom}
          today={today}
          error={errorOf(errors, 'from')}
        />
        <DateFields
          id="published"
          label="職員に周知する日"
          required
          hint="始まる日か、その前の日にします。"
          value={published}
          onChange={setPublished}
          today={today}
          error={errorOf(errors, 'published')}
        />
        <TextArea
          id="reason"
          label="指定する理由"
          hint="業務の量や時期などを、その課が自ら決められない事情。"
          required
          value={reason}
          onChange={setReason}
          error={errorOf(errors, 'reason')}
          maxLength={400}
        />
        {late && (
          <TextArea
            id="override"
            label="さかのぼって指定する理由"
            hint="後からの指定は、適切でないとされています(総行公第139号)。理由は記録に残ります。"
            required
            value={override}
            onChange={setOverride}
            error={errorOf(errors, 'override')}
            maxLength={400}
          />
        )}
        {department !== '' && start !== undefined && told !== undefined && (
          <DesignationCheck department={department} from={start} publishedOn={told} />
        )}
        <div className="mt-6 flex items-center gap-5">
          <Button kind="solid" type="submit" busy={deed.isPending}>
            指定する
          </Button>
          <Anchor to={paths.departments}>やめる</Anchor>
        </div>
      </form>
    </div>
  );
}
