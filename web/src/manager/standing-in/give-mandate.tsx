import { useNavigate } from '@tanstack/react-router';
import { hm } from '@tokimori/wording/format';
import { type FormEvent, useState } from 'react';
import { newId, useDeed, useReading } from '../../api/queries.ts';
import * as routes from '../../api/routes.ts';
import { announce } from '../../app/announce.ts';
import { mistakes, wrong } from '../../app/form.ts';
import { paths } from '../../app/paths.ts';
import { calendarOf, useMe } from '../../app/session.ts';
import { Refusal, Shown } from '../../app/states.tsx';
import { Anchor, Button } from '../../components/button.tsx';
import { ErrorSummary, errorOf, type FieldError } from '../../components/error-summary.tsx';
import { DateFields, RadioGroup, SelectField, TextArea, TextField } from '../../components/fields.tsx';
import { Crumbs, PageTitle } from '../../components/section.tsx';
import { fieldErrorsOf } from '../../wording/problems.ts';
import { boxesOf, readClock, readDate } from '../../wording/read.ts';
import { type MandatesView, mandateWords } from './mandate-words.ts';

/** 代決・専決・庶務担当の指名. */
export function GiveMandatePage() {
  const query = useReading(routes.mandatesView, {});
  return (
    <Shown query={query} title="代決・専決・庶務担当を指名する">
      {(view) => <GiveMandate view={view} />}
    </Shown>
  );
}

type Kind = keyof typeof mandateWords;
const abouts: Readonly<Record<Kind, string>> = {
  standIn: '所属長が不在の日と欠員のあいだだけ決裁します。所属長があとで確かめます(後閲)。',
  delegated: '任された範囲を、自分の権限で決裁します。',
  clerk: '職員に代わって申請を入力し、取り下げます。決裁はできません。',
};

/** The form as typed, with what is wrong in it. */
function useForm(view: MandatesView) {
  const { today } = calendarOf(useMe());
  const first = view.unattended[0]?.department ?? view.departments[0]?.department ?? '';
  const [department, setDepartment] = useState(first);
  const [kind, setKind] = useState<Kind>('standIn');
  const [holder, setHolder] = useState('');
  const [from, setFrom] = useState(boxesOf(today));
  const [through, setThrough] = useState(boxesOf(today));
  const [limit, setLimit] = useState('');
  const [reason, setReason] = useState('');
  const [begin, end] = [readDate(from), readDate(through)];
  const minutes = limit.trim() === '' ? null : readClock(limit);
  const check = () =>
    mistakes(
      wrong(department === '', 'department', '所属を選んでください'),
      wrong(holder === '', 'holder', '指名する職員を選んでください'),
      wrong(begin === undefined, 'from', '最初の日は、年・月・日を数字で入力してください'),
      wrong(
        end === undefined || (begin !== undefined && end < begin),
        'through',
        '最後の日は、最初の日か、それより後の日を入力してください',
      ),
      wrong(
        kind !== 'clerk' && (minutes === undefined || (minutes !== null && (minutes < 15 || minutes > 1440))),
        'dailyLimit',
        '1日の上限は 2:00 の形で、0:15 から 24:00 までで入力してください',
      ),
      wrong(reason.trim() === '', 'reason', '指名する理由を入力してください'),
    );
  const body =
    begin === undefined || end === undefined
      ? null
      : {
          department,
          holder,
          kind,
          from: begin,
          through: end,
          dailyLimit: kind === 'clerk' ? null : (minutes ?? null),
          reason: reason.trim(),
        };
  const values = { today, department, kind, holder, from, through, limit, reason, body };
  return { ...values, setDepartment, setKind, setHolder, setFrom, setThrough, setLimit, setReason, check };
}

