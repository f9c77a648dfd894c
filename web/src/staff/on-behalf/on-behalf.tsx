import type { Category } from '@tokimori/contract/values';
import { eraDay, hm, span } from '@tokimori/wording/format';
import { type FormEvent, useState } from 'react';
import type { Answer } from '../../api/call.ts';
import { newId, useDeed, useReading } from '../../api/queries.ts';
import * as routes from '../../api/routes.ts';
import { announce } from '../../app/announce.ts';
import { mistakes, wrong } from '../../app/form.ts';
import { calendarOf, useMe } from '../../app/session.ts';
import { Empty, Refusal, Shown } from '../../app/states.tsx';
import { Banner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { ErrorSummary, errorOf, type FieldError } from '../../components/error-summary.tsx';
import { DateFields, SelectField, TextArea, TextField } from '../../components/fields.tsx';
import { HoursField } from '../../components/hours-field.tsx';
import { PageTitle, Section } from '../../components/section.tsx';
import { StatusLabel } from '../../components/status-label.tsx';
import { deedsOf } from '../../wording/decision-words.ts';
import { overtimeLine } from '../../wording/overtime-lines.ts';
import { fieldErrorsOf } from '../../wording/problems.ts';
import { boxesOf, readClock, readDate } from '../../wording/read.ts';
import { overtimeLabels } from '../../wording/words.ts';
import { categoryOptions } from '../request-form.tsx';
import { TakeBack } from './take-back.tsx';

export type OnBehalfView = Answer<NonNullable<(typeof routes.peopleOnBehalf)['shape']>>;

/** 代理の申請: for somebody without a PC or away; both names are kept, and the person is shown it. */
export function OnBehalfPage() {
  const [search, setSearch] = useState('');
  const query = useReading(routes.peopleOnBehalf, { query: { search: search.trim() } }, { keep: true });
  return (
    <Shown query={query} title="代理で申請する">
      {(view) => (
        <>
          <PageTitle>代理で申請する</PageTitle>
          <p>
            端末がない、不在などの職員に代わって、時間外勤務の申請を入力します。入力した人と本人の両方の名前が残り、本人は「申請」の画面で見て、違うときは申し出られます。
          </p>
          <TextField
            id="search"
            label="職員を探す"
            hint="氏名・カナ・職員番号の一部。100人まで表示します。"
            type="search"
            plain
            value={search}
            onChange={setSearch}
            width="w-full wide:w-96"
            maxLength={40}
          />
          <Enter key={view.people.map(({ staff }) => staff).join()} view={view} />
          <Open view={view} />
        </>
      )}
    </Shown>
  );
}

function useDraft(view: OnBehalfView) {
  const { today } = calendarOf(useMe());
  const [staff, setStaff] = useState(view.people.length === 1 ? (view.people[0]?.staff ?? '') : '');
  const [date, setDate] = useState(boxesOf(today));
  const [from, setFrom] = useState('17:15');
  const [until, setUntil] = useState('');
  const [category, setCategory] = useState<Category>('normal');
  const [work, setWork] = useState('');
  const [reason, setReason] = useState('');
  const [day, start, end] = [readDate(date), readClock(from), readClock(until)];
  const check = () =>
    mistakes(
      wrong(staff === '', 'staff', '職員を選んでください'),
      wrong(day === undefined, 'date', '勤務する日は、年・月・日を数字で入力してください'),
      wrong(start === undefined, 'from', '開始時刻は 17:15 の形で入力してください'),
      wrong(
        end === undefined || (start !== undefined && end <= start),
        'until',
        '終了時刻は、開始より後の時刻を 19:45 の形で入力してください',
      ),
      wrong(work.trim() === '', 'work', '業務の内容を入力してください'),
      wrong(reason.trim() === '', 'reason', '本人が入力できない理由を入力してください'),
    );
  const body =
    day === undefined || start === undefined || end === undefined
      ? null
      : { staff, date: day, from: start, until: end, category, work: work.trim(), reason: reason.trim() };
  const values = { today, staff, date, from, until, category, work, reason, body };
  return { ...values, setStaff, setDate, setFrom, setUntil, setCategory, setWork, setReason, check };
}

function Enter({ view }: { readonly view: OnBehalfView }) {
  const draft = useDraft(view);
  const deed = useDeed(routes.requestOnBehalf);
  const [id, setId] = useState(newId);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = draft.check();
    setErrors(found);
    if (found.length > 0 || draft.body === null || deed.isPending) return;
    deed.mutate(
      { body: { id, ...draft.body } },
      {
        onSuccess: () => {
          announce('代理で申請しました');
          setId(newId());
        },
        onError: (error) => setErrors([...fieldErrorsOf(error)]),
      },
    );
  };
  return (
    <div className="max-w-[50rem]">
      <ErrorSummary errors={errors} />
      {deed.data !== undefined && (
        <div className="mt-4">
          <Banner kind="done" title="代理で申請しました" role="status">
            {deed.data.overtime.person.name} {eraDay(deed.data.overtime.date)}{' '}
            {span(deed.data.overtime.from, deed.data.overtime.until)}({hm(deed.data.overtime.minutes)})・申請番号{' '}
            {deed.data.overtime.number}・決裁する人 {deed.data.decidesBy}
          </Banner>
        </div>
      )}
      <Refusal error={deed.error} />
      <form onSubmit={submit} noValidate>
        <Fields view={view} draft={draft} errors={errors} />
        <div className="mt-6">
          <Button kind="solid" type="submit" busy={deed.isPending}>
            代理で申請する
          </Button>
        </div>
      </form>
    </div>
  );
}

