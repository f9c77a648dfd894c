import type { OvertimeView } from '@tokimori/contract/values';
import { dayAndClock, dayLabel, eraMonth, hm, span } from '@tokimori/wording/format';
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
import { categoryWords, overtimeLabels } from '../wording/words.ts';

/** Own requests and orders, newest first. */
export function RequestsPage() {
  const mine = useReading(routes.myOvertime, {});
  const { month } = calendarOf(useMe());
  return (
    <>
      <PageTitle
        facts="新しい順に100件まで"
        actions={
          <>
            <ButtonLink to={paths.support}>応援</ButtonLink>
            <ButtonLink kind="solid" to={paths.request()}>
              時間外勤務を申請する
            </ButtonLink>
          </>
        }
      >
        時間外勤務の申請
      </PageTitle>
      <Shown query={mine}>
        {({ overtime }) =>
          overtime.length === 0 ? (
            <Empty>申請はまだありません。申請すると、決裁の状態がここに出ます。</Empty>
          ) : (
            <RequestList overtime={overtime} month={month} />
          )
        }
      </Shown>
    </>
  );
}

/** This month and later in view; earlier months folded, each with its count. */
function RequestList({ overtime, month }: { readonly overtime: readonly OvertimeView[]; readonly month: string }) {
  const current = overtime.filter((o) => o.date >= month || o.state === 'requested');
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
          <RequestItem key={o.id} overtime={o} />
        ))}
      </ul>
      {[...earlier].map(([of, items]) => (
        <details key={of} className="border-b border-solid-gray-200">
          <summary className="flex min-h-12 cursor-pointer items-center font-700">
            {eraMonth(of)}({items.length}件)
          </summary>
          <ul>
            {items.map((o) => (
              <RequestItem key={o.id} overtime={o} />
            ))}
          </ul>
        </details>
      ))}
    </>
  );
}

function decisionWords(o: OvertimeView): string {
  if (o.decidedBy === null) return o.requestedAt === null ? '' : `${dayAndClock(o.requestedAt)} 申請`;
  return `${o.decidedAt === null ? '' : `${dayAndClock(o.decidedAt)} `}${o.decidedBy}${o.note === '' ? '' : `「${o.note}」`}`;
}

function RequestItem({ overtime: o }: { readonly overtime: OvertimeView }) {
  return (
    <li className="flex flex-col gap-x-5 gap-y-2 border-b border-solid-gray-200 py-4 wide:flex-row wide:items-center">
      <div className="w-36 shrink-0">
        <StatusLabel label={overtimeLabels[o.state]} />
      </div>
      <div className="min-w-0 flex-1">
        <h2 className="text-[1rem]">
          {dayLabel(o.date)} {o.from === null ? '' : span(o.from, o.until)}({hm(o.minutes)})
        </h2>
        <p>
          {categoryWords[o.category].name}・{o.work}
          {o.retroactive ? '(事後の命令)' : ''}
        </p>
        <p className="prose-small">
          申請番号 {o.number}・{decisionWords(o)}
        </p>
      </div>
      <div className="flex flex-wrap gap-3">
        {o.state === 'requested' && <Withdraw overtime={o} />}
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
