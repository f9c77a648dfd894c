import type { DifferenceView } from '@tokimori/contract/differences';
import type { DayView } from '@tokimori/contract/values';
import { eraDate, eraDay, hm } from '@tokimori/wording/format';
import { notWorkWords } from '@tokimori/wording/record-keeping-names';
import { type FormEvent, useState } from 'react';
import type { Answer } from '../api/call.ts';
import { newId, useDeed, useReading } from '../api/queries.ts';
import * as routes from '../api/routes.ts';
import { announce } from '../app/announce.ts';
import { mistakes, wrong } from '../app/form.ts';
import { paths } from '../app/paths.ts';
import { Refusal, Shown } from '../app/states.tsx';
import { Anchor, Button } from '../components/button.tsx';
import { DifferenceRecords } from '../components/difference-records.tsx';
import { ErrorSummary, errorOf, type FieldError } from '../components/error-summary.tsx';
import { RadioGroup, SelectField, TextArea } from '../components/fields.tsx';
import { HoursField } from '../components/hours-field.tsx';
import { StepSentences } from '../components/reason-steps.tsx';
import { PageTitle } from '../components/section.tsx';
import { askedWords } from '../wording/difference-words.ts';
import { fieldErrorsOf } from '../wording/problems.ts';
import { readClock } from '../wording/read.ts';
import { RecordedDay, Reported } from './correction-day.tsx';

type View = Answer<NonNullable<(typeof routes.dayDifference)['shape']>>;
type Says = '' | 'work' | 'notWork';
type Reason = keyof typeof reasons;
const reasons = { break: '', selfStudy: '', waiting: '', private: '', other: '' } as const;
const reasonOptions = (Object.keys(reasons) as Reason[]).map((value) => ({
  value,
  name: notWorkWords[value] ?? value,
}));

/** 差異の届け出: what the time was, with every record of the day in sight. */
export function DifferenceForm({ day }: { readonly day: DayView }) {
  const query = useReading(routes.dayDifference, { params: { staff: 'me', date: day.date } });
  return <Shown query={query}>{(view) => <Form day={day} view={view} />}</Shown>;
}

/** The stretch that is asked about, as the form begins with it. */
function stretchOf(day: DayView, difference: DifferenceView | null): { from: string; until: string } {
  if (difference !== null) return { from: hm(difference.from), until: hm(difference.until) };
  const until = day.lastOut;
  return until === null
    ? { from: '', until: '' }
    : { from: hm(Math.max(0, until - day.discrepancy)), until: hm(until) };
}

type Typed = {
  readonly says: Says;
  readonly from: string;
  readonly until: string;
  readonly why: Reason;
  readonly reason: string;
};

function mistakesOf({ says, from, until, reason }: Typed): FieldError[] {
  const [start, end] = [readClock(from), readClock(until)];
  return mistakes(
    wrong(says === '', 'answer', '勤務していたかどうかを選んでください'),
    says === 'work' && wrong(start === undefined, 'from', '始まりの時刻は 17:15 の形で入力してください'),
    says === 'work' &&
      wrong(
        end === undefined || (start !== undefined && end <= start),
        'until',
        '終わりの時刻は、始まりより後の時刻を 19:45 の形で入力してください(24:00 をまたぐときは 26:10 の形)',
      ),
    wrong(reason.trim() === '', 'reason', 'していたことを入力してください'),
  );
}