type FieldsProps = {
  readonly view: OnBehalfView;
  readonly draft: ReturnType<typeof useDraft>;
  readonly errors: readonly FieldError[];
};

function Fields({ view, draft, errors }: FieldsProps) {
  return (
    <>
      <SelectField
        id="staff"
        label="職員"
        required
        value={draft.staff}
        onChange={draft.setStaff}
        error={errorOf(errors, 'staff')}
        options={[
          { value: '', name: '選んでください' },
          ...view.people.map((person) => ({
            value: person.staff,
            name: `${person.name} ${person.departmentName} ${person.post}`,
          })),
        ]}
      />
      <DateFields
        id="date"
        label="勤務する日"
        required
        value={draft.date}
        onChange={draft.setDate}
        today={draft.today}
        error={errorOf(errors, 'date')}
      />
      <HoursField
        label="時間"
        pastMidnight
        from={{ id: 'from', label: '開始', value: draft.from, onChange: draft.setFrom }}
        until={{ id: 'until', label: '終了', value: draft.until, onChange: draft.setUntil }}
        errors={errors}
      />
      <SelectField<Category>
        id="category"
        label="業務の区分"
        required
        value={draft.category}
        onChange={draft.setCategory}
        options={categoryOptions}
      />
      <TextArea
        id="work"
        label="業務の内容"
        required
        value={draft.work}
        onChange={draft.setWork}
        error={errorOf(errors, 'work')}
        maxLength={200}
      />
      <TextArea
        id="reason"
        label="本人が入力できない理由"
        hint="外勤で端末がない、急病など。記録に残ります。"
        required
        value={draft.reason}
        onChange={draft.setReason}
        error={errorOf(errors, 'reason')}
        maxLength={400}
      />
    </>
  );
}

/** What is open for these people, to be taken back for them. */
function Open({ view }: { readonly view: OnBehalfView }) {
  return (
    <Section title={`決裁待ちと命令 ${view.open.length}件`} aside="上に出ている職員の、今日からのもの">
      {view.open.length === 0 && <Empty>決裁待ちの申請と命令はありません。</Empty>}
      <ul>
        {view.open.map(({ overtime: o, mayRevoke }) => (
          <li
            key={o.id}
            className="flex flex-col gap-x-5 gap-y-2 border-b border-solid-gray-200 py-3 wide:flex-row wide:items-center"
          >
            <div className="w-40 shrink-0">
              <StatusLabel label={overtimeLabels[o.state]} />
            </div>
            <div className="min-w-0 flex-1">
              <h3 className="text-[1rem]">{overtimeLine(o.person, o)}</h3>
              <p className="prose-small">
                {o.work}・{deedsOf(o).join('・')}
              </p>
            </div>
            {(o.state !== 'ordered' || mayRevoke) && <TakeBack overtime={o} />}
          </li>
        ))}
      </ul>
    </Section>
  );
}
