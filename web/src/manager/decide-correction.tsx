import { dayLabel, hm } from '@tokimori/wording/format';
import { useState } from 'react';
import { useDeed } from '../api/queries.ts';
import * as routes from '../api/routes.ts';
import { announce } from '../app/announce.ts';
import { Refusal } from '../app/states.tsx';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { TextArea } from '../components/fields.tsx';
import type { QuestionView } from './views.ts';

const hmOr = (minute: number | null, word: string) => (minute === null ? word : hm(minute));

/** A reported correction or reason: accepted, or not accepted with the reason. */
export function DecideCorrection({
  question,
  onClose,
}: {
  readonly question: QuestionView | null;
  readonly onClose: () => void;
}) {
  const deed = useDeed(routes.decideCorrection);
  const [note, setNote] = useState('');
  const [asked, setAsked] = useState(false);
  const correction = question?.correction;
  const close = () => {
    deed.reset();
    setNote('');
    setAsked(false);
    onClose();
  };
  const decide = (accept: boolean) => {
    setAsked(!accept);
    if (correction === null || correction === undefined || (!accept && note.trim() === '')) return;
    deed.mutate(
      { params: { id: correction.id }, body: { accept, note: note.trim() } },
      {
        onSuccess: () => {
          announce(accept ? '認めました' : '認めませんでした');
          close();
        },
      },
    );
  };
  return (
    <Dialog
      title={question === null ? '' : `${question.person.name} ${dayLabel(question.date)}`}
      open={question !== null}
      onClose={close}
    >
      {correction && (
        <>
          <p className="mt-2">本人の届け出「{correction.reason}」</p>
          {(correction.in !== null || correction.out !== null) && (
            <p>
              出勤 {hmOr(correction.in, '変えない')}・退勤 {hmOr(correction.out, '変えない')}
            </p>
          )}
          <p className="prose-small mt-2">
            打刻は書き換えられません。認めた届け出は打刻のそばに残り、集計に使われます。
          </p>
          <TextArea
            id="correction-note"
            label="本人に伝えること(認めないときは必ず)"
            plain
            value={note}
            onChange={setNote}
            error={asked && note.trim() === '' ? '認めない理由を入力してください' : undefined}
            maxLength={400}
          />
          <Refusal error={deed.error} />
          <div className="mt-5 flex flex-wrap gap-3">
            <Button kind="solid" busy={deed.isPending} onPress={() => decide(true)}>
              認める
            </Button>
            <Button busy={deed.isPending} onPress={() => decide(false)}>
              認めない
            </Button>
          </div>
        </>
      )}
    </Dialog>
  );
}
