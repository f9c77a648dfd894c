import { type LocalDate, parseLocalDate } from '@tokimori/law/time/civil';
import { type Decided, type Moment, type Recorded, refuse } from './recorded.ts';
import type {
  SupportCommandOf as Of,
  SupportCommand,
  SupportDay,
  SupportEvent,
  SupportMatch,
  SupportRequest,
  SupportSubject,
} from './support-events.ts';

type Answer = Decided<SupportEvent>;

const NOTHING: Answer = { events: [] };
const one = (event: SupportEvent): Answer => ({ events: [event] });
const dayOf = (date: LocalDate): number => parseLocalDate(date) ?? Number.NaN;
const A_DAY = 1440;

/** Decides a deed about one request for support, with its supporters and their hours. Pure. */
export function decideSupport(command: SupportCommand, state: SupportRequest | null, now: Moment): Answer {
  if (command.type === 'request') return request(command, state);
  if (state === null) return refuse('support.not-found');
  switch (command.type) {
    case 'close':
      return state.state === 'closed' ? NOTHING : one({ kind: 'SupportClosed', data: { note: command.note } });
    case 'offer':
    case 'assign':
      return match(command, state);
    case 'accept':
      return accept(command, state);
    case 'decline':
      return decline(command, state);
    case 'enterHours':
      return enterHours(command, state, now);
    case 'confirmHours':
      return confirmHours(command, state);
  }
}

const sameSubject = (a: SupportSubject, b: SupportSubject): boolean =>
  a.department === b.department &&
  a.work === b.work &&
  a.skills === b.skills &&
  a.from === b.from &&
  a.through === b.through &&
  a.fromMinute === b.fromMinute &&
  a.untilMinute === b.untilMinute &&
  a.people === b.people;

function request({ subject }: Of<'request'>, state: SupportRequest | null): Answer {
  if (state !== null) return sameSubject(state, subject) ? NOTHING : refuse('support.id-taken');
  if (subject.work.trim() === '') return refuse('support.work-missing');
  if (dayOf(subject.through) < dayOf(subject.from)) return refuse('support.through-before-from');
  if (subject.untilMinute <= subject.fromMinute) return refuse('support.until-before-from');
  return one({ kind: 'SupportRequested', data: subject });
}

const standing = ({ state }: SupportMatch): boolean => state !== 'declined';

/** An offer waits for the asking head; what 人事課 assigns is agreed. A section does not support itself. */
function match({ type, match: asked, supporterReady }: Of<'offer' | 'assign'>, state: SupportRequest): Answer {
  const known = state.matches.find(({ id }) => id === asked.id);
  if (known !== undefined) return known.supporter === asked.supporter ? NOTHING : refuse('support.id-taken');
  if (state.state === 'closed') return refuse('support.closed');
  if (!supporterReady) return refuse('support.supporter-not-ready');
  if (asked.department === state.department) return refuse('support.own-section');
  if (state.matches.some((each) => each.supporter === asked.supporter && standing(each)))
    return refuse('support.matched-already');
  return one({ kind: type === 'offer' ? 'SupportOffered' : 'SupportAssigned', data: asked });
}

function accept(command: Of<'accept'>, state: SupportRequest): Answer {
  const found = state.matches.find(({ id }) => id === command.match);
  if (found === undefined) return refuse('support.match-not-found');
  if (found.state === 'agreed') return NOTHING;
  if (found.state === 'declined') return refuse('support.declined-already');
  return state.state === 'closed'
    ? refuse('support.closed')
    : one({ kind: 'SupportAccepted', data: { match: found.id } });
}

/** An offer is declined, or an agreed match ended, as long as no hours stand in it. */
function decline({ match: id, note }: Of<'decline'>, state: SupportRequest): Answer {
  const found = state.matches.find((each) => each.id === id);
  if (found === undefined) return refuse('support.match-not-found');
  if (found.state === 'declined') return NOTHING;
  if (found.days.some(({ minutes }) => minutes > 0)) return refuse('support.has-hours');
  return note.trim() === ''
    ? refuse('support.decline.note-missing')
    : one({ kind: 'SupportDeclined', data: { match: id, note } });
}

/** Hours of a day that is not to come, within the days asked for; what is confirmed stays. No more than whole days of the people. */
function enterHours({ match: id, date, minutes }: Of<'enterHours'>, state: SupportRequest, now: Moment): Answer {
  const found = state.matches.find((each) => each.id === id);
  if (found === undefined) return refuse('support.match-not-found');
  if (found.state !== 'agreed') return refuse('support.hours.not-agreed');
  const day = dayOf(date);
  if (!(day >= dayOf(state.from) && day <= dayOf(state.through))) return refuse('support.hours.outside-period');
  if (day > now.day) return refuse('support.hours.to-come');
  if (minutes < 0 || minutes > A_DAY * found.people) return refuse('support.hours.too-long', { most: found.people });
  const known = found.days.find((each) => each.date === date);
  if (known?.minutes === minutes || (known === undefined && minutes === 0)) return NOTHING;
  if (known?.confirmed === true) return refuse('support.hours.confirmed');
  return one({ kind: 'SupportHoursEntered', data: { match: id, date, minutes } });
}

/** The asking head confirms days as they were entered. */
function confirmHours({ match: id, dates }: Of<'confirmHours'>, state: SupportRequest): Answer {
  const found = state.matches.find((each) => each.id === id);
  if (found === undefined) return refuse('support.match-not-found');
  const events: SupportEvent[] = [];
  for (const date of new Set(dates)) {
    const known = found.days.find((each) => each.date === date);
    if (known === undefined) return refuse('support.hours.not-entered', {}, { date });
    if (!known.confirmed)
      events.push({ kind: 'SupportHoursConfirmed', data: { match: id, date, minutes: known.minutes } });
  }
  return { events };
}

/** The request after an event. */
export function evolveSupport(state: SupportRequest | null, { event }: Recorded<SupportEvent>): SupportRequest {
  if (event.kind === 'SupportRequested') return { ...event.data, state: 'open', note: '', matches: [] };
  if (state === null) throw new Error(`${event.kind} before a request`);
  const on = (id: string, change: (match: SupportMatch) => SupportMatch): SupportRequest => ({
    ...state,
    matches: state.matches.map((each) => (each.id === id ? change(each) : each)),
  });
  switch (event.kind) {
    case 'SupportClosed':
      return { ...state, state: 'closed', note: event.data.note };
    case 'SupportOffered':
      return { ...state, matches: [...state.matches, { ...event.data, state: 'offered', by: 'offer', days: [] }] };
    case 'SupportAssigned':
      return { ...state, matches: [...state.matches, { ...event.data, state: 'agreed', by: 'hr', days: [] }] };
    case 'SupportAccepted':
      return on(event.data.match, (each) => ({ ...each, state: 'agreed' }));
    case 'SupportDeclined':
      return on(event.data.match, (each) => ({ ...each, state: 'declined' }));
    case 'SupportHoursEntered':
    case 'SupportHoursConfirmed': {
      const { match: id, date, minutes } = event.data;
      return on(id, (each) => ({
        ...each,
        days: withDay(each.days, { date, minutes, confirmed: event.kind === 'SupportHoursConfirmed' }),
      }));
    }
  }
}

const withDay = (days: readonly SupportDay[], day: SupportDay): readonly SupportDay[] =>
  [...days.filter(({ date }) => date !== day.date), day].sort((a, b) => (a.date < b.date ? -1 : 1));
