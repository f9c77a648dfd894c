import type { Confidence } from '@tokimori/law/decision/citation';
import { formatDuration, parseDuration } from '@tokimori/law/time/minutes';
import { z } from 'zod';
import { list, optional, orNone, record } from '../parameters/kinds/composites.ts';
import { type Kind, leaf } from '../parameters/kinds/kind.ts';
import { choice, count, text } from '../parameters/kinds/values.ts';
import {
  type Comparison,
  comparisons,
  confidences,
  type Deed,
  type DepartmentScope,
  deeds,
  departmentScopes,
  type Figure,
  figureNames,
  figures,
  type Listing,
  listings,
  type Moment,
  moments,
  type Role,
  roles,
  type StaffScope,
  type Subject,
  staffScopes,
  subjects,
} from './vocabulary.ts';

/** A figure and its bound: minutes, or a number of months for figures that count months. */
export type Bound = { readonly figure: Figure; readonly comparison: Comparison; readonly value: number };
/** A bound, and others that must hold with it. */
export type Condition = Bound & { readonly and?: readonly Bound[] | undefined };

/** Months after the month concerned and a day there (31 = its last), or days after what started it. */
export type Due = { readonly monthsAfter: number; readonly day: number } | { readonly days: number };

/** What follows: who does what, to whom, by when. */
export type Action = {
  readonly do: Deed;
  /** What it is about: the form's name, what the list holds, what the meeting decides. */
  readonly what: string;
  /** Key of a printed form, where there is one. */
  readonly form?: string | undefined;
  /** Of a list: what stands on it; each person where it is not told. */
  readonly lists?: Listing | undefined;
  readonly by: readonly Role[];
  readonly to: readonly Role[];
  readonly due: Due | null;
};

/** A measure of a municipality: when, for whom, what follows. */
export type Measure = {
  readonly id: string;
  readonly title: string;
  /** The document in which it stands, or 運用. */
  readonly source: string;
  readonly confidence: Confidence;
  readonly moment: Moment;
  /** Of `onDay` and `beforeMonth`: the day of the month. */
  readonly day: number | null;
  readonly per: Subject;
  readonly staff: StaffScope;
  readonly departments: DepartmentScope;
  /** Any of them; none = always. */
  readonly when: readonly Condition[];
  /**
   * Months in a row at whose end the conditions held, the month concerned included; then it comes to be due once, not again while they go on
   * holding. Absent: in every month.
   */
  readonly lasting?: number | undefined;
  readonly follows: readonly Action[];
};

/** A file of measures: one municipality's practice from a day on. */
export type MeasureSet = {
  readonly name: string;
  readonly about: string;
  readonly effectiveFrom: string;
  readonly measures: readonly Measure[];
};

/** How many of each a measure may have. */
export const most = { when: 6, and: 4, follows: 8, by: 8, to: 8 } as const;

/** The longest run of months of which a measure may ask. */
export const MOST_LASTING = 3;
/** The latest month of a deadline, counted from the month concerned. */
export const MOST_MONTHS_AFTER = 12;

const HOURS = /^\d{1,4}:[0-5]\d$/;
const figureWords = Object.fromEntries(figureNames.map((name) => [name, figures[name].title])) as Readonly<
  Record<Figure, string>
>;

/** A threshold: `"45:00"` for hours, a whole number for months. Whether it fits the figure is looked at beside it. */
const threshold: Kind<number> = leaf<number>({
  reads: (given) => {
    if (typeof given === 'number') return Number.isInteger(given) && given >= 0 && given <= 12 ? given : undefined;
    return typeof given === 'string' && HOURS.test(given) ? parseDuration(given) : undefined;
  },
  stored: z.number().int(),
  says: formatDuration,
  writes: formatDuration,
  allowed: { ja: '時間は引用符で囲んだ "h:mm"、回数は 0〜12 の整数', en: '"h:mm" for hours, 0 to 12 for a count' },
  hint: (given) =>
    typeof given === 'number'
      ? { ja: '時間なら "45:00" のように引用符で囲みます。', en: 'Hours are written "45:00".' }
      : undefined,
});

