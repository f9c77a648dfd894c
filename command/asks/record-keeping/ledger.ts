import { ImpossibleLedger, judgeLedger } from '@tokimori/law/record-keeping/wage-ledger/judge-ledger';
import {
  type LedgerEntry,
  type LedgerFinding,
  type LedgerItem,
  timeItems,
} from '@tokimori/law/record-keeping/wage-ledger/types';
import { explain } from '@tokimori/wording/explain';
import { ledgerSentences } from '@tokimori/wording/record-keeping-days';
import { z } from 'zod';
import { readDocument } from '../../document/read-document.ts';
import { date, duration, optional } from '../../document/values.ts';
import type { Ask } from '../ask.ts';
import { ground, groundsOf, hm, iso } from '../grounds.ts';
import { ledgerDefects } from './defects.ts';
import { refusingAt } from './refusing.ts';

const lines = z.array(z.strictObject({ name: z.string().min(1), yen: z.int().min(0) }));
const period = z.strictObject({ from: date, through: date });
const days = z.int().min(0);
const schema = z.strictObject({
  rows: z
    .array(
      z.strictObject({
        id: optional(z.string().min(1)),
        person: z.strictObject({
          name: z.string(),
          sex: z.enum(['male', 'female']).nullable(),
          exempt: optional(z.enum(['managerial', 'intermittent'])),
          hiredByDay: optional(z.boolean()),
          beyondOneMonth: optional(z.boolean()),
        }),
        period: optional(period),
        records: optional(
          z.strictObject({
            daysWorked: days,
            worked: duration,
            overtime: duration,
            holidayWork: duration,
            night: duration,
          }),
        ),
        pay: optional(lines),
        deductions: optional(lines),
        entered: optional(
          z.strictObject({
            period: optional(period),
            daysWorked: optional(days),
            worked: optional(duration),
            overtime: optional(duration),
            holidayWork: optional(duration),
            night: optional(duration),
            pay: optional(lines),
            deductions: optional(lines),
          }),
        ),
      }),
    )
    .min(1),
});
type Row = z.infer<typeof schema>['rows'][number];

function enteredOf(entered: NonNullable<Row['entered']>): LedgerEntry {
  return {
    period: entered.period ?? null,
    daysWorked: entered.daysWorked ?? null,
    worked: entered.worked ?? null,
    overtime: entered.overtime ?? null,
    holidayWork: entered.holidayWork ?? null,
    night: entered.night ?? null,
    pay: entered.pay ?? null,
    deductions: entered.deductions ?? null,
  };
}

function judged({ person, period: of, records, pay, deductions, entered }: Row) {
  return judgeLedger({
    person: {
      name: person.name,
      sex: person.sex,
      exempt: person.exempt ?? null,
      hiredByDay: person.hiredByDay ?? false,
      beyondOneMonth: person.beyondOneMonth ?? false,
    },
    period: of ?? null,
    records: records ?? null,
    pay: pay ?? null,
    deductions: deductions ?? null,
    ...(entered === undefined ? {} : { entered: enteredOf(entered) }),
  });
}

const asDays: readonly LedgerItem[] = ['daysWorked'];
const timeOf = (item: LedgerItem, n: number | null) => (n === null || asDays.includes(item) ? n : hm(n));

function rowJson(row: LedgerEntry) {
  const times = timeItems.map((item) => [item, timeOf(item, row[item])]);
  const span = row.period === null ? null : { from: iso(row.period.from), through: iso(row.period.through) };
  return { period: span, ...Object.fromEntries(times), pay: row.pay, deductions: row.deductions };
}

const inDays = ['daysBeyondCalendar'];
const inMinutes = ['workedBeyondDays', 'overtimeBeyondWorked', 'nightBeyondWorked', 'nightBeyondNights'];

/** Days and lines as numbers, lengths as `h:mm`. */
function findingJson({ contradiction, item, entered, against }: LedgerFinding) {
  if (inMinutes.includes(contradiction)) return { contradiction, item, entered: hm(entered), against: hm(against) };
  if (contradiction === 'differsFromRecords') {
    return { contradiction, item, entered: timeOf(item, entered), against: timeOf(item, against) };
  }
  if (contradiction === 'workedWithoutDays') return { contradiction, item, entered: hm(entered), against };
  if (inDays.includes(contradiction)) return { contradiction, item, entered, against };
  return { contradiction, item, entered, against: hm(against) };
}

const exampleRow = {
  id: '100123 2026-10',
  person: { name: '汐見 渚', sex: 'female' },
  period: { from: '2026-10-01', through: '2026-10-31' },
  records: { daysWorked: 21, worked: '178:15', overtime: '15:30', holidayWork: '0:00', night: '1:00' },
  pay: [
    { name: '給料', yen: 268_000 },
    { name: '時間外勤務手当', yen: 33_100 },
  ],
  deductions: [{ name: '共済掛金', yen: 41_200 }],
};

/** The wage ledger of people and periods. */
export const wageLedger: Ask = {
  name: 'wage-ledger',
  summary: {
    ja: '賃金台帳に必要な事項、足りない事項、矛盾する記入',
    en: 'what a wage ledger must hold, lacks and contradicts',
  },
  example: {
    rows: [
      exampleRow,
      {
        ...exampleRow,
        id: '100124 2026-10(記入済み)',
        entered: {
          period: exampleRow.period,
          daysWorked: 21,
          worked: '176:45',
          overtime: '14:00',
          holidayWork: '0:00',
          night: null,
          pay: exampleRow.pay,
          deductions: exampleRow.deductions,
        },
      },
      {
        id: '100001 2026-10(管理監督者)',
        person: { name: '湊 一樹', sex: 'male', exempt: 'managerial' },
        period: exampleRow.period,
        records: { daysWorked: 22, worked: '192:00', overtime: '21:30', holidayWork: '0:00', night: '0:30' },
        pay: [{ name: '給料', yen: 431_000 }],
        deductions: [],
      },
    ],
  },
  answer: (given) => {
    const { rows } = readDocument(schema, given);
    const all = rows.map((row, at) => ({
      id: row.id,
      ...refusingAt(
        ImpossibleLedger,
        ledgerDefects,
        () => `rows[${at}]`,
        () => judged(row),
      ),
    }));
    return {
      answer: {
        rows: all.map(({ id, outcome, steps }) => ({
          ...(id === undefined ? {} : { id }),
          verdict: outcome.verdict,
          missing: outcome.missing,
          advised: outcome.advised,
          findings: outcome.findings.map(findingJson),
          row: rowJson(outcome.row),
          items: outcome.requirements.map(({ item, requirement, citation }) => ({
            item,
            requirement,
            ...ground(citation),
          })),
          ...groundsOf(steps),
        })),
      },
      explanation: () =>
        all.flatMap(({ id, steps }, at) => [`【${id ?? String(at + 1)}】`, ...explain(steps, ledgerSentences)]),
    };
  },
};
