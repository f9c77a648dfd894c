import { type Holiday, type HolidayKind, holidaysOf, holidayYears } from '@tokimori/law/calendar/holidays';
import { civilOf, formatLocalDate, parseLocalDate, weekdayOf } from '@tokimori/law/time/civil';
import { systemClock, tokyoOf } from '@tokimori/server/runtime/clock';
import type { Command } from 'commander';
import type { Language, Words } from '../language.ts';
import { formatOf, print, type Surroundings, table } from '../output.ts';
import { InputRefused, WrongUsage } from '../refusal.ts';

const kinds: Readonly<Record<HolidayKind, Words>> = {
  national: { ja: '国民の祝日', en: 'national holiday' },
  substitute: { ja: '振替休日', en: 'substitute holiday' },
  betweenHolidays: { ja: '国民の休日', en: 'day between holidays' },
  special: { ja: '特別の休日', en: 'holiday by special act' },
};
const weekdays: Readonly<Record<Language, readonly string[]>> = {
  ja: ['日', '月', '火', '水', '木', '金', '土'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
};

/** The calendar year of the one who asks: from the second year after it the equinoxes are not gazetted. */
function askingYear(given: string | undefined): number {
  if (given === undefined) return civilOf(tokyoOf(systemClock.now()).day).year;
  const day = parseLocalDate(given);
  if (day === undefined) {
    throw new WrongUsage({
      ja: `--as-of の「${given}」は日付として読めません。2026-04-01 の形で指定してください。`,
      en: `--as-of takes a date such as 2026-04-01, not "${given}".`,
    });
  }
  return civilOf(day).year;
}

function yearOf(given: string): number {
  if (/^\d{4}$/.test(given)) return Number(given);
  throw new WrongUsage({
    ja: `「${given}」は年として読めません。2026 のように4桁の西暦で指定してください。`,
    en: `Give the year in four digits, such as 2026, not "${given}".`,
  });
}

/** @throws InputRefused outside the years for which the rules are kept */
function holidaysIn(year: number, asking: number): readonly Holiday[] {
  const days = holidaysOf(year, asking);
  if (days !== undefined) return days;
  const { from, through } = holidayYears;
  throw new InputRefused({ ja: `${year}年の休日は出せません。`, en: `The holidays of ${year} cannot be told.` }, [
    {
      why: {
        ja: `祝日法の規則を確かめてあるのは ${from}年から${through}年までです。`,
        en: `The rules are kept for ${from} to ${through}.`,
      },
      cure: {
        ja: `${from} から ${through} までの年を指定してください。`,
        en: `Give a year from ${from} to ${through}.`,
      },
    },
  ]);
}

function* asJson(year: number, days: readonly Holiday[]): Generator<string> {
  const provisional = days.some((day) => day.provisional);
  const holidays = days.map(({ day, name, kind }) => ({
    date: formatLocalDate(day),
    name,
    kind,
    ...(provisional ? { provisional } : {}),
  }));
  yield `${JSON.stringify({ year, ...(provisional ? { provisional } : {}), holidays }, null, 2)}\n`;
}

function* asTable(days: readonly Holiday[], language: Language): Generator<string> {
  const ja = language === 'ja';
  const titles = ja ? ['日付', '曜日', '名称', '種別'] : ['date', 'day', 'name', 'kind'];
  const rows = days.map(({ day, name, kind }) => [
    formatLocalDate(day),
    weekdays[language][weekdayOf(day)] ?? '',
    name,
    kinds[kind][language],
  ]);
  yield* table(
    titles.map((title) => ({ title, align: 'left' })),
    rows,
  );
  if (!days.some((day) => day.provisional)) return;
  yield ja
    ? '春分の日と秋分の日は官報で公表される前の見込みです。\n'
    : 'The equinox holidays are expected dates, not yet gazetted.\n';
}

/** `tokimori holidays YEAR`: 祝日法の休日 of a calendar year. Pure but for the year in which it is asked. */
export function addHolidays(program: Command, { language }: Surroundings): Command {
  const ja = language === 'ja';
  return program
    .command('holidays')
    .usage('YEAR [--format json|table]')
    .summary(ja ? '祝日法による休日を出す' : 'list the holidays of a year')
    .description(
      ja
        ? '1年の祝日法による休日(国民の祝日、振替休日、国民の休日)を、日付・名称・種別で出します。'
        : 'Lists the holidays of a calendar year under the Act on National Holidays: date, name, kind.',
    )
    .argument('<YEAR>', ja ? '西暦の年' : 'a calendar year')
    .option('--format <json|table>', ja ? '出力の形(既定は json)' : 'form of the output (json by default)')
    .option('--as-of <YYYY-MM-DD>', ja ? 'いつの時点で見るか(既定は今日)' : 'seen from this day (today by default)')
    .action(async (given: string, options: { format?: string; asOf?: string }) => {
      const format = formatOf(options.format);
      const year = yearOf(given);
      const days = holidaysIn(year, askingYear(options.asOf));
      await print(format === 'json' ? asJson(year, days) : asTable(days, language));
    });
}
