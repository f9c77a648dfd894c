import { asDaysAndTime, type DaysAndTime, daysOf, timeOf } from '@tokimori/law/leave/annual/amount';
import type { FiveDays } from '@tokimori/law/leave/annual/five-days';
import { judgeAnnualYear, judgeAppointee } from '@tokimori/law/leave/annual/judge-annual';
import type { AnnualLedger } from '@tokimori/law/leave/annual/ledger';
import {
  type AnnualDefect,
  type AnnualEntry,
  type AnnualStaff,
  type AnnualTaking,
  ImpossibleAnnualLeave,
  type Lot,
} from '@tokimori/law/leave/annual/types';
import { explain } from '@tokimori/wording/explain';
import { annualLeaveSentences } from '@tokimori/wording/leave/annual';
import { z } from 'zod';
import { complain } from '../../document/complaints.ts';
import { readDocument, refuseDocument } from '../../document/read-document.ts';
import { date, duration, optional } from '../../document/values.ts';
import type { Ask } from '../ask.ts';
import { groundsOf, hm, iso } from '../grounds.ts';
import { annualDefects } from './defects.ts';
import { placed } from './placed.ts';
import { leaveRules, leaveRulesOf } from './rules-schema.ts';

const count = z.int().min(0).max(366);
const schema = z.strictObject({
  staff: z.strictObject({
    kind: z.enum(['fullTime', 'shortTime', 'appointee']),
    enterprise: optional(z.boolean()),
    hourlyAgreement: optional(z.boolean()),
    hiredOn: date,
    leavesOn: optional(date),
    dayHours: optional(duration),
    weeklyDays: optional(z.int().min(0).max(7)),
    annualDays: optional(count),
    weeklyHours: optional(duration),
  }),
  /** Of full-time and short-time staff: the calendar year in which the leave year starts. */
  year: optional(z.int().min(1900).max(2999)),
  carriedOver: optional(z.strictObject({ days: count, time: optional(duration) })),
  /** Of appointees. */
  through: optional(date),
  attendance: optional(z.array(z.strictObject({ grantedOn: date, worked: count, of: count }))),
  takings: optional(
    z.array(
      z.strictObject({
        id: z.string().min(1),
        on: date,
        unit: z.enum(['day', 'halfDay', 'hour']),
        time: optional(duration),
        revoked: optional(z.boolean()),
      }),
    ),
  ),
  rules: optional(leaveRules),
});
type Document = z.infer<typeof schema>;

function staffOf({ staff }: Document, dayMinutes: number): AnnualStaff {
  const { leavesOn, weeklyDays, annualDays, weeklyHours } = staff;
  return {
    kind: staff.kind,
    enterprise: staff.enterprise ?? false,
    hourlyAgreement: staff.hourlyAgreement ?? false,
    hiredOn: staff.hiredOn,
    dayMinutes: staff.dayHours ?? dayMinutes,
    ...(leavesOn === undefined ? {} : { leavesOn }),
    ...(weeklyDays === undefined ? {} : { weeklyDays }),
    ...(annualDays === undefined ? {} : { annualDays }),
    ...(weeklyHours === undefined ? {} : { weeklyMinutes: weeklyHours }),
  };
}

const amountJson = ({ days, minutes, halfMinute }: DaysAndTime) => ({
  days,
  time: hm(minutes),
  ...(halfMinute ? { halfMinute } : {}),
});

function ledgerJson(
  ledger: AnnualLedger & { granted: readonly Lot[]; fiveDays: readonly FiveDays[] | null },
  day: number,
) {
  const told = (amount: number) => amountJson(asDaysAndTime(amount, day));
  return {
    granted: ledger.granted
      .filter(({ amount }) => amount > 0)
      .map(({ id, kind, from, through, amount }) => ({
        id,
        kind,
        from: iso(from),
        through: iso(through),
        ...told(amount),
      })),
    takings: ledger.entries.map(({ id, on, verdict, refusal, amount, balance }: AnnualEntry) => ({
      id,
      on: iso(on),
      verdict,
      ...(refusal === undefined ? {} : { reason: refusal }),
      taken: told(amount),
      balance: amountJson(balance),
    })),
    taken: told(ledger.taken),
    fiveDays:
      ledger.fiveDays?.map(({ from, through, taken, left }) => ({
        from: iso(from),
        through: iso(through),
        takenHalfDays: taken,
        leftHalfDays: left,
        verdict: left === 0 ? 'met' : 'open',
      })) ?? null,
  };
}

