import * as told from '@tokimori/contract/decision-grounds';
import * as kept from '@tokimori/records/overtime-events';
import { expect, test } from 'vitest';

test('the page offers the grounds the record keeps, and knows which take nothing away that was worked', () => {
  expect(told.decisionGrounds).toEqual(kept.decisionGrounds);
  expect(told.groundsToCome).toEqual(kept.groundsToCome);
});
