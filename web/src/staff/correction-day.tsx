import type { DayView } from '@tokimori/contract/values';
import { dayLabel, hm } from '@tokimori/wording/format';
import { paths } from '../app/paths.ts';
import { axisUntil } from '../components/band-geometry.ts';
import { Banner } from '../components/banner.tsx';
import { ButtonLink } from '../components/button.tsx';
import { BandAxis, BandLegend, TimelineBand } from '../components/timeline-band.tsx';

/** The day as it is recorded. */
export function RecordedDay({ day }: { readonly day: DayView }) {
  const until = axisUntil([day]);
  const word = (minute: number | null) => (minute === null ? 'なし' : hm(minute));
  return (
    <section className="card" aria-label="いまの記録">
      <p>
        出勤 <strong>{word(day.firstIn)}</strong>・退勤 <strong>{word(day.lastOut)}</strong>
        {day.pcFirst === null && day.pcLast === null ? '' : `・PC ${word(day.pcFirst)}–${word(day.pcLast)}`}
      </p>
      <div className="mt-2">
        <BandAxis until={until} />
        <TimelineBand day={day} until={until} />
      </div>
      <div className="mt-2">
        <BandLegend
          items={[
            'allotment',
            'overtime',
            'presence',
            'pc',
            ...(day.discrepancy > 0 ? (['discrepancy'] as const) : []),
            ...(day.state === 'missingOut' || day.state === 'missingIn' ? (['missing'] as const) : []),
          ]}
        />
      </div>
    </section>
  );
}

/** What was reported, and what happens next. */
export function Reported({
  day,
  punch,
  decidesBy,
}: {
  readonly day: DayView;
  readonly punch: boolean;
  readonly decidesBy: string;
}) {
  return (
    <div className="mt-6 max-w-[50rem]">
      <Banner kind="done" title="届け出ました" heading="h1" role="status">
        {dayLabel(day.date)}の{punch ? '時刻の訂正' : '差異の理由'}
      </Banner>
      <h2 className="mt-6 text-[1.25rem]">このあと</h2>
      <ol className="list-decimal pl-6">
        <li>{decidesBy} が確かめます。</li>
        <li>
          {punch
            ? '認められると、届け出た時刻でこの日が計算し直されます。'
            : '勤務と認められた時間は時間外勤務になり、今月の合計と残り時間に入ります。'}
        </li>
        <li>
          {punch
            ? '認められないときは、わけが「今日」の画面に出ます。'
            : '勤務していたという届け出を所属長が認めないときは、人事課が調べて決めます。'}
        </li>
      </ol>
      <div className="mt-5 flex flex-wrap gap-3">
        <ButtonLink kind="solid" to={paths.today}>
          今日に戻る
        </ButtonLink>
        <ButtonLink to={paths.month(day.date.slice(0, 7))}>今月の勤務を見る</ButtonLink>
      </div>
    </div>
  );
}
