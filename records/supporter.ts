import { type Decided, type Recorded, refuse } from './recorded.ts';
import type { SupporterKind } from './support-events.ts';

/** Who offers to support other sections: kind, whose, what they can do, on which days. */
export type SupporterSubject = {
  readonly kind: SupporterKind;
  /** Of `staff`; null otherwise. */
  readonly staff: string | null;
  /** Section of the person, or the section itself; '' for the workstation. */
  readonly department: string;
  readonly skills: string;
  /** What days and hours suit, in words. */
  readonly availability: string;
};

export type SupporterEvent =
  | { readonly kind: 'SupporterRegistered'; readonly data: SupporterSubject }
  | { readonly kind: 'SupporterConsented'; readonly data: object }
  | { readonly kind: 'SupporterEnded'; readonly data: { readonly note: string } };

export type Supporter = SupporterSubject & {
  readonly state: 'proposed' | 'ready' | 'ended';
  readonly note: string;
};

export type SupporterCommand = { readonly actor: string } & (
  | { readonly type: 'register'; readonly subject: SupporterSubject }
  | { readonly type: 'consent' }
  | { readonly type: 'end'; readonly note: string }
);

const same = (a: SupporterSubject, b: SupporterSubject): boolean =>
  a.kind === b.kind &&
  a.staff === b.staff &&
  a.department === b.department &&
  a.skills === b.skills &&
  a.availability === b.availability;

/**
 * Decides a deed about one supporter. A staff member registers and waits for the head; a section is registered by its head and the workstation
 * by 人事課, which is the consent. Pure.
 */
export function decideSupporter(command: SupporterCommand, state: Supporter | null): Decided<SupporterEvent> {
  if (command.type === 'register') {
    if (state !== null) return same(state, command.subject) ? { events: [] } : refuse('supporter.id-taken');
    if (command.subject.skills.trim() === '') return refuse('supporter.skills-missing');
    return { events: [{ kind: 'SupporterRegistered', data: command.subject }] };
  }
  if (state === null) return refuse('supporter.not-found');
  if (command.type === 'end')
    return state.state === 'ended'
      ? { events: [] }
      : { events: [{ kind: 'SupporterEnded', data: { note: command.note } }] };
  if (state.state === 'ready') return { events: [] };
  if (state.state === 'ended') return refuse('supporter.ended');
  return state.staff === command.actor
    ? refuse('supporter.consent.own')
    : { events: [{ kind: 'SupporterConsented', data: {} }] };
}

/** The supporter after an event. */
export function evolveSupporter(state: Supporter | null, { event }: Recorded<SupporterEvent>): Supporter {
  if (event.kind === 'SupporterRegistered')
    return { ...event.data, state: event.data.kind === 'staff' ? 'proposed' : 'ready', note: '' };
  if (state === null) throw new Error(`${event.kind} before a registration`);
  return event.kind === 'SupporterConsented'
    ? { ...state, state: 'ready' }
    : { ...state, state: 'ended', note: event.data.note };
}
