import type { StandingOvertime } from './reading/overtime-rows.ts';
import type { Member } from './reading/section-people.ts';
import type { SectionMonth } from './section-rows.ts';

/** Orders that can still be revoked before they are worked: those that do not wait for a confirmation. */
export function givenOrders(
  standing: readonly StandingOvertime[],
  section: {
    readonly members: readonly Member[];
    readonly departments: readonly string[];
    readonly results: SectionMonth['results'];
    /** Whoever asks: nobody revokes an own order. */
    readonly except: string | null;
  },
): SectionMonth['orders'] {
  const over = new Set(section.results.map(({ overtime }) => overtime.id));
  const persons = new Map(section.members.map(({ person }) => [person.staff, person]));
  return standing.flatMap((row) => {
    const person = row.staff === section.except ? undefined : persons.get(row.staff);
    if (row.state !== 'ordered' || over.has(row.id) || person === undefined) return [];
    if (!section.departments.includes(row.department)) return [];
    const { id, duty_date: date, from_minute: from, until_minute: until, minutes, category } = row;
    return [{ overtime: { id, date, from, until, minutes, category }, person }];
  });
}
