import { formatLocalDate } from '@tokimori/law/time/civil';
import { formatYearMonth } from '@tokimori/law/time/months';
import type { FellOn } from '@tokimori/ordinances/measures/fell-on';
import type { Subject } from '@tokimori/ordinances/measures/vocabulary';
import type { Context } from '../../context.ts';
import type { DepartmentTree } from '../reading/department-tree.ts';
import { personsOn } from '../reading/persons.ts';

/** A person, 課 or 部局 on whom a measure fell; of a person the path of the post. Months `YYYY-MM`. */
export type NamedSubject = {
  readonly code: string;
  readonly name: string;
  readonly place: string;
  readonly months: string[];
};
export type NamingGround = {
  readonly context: Context;
  readonly municipality: string;
  /** Of the last month of the trial. */
  readonly tree: DepartmentTree;
};

/** Names and places of some, as they stood on the last day of the trial; whoever left before, with the last post. */
export async function nameSubjects(
  { context, municipality, tree }: NamingGround,
  per: Subject,
  some: readonly FellOn[],
): Promise<NamedSubject[]> {
  const shown = (code: string, name: string, place: string, { months }: FellOn): NamedSubject => ({
    code,
    name,
    place,
    months: months.map(formatYearMonth),
  });
  if (per !== 'person')
    return some.map((each) =>
      shown(
        each.subject,
        each.subject === '' ? '団体全体' : (tree.find(each.subject)?.name ?? each.subject),
        each.subject === '' ? '' : tree.path(each.subject),
        each,
      ),
    );
  const codes = some.map(({ subject }) => subject);
  const people = await context.store.tenant(municipality, (tx) => personsOn(tx, codes, formatLocalDate(tree.on)));
  return some.map((each) => {
    const person = people.get(each.subject);
    const place = person === undefined ? '' : tree.path(person.department) || person.departmentName;
    return shown(each.subject, person?.name ?? '', place, each);
  });
}
