import { formatDuration } from '@tokimori/law/time/minutes';
import { allottedLength } from './groups/days.ts';
import type { Words } from './kinds/kind.ts';
import type { Parameters, PlacedCheck } from './table.ts';

const across = (about: readonly string[], broken: (values: Parameters) => Words | undefined): PlacedCheck => ({
  path: [],
  about,
  broken: (values) => broken(values as Parameters),
});

/** What must hold between parameters of different groups. */
export const crossChecks: readonly PlacedCheck[] = [
  across(['allotment', 'hours.fullDay'], ({ allotment, hours: { fullDay } }) => {
    const length = allottedLength(allotment);
    return length === fullDay
      ? undefined
      : {
          ja: `割振り(休憩を除いて${formatDuration(length)})が、フルタイムの1日の勤務時間 hours.fullDay(${formatDuration(fullDay)})と合いません。`,
          en: `The allotment (${formatDuration(length)} without breaks) is not hours.fullDay (${formatDuration(fullDay)}).`,
        };
  }),
];
