import type { DayView } from '@tokimori/contract/values';
import { dayLabel, eraDay, hm } from '@tokimori/wording/format';
import { type FormEvent, useState } from 'react';
import { newId, useDeed } from '../api/queries.ts';
import * as routes from '../api/routes.ts';
import { announce } from '../app/announce.ts';
import { mistakes, wrong } from '../app/form.ts';
import { paths } from '../app/paths.ts';
import { Refusal } from '../app/states.tsx';
import { axisUntil } from '../components/band-geometry.ts';
import { Banner } from '../components/banner.tsx';
import { Anchor, Button, ButtonLink } from '../components/button.tsx';
import { ErrorSummary, errorOf, type FieldError } from '../components/error-summary.tsx';
import { FieldGroup, TextArea, TimeField } from '../components/fields.tsx';
import { PageTitle } from '../components/section.tsx';
import { BandAxis, BandLegend, TimelineBand } from '../components/timeline-band.tsx';
import { fieldErrorsOf } from '../wording/problems.ts';
import { readClock } from '../wording/read.ts';

type Typed = { readonly in: string; readonly out: string; readonly reason: string };
const timeOf = (text: string) => (text.trim() === '' ? null : readClock(text));

/** Only what differs from the record is reported. */
const changed = (told: number | null, recorded: number | null) => (told === recorded ? null : told);

function mistakesOf(typed: Typed, punch: boolean, day: DayView): FieldError[] {
  const [start, end] = [timeOf(typed.in), timeOf(typed.out)];
  return mistakes(
    punch && wrong(start === null && end === null, 'in', '出勤か退勤の時刻を入力してください'),
    punch &&
      (start !== null || end !== null) &&
      wrong(
        start === day.firstIn && end === day.lastOut,
        day.lastOut === null ? 'out' : 'in',
        '記録と同じ時刻です。直すほうの時刻を入力してください',
      ),
    punch && wrong(start === undefined, 'in', '出勤時刻は 8:30 の形で入力してください'),
    punch &&
      wrong(end === undefined, 'out', '退勤時刻は 19:45 の形で入力してください(24:00 をまたぐときは 26:10 の形)'),
    punch &&
      typeof start === 'number' &&
      typeof end === 'number' &&
      wrong(end <= start, 'out', `退勤時刻は、出勤 ${hm(start)} より後にしてください`),
    wrong(
      typed.reason.trim() === '',
      'reason',
      punch ? '打刻できなかったわけを入力してください' : '差異の理由を入力してください',
    ),
  );
}

