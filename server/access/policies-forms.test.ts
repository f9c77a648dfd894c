import { stampForm } from '@tokimori/contract/forms';
import { describe, expect, it } from 'vitest';
import type { Actor } from '../context.ts';
import { dividedBy, type FormPost, postOf, postsOf, wordOf } from './form-posts.ts';
import type { FormScope } from './form-scope.ts';
import {
  holdsByName,
  holdsPost,
  mayApproveForms,
  mayFillForm,
  mayRecordOnPaper,
  mayReopenForm,
  mayReturnForm,
  maySettleForms,
  mayViewForm,
  mayViewFormSettings,
  mayViewHealthOfForm,
  type PlacedForm,
} from './policies-forms.ts';
import { actor, noPosts as nothing } from './testing/people.ts';

const form: PlacedForm = { per: 'person', subject: '100001', section: '11', bureau: '10' };
type Who = readonly [actor: Actor, scope: FormScope];
const who = (staff: string | null, roles: Actor['roles'], scope: Partial<FormScope> = {}): Who => [
  actor(staff, ...roles),
  { ...nothing, ...scope },
];
const below10 = new Set(['10', '11', '111']);
const people: Readonly<Record<string, Who>> = {
  person: who('100001', ['staff']),
  colleague: who('100002', ['staff']),
  chief: who('100003', ['staff'], { charges: new Set(['11/100001']) }),
  head: who('200001', ['staff', 'manager'], { headed: new Set(['11']), departments: new Set(['11', '111']) }),
  otherHead: who('300009', ['staff', 'manager'], { headed: new Set(['21']), departments: new Set(['21']) }),
  top: who('200009', ['staff', 'manager'], { headed: new Set(['10']), departments: below10, topOf: new Set(['10']) }),
  deputy: who('200008', ['staff', 'manager'], {
    ...{ headed: new Set(['10']), departments: below10, deputyIn: new Set(['10']) },
  }),
  hr: who('400001', ['staff', 'hr']),
  hrOfSelf: who('100001', ['staff', 'hr']),
  executive: who(null, ['executive']),
  auditor: who(null, ['auditor']),
  admin: who(null, ['admin']),
  union: who('100009', ['staff', 'union']),
};
const those = (rule: (actor: Actor, scope: FormScope) => boolean): string =>
  Object.entries(people)
    .filter(([, [actor, scope]]) => rule(actor, scope))
    .map(([name]) => name)
    .join(' ');
const holding = (post: FormPost) => those((actor, scope) => holdsPost(actor, scope, form, post));

const zama = [
  { role: 'manager', label: '所属長' },
  { role: 'director', label: '次長' },
  { role: 'bureauHead', label: '部長' },
  { role: 'hr', label: '職員課長' },
  { role: 'viceMayor', label: '副市長' },
];
const posts = postsOf(zama);

describe('who holds a post', () => {
  it('a 係長 holds none towards a form of a month in which the person stood in another 課', () => {
    const [chief, scope] = people.chief as Who;
    expect(holdsPost(chief, scope, { ...form, section: '21' }, { kind: 'chief' })).toBe(false);
  });

  it.each([
    [postOf('person'), 'person hrOfSelf'],
    [postOf('subsectionChief'), 'chief'],
    [postOf('manager'), 'head top deputy'],
    [postOf('bureauHead'), 'top deputy'],
    [postOf('health'), 'hr'],
    [posts[1], 'deputy'],
    [posts[2], 'top'],
    [posts[3], 'hr'],
    [posts[4], 'executive'],
  ] as const)('%o: %s', (post, expected) => {
    expect(holding(post as FormPost)).toBe(expected);
  });

  it('where somebody was named, nobody else; where nobody, 人事課 if the municipality lets it; a vacant one, nobody', () => {
    const office = posts[3] as FormPost;
    const [actor, scope] = people.hr as Who;
    const under = (offices: Partial<FormScope['offices']>, more: Partial<FormScope> = {}) =>
      holdsPost(actor, { ...scope, offices: { ...nothing.offices, ...offices }, ...more }, form, office);
    const it = new Set(['職員課長']);
    expect(under({ named: it })).toBe(false);
    expect(under({ named: it, held: it })).toBe(true);
    expect(under({}, { hrActs: false })).toBe(false);
    expect(under({ vacant: it })).toBe(false);
    const [other, none] = people.otherHead as Who;
    const named = { ...none, offices: { ...nothing.offices, named: it, held: it } };
    expect(holdsPost(other, named, form, office)).toBe(true);
    expect(holdsByName(other, named, form, office)).toBe(true);
    expect(holdsByName(actor, scope, form, office)).toBe(false);
  });

  it('by name: of the 課 only its own head', () => {
    expect(those((actor, scope) => holdsByName(actor, scope, form, postOf('manager')))).toBe('head');
  });

  it('a route with one of them is passed by whoever heads the 部局', () => {
    expect(postsOf(zama.filter(({ role }) => role !== 'director')).map(wordOf)).toEqual([
      ...['section', 'bureau', 'named/職員課長', 'executive/副市長'],
    ]);
  });

  it.each([
    ['部長', false, true],
    ['次長', true, false],
    ['副部長', true, false],
    ['部長兼次長', true, true],
    ['次長事務取扱部長', true, true],
    ['参事', false, true],
  ])('%s: 次長 %s, head %s', (post, deputy, top) => {
    expect(dividedBy(post, ['次長', '副部長'])).toEqual({ deputy, top });
  });
});

