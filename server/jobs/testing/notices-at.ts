import { randomUUID } from 'node:crypto';
import type { NoticeDemands } from '@tokimori/ordinances/parameters/groups/notices';
import { appendDeed } from '../../access/journal.ts';
import type { Actor, Context } from '../../context.ts';
import { modelParameters } from '../../installation/ordinance-files.ts';
import { chooseNotices } from '../../use-cases/notices/settings.ts';
import { HERE, type TownHall } from '../../use-cases/testing/town-hall.ts';
import { runNotices } from '../notices-run.ts';

export const MAILING = { url: 'https://jikan.example' };
type Mail = { recipient: string; subject: string; body: string };

/** What may wait at a town hall, and the mails of it. */
export const noticesAt = (hall: TownHall) => {
  /** A deed on a stream, as every deed leaves one. */
  const touch = (stream: string) =>
    hall.context.store.tenant(HERE, (tx) =>
      appendDeed(tx, { stream, kind: 'DueSettled', actor: 'test', at: hall.context.clock.now() }),
    );
  return {
    touch,
    /** All that is listed, without since when. */
    listed: () =>
      hall.query<{ recipient: string; kind: string; line: string; path: string }>(
        `select n.recipient, n.kind, n.key, n.line, n.path, n.about, n.due_on from tk.notice n
       where n.municipality = $1 order by n.recipient, n.kind, n.key`,
        [HERE],
      ),
    /** The next look reads everything. */
    forget: () => hall.query('update tk.notice_run as r set whole_at = null where r.municipality = $1', [HERE]),
    account: (login: string, roles: string, mail = '') =>
      hall.query(
        `insert into tk.account (municipality, login, staff, name, roles, password_hash, mail) values ($1, $2, null, $3, $4, '', $5)`,
        [HERE, login, `${login} の係`, `{${roles}}`, mail],
      ),
    run: () => runNotices(hall.context, HERE, MAILING),
    addresses: () =>
      hall.query(`update tk.staff as s set mail = s.staff || '@town.example' where s.municipality = $1`, [HERE]),
    mails: () =>
      hall.query<Mail>(
        `select m.recipient, m.subject, m.body from tk.mail m where m.municipality = $1 order by m.created_at, m.recipient, m.subject`,
        [HERE],
      ),
    choose: (
      who: Actor,
      kind: 'finalApproval' | 'objection' | 'formReturned' | 'breach',
      way: 'atOnce' | 'digest' | 'page',
    ) => chooseNotices(hall.context, who, { choices: [{ kind, way }] }),
    /** The context of a municipality that demands otherwise than the model. */
    demanding: (least: Partial<NoticeDemands>): Context => {
      const { notices, ...others } = modelParameters();
      const parameters = { ...others, notices: { ...notices, least: { ...notices.least, ...least } } };
      return { ...hall.context, parameters: async () => parameters };
    },
    objection: async (id = randomUUID()) => {
      await hall.query(
        `insert into tk.overtime (municipality, id, staff, duty_date, department, state, minutes, category, version)
       values ($1, $2, '100001', '2026-10-23', '111', 'ordered', 60, 'normal', 1)`,
        [HERE, id],
      );
      await hall.query(
        `insert into tk.objection (municipality, id, overtime, staff, department, reason, stated_at)
       values ($1, $2, $2, '100001', '111', 'その日は通院のため帰りました', $3)`,
        [HERE, id, hall.context.clock.now()],
      );
      return id;
    },
    form: async (state: 'submitted' | 'returned', step = 0, form = 'zama-review', version = 1, by = '200001') => {
      const [sheet] = await hall.query<{ id: string }>(
        `insert into tk.form_sheet (municipality, month, form, subject, id, per, section, bureau, state, step, stamps, filled, saves, saved_by,
         saved_at, submitted_by, submitted_at, version)
       values ($1, '2026-09-01', $2, '11', gen_random_uuid(), 'section', '11', '10', $3, $4, '[]', '{}', 1, $7, $5, $7, $5, $6)
       on conflict (municipality, month, form, subject) do update set state = excluded.state, step = excluded.step, version = excluded.version
       returning id`,
        [HERE, form, state, step, hall.context.clock.now(), version, by],
      );
      await touch(`form/${sheet?.id}`);
    },
    hr: () =>
      hall.query(
        `insert into tk.account (municipality, login, staff, name, roles, password_hash) values ($1, '400001', '400001', '有馬', '{staff,hr}', '')`,
        [HERE],
      ),
  };
};
