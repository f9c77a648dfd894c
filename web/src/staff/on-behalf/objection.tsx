import type { OvertimeView } from '@tokimori/contract/values';
import { dayAndClock, dayLabel } from '@tokimori/wording/format';
import { useState } from 'react';
import type { Answer } from '../../api/call.ts';
import { newId, useDeed } from '../../api/queries.ts';
import * as routes from '../../api/routes.ts';
import { announce } from '../../app/announce.ts';
import { Refusal } from '../../app/states.tsx';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { TextArea } from '../../components/fields.tsx';

export type Objections = Answer<NonNullable<(typeof routes.myOvertime)['shape']>>['objections'];

/** What others entered, withdrew or revoked may be objected to, once at a time. */
export const mayObject = (o: OvertimeView, objections: Objections): boolean =>
  (o.onBehalf || o.capacity?.as === 'onBehalf') && objections.every(({ answeredAt }) => answeredAt !== null);

/** What the person said, and what the head answered. */
export function ObjectionLines({ objections }: { readonly objections: Objections }) {
  return objections.map((objection) => (
    <p key={objection.id} className="prose-small">
      {dayAndClock(objection.statedAt)} 申し出「{objection.reason}」・
      {objection.answeredAt === null
        ? '所属長の回答待ち'
        : `${dayAndClock(objection.answeredAt)} ${objection.answeredBy ?? ''}「${objection.answer}」`}
    </p>
  ));
}

/** Objecting to what was entered for oneself. */
export function ObjectTo({ overtime }: { readonly overtime: OvertimeView }) {
  const deed = useDeed(routes.objectTo);
  const [open, setOpen] = useState(false);
  const [id, setId] = useState(newId);
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const state = () => {
    setAsked(true);
    if (reason.trim() === '') return;
    deed.mutate(
      { params: { id: overtime.id }, body: { objection: id, reason: reason.trim() } },
      {
        onSuccess: () => {
          announce('所属長に伝えました');
          setOpen(false);
          setId(newId());
          setReason('');
          setAsked(false);
        },
      },
    );
  };
  return (
    <>
      <Button onPress={() => setOpen(true)} label={`${dayLabel(overtime.date)}の代理の入力が違うと申し出る`}>
        違うと申し出る
      </Button>
      <Dialog title={`${dayLabel(overtime.date)}の代理の入力に申し出る`} open={open} onClose={() => setOpen(false)}>
        <p className="mt-2">
          ほかの人があなたの代わりに入力した内容が違うときに、所属長へ伝えます。回答は「申請」に出ます。
        </p>
        <TextArea
          id={`objection-${overtime.id}`}
          label="違うところ"
          required
          value={reason}
          onChange={setReason}
          error={asked && reason.trim() === '' ? '違うところを入力してください' : undefined}
          maxLength={400}
        />
        <Refusal error={deed.error} />
        <div className="mt-5">
          <Button kind="solid" busy={deed.isPending} onPress={state}>
            所属長に伝える
          </Button>
        </div>
      </Dialog>
    </>
  );
}