it('approving at all: those to whom the route is open, and nobody else', () => {
  expect(those(mayApproveForms)).toBe('person colleague chief head otherHead top deputy hr hrOfSelf executive union');
  for (const role of ['staff', 'manager', 'hr', 'executive', 'auditor', 'admin', 'union'] as const)
    expect([role, mayApproveForms({ roles: [role] })]).toEqual([role, stampForm.access.some((open) => open === role)]);
});

it('filling in, recording, returning, taking back, settling', () => {
  expect(those((a, s) => mayFillForm(a, s, form, ['subsectionChief', 'manager']))).toBe('chief head top deputy hr');
  expect(those((a) => mayRecordOnPaper(a, form))).toBe('hr');
  expect(those((a, s) => mayReturnForm(a, s, form, posts[2]))).toBe('top hr');
  expect(those((a, s) => mayReopenForm(a, s, form, posts[4]))).toBe('hr executive');
  expect(those((a, s) => mayReopenForm(a, s, form, undefined))).toBe('hr');
  expect(those(maySettleForms)).toBe('hr hrOfSelf');
  expect(those(mayViewFormSettings)).toBe('hr hrOfSelf auditor');
});

it('reading it, and reading what it says about health', () => {
  const report = postsOf([
    { role: 'manager', label: '課長' },
    { role: 'laborOffice', label: '労務担当課' },
    { role: 'viceMayor', label: '副市長' },
  ]);
  const rule = { by: ['subsectionChief', 'manager'], posts: report, toldToPerson: false };
  const all = 'chief head top deputy hr hrOfSelf executive auditor';
  expect(those((a, s) => mayViewForm(a, s, form, rule))).toBe(all);
  const unwritten = { ...rule, authors: [] };
  expect(those((a, s) => mayViewHealthOfForm(a, s, form, unwritten))).toBe('head hr hrOfSelf');
  // Whoever wrote it, and they alone besides: a 係長, a 次長 or the head above, never the person.
  for (const [author, who] of [
    ['100003', 'chief head hr hrOfSelf'],
    ['200009', 'head top hr hrOfSelf'],
    ['200008', 'head deputy hr hrOfSelf'],
    ['100001', 'head hr hrOfSelf'],
  ] as const)
    expect(those((a, s) => mayViewHealthOfForm(a, s, form, { ...rule, authors: [author] }))).toBe(who);
  // Of somebody directly in a 部局 its head is the one who writes; a form that no 所属長 writes is not theirs.
  const above = { ...form, section: '' };
  expect(those((a, s) => mayViewHealthOfForm(a, s, above, unwritten))).toBe('top deputy hr hrOfSelf');
  const byPerson = { ...unwritten, by: ['person'] };
  expect(those((a, s) => mayViewHealthOfForm(a, s, form, byPerson))).toBe('hr hrOfSelf');
  const told = { ...rule, toldToPerson: true };
  expect(those((a, s) => mayViewForm(a, s, form, told))).toBe(`person ${all}`);
  expect(those((a, s) => mayViewHealthOfForm(a, s, form, { ...told, authors: [] }))).toBe('person head hr hrOfSelf');
  const office = new Set(['労務担当課']);
  const named = { ...nothing, offices: { named: office, held: office, vacant: new Set<string>() } };
  expect(mayViewHealthOfForm((people.otherHead as Who)[0], named, form, unwritten)).toBe(true);
  const other = { ...named, offices: { ...named.offices, held: new Set(['総務部長']) } };
  expect(mayViewHealthOfForm((people.otherHead as Who)[0], other, form, unwritten)).toBe(false);
});
