import { type FormEvent, useState } from 'react';
import { useDeed } from '../api/queries.ts';
import * as routes from '../api/routes.ts';
import { announce } from '../app/announce.ts';
import { Refusal } from '../app/states.tsx';
import { Button } from '../components/button.tsx';
import { FieldGroup, TextArea, TimeField } from '../components/fields.tsx';
import { dayLabel, hm, span } from '../wording/format.ts';
import { fieldErrorsOf } from '../wording/problems.ts';
import { readClock } from '../wording/read.ts';
import type { DecisionView } from './views.ts';

const hmOr = (minute: number | null): string => (minute === null ? '' : hm(minute));
/** The time as the deed takes it: left out where it stays as it was asked. */
const changed = (minute: number, asked: number | null) => (minute === asked ? undefined : minute);

/**
 * 実績の確認 of work that is over: as asked, or as really worked. The server tells what goes beyond the order or the
 * record of presence; with the reason the same hours are taken.
 */
export function ConfirmResult({ decision, onDone }: { readonly decision: DecisionView; readonly onDone: () => void }) {
  const { overtime } = decision;
  const deed = useDeed(routes.confirmOvertime);
  const [from, setFrom] = useState(hmOr(overtime.from));
  const [until, setUntil] = useState(hmOr(overtime.until));
  const [note, setNote] = useState('');
  const [error, setError] = useState<string>();
  const refused = fieldErrorsOf(deed.error);
  const noteError = note.trim() === '' ? refused.find(({ field }) => field === 'note')?.message : undefined;
  const hoursError = error ?? refused.find(({ field }) => field === 'from' || field === 'until')?.message;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const [start, end] = [readClock(from), readClock(until)];
    if (start === undefined || end === undefined || end <= start) {
      setError('始まりと終わりの時刻を、17:15 と 19:45 の形で入力してください');
      return;
    }
    setError(undefined);
    if (deed.isPending) return;
    const [newFrom, newUntil] = [changed(start, overtime.from), changed(end, overtime.until)];
    const hours = {
      ...(newFrom === undefined ? {} : { from: newFrom }),
      ...(newUntil === undefined ? {} : { until: newUntil }),
    };
    deed.mutate(
      { params: { id: overtime.id }, body: { ...hours, note: note.trim() } },
      {
        onSuccess: () => {
          announce('実績を確認しました');
          onDone();
        },
      },
    );
  };
  return (
    <form onSubmit={submit} noValidate>
      <p className="mt-2">
        {dayLabel(overtime.date)} の申請 {span(overtime.from, overtime.until)}({hm(overtime.minutes)}
        )を、実際に働いた時間として確認します。命令のなかった勤務も、働いた時間は上限に数えます。
      </p>
      <FieldGroup
        id="result-from"
        label="実際に働いた時間"
        required
        hint="日をまたぐときは 24:00 以降で入力します(例 26:10)。"
        error={hoursError}
      >
        <TimeField
          id="result-from"
          label="始まり"
          value={from}
          onChange={setFrom}
          wrong={hoursError !== undefined}
          describedBy={hoursError && 'result-from-error'}
        />
        <span aria-hidden="true">–</span>
        <TimeField
          id="result-until"
          label="終わり"
          value={until}
          onChange={setUntil}
          wrong={hoursError !== undefined}
          describedBy={hoursError && 'result-from-error'}
        />
      </FieldGroup>
      <TextArea
        id="result-note"
        label="確認の理由"
        hint="申請や命令より長いとき、在庁の記録の外の時間を含むときに入力します。本人に見え、記録に残ります。"
        required={noteError !== undefined}
        value={note}
        onChange={setNote}
        error={noteError}
        maxLength={400}
      />
      <Refusal error={deed.error} />
      <div className="mt-5">
        <Button kind="solid" type="submit" busy={deed.isPending}>
          実績を確認する
        </Button>
      </div>
    </form>
  );
}
