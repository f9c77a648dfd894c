import { type FormEvent, useState } from 'react';
import { useDeed } from '../api/queries.ts';
import * as routes from '../api/routes.ts';
import { announce } from '../app/announce.ts';
import { Refusal } from '../app/states.tsx';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { RadioGroup, TextArea } from '../components/fields.tsx';
import { ConfirmResult } from './confirm-result.tsx';
import type { OpenResultView } from './views.ts';

type Way = 'confirm' | 'revoke';

/** The result of an order is confirmed; an order of which the record shows nothing may be revoked instead. */
export function ResultDialog({
  result,
  onClose,
}: {
  readonly result: OpenResultView | null;
  readonly onClose: () => void;
}) {
  return (
    <Dialog
      title={result === null ? '' : `実績を確認する ${result.person.name}`}
      open={result !== null}
      onClose={onClose}
    >
      {result !== null && <Settle result={result} onDone={onClose} />}
    </Dialog>
  );
}

type SettleProps = { readonly result: OpenResultView; readonly onDone: () => void };

function Settle({ result, onDone }: SettleProps) {
  const [way, setWay] = useState<Way>('confirm');
  return (
    <>
      {result.proposal === null && (
        <RadioGroup<Way>
          id="result-way"
          label="命令の時間に在庁の記録がありません。どうしますか"
          plain
          value={way}
          onChange={setWay}
          options={[
            { value: 'confirm', name: '働いた時間を確認する', about: '出張など、打刻のない場所で働いたとき。' },
            { value: 'revoke', name: '命令を取り消す', about: '命令したが、働かなかったとき。' },
          ]}
        />
      )}
      {way === 'confirm' ? (
        <ConfirmResult overtime={result.overtime} ordered record={result} onDone={onDone} />
      ) : (
        <Revoke result={result} onDone={onDone} />
      )}
    </>
  );
}

/** 取消 of the order, with what the person is told. */
function Revoke({ result, onDone }: SettleProps) {
  const deed = useDeed(routes.revokeOvertime);
  const [note, setNote] = useState('');
  const [asked, setAsked] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (note.trim() === '' || deed.isPending) return;
    deed.mutate(
      { params: { id: result.overtime.id }, body: { note: note.trim() } },
      {
        onSuccess: () => {
          announce('命令を取り消しました');
          onDone();
        },
      },
    );
  };
  return (
    <form onSubmit={submit} noValidate>
      <TextArea
        id="revoke-note"
        label="取り消す理由"
        hint="本人に見え、記録に残ります。"
        required
        value={note}
        onChange={setNote}
        error={asked && note.trim() === '' ? '取り消す理由を入力してください' : undefined}
        maxLength={400}
      />
      <Refusal error={deed.error} />
      <div className="mt-5">
        <Button kind="solid" type="submit" busy={deed.isPending}>
          命令を取り消す
        </Button>
      </div>
    </form>
  );
}
