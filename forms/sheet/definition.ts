import type { Sheet } from '../spreadsheet.ts';
import type { Consequence, HandedIn } from './consequence.ts';
import type { Filled, Given, GivenPerson } from './given.ts';
import type { NoticeContent } from './notice.ts';

/** Who fills in, is handed to or decides; the posts behind them are the municipality's. The same words as in its measures. */
export type FormRole =
  | 'person'
  | 'subsectionChief'
  | 'manager'
  | 'director'
  | 'bureauHead'
  | 'laborOffice'
  | 'hr'
  | 'hrDirector'
  | 'generalAffairs'
  | 'health'
  | 'viceMayor'
  | 'union';

/** Holds while another field, by its key, is a word, or a length over some minutes. */
export type Condition = { readonly key: string } & ({ readonly is: string } | { readonly above: number });

type Base = {
  readonly id: string;
  readonly label: string;
  /** How to fill it in; shown above the field. */
  readonly hint?: string;
  readonly required: boolean;
  /** Asked for besides, once something else was filled in so (「その他」 asks for the reason in words). */
  readonly requiredWhen?: Condition;
  /** What stands there before anything was typed: from the records, or from the stage before. */
  readonly start?: string | readonly string[];
};
/** A field that a person fills in: one line, several lines, a day, one of some words, any of some words, a length as `h:mm`. */
export type Field =
  | (Base & {
      readonly kind: 'line' | 'text';
      readonly max: number;
      /** Words about somebody's health: not shown to everybody who reads the form (`sheet/health.ts`). */
      readonly health?: true;
    })
  | (Base & {
      readonly kind: 'date';
      /** It says on which day something was done: handed in, it is not later than today. */
      readonly past?: true;
    })
  | (Base & { readonly kind: 'hours' })
  | (Base & { readonly kind: 'choice' | 'checks'; readonly options: readonly string[] });

/** Fields that belong together. Keys of their values are `id` of the part and of the field, with a dot between. */
export type Part = {
  /** A short word; the 職員番号 where the part is about one person. */
  readonly id: string;
  readonly title: string;
  readonly about?: string;
  /** Who alone writes this part, of those who fill in the form; only they hand it in. */
  readonly by?: FormRole;
  readonly fields: readonly Field[];
};

/** What the records say, as the page shows it beside the fields. Cells are words; figures are aligned by the page. */
export type Shown = {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

/**
 * A post that the form passes after it was handed in, in order; its seal box on paper. With `onlyWhen` it is passed only by forms filled in so
 * (`routeOf` in `sheet/conditions.ts`).
 */
export type RouteStep = { readonly role: FormRole; readonly label: string; readonly onlyWhen?: Condition };
/** A seal box as it is printed: empty, or with who approved and when. */
export type Seal = {
  readonly label: string;
  readonly name: string;
  readonly on: string;
  /** How it was given, where not by the post alone: 紙の決裁 and who recorded it, 兼; empty or absent otherwise. */
  readonly note?: string;
};

/** A form of the case books: what it is about, what is typed into it, which way it takes, how it is printed. */
export type FormDefinition = {
  readonly key: string;
  readonly title: string;
  /** Whose practice it is. */
  readonly municipality: string;
  /** Where the original stands. */
  readonly source: string;
  readonly per: 'person' | 'section' | 'bureau' | 'city';
  /** Months after the running one for which it may be opened: 0 where it tells of a month that has begun. What a measure made due may always be. */
  readonly ahead: number;
  /**
   * It tells of a month as it ended: begun before, handed in once the month is over. What a measure of the municipality makes due within the month may be
   * handed in at once.
   */
  readonly closes?: 'monthOver';
  /** It is written by groups (係・班): the records offer those of the section. */
  readonly byGroups?: true;
  /** Who fills it in. 人事課 may on behalf of them. */
  readonly by: readonly FormRole[];
  /** The person concerned sees what was handed in (本人通知). */
  readonly shownToPerson?: boolean;
  /** Of whom it tells when it is opened by hand: of all, or of those for whom this holds. What a measure named goes first. */
  readonly concerns: 'all' | ((given: Given, person: GivenPerson) => boolean);
  readonly route: readonly RouteStep[];
  /** The form whose values, handed in for the same month and subject, are the stage before this one. */
  readonly earlier?: string;
  /** Of a form that is handed in as the prior notice of 特例業務: what it says as one. */
  readonly notice?: (given: Given, filled: Filled) => NoticeContent;
  readonly shown: (given: Given) => readonly Shown[];
  readonly parts: (given: Given) => readonly Part[];
  /** Hours that are typed but cannot be, as the records stand; told when it is handed in (`sheet/against-records.ts`). */
  readonly least?: (given: Given) => readonly LeastHours[];
  /** What follows when it is handed in, beside its route and the notice (`consequencesOf`). */
  readonly follows?: (handedIn: HandedIn) => readonly Consequence[];
  /** Place of the Typst template below `forms`. A document is `{ municipality, sheets }`, one sheet a form. */
  readonly template: string;
  readonly printed: (sheet: PrintedSheet) => object;
  /** Of a form that its municipality keeps as a sheet of a spreadsheet: the same as one. */
  readonly workbook?: (sheet: PrintedSheet) => Sheet;
};

/** A length that is typed and cannot be less than what was worked already. */
type LeastHours = {
  /** Key of the field. */
  readonly key: string;
  readonly minutes: number;
  /** What the records call it: これまでの時間外勤務. */
  readonly what: string;
};

/** What a print rests on. */
export type PrintedSheet = {
  readonly given: Given;
  readonly filled: Filled;
  /** Day on which it was handed in, `YYYY-MM-DD`; null for a draft. */
  readonly submittedOn: string | null;
  readonly seals: readonly Seal[];
};

/** Key of the value of a field. */
export const keyOf = (part: Pick<Part, 'id'>, field: Pick<Field, 'id'>): string => `${part.id}.${field.id}`;

/** What stands in a field: typed, or what it starts with. Empty when neither. */
export function valueAt(parts: readonly Part[], filled: Filled, key: string): string | readonly string[] {
  const typed = filled[key];
  if (typed !== undefined) return typed;
  for (const part of parts) {
    const field = part.fields.find((each) => keyOf(part, each) === key);
    if (field !== undefined) return field.start ?? (field.kind === 'checks' ? [] : '');
  }
  return '';
}

/** As `valueAt`, for a field of one text. */
export function textOf(parts: readonly Part[], filled: Filled, key: string): string {
  const value = valueAt(parts, filled, key);
  return typeof value === 'string' ? value : value.join('、');
}

/** Everything that stands in a form: typed, or what its fields start with. What is handed in is this. */
export function standing(parts: readonly Part[], filled: Filled): Filled {
  const starts = parts.flatMap((part) =>
    part.fields.flatMap((field) =>
      field.start === undefined || field.start.length === 0 ? [] : [[keyOf(part, field), field.start] as const],
    ),
  );
  return { ...Object.fromEntries(starts), ...filled };
}
