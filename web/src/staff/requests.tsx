import type { OvertimeView } from '@tokimori/contract/values';
import { dayLabel, eraMonth } from '@tokimori/wording/format';
import { useState } from 'react';
import { useDeed, useReading } from '../api/queries.ts';
import * as routes from '../api/routes.ts';
import { announce } from '../app/announce.ts';
import { paths } from '../app/paths.ts';
import { calendarOf, useMe } from '../app/session.ts';
import { Empty, Refusal, Shown } from '../app/states.tsx';
import { Button, ButtonLink } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { TextArea } from '../components/fields.tsx';
import { PageTitle } from '../components/section.tsx';
import { StatusLabel } from '../components/status-label.tsx';
import { deedsOf, groundWords } from '../wording/decision-words.ts';
import { whenLine } from '../wording/overtime-lines.ts';
import { categoryWords, overtimeLabels } from '../wording/words.ts';
import { mayObject, ObjectionLines, type Objections, ObjectTo } from './on-behalf/objection.tsx';

/** Waits for the head, or for the one above. */
const isOpen = ({ state }: OvertimeView) => state === 'requested' || state === 'firstApproved';

/** Own requests and orders, newest first. */
export function RequestsPage() {
  const mine = useReading(routes.myOvertime, {});
  const me = useMe();
  const { month } = calendarOf(me);
  const clerk = me.mandates.some(({ kind }) => kind === 'clerk');
  return (
    <>
      <PageTitle
        facts="新しい順に100件まで"
        actions={
          <>
            <ButtonLink to={paths.support}>応援</ButtonLink>
            {clerk && <ButtonLink to={paths.onBehalf}>代理で申請する</ButtonLink>}
            <ButtonLink kind="solid" to={paths.request()}>
              時間外勤務を申請する
            </ButtonLink>
          </>
        }
      >
        時間外勤務の申請
      </PageTitle>
      <Shown query={mine}>
        {({ overtime, objections }) =>
          overtime.length === 0 ? (
            <Empty>申請はまだありません。申請すると、決裁の状態がここに出ます。</Empty>
          ) : (
            <RequestList overtime={overtime} objections={objections} month={month} />
          )
        }
      </Shown>
    </>
  );
}

/** This month and later in view; earlier months folded, each with its count. */
type ListProps = {
  readonly overtime: readonly OvertimeView[];
  readonly objections: Objections;
  readonly month: string;
};

function RequestList({ overtime, objections, month }: ListProps) {
  const current = overtime.filter((o) => o.date >= month || isOpen(o));
  const earlier = new Map<string, OvertimeView[]>();
  for (const o of overtime) {
    if (current.includes(o)) continue;
    const of = o.date.slice(0, 7);
    earlier.set(of, [...(earlier.get(of) ?? []), o]);
  }
  return (
    <>
      {current.length === 0 && <Empty>今月の申請はまだありません。</Empty>}
      <ul className="border-black border-t-2">
        {current.map((o) => (
          <RequestItem key={o.id} overtime={o} objections={objections.filter((each) => each.overtime === o.id)} />
        ))}
      </ul>
      {[...earlier].map(([of, items]) => (
        <details key={of} className="border-b border-solid-gray-200">
          <summary className="flex min-h-12 cursor-pointer items-center font-700">
            {eraMonth(of)}({items.length}件)
          </summary>
          <ul>
            {items.map((o) => (
              <RequestItem key={o.id} overtime={o} objections={objections.filter((each) => each.overtime === o.id)} />
            ))}
          </ul>
        </details>
      ))}
    </>
  );
}

type ItemProps = { readonly overtime: OvertimeView; readonly objections: Objections };

function RequestItem({ overtime: o, objections }: ItemProps) {
  return (
    <li className="flex flex-col gap-x-5 gap-y-2 border-b border-solid-gray-200 py-4 wide:flex-row wide:items-center">
      <div className="w-36 shrink-0">
        <StatusLabel label={overtimeLabels[o.state]} />
      </div>
      <div className="min-w-0 flex-1">
        <h2 className="text-[1rem]">{whenLine(o)}</h2>
        <p>
          {categoryWords[o.category].name}・{o.work}
          {o.retroactive ? '(事後の命令)' : ''}
        </p>
        <p className="prose-small">
          申請番号 {o.number}・{deedsOf(o).join('・')}
        </p>
        {(o.ground !== null || o.note !== '') && (
          <p className="prose-small">
            {o.ground !== null && `理由の区分: ${groundWords[o.ground]}`}
            {o.note !== '' && `「${o.note}」`}
          </p>
        )}
        <ObjectionLines objections={objections} />
      </div>
      <div className="flex flex-wrap gap-3">
        {isOpen(o) && <Withdraw overtime={o} />}
        {mayObject(o, objections) && <ObjectTo overtime={o} />}
        {(o.state === 'returned' || o.state === 'rejected') && (
          <ButtonLink to={paths.request(o.date)}>申請し直す</ButtonLink>
        )}
      </div>
    </li>
  );
}

function Withdraw({ overtime }: { readonly overtime: OvertimeView }) {
  const deed = useDeed(routes.withdrawOvertime);
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const takeBack = () =>
    deed.mutate(
      { params: { id: overtime.id }, body: { reason } },
      {
        onSuccess: () => {
          setOpen(false);
          announce('申請を取り下げました');
        },
      },
    );
  return (
    <>
      <Button onPress={() => setOpen(true)} label={`${dayLabel(overtime.date)}の申請を取り下げる`}>
        取り下げる
      </Button>
      <Dialog title={`${dayLabel(overtime.date)}の申請を取り下げますか`} open={open} onClose={() => setOpen(false)}>
        <p>取り下げた申請は記録に残ります。所属長の決裁待ちから外れます。</p>
        <TextArea id={`reason-${overtime.id}`} label="理由" value={reason} onChange={setReason} maxLength={400} />
        <Refusal error={deed.error} />
        <div className="mt-5">
          <Button kind="solid" busy={deed.isPending} onPress={takeBack}>
            申請を取り下げる
          </Button>
        </div>
      </Dialog>
    </>
  );
}
