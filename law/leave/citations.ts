import type { Citation, Confidence } from '../decision/citation.ts';

const from =
  (instrument: string, revision: string) =>
  (path: string, confidence: Confidence): Citation => ({ instrument, revision, path, confidence });

const childcareAct = from('childcare-leave-act', '2025-10-01');
const childcareOrdinance = from('model-childcare-ordinance', '2025-10-01');
const serviceDirective = from('okinawa-service-directive', '2025-10-01');

/** 部分休業 as it is from 2025-10-01, and (`before`) as it was. */
export const partialChildcareCitations = {
  before: from('childcare-leave-act', '1992-04-01')('a=19/p=1', 'A'),
  eligible: childcareAct('a=19/p=1', 'A'),
  declared: childcareAct('a=19/p=2', 'A'),
  changed: childcareAct('a=19/p=3', 'A'),
  lapse: childcareAct('a=19/p=6', 'A'),
  excluded: childcareOrdinance('a=17', 'A'),
  type1: childcareOrdinance('a=18/p=1', 'A'),
  type1PartTime: childcareOrdinance('a=18/p=3', 'B'),
  type1Deduction: childcareOrdinance('a=18/p=2', 'B'),
  type2Unit: childcareOrdinance('a=18_2', 'A'),
  type2Exceptions: childcareOrdinance('a=18_2', 'B'),
  year: childcareOrdinance('a=18_3', 'A'),
  type2Limit: childcareOrdinance('a=18_4', 'A'),
  firstPeriod: childcareOrdinance('sp', 'B'),
  conversion: childcareOrdinance('a=18_4', 'C'),
  circumstances: childcareOrdinance('a=18_5', 'A'),
  formRoom: serviceDirective('第24号様式の3', 'A'),
  pay: childcareOrdinance('a=19', 'A'),
  payRounding: childcareOrdinance('a=19', 'C'),
  revocation: childcareOrdinance('a=20', 'A'),
  beforehand: serviceDirective('a=16_8/p=2', 'A'),
  notice: serviceDirective('a=16_8/p=4', 'A'),
  partialRevocation: serviceDirective('第24号様式の3の2', 'A'),
  schoolEntry: from('school-education-act', '1947-04-01')('a=17/p=1', 'B'),
} as const satisfies Readonly<Record<string, Citation>>;

const nationalRule = from('npa-rule-15-14', '2019-04-01');
const hoursOrdinance = from('model-working-hours-ordinance', '2019-04-01');
const laborStandards = from('labor-standards-act', '2019-04-01');

/** 年次有給休暇. */
export const annualLeaveCitations = {
  full: hoursOrdinance('a=12/p=1', 'B'),
  firstYear: nationalRule('at=1', 'B'),
  carryOver: hoursOrdinance('a=12/p=2', 'B'),
  carryOverFraction: nationalRule('a=19', 'B'),
  units: nationalRule('a=20/p=1', 'B'),
  finishing: nationalRule('a=20/p=1', 'C'),
  conversion: nationalRule('a=20/p=3', 'B'),
  halfDay: hoursOrdinance('a=12/p=3', 'C'),
  order: hoursOrdinance('a=12/p=2', 'C'),
  appointee: laborStandards('a=39/p=2', 'B'),
  appointeeFirst: laborStandards('a=39/p=1', 'B'),
  proportional: from('labor-standards-regulation', '2001-04-01')('a=24_3/p=3', 'B'),
  proportionalWho: from('labor-standards-regulation', '2001-04-01')('a=24_3/p=1', 'B'),
  hourly: from('labor-standards-act', '2010-04-01')('a=39/p=4', 'B'),
  hourlyForService: from('local-public-service-act', '2010-04-01')('a=58/p=4', 'B'),
  fiveDays: laborStandards('a=39/p=7', 'B'),
  fiveDaysExcluded: from('local-public-service-act', '2019-04-01')('a=58/p=3', 'B'),
  expiry: from('labor-standards-act', '2020-04-01')('a=115', 'B'),
} as const satisfies Readonly<Record<string, Citation>>;

/** What is asked for: 育児休業, and 育児短時間勤務 by its term. */
export const childcareRequestCitations = {
  leave: from('childcare-leave-act', '2002-04-01')('a=2/p=1', 'B'),
  partTime: from('childcare-leave-act', '2017-10-01')('a=2/p=1', 'B'),
  birthPeriod: from('childcare-leave-act', '2022-10-01')('a=2/p=1', 'B'),
  asked: from('childcare-leave-act', '2002-04-01')('a=2/p=2', 'B'),
  leadTime: serviceDirective('a=16_2', 'A'),
  shortTime: from('childcare-leave-act', '2009-04-01')('a=10/p=1', 'B'),
  shortTimePeriod: from('childcare-leave-act', '2009-04-01')('a=10/p=2', 'B'),
} as const satisfies Readonly<Record<string, Citation>>;

/** The other kinds of leave: what the check of a taking and the windows rest on. */
export const leaveKindCitations = {
  age: from('age-calculation-act', '1902-12-22')('', 'B'),
  sickChild: from('npa-rule-15-14', '2025-04-01')('a=22/p=1', 'A'),
  sickChildBefore: from('npa-rule-15-14', '2010-06-30')('a=22/p=1', 'B'),
  childcareTime: from('labor-standards-act', '1947-09-01')('a=67', 'B'),
  prenatal: from('labor-standards-act', '1997-04-01')('a=65/p=1', 'B'),
  postnatal: from('labor-standards-act', '1997-04-01')('a=65/p=2', 'B'),
  prenatalLocal: nationalRule('a=22/p=1/i=6', 'B'),
  postnatalLocal: nationalRule('a=22/p=1/i=7', 'B'),
  special: nationalRule('a=22/p=1', 'B'),
  fatherhoodNow: from('npa-rule-15-14', '2022-10-01')('a=22/p=1/i=10', 'B'),
  fatherhoodBefore: nationalRule('a=22/p=1/i=10', 'B'),
  spouseBirth: nationalRule('a=22/p=1/i=9', 'B'),
  sick: nationalRule('a=21', 'B'),
  conversion: nationalRule('a=22/p=2', 'B'),
  caregiver: hoursOrdinance('a=15', 'A'),
  caregiverTime: from('model-working-hours-ordinance', '2017-01-01')('a=15_2', 'B'),
  bereavement: nationalRule('at=2', 'B'),
  shortTime: from('childcare-leave-act', '2009-04-01')('a=10/p=1', 'B'),
  register: from('okinawa-service-directive', '2025-10-01')('第4号様式', 'B'),
  registerDoubtful: from('okinawa-service-directive', '2025-10-01')('第4号様式', 'C'),
} as const satisfies Readonly<Record<string, Citation>>;
