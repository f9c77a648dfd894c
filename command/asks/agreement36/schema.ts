import { modelAgreement36 } from '@tokimori/law/agreement36/rules';
import type { RegisteredAgreement } from '@tokimori/law/agreement36/types';
import { z } from 'zod';
import { date, duration, optional } from '../../document/values.ts';
import { over, timeOfDay } from '../grounds.ts';

const text = optional(z.string());
const whole = optional(z.int().min(0));
const flag = optional(z.boolean());

const agreement = z.strictObject({
  id: z.string().min(1),
  workplace: text,
  appdxTable1: optional(z.int().min(1).max(15)),
  enterprise: flag,
  collective: flag,
  yearStart: optional(date),
  term: optional(z.strictObject({ from: date, through: date })),
  concludedOn: optional(date),
  filedOn: optional(date),
  endedOn: optional(date),
  longAveraging: flag,
  ceilingsStated: flag,
  lines: optional(
    z.array(
      z.strictObject({
        reasons: text,
        tasks: text,
        headcount: whole,
        daily: optional(duration),
        monthly: optional(duration),
        annual: optional(duration),
        hazardous: flag,
      }),
    ),
  ),
  holidayLines: optional(
    z.array(
      z.strictObject({
        reasons: text,
        tasks: text,
        headcount: whole,
        days: text,
        from: optional(timeOfDay),
        to: optional(timeOfDay),
      }),
    ),
  ),
  special: optional(
    z.strictObject({
      reasons: text,
      procedure: text,
      times: whole,
      monthlyTotal: optional(duration),
      annual: optional(duration),
      premiumPercent: whole,
      healthMeasures: optional(z.array(z.int().min(1).max(10))),
      otherMeasure: text,
    }),
  ),
  representative: optional(
    z.strictObject({
      kind: z.enum(['union', 'person']),
      name: text,
      position: text,
      election: text,
      managerial: flag,
      chosenByEmployer: flag,
    }),
  ),
});

/** The input of `tokimori law ask agreement36`. */
export const agreementInput = z.strictObject({
  on: optional(date),
  rules: optional(
    z.strictObject({
      retentionYears: optional(z.int().min(0).max(100)),
      renewalNoticeDays: whole,
      longestTermYears: optional(z.int().min(1)),
      personnelCommission: flag,
    }),
  ),
  agreements: z.array(agreement).min(1),
  days: optional(
    z.array(
      z.strictObject({
        agreement: z.string().min(1),
        line: optional(z.int().min(0)),
        date,
        overtime: duration,
        hazardous: optional(duration),
      }),
    ),
  ),
});
export type AgreementDocument = z.infer<typeof agreementInput>;

function specialOf(special: z.infer<typeof agreement>['special']): RegisteredAgreement['special'] {
  if (special === undefined) return null;
  return {
    reasons: special.reasons ?? '',
    procedure: special.procedure ?? '',
    times: special.times ?? null,
    monthlyTotal: special.monthlyTotal ?? null,
    annual: special.annual ?? null,
    premiumPercent: special.premiumPercent ?? null,
    healthMeasures: special.healthMeasures ?? [],
    otherMeasure: special.otherMeasure ?? '',
  };
}

function representativeOf(given: z.infer<typeof agreement>['representative']): RegisteredAgreement['representative'] {
  if (given === undefined) return null;
  return {
    kind: given.kind,
    name: given.name ?? '',
    position: given.position ?? '',
    election: given.election ?? '',
    managerial: given.managerial ?? false,
    chosenByEmployer: given.chosenByEmployer ?? false,
  };
}

/** What a document leaves out is not written in the agreement. */
export function registeredOf(given: z.infer<typeof agreement>): RegisteredAgreement {
  return {
    id: given.id,
    workplace: given.workplace ?? '',
    appdxTable1: given.appdxTable1 ?? null,
    enterprise: given.enterprise ?? false,
    collective: given.collective ?? false,
    yearStart: given.yearStart ?? null,
    term: given.term ?? null,
    concludedOn: given.concludedOn ?? null,
    filedOn: given.filedOn ?? null,
    endedOn: given.endedOn ?? null,
    longAveraging: given.longAveraging ?? false,
    ceilingsStated: given.ceilingsStated ?? false,
    lines: (given.lines ?? []).map((line) => ({
      reasons: line.reasons ?? '',
      tasks: line.tasks ?? '',
      headcount: line.headcount ?? null,
      daily: line.daily ?? null,
      monthly: line.monthly ?? null,
      annual: line.annual ?? null,
      hazardous: line.hazardous ?? false,
    })),
    holidayLines: (given.holidayLines ?? []).map((line) => ({
      reasons: line.reasons ?? '',
      tasks: line.tasks ?? '',
      headcount: line.headcount ?? null,
      days: line.days ?? '',
      from: line.from ?? null,
      until: line.to ?? null,
    })),
    special: specialOf(given.special),
    representative: representativeOf(given.representative),
  };
}

export const agreementRules = ({ rules }: AgreementDocument) => over(modelAgreement36, rules);

/** A complete agreement, as `--example` prints it. */
export const agreementExample = {
  on: '2026-11-04',
  agreements: [
    {
      id: 'R8-1',
      workplace: '第一保育所',
      appdxTable1: 13,
      yearStart: '2026-04-01',
      term: { from: '2026-04-01', through: '2027-03-31' },
      concludedOn: '2026-03-10',
      filedOn: '2026-03-20',
      ceilingsStated: true,
      lines: [
        { reasons: '行事の準備', tasks: '保育', headcount: 20, daily: '3:00', monthly: '45:00', annual: '360:00' },
      ],
      holidayLines: [{ reasons: '行事', tasks: '保育', headcount: 20, days: '1箇月に1日', from: '8:30', to: '17:15' }],
      special: {
        reasons: '感染症の流行への対応',
        procedure: '労働者代表への事前の通告',
        times: 6,
        monthlyTotal: '99:00',
        annual: '700:00',
        premiumPercent: 35,
        healthMeasures: [1, 3],
      },
      representative: { kind: 'person', name: '山田花子', position: '保育士', election: '投票' },
    },
  ],
  days: [{ agreement: 'R8-1', date: '2026-11-04', overtime: '3:30' }],
};
