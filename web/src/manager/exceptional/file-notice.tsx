import { monthName } from '@tokimori/wording/format';
import { type FormEvent, useState } from 'react';
import { newId, useDeed, useReading } from '../../api/queries.ts';
import * as routes from '../../api/routes.ts';
import { announce } from '../../app/announce.ts';
import { calendarOf, useMe } from '../../app/session.ts';
import { Refusal } from '../../app/states.tsx';
import { Button } from '../../components/button.tsx';
import { errorOf, type FieldError } from '../../components/error-summary.tsx';
import type { NoticeView } from '../../components/exceptional-lists.tsx';
import { DateFields, SelectField, TextArea, TextField } from '../../components/fields.tsx';
import { StepSentences } from '../../components/reason-steps.tsx';
import { useRested } from '../../components/use-rested.ts';
import { monthsOf, type NoticeDraft, noticeBody, noticeDraft, noticeMistakes } from './notice-draft.ts';
import type { SectionExceptional } from './section-exceptional.tsx';

type Props = { readonly view: SectionExceptional; readonly notice: NoticeView | null; readonly onDone: () => void };

/** 特例業務の事前届出 of one person and task, with what the rules say of it while it is written. */
export function FileNotice({ view, notice, onDone }: Props) {
  const [id] = useState(() => notice?.id ?? newId());
  const [draft, setDraft] = useState(() => noticeDraft(notice, view.month));
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const deed = useDeed(routes.filePriorNotice);
  const version = notice?.version ?? 0;
  const asked = useRested(JSON.stringify(noticeBody(draft, version) ?? null));
  const body: ReturnType<typeof noticeBody> | null = JSON.parse(asked);
  const check = useReading(
    routes.checkPriorNotice,
    { params: { department: view.department }, body: body ?? emptyBody },
    { enabled: body !== null && body !== undefined, keep: true },
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = noticeMistakes(draft);
    setErrors(found);
    const written = noticeBody(draft, version);
    if (found.length > 0 || written === undefined || deed.isPending) {
      document.getElementById(found[0]?.field ?? '')?.focus();
      return;
    }
    deed.mutate(
      { params: { department: view.department, id }, body: written },
      {
        onSuccess: (answer) => {
          announce(answer.state === 'late' ? '期限の後の届出として受け付けました' : '特例業務を届け出ました');
          onDone();
        },
      },
    );
  };
  return (
    <form onSubmit={submit} noValidate>
      <NoticeFields view={view} draft={draft} onDraft={setDraft} errors={errors} fixed={notice !== null} />
      {check.data !== undefined && (
        <div role="status" className="mt-6">
          <StepSentences steps={check.data.steps} />
          {check.data.health === 'missing' && (
            <p className="mt-2 font-700">
              月 100:00 以上、または平均 80:00
              を超える見込みです。命令の前に、疲労と心身の状況を確かめて入力してください。
            </p>
          )}
        </div>
      )}
      <Refusal error={deed.error} />
      <div className="mt-5">
        <Button kind="solid" type="submit" busy={deed.isPending}>
          {notice === null ? '届け出る' : '届出を直す'}
        </Button>
      </div>
    </form>
  );
}

const emptyBody = {
  version: 0,
  staff: '-',
  task: '-',
  from: '',
  through: '',
  expected: [],
  staffing: '',
  unavoidable: '',
  reduction: '',
  confirmedOn: null,
  confirmedBy: '',
  fatigue: '',
  mindAndBody: '',
};

type FieldsProps = {
  readonly view: SectionExceptional;
  readonly draft: NoticeDraft;
  readonly onDraft: (draft: NoticeDraft) => void;
  readonly errors: readonly FieldError[];
  /** The person of a notice that is filed stays. */
  readonly fixed: boolean;
};

function NoticeFields({ view, draft, onDraft, errors, fixed }: FieldsProps) {
  const { today } = calendarOf(useMe());
  const set = (part: Partial<NoticeDraft>) => onDraft({ ...draft, ...part });
  const area = (
    key: 'staffing' | 'unavoidable' | 'reduction' | 'fatigue' | 'mindAndBody',
    label: string,
    hint?: string,
  ) => (
    <TextArea
      id={`notice-${key}`}
      label={label}
      rows={2}
      {...(hint === undefined ? {} : { hint })}
      value={draft[key]}
      onChange={(value) => set({ [key]: value })}
      error={errorOf(errors, `notice-${key}`)}
      maxLength={400}
    />
  );
  const people = view.people.filter(({ staff }) => !fixed || staff === draft.staff);
  return (
    <>
      <SelectField
        id="notice-staff"
        label="職員"
        required
        value={draft.staff}
        onChange={(staff) => set({ staff })}
        error={errorOf(errors, 'notice-staff')}
        options={[
          { value: '', name: '選んでください' },
          ...people.map((each) => ({ value: each.staff, name: each.name })),
        ]}
      />
      <TextField
        id="notice-task"
        label="業務の内容"
        required
        value={draft.task}
        onChange={(task) => set({ task })}
        error={errorOf(errors, 'notice-task')}
        maxLength={200}
      />
      <DateFields
        id="notice-from"
        label="始まりの日"
        required
        value={draft.from}
        onChange={(from) => set({ from })}
        today={today}
        error={errorOf(errors, 'notice-from')}
      />
      <DateFields
        id="notice-through"
        label="終わりの日"
        required
        value={draft.through}
        onChange={(through) => set({ through })}
        today={today}
        error={errorOf(errors, 'notice-through')}
      />
      {monthsOf(draft).map((month) => (
        <TextField
          key={month}
          id={`notice-expected-${month}`}
          label={`${monthName(month)}の見込み時間`}
          hint="この業務の時間外勤務(例 60:00)"
          width="w-32"
          value={draft.expected[month] ?? ''}
          onChange={(text) => set({ expected: { ...draft.expected, [month]: text } })}
          error={errorOf(errors, `notice-expected-${month}`)}
        />
      ))}
      {area('staffing', '人員配置の状況')}
      {area('unavoidable', '避けられない理由', '人員配置や分担の見直しでも避けられない理由')}
      {area('reduction', '縮減のためにすること')}
      <fieldset className="mt-6 border-l-4 border-solid-gray-420 pl-4">
        <legend className="font-700">健康状態の確認(月 100:00 以上、平均 80:00 を超える見込みのとき)</legend>
        <DateFields
          id="notice-confirmed"
          label="確かめた日"
          value={draft.confirmedOn}
          onChange={(confirmedOn) => set({ confirmedOn })}
          today={today}
          error={errorOf(errors, 'notice-confirmed')}
        />
        <TextField
          id="notice-confirmedBy"
          label="確かめた人"
          value={draft.confirmedBy}
          onChange={(confirmedBy) => set({ confirmedBy })}
          maxLength={60}
        />
        {area('fatigue', '疲労の蓄積の状況')}
        {area('mindAndBody', '心身の状況')}
      </fieldset>
    </>
  );
}
