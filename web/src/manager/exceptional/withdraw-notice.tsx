import { useState } from 'react';
import { useDeed } from '../../api/queries.ts';
import * as routes from '../../api/routes.ts';
import { announce } from '../../app/announce.ts';
import { Dialog } from '../../components/dialog.tsx';
import type { NoticeView } from '../../components/exceptional-lists.tsx';
import { ReasonForm } from '../reason-form.tsx';

/** 取下げ of a prior notice, with the reason. */
export function WithdrawNotice({ notice }: { readonly notice: NoticeView }) {
  const deed = useDeed(routes.withdrawPriorNotice);
  const [open, setOpen] = useState(false);
  const name = `${notice.person.name} ${notice.task}の届出を取り下げる`;
  const withdraw = (reason: string) =>
    deed.mutate(
      { params: { id: notice.id }, body: { reason } },
      {
        onSuccess: () => {
          announce('届出を取り下げました');
          setOpen(false);
        },
      },
    );
  return (
    <>
      <button type="button" className="link min-h-6" aria-label={name} onClick={() => setOpen(true)}>
        取り下げる
      </button>
      <Dialog title={name} open={open} onClose={() => setOpen(false)}>
        {open && (
          <ReasonForm
            id="withdraw-notice"
            label="取り下げる理由"
            deedName="取り下げる"
            deed={deed}
            onGiven={withdraw}
          />
        )}
      </Dialog>
    </>
  );
}
