import type { DeadlineStepName } from '@tokimori/law/calendar/deadline';
import { eraDate } from './format.ts';
import type { Sentences, Told } from './sentence.ts';

const weekdayNames = ['日曜日', '月曜日', '火曜日', '水曜日', '木曜日', '金曜日', '土曜日'] as const;
const date = (t: Told, word: string): string => eraDate(t.w(word));

/** 「土曜日」 or 「月曜日、スポーツの日」. */
function whatDay(t: Told): string {
  const weekday = weekdayNames[t.n('weekday')] ?? '';
  return t.w('name') === '' ? weekday : `${weekday}、${t.w('name')}`;
}

const becauseWords: Readonly<Record<string, string>> = {
  byHours: '時をもって定めた期間であるため',
  ownProvision: '別段の定めがあるため',
};

/** Every sentence about a deadline and the closed days of the municipality. */
export const deadlineSentences: Sentences<DeadlineStepName> = {
  dayOpen: (t) => `${date(t, 'on')}は団体の休日でないため、期限はその日です。`,
  dayClosed: (t) => `${date(t, 'on')}(${whatDay(t)})は団体の休日です。`,
  deadlineMoved: (t) => `期限の${date(t, 'from')}が休日に当たるため、休日の翌日の${date(t, 'to')}を期限とみなします。`,
  deadlineStays: (t) =>
    `${date(t, 'on')}は休日ですが、${becauseWords[t.w('because')] ?? t.w('because')}、期限は動きません。`,
};
