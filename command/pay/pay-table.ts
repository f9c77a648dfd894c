import type { Allowance, PayHours } from '@tokimori/law/pay/pay-types';
import { formatDuration } from '@tokimori/law/time/minutes';
import { allowanceNames } from '@tokimori/wording/pay';
import type { Language } from '../language.ts';
import { table } from '../output.ts';

const english: Readonly<Record<Allowance, string>> = {
  overtime: 'overtime',
  holiday: 'holiday work',
  night: 'night work',
};
const titles: Readonly<Record<Language, readonly string[]>> = {
  ja: ['手当', '割合', '実時間', '支給時間'],
  en: ['allowance', 'rate', 'exact', 'paid'],
};

/** Hours by class as a table for people, with what is beyond sixty hours below it. */
export function* payTable({ classes, beyondSixty, timeOffInLieu }: PayHours, language: Language): Generator<string> {
  const ja = language === 'ja';
  const names = ja ? allowanceNames : english;
  yield* table(
    titles[language].map((title, at) => ({ title, align: at === 0 ? 'left' : 'right' })),
    classes.map(({ allowance, rate, exact, paid }) => [
      names[allowance],
      `${rate}/100`,
      formatDuration(exact),
      ja ? `${paid} 時間` : `${paid} h`,
    ]),
  );
  const [over, off] = [formatDuration(beyondSixty), formatDuration(timeOffInLieu)];
  yield ja
    ? `60時間を超えた時間: ${over}、時間外勤務代休時間: ${off}\n`
    : `beyond sixty hours: ${over}, time off in lieu: ${off}\n`;
}
