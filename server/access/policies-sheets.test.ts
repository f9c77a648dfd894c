import { describe, expect, it } from 'vitest';
import type { Actor } from '../context.ts';
import { mayOpenSheet } from './policies-sheets.ts';

const roles = ['staff', 'manager', 'hr', 'executive', 'auditor', 'admin', 'union'] as const;
const as = (...own: Actor['roles']): Actor => ({ municipality: '992011', login: 'x', staff: '100001', roles: own });
const city = ['hr', 'executive', 'auditor'];

describe('who opens a sheet', () => {
  it.each([
    ['saga-1', false, ['manager', ...city]],
    ['saga-1', true, ['manager', ...city]],
    ['saga-2', true, city],
    ['nanto-progress', false, ['manager', ...city]],
    ['bureaus-monthly', false, ['manager', ...city]],
    ['bureaus-monthly', true, ['staff', 'manager', ...city]],
    ['yamagata-review', false, ['manager', ...city]],
    ['kochi-effects', false, ['manager', ...city]],
    ['yokohama-tkg', false, [...roles]],
    ['constructor', false, [...roles]],
  ])('%s, figures of bureaus for all %s: %j', (sheet, shared, expected) =>
    expect(roles.filter((role) => mayOpenSheet(as(role), sheet, shared))).toEqual(expected),
  );
});
