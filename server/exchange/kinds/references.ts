import { type EpochDay, formatLocalDate, parseLocalDate } from '@tokimori/law/time/civil';
import type { Tx } from '../../store/tenant.ts';
import { type Judgement, refused } from './kind.ts';

/** A staff member as far as files are checked against them. */
export type KnownStaff = {
  readonly staff: string;
  readonly name: string;
  readonly joined: EpochDay;
  readonly left: EpochDay | null;
};

export const dayFrom = (text: string): EpochDay => parseLocalDate(text)!;
export const dayOrNull = (text: string | null): EpochDay | null => (text === null ? null : dayFrom(text));
export const textOrNull = (day: EpochDay | null): string | null => (day === null ? null : formatLocalDate(day));

/** Those of the numbers that are known. */
export async function loadStaff(tx: Tx, numbers: readonly string[]): Promise<ReadonlyMap<string, KnownStaff>> {
  const rows = await tx.query<{ staff: string; name: string; joined_on: string; left_on: string | null }>(
    `select s.staff, s.name, s.joined_on, s.left_on from tk.staff s
     where s.municipality = $1 and s.staff = any($2::text[])`,
    [tx.municipality, [...new Set(numbers)]],
  );
  return new Map(
    rows.map((row) => [
      row.staff,
      { staff: row.staff, name: row.name, joined: dayFrom(row.joined_on), left: dayOrNull(row.left_on) },
    ]),
  );
}

/**
 * Refuses facts of people who are unknown, not yet there or no longer there.
 * @param dateField the column that holds the date
 * @returns null when the person was in service in the period
 */
export function outOfService(
  known: ReadonlyMap<string, KnownStaff>,
  staff: string,
  first: EpochDay,
  last: EpochDay,
  dateField: string,
): Judgement | null {
  const person = known.get(staff);
  if (person === undefined) return refused('職員番号', staff, 'import.staff.unknown');
  if (last < person.joined) return refused(dateField, formatLocalDate(last), 'import.staff.not-yet-in-service');
  if (person.left !== null && first > person.left) {
    return refused(dateField, formatLocalDate(first), 'import.staff.left');
  }
  return null;
}

/** A version of a department. */
export type KnownDepartment = { readonly department: string; readonly from: EpochDay; readonly until: EpochDay | null };

/** All versions of all departments, by code. */
export async function loadDepartments(tx: Tx): Promise<ReadonlyMap<string, readonly KnownDepartment[]>> {
  const rows = await tx.query<{ department: string; effective_from: string; effective_until: string | null }>(
    'select d.department, d.effective_from, d.effective_until from tk.department d where d.municipality = $1',
    [tx.municipality],
  );
  const byCode = new Map<string, KnownDepartment[]>();
  for (const row of rows) {
    const version = {
      department: row.department,
      from: dayFrom(row.effective_from),
      until: dayOrNull(row.effective_until),
    };
    byCode.set(row.department, [...(byCode.get(row.department) ?? []), version]);
  }
  return byCode;
}

/** Refuses a department that is unknown or does not exist on the day. */
export function noSuchDepartment(
  known: ReadonlyMap<string, readonly KnownDepartment[]>,
  department: string,
  on: EpochDay,
): Judgement | null {
  const versions = known.get(department);
  if (versions === undefined) return refused('部署コード', department, 'import.department.unknown');
  const exists = versions.some(({ from, until }) => from <= on && (until === null || on < until));
  return exists ? null : refused('部署コード', department, 'import.department.not-in-force');
}
