import { clock, dayLabel, hm, minuteOfDuty } from '@tokimori/wording/format';
import { useState } from 'react';
import { newId, useDeed, useReading } from '../api/queries.ts';
import * as routes from '../api/routes.ts';
import { announce } from '../app/announce.ts';
import { paths } from '../app/paths.ts';
import { Empty, Refusal, Shown } from '../app/states.tsx';
import { axisUntil } from '../components/band-geometry.ts';
import { Anchor, Button } from '../components/button.tsx';
import { DataTable } from '../components/data-table.tsx';
import { Dialog } from '../components/dialog.tsx';
import { Section } from '../components/section.tsx';
import { StatusLabel } from '../components/status-label.tsx';
import { TaskList } from '../components/task-list.tsx';
import { BandAxis, BandLegend, TimelineBand } from '../components/timeline-band.tsx';
import { UrgentThings } from '../entrance/urgent-things.tsx';
import { overtimeLabels, recordWords, sourceWords } from '../wording/words.ts';
import { DesignationNotices } from './designation-notices.tsx';
import { recordedAt } from './recorded-at.ts';
import { dueWords, taskOf } from './tasks.tsx';
import { TodayRemaining } from './today-remaining.tsx';
import { TodayTitle } from './today-title.tsx';
import type { TodayView } from './views.ts';

const recorded = { shape: 'check', tone: 'done', word: '記録済み' } as const;
/** An out-punch so soon after the in-punch is asked about. Minutes. */
const SOON = 30;

export function TodayPage() {
  const today = useReading(routes.today, {}, { refetchInterval: 30_000 });
  return (
    <Shown query={today} title="今日">
      {(view) => <Today view={view} />}
    </Shown>
  );
}

function Today({ view }: { readonly view: TodayView }) {
  const { tasks } = view;
  return (
    <>
      <TodayTitle view={view} />
      <DesignationNotices />
      <div className="grid gap-x-8 wide:grid-cols-[minmax(0,47fr)_minmax(0,25fr)]">
        <div>
          <PunchCard view={view} />
          <Section
            title={tasks.length === 0 ? 'すること' : `すること ${tasks.length}件`}
            aside={dueWords(tasks, view.dutyDate)}
          >
            <TaskList tasks={tasks.map((task, i) => taskOf(task, i === 0))} none="することはありません。" />
          </Section>
          <UrgentThings />
          <Pending view={view} />
        </div>
        <div className="mt-8 wide:row-span-2 wide:mt-0">
          <TodayRemaining view={view} />
        </div>
        <Records view={view} />
      </div>
    </>
  );
}

function PunchCard({ view }: { readonly view: TodayView }) {
  const { day } = view;
  const now = minuteOfDuty(view.now, view.dutyDate);
  const until = axisUntil([day]);
  return (
    <section aria-label="打刻" className="card">
      <div className="grid gap-4 wide:grid-cols-2">
        <div className="wide:border-r wide:border-solid-gray-420 wide:pr-4">
          <PunchHalf view={view} direction="in" now={now} />
        </div>
        <div>
          <PunchHalf view={view} direction="out" now={now} />
        </div>
      </div>
      {day.allotment === null && (
        <p className="mt-4">
          {day.holidayName === null ? '今日は週休日です。' : `今日は休日(${day.holidayName})です。`}
          勤務するときは打刻してください。
        </p>
      )}
      <div className="mt-5">
        <BandAxis until={until} />
        <TimelineBand day={day} until={until} now={now} tall />
        <div className="mt-2">
          <BandLegend
            items={[
              'allotment',
              ...(day.spans.some((s) => s.state !== 'requested') ? (['overtime'] as const) : []),
              ...(day.spans.some((s) => s.state === 'requested') ? (['requested'] as const) : []),
              'presence',
              'pc',
              ...(day.discrepancy > 0 ? (['discrepancy'] as const) : []),
            ]}
          >
            <li className="flex items-center gap-1.5">
              <span aria-hidden="true" className="keep-colours h-4 w-0.5 bg-red-900" />
              いま {hm(now)}
            </li>
          </BandLegend>
        </div>
      </div>
    </section>
  );
}

/** The device of the record that gave a time. */
function deviceOf(view: TodayView, minute: number): string {
  const record = view.records.find((r) => minuteOfDuty(r.occurredAt, view.dutyDate) === minute && r.source !== 'pc');
  if (record === undefined) return '';
  return record.device === '' ? sourceWords[record.source] : `${sourceWords[record.source]}(${record.device})`;
}

function PunchHalf({
  view,
  direction,
  now,
}: {
  readonly view: TodayView;
  readonly direction: 'in' | 'out';
  readonly now: number;
}) {
  const word = direction === 'in' ? '出勤' : '退勤';
  const at = recordedAt(view, direction);
  const answered = at !== null;
  return (
    <>
      <h2 className="font-400 text-[0.875rem]">{word}</h2>
      {answered ? (
        <>
          <p className="font-700 text-[2.75rem] leading-120">{hm(at)}</p>
          <p className="flex flex-wrap items-center gap-2 text-[0.875rem]">
            <StatusLabel label={recorded} />
            {deviceOf(view, at)}
          </p>
        </>
      ) : (
        <PunchButton view={view} direction={direction} now={now} />
      )}
      {answered && direction === 'out' && <PunchAgain />}
    </>
  );
}

