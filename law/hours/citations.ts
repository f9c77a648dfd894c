import type { Citation, Confidence } from '../decision/citation.ts';

const from =
  (instrument: string, revision: string) =>
  (path: string, confidence: Confidence): Citation => ({ instrument, revision, path, confidence });
const ordinance = from('model-working-hours-ordinance', '2019-04-01');
const labor = from('labor-standards-act', '2019-04-01');

/** Where the sentences on ordinary hours rest. */
export const hoursCitations = {
  /** 38:45 a week, averaged over at most four weeks. */
  fullWeek: ordinance('a=2/p=1', 'A'),
  /** 定年前再任用短時間: 15:30 to 31:00 a week. */
  shortTimeReappointee: ordinance('a=2/p=3', 'A'),
  /** 7:45 a day from Monday to Friday. */
  fullDay: ordinance('a=3/p=2', 'A'),
  /** 4週8日の週休日. */
  daysOff: ordinance('a=4/p=2', 'B'),
  fiscalYearPartTime: from('local-public-service-act', '2020-04-01')('a=22_2/p=1/i=1', 'B'),
  fiscalYearFullTime: from('local-public-service-act', '2020-04-01')('a=22_2/p=1/i=2', 'B'),
  /** 短時間勤務職員: 100/100 to a full day. */
  partTimePay: from('model-salary-ordinance', '2010-04-01')('a=15', 'B'),
  breakLength: labor('a=34/p=1', 'A'),
  breakTogether: labor('a=34/p=2', 'B'),
  breakExemptNumbers: from('labor-standards-regulation', '2019-04-01')('a=31', 'B'),
  breakOrdinance: ordinance('a=6', 'A'),
  breakExceptionOrdinance: from('local-public-service-act', '2019-04-01')('a=58/p=4', 'C'),
  /** 申告を考慮した割振り. */
  flextime: ordinance('a=3/p=3', 'B'),
  flextimeAveraging: labor('a=32_2/p=1', 'B'),
  flextimePay: from('model-salary-ordinance', '2010-04-01')('a=15', 'B'),
  leaveDay: ordinance('a=11', 'C'),
  staggered: ordinance('a=8_2', 'A'),
  staggeredDirective: ordinance('a=3', 'B'),
  rest: from('npa-rule-15-14', '2024-04-01')('a=1_2', 'A'),
  restNotice: from('npa-notice-78', '2024-04-01')('', 'A'),
  /** 22:00–5:00, by which `midnight/split.ts` cuts. */
  night: labor('a=37/p=4', 'B'),
} as const satisfies Readonly<Record<string, Citation>>;

const nationalFlextime = (revision: string, path: string, confidence: Confidence): Citation => ({
  instrument: 'npa-rule-15-14',
  revision,
  path,
  confidence,
});
/** The three steps of the national flextime, on which the local ones are modelled. */
export const flextimeHistory = {
  2016: nationalFlextime('2016-04-01', 'a=3/p=1', 'A'),
  2023: nationalFlextime('2023-04-01', 'a=3/p=1', 'A'),
  2025: nationalFlextime('2025-04-01', 'a=3/p=1', 'A'),
} as const;
