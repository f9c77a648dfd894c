import type { Allotment } from '@tokimori/law/working-time/types';
import { describe, expect, it } from 'vitest';
import { latestUntil, lengthOf } from './overtime-length.ts';

const hours = { from: 510, until: 1035 };
const breaks = [{ from: 720, until: 780 }];
const dutyDay: Allotment = { kind: 'dutyDay', hours, breaks };
const holiday: Allotment = { kind: 'legalHoliday', hours, breaks };
const off: Allotment = { kind: 'weeklyDayOff' };

describe('length of overtime', () => {
  it.each([
    ['勤務を要する日の終業後', { from: 1035, until: 1185 }, dutyDay, 150, 150],
    ['早出', { from: 450, until: 510 }, dutyDay, 60, 60],
    ['正規の時間にかかる', { from: 1000, until: 1095 }, dutyDay, 60, 60],
    ['翌日にわたる', { from: 1035, until: 1570 }, dutyDay, 535, 535],
    ['週休日', { from: 540, until: 780 }, off, 240, 240],
    ['週休日の6時間を超える勤務は法定の休憩を除く', { from: 510, until: 1035 }, off, 480, 480],
    ['休日の割振りの中は上限の外', { from: 510, until: 1035 }, holiday, 465, 0],
    ['休日の割振りを超えた分は数える', { from: 510, until: 1095 }, holiday, 525, 60],
  ] as const)('%s', (_name, span, allotment, minutes, counted) => {
    expect(lengthOf(span, allotment)).toEqual({ minutes, counted });
  });
});

describe('latest end', () => {
  it('is the minute at which the room is used up', () => {
    expect(latestUntil({ from: 1035, until: 1335 }, dutyDay, 260)).toBe(1295);
    expect(latestUntil({ from: 1035, until: 1185 }, dutyDay, 260)).toBe(1185);
  });
  it('is absent without room, or where nothing of the span counts', () => {
    expect(latestUntil({ from: 1035, until: 1335 }, dutyDay, 0)).toBeNull();
    expect(latestUntil({ from: 510, until: 1000 }, holiday, 30)).toBeNull();
  });
});
