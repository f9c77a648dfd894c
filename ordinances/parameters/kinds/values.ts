import { parseLocalDate } from '@tokimori/law/time/civil';
import { formatEraDate } from '@tokimori/law/time/eras';
import { formatDuration, type Minutes, parseDuration } from '@tokimori/law/time/minutes';
import { z } from 'zod';
import { type Kind, leaf, type Words } from './kind.ts';

const wholeNumber = z.number().int();

type Between = { readonly from: number; readonly through: number };

const quoted: Words = {
  ja: '単位のない数では読めません。',
  en: 'A bare number has no unit.',
};
const unquoted: Words = { ja: '引用符を付けずに書いてください。', en: 'Write it without quotation marks.' };

/** A length of time, or a point on a duty date: `h:mm` in the file, minutes elsewhere. Bounds in minutes, both inclusive. */
export function duration({ from, through }: Between): Kind<Minutes> {
  const [least, most] = [formatDuration(from), formatDuration(through)];
  return leaf<Minutes>({
    reads: (given) => {
      const minutes = typeof given === 'string' ? parseDuration(given) : undefined;
      return minutes !== undefined && minutes >= from && minutes <= through ? minutes : undefined;
    },
    stored: wholeNumber.min(0),
    says: formatDuration,
    writes: formatDuration,
    allowed: {
      ja: `"h:mm"(${least}〜${most})`,
      en: `"h:mm" (${least} to ${most})`,
    },
    hint: (given) => (typeof given === 'number' ? quoted : undefined),
  });
}

/** A whole number with its unit; bounds inclusive. */
export function count(unit: string, { from, through }: Between): Kind<number> {
  const reads = (given: unknown) =>
    typeof given === 'number' && Number.isInteger(given) && given >= from && given <= through ? given : undefined;
  return leaf<number>({
    reads,
    stored: wholeNumber,
    says: (value) => `${value.toLocaleString('ja-JP')}${unit}`,
    writes: (value) => value,
    allowed: {
      ja: `${from}〜${through} の整数(${unit})`,
      en: `a whole number from ${from} to ${through}`,
    },
    hint: (given) => (typeof given === 'string' && reads(Number(given)) !== undefined ? unquoted : undefined),
  });
}

export const percent = (bounds: Between = { from: 1, through: 100 }): Kind<number> => count('%', bounds);

/** Yes or no, each in the words of the page. */
export function flag(yes: string, no: string): Kind<boolean> {
  return leaf<boolean>({
    reads: (given) => (typeof given === 'boolean' ? given : undefined),
    stored: z.boolean(),
    says: (value) => (value ? yes : no),
    writes: (value) => value,
    allowed: { ja: `true(${yes})か false(${no})`, en: 'true or false' },
    hint: (given) =>
      typeof given === 'string' && /^(true|false|yes|no|on|off|はい|いいえ)$/i.test(given)
        ? {
            ja: '引用符を付けずに true か false と書いてください。',
            en: 'Write true or false without quotation marks.',
          }
        : undefined,
  });
}

/** One of a closed set of words of the law's code, each with the words of the page. A word without its wording does not compile. */
export function choice<T extends string>(words: Readonly<Record<T, string>>): Kind<T> {
  const names = Object.keys(words) as T[];
  return leaf<T>({
    reads: (given) => names.find((name) => name === given),
    stored: z.enum(names as [T, ...T[]]),
    says: (value) => words[value],
    writes: (value) => value,
    allowed: {
      ja: `${names.map((name) => `${name}(${words[name]})`).join('、')} のどれか`,
      en: `one of ${names.join(', ')}`,
    },
    hint: (given) => {
      const meant = names.find((name) => typeof given === 'string' && name.toLowerCase() === given.toLowerCase());
      return meant === undefined
        ? undefined
        : { ja: `大文字と小文字を ${meant} のとおりに書いてください。`, en: `Write ${meant}, in this case.` };
    },
  });
}

/** One of a few numbers, each with the words of the page. */
export function numberChoice<T extends number>(words: Readonly<Record<T, string>>): Kind<T> {
  const numbers = Object.keys(words).map(Number) as T[];
  const reads = (given: unknown) => numbers.find((number) => number === given);
  return leaf<T>({
    reads,
    stored: z.literal(numbers),
    says: (value) => words[value],
    writes: (value) => value,
    allowed: {
      ja: `${numbers.map((number) => `${number}(${words[number]})`).join('、')} のどれか`,
      en: `one of ${numbers.join(', ')}`,
    },
    hint: (given) => (typeof given === 'string' && reads(Number(given)) !== undefined ? unquoted : undefined),
  });
}

const weekdayNames: Readonly<Record<number, string>> = {
  0: '日',
  1: '月',
  2: '火',
  3: '水',
  4: '木',
  5: '金',
  6: '土',
};

/** A day of the week, 0 = Sunday. */
export const weekday: Kind<number> = {
  ...numberChoice(weekdayNames),
  stored: wholeNumber.min(0).max(6),
};

const MONTH_DAY = /^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
/** A year with a 29 February. */
const LEAP = '2024';

/** A day of every year, `MM-DD`. */
export const monthDay: Kind<string> = leaf<string>({
  reads: (given) =>
    typeof given === 'string' && MONTH_DAY.test(given) && parseLocalDate(`${LEAP}-${given}`) !== undefined
      ? given
      : undefined,
  stored: z.string().regex(MONTH_DAY),
  says: (text) => `${Number(text.slice(0, 2))}月${Number(text.slice(3))}日`,
  writes: (text) => text,
  allowed: { ja: '"MM-DD"(暦にある月日)', en: '"MM-DD", a day of the calendar' },
});

/** A day of the calendar, `YYYY-MM-DD`. */
export const date: Kind<string> = leaf<string>({
  reads: (given) => (typeof given === 'string' && parseLocalDate(given) !== undefined ? given : undefined),
  stored: z.string(),
  says: eraDateOf,
  writes: (text) => text,
  allowed: {
    ja: '"YYYY-MM-DD"(暦にある日付)',
    en: '"YYYY-MM-DD", a day of the calendar',
  },
});

/** 令和8年4月1日, from `YYYY-MM-DD`. */
export function eraDateOf(text: string): string {
  const day = parseLocalDate(text);
  return (day === undefined ? undefined : formatEraDate(day)) ?? text;
}

/** A short text: a name, a label, a code. */
/** Whether a text is of letters alone: no controls but line feeds and tabs, no halves of pairs, nothing that was lost in a conversion. */
export const isReadable = (text: string): boolean => !/[\p{Cs}\ufffd]|[^\P{Cc}\n\r\t]/u.test(text);

export function text(most: number): Kind<string> {
  return leaf<string>({
    reads: (given) =>
      typeof given === 'string' && given.trim() !== '' && [...given].length <= most && isReadable(given)
        ? given.trim()
        : undefined,
    stored: z.string(),
    says: (value) => value,
    writes: (value) => value,
    allowed: { ja: `${most}文字以内の文字`, en: `text of at most ${most} characters` },
    hint: (given) =>
      typeof given === 'number'
        ? { ja: '引用符で囲んでください。', en: 'Put it in quotation marks.' }
        : typeof given === 'string' && !isReadable(given)
          ? { ja: '読めない文字が入っています。打ち直してください。', en: 'It holds what is no letter.' }
          : undefined,
  });
}
