import { epochDayOf } from '@tokimori/law/time/civil';
import type { Allotment } from '@tokimori/law/working-time/types';
import { decide, evolve } from '../overtime.ts';
import type { CapJudgement, OvertimeCommand } from '../overtime-commands.ts';
import type { Overtime, OvertimeEvent } from '../overtime-events.ts';
import type { DutyDateGround } from '../overtime-span.ts';
import type { Moment } from '../recorded.ts';

export const day = epochDayOf(2026, 10, 26);
export const morning: Moment = { day, minute: 8 * 60 + 29 };
export const nextMorning: Moment = { day: day + 1, minute: 8 * 60 };
const dutyDay: Allotment = {
  kind: 'dutyDay',
  hours: { from: 510, until: 1035 },
  breaks: [{ from: 720, until: 780 }],
};
export const ground: DutyDateGround = { allotment: dutyDay, nextAllotment: dutyDay, dayBoundary: 300, others: [] };
export const kept: CapJudgement = { over: [], room: 260, latestUntil: null, healthCritical: false };
export const over: CapJudgement = {
  over: [{ limit: 'monthly', by: 40 }],
  room: 260,
  latestUntil: 1295,
  healthCritical: false,
};

export const asking = {
  type: 'request',
  actor: '100001',
  staff: '100001',
  dutyDate: '2026-10-26',
  department: 'D1',
  from: 1035,
  until: 1185,
  category: 'normal',
  work: '資格データの検証',
  why: '',
  ground,
} as const satisfies OvertimeCommand;
export const ordering = {
  type: 'order',
  actor: '200001',
  note: '',
  healthConfirmed: false,
  ground,
  exceptionalCategories: ['exceptional', 'disaster', 'infection'],
  caps: kept,
  orderDeadline: 1440,
  finality: 'own',
  emergency: false,
  askedLate: false,
} as const satisfies OvertimeCommand;
export const confirming = {
  type: 'confirm',
  actor: '200001',
  note: '',
  ground,
  presence: [{ from: 502, until: 1190 }],
} as const satisfies OvertimeCommand;

const at = (now: Moment): Date => new Date((now.day * 1440 + now.minute - 540) * 60_000);

/** Given deeds that were done (each must succeed), when a deed is tried at `now`, then … */
export function given(...commands: readonly OvertimeCommand[]) {
  let state: Overtime | null = null;
  for (const command of commands) {
    const now = command.type === 'confirm' || command.type === 'correct' ? nextMorning : morning;
    const answer = decide(command, state, now);
    if ('refused' in answer) throw new Error(answer.refused.code);
    for (const event of answer.events) {
      state = evolve(state, {
        event,
        actor: 'actor' in command ? command.actor : 'system:import',
        occurredAt: at(now),
      });
    }
  }
  return {
    state,
    when(command: OvertimeCommand, now: Moment = morning) {
      const answer = decide(command, state, now);
      const events: readonly OvertimeEvent[] = 'events' in answer ? answer.events : [];
      return {
        answer,
        kinds: events.map((event) => event.kind),
        after: events.reduce<Overtime | null>(
          (before, event) =>
            evolve(before, { event, actor: 'actor' in command ? command.actor : 'system:import', occurredAt: at(now) }),
          state,
        ),
        code: 'refused' in answer ? answer.refused.code : null,
        figures: 'refused' in answer ? answer.refused.figures : {},
      };
    },
  };
}
