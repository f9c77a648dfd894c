import type { LocalDate } from '@tokimori/law/time/civil';
import type { Minutes } from '@tokimori/law/time/minutes';
import type { OvertimeCategory } from '@tokimori/law/working-time/types';

/** What an overtime is about. `from`/`until` are minutes from 0:00 of the duty date, null when only a length is known. */
export type OvertimeSubject = {
  readonly staff: string;
  readonly dutyDate: LocalDate;
  readonly department: string;
  readonly from: Minutes | null;
  readonly until: Minutes | null;
  readonly minutes: Minutes;
  readonly category: OvertimeCategory;
  readonly work: string;
  readonly why: string;
};

/**
 * In whose place a deed was done: 代決 (`standIn`) or 専決 (`delegated`) of the head of a department, 代理 (`onBehalf`) of a head or of the
 * person. `for` is the 職員番号 of whom; null where the post was vacant. Absent: in one's own right.
 */
export type Capacity = { readonly as: 'standIn' | 'delegated' | 'onBehalf'; readonly for: string | null };

/**
 * Why a claim of hours is cut or turned down. The person is told. What is work by the guideline (準備・後始末, 手待ち, 義務の研修) is none of
 * them.
 */
export const decisionGrounds = ['ownStudy', 'break', 'noTask', 'byOthers', 'notNow', 'cap', 'other'] as const;
export type DecisionGround = (typeof decisionGrounds)[number];

/**
 * Grounds for work that is still to come: hours that were worked are not taken away because others might have done them, because they could have
 * waited, nor because of a limit (把握ガイドライン 4(3)エ: no bound on what is declared).
 */
export const groundsToCome: readonly DecisionGround[] = ['byOthers', 'notNow', 'cap'];

type Said = { readonly note: string; readonly capacity?: Capacity };
type Given = OvertimeSubject & {
  /** Limits over which the order goes; only exceptional work may. */
  readonly overLimits: readonly string[];
  readonly healthConfirmed: boolean;
  readonly note: string;
  readonly capacity?: Capacity;
  /** Why it is shorter than what was asked for. */
  readonly ground?: DecisionGround;
};

/** The journal of one overtime. Names are frozen: they are stored. */
export type OvertimeEvent =
  | { readonly kind: 'OvertimeRequested'; readonly data: OvertimeSubject }
  | {
      /** 課長の承認: the order itself is left to the head of the 部局 (承認者が上がる). */
      readonly kind: 'OvertimeFirstApproved';
      readonly data: Given;
    }
  | {
      readonly kind: 'OvertimeOrdered';
      readonly data: Given & {
        readonly retroactive: boolean;
        /** 緊急: ordered at once though the final approval of the month is that of the head of the 部局. */
        readonly emergency?: boolean;
      };
    }
  | { readonly kind: 'OvertimeReturned'; readonly data: Said }
  | { readonly kind: 'OvertimeRejected'; readonly data: Said & { readonly ground?: DecisionGround } }
  | { readonly kind: 'OvertimeWithdrawn'; readonly data: Said }
  | { readonly kind: 'OvertimeRevoked'; readonly data: Said }
  | {
      readonly kind: 'OvertimeConfirmed';
      readonly data: {
        readonly from: Minutes | null;
        readonly until: Minutes | null;
        readonly minutes: Minutes;
        readonly as: 'ordered' | 'worked';
        /** No order preceded the work. */
        readonly retroactive: boolean;
        readonly note: string;
        readonly capacity?: Capacity;
        /** Why minutes of the claim in which the person was present are not counted. */
        readonly ground?: DecisionGround;
      };
    }
  | {
      /** 実績の訂正: what was confirmed is put right, with what it was before. */
      readonly kind: 'OvertimeCorrected';
      readonly data: {
        readonly from: Minutes;
        readonly until: Minutes;
        readonly minutes: Minutes;
        readonly before: { readonly from: Minutes | null; readonly until: Minutes | null; readonly minutes: Minutes };
        readonly note: string;
        readonly capacity?: Capacity;
        readonly ground?: DecisionGround;
      };
    }
  | {
      readonly kind: 'OvertimeImported';
      readonly data: OvertimeSubject & { readonly allowance: number | null; readonly source: string };
    };

export type OvertimeStateName =
  | 'requested'
  /** 課長承認済み・部長の承認待ち: not yet an order. */
  | 'firstApproved'
  | 'ordered'
  | 'confirmed'
  | 'returned'
  | 'rejected'
  | 'withdrawn'
  | 'revoked';

/** One overtime as it stands after its events. */
export type Overtime = OvertimeSubject & {
  readonly state: OvertimeStateName;
  readonly retroactive: boolean;
  readonly allowance: number | null;
  readonly requestedBy: string | null;
  readonly requestedAt: Date | null;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  /** In whose place the last decision was taken; null = in one's own right. */
  readonly capacity: Capacity | null;
  /** 課長の承認 that went before the order. */
  readonly firstApproval: { readonly by: string; readonly at: Date; readonly capacity: Capacity | null } | null;
  readonly emergency: boolean;
  readonly ground: DecisionGround | null;
  readonly note: string;
};
