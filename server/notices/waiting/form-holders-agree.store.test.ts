import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type FormPost, postsOf } from '../../access/form-posts.ts';
import type { FormScope } from '../../access/form-scope.ts';
import { headedIn } from '../../access/policies.ts';
import { holdsPost, type PlacedForm } from '../../access/policies-forms.ts';
import { recipientOf } from '../../access/policies-notices.ts';
import type { Actor } from '../../context.ts';
import type { Tx } from '../../store/tenant.ts';
import { vacantIn } from '../../use-cases/forms/open.ts';
import { formScopeOf } from '../../use-cases/reading/form-scope.ts';
import { type Here, here } from '../../use-cases/reading/moment.ts';
import { eachTownHallAt } from '../../use-cases/testing/each-town-hall.ts';
import { HERE } from '../../use-cases/testing/town-hall.ts';
import { holdersOf, vacantFor } from './form-holders.ts';
import { readGround, type WaitingGround } from './ground.ts';

const route = [
  { role: 'manager', label: '所属長' },
  { role: 'director', label: '次長' },
  { role: 'bureauHead', label: '部長' },
  { role: 'hr', label: '職員課長' },
  { role: 'hrDirector', label: '総務部長' },
  { role: 'viceMayor', label: '副市長' },
];
const posts: readonly FormPost[] = [...postsOf(route), { kind: 'person' }, { kind: 'bureau' }, { kind: 'office' }];
const staff = ['100001', '100002', '200001', '300001', '300009'];
/** 会計課 stands below no 部局; 小野's number left the service. */
const LEFT = '400001';
const places = [
  { department: '10', section: '', bureau: '10' },
  { department: '11', section: '11', bureau: '10' },
  { department: '111', section: '11', bureau: '10' },
  { department: '40', section: '40', bureau: '40' },
];

const appointment = fc.record({
  staff: fc.constantFrom(...staff),
  department: fc.constantFrom('10', '11', '111', '30', '31', '40'),
  post: fc.constantFrom('部長', '次長', '部長兼次長', '課長', '係長', '主任'),
  managerial: fc.boolean(),
  from: fc.constantFrom('2026-04-01', '2026-12-01'),
});
const office = fc.record({
  office: fc.constantFrom('職員課長', '総務部長', '副市長'),
  holder: fc.oneof(
    fc.record({ kind: fc.constant('staff'), holder: fc.constantFrom(...staff, LEFT), department: fc.constant('') }),
    fc.record({
      kind: fc.constant('account'),
      holder: fc.constantFrom('100001', 'vice-mayor', LEFT),
      department: fc.constant(''),
    }),
    fc.record({
      kind: fc.constant('post'),
      holder: fc.constantFrom('部長', '課長'),
      department: fc.constantFrom('10', '11'),
    }),
    fc.constant({ kind: 'vacant', holder: '', department: '' }),
  ),
  until: fc.constantFrom(null, '2026-11-04', '2027-04-01'),
});
const world = fc.record({
  appointments: fc.uniqueArray(appointment, {
    selector: ({ staff: number, department, from }) => `${number} ${department} ${from}`,
    maxLength: 10,
  }),
  offices: fc.array(office, { maxLength: 4 }),
  hr: fc.subarray([...staff]),
  executives: fc.subarray(['100002', 'vice-mayor']),
});
type World = typeof world extends fc.Arbitrary<infer T> ? T : never;

/** A form of every place: of each person there, of the 課, the 部局 and the whole body. */
const forms: readonly PlacedForm[] = [
  ...places.flatMap(({ department, section, bureau }): PlacedForm[] => [
    ...staff.map((subject) => ({ per: 'person' as const, subject, section, bureau })),
    { per: 'section', subject: department, section, bureau },
    { per: 'bureau', subject: bureau, section: '', bureau },
  ]),
  { per: 'city', subject: '', section: '', bureau: '' },
];

const rolesOf = (login: string, { appointments, hr, executives }: World): Actor['roles'] => [
  ...(login === 'vice-mayor' ? [] : (['staff'] as const)),
  ...(appointments.some((each) => each.staff === login && each.managerial) ? (['manager'] as const) : []),
  ...(hr.includes(login) ? (['hr'] as const) : []),
  ...(executives.includes(login) ? (['executive'] as const) : []),
];
const peopleOf = (world: World): readonly Actor[] =>
  [...staff, 'vice-mayor'].map((login) => ({
    municipality: HERE,
    login,
    staff: login === 'vice-mayor' ? null : login,
    roles: rolesOf(login, world),
  }));

