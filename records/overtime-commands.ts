import type { LocalDate } from '@tokimori/law/time/civil';
import type { Minutes } from '@tokimori/law/time/minutes';
import type { OvertimeCategory, Span } from '@tokimori/law/working-time/types';
import type { Capacity, DecisionGround, OvertimeSubject } from './overtime-events.ts';
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

type ByHead = { readonly actor: string; readonly capacity?: Capacity };

/** How far a 専決 or a limited 代決 reaches: all overtime of the person's duty date together, in minutes. */
export type MandateReach = { readonly limit: Minutes; readonly alreadyOrdered: Minutes };

type Ordering = {
  readonly note: string;
  readonly healthConfirmed: boolean;
  readonly ground: DutyDateGround;
  readonly exceptionalCategories: readonly OvertimeCategory[];
  readonly caps: CapJudgement;
  /** Minute of the duty date after which an order is 事後, if the work does not begin earlier. */
  readonly orderDeadline: Minutes;
  /**
   * Where the order is final: with the actor, as with any head (`own`); with the actor, to whom it moved up (`moved`); or with the one above,
   * so that the order becomes a first approval (`above`).
   */
  readonly finality: 'own' | 'moved' | 'above';
  /** 緊急: the order is given all the same, with a reason. */
  readonly emergency: boolean;
  readonly reach?: MandateReach;
};

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
  | (ByHead &
      Ordering & {
        readonly type: 'order';
        readonly until?: Minutes;
        readonly category?: OvertimeCategory;
        /** Why it is made shorter than asked for; then with a note. */
        readonly cutGround?: DecisionGround;
        /** It was asked for when the work had begun: the person said why, and the one who orders owes no reason besides. */
        readonly askedLate: boolean;
      })
  | (ByHead &
      Ordering & {
        readonly type: 'startOrder';
        readonly staff: string;
        readonly dutyDate: LocalDate;
        readonly department: string;
        readonly from: Minutes;
        readonly until: Minutes;
        readonly category: OvertimeCategory;
        readonly work: string;
      })
  | (ByHead & { readonly type: 'return'; readonly note: string })
  | (ByHead & { readonly type: 'revoke'; readonly note: string })
  | (ByHead & { readonly type: 'reject'; readonly note: string; readonly rejectGround: DecisionGround })
  | {
      readonly type: 'withdraw';
      readonly actor: string;
      /** 代理: for the person, who is told and may object. Then with a reason. */
      readonly onBehalf?: boolean;
      readonly reason: string;
    }
  | (ByHead & {
      readonly type: 'confirm';
      readonly from?: Minutes;
      readonly until?: Minutes;
      readonly note: string;
      readonly ground: DutyDateGround;
      /** Stays of the duty date by the objective record (打刻、なければパソコンの記録), corrections included. */
      readonly presence: readonly Span[];
      /** Why hours of the claim in which the person was present are not counted; then with a note. */
      readonly cutGround?: DecisionGround;
    })
  | (ByHead & {
      readonly type: 'correct';
      readonly from: Minutes;
      readonly until: Minutes;
      readonly note: string;
      readonly ground: DutyDateGround;
      readonly presence: readonly Span[];
      readonly cutGround?: DecisionGround;
    })
  | {
      readonly type: 'import';
      readonly subject: OvertimeSubject;
      readonly allowance: number | null;
      readonly source: string;
    };

/** One kind of command. */
export type CommandOf<T extends OvertimeCommand['type']> = Extract<OvertimeCommand, { type: T }>;
