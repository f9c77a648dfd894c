import { useState } from 'react';
import { useDeed } from '../api/queries.ts';
import * as routes from '../api/routes.ts';
import { announce } from '../app/announce.ts';
import { Dialog } from '../components/dialog.tsx';
import { RadioGroup } from '../components/fields.tsx';
import { ConfirmResult } from './confirm-result.tsx';
import { ReasonForm } from './reason-form.tsx';
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
  const revoke = (note: string) =>
    deed.mutate(
      { params: { id: result.overtime.id }, body: { note } },
      {
        onSuccess: () => {
          announce('命令を取り消しました');
          onDone();
        },
      },
    );
  return (
    <ReasonForm
      id="revoke-note"
      label="取り消す理由"
      hint="本人に見え、記録に残ります。"
      deedName="命令を取り消す"
      deed={deed}
      onGiven={revoke}
    />
  );
}