async function settle(tx: Tx, at: Here, drawn: World): Promise<void> {
  await tx.query('delete from tk.appointment a where a.municipality = $1', [HERE]);
  await tx.query(`update tk.staff as s set left_on = '2026-09-30' where s.municipality = $1 and s.staff = $2`, [
    HERE,
    LEFT,
  ]);
  await tx.query(
    `insert into tk.department (municipality, department, effective_from, name, kind) values ($1, '40', '2019-04-01', '会計課', 'division')`,
    [HERE],
  );
  for (const { staff: number, department, post, managerial, from } of drawn.appointments)
    await tx.query(
      `insert into tk.appointment (municipality, staff, effective_from, department, post, concurrent, managerial) values ($1, $2, $3, $4, $5, true, $6)`,
      [HERE, number, from, department, post, managerial],
    );
  for (const { login, staff: number, roles } of [
    ...peopleOf(drawn),
    { login: LEFT, staff: LEFT, roles: ['staff', 'hr', 'executive'] },
  ])
    await tx.query(
      `insert into tk.account (municipality, login, staff, name, roles, password_hash) values ($1, $2, $3, $2, $4::text[], '')`,
      [HERE, login, number, `{${roles.join()}}`],
    );
  for (const { office: word, holder, until } of drawn.offices)
    await tx.query(
      `insert into tk.form_office (municipality, id, office, kind, holder, department, effective_from, effective_until, given_by, given_at, version)
       values ($1, $2, $3, $4, $5, $6, '2026-04-01', $7, '400001', $8, 1)`,
      [HERE, randomUUID(), word, holder.kind, holder.holder, holder.department, until, at.now],
    );
}

type Who = { readonly actor: Actor; readonly scope: FormScope };

/** Who holds a post towards a form, in their own view: of those who hold that of a 課, who heads what is nearest to it. */
function holdingThemselves(people: readonly Who[], form: PlacedForm, post: FormPost, { tree }: WaitingGround) {
  const chain = tree.chain(headedIn(form)).map(({ department }) => department);
  const found = people
    .filter(({ actor, scope }) => holdsPost(actor, scope, form, post))
    .map(({ actor, scope }) => ({
      who: recipientOf(actor),
      depth: post.kind === 'section' ? chain.findIndex((department) => scope.headed.has(department)) : 0,
    }));
  const nearest = Math.min(...found.map(({ depth }) => depth));
  return found.flatMap(({ who, depth }) => (depth === nearest ? [who] : [])).toSorted();
}

/** Settles a world and looks at every form in it. */
async function inWorld(tx: Tx, at: Here, drawn: World): Promise<void> {
  await settle(tx, at, drawn);
  const ground = await readGround(tx, at);
  const people = await Promise.all(
    // Where 人事課 does not approve for an office for which nobody was named, it is told all the same.
    peopleOf(drawn).map(async (actor) => ({ actor, scope: { ...(await formScopeOf(tx, actor, at)), hrActs: true } })),
  );
  const [{ scope }] = people as [Who];
  for (const form of forms) {
    const toldOf = (post: FormPost) => [...new Set(holdersOf(form, post, ground))].toSorted();
    const told = posts.map((post) => [post, ...toldOf(post)]);
    expect(told, JSON.stringify(form)).toEqual(
      posts.map((post) => [post, ...holdingThemselves(people, form, post, ground)]),
    );
    // What a 係長 may write is told to the head.
    expect(toldOf({ kind: 'chief' })).toEqual(toldOf({ kind: 'section' }));
    expect(vacantFor(form, posts, ground)).toEqual(await vacantIn(tx, posts, { place: form, scope, at }));
  }
}

/** Leaves the town hall as it was before a world was settled in it. */
const LOOKED = new Error('looked');

eachTownHallAt('2026-11-04T18:00:00+09:00', 'who holds a post of a form, and who is told that it waits', (hall) => {
  it('are the same, whoever stands where and whoever was named; and both pass the same posts as vacant', async () => {
    await fc.assert(
      fc.asyncProperty(world, async (drawn) => {
        const looked = hall.context.store.tenant(HERE, async (tx) => {
          await inWorld(tx, await here(hall.context, tx), drawn);
          throw LOOKED;
        });
        await expect(looked).rejects.toBe(LOOKED);
      }),
      { numRuns: 25 },
    );
  });
});
