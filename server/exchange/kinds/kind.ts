import type { ImportKind } from '@tokimori/contract/imports';
import type { EpochDay } from '@tokimori/law/time/civil';
import type { MonthIndex } from '@tokimori/law/time/months';
import type { Parameters } from '@tokimori/ordinances/schema';
import type { Tx } from '../../store/tenant.ts';
import type { Column } from '../rows/columns.ts';
import type { RowReader } from '../rows/row-reader.ts';

/** Why a line, or one field of it, is not taken in. Sentences are made in `wording.ts`. */
export type LineRefusal = { readonly field: string; readonly value: string; readonly code: string };

/** What everything is read and written with. */
export type Reading = {
  /** Where the clock stands. */
  readonly now: Date;
  readonly today: EpochDay;
  readonly fileName: string;
  /** Who takes the file in (login), carried into the journal. */
  readonly startedBy: string;
  /** The municipal parameters in force on a day. */
  readonly parameters: (tx: Tx, on: EpochDay) => Promise<Parameters>;
};

/** What becomes of a line that could be read. */
export type Judgement =
  | { readonly state: 'new' | 'unchanged' }
  | { readonly state: 'refused'; readonly refusal: LineRefusal };

/** Whom and which days a fact touches. */
export type Touched = {
  readonly staff: string | null;
  readonly first: EpochDay | null;
  readonly last: EpochDay | null;
};

/** One kind of file: its columns, how a line becomes a fact, how facts are judged, written and shown. */
export type Kind<Fact> = {
  readonly kind: ImportKind;
  readonly columns: readonly Column[];
  /** Sets of fields of which one must be complete. */
  readonly alternatives: readonly (readonly string[])[];
  /** Lines of one transaction. */
  readonly chunkLines: number;
  /** Pure. Undefined when the row was refused (the reader holds why). */
  readonly read: (row: RowReader, reading: Reading) => Fact | undefined;
  /** Compares with what is known: references, duplicates. One judgement for each fact, in order. */
  readonly judge: (tx: Tx, facts: readonly Fact[], reading: Reading) => Promise<Judgement[]>;
  /** Writes facts judged `new`, with their journal, projections and stale days. */
  readonly write: (tx: Tx, facts: readonly Fact[], reading: Reading) => Promise<void>;
  /** Months for which partitions of punches must exist before the transaction begins. */
  readonly months: (fact: Fact) => readonly MonthIndex[];
  readonly touched: (fact: Fact) => Touched;
  /** The fact as it will be stored, for the eye. `names`: 氏名 by 職員番号. */
  readonly show: (fact: Fact, names: ReadonlyMap<string, string>) => Readonly<Record<string, string>>;
};

export const fresh: Judgement = { state: 'new' };
export const unchanged: Judgement = { state: 'unchanged' };
export const refused = (field: string, value: string, code: string): Judgement => ({
  state: 'refused',
  refusal: { field, value, code },
});
