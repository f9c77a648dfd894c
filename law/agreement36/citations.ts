import type { Citation, Confidence } from '../decision/citation.ts';
import type { Dated } from '../decision/dated.ts';

const labor = (path: string, confidence: Confidence, revision = '2019-04-01'): Citation => ({
  instrument: 'labor-standards-act',
  revision,
  path,
  confidence,
});
const regulation = (path: string, confidence: Confidence = 'B', revision = '2019-04-01'): Citation => ({
  instrument: 'labor-standards-regulation',
  revision,
  path,
  confidence,
});

/** Where each demand on a 36協定 rests. */
export const agreementCitations = {
  /** Written agreement, filed: only what is filed has effect. */
  filing: labor('a=36/p=1', 'A'),
  scope: labor('a=36/p=2/i=1', 'B'),
  reasons: labor('a=36/p=2/i=3', 'B'),
  hours: labor('a=36/p=2/i=4', 'B'),
  limits: labor('a=36/p=4', 'A'),
  special: labor('a=36/p=5', 'A'),
  hazardous: labor('a=36/p=6/i=1', 'A'),
  premium: labor('a=37/p=1', 'B'),
  term: regulation('a=17/p=1/i=1'),
  yearStart: regulation('a=17/p=1/i=2'),
  ceilings: regulation('a=17/p=1/i=3'),
  specialReasons: regulation('a=17/p=1/i=4'),
  healthMeasures: regulation('a=17/p=1/i=5'),
  specialPremium: regulation('a=17/p=1/i=6'),
  procedure: regulation('a=17/p=1/i=7'),
  retention: regulation('a=17/p=2'),
  representative: labor('a=36/p=1', 'B'),
  notManagerial: regulation('a=6_2/p=1/i=1'),
  election: regulation('a=6_2/p=1/i=2'),
  /** 変形労働時間制 of 32条の4 is not for staff whose 労基法 is narrowed. */
  longAveraging: {
    instrument: 'local-public-service-act',
    revision: '2019-04-01',
    path: 'a=58/p=3',
    confidence: 'B',
  },
  publicNeed: labor('a=33/p=3', 'A'),
  inspection: { instrument: 'local-public-service-act', revision: '2019-04-01', path: 'a=58/p=5', confidence: 'A' },
  vagueReasons: { instrument: 'overtime-guideline-323', revision: '2019-04-01', path: 'a=5/p=1', confidence: 'C' },
  higherPremium: { instrument: 'overtime-guideline-323', revision: '2019-04-01', path: 'a=5/p=3', confidence: 'C' },
  measureList: { instrument: 'overtime-guideline-323', revision: '2019-04-01', path: 'a=8', confidence: 'B' },
  /** Terms of at least the target year; one target year of a workplace at a time. */
  termNotice: { instrument: 'labor-standards-notice-1228-15', revision: '2018-12-28', path: '', confidence: 'C' },
} as const satisfies Readonly<Record<string, Citation>>;

/**
 * How long records of 健康福祉確保措置 are kept after the term: what 17条2項 says, and what suffices for now (附則). Years.
 */
export const retentionYears: readonly Dated<{ readonly years: number; readonly forNow: number }>[] = [
  {
    from: '2019-04-01',
    until: '2020-04-01',
    value: { years: 3, forNow: 3 },
    citation: agreementCitations.retention,
    checkedOn: '2026-11-28',
  },
  {
    from: '2020-04-01',
    value: { years: 5, forNow: 3 },
    citation: { ...agreementCitations.retention, revision: '2020-04-01' },
    checkedOn: '2026-11-28',
  },
];
