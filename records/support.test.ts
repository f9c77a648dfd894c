import { epochDayOf } from '@tokimori/law/time/civil';
import { describe, expect, it } from 'vitest';
import { decideSupport, evolveSupport } from './support.ts';
import type { SupportCommand, SupportRequest, SupportSubject } from './support-events.ts';
import { decideSupporter, evolveSupporter, type Supporter, type SupporterCommand } from './supporter.ts';

const now = { day: epochDayOf(2026, 10, 26), minute: 509 };
const subject: SupportSubject = {
  department: '11',
  work: '封入と発送',
  skills: '',
  from: '2026-10-19',
  through: '2026-10-30',
  fromMinute: 540,
  untilMinute: 720,
  people: 2,
};
const ask: SupportCommand = { type: 'request', actor: '200001', subject };
const by = (given: Partial<Extract<SupportCommand, { type: 'offer' }>['match']> = {}) => ({
  id: 'm1',
  supporter: 's1',
  department: '21',
  staff: '300001',
  people: 1,
  ...given,
});
const offer = (given = by(), supporterReady = true): SupportCommand => ({
  type: 'offer',
  actor: '300001',
  match: given,
  supporterReady,
});
const assign = (given = by()): SupportCommand => ({
  type: 'assign',
  actor: '400001',
  match: given,
  supporterReady: true,
});
const accept: SupportCommand = { type: 'accept', actor: '200001', match: 'm1' };
const decline = (note = '人数が足りた'): SupportCommand => ({ type: 'decline', actor: '200001', match: 'm1', note });
const close: SupportCommand = { type: 'close', actor: '200001', note: '終わった' };
const enter = (date: string, minutes: number): SupportCommand => ({
  type: 'enterHours',
  actor: '300001',
  match: 'm1',
  date,
  minutes,
});
const confirm = (...dates: readonly string[]): SupportCommand => ({
  type: 'confirmHours',
  actor: '200001',
  match: 'm1',
  dates,
});

function after(...commands: readonly SupportCommand[]) {
  let state: SupportRequest | null = null;
  let last: string | readonly string[] = [];
  for (const command of commands) {
    const answer = decideSupport(command, state, now);
    last = 'refused' in answer ? answer.refused.code : answer.events.map(({ kind }) => kind);
    if ('refused' in answer) continue;
    for (const event of answer.events)
      state = evolveSupport(state, { event, actor: command.actor, occurredAt: new Date(0) });
  }
  return { last, state };
}
const days = (...commands: readonly SupportCommand[]) =>
  after(...commands).state?.matches[0]?.days.map(
    ({ date, minutes, confirmed }) => `${date.slice(5)} ${minutes}${confirmed ? ' 確認' : ''}`,
  );

describe('応援の依頼', () => {
  it('is answered by an offer that the asking head accepts, or by 人事課 at once', () => {
    expect(after(ask, offer()).state?.matches).toMatchObject([{ state: 'offered', by: 'offer' }]);
    expect(after(ask, offer(), accept).state?.matches).toMatchObject([{ state: 'agreed', by: 'offer' }]);
    expect(after(ask, assign()).state?.matches).toMatchObject([{ state: 'agreed', by: 'hr' }]);
    for (const repeated of [
      [ask, ask],
      [ask, offer(), offer()],
      [ask, offer(), accept, accept],
      [ask, close, close],
      [ask, offer(), decline(), decline()],
    ])
      expect(after(...repeated).last).toEqual([]);
  });
  it('refuses what leads nowhere', () => {
    const asked = (given: Partial<SupportSubject>) => after({ ...ask, subject: { ...subject, ...given } }).last;
    expect(asked({ work: '' })).toBe('support.work-missing');
    expect(asked({ through: '2026-10-18' })).toBe('support.through-before-from');
    expect(asked({ untilMinute: 540 })).toBe('support.until-before-from');
    expect(asked({ through: '2026-10-19' })).toEqual(['SupportRequested']);
    expect(after(ask, { ...ask, subject: { ...subject, people: 3 } }).last).toBe('support.id-taken');
    expect(after(accept).last).toBe('support.not-found');
    expect(after(ask, accept).last).toBe('support.match-not-found');
    expect(after(ask, offer(by(), false)).last).toBe('support.supporter-not-ready');
    expect(after(ask, offer(by({ department: '11' }))).last).toBe('support.own-section');
    expect(after(ask, offer(), assign(by({ id: 'm2' }))).last).toBe('support.matched-already');
    expect(after(ask, offer(), offer(by({ supporter: 's2' }))).last).toBe('support.id-taken');
    expect(after(ask, close, offer()).last).toBe('support.closed');
    expect(after(ask, offer(), close, accept).last).toBe('support.closed');
    expect(after(ask, offer(), decline(' ')).last).toBe('support.decline.note-missing');
    expect(after(ask, offer(), decline(), accept).last).toBe('support.declined-already');
    expect(after(ask, offer(), decline(), assign(by({ id: 'm2' }))).last).toEqual(['SupportAssigned']);
  });
});

