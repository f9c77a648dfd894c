/** What was typed into a form: a text by the key of its field, chosen words as a list. */
export type FilledValues = Readonly<Record<string, string | readonly string[]>>;

/** Who decided on paper, as the recorder tells it, and on which day (`YYYY-MM-DD`). */
export type PaperDecision = { readonly by: string; readonly on: string };

/** How a post was passed: in its own right, on paper, or because nobody holds it (欠). */
export type Passing = {
  /** 人事課 records an approval given on paper: `by` is the recorder, not the approver. */
  readonly forPost: boolean;
  /** Who approved on paper; absent for one that was recorded before this was asked. */
  readonly paper?: PaperDecision;
  /** The post before this one, which the same person holds and gave too (兼). */
  readonly also?: string;
  /** Nobody holds the post: it is passed without an approval (欠). */
  readonly vacant?: true;
};
/** An approval of one post, with who gave it and when. */
export type Stamp = Passing & { readonly label: string; readonly by: string; readonly at: Date };

export type FormSheetEvent =
  | { readonly kind: 'FormSubmitted'; readonly data: { readonly filled: FilledValues; readonly given: object } }
  | { readonly kind: 'FormStamped'; readonly data: { readonly step: number; readonly label: string } & Passing }
  | {
      readonly kind: 'FormReturned' | 'FormReopened';
      readonly data: { readonly step: number; readonly label: string };
    };

/** 様式 on its way: written, handed in, passing the posts of its route, returned or received. */
export type FormSheet = {
  readonly state: 'draft' | 'submitted' | 'returned' | 'accepted';
  /** Place in the route that is awaited, from 0. */
  readonly step: number;
  readonly stamps: readonly Stamp[];
  readonly submittedBy: string | null;
  readonly submittedAt: Date | null;
  /** Why it was returned last; empty when it was not. */
  readonly note: string;
};

export const blankSheet: FormSheet = {
  state: 'draft',
  step: 0,
  stamps: [],
  submittedBy: null,
  submittedAt: null,
  note: '',
};
