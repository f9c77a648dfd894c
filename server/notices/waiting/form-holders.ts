import { dividedBy, type FormPost } from '../../access/form-posts.ts';
import type { PlacedForm } from '../../access/policies-forms.ts';
import type { Tx } from '../../store/tenant.ts';
import type { Here } from '../../use-cases/reading/moment.ts';
import type { WaitingGround } from './ground.ts';

/** Who holds the offices that forms pass, and the posts of 次長 and head of each 部局, on a day. */
export type FormHolders = {
  /** By the word of the seal box; nothing where nobody was named. */
  readonly offices: ReadonlyMap<string, readonly string[]>;
  /** Offices that the municipality says nobody holds. */
  readonly vacant: ReadonlySet<string>;
  readonly bureaus: ReadonlyMap<
    string,
    readonly { readonly staff: string; readonly deputy: boolean; readonly top: boolean }[]
  >;
};

/** In force on `$2`, of a table with the alias. */
const holds = (alias: string): string =>
  `${alias}.effective_from <= $2::date and (${alias}.effective_until is null or ${alias}.effective_until > $2::date)`;

function gathered<T extends { readonly key: string }>(rows: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const found = new Map<string, T[]>();
  for (const row of rows) found.set(row.key, [...(found.get(row.key) ?? []), row]);
  return found;
}

/** Reads who is told of forms that wait. Somebody named by an account without a 職員番号 is told as that account. */
export async function readFormHolders(tx: Tx, { dutyDate, parameters }: Here): Promise<FormHolders> {
  const values = [tx.municipality, dutyDate];
  const [named, empty, bureaus] = await Promise.all([
    tx.query<{ key: string; staff: string }>(
      `select distinct o.office as key, coalesce(s.staff, c.staff, a.staff, 'account/' || c.login) as staff from tk.form_office o
       left join tk.staff s on s.municipality = $1 and o.kind = 'staff' and s.staff = o.holder
         and (s.left_on is null or s.left_on >= $2::date)
       left join tk.account c on c.municipality = $1 and o.kind = 'account' and c.login = o.holder
         and not exists (select 1 from tk.staff g where g.municipality = $1 and g.staff = c.staff and g.left_on < $2::date)
       left join tk.appointment a on a.municipality = $1 and o.kind = 'post' and a.department = o.department and a.post = o.holder
         and ${holds('a')}
       where o.municipality = $1 and ${holds('o')} and coalesce(s.staff, c.staff, a.staff, c.login) is not null`,
      values,
    ),
    tx.query<{ office: string }>(
      `select distinct o.office from tk.form_office o where o.municipality = $1 and o.kind = 'vacant' and ${holds('o')}`,
      values,
    ),
    tx.query<{ key: string; staff: string; post: string }>(
      `select a.department as key, a.staff, a.post from tk.appointment a
       join tk.department d on d.municipality = $1 and d.department = a.department and d.kind = 'bureau' and ${holds('d')}
       where a.municipality = $1 and a.managerial and ${holds('a')} order by a.staff`,
      values,
    ),
  ]);
  const words = parameters.forms.deputyPosts;
  const offices = new Map([...gathered(named)].map(([office, rows]) => [office, rows.map(({ staff }) => staff)]));
  return {
    offices,
    vacant: new Set(empty.flatMap(({ office }) => (offices.has(office) ? [] : [office]))),
    bureaus: new Map(
      [...gathered(bureaus)].map(([bureau, rows]) => [
        bureau,
        rows.map(({ staff, post }) => ({ staff, ...dividedBy(post, words) })),
      ]),
    ),
  };
}

/** Who holds a post towards a form (access/policies-forms says the same of one actor). Nobody holds one towards what is about themselves. */
export function holdersOf(
  form: PlacedForm,
  post: FormPost,
  ground: WaitingGround,
  { offices, bureaus }: FormHolders,
): readonly string[] {
  const subject = form.per === 'person' ? form.subject : undefined;
  const others = (staff: readonly string[]) => staff.filter((each) => each !== subject);
  if ('office' in post)
    return others(offices.get(post.office) ?? ground.holding(post.kind === 'executive' ? 'executive' : 'hr'));
  switch (post.kind) {
    case 'person':
      return subject === undefined ? [] : [subject];
    case 'office':
      return others(ground.holding('hr'));
    case 'bureau':
      return form.bureau === '' ? [] : others(ground.headed(form.bureau));
    case 'deputy':
      return others((bureaus.get(form.bureau) ?? []).flatMap(({ deputy, staff }) => (deputy ? [staff] : [])));
    case 'top':
      return others((bureaus.get(form.bureau) ?? []).flatMap(({ top, staff }) => (top ? [staff] : [])));
    // What a 係長 may write is told to the head, who answers for it.
    default:
      return form.section === '' ? [] : ground.near(form.section, subject);
  }
}

/** The steps that nobody holds (use-cases/forms/open says the same of one form). Of a 部局 that stands no more it is not known: its posts are awaited. */
export function vacantSteps(
  form: PlacedForm,
  posts: readonly FormPost[],
  { tree }: WaitingGround,
  { vacant, bureaus }: FormHolders,
): readonly number[] {
  const known = bureaus.get(form.bureau) ?? (tree.find(form.bureau) === undefined ? null : []);
  const has = (part: 'deputy' | 'top') => known === null || known.some((each) => each[part]);
  const isVacant = (post: FormPost): boolean => {
    if ('office' in post) return vacant.has(post.office);
    if (post.kind === 'bureau') return !has('deputy') && !has('top');
    return (post.kind === 'deputy' && !has('deputy')) || (post.kind === 'top' && !has('top'));
  };
  return posts.flatMap((post, step) => (isVacant(post) ? [step] : []));
}
