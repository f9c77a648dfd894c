import type { Dated } from '../../decision/dated.ts';
import { leaveKindCitations } from '../citations.ts';
import { Impossible } from '../impossible.ts';
import type { LeaveRules, MunicipalKind } from '../rules.ts';
import type { Kind, KindLimit } from './kind.ts';
import { childcareKinds, familyKinds, plainLeaveKinds } from './leave-kinds.ts';
import { makeKind } from './make-kind.ts';
import { absenceKinds, dayOffKinds, statusKinds, workKinds } from './ordinary-kinds.ts';
import { specialKinds } from './special-kinds.ts';

/** The master table: every kind of leave and attendance, in the order in which a register lists them. */
export const masterKinds: readonly Kind[] = [
  ...workKinds,
  ...plainLeaveKinds,
  ...specialKinds,
  ...familyKinds,
  ...childcareKinds,
  ...statusKinds,
  ...dayOffKinds,
  ...absenceKinds,
];

/** The table as it stands now. Earlier kinds (子の看護休暇 without its later reasons …) are the matter of their own rules. */
export const masterInForce: readonly Dated<readonly Kind[]>[] = [
  { from: '2019-04-01', value: masterKinds, citation: leaveKindCitations.special, checkedOn: '2026-11-28' },
];
const masterCodes: ReadonlySet<string> = new Set(masterKinds.map(({ code }) => code));

export type LeaveRulesDefect =
  | 'kindTwice'
  | 'unknownAbsentKind'
  | 'categoryCodeTwice'
  | 'unknownCategoryCode'
  | 'prenatalWeeks'
  | 'postnatalWeeks';

/** Thrown when a municipality's kinds, register or weeks cannot be; `of` is the code or the number. */
export class ImpossibleLeaveRules extends Impossible<LeaveRulesDefect> {
  override readonly name = 'ImpossibleLeaveRules';
}

/** A kind as the municipality has it: its own limit in days, null where there is none. */
export type KindHere = Kind & { readonly daysPerYear: number | null };

function ownKind({ code, name, pay, attendance, units, daysPerYear }: MunicipalKind): KindHere {
  const citation = {
    instrument: 'model-working-hours-ordinance',
    revision: '2019-04-01',
    path: '',
    confidence: 'C',
  } as const;
  const kind = makeKind(
    code,
    name,
    'この団体が定める休暇',
    { group: 'special', pay, attendance, units, limit: { per: 'need' } },
    citation,
  );
  return { ...kind, daysPerYear };
}

/** Whether the municipality grants a kind: not left out, and its days not null. */
function granted({ code, limit }: Kind, rules: LeaveRules): boolean {
  if (rules.absentKinds.includes(code)) return false;
  return (limit.per !== 'year' && limit.per !== 'occasion') || rules.specialDays[limit.days] !== null;
}

/**
 * The kinds of a municipality: the master table less what it does not have, and its own.
 * @throws ImpossibleLeaveRules when an own code is in the master table or occurs twice, or an absent one is unknown
 */
export function kindsOf(rules: LeaveRules): readonly KindHere[] {
  const own = rules.municipalKinds.map(({ code }) => code);
  const twice = own.find((code, at) => masterCodes.has(code) || own.indexOf(code) !== at);
  if (twice !== undefined) throw new ImpossibleLeaveRules('kindTwice', twice);
  const unknown = rules.absentKinds.find((code) => !masterCodes.has(code));
  if (unknown !== undefined) throw new ImpossibleLeaveRules('unknownAbsentKind', unknown);
  const here = masterKinds.filter((kind) => granted(kind, rules)).map((kind) => ({ ...kind, daysPerYear: null }));
  return [...here, ...rules.municipalKinds.map(ownKind)];
}

/** Days of a limit by the rules: what it is, and what it is with more children, persons or treatment. */
export function daysOfLimit(
  limit: KindLimit,
  rules: LeaveRules,
): { readonly days: number; readonly more: number } | null {
  if (limit.per === 'illness') return { days: rules.sickLeaveDays, more: rules.sickLeaveDays };
  if (limit.per !== 'year' && limit.per !== 'occasion') return null;
  const days = rules.specialDays[limit.days];
  if (days === null) return null;
  return { days, more: limit.more === undefined ? days : (rules.specialDays[limit.more] ?? days) };
}
