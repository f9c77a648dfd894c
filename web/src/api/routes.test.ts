import * as administration from '@tokimori/contract/administration';
import * as agreements from '@tokimori/contract/agreements';
import * as breaches from '@tokimori/contract/breaches';
import * as closing from '@tokimori/contract/closing';
import * as corrections from '@tokimori/contract/corrections';
import * as dailyClose from '@tokimori/contract/daily-close';
import * as declarations from '@tokimori/contract/declarations';
import * as designations from '@tokimori/contract/designations';
import * as differences from '@tokimori/contract/differences';
import * as dueLists from '@tokimori/contract/due-lists';
import * as formSettings from '@tokimori/contract/form-settings';
import * as forms from '@tokimori/contract/forms';
import * as hr from '@tokimori/contract/hr';
import * as imports from '@tokimori/contract/imports';
import * as manager from '@tokimori/contract/manager';
import * as measureFields from '@tokimori/contract/measure-fields';
import * as measures from '@tokimori/contract/measures';
import * as notices from '@tokimori/contract/notices';
import * as papers from '@tokimori/contract/papers';
import * as pay from '@tokimori/contract/pay';
import * as pcControl from '@tokimori/contract/pc-control';
import * as plans from '@tokimori/contract/plans';
import * as punches from '@tokimori/contract/punches';
import * as reductions from '@tokimori/contract/reductions';
import * as entries from '@tokimori/contract/registers/entries';
import * as progress from '@tokimori/contract/registers/progress';
import * as sheets from '@tokimori/contract/registers/sheets';
import * as reports from '@tokimori/contract/reports';
import * as results from '@tokimori/contract/results';
import * as session from '@tokimori/contract/session';
import * as staff from '@tokimori/contract/staff';
import * as standingIn from '@tokimori/contract/standing-in';
import * as support from '@tokimori/contract/support';
import { describe, expect, test } from 'vitest';
import { addressOf } from './call.ts';
import * as routes from './routes.ts';

const contract: Readonly<Record<string, unknown>> = {
  ...session,
  ...punches,
  ...staff,
  ...manager,
  ...hr,
  ...closing,
  ...measures,
  ...measureFields,
  ...standingIn,
  ...notices,
  ...forms,
  ...formSettings,
  ...corrections,
  ...plans,
  ...dailyClose,
  ...support,
  ...papers,
  ...pay,
  ...pcControl,
  ...imports,
  ...reports,
  ...results,
  ...breaches,
  ...reductions,
  ...progress,
  ...sheets,
  ...entries,
  ...administration,
  ...agreements,
  ...designations,
  ...differences,
  ...dueLists,
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
