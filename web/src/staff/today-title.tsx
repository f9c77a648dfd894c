import { clock, dayLabel, dayOnly, eraYear, hm, inJapan, minuteOfDuty } from '@tokimori/wording/format';
import { PageTitle } from '../components/section.tsx';
import type { TodayView } from './views.ts';

/** The title keeps the duty date of a night: 「26日の勤務(いま 25:10)」. */
export function TodayTitle({ view }: { readonly view: TodayView }) {
  const night = inJapan(view.now).date !== view.dutyDate;
  if (night)
    return (
      <PageTitle
        facts={eraYear(view.dutyDate)}
      >{`${dayOnly(view.dutyDate)}の勤務(いま ${hm(minuteOfDuty(view.now, view.dutyDate))})`}</PageTitle>
    );
  return (
    <PageTitle
      facts={`${eraYear(view.dutyDate)} いま ${clock(view.now)}`}
    >{`今日 ${dayLabel(view.dutyDate)}`}</PageTitle>
  );
}
