import type { Allotment } from '@tokimori/law/working-time/types';
import { describe, expect, it } from 'vitest';
import { proposeResult } from './overtime-proposal.ts';

const hours = { from: 510, until: 1035 };
const breaks = [{ from: 720, until: 780 }];
const dutyDay: Allotment = { kind: 'dutyDay', hours, breaks };
const holiday: Allotment = { kind: 'legalHoliday', hours, breaks };
const dayOff: Allotment = { kind: 'weeklyDayOff' };
/** 17:15–19:45. */
const order = { span: { from: 1035, until: 1185 }, minutes: 150 };

describe('命令と在庁から実績の案を出す', () => {
  it('is the order where the person stayed for all of it', () => {
    expect(proposeResult(order, [{ from: 502, until: 1200 }], dutyDay)).toEqual({
      present: 150,
      span: { from: 1035, until: 1185 },
      holdsOrder: true,
    });
  });
  it('ends where the person left before the end of the order', () => {
    expect(proposeResult(order, [{ from: 502, until: 1176 }], dutyDay)).toEqual({
      present: 141,
      span: { from: 1035, until: 1176 },
      holdsOrder: false,
    });
  });
  it('does not count time away in the middle, nor allotted hours', () => {
    const stays = [
      { from: 502, until: 1080 },
      { from: 1110, until: 1185 },
    ];
    expect(proposeResult({ span: { from: 1020, until: 1185 }, minutes: 150 }, stays, dutyDay)).toEqual({
      present: 120,
      span: { from: 1020, until: 1185 },
      holdsOrder: false,
    });
  });
  it('takes the break of a day off and the one of a holiday', () => {
    const day = { span: { from: 540, until: 1020 }, minutes: 435 };
    const stays = [{ from: 535, until: 1025 }];
    expect(proposeResult(day, stays, dayOff)).toMatchObject({ present: 435, holdsOrder: true });
    expect(proposeResult({ ...day, minutes: 420 }, stays, holiday)).toMatchObject({ present: 420, holdsOrder: true });
  });
  it('proposes nothing without a record of these hours', () => {
    const nothing = { present: 0, span: null, holdsOrder: false };
    expect(proposeResult(order, [], dutyDay)).toEqual(nothing);
    expect(proposeResult(order, [{ from: 502, until: 1035 }], dutyDay)).toEqual(nothing);
  });
  it('of an order of which only the length is known, takes the presence outside the allotted hours', () => {
    const length = { span: null, minutes: 120 };
    expect(proposeResult(length, [{ from: 510, until: 1215 }], dutyDay)).toEqual({
      present: 120,
      span: null,
      holdsOrder: true,
    });
    expect(proposeResult(length, [{ from: 510, until: 1095 }], dutyDay)).toEqual({
      present: 60,
      span: null,
      holdsOrder: false,
    });
  });
});
