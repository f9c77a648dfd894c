import { useDeed } from '../api/queries.ts';
import * as routes from '../api/routes.ts';
import { announce } from '../app/announce.ts';
import { ReasonForm } from './reason-form.tsx';

/** 取消 of the order, with what the person is told. */
export function RevokeOrder({ id, onDone }: { readonly id: string; readonly onDone: () => void }) {
  const deed = useDeed(routes.revokeOvertime);
  const revoke = (note: string) =>
    deed.mutate(
      { params: { id }, body: { note } },
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
