import type { OvertimeView } from '@tokimori/contract/values';
import { dayLabel } from '@tokimori/wording/format';
import { useState } from 'react';
import { useDeed } from '../../api/queries.ts';
import * as routes from '../../api/routes.ts';
import { announce } from '../../app/announce.ts';
import { Refusal } from '../../app/states.tsx';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { TextArea } from '../../components/fields.tsx';

/** 取下げ of a request for the person, or 取消 of an order in the head's place: each with its reason. */
export function TakeBack({ overtime }: { readonly overtime: OvertimeView }) {
  const withdrawing = useDeed(routes.withdrawOnBehalf);
  const revoking = useDeed(routes.revokeOnBehalf);
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const ordered = overtime.state === 'ordered';
  const deed = ordered ? revoking : withdrawing;
  const name = ordered ? '取り消す' : '取り下げる';
  const whose = `${overtime.person.name} ${dayLabel(overtime.date)}`;
  const takeBack = () => {
    setAsked(true);
    if (reason.trim() === '') return;
    deed.mutate(
      { params: { id: overtime.id }, body: { reason: reason.trim() } },
      {
        onSuccess: () => {
          announce(ordered ? '代理で取り消しました' : '代理で取り下げました');
          setOpen(false);
        },
      },
    );
  };
  return (
    <>
      <Button onPress={() => setOpen(true)} label={`${whose} を代理で${name}`}>
        代理で{name}
      </Button>
      <Dialog title={`${whose} を代理で${name}`} open={open} onClose={() => setOpen(false)}>
        <p className="mt-2">
          {ordered
            ? '所属長が取り消すと決めた命令を、代わりに入力します。所属長があとで確かめ、本人にも見えます。'
            : '本人に代わって申請を取り下げます。本人に見え、違うときは申し出られます。'}
        </p>
        <TextArea
          id={`take-back-${overtime.id}`}
          label="理由"
          required
          value={reason}
          onChange={setReason}
          error={asked && reason.trim() === '' ? '理由を入力してください' : undefined}
          maxLength={400}
        />
        <Refusal error={deed.error} />
        <div className="mt-5">
          <Button kind="solid" busy={deed.isPending} onPress={takeBack}>
            代理で{name}
          </Button>
        </div>
      </Dialog>
    </>
  );
}