const takingsOf = ({ takings = [] }: Document): readonly AnnualTaking[] =>
  takings.map(({ id, on, unit, time = 0, revoked = false }) => ({ id, on, unit, minutes: time, revoked }));

function missing(path: string, ja: string, en: string): never {
  return refuseDocument([complain(path, ['必要な項目がありません。', ja], ['This member is needed.', en])]);
}

/** Where in the document a defect lies. */
function placeIn({ takings = [], staff }: Document) {
  return (of: string, defect: AnnualDefect): string => {
    const at = takings.findLastIndex(({ id }) => id === of);
    if (at >= 0) return `takings[${at}]`;
    if (defect === 'attendance' || defect === 'attendanceUnknown') return 'attendance';
    if (defect === 'beforeAppointment') return 'through';
    return staff.kind === 'appointee' || defect !== 'hiredAfterYear' ? 'staff' : 'staff.hiredOn';
  };
}

function answerAnnual(given: unknown) {
  const document = readDocument(schema, given);
  const rules = leaveRulesOf(document.rules);
  const staff = staffOf(document, rules.dayMinutes);
  const day = staff.dayMinutes;
  const told = (amount: number) => amountJson(asDaysAndTime(amount, day));
  const place = placeIn(document);
  if (staff.kind === 'appointee') {
    const { through } = document;
    if (through === undefined) return missing('through', 'いつまでの付与を見るかを書いてください。', 'Say until when.');
    const { outcome, steps } = placed(ImpossibleAnnualLeave, annualDefects, place, () =>
      judgeAppointee(staff, through, document.attendance ?? [], takingsOf(document), rules),
    );
    const usable = outcome.lots.filter((lot) => lot.from <= through && through <= lot.through);
    const balance = usable.reduce((sum, { amount }) => sum + amount, 0);
    return {
      answer: {
        ...ledgerJson(outcome, day),
        balance: told(balance),
        expired: told(outcome.expired),
        ...groundsOf(steps),
      },
      explanation: () => explain(steps, annualLeaveSentences),
    };
  }
  const { year, carriedOver } = document;
  if (year === undefined) return missing('year', '休暇の年を書いてください。', 'Give the leave year.');
  const carried = daysOf(carriedOver?.days ?? 0, day) + timeOf(carriedOver?.time ?? 0);
  const { outcome, steps } = placed(ImpossibleAnnualLeave, annualDefects, place, () =>
    judgeAnnualYear(staff, year, carried, takingsOf(document), rules),
  );
  return {
    answer: {
      ...ledgerJson(outcome, day),
      balance: told(outcome.carries + outcome.expires),
      carriesOver: told(outcome.carries),
      expires: told(outcome.expires),
      ...groundsOf(steps),
    },
    explanation: () => explain(steps, annualLeaveSentences),
  };
}

export const annualLeaveAsks: readonly Ask[] = [
  {
    name: 'annual-leave',
    summary: {
      ja: '年次有給休暇の付与、繰越し、取得と残りを判定する',
      en: 'annual paid leave: grants, carry-over, takings and balance',
    },
    example: {
      staff: { kind: 'fullTime', hiredOn: '2020-04-01' },
      year: 2026,
      carriedOver: { days: 2, time: '3:00' },
      takings: [
        { id: 't1', on: '2026-05-11', unit: 'hour', time: '3:00' },
        { id: 't2', on: '2026-05-12', unit: 'hour', time: '4:45' },
        { id: 't3', on: '2026-05-13', unit: 'day' },
      ],
    },
    answer: answerAnnual,
  },
];