/** Coming back after leaving: a second stay begins with another in-punch. */
function PunchAgain() {
  const punch = useDeed(routes.punchMyself);
  return (
    <div className="mt-2">
      <Button
        kind="text"
        size="small"
        busy={punch.isPending}
        onPress={() =>
          punch.mutate(
            { body: { id: newId(), direction: 'in' } },
            { onSuccess: (answer) => announce(`${clock(answer.occurredAt)} 出勤を記録しました`) },
          )
        }
      >
        もう一度、出勤を打刻する
      </Button>
      <Refusal error={punch.error} />
    </div>
  );
}

function PunchButton({
  view,
  direction,
  now,
}: {
  readonly view: TodayView;
  readonly direction: 'in' | 'out';
  readonly now: number;
}) {
  const punch = useDeed(routes.punchMyself);
  // The same id until the answer has come: a double press is the same punch.
  const [id, setId] = useState(newId);
  const [asking, setAsking] = useState(false);
  const { day } = view;
  const word = direction === 'in' ? '出勤' : '退勤';
  const since = day.firstIn === null ? null : now - day.firstIn;
  const solid = direction === 'in' ? day.firstIn === null : day.firstIn !== null && now >= (day.allotment?.until ?? 0);
  const record = () => {
    setAsking(false);
    punch.mutate(
      { body: { id, direction } },
      {
        onSuccess: (answer) => {
          announce(`${clock(answer.occurredAt)} ${word}を記録しました`);
          setId(newId());
        },
      },
    );
  };
  const press = () =>
    direction === 'out' && since !== null && since >= 0 && since < SOON ? setAsking(true) : record();
  return (
    <div className="mt-1">
      <Button kind={solid ? 'solid' : 'outlined'} size="large" wide busy={punch.isPending} onPress={press}>
        {word}を打刻する
      </Button>
      <p className="prose-small mt-1.5">
        {punch.isPending
          ? '記録しています。'
          : direction === 'out' && day.allotment !== null
            ? `今日の割振りは ${hm(day.allotment.until)} までです。カードでも打刻できます。`
            : 'カードでも打刻できます。'}
      </p>
      <Refusal error={punch.error} />
      <Dialog title={`出勤から${since ?? 0}分です。退勤を打刻しますか`} open={asking} onClose={() => setAsking(false)}>
        <p className="mt-2">打刻は取り消せません。まちがえたときは、訂正を届け出ます。</p>
        <div className="mt-5 flex flex-wrap gap-3">
          <Button kind="solid" onPress={record}>
            退勤を打刻する
          </Button>
          <Button onPress={() => setAsking(false)}>打刻しない</Button>
        </div>
      </Dialog>
    </div>
  );
}

function Pending({ view }: { readonly view: TodayView }) {
  if (view.pending.length === 0) return null;
  return (
    <Section title="これからの時間外勤務" aside={<Anchor to={paths.requests}>申請をすべて見る</Anchor>}>
      <ul>
        {view.pending.map((o) => (
          <li key={o.id} className="flex flex-wrap items-center gap-x-3 border-b border-solid-gray-200 py-2.5">
            <StatusLabel label={overtimeLabels[o.state]} />
            <span className="font-700">{o.date === view.dutyDate ? '今日' : dayLabel(o.date)}</span>
            <span>
              {o.from === null || o.until === null ? hm(o.minutes) : `${hm(o.from)}–${hm(o.until)}(${hm(o.minutes)})`}
            </span>
            <span className="min-w-0">{o.work}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Records({ view }: { readonly view: TodayView }) {
  return (
    <Section title="今日の記録" aside="打刻は書き換えられません。直すときは訂正を届け出ます。">
      {view.records.length === 0 ? (
        <Empty>今日の記録はまだありません。打刻やPCの使用があると、ここに出ます。</Empty>
      ) : (
        <DataTable caption={`${dayLabel(view.dutyDate)}の記録`} className="mt-3">
          <thead>
            <tr>
              <th scope="col" className="number">
                時刻
              </th>
              <th scope="col">内容</th>
              <th scope="col">記録したもの</th>
              <th scope="col">状態</th>
            </tr>
          </thead>
          <tbody>
            {view.records.map((r) => (
              <tr key={`${r.occurredAt}-${r.source}-${r.direction}`}>
                <td className="number">{hm(minuteOfDuty(r.occurredAt, view.dutyDate))}</td>
                <td>{recordWords(r.source, r.direction)}</td>
                <td>
                  {[sourceWords[r.source], r.device].filter((w, i, all) => w !== '' && all.indexOf(w) === i).join(' ')}
                </td>
                <td>
                  <StatusLabel label={recorded} />
                </td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      )}
      <p className="mt-3">
        <Anchor to={paths.correction(view.dutyDate, 'punch')}>時刻の訂正を届け出る</Anchor>
      </p>
    </Section>
  );
}
