import type { LocalDate } from '@tokimori/law/time/civil';
import type { Minutes } from '@tokimori/law/time/minutes';
import type { OvertimeCategory, Span } from '@tokimori/law/working-time/types';
import type { OvertimeSubject } from './overtime-events.ts';
import type { DutyDateGround } from './overtime-span.ts';

/**
 * What the caps say to an order of this length, judged by the law before the deed is decided.
 * `over`: limits the month would break, with the minutes by which. `room`: minutes that keep every limit.
 */
export type CapJudgement = {
  readonly over: readonly { readonly limit: string; readonly by: Minutes }[];
  readonly room: Minutes | null;
  readonly latestUntil: Minutes | null;
  /** The month reaches 100:00 or an average of 2–6 months passes 80:00: the state of health must be confirmed first. */
  readonly healthCritical: boolean;
};

type ByHead = { readonly actor: string };

export type OvertimeCommand =
  | {
      readonly type: 'request';
      readonly actor: string;
      readonly staff: string;
      readonly dutyDate: LocalDate;
      readonly department: string;
      readonly from: Minutes;
      readonly until: Minutes;
      readonly category: OvertimeCategory;
      readonly work: string;
      readonly why: string;
      readonly ground: DutyDateGround;
    }
  | (ByHead & {
      readonly type: 'order';
      readonly until?: Minutes;
      readonly category?: OvertimeCategory;
      readonly note: string;
      readonly healthConfirmed: boolean;
      readonly ground: DutyDateGround;
      readonly exceptionalCategories: readonly OvertimeCategory[];
      readonly caps: CapJudgement;
    })
  | (ByHead & {
      readonly type: 'startOrder';
      readonly staff: string;
      readonly dutyDate: LocalDate;
      readonly department: string;
      readonly from: Minutes;
      readonly until: Minutes;
      readonly category: OvertimeCategory;
      readonly work: string;
      readonly note: string;
      readonly healthConfirmed: boolean;
      readonly ground: DutyDateGround;
      readonly exceptionalCategories: readonly OvertimeCategory[];
      readonly caps: CapJudgement;
    })
  | (ByHead & { readonly type: 'return' | 'reject' | 'revoke'; readonly note: string })
  | { readonly type: 'withdraw'; readonly actor: string; readonly reason: string }
  | (ByHead & {
      readonly type: 'confirm';
      readonly from?: Minutes;
      readonly until?: Minutes;
      readonly note: string;
      readonly ground: DutyDateGround;
      /** Stays of the duty date by the objective record (打刻、なければパソコンの記録), corrections included. */
      readonly presence: readonly Span[];
    })
  | {
      readonly type: 'import';
      readonly subject: OvertimeSubject;
      readonly allowance: number | null;
      readonly source: string;
    };

/** One kind of command. */
export type CommandOf<T extends OvertimeCommand['type']> = Extract<OvertimeCommand, { type: T }>;
