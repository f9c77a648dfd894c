import type {
  registerExplanation as explanationRoute,
  explanationPeople as peopleRoute,
} from '@tokimori/contract/declarations';
import type { Answer, Input } from '@tokimori/contract/route';
import type { Person } from '@tokimori/contract/values';
import { appendDeed } from '../../access/journal.ts';
import { ensure } from '../../access/policies.ts';
import { mayRegisterDeclarations } from '../../access/policies-differences.ts';
import type { Actor, Context } from '../../context.ts';
import type { Tx } from '../../store/tenant.ts';
import { departmentNotFound } from '../departments.ts';
import { actorName, doDeed } from '../journal.ts';
import { type Here, here } from '../reading/moment.ts';
import { membersOf, readSection } from '../reading/section-people.ts';
import { judgeMethodsAgain } from './methods.ts';
import { ensureHeld } from './surveys.ts';

type Audience = Input<typeof explanationRoute>['audience'];

/** Whom an explanation to a section is for: those who declare their hours, or those who manage them (管理監督職員). */
async function peopleOf(tx: Tx, at: Here, audience: Audience, section: string): Promise<Person[]> {
  const found = (await readSection(tx, section, at.dutyDate)) ?? departmentNotFound(section);
  const members = await membersOf(tx, found.departments, at.dutyDate);
  return members.flatMap(({ person, concurrent }) =>
    !concurrent && person.managerial === (audience === 'timeKeepers') ? [person] : [],
  );
}

/** Everybody in service on the day, by what they are. */
async function everybody(tx: Tx, at: Here, audience: Audience): Promise<string[]> {
  const rows = await tx.query<{ staff: string }>(
    `select s.staff from tk.staff s
      where s.municipality = $1 and s.joined_on <= $2::date and (s.left_on is null or s.left_on >= $2::date)
        and exists (select 1 from tk.appointment a
          where a.municipality = $1 and a.staff = s.staff and not a.concurrent and a.managerial = $3
            and a.effective_from <= $2::date and (a.effective_until is null or a.effective_until > $2::date))
      order by s.staff`,
    [tx.municipality, at.dutyDate, audience === 'timeKeepers'],
  );
  return rows.map(({ staff }) => staff);
}

/** Those who are named in the dialogue of a section. */
export async function explanationPeople(
  context: Context,
  actor: Actor,
  { audience, section }: Input<typeof peopleRoute>,
): Promise<Answer<typeof peopleRoute>> {
  ensure(mayRegisterDeclarations(actor));
  return context.store.tenant(actor.municipality, async (tx) => {
    const at = await here(context, tx);
    return { people: await peopleOf(tx, at, audience, section) };
  });
}

/** 説明 (把握ガイドライン 4(3)ア・イ): when, to whom, with which material; once for each id. */
export async function registerExplanation(
  context: Context,
  actor: Actor,
  input: Input<typeof explanationRoute>,
): Promise<Answer<typeof explanationRoute>> {
  ensure(mayRegisterDeclarations(actor));
  return doDeed(context, actor, async (tx) => {
    const at = await here(context, tx);
    const { id, heldOn, audience, section, absent, material } = input;
    ensureHeld(at, heldOn);
    const all =
      section === ''
        ? await everybody(tx, at, audience)
        : (await peopleOf(tx, at, audience, section)).map(({ staff }) => staff);
    const there = all.filter((staff) => !absent.includes(staff));
    const written = await tx.query<{ people: number }>(
      `insert into tk.explanation (municipality, id, held_on, audience, section, material, people, recorded_by, recorded_at)
       values ($1, $2, $3::date, $4, $5, $6, $7, $8, $9) on conflict do nothing returning people`,
      [tx.municipality, id, heldOn, audience, section, material, there.length, actorName(actor), at.now],
    );
    if (written.length === 0) return { people: there.length };
    await tx.query(
      `insert into tk.explanation_person (municipality, staff, audience, held_on, explanation)
       select $1, u.staff, $2, $3::date, $4 from unnest($5::text[]) as u (staff) on conflict do nothing`,
      [tx.municipality, audience, heldOn, id, there],
    );
    await appendDeed(tx, {
      stream: `explanation/${id}`,
      kind: 'RecordingExplained',
      actor: actorName(actor),
      reason: material,
      data: { heldOn, audience, section, people: there.length, absent },
      at: at.now,
    });
    await judgeMethodsAgain(tx, section === '' ? null : [section], at.dutyDay, at.parameters.records.recording);
    return { people: there.length };
  });
}
