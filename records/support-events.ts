import type { LocalDate } from '@tokimori/law/time/civil';
import type { Minutes } from '@tokimori/law/time/minutes';

/** Who supports: one of the staff, a whole section, or “わくわく” (障害者ワークステーション). */
export type SupporterKind = 'staff' | 'section' | 'workstation';

/** A request for support (登録型応援制度): the work, the days, the hours of a day, how many people, what they should know. */
export type SupportSubject = {
  readonly department: string;
  readonly work: string;
  readonly skills: string;
  readonly from: LocalDate;
  /** Inclusive. */
  readonly through: LocalDate;
  /** Hours of each day, minutes from 0:00. */
  readonly fromMinute: Minutes;
  readonly untilMinute: Minutes;
  readonly people: number;
};

/** Support given on a day: minutes of all people together. Only what the asking head confirmed counts. */
export type SupportDay = {
  readonly date: LocalDate;
  readonly minutes: Minutes;
  readonly confirmed: boolean;
};

/** A supporter for a request: offered by their own side or chosen by 人事課 (agreed at once). */
export type SupportMatch = {
  readonly id: string;
  readonly supporter: string;
  /** Section that gives the support; '' for the workstation. */
  readonly department: string;
  /** Number of the staff member; null for a section or the workstation. */
  readonly staff: string | null;
  readonly people: number;
  readonly state: 'offered' | 'agreed' | 'declined';
  readonly by: 'offer' | 'hr';
  readonly days: readonly SupportDay[];
};

type MatchSubject = Pick<SupportMatch, 'id' | 'supporter' | 'department' | 'staff' | 'people'>;
type Hours = { readonly match: string; readonly date: LocalDate; readonly minutes: Minutes };

export type SupportEvent =
  | { readonly kind: 'SupportRequested'; readonly data: SupportSubject }
  | { readonly kind: 'SupportClosed'; readonly data: { readonly note: string } }
  | { readonly kind: 'SupportOffered' | 'SupportAssigned'; readonly data: MatchSubject }
  | { readonly kind: 'SupportAccepted'; readonly data: { readonly match: string } }
  | { readonly kind: 'SupportDeclined'; readonly data: { readonly match: string; readonly note: string } }
  | { readonly kind: 'SupportHoursEntered' | 'SupportHoursConfirmed'; readonly data: Hours };

export type SupportRequest = SupportSubject & {
  readonly state: 'open' | 'closed';
  readonly note: string;
  readonly matches: readonly SupportMatch[];
};

export type SupportCommand = { readonly actor: string } & (
  | { readonly type: 'request'; readonly subject: SupportSubject }
  | { readonly type: 'close'; readonly note: string }
  | { readonly type: 'offer'; readonly match: MatchSubject; readonly supporterReady: boolean }
  | { readonly type: 'assign'; readonly match: MatchSubject; readonly supporterReady: boolean }
  | { readonly type: 'accept'; readonly match: string }
  | { readonly type: 'decline'; readonly match: string; readonly note: string }
  | { readonly type: 'enterHours'; readonly match: string; readonly date: LocalDate; readonly minutes: Minutes }
  | { readonly type: 'confirmHours'; readonly match: string; readonly dates: readonly LocalDate[] }
);
export type SupportCommandOf<T extends SupportCommand['type']> = Extract<SupportCommand, { type: T }>;
