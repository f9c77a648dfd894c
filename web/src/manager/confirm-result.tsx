import type { DecisionGround } from '@tokimori/contract/decision-grounds';
import { dayLabel, hm, span } from '@tokimori/wording/format';
import { type FormEvent, useState } from 'react';
import { ApiProblem } from '../api/call.ts';
import { useDeed } from '../api/queries.ts';
import * as routes from '../api/routes.ts';
import { announce } from '../app/announce.ts';
import { Refusal } from '../app/states.tsx';
import { Button } from '../components/button.tsx';
import { TextArea } from '../components/fields.tsx';
import { HoursField } from '../components/hours-field.tsx';
import { fieldErrorsOf } from '../wording/problems.ts';
import { readClock } from '../wording/read.ts';
import { GroundField } from './ground-field.tsx';
import { recordWords } from './result-words.ts';
import type { DecisionView, OpenResultView } from './views.ts';

/** The refusal of hours taken away from the person without a reason. */
const CUT = 'overtime.confirm.cut-reason-missing';
const hmOr = (minute: number | null): string => (minute === null ? '' : hm(minute));
/** The time as the deed takes it: left out where it stays as it was asked. */
const changed = (minute: number | undefined, asked: number | null) => (minute === asked ? undefined : minute);

type Props = {
  readonly overtime: Pick<DecisionView['overtime'], 'id' | 'date' | 'from' | 'until' | 'minutes'>;
  /** It was ordered, not only asked for. */
  readonly ordered?: boolean;
  /** What the record says; its proposal stands in the fields. */
  readonly record?: OpenResultView;
  readonly onDone: () => void;
};

/**
 * 実績の確認 of work that is over: as asked, or as really worked. The server tells what goes beyond the order or the
 * record of presence; with the reason the same hours are taken.
 */
export function ConfirmResult({ overtime, ordered = false, record, onDone }: Props) {
  const deed = useDeed(routes.confirmOvertime);
  const [from, setFrom] = useState(hmOr(record?.proposal?.from ?? overtime.from));
  const [until, setUntil] = useState(hmOr(record?.proposal?.until ?? overtime.until));
  const [note, setNote] = useState('');
  const [ground, setGround] = useState<DecisionGround | ''>('');
  const [cuts, setCuts] = useState(false);
  const [error, setError] = useState<string>();
  const refused = fieldErrorsOf(deed.error);
  const noteError = note.trim() === '' ? refused.find(({ field }) => field === 'note')?.message : undefined;
  const hoursError = error ?? refused.find(({ field }) => field === 'from' || field === 'until')?.message;
  // Of other hours it is not known yet whether any go in which the person was present.
  const retime = (set: (value: string) => void) => (value: string) => {
    set(value);
    setCuts(false);
    setGround('');
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const [start, end] = [readClock(from), readClock(until)];
    // Of an order of which only the length is known, the length may be confirmed.
    const byLength = overtime.from === null && from.trim() === '' && until.trim() === '';
    if (!byLength && (start === undefined || end === undefined || end <= start)) {
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
      { params: { id: overtime.id }, body: { ...hours, note: note.trim(), ...(ground === '' ? {} : { ground }) } },
      {
        onError: (refusal) => {
          if (refusal instanceof ApiProblem && refusal.problem.code === CUT) setCuts(true);
        },
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
        {dayLabel(overtime.date)} の{ordered ? '命令' : '申請'} {span(overtime.from, overtime.until)}(
        {hm(overtime.minutes)})について、実際に働いた時間を確認します。
        {!ordered && '命令のなかった勤務も、働いた時間は上限に数えます。'}
      </p>
      {record !== undefined && <RecordOf record={record} />}
      <HoursField
        label="実際に働いた時間"
        pastMidnight
        from={{ id: 'result-from', label: '始まり', value: from, onChange: retime(setFrom) }}
        until={{ id: 'result-until', label: '終わり', value: until, onChange: retime(setUntil) }}
        errors={hoursError === undefined ? [] : [{ field: 'result-from', message: hoursError }]}
      />
      {cuts && (
        <GroundField
          id="result-ground"
          value={ground}
          onChange={setGround}
          worked
          error={ground === '' ? '認めない理由を選んでください' : undefined}
        />
      )}
      <TextArea
        id="result-note"
        label="確認の理由"
        hint="申請や命令より長いとき、在庁の記録にない時間を含むとき、在庁の記録がある時間を除くときに入力します。本人に見え、記録に残ります。"
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

/** What the record says about the order, and what stands in the fields because of it. */
function RecordOf({ record }: { readonly record: OpenResultView }) {
  const { state, proposal, present, overtime, discrepancy } = record;
  return (
    <p className="mt-2">
      出勤–退勤の記録 {recordWords(record)}
      {state === 'classified' && (
        <>
          ・命令の中の在庁 <strong>{hm(present)}</strong>
        </>
      )}
      {discrepancy > 0 && `・命令の後の在庁 ${hm(discrepancy)}`}。
      {proposal !== null &&
        present < overtime.minutes &&
        (proposal.from === overtime.from && proposal.until === overtime.until
          ? '途中に在庁していない時間があります。'
          : '在庁の記録に合わせた時刻を入れてあります。')}
      {proposal === null && '下には命令の時刻を入れてあります。'}
    </p>
  );
}
