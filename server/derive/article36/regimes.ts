import type { AgreementDocument } from '@tokimori/contract/agreements';
import { capsAgreementOf } from '@tokimori/law/agreement36/maxima';
import type { Agreement } from '@tokimori/law/overtime/types';
import { regimeOn } from '@tokimori/law/regime/regime';
import type { Category } from '@tokimori/law/regime/types';
import { type EpochDay, formatLocalDate } from '@tokimori/law/time/civil';
import type { Parameters } from '@tokimori/ordinances/schema';
import type { Tx } from '../../store/tenant.ts';
import type { Days, DepartmentBook } from '../departments.ts';
import { dayOf } from '../rules.ts';
import { agreementOf, strictestLine } from './stored.ts';

/** Where someone is placed on the last known day of a month. */
export type Placed = { readonly department: string; readonly managerial: boolean; readonly on: EpochDay };

/** An agreement with effect on some days; `until` exclusive. */
export type KeptAgreement = Days & { readonly id: string; readonly department: string; readonly caps: Agreement };

/** Under what someone of 労基法36条 works. */
export type Workplace = {
  /** The department whose 事業場 it is: of the agreement, else the person's own. */
  readonly department: string;
  readonly appdxTable1: number | null;
  readonly enterprise: boolean;
  /** In force on the last known day; null = none, so that no overtime can be ordered. */
  readonly agreement: KeptAgreement | null;
  /** All agreements of the chain in the months read, for days before the last known one. */
  readonly agreements: readonly KeptAgreement[];
  /** Days of 労基法33条1項. */
  readonly disasters: readonly Days[];
};

/** No overtime is agreed: every hour is beyond it (労基法36条1項). */
export const noAgreement: Agreement = { monthly: 0, annual: 0, yearStartMonth: 4 };

type Under = Placed & Pick<Workplace, 'appdxTable1' | 'enterprise'> & { readonly chain: readonly string[] };

/**
 * Who of some people is under 労基法36条 on the last known day, and with which agreement: by the number of 別表第1 of the 事業場
 * and by 企業職員・単純労務職員. Nobody else is in the answer.
 * @param since first day for which agreements and occasions of 33条1項 are wanted
 */
export async function readWorkplaces(
  tx: Tx,
  {
    parameters,
    book,
    since,
  }: { readonly parameters: Parameters; readonly book: DepartmentBook; readonly since: EpochDay },
  people: ReadonlyMap<string, Placed>,
): Promise<ReadonlyMap<string, Workplace>> {
  const under = await readUnder(tx, parameters, book, people);
  if (under.size === 0) return new Map();
  const codes = [...new Set([...under.values()].flatMap(({ chain }) => chain))];
  const through = Math.max(...[...under.values()].map(({ on }) => on));
  const [agreements, disasters] = await Promise.all([
    readAgreements(tx, codes, { book, since, through }),
    readDisasters(tx, codes, since, through),
  ]);
  return new Map(
    [...under].map(([staff, { chain, on, department, appdxTable1, enterprise }]) => {
      const own = agreements.filter((each) => chain.includes(each.department));
      const agreement = agreementOn(own, chain, on);
      const workplace: Workplace = {
        department: agreement?.department ?? department,
        appdxTable1,
        enterprise,
        agreement,
        agreements: own,
        disasters: disasters.filter((each) => chain.includes(each.department)),
      };
      return [staff, workplace];
    }),
  );
}

/** The agreement in force on a day, of the nearest department that has one. */
export function agreementOn(
  agreements: readonly KeptAgreement[],
  chain: readonly string[],
  on: EpochDay,
): KeptAgreement | null {
  const inForce = agreements.filter(({ from, until }) => from <= on && on < until);
  for (const department of chain) {
    const found = inForce.find((each) => each.department === department);
    if (found !== undefined) return found;
  }
  return null;
}

async function readUnder(
  tx: Tx,
  parameters: Parameters,
  book: DepartmentBook,
  people: ReadonlyMap<string, Placed>,
): Promise<Map<string, Under>> {
  const rows = await tx.query<{ staff: string; effective_from: string; category: Category }>(
    `select c.staff, c.effective_from, c.category from tk.staff_category c
      where c.municipality = $1 and c.staff = any($2) order by c.effective_from`,
    [tx.municipality, [...people.keys()]],
  );
  const categoryOn = (staff: string, on: EpochDay): Category =>
    rows.findLast((row) => row.staff === staff && dayOf(row.effective_from) <= on)?.category ?? 'regularService';
  const apart = new Set(rows.map(({ staff }) => staff));
  const under = new Map<string, Under>();
  for (const [staff, placed] of people) {
    const { department, managerial, on } = placed;
    const appdxTable1 = book.appdxTable1On(department, on);
    if (managerial || (appdxTable1 === null && !apart.has(staff))) continue;
    const category = apart.has(staff) ? categoryOn(staff, on) : 'regularService';
    const post = { workplace: appdxTable1, category, appointment: 'fullTime', managerial } as const;
    const { outcome } = regimeOn(post, on, parameters.regime);
    if (outcome.answered !== 'regime' || outcome.regime !== 'article36') continue;
    under.set(staff, {
      ...placed,
      appdxTable1,
      enterprise: category !== 'regularService',
      chain: book.chainOn(department, on),
    });
  }
  return under;
}

type Range = { readonly book: DepartmentBook; readonly since: EpochDay; readonly through: EpochDay };

async function readAgreements(tx: Tx, departments: readonly string[], range: Range): Promise<KeptAgreement[]> {
  const rows = await tx.query<{
    id: string;
    department: string;
    effective_from: string;
    effective_through: string | null;
    ended_on: string | null;
    document: AgreementDocument;
  }>(
    `select a.id, a.department, a.effective_from, a.effective_through, a.ended_on, a.document from tk.agreement36 a
      where a.municipality = $1 and a.department = any($2) and a.state = 'registered'
        and a.effective_from <= $3::date and (a.effective_through is null or a.effective_through >= $4::date)
      order by a.effective_from, a.id`,
    [tx.municipality, departments, formatLocalDate(range.through), formatLocalDate(range.since)],
  );
  return rows.map((row) => {
    const from = dayOf(row.effective_from);
    const appdxTable1 = range.book.appdxTable1On(row.department, from);
    const agreement = agreementOf(row.id, row.document, { appdxTable1, endedOn: row.ended_on });
    return {
      id: row.id,
      department: row.department,
      from,
      until: row.effective_through === null ? Number.POSITIVE_INFINITY : dayOf(row.effective_through) + 1,
      caps: capsAgreementOf(agreement, strictestLine(agreement.lines)),
    };
  });
}

async function readDisasters(tx: Tx, departments: readonly string[], since: EpochDay, through: EpochDay) {
  const rows = await tx.query<{ department: string; first_date: string; last_date: string }>(
    `select d.department, d.first_date, d.last_date from tk.disaster_need d
      where d.municipality = $1 and d.last_date >= $3::date and d.first_date <= $4::date
        and d.department = any($2) and d.state = 'recorded'`,
    [tx.municipality, departments, formatLocalDate(since), formatLocalDate(through)],
  );
  return rows.map((row) => ({
    department: row.department,
    from: dayOf(row.first_date),
    until: dayOf(row.last_date) + 1,
  }));
}
