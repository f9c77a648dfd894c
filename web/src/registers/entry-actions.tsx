import { dayAndClock } from '@tokimori/wording/format';
import { type FormEvent, useState } from 'react';
import { Refusal } from '../app/states.tsx';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { TextArea } from '../components/fields.tsx';
import type { Label } from '../wording/words.ts';
import type { ReviewView } from './views.ts';

export type EntryState = ReviewView['state'];
export const entryLabels: Readonly<Record<EntryState, Label>> = {
  draft: { shape: 'clock', tone: 'waiting', word: '下書き' },
  registered: { shape: 'circle', tone: 'fine', word: '登録済み' },
  closed: { shape: 'check', tone: 'done', word: '完了' },
};

/** Who changed an entry last, and when. */
export const changedWords = ({ changedAt, changedBy }: { readonly changedAt: string; readonly changedBy: string }) =>
  `${dayAndClock(changedAt)} ${changedBy}`;

type Deeds = {
  readonly state: EntryState | null;
  readonly busy: boolean;
  readonly error: unknown;
  /** Sends the form with a goal. */
  readonly send: (goal: EntryState) => void;
  /** What 「完了にする」 means here. */
  readonly closing: string;
};

/** The deeds below a form: one solid button for what comes next. */
export function EntryDeeds({ state, busy, error, send, closing }: Deeds) {
  const registered = state === 'registered';
  return (
    <>
      <Refusal error={error} />
      <div className="mt-8 flex flex-wrap items-center gap-3">
        <Button kind="solid" busy={busy} onPress={() => send('registered')}>
          {registered ? '変更を保存する' : '登録する'}
        </Button>
        {!registered && (
          <Button busy={busy} onPress={() => send('draft')}>
            下書きを保存する
          </Button>
        )}
        {registered && (
          <Button busy={busy} onPress={() => send('closed')}>
            完了にする
          </Button>
        )}
      </div>
      <p className="prose-small mt-2">
        {registered ? closing : '下書きは、あなたの課と人事課だけが見ます。登録すると、ほかの課の所属長も見られます。'}
      </p>
    </>
  );
}

/** Opens a closed entry again, with the reason. */
export function Reopen({
  busy,
  error,
  onReopen,
}: {
  readonly busy: boolean;
  readonly error: unknown;
  readonly onReopen: (reason: string) => void;
}) {
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(reason.trim() === '');
    if (reason.trim() !== '' && !busy) onReopen(reason.trim());
  };
  return (
    <>
      <Button onPress={() => setOpen(true)}>登録に戻す</Button>
      <Dialog title="完了した登録を戻す" open={open} onClose={() => setOpen(false)}>
        <form onSubmit={submit} noValidate>
          <p className="mt-3">登録に戻すと、内容を直せます。理由は記録に残ります。</p>
          <TextArea
            id="reopen-reason"
            label="戻す理由"
            required
            value={reason}
            onChange={setReason}
            maxLength={400}
            error={missing ? '戻す理由を入力してください' : undefined}
          />
          <Refusal error={error} />
          <div className="mt-5">
            <Button kind="solid" type="submit" busy={busy}>
              登録に戻す
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  );
}