export function CorrectionForm({ day, kind }: { readonly day: DayView; readonly kind: 'punch' | 'discrepancy' }) {
  const punch = kind === 'punch';
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
    const found = mistakesOf(typed, punch, day);
    setErrors(found);
    if (found.length > 0 || deed.isPending) return;
    const [start, end] = [timeOf(typed.in) ?? null, timeOf(typed.out) ?? null];
    deed.mutate(
      {
        body: {
          id,
          date: day.date,
          kind,
          in: punch ? changed(start, day.firstIn) : null,
          out: punch ? changed(end, day.lastOut) : null,
          reason: typed.reason.trim(),
        },
      },
      {
        onSuccess: () => announce('届け出ました'),
        onError: (error) => setErrors([...fieldErrorsOf(error)]),
      },
    );
  };
  if (deed.data !== undefined) return <Reported day={day} punch={punch} decidesBy={deed.data.decidesBy} />;
  const timeError = errorOf(errors, 'in') ?? errorOf(errors, 'out');
  const timeId = errorOf(errors, 'in') === undefined ? 'out' : 'in';
  return (
    <div className="max-w-[50rem]">
      <ErrorSummary errors={errors} />
      <PageTitle facts={eraDay(day.date)}>{punch ? '打刻の訂正を届け出る' : '差異の理由を届け出る'}</PageTitle>
      <RecordedDay day={day} />
      {!punch && day.discrepancy > 0 && (
        <p className="mt-4">
          命令(または割振り)の終わりから退勤まで {hm(day.discrepancy)}{' '}
          あります。その時間に何をしていたかを届け出ます。勤務していたなら、所属長が勤務と認めるか決めます。
        </p>
      )}
      <Refusal error={errors.length > 0 ? null : deed.error} />
      <form onSubmit={submit} noValidate>
        {punch && (
          <FieldGroup
            id={timeId}
            label="正しい時刻"
            required
            hint="わかるほうだけでも届け出られます。日をまたぐときは 24:00 以降で入力します(例 26:10)。"
            error={timeError}
          >
            <TimeField
              id="in"
              label="出勤"
              value={typed.in}
              onChange={(value) => setTyped({ ...typed, in: value })}
              wrong={errorOf(errors, 'in') !== undefined}
              describedBy={errorOf(errors, 'in') && 'in-error'}
            />
            <span aria-hidden="true">–</span>
            <TimeField
              id="out"
              label="退勤"
              value={typed.out}
              onChange={(value) => setTyped({ ...typed, out: value })}
              wrong={errorOf(errors, 'out') !== undefined}
              describedBy={errorOf(errors, 'out') && 'out-error'}
            />
          </FieldGroup>
        )}
        <TextArea
          id="reason"
          label={punch ? 'わけ' : '理由'}
          hint={punch ? '例 カードを忘れた、端末が止まっていた' : '例 片付けと日報の記入、窓口の対応が延びた'}
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
      {!punch && (
        <p className="mt-6">
          時刻そのものが違うときは、<Anchor to={paths.correction(day.date, 'punch')}>時刻の訂正を届け出る</Anchor>
        </p>
      )}
    </div>
  );
}

function RecordedDay({ day }: { readonly day: DayView }) {
  const until = axisUntil([day]);
  const word = (minute: number | null) => (minute === null ? 'なし' : hm(minute));
  return (
    <section className="card" aria-label="いまの記録">
      <p>
        出勤 <strong>{word(day.firstIn)}</strong>・退勤 <strong>{word(day.lastOut)}</strong>
        {day.pcFirst === null && day.pcLast === null ? '' : `・PC ${word(day.pcFirst)}–${word(day.pcLast)}`}
      </p>
      <div className="mt-2">
        <BandAxis until={until} />
        <TimelineBand day={day} until={until} />
      </div>
      <div className="mt-2">
        <BandLegend
          items={[
            'allotment',
            'overtime',
            'presence',
            'pc',
            ...(day.discrepancy > 0 ? (['discrepancy'] as const) : []),
            ...(day.state === 'missingOut' || day.state === 'missingIn' ? (['missing'] as const) : []),
          ]}
        />
      </div>
    </section>
  );
}

function Reported({
  day,
  punch,
  decidesBy,
}: {
  readonly day: DayView;
  readonly punch: boolean;
  readonly decidesBy: string;
}) {
  return (
    <div className="mt-6 max-w-[50rem]">
      <Banner kind="done" title="届け出ました" heading="h1" role="status">
        {dayLabel(day.date)}の{punch ? '時刻の訂正' : '差異の理由'}
      </Banner>
      <h2 className="mt-6 text-[1.25rem]">このあと</h2>
      <ol className="list-decimal pl-6">
        <li>{decidesBy} が確かめます。</li>
        <li>
          {punch
            ? '認められると、届け出た時刻でこの日が計算し直されます。'
            : '認められると、差異が閉じます。勤務と認められた時間は時間外勤務になります。'}
        </li>
        <li>認められないときは、わけが「今日」の画面に出ます。</li>
      </ol>
      <div className="mt-5 flex flex-wrap gap-3">
        <ButtonLink kind="solid" to={paths.today}>
          今日に戻る
        </ButtonLink>
        <ButtonLink to={paths.month(day.date.slice(0, 7))}>今月の勤務を見る</ButtonLink>
      </div>
    </div>
  );
}
