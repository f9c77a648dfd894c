import type { RegisteredAgreement } from '../../agreement36/types.ts';
import { epochDayOf, parseLocalDate } from '../../time/civil.ts';
import { parseDuration } from '../../time/minutes.ts';

/** A complete agreement at every maximum of the law, and what a case changes in it. */
export const fullAgreement: RegisteredAgreement = {
  id: 'A',
  workplace: '第一保育所',
  appdxTable1: 13,
  enterprise: false,
  collective: false,
  yearStart: epochDayOf(2026, 4, 1),
  term: { from: epochDayOf(2026, 4, 1), through: epochDayOf(2027, 3, 31) },
  concludedOn: epochDayOf(2026, 3, 10),
  filedOn: epochDayOf(2026, 3, 20),
  endedOn: null,
  longAveraging: false,
  lines: [
    { reasons: '行事の準備', tasks: '保育', headcount: 20, daily: 180, monthly: 2700, annual: 21600, hazardous: false },
  ],
  holidayLines: [{ reasons: '行事', tasks: '保育', headcount: 20, days: '1箇月に1日', from: 510, until: 1035 }],
  special: {
    reasons: '感染症の流行への対応',
    procedure: '労働者代表への事前の通告',
    times: 6,
    monthlyTotal: 5999,
    annual: 43200,
    premiumPercent: 35,
    healthMeasures: [1, 3],
    otherMeasure: '',
  },
  ceilingsStated: true,
  representative: {
    kind: 'person',
    name: '山田花子',
    position: '保育士',
    election: '投票',
    managerial: false,
    chosenByEmployer: false,
  },
};

function readValue(text: string): unknown {
  if (text === 'null') return null;
  if (text === 'true' || text === 'false') return text === 'true';
  if (text === '""') return '';
  if (text === '[]') return [];
  const day = parseLocalDate(text);
  if (day !== undefined) return day;
  const minutes = parseDuration(text);
  if (minutes !== undefined) return minutes;
  if (text.startsWith('[')) return text.slice(1, -1).split(' ').map(Number);
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}

/** 「lines[0].monthly = 45:01」 in a copy of the full agreement. @throws for a path that is not there */
export function changed(changes: readonly string[], agreement = fullAgreement): RegisteredAgreement {
  const copy = structuredClone(agreement);
  for (const change of changes) {
    const [path = '', value = ''] = change.split(' = ');
    const keys = path.split(/[.[\]]+/).filter((key) => key !== '');
    const last = keys.pop() ?? '';
    let at: unknown = copy;
    for (const key of keys) at = (at as Readonly<Record<string, unknown>>)[key];
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, last)) throw new Error(`no ${path}`);
    (at as Record<string, unknown>)[last] = readValue(value);
  }
  return copy;
}
