import { recordPunches } from '@tokimori/contract/punches';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPunches } from './read-punches.ts';

const good = {
  id: '0192f0c1-0000-7000-8000-000000000001',
  staffNumber: '100001',
  occurredAt: '2026-11-04T08:22:10+09:00',
  direction: 'in',
};
const { staffNumber: _, ...withoutStaff } = good;

describe('reads by hand exactly what the contract accepts', () => {
  const bodies: [string, unknown][] = [
    ['a punch', { punches: [good] }],
    ['a card', { punches: [{ ...withoutStaff, card: { kind: 'idm', value: '01' } }] }],
    ['an id that is none', { punches: [{ ...good, id: 'x' }] }],
    ['an instant that is none', { punches: [{ ...good, occurredAt: 'x' }] }],
    ['an undefined card', { punches: [{ ...good, card: undefined }] }],
    ['staff number and card', { punches: [{ ...good, card: { kind: 'idm', value: '01' } }] }],
    ['neither', { punches: [withoutStaff] }],
    ['a card of another kind', { punches: [{ ...withoutStaff, card: { kind: 'qr', value: '01' } }] }],
    ['a card with more', { punches: [{ ...withoutStaff, card: { kind: 'idm', value: '01', pin: '1' } }] }],
    ['an unknown key', { punches: [{ ...good, device: 'x' }] }],
    ['an unknown key outside', { punches: [good], device: 'x' }],
    ['another direction', { punches: [{ ...good, direction: 'IN' }] }],
    ['an empty staff number', { punches: [{ ...good, staffNumber: '' }] }],
    ['a long staff number', { punches: [{ ...good, staffNumber: '1'.repeat(21) }] }],
    ['a number as staff number', { punches: [{ ...good, staffNumber: 100001 }] }],
    ['a null', { punches: [null] }],
    ['a list', { punches: [[]] }],
    ['no punches', { punches: [] }],
    ['a thousand', { punches: Array.from({ length: 1000 }, () => good) }],
    ['one more', { punches: Array.from({ length: 1001 }, () => good) }],
    ['nothing', undefined],
    ['a punch alone', good],
  ];
  test.each(bodies)('%s', (_name, body) => {
    expect(readPunches(body) !== undefined).toBe(recordPunches.body.safeParse(body).success);
  });

  test('whatever is put into the fields', () => {
    const value = fc.oneof(
      fc.constant(undefined),
      fc.constant(null),
      fc.integer(),
      fc.string({ maxLength: 70 }),
      fc.constantFrom('in', 'out', '100001'),
    );
    const shape = fc.record(
      { id: value, staffNumber: value, occurredAt: value, direction: value },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(shape, (given) => {
        const body = { punches: [{ ...good, ...given }] };
        expect(readPunches(body) !== undefined).toBe(recordPunches.body.safeParse(body).success);
      }),
    );
  });
});
