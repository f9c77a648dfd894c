import { randomUUID } from 'node:crypto';
import { formDefinition, formDefinitions } from '@tokimori/forms/catalogue';
import { routeOf } from '@tokimori/forms/sheet/conditions';
import { expect, it } from 'vitest';
import { type FormPost, postOf, postsOf } from '../../access/form-posts.ts';
import { holdsPost, mayRecordOnPaper, mayViewForm, type PlacedForm } from '../../access/policies-forms.ts';
import type { Actor } from '../../context.ts';
import { formScopeOf } from '../reading/form-scope.ts';
import { here } from '../reading/moment.ts';
import { eachTownHallAt } from '../testing/each-town-hall.ts';
import { arima, HERE, morishita, nishihara, ono, shiina, takase, there } from '../testing/town-hall.ts';
import { awaitedOf, postsIn } from './awaited.ts';
import { formsView } from './list.ts';
import { vacantIn } from './open.ts';

type Sheet = {
  form: string;
  per: string;
  subject: string;
  section: string;
  bureau: string;
  state: string;
  step: number;
  filled: object;
};

eachTownHallAt('2026-11-04T18:00:00+09:00', 'the list of forms', (hall) => {
  const month = '2026-10';
  const write = async (sheets: readonly Sheet[]) => {
    for (const { form, per, subject, section, bureau, state, step, filled } of sheets)
      await hall.query(
        `insert into tk.form_sheet (municipality, month, form, subject, id, per, section, bureau, state, step, stamps, filled, saves, saved_by, saved_at,
                                    submitted_at, version)
         values ($1, '2026-10-01'::date, $2, $3, $4, $5, $6, $7, $8, $9, '[]'::jsonb, $10::jsonb, 1, '200001', $11::timestamptz, $12::timestamptz, 1)`,
        [
          ...[HERE, form, subject, randomUUID(), per, section, bureau, state, step, JSON.stringify(filled)],
          ...[hall.context.clock.now(), state === 'draft' ? null : hall.context.clock.now()],
        ],
      );
  };
  const view = (who: Actor, part: { form?: string; page?: number } = {}) =>
    formsView(hall.context, who, { month, ...part });
  /** 小野 is 総務部長 and 次長 of 市民部; 椎名 is 職員課長; 西原 is 係長 of 国保係; the 副市長's seat is empty. */
  const settleOffices = async () => {
    const give = (office: string, kind: string, holder: string) =>
      hall.query(
        `insert into tk.form_office (municipality, id, office, kind, holder, effective_from, given_by, given_at, version)
         values ($1, $2, $3, $4, $5, '2026-04-01', '400001', $6::timestamptz, 1)`,
        [HERE, randomUUID(), office, kind, holder, hall.context.clock.now()],
      );
    await give('総務部長', 'staff', '300009');
    await give('職員課長', 'staff', '300001');
    await give('副市長', 'vacant', '');
    await hall.query(
      `insert into tk.appointment (municipality, staff, effective_from, department, post, concurrent, managerial)
       values ($1, '300009', '2026-04-01', '10', '次長', true, true)`,
      [HERE],
    );
    await hall.query(`update tk.appointment as a set post = '係長' where a.municipality = $1 and a.staff = '100002'`, [
      HERE,
    ]);
  };
  /** Of a person numbered beyond those that are there. */
  const many = (count: number, state: string, from = 0): Sheet[] =>
    Array.from({ length: count }, (_, at) => ({
      ...{ form: 'nerima-prior', per: 'person', subject: String(700_000 + from + at), section: '11', bureau: '10' },
      ...{ state, step: 0, filled: {} },
    }));

  it('is shown 200 at a time, every form once, with what waits for the caller on the first page', async () => {
    await write([...many(230, 'accepted'), ...many(3, 'draft', 300), ...many(170, 'submitted', 400)]);
    const pages = [await view(takase), await view(takase, { page: 2 }), await view(takase, { page: 3 })];
    expect(pages.map(({ lines, total, more, page }) => [lines.length, total, more, page])).toEqual([
      [200, 403, true, 1],
      [200, 403, true, 2],
      [3, 403, false, 3],
    ]);
    expect(new Set(pages.flatMap(({ lines }) => lines.map(({ subject }) => subject))).size).toBe(403);
    expect(pages.flatMap(({ lines }) => lines.map(({ mine }) => mine)).indexOf(false)).toBe(3);
    expect(pages[0]?.lines.slice(3, 173).every(({ state }) => state === 'submitted')).toBe(true);
    // For 人事課 it is the other way round: the drafts wait for the head.
    const hr = await view(arima);
    expect([hr.lines.filter(({ mine }) => mine).length, hr.lines[170]?.state]).toEqual([170, 'draft']);
    expect(hr.kinds.find(({ key }) => key === 'nerima-prior')).toMatchObject({ count: 403, accepted: 230 });
    expect(await view(takase, { form: 'zama-review' })).toMatchObject({ lines: [], total: 0, more: false });
    expect((await view(takase, { form: 'nerima-prior', page: 3 })).lines).toHaveLength(3);
    expect(await view(takase, { page: 4 })).toMatchObject({ lines: [], total: 403, more: false });
    expect(await view(ono)).toMatchObject({ lines: [], total: 0 });
    expect(await view(there(arima))).toMatchObject({ lines: [], total: 0 });
  });

  it('says whose turn it is, and who sees what, as the policies do: of every form, state and post', async () => {
    const subjects = { person: ['100001', '200001', '400001'], section: ['11', '21'], bureau: ['10'], city: [''] };
    const places = {
      person: (subject: string) => ({
        section: subject === '400001' ? '31' : '11',
        bureau: subject === '400001' ? '30' : '10',
      }),
      section: (subject: string) => ({ section: subject, bureau: subject === '11' ? '10' : '20' }),
      bureau: (subject: string) => ({ section: '', bureau: subject }),
      city: () => ({ section: '', bureau: '' }),
    };
    const sheets = formDefinitions.flatMap(({ key, per, route }) =>
      subjects[per].map((subject, at): Sheet => {
        const state = ['draft', 'submitted', 'returned', 'accepted'][(at + key.length) % 4] ?? 'draft';
        const step = state === 'submitted' ? key.length % Math.max(1, route.length) : 0;
        const beyond = { 'outlook.year': at === 0 ? '720:01' : '720:00' };
        return { form: key, per, subject, ...places[per](subject), state, step, filled: beyond };
      }),
    );
    await settleOffices();
    await write(sheets.map((each) => (each.form === 'kyoto-report' ? { ...each, state: 'submitted', step: 1 } : each)));
    const executive: Actor = { municipality: HERE, login: 'vice-mayor', staff: null, roles: ['executive'] };
    const auditor: Actor = { municipality: HERE, login: 'auditor', staff: null, roles: ['auditor'] };
    for (const who of [takase, ono, arima, morishita, nishihara, shiina, executive, auditor]) {
      const rows = await hall.query<Sheet & { per: 'person' | 'section' | 'bureau' | 'city' }>(
        'select f.form, f.per, f.subject, f.section, f.bureau, f.state, f.step, f.filled from tk.form_sheet f where f.municipality = $1',
        [HERE],
      );
      const scope = await hall.context.store.tenant(HERE, async (tx) =>
        formScopeOf(tx, who, await here(hall.context, tx)),
      );
      const vacantFor = (place: PlacedForm, posts: readonly FormPost[]) =>
        hall.context.store.tenant(HERE, async (tx) =>
          vacantIn(tx, posts, { place, scope, at: await here(hall.context, tx) }),
        );
      const line = async (row: (typeof rows)[number]): Promise<string[]> => {
        const definition = formDefinition(row.form);
        if (definition === undefined) throw new Error(row.form);
        const { by, route } = definition;
        const toldToPerson = definition.shownToPerson === true && row.state !== 'draft';
        if (!mayViewForm(who, scope, row, { by, posts: postsOf(route), toldToPerson })) return [];
        const way = routeOf(definition, [], row.filled as Record<string, string>);
        const posts = postsIn(definition, way);
        const { post } = awaitedOf({ route: way, posts }, row.step, await vacantFor(row, posts));
        const writable = row.state === 'draft' || row.state === 'returned';
        const mine = writable
          ? by.some((role) => holdsPost(who, scope, row, postOf(role))) || (by.length === 0 && who.roles.includes('hr'))
          : row.state === 'submitted' &&
            (post === undefined ? mayRecordOnPaper(who, row) : holdsPost(who, scope, row, post));
        return [`${row.form} ${row.subject} ${mine}`];
      };
      const expected = (await Promise.all(rows.map(line))).flat();
      const { lines, kinds, total } = await view(who);
      const shown = lines.map(({ form, subject, mine }) => `${form} ${subject === '-' ? '' : subject} ${mine}`);
      expect(shown.toSorted(), who.login).toEqual(expected.toSorted());
      expect([total, lines.findIndex(({ mine }) => !mine)]).toEqual([
        expected.length,
        expected.some((each) => each.endsWith('false')) ? expected.filter((each) => each.endsWith('true')).length : -1,
      ]);
      if (who.roles.includes('hr')) expect(kinds.reduce((sum, { count }) => sum + count, 0)).toBe(total);
    }
  });
});
