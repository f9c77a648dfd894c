import type { Tx } from '../../store/tenant.ts';
import { eraOf } from '../words.ts';
import { forEach, type Waiting, type WaitingGround } from './ground.ts';
import { type OvertimeTime, sayOvertime } from './overtime-words.ts';
import type { Touched } from './touched.ts';

type Decided = OvertimeTime & {
  id: string;
  version: number;
  staff: string;
  kind:
    | 'OvertimeOrdered'
    | 'OvertimeReturned'
    | 'OvertimeRejected'
    | 'OvertimeWithdrawn'
    | 'OvertimeRevoked'
    | 'OvertimeConfirmed'
    | 'OvertimeCorrected';
  shortened: boolean;
};

/** What was decided, and where the person goes on. A word of the decider is on that page, not in the mail. */
function toldOf(row: Decided): { what: string; path: string } {
  const list = '/overtime';
  switch (row.kind) {
    case 'OvertimeOrdered':
      return { what: row.shortened ? '申請より短く命令されました' : '命令されました', path: list };
    case 'OvertimeReturned':
      return {
        what: '差し戻されました。直して、もう一度申請できます',
        path: `/overtime/new?date=${row.duty_date}`,
      };
    case 'OvertimeRejected':
      return { what: '却下されました', path: list };
    case 'OvertimeWithdrawn':
      return { what: '代理で取り下げられました', path: list };
    case 'OvertimeRevoked':
      return { what: '命令が取り消されました', path: list };
    case 'OvertimeCorrected':
      return { what: '確認された実績が訂正されました', path: `/month/${row.duty_date.slice(0, 7)}` };
    case 'OvertimeConfirmed':
      return {
        what: '実績が命令と違う時間で確認されました',
        path: `/month/${row.duty_date.slice(0, 7)}`,
      };
  }
}

/** What others decided about somebody's overtime since the last look: as it stands now, once for each decision. */
async function decidedOvertime(tx: Tx, touched: Touched): Promise<readonly Waiting[]> {
  const ids = touched.of('overtime');
  if (ids.length === 0) return [];
  const rows = await tx.query<Decided>(
    `select o.id, o.version, o.staff, o.duty_date, o.from_minute, o.until_minute, o.minutes, e.kind, o.ground is not null as shortened
     from tk.overtime o
     join tk.event e on e.municipality = $1 and e.stream = 'overtime/' || o.id::text and e.seq = o.version
     where o.municipality = $1 and o.id = any($2::uuid[]) and e.actor <> o.staff
       and (e.kind in ('OvertimeOrdered', 'OvertimeReturned', 'OvertimeRejected', 'OvertimeWithdrawn', 'OvertimeRevoked', 'OvertimeCorrected')
         or (e.kind = 'OvertimeConfirmed' and e.data ->> 'as' = 'worked'))
     order by o.duty_date, o.id`,
    [tx.municipality, ids],
  );
  return rows.flatMap((row) => {
    const { what, path } = toldOf(row);
    return forEach([row.staff], {
      kind: 'decision',
      about: `overtime/${row.id}`,
      key: `overtime/${row.id}/${row.version}`,
      line: `${sayOvertime(row)} ${what}`,
      path,
    });
  });
}

type Answered = {
  id: string;
  version: number;
  staff: string;
  duty_date: string;
  kind: 'punch' | 'discrepancy';
  state: 'accepted' | 'rejected';
};

/** What others decided about what somebody reported since the last look. */
async function decidedCorrections(tx: Tx, touched: Touched): Promise<readonly Waiting[]> {
  const ids = touched.of('correction');
  if (ids.length === 0) return [];
  const rows = await tx.query<Answered>(
    `select c.id, c.version, c.staff, c.duty_date, c.kind, c.state from tk.correction c
     where c.municipality = $1 and c.id = any($2::uuid[]) and c.state in ('accepted', 'rejected')
       and c.decided_by is distinct from c.staff order by c.duty_date, c.id`,
    [tx.municipality, ids],
  );
  return rows.flatMap(({ id, version, staff, duty_date: date, kind, state }) =>
    forEach([staff], {
      kind: 'decision',
      about: `correction/${id}`,
      key: `correction/${id}/${version}`,
      line: `${eraOf(date)} ${kind === 'punch' ? '打刻の訂正' : '差異の理由'}の届け出が${state === 'accepted' ? '認められました' : '認められませんでした'}`,
      path: state === 'accepted' ? `/month/${date.slice(0, 7)}` : `/corrections/new?date=${date}&kind=${kind}`,
    }),
  );
}

/** Decisions about what somebody asked for or reported. They do not wait: only those made since the last look are told, and stay for some days. */
export async function tellDecisions(tx: Tx, _ground: WaitingGround, touched: Touched): Promise<readonly Waiting[]> {
  return [...(await decidedOvertime(tx, touched)), ...(await decidedCorrections(tx, touched))];
}
