import type { FormLine } from '@tokimori/contract/forms';
import { formDefinitions } from '@tokimori/forms/catalogue';
import type { FormDefinition } from '@tokimori/forms/sheet/definition';
import type { Filled } from '@tokimori/forms/sheet/given';
import type { MonthIndex } from '@tokimori/law/time/months';
import { type BureauVacancies, type FormPost, postOf, postsOf, wordOf } from '../../access/form-posts.ts';
import type { FormScope } from '../../access/form-scope.ts';
import { is } from '../../access/policies.ts';
import { holdsOffice, mayViewFormsOfAll, type PlacedForm } from '../../access/policies-forms.ts';
import type { Actor } from '../../context.ts';
import type { Tx } from '../../store/tenant.ts';
import { monthDate } from '../reading/moment.ts';

/** What was written or is due of one form and subject. */
export type ListRow = PlacedForm & {
  readonly form: string;
  readonly state: FormLine['state'];
  readonly step: number;
  readonly due_on: string | null;
  readonly name: string | null;
  readonly submitted: boolean;
  /** Of what is on its way: it may decide which posts are passed. */
  readonly filled: Filled | null;
};
export type ListCount = { readonly form: string; readonly count: number; readonly accepted: number };

const array = (words: readonly (string | null)[]): string =>
  `{${words.map((word) => (word === null ? 'null' : `"${word}"`)).join(',')}}`;

/** A definition as the database compares it: its kinds of posts, and the steps with the condition on which each is passed. */
const known = ({ key, per, by, route, shownToPerson }: FormDefinition): readonly string[] => [
  key,
  per,
  array(by.map((role) => wordOf(postOf(role)))),
  array(postsOf(route).map(wordOf)),
  array(route.map(({ onlyWhen }) => onlyWhen?.key ?? null)),
  array(route.map(({ onlyWhen }) => (onlyWhen !== undefined && 'is' in onlyWhen ? onlyWhen.is : null))),
  array(route.map(({ onlyWhen }) => (onlyWhen !== undefined && 'above' in onlyWhen ? `${onlyWhen.above}` : null))),
  String(shownToPerson === true),
];
const catalogue = formDefinitions.map(known);
/** Posts of the catalogue that are offices of the whole body, each once. */
const offices: readonly FormPost[] = [
  ...new Map(
    formDefinitions
      .flatMap(({ by, route }) => [...by.map(postOf), ...postsOf(route)])
      .filter((post) => 'office' in post || post.kind === 'office')
      .map((post) => [wordOf(post), post] as const),
  ).values(),
];

/** Minutes of a length as it was typed; what is none is over nothing, as in `holds` of the forms. */
const minutes = (text: string): string =>
  `case when ${text} ~ '^\\d{1,4}:[0-5]\\d$' then split_part(${text}, ':', 1)::int * 60 + split_part(${text}, ':', 2)::int else 0 end`;

/**
 * Every form of a month that the caller sees, with whose turn it is. The posts are those of `holdsPost`: what is about oneself is nobody's own post
 * but the person's. What waits is the step of `awaitedOf`: posts of `vacantSteps` are passed, by 人事課 where none is left.
 */