function GiveMandate({ view }: { readonly view: MandatesView }) {
  const form = useForm(view);
  const deed = useDeed(routes.giveMandate);
  const navigate = useNavigate();
  const [id] = useState(newId);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = form.check();
    setErrors(found);
    if (found.length > 0 || form.body === null || deed.isPending) return;
    deed.mutate(
      { body: { id, ...form.body } },
      {
        onSuccess: () => {
          announce('指名しました');
          void navigate({ to: paths.mandates });
        },
        onError: (error) => setErrors([...fieldErrorsOf(error)]),
      },
    );
  };
  return (
    <div className="max-w-[50rem]">
      <Crumbs>
        <Anchor to={paths.mandates}>不在と代決・専決</Anchor> / 指名する
      </Crumbs>
      <ErrorSummary errors={errors} />
      <PageTitle>代決・専決・庶務担当を指名する</PageTitle>
      <Refusal error={deed.error} />
      <form onSubmit={submit} noValidate>
        <Who view={view} form={form} errors={errors} />
        <When view={view} form={form} errors={errors} />
        <div className="mt-6 flex items-center gap-5">
          <Button kind="solid" type="submit" busy={deed.isPending}>
            指名する
          </Button>
          <Anchor to={paths.mandates}>やめる</Anchor>
        </div>
      </form>
    </div>
  );
}

type PartProps = {
  readonly view: MandatesView;
  readonly form: ReturnType<typeof useForm>;
  readonly errors: readonly FieldError[];
};

function Who({ view, form, errors }: PartProps) {
  const { department, kind, holder } = form;
  const candidates = useReading(
    routes.mandateCandidates,
    { query: { department } },
    { enabled: department !== '', keep: true },
  );
  return (
    <>
      <SelectField
        id="department"
        label="所属"
        required
        value={department}
        onChange={(next) => {
          form.setDepartment(next);
          form.setHolder('');
        }}
        error={errorOf(errors, 'department')}
        options={view.departments.map((each) => ({ value: each.department, name: each.path }))}
      />
      <RadioGroup<Kind>
        id="kind"
        label="種類"
        required
        value={kind}
        onChange={form.setKind}
        options={(Object.keys(mandateWords) as Kind[]).map((value) => ({
          value,
          name: mandateWords[value],
          about: abouts[value],
        }))}
      />
      <SelectField
        id="holder"
        label="指名する職員"
        hint="管理職が先に並びます。自分と、その所属の所属長は指名できません。"
        required
        value={holder}
        onChange={form.setHolder}
        error={errorOf(errors, 'holder')}
        options={[
          { value: '', name: '選んでください' },
          ...(candidates.data?.people ?? []).map((person) => ({
            value: person.staff,
            name: `${person.name} ${person.departmentName} ${person.post}`,
          })),
        ]}
      />
    </>
  );
}

function When({ view, form, errors }: PartProps) {
  const { today, kind, from, through, limit, reason } = form;
  const bound = view.delegatedLimit >= 1440 ? '' : `専決は ${hm(view.delegatedLimit)} までです。`;
  return (
    <>
      <DateFields
        id="from"
        label="最初の日"
        required
        value={from}
        onChange={form.setFrom}
        today={today}
        error={errorOf(errors, 'from')}
      />
      <DateFields
        id="through"
        label="最後の日"
        required
        value={through}
        onChange={form.setThrough}
        today={today}
        error={errorOf(errors, 'through')}
      />
      {kind !== 'clerk' && (
        <TextField
          id="dailyLimit"
          label="命令できる1日の時間の上限(職員1人)"
          hint={`2:00 の形で入力します。空けておくと上限を設けません。${bound}`}
          value={limit}
          onChange={form.setLimit}
          error={errorOf(errors, 'dailyLimit')}
          width="w-32"
          maxLength={5}
        />
      )}
      <TextArea
        id="reason"
        label="指名する理由"
        hint="記録に残り、指名した人の名前とともに表示します。"
        required
        value={reason}
        onChange={form.setReason}
        error={errorOf(errors, 'reason')}
        maxLength={400}
      />
    </>
  );
}