function Form({ day, view }: { readonly day: DayView; readonly view: View }) {
  const { difference } = view;
  const deed = useDeed(routes.reportCorrection);
  const [id] = useState(newId);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [typed, setTyped] = useState<Typed>({ says: '', why: 'break', reason: '', ...stretchOf(day, difference) });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = mistakesOf(typed);
    setErrors(found);
    if (found.length > 0 || deed.isPending) return;
    const answer =
      typed.says === 'work'
        ? { says: 'work' as const, from: readClock(typed.from) ?? 0, until: readClock(typed.until) ?? 0 }
        : { says: 'notWork' as const, reason: typed.why };
    deed.mutate(
      { body: { id, date: day.date, kind: 'discrepancy', in: null, out: null, reason: typed.reason.trim(), answer } },
      {
        onSuccess: () => announce('届け出ました'),
        onError: (error) => setErrors([...fieldErrorsOf(error)]),
      },
    );
  };
  if (deed.data !== undefined) return <Reported day={day} punch={false} decidesBy={deed.data.decidesBy} />;
  return (
    <div className="max-w-[50rem]">
      <ErrorSummary errors={errors} />
      <PageTitle facts={eraDay(day.date)}>差異の理由を届け出る</PageTitle>
      <Asked day={day} view={view} />
      <Refusal error={errors.length > 0 ? null : deed.error} />
      <form onSubmit={submit} noValidate>
        <AnswerFields typed={typed} setTyped={setTyped} errors={errors} />
        <p className="prose-small mt-4">
          時間の長さを理由に、届け出が断られることはありません。打刻などの記録は書き換えられず、届け出がそのそばに残ります。
        </p>
        <div className="mt-6 flex items-center gap-5">
          <Button kind="solid" type="submit" busy={deed.isPending}>
            届け出る
          </Button>
          <Anchor to={paths.today}>やめる</Anchor>
        </div>
      </form>
      <p className="mt-6">
        記録の時刻そのものが違うときは、<Anchor to={paths.correction(day.date, 'punch')}>時刻の訂正を届け出る</Anchor>
      </p>
    </div>
  );
}

function Asked({ day, view: { difference, steps, said } }: { readonly day: DayView; readonly view: View }) {
  if (difference === null) {
    return (
      <>
        <RecordedDay day={day} />
        {day.discrepancy > 0 && (
          <p className="mt-4">命令(または割振り)の終わりから退勤まで {hm(day.discrepancy)} あります。</p>
        )}
      </>
    );
  }
  return (
    <>
      <p>
        <strong>{askedWords(difference)}</strong> その時間に勤務していたかどうかを届け出ます。
        {difference.dueWho === 'staffMember' &&
          difference.dueOn !== null &&
          `期限は ${eraDate(difference.dueOn)} です。`}
      </p>
      {said !== null && said.note !== '' && difference.state === 'awaitsAnswer' && (
        <p className="mt-2">所属長から「{said.note}」</p>
      )}
      <div className="mt-4">
        <DifferenceRecords difference={difference} />
      </div>
      <details className="mt-3">
        <summary className="link min-h-11 cursor-pointer py-2">どのように比べたか</summary>
        <StepSentences steps={steps} />
      </details>
    </>
  );
}

function AnswerFields({
  typed,
  setTyped,
  errors,
}: {
  readonly typed: Typed;
  readonly setTyped: (typed: Typed) => void;
  readonly errors: readonly FieldError[];
}) {
  return (
    <>
      <RadioGroup<Says>
        id="answer"
        label="その時間に勤務していましたか"
        required
        value={typed.says}
        onChange={(says) => setTyped({ ...typed, says })}
        error={errorOf(errors, 'answer')}
        options={[
          { value: 'work', name: '勤務していた', about: '準備や片付け、待機、参加を命じられた研修も勤務です。' },
          {
            value: 'notWork',
            name: '勤務ではなかった',
            about: '休憩、自分の意思の学習、私用など。所属長が確かめます。',
          },
        ]}
      />
      {typed.says === 'work' && (
        <HoursField
          label="勤務していた時間"
          from={{ id: 'from', label: '始まり', value: typed.from, onChange: (from) => setTyped({ ...typed, from }) }}
          until={{
            id: 'until',
            label: '終わり',
            value: typed.until,
            onChange: (until) => setTyped({ ...typed, until }),
          }}
          errors={errors}
        />
      )}
      {typed.says === 'notWork' && (
        <SelectField<Reason>
          id="why"
          label="していたことの種類"
          required
          width="w-full wide:w-96"
          value={typed.why}
          onChange={(why) => setTyped({ ...typed, why })}
          options={reasonOptions}
        />
      )}
      <TextArea
        id="reason"
        label="していたこと"
        hint="例 窓口の片付けと日報の記入、迎えの車を待っていた"
        required
        value={typed.reason}
        onChange={(reason) => setTyped({ ...typed, reason })}
        error={errorOf(errors, 'reason')}
        maxLength={400}
      />
    </>
  );
}
