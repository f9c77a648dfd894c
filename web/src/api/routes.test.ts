import * as administration from '@tokimori/contract/administration';
import * as declarations from '@tokimori/contract/declarations';
import * as differences from '@tokimori/contract/differences';
import * as hr from '@tokimori/contract/hr';
import * as imports from '@tokimori/contract/imports';
import * as manager from '@tokimori/contract/manager';
import * as measures from '@tokimori/contract/measures';
import * as pcControl from '@tokimori/contract/pc-control';
import * as punches from '@tokimori/contract/punches';
import * as reports from '@tokimori/contract/reports';
import * as session from '@tokimori/contract/session';
import * as staff from '@tokimori/contract/staff';
import { describe, expect, test } from 'vitest';
import { addressOf } from './call.ts';
import * as routes from './routes.ts';

const contract: Readonly<Record<string, unknown>> = {
  ...session,
  ...punches,
  ...staff,
  ...manager,
  ...hr,
  ...measures,
  ...pcControl,
  ...imports,
  ...reports,
  ...administration,
  ...differences,
  ...declarations,
};

describe('routes of the page', () => {
  test.each(Object.entries(routes))('%s is the route of the contract of that name', (name, ref) => {
    expect(contract[name]).toMatchObject({ method: ref.method, path: ref.path });
  });
});

describe('addressOf', () => {
  test('fills parameters in, escaped, and leaves empty queries out', () => {
    expect(
      addressOf('/staff/:staff/months/:month', { staff: 'a/b', month: '2026-10' }, { limit: undefined, size: 20 }),
    ).toBe('/api/v1/staff/a%2Fb/months/2026-10?size=20');
  });
});
