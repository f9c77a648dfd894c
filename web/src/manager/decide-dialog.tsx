import { type FormEvent, useState } from 'react';
import { useDeed } from '../api/queries.ts';
import * as routes from '../api/routes.ts';
import { announce } from '../app/announce.ts';
import { Refusal } from '../app/states.tsx';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { RadioGroup, TextArea } from '../components/fields.tsx';
import { hm, span } from '../wording/format.ts';
import { Shorten } from './shorten.tsx';
import type { DecisionView } from './views.ts';

export type Deciding = { readonly decision: DecisionView; readonly kind: 'alternatives' | 'return' | 'reject' };

const titles = { alternatives: '代わりの手を選ぶ', return: '差し戻す', reject: '却下する' } as const;

/** What a head does with a request that cannot simply be ordered. */
export function DecideDialog({
  deciding,
  onClose,
}: {
  readonly deciding: Deciding | null;
  readonly onClose: () => void;
}) {
  const title = deciding === null ? '' : `${titles[deciding.kind]} ${deciding.decision.overtime.person.name}`;
  return (
    <Dialog title={title} open={deciding !== null} onClose={onClose}>
      {deciding !== null && deciding.kind === 'alternatives' && (
        <Alternatives decision={deciding.decision} onDone={onClose} />
      )}
      {deciding !== null && deciding.kind !== 'alternatives' && (
        <GiveBack decision={deciding.decision} kind={deciding.kind} onDone={onClose} />
      )}
    </Dialog>
  );
}

type Way = 'shorten' | 'other' | 'exceptional';

/** Over the cap: shorten, let somebody else do it, or order it as exceptional work. Never a greyed button. */
function Alternatives({ decision, onDone }: { readonly decision: DecisionView; readonly onDone: () => void }) {
  const { overtime, effect } = decision;
  const canShorten = effect.latestUntil !== null && overtime.from !== null && effect.latestUntil > overtime.from;
  const [way, setWay] = useState<Way | null>(canShorten ? 'shorten' : null);
  return (
    <>
      <p className="mt-2">
        {span(overtime.from, overtime.until)}({hm(overtime.minutes)})を命令すると、上限を{' '}
        {hm(Math.max(0, -(effect.slackAfter ?? 0)))} 超えます。
      </p>
      <RadioGroup<Way>
        id="way"
        label="どうしますか"
        required
        value={way}
        onChange={setWay}
        options={[
          ...(canShorten ? [{ value: 'shorten' as const, name: `短くする(${hm(effect.latestUntil ?? 0)} まで)` }] : []),
          { value: 'other', name: 'ほかの人に替わってもらう、応援を頼む(差し戻します)' },
          { value: 'exceptional', name: '特例業務として命令する(災害など、特に緊急のもの)' },
        ]}
      />
      {way === 'shorten' && canShorten && (
        <Shorten id={overtime.id} from={overtime.from ?? 0} latest={effect.latestUntil ?? 0} onDone={onDone} />
      )}
      {way === 'other' && <GiveBack decision={decision} kind="return" onDone={onDone} />}
      {way === 'exceptional' && <AsExceptional decision={decision} onDone={onDone} />}
    </>
  );
}

function AsExceptional({ decision, onDone }: { readonly decision: DecisionView; readonly onDone: () => void }) {
  const deed = useDeed(routes.orderOvertime);
  const [note, setNote] = useState('');
  const [healthy, setHealthy] = useState(false);
  const [asked, setAsked] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (note.trim() === '' || !healthy || deed.isPending) return;
    deed.mutate(
      {
        params: { id: decision.overtime.id },
        body: { category: 'exceptional', note: note.trim(), healthConfirmed: true },
      },
      {
        onSuccess: () => {
          announce('特例業務として命令しました');
          onDone();
        },
      },
    );
  };
  return (
    <form onSubmit={submit} noValidate>
      <TextArea
        id="exceptional-note"
        label="特例業務に当たるわけ"
        hint="業務の概要と、人員配置や分担の見直しでも避けられない理由。上限を超えた記録に残ります。"
        required
        value={note}
        onChange={setNote}
        error={asked && note.trim() === '' ? '特例業務に当たるわけを入力してください' : undefined}
        maxLength={400}
      />
      <label className="mt-4 flex min-h-11 items-start gap-3">
        <input
          type="checkbox"
          className="mt-1.5 size-6 shrink-0"
          checked={healthy}
          onChange={(event) => setHealthy(event.target.checked)}
          aria-describedby={asked && !healthy ? 'health-error' : undefined}
        />
        <span>本人の疲労と心身の状態を確かめました(月100時間・平均80時間を超えるおそれがあるとき)</span>
      </label>
      {asked && !healthy && (
        <p id="health-error" className="mt-1 font-700 text-[0.9375rem] text-red-900">
          健康状態を確かめてから命令してください
        </p>
      )}
      <Refusal error={deed.error} />
      <div className="mt-5">
        <Button kind="solid" type="submit" busy={deed.isPending}>
          特例業務として命令する
        </Button>
      </div>
    </form>
  );
}

function GiveBack({
  decision,
  kind,
  onDone,
}: {
  readonly decision: DecisionView;
  readonly kind: 'return' | 'reject';
  readonly onDone: () => void;
}) {
  const returning = useDeed(routes.returnOvertime);
  const rejecting = useDeed(routes.rejectOvertime);
  const deed = kind === 'return' ? returning : rejecting;
  const [note, setNote] = useState('');
  const [asked, setAsked] = useState(false);
  const word = kind === 'return' ? '差し戻す' : '却下する';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (note.trim() === '' || deed.isPending) return;
    deed.mutate(
      { params: { id: decision.overtime.id }, body: { note: note.trim() } },
      {
        onSuccess: () => {
          announce(kind === 'return' ? '差し戻しました' : '却下しました');
          onDone();
        },
      },
    );
  };
  return (
    <form onSubmit={submit} noValidate>
      <p className="mt-3">
        {kind === 'return'
          ? '本人に戻り、直して出し直せます。'
          : '却下すると、この申請は終わります。実際に働いた時間は、却下しても記録に残ります。'}
      </p>
      <TextArea
        id="back-note"
        label="本人に伝えること"
        required
        value={note}
        onChange={setNote}
        error={asked && note.trim() === '' ? '本人に伝えることを入力してください' : undefined}
        maxLength={400}
      />
      <Refusal error={deed.error} />
      <div className="mt-5">
        <Button kind="solid" type="submit" busy={deed.isPending}>
          {word}
        </Button>
      </div>
    </form>
  );
}
