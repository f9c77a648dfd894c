/** What the records tell a form: it is filled in from here, and only what a person has to judge is typed. Durations are whole minutes. */
export type Given = {
  readonly municipality: string;
  /** The month concerned, `YYYY-MM`. */
  readonly month: string;
  /** The day on which the figures were read, `YYYY-MM-DD`. */
  readonly on: string;
  /** 所属 in full (市民部 保険年金課); empty for a form of the whole body or a 部局. */
  readonly section: string;
  /** 部局; empty for a form of the whole body. */
  readonly bureau: string;
  /** Post and name of the head of the section (of the 部局 where the form is the 部局's); null while there is none. */
  readonly head: { readonly post: string; readonly name: string } | null;
  /** Those whom the form is about, by 職員番号. */
  readonly people: readonly GivenPerson[];
  /** What was handed in at the stage before (事前届出 before 事後検証); null when there is none. */
  readonly earlier: { readonly on: string; readonly filled: Filled } | null;
  /** Prior notices of 特例業務 in force for the month concerned, of a form that is handed in as one; absent for the others. */
  readonly notices?: readonly GivenNotice[];
  /** Groups (係・班) of the section, of a form that is written by groups; absent for the others. */
  readonly groups?: readonly string[];
};

/** A prior notice of 特例業務 as the register has it. */
export type GivenNotice = {
  readonly task: string;
  /** Expected 特例業務 by month. Minutes. */
  readonly expected: readonly { readonly month: string; readonly minutes: number }[];
  readonly staffing: string;
  readonly unavoidable: string;
  readonly reduction: string;
  readonly health: string;
};

/** One month of a person; null where nothing is known of it. `presence` is 超過在席時間. */
export type GivenMonth = {
  readonly month: string;
  readonly total: number | null;
  readonly exceptional: number | null;
  readonly presence: number | null;
};

export type GivenPerson = {
  readonly staff: string;
  readonly name: string;
  readonly post: string;
  /** 所属 down to the 係. */
  readonly section: string;
  readonly managerial: boolean;
  /** 他律的業務の比重が高い部署 in the month concerned. */
  readonly externallyDriven: boolean;
  /** The twelve months of the fiscal year before, then those of the running one; months to come are null. */
  readonly months: readonly GivenMonth[];
  /** The highest mean of two to six months that end in the month concerned; null while none is known. */
  readonly average: { readonly months: number; readonly minutes: number } | null;
  /** Expected at the end of the month concerned; null once it is over. */
  readonly forecast: number | null;
  /** The upper bounds that the month concerned is over, as words: 月45時間, 2か月平均80時間. As judged by the records. */
  readonly over: readonly string[];
  /** What the overtime of the month was worked for, the longest first, at most five. */
  readonly works: readonly { readonly work: string; readonly minutes: number; readonly exceptional: boolean }[];
};

/** What was typed: a text by the key of its field, chosen words as a list. */
export type Filled = Readonly<Record<string, string | readonly string[]>>;

/** The month concerned of a person. */
export const monthOf = (given: Pick<Given, 'month'>, person: GivenPerson): GivenMonth =>
  person.months.find(({ month }) => month === given.month) ?? {
    month: given.month,
    total: null,
    exceptional: null,
    presence: null,
  };

/** The twelve months of the fiscal year concerned. */
export const yearOf = (person: GivenPerson): readonly GivenMonth[] => person.months.slice(12);
/** The twelve months of the fiscal year before. */
export const lastYearOf = (person: GivenPerson): readonly GivenMonth[] => person.months.slice(0, 12);

/** Overtime of the fiscal year through the month concerned; months that are not known count nothing. */
export const cumulative = (given: Pick<Given, 'month'>, person: GivenPerson): number =>
  yearOf(person).reduce((sum, { month, total }) => (month <= given.month ? sum + (total ?? 0) : sum), 0);

/** Months of the fiscal year, through the month concerned, with more than 45 hours. */
export const monthsOver45 = (given: Pick<Given, 'month'>, person: GivenPerson): number =>
  yearOf(person).filter(({ month, total }) => month <= given.month && (total ?? 0) > 45 * 60).length;
