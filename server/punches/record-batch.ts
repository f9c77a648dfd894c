import { formatLocalDate } from '@tokimori/law/time/civil';
import { formatYearMonth } from '@tokimori/law/time/months';
import { markStale } from '../derive/stale.ts';
import type { Tx } from '../store/tenant.ts';
import type { Moment, Outcome, Punch } from './punch.ts';
import type { PunchRefusal } from './punch-refusals.ts';
import { refusalOf, type Service } from './service-of.ts';

/** Another process recorded one of these ids at the same moment: the batch is rolled back and tried again. */
export class LostRace extends Error {}

type CardRow = Service & {
  kind: string;
  value: string;
  staff: string;
  state: 'active' | 'suspended' | 'revoked';
  effective_from: string;
  effective_until: string | null;
};
/** What the store knows about the ids, people and cards of a batch. */
type Known = {
  readonly ids: ReadonlySet<string>;
  readonly staff: ReadonlyMap<string, Service>;
  readonly cards: ReadonlyMap<string, CardRow>;
};
type Fresh = { readonly punch: Punch; readonly id: string; readonly moment: Moment; readonly staff: string };

const cardKey = (card: { kind: string; value: string }): string => `${card.kind}/${card.value}`;
/** A text the database can hold; nothing else can be in it. */
const storable = (text: string): boolean => !text.includes('\0');

/**
 * Records punches in the caller's transaction: ids, facts and the days to be derived again, three statements whatever
 * the number. Outcomes stand in the order of the punches. An id already recorded is a duplicate whatever else it says.
 */
export async function recordBatch(tx: Tx, punches: readonly Punch[], recordedAt: Date): Promise<Outcome[]> {
  const known = await look(tx, punches);
  const seen = new Set(known.ids);
  const fresh: Fresh[] = [];
  const outcomes = punches.map((punch): Outcome => {
    const { id, moment } = punch;
    if (id !== undefined && seen.has(id)) return 'duplicate';
    if (punch.flaw !== undefined || id === undefined || moment === undefined) return punch.flaw ?? 'punch.id.invalid';
    const whose = staffOf(punch, moment.date, known);
    if ('refused' in whose) return whose.refused;
    seen.add(id);
    fresh.push({ punch, id, moment, staff: whose.staff });
    return 'accepted';
  });
  if (fresh.length > 0) await write(tx, fresh, recordedAt);
  return outcomes;
}

async function look(tx: Tx, punches: readonly Punch[]): Promise<Known> {
  const ids = [...new Set(punches.flatMap(({ id }) => id ?? []))];
  const numbers = [...new Set(punches.flatMap(({ staffNumber }) => staffNumber ?? []))].filter(storable);
  const values = [...new Set(punches.flatMap(({ card }) => card?.value ?? []))].filter(storable);
  const m = tx.municipality;
  const [recorded, staff, cards] = await Promise.all([
    tx.query<{ id: string }>('select p.id from tk.punch_id p where p.municipality = $1 and p.id = any($2::uuid[])', [
      m,
      ids,
    ]),
    numbers.length === 0
      ? []
      : tx.query<Service & { staff: string }>(
          'select s.staff, s.joined_on, s.left_on from tk.staff s where s.municipality = $1 and s.staff = any($2)',
          [m, numbers],
        ),
    values.length === 0
      ? []
      : tx.query<CardRow>(
          `select c.kind, c.value, c.staff, c.state, c.effective_from, c.effective_until, s.joined_on, s.left_on
           from tk.card c join tk.staff s on s.municipality = $1 and s.staff = c.staff
           where c.municipality = $1 and c.value = any($2)`,
          [m, values],
        ),
  ]);
  return {
    ids: new Set(recorded.map(({ id }) => id)),
    staff: new Map(staff.map((row) => [row.staff, row])),
    cards: new Map(cards.map((row) => [cardKey(row), row])),
  };
}

/** Whose punch it is on that day, or why it is nobody's. */
function staffOf(punch: Punch, date: string, known: Known): { staff: string } | { refused: PunchRefusal } {
  if (punch.card !== undefined) {
    const card = known.cards.get(cardKey(punch.card));
    if (card === undefined || date < card.effective_from) return { refused: 'punch.card.unknown' };
    if (card.state === 'suspended') return { refused: 'punch.card.suspended' };
    const over = card.effective_until !== null && date >= card.effective_until;
    if (card.state === 'revoked' || over) return { refused: 'punch.card.revoked' };
    return inService(card.staff, card, date);
  }
  const service = known.staff.get(punch.staffNumber ?? '');
  if (service === undefined) return { refused: 'punch.staff.unknown' };
  return inService(punch.staffNumber ?? '', service, date);
}

function inService(staff: string, service: Service, date: string): { staff: string } | { refused: PunchRefusal } {
  const refused = refusalOf(service, date);
  return refused === undefined ? { staff } : { refused };
}

async function write(tx: Tx, fresh: readonly Fresh[], recordedAt: Date): Promise<void> {
  const rows = [...fresh].sort((a, b) => (a.id < b.id ? -1 : 1)); // one order for all: no deadlock between processes
  const ids = rows.map(({ id }) => id);
  const months = rows.map(({ moment }) => `${formatYearMonth(moment.month)}-01`);
  const m = tx.municipality;
  const [written] = await Promise.all([
    tx.query(
      `insert into tk.punch_id (municipality, id, month)
       select $1, n.id, n.month from unnest($2::uuid[], $3::date[]) as n (id, month)
       on conflict do nothing returning id`,
      [m, ids, months],
    ),
    tx.query(
      `insert into tk.punch (municipality, month, staff, occurred_at, id, direction, source, device, recorded_at)
       select $1, n.month, n.staff, n.occurred_at, n.id, n.direction, n.source, n.device, $2::timestamptz
       from unnest($3::date[], $4::text[], $5::timestamptz[], $6::uuid[], $7::text[], $8::text[], $9::text[])
         as n (month, staff, occurred_at, id, direction, source, device)
       on conflict do nothing`,
      [
        m,
        recordedAt,
        months,
        rows.map(({ staff }) => staff),
        rows.map(({ moment }) => moment.at.toISOString()),
        ids,
        rows.map(({ punch }) => punch.direction),
        rows.map(({ punch }) => punch.source),
        rows.map(({ punch }) => punch.device),
      ],
    ),
    markStale(tx, staleOf(rows)),
  ]);
  if (written.length !== rows.length) throw new LostRace('a punch id was recorded at the same moment');
}

/** A punch may belong to the duty date before or after its civil day: one row a person and day. */
function staleOf(rows: readonly Fresh[]): { staff: string; firstDate: string; lastDate: string }[] {
  const days = new Map<string, { staff: string; firstDate: string; lastDate: string }>();
  for (const { staff, moment } of rows) {
    const row = { staff, firstDate: formatLocalDate(moment.day - 1), lastDate: formatLocalDate(moment.day + 1) };
    days.set(`${staff}/${moment.day}`, row);
  }
  return [...days.values()];
}
