import { useState } from 'react';
import { Dialog } from '../components/dialog.tsx';
import { RadioGroup } from '../components/fields.tsx';
import { ConfirmResult } from './confirm-result.tsx';
import { RevokeOrder } from './revoke-order.tsx';
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
      <RadioGroup<Way>
        id="result-way"
        label={result.proposal === null ? '命令の時間に在庁の記録がありません。どうしますか' : 'どうしますか'}
        plain
        value={way}
        onChange={setWay}
        options={[
          {
            value: 'confirm',
            name: '働いた時間を確認する',
            ...(result.proposal === null ? { about: '出張など、打刻のない場所で働いたとき。' } : {}),
          },
          { value: 'revoke', name: '命令を取り消す', about: '命令したが、働かなかったとき。誤って命令したとき。' },
        ]}
      />
      {way === 'confirm' ? (
        <ConfirmResult overtime={result.overtime} ordered record={result} onDone={onDone} />
      ) : (
        <RevokeOrder id={result.overtime.id} onDone={onDone} />
      )}
    </>
  );
}
