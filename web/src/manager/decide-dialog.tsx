import { dayLabel, hm, span } from '@tokimori/wording/format';
import { useState } from 'react';
import { useDeed } from '../api/queries.ts';
import * as routes from '../api/routes.ts';
import { announce } from '../app/announce.ts';
import { Dialog } from '../components/dialog.tsx';
import { boundTitle } from '../components/effect-preview.tsx';
import { RadioGroup } from '../components/fields.tsx';
import { ConfirmResult } from './confirm-result.tsx';
import { NoticeOfOrder } from './exceptional/notice-of-order.tsx';
import { GiveBack } from './give-back.tsx';
import { ReasonForm } from './reason-form.tsx';
import { Shorten } from './shorten.tsx';
import type { DecisionView } from './views.ts';

export type DecisionKind = 'alternatives' | 'exceptional' | 'return' | 'confirm' | 'urgent' | 'late';
export type Deciding = { readonly decision: DecisionView; readonly kind: DecisionKind };

const titles = {
  alternatives: '代わりの手を選ぶ',
  exceptional: '特例業務として命令する',
  return: '差し戻す・短くする・却下する',
  confirm: '実績として確認する',
  urgent: '緊急に命令する',
  late: '事後に命令する',
} as const;

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
      {deciding !== null && deciding.kind === 'exceptional' && (
        <AsExceptional decision={deciding.decision} onDone={onClose} />
      )}
      {deciding !== null && deciding.kind === 'confirm' && (
        <ConfirmResult overtime={deciding.decision.overtime} onDone={onClose} />
      )}
      {deciding !== null && deciding.kind === 'late' && <Late decision={deciding.decision} onDone={onClose} />}
      {deciding !== null && deciding.kind === 'urgent' && <Urgent decision={deciding.decision} onDone={onClose} />}
      {deciding !== null && deciding.kind === 'return' && <GiveBack decision={deciding.decision} onDone={onClose} />}
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
        {dayLabel(overtime.date)} {span(overtime.from, overtime.until)}({hm(overtime.minutes)})を命令すると、
        {boundTitle(effect)} の上限を {hm(Math.max(0, -(effect.slackAfter ?? 0)))} 超えます。
      </p>
      <RadioGroup<Way>
        id="way"
        label="どうしますか"
        required
        value={way}
        onChange={setWay}
        options={[
          ...(canShorten
            ? [{ value: 'shorten' as const, name: `短くして命令する(${hm(effect.latestUntil ?? 0)} まで)` }]
            : []),
          {
            value: 'other',
            name: 'ほかの職員に替わってもらう、応援を頼む',
            about: 'この申請は差し戻します。替わる職員には、申請によらず命令できます。',
          },
          {
            value: 'exceptional',
            name: '特例業務として命令する',
            about: '災害への対処など、重要で特に緊急の業務に限ります。上限を超えた記録に残ります。',
          },
        ]}
      />
      {way === 'shorten' && canShorten && (
        <Shorten id={overtime.id} from={overtime.from ?? 0} latest={effect.latestUntil ?? 0} forCap onDone={onDone} />
      )}
      {way === 'other' && <GiveBack decision={decision} onlyReturn onDone={onDone} />}
      {way === 'exceptional' && <AsExceptional decision={decision} onDone={onDone} />}
    </>
  );
}

/** Asked for in time, ordered after the hours have begun: with the reason. */
function Late({ decision, onDone }: { readonly decision: DecisionView; readonly onDone: () => void }) {
  const deed = useDeed(routes.orderOvertime);
  const order = (note: string) =>
    deed.mutate(
      { params: { id: decision.overtime.id }, body: { note, healthConfirmed: false } },
      {
        onSuccess: ({ state }) => {
          announce(state === 'firstApproved' ? '承認し、部長に回しました' : '事後の命令として記録しました');
          onDone();
        },
      },
    );
  return (
    <ReasonForm
      id="late-note"
      label="事前に命令できなかった理由"
      hint="始まりの時刻を過ぎています。本人に見え、命令簿と記録に残ります。"
      deedName={decision.finalBy === null ? '命令する' : '承認して部長に回す'}
      deed={deed}
      onGiven={order}
    />
  );
}

function AsExceptional({ decision, onDone }: { readonly decision: DecisionView; readonly onDone: () => void }) {
  const deed = useDeed(routes.orderOvertime);
  const [healthy, setHealthy] = useState(false);
  const order = (note: string) =>
    deed.mutate(
      {
        params: { id: decision.overtime.id },
        body: { category: exceptionalOf(decision), note, healthConfirmed: true },
      },
      {
        onSuccess: () => {
          announce('特例業務として命令しました');
          onDone();
        },
      },
    );
  return (
    <>
      <NoticeOfOrder id={decision.overtime.id} />
      <ReasonForm
        id="exceptional-note"
        label="特例業務に当たる理由"
        hint="業務の概要と、人員配置や分担の見直しでも避けられない理由。上限を超えた記録に残ります。"
        deedName="特例業務として命令する"
        deed={deed}
        ready={healthy}
        after={(asked) => (
          <>
            <label className="mt-4 flex min-h-11 items-start gap-3">
              <input
                type="checkbox"
                className="mt-1.5 size-6 shrink-0"
                checked={healthy}
                onChange={(event) => setHealthy(event.target.checked)}
                aria-describedby={asked && !healthy ? 'health-error' : undefined}
              />
              <span>本人の疲労と心身の状態を確かめました</span>
            </label>
            {asked && !healthy && (
              <p id="health-error" className="mt-1 font-700 text-[0.9375rem] text-red-900">
                健康状態を確かめてから命令してください
              </p>
            )}
          </>
        )}
        onGiven={order}
      />
    </>
  );
}

/** The category asked for where it is an exceptional one already, else 特例業務. */
function exceptionalOf({ overtime: { category } }: DecisionView) {
  return category === 'normal' || category === 'temporary' ? 'exceptional' : category;
}

/** 緊急: ordered at once, with the reason that the head of the 部局 sees afterwards. */
function Urgent({ decision, onDone }: { readonly decision: DecisionView; readonly onDone: () => void }) {
  const deed = useDeed(routes.orderOvertime);
  const order = (note: string) =>
    deed.mutate(
      { params: { id: decision.overtime.id }, body: { note, emergency: true, healthConfirmed: false } },
      {
        onSuccess: () => {
          announce('緊急に命令しました');
          onDone();
        },
      },
    );
  return (
    <ReasonForm
      id="urgent-note"
      label="緊急に命令する理由"
      hint="部長の承認を待てない事情。部長があとで確かめ、記録に残ります。"
      deedName="緊急に命令する"
      deed={deed}
      onGiven={order}
    />
  );
}