const seen = `
  with k as (
    select u.form, u.per, u.by_posts::text[] as by_posts, u.posts::text[] as posts, u.keys::text[] as keys, u.words::text[] as words,
           u.lengths::text[] as lengths, u.told::boolean as told
    from unnest($6::text[], $7::text[], $8::text[], $9::text[], $10::text[], $11::text[], $12::text[], $13::text[])
      as u (form, per, by_posts, posts, keys, words, lengths, told)),
  x as (
    select coalesce(f.form, d.form) as form, coalesce(f.per, d.per) as per, coalesce(f.subject, d.subject) as subject,
           coalesce(f.section, d.section) as section, coalesce(f.bureau, d.bureau) as bureau, coalesce(f.state, 'none') as state,
           coalesce(f.step, 0) as step, d.due_on, f.submitted_at is not null as submitted,
           case when f.state = 'submitted' then f.filled end as filled
    from (select g.form, g.per, g.subject, g.section, g.bureau, g.state, g.step, g.submitted_at, g.filled from tk.form_sheet g
          where g.municipality = $1 and g.month = $2::date) f
    full join (select u.form, u.subject, min(u.per) as per, min(u.section) as section, min(u.bureau) as bureau,
                      min(u.due_on) filter (where u.state = 'open') as due_on
               from tk.due u
               where u.municipality = $1 and u.month = $2::date and u.form is not null
                 and u.state <> 'lapsed'
               group by u.form, u.subject) d on d.form = f.form and d.subject = f.subject),
  placed as (
    select x.*, k.by_posts, k.posts, k.keys, k.words, k.lengths, k.told,
           case when x.per = 'person' and x.subject = $5 then array['person']
                else $14::text[] || case when x.section = any($4) or (x.per = 'person' and x.section = '' and x.bureau = any($4)) then array['section'] else '{}'::text[] end
                  || case when x.bureau = any($15) then array['bureau'] else '{}'::text[] end
                  || case when x.bureau = any($17) then array['deputy'] else '{}'::text[] end
                  || case when x.bureau = any($18) then array['top'] else '{}'::text[] end
                  || case when x.per = 'person' and x.section || '/' || x.subject = any($19) then array['chief'] else '{}'::text[] end end as held,
           $20::text[] || case when x.bureau = any($21) then array['deputy'] else '{}'::text[] end
             || case when x.bureau = any($22) then array['top'] else '{}'::text[] end
             || case when x.bureau = any($21) and x.bureau = any($22) then array['bureau'] else '{}'::text[] end as vacant
    from x join k on k.form = x.form and k.per = x.per),
  seen as (
    select p.*, case when p.state in ('none', 'draft', 'returned')
             then p.by_posts && p.held or (p.by_posts = '{}' and 'office' = any($16))
             when p.state = 'submitted' then coalesce((
               select w.post = any(p.held) from (
                 select s.post, row_number() over (order by s.nth) - 1 as step
                 from unnest(p.posts, p.keys, p.words, p.lengths) with ordinality as s (post, key, word, length, nth)
                 where s.key is null or p.filled ->> s.key = s.word
                   or ${minutes('(p.filled ->> s.key)')} > s.length::int) w
               where w.step >= p.step and not (w.post = any(p.vacant)) order by w.step limit 1),
               'office' = any($16) and not (p.per = 'person' and p.subject = $5))
             else false end as mine
    from placed p
    where $3 or p.by_posts && p.held or p.posts && p.held or (p.told and p.submitted and p.per = 'person' and p.subject = $5))`;

/** Posts that somebody holds towards every form that is not about themselves. */
const everywhere = (actor: Actor, scope: FormScope): readonly string[] =>
  offices.filter((post) => holdsOffice(actor, scope, post)).map(wordOf);

/** Who looks at the forms of which month, and what the 部局 lack that stand today. */
type Looking = {
  readonly actor: Actor;
  readonly scope: FormScope;
  readonly month: MonthIndex;
  readonly lacking: ReadonlyMap<string, BureauVacancies>;
};

const lackingPost = ({ lacking }: Looking, post: keyof BureauVacancies): readonly string[] =>
  [...lacking].flatMap(([bureau, lacks]) => (lacks[post] ? [bureau] : []));

function valuesFor(tx: Tx, looking: Looking): readonly unknown[] {
  const { actor, scope, month } = looking;
  const heading = is(actor, 'manager');
  const columns = (catalogue[0] ?? []).map((_, column) => catalogue.map((row) => row[column]));
  return [
    tx.municipality,
    monthDate(month),
    mayViewFormsOfAll(actor),
    heading ? [...scope.departments] : [],
    actor.staff ?? '',
    ...columns,
    everywhere(actor, scope),
    heading ? [...scope.headed] : [],
    is(actor, 'hr') ? ['office'] : [],
    heading ? [...scope.deputyIn] : [],
    heading ? [...scope.topOf] : [],
    is(actor, 'staff') ? [...scope.charges] : [],
    offices.filter((post) => 'office' in post && scope.offices.vacant.has(post.office)).map(wordOf),
    lackingPost(looking, 'deputy'),
    lackingPost(looking, 'top'),
  ];
}

/** How many forms of a month the caller sees, of each kind. */
export const countForms = (tx: Tx, looking: Looking): Promise<ListCount[]> =>
  tx.query<ListCount>(
    `${seen}
     select v.form, count(*)::int as count, count(*) filter (where v.state = 'accepted')::int as accepted from seen v group by v.form`,
    valuesFor(tx, looking),
  );

/** A page of them: those that wait for the caller first, then what is not done, then the rest; the earliest deadline first. */
export const pageOfForms = (
  tx: Tx,
  looking: Looking,
  { form, offset, limit }: { readonly form: string | null; readonly offset: number; readonly limit: number },
): Promise<ListRow[]> =>
  tx.query<ListRow>(
    `${seen}
     select v.form, v.per, v.subject, v.section, v.bureau, v.state, v.step, v.due_on, v.submitted, v.filled, s.name from seen v
     left join tk.staff s on s.municipality = $1 and v.per = 'person' and s.staff = v.subject
     where $23::text is null or v.form = $23
     order by case when v.mine then 0 when v.state = 'accepted' then 2 else 1 end, v.due_on nulls last, v.form, v.section, v.subject
     limit $24 offset $25`,
    [...valuesFor(tx, looking), form, limit, offset],
  );
