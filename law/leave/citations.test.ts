import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { testCitations } from '../testing/citations/test-citations.ts';
import { fiveDayDuty } from './annual/five-days.ts';
import { annualLeaveByOrdinance } from './annual/grants.ts';
import { labourStandardsTable } from './annual/labour-standards.ts';
import {
  annualLeaveCitations,
  childcareRequestCitations,
  leaveKindCitations,
  partialChildcareCitations,
} from './citations.ts';
import {
  birthPeriodDays,
  childcareLeaveMonths,
  partTimeLeaveMonths,
  shortTimePeriods,
} from './kinds/childcare-requests.ts';
import { fatherhoodEnds } from './kinds/maternity.ts';
import { shortTimeWeeks } from './kinds/short-time.ts';
import { sickChildRules } from './kinds/taking-conditions.ts';
import { type1Limits, type2Limits } from './partial-childcare/limits.ts';
import { modelLeave } from './rules.ts';

testCitations({
  partialChildcareCitations,
  annualLeaveCitations,
  leaveKindCitations,
  type1Limits,
  type2Limits,
  labourStandardsTable,
  fiveDayDuty,
  fatherhoodEnds,
  sickChildRules,
  annualLeaveByOrdinance,
  shortTimeWeeks,
  childcareRequestCitations,
  childcareLeaveMonths,
  partTimeLeaveMonths,
  birthPeriodDays,
  shortTimePeriods,
});

describe('what the rules of leave start from', () => {
  it('is a model that can be kept as JSON, and is the national one', () => {
    expect(JSON.parse(JSON.stringify(modelLeave))).toEqual(modelLeave);
    const listed: unknown = parse(readFileSync(new URL('./model.yaml', import.meta.url), 'utf8'));
    expect(modelLeave).toEqual(listed);
  });
});
