import { formDefinition } from '@tokimori/forms/catalogue';
import { routeOf } from '@tokimori/forms/sheet/conditions';
import type { FormDefinition } from '@tokimori/forms/sheet/definition';
import type { Filled } from '@tokimori/forms/sheet/given';
import { postOf } from '../../access/form-posts.ts';
import { headedIn } from '../../access/policies.ts';
import type { PlacedForm } from '../../access/policies-forms.ts';
import { recipientOf } from '../../access/policies-notices.ts';
import type { Tx } from '../../store/tenant.ts';
import { awaitedOf, postsIn } from '../../use-cases/forms/awaited.ts';
import { subjectOut } from '../../use-cases/forms/places.ts';
import { eraMonthOf } from '../words.ts';
import { holdersOf, vacantFor } from './form-holders.ts';
import { forEach, type Waiting, type WaitingGround } from './ground.ts';
import type { Touched } from './touched.ts';

type Row = PlacedForm & {
  id: string;
  form: string;
  month: string;
  state: 'submitted' | 'returned';
  step: number;
  filled: Filled;
  submitted_by: string | null;
  submitter: string | null;
  by_account: boolean;
  name: string | null;
  version: number;
};

/** A form that the health side fills in or passes tells by its name alone why somebody has one: then nobody is named. */
const namesPerson = ({ by, route }: FormDefinition): boolean =>
  !by.includes('health') && !route.some(({ role }) => role === 'health');

function subjectOf(row: Row, definition: FormDefinition, { tree }: WaitingGround): string {
  const department = row.per === 'person' ? headedIn(row) : row.subject;
  const place = tree.path(department) || '団体全体';
  return row.per === 'person' && row.name !== null && namesPerson(definition) ? `${place} ${row.name}` : place;
}

/** To whom a returned form goes: whoever handed it in, while they are still one of those who write it; else those. */
function writersOf(row: Row, definition: FormDefinition, ground: WaitingGround): readonly string[] {
  const writers = definition.by.flatMap((role) => holdersOf(row, postOf(role), ground));
  const submitter =
    row.submitter === null ? null : recipientOf({ staff: row.by_account ? null : row.submitter, login: row.submitter });
  const isStill = submitter !== null && (row.by_account || [...writers, ...ground.holding('hr')].includes(submitter));
  return isStill ? [submitter] : writers;
}

/** 様式 that wait for an approval, and those that were returned to whoever handed them in. */
export async function waitingForms(tx: Tx, ground: WaitingGround, touched: Touched): Promise<readonly Waiting[]> {
  const rows = await tx.query<Row>(
    `select f.id, f.form, f.month, f.per, f.subject, f.section, f.bureau, f.state, f.step, f.filled, f.submitted_by, f.version,
       coalesce(b.staff, c.login) as submitter, b.staff is null as by_account, s.name
     from tk.form_sheet f
     left join tk.staff s on s.municipality = $1 and f.per = 'person' and s.staff = f.subject
     left join tk.staff b on b.municipality = $1 and b.staff = f.submitted_by
     left join tk.account c on c.municipality = $1 and c.login = f.submitted_by and c.staff is null
     where f.municipality = $1 and f.state in ('submitted', 'returned') ${touched.whole ? '' : 'and f.id = any($2::uuid[])'}
     order by f.month, f.form, f.section, f.subject`,
    touched.whole ? [tx.municipality] : [tx.municipality, touched.of('form')],
  );
  return rows.flatMap((row) => {
    const definition = formDefinition(row.form);
    if (definition === undefined) return [];
    const route = routeOf(definition, [], row.filled);
    const posts = postsIn(definition, route);
    const { post, label } = awaitedOf({ route, posts }, row.step, vacantFor(row, posts, ground));
    const returned = row.state === 'returned';
    const recipients = returned
      ? writersOf(row, definition, ground)
      : post === undefined
        ? // Nobody holds what is left: 人事課 passes it.
          ground.holding('hr')
        : holdersOf(row, post, ground);
    const what = `${definition.title}(${eraMonthOf(row.month)}分) ${subjectOf(row, definition, ground)}`;
    return forEach(recipients, {
      kind: returned ? 'formReturned' : 'formApproval',
      about: `form/${row.id}`,
      key: `form/${row.id}/${row.version}`,
      line: returned ? what : `${what}(${label})`,
      path: `/forms/${row.form}/${row.month.slice(0, 7)}/${encodeURIComponent(subjectOut(row.subject))}`,
    });
  });
}
