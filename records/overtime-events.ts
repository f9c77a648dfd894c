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

/** The journal of one overtime. Names are frozen: they are stored. */
export type OvertimeEvent =
  | { readonly kind: 'OvertimeRequested'; readonly data: OvertimeSubject }
  | {
      readonly kind: 'OvertimeOrdered';
      readonly data: OvertimeSubject & {
        readonly retroactive: boolean;
        /** Limits over which the order goes; only exceptional work may. */
        readonly overLimits: readonly string[];
        readonly healthConfirmed: boolean;
        readonly note: string;
      };
    }
  | { readonly kind: 'OvertimeReturned'; readonly data: { readonly note: string } }
  | { readonly kind: 'OvertimeRejected'; readonly data: { readonly note: string } }
  | { readonly kind: 'OvertimeWithdrawn'; readonly data: { readonly note: string } }
  | { readonly kind: 'OvertimeRevoked'; readonly data: { readonly note: string } }
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
      };
    }
  | {
      readonly kind: 'OvertimeImported';
      readonly data: OvertimeSubject & { readonly allowance: number | null; readonly source: string };
    };

export type OvertimeStateName =
  | 'requested'
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
  readonly note: string;
};
