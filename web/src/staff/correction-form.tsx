import type { DayView } from '@tokimori/contract/values';
import { eraDay, hm } from '@tokimori/wording/format';
import { type FormEvent, useState } from 'react';
import { newId, useDeed } from '../api/queries.ts';
import * as routes from '../api/routes.ts';
import { announce } from '../app/announce.ts';
import { mistakes, wrong } from '../app/form.ts';
import { paths } from '../app/paths.ts';
import { Refusal } from '../app/states.tsx';
import { Anchor, Button } from '../components/button.tsx';
import { ErrorSummary, errorOf, type FieldError } from '../components/error-summary.tsx';
import { TextArea } from '../components/fields.tsx';
import { HoursField } from '../components/hours-field.tsx';
import { PageTitle } from '../components/section.tsx';
import { fieldErrorsOf } from '../wording/problems.ts';
import { readClock } from '../wording/read.ts';
import { RecordedDay, Reported } from './correction-day.tsx';

type Typed = { readonly in: string; readonly out: string; readonly reason: string };
const timeOf = (text: string) => (text.trim() === '' ? null : readClock(text));

/** Only what differs from the record is reported. */
const changed = (told: number | null, recorded: number | null) => (told === recorded ? null : told);

function mistakesOf(typed: Typed, day: DayView): FieldError[] {
  const [start, end] = [timeOf(typed.in), timeOf(typed.out)];
  return mistakes(
    wrong(start === null && end === null, 'in', '出勤か退勤の時刻を入力してください'),
    (start !== null || end !== null) &&
      wrong(
        start === day.firstIn && end === day.lastOut,
        day.lastOut === null ? 'out' : 'in',
        '記録と同じ時刻です。直すほうの時刻を入力してください',
      ),
    wrong(start === undefined, 'in', '出勤時刻は 8:30 の形で入力してください'),
    wrong(end === undefined, 'out', '退勤時刻は 19:45 の形で入力してください(24:00 をまたぐときは 26:10 の形)'),
    typeof start === 'number' &&
      typeof end === 'number' &&
      wrong(end <= start, 'out', `退勤時刻は、出勤 ${hm(start)} より後にしてください`),
    wrong(typed.reason.trim() === '', 'reason', '打刻できなかったわけを入力してください'),
  );
}

/** 打刻の訂正: the true time of a missing or wrong punch. */
export function CorrectionForm({ day }: { readonly day: DayView }) {
  const deed = useDeed(routes.reportCorrection);
  const [id] = useState(newId);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [typed, setTyped] = useState<Typed>({
    in: day.firstIn === null ? '' : hm(day.firstIn),
    out: day.lastOut === null ? '' : hm(day.lastOut),
    reason: '',
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = mistakesOf(typed, day);
    setErrors(found);
    if (found.length > 0 || deed.isPending) return;
    const [start, end] = [timeOf(typed.in) ?? null, timeOf(typed.out) ?? null];
    deed.mutate(
      {
        body: {
          id,
          date: day.date,
          kind: 'punch',
          in: changed(start, day.firstIn),
          out: changed(end, day.lastOut),
          reason: typed.reason.trim(),
        },
      },
      {
        onSuccess: () => announce('届け出ました'),
        onError: (error) => setErrors([...fieldErrorsOf(error)]),
      },
    );
  };
  if (deed.data !== undefined) return <Reported day={day} punch decidesBy={deed.data.decidesBy} />;
  return (
    <div className="max-w-[50rem]">
      <ErrorSummary errors={errors} />
      <PageTitle facts={eraDay(day.date)}>打刻の訂正を届け出る</PageTitle>
      <RecordedDay day={day} />
      <Refusal error={errors.length > 0 ? null : deed.error} />
      <form onSubmit={submit} noValidate>
        <HoursField
          label="正しい時刻"
          hint="わかるほうだけでも届け出られます。"
          pastMidnight
          from={{ id: 'in', label: '出勤', value: typed.in, onChange: (value) => setTyped({ ...typed, in: value }) }}
          until={{
            id: 'out',
            label: '退勤',
            value: typed.out,
            onChange: (value) => setTyped({ ...typed, out: value }),
          }}
          errors={errors}
        />
        <TextArea
          id="reason"
          label="わけ"
          hint="例 カードを忘れた、端末が止まっていた"
          required
          value={typed.reason}
          onChange={(reason) => setTyped({ ...typed, reason })}
          error={errorOf(errors, 'reason')}
          maxLength={400}
        />
        <p className="prose-small mt-4">
          打刻は書き換えられません。届け出は打刻のそばに残り、所属長が認めると集計に使われます。
        </p>
        <div className="mt-6 flex items-center gap-5">
          <Button kind="solid" type="submit" busy={deed.isPending}>
            届け出る
          </Button>
          <Anchor to={paths.today}>やめる</Anchor>
        </div>
      </form>
    </div>
  );
}