describe('応援した時間', () => {
  it('is entered day by day by those who support, and counts when the asking head confirmed it', () => {
    expect(days(ask, assign(), enter('2026-10-20', 120), enter('2026-10-19', 180))).toEqual(['10-19 180', '10-20 120']);
    expect(days(ask, assign(), enter('2026-10-20', 120), enter('2026-10-20', 90))).toEqual(['10-20 90']);
    expect(days(ask, assign(), enter('2026-10-20', 120), confirm('2026-10-20'))).toEqual(['10-20 120 確認']);
    const confirmed = [ask, assign(), enter('2026-10-20', 120), confirm('2026-10-20')] as const;
    expect(after(...confirmed, confirm('2026-10-20', '2026-10-20')).last).toEqual([]);
    expect(after(...confirmed, enter('2026-10-20', 120)).last).toEqual([]);
    expect(after(...confirmed, enter('2026-10-20', 90)).last).toBe('support.hours.confirmed');
    expect(after(...confirmed, decline()).last).toBe('support.has-hours');
    expect(after(...confirmed, confirm('2026-10-21')).last).toBe('support.hours.not-entered');
  });
  it('lies within the days asked for, not ahead, and not beyond whole days', () => {
    const entered = (date: string, minutes: number) => after(ask, assign(), enter(date, minutes)).last;
    expect(entered('2026-10-18', 60)).toBe('support.hours.outside-period');
    expect(entered('2026-10-31', 60)).toBe('support.hours.outside-period');
    expect(entered('2026-10-27', 60)).toBe('support.hours.to-come');
    expect(entered('2026-10-26', 60)).toEqual(['SupportHoursEntered']);
    expect(entered('2026-10-26', 1441)).toBe('support.hours.too-long');
    expect(entered('2026-10-26', 1440)).toEqual(['SupportHoursEntered']);
    expect(entered('2026-10-26', -1)).toBe('support.hours.too-long');
    expect(entered('2026-10-26', 0)).toEqual([]);
    expect(after(ask, offer(), enter('2026-10-26', 60)).last).toBe('support.hours.not-agreed');
    expect(days(ask, assign(), enter('2026-10-26', 60), enter('2026-10-26', 0))).toEqual(['10-26 0']);
  });
});

describe('応援者', () => {
  const register = (kind: 'staff' | 'section' | 'workstation', skills = '窓口'): SupporterCommand => ({
    type: 'register',
    actor: '300001',
    subject: { kind, staff: kind === 'staff' ? '300001' : null, department: '21', skills, availability: '' },
  });
  const consent = (actor: string): SupporterCommand => ({ type: 'consent', actor });
  const end: SupporterCommand = { type: 'end', actor: '300001', note: '異動' };
  const done = (...commands: readonly SupporterCommand[]) => {
    let state: Supporter | null = null;
    let last: string | number = 0;
    for (const command of commands) {
      const answer = decideSupporter(command, state);
      last = 'refused' in answer ? answer.refused.code : answer.events.length;
      if ('refused' in answer) continue;
      for (const event of answer.events)
        state = evolveSupporter(state, { event, actor: command.actor, occurredAt: new Date(0) });
    }
    return [state?.state, last];
  };
  it('waits for the head when it is a person; a section and わくわく are ready', () => {
    expect(done(register('staff'))).toEqual(['proposed', 1]);
    expect(done(register('section'))).toEqual(['ready', 1]);
    expect(done(register('workstation'))).toEqual(['ready', 1]);
    expect(done(register('staff'), consent('300009'))).toEqual(['ready', 1]);
    expect(done(register('staff'), consent('300009'), consent('300009'))).toEqual(['ready', 0]);
    expect(done(register('staff'), consent('300001'))).toEqual(['proposed', 'supporter.consent.own']);
  });
  it('ends, once, and is not changed under its number', () => {
    expect(done(register('staff'), end)).toEqual(['ended', 1]);
    expect(done(register('staff'), end, end)).toEqual(['ended', 0]);
    expect(done(register('staff'), end, consent('300009'))).toEqual(['ended', 'supporter.ended']);
    expect(done(register('staff'), register('staff'))).toEqual(['proposed', 0]);
    expect(done(register('staff'), register('staff', '電話'))).toEqual(['proposed', 'supporter.id-taken']);
    expect(done(register('staff', ''))).toEqual([undefined, 'supporter.skills-missing']);
    expect(done(end)).toEqual([undefined, 'supporter.not-found']);
  });
});