const parts = { figure: choice(figureWords), comparison: choice(comparisons), value: threshold };
/** Hours or a count, as the figure has it. */
const writeBound = ({ figure, comparison, value }: Bound) => ({
  figure,
  comparison,
  value: figures[figure].unit === 'count' ? value : formatDuration(value),
});
const bound: Kind<Bound> = { ...record<Bound>(parts, sayBound), writes: writeBound };
const condition: Kind<Condition> = {
  ...record<Condition>(
    { ...parts, and: optional(list(bound, { least: 1, most: most.and, repeats: true })) },
    sayCondition,
  ),
  writes: ({ and, ...first }) =>
    and === undefined ? writeBound(first) : { ...writeBound(first), and: and.map(writeBound) },
};

const due: Kind<Due> = leaf<Due>({
  reads: (given) => {
    const day = z
      .strictObject({ monthsAfter: z.int().min(0).max(MOST_MONTHS_AFTER), day: z.int().min(1).max(31) })
      .safeParse(given);
    if (day.success) return day.data;
    return z.strictObject({ days: z.int().min(0).max(366) }).safeParse(given).data;
  },
  stored: z.union([
    z.strictObject({ monthsAfter: z.number().int(), day: z.number().int() }),
    z.strictObject({ days: z.number().int() }),
  ]),
  says: (value) => sayDue(value),
  writes: (value) => value,
  allowed: {
    ja: '{ monthsAfter: 何か月後(0〜12)、day: 日(1〜31、31は末日) } か { days: 日数 }',
    en: '{ monthsAfter: n, day: n } or { days: n }',
  },
});

const action: Kind<Action> = record<Action>(
  {
    do: choice(deeds),
    what: text(80),
    form: optional(text(40)),
    lists: optional(choice(listings)),
    by: list(choice(roles), { most: most.by }),
    to: list(choice(roles), { most: most.to }),
    due: orNone(due),
  },
  ({ what }) => what,
);

const ID = /^[a-z][a-z0-9-]{1,39}$/;
const id: Kind<string> = leaf<string>({
  reads: (given) => (typeof given === 'string' && ID.test(given) ? given : undefined),
  stored: z.string(),
  says: (value) => value,
  writes: (value) => value,
  allowed: { ja: '英小文字で始まる英小文字・数字・ハイフン(2〜40文字)', en: 'lower-case letters, figures and hyphens' },
});

export const measureKind: Kind<Measure> = record<Measure>(
  {
    id,
    title: text(80),
    source: text(120),
    confidence: choice(confidences),
    moment: choice(moments),
    day: orNone(count('日', { from: 1, through: 31 })),
    per: choice(subjects),
    staff: choice(staffScopes),
    departments: choice(departmentScopes),
    when: list(condition, { most: most.when, repeats: true }),
    lasting: optional(count('か月', { from: 1, through: MOST_LASTING })),
    follows: list(action, { least: 1, most: most.follows, repeats: true }),
  },
  ({ title }) => title,
);

function sayBound({ figure, comparison, value }: Bound): string {
  const { title, unit } = figures[figure];
  const told = unit === 'minutes' ? formatDuration(value) : `${value}回`;
  return `${title}が ${told} ${comparisons[comparison]}`;
}

/** 「月の時間外勤務が 45:00 を超える」; with others: 「…、しかも…」. */
export function sayCondition({ and = [], ...first }: Condition): string {
  return [first, ...and].map(sayBound).join('、しかも');
}

/** 「翌々月」: a month so many months after the one concerned. */
export const sayMonthAfter = (months: number): string =>
  ({ [-1]: '前の月', 0: 'その月', 1: '翌月', 2: '翌々月' })[months] ?? `${months}か月後`;

/** 「翌々月の20日まで」; `ahead` months before: what is done for a month to come is told from that month. */
export function sayDue(value: Due, ahead = 0): string {
  if ('days' in value) return value.days === 0 ? 'その日のうち' : `${value.days}日以内`;
  return `${sayMonthAfter(value.monthsAfter - ahead)}の${value.day === 31 ? '末日' : `${value.day}日`}まで`;
}
