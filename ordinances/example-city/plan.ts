import { type EpochDay, parseLocalDate } from '@tokimori/law/time/civil';
import { firstDayOf, firstMonthOf, fiscalYearOf, monthOf } from '@tokimori/law/time/months';
import { type BureauPlan, bureaus, type OfficePlan } from './departments.ts';
import { nameOf } from './names.ts';
import { type Random, randomFor } from './random.ts';

export type DepartmentFact = {
  readonly code: string;
  readonly name: string;
  readonly kind: 'bureau' | 'division' | 'section';
  readonly parent: string | null;
};
export type DesignationFact = {
  readonly department: string;
  readonly from: EpochDay;
  readonly publishedOn: EpochDay;
  readonly reason: string;
};
export type AppointmentFact = {
  readonly from: EpochDay;
  readonly department: string;
  readonly post: string;
  readonly managerial: boolean;
  readonly concurrent: boolean;
};
export type PersonPlan = {
  readonly index: number;
  readonly number: string;
  readonly name: string;
  readonly kana: string;
  readonly mail: string;
  readonly pcAccount: string;
  readonly joinedOn: EpochDay;
  readonly leftOn: EpochDay | null;
  /** In order of `from`; the last main one that began is in force. */
  readonly appointments: readonly AppointmentFact[];
  /** How this person's overtime relates to the usual of the office. */
  readonly factor: number;
};
export type CityPlan = {
  readonly seed: string;
  readonly asOf: EpochDay;
  readonly firstDay: EpochDay;
  readonly departments: readonly DepartmentFact[];
  readonly designations: readonly DesignationFact[];
  readonly people: readonly PersonPlan[];
  /** The plan of an office, by the code of the office or of one of its sections. */
  readonly officeOf: (department: string) => OfficePlan;
};

const FOUNDED = parseLocalDate('2015-04-01') ?? 0;

/**
 * The organisation of the example city, enlarged to any headcount: up to about 1,000 the offices grow,
 * beyond that the tree is repeated (区 by 区).
 * @param asOf the first day that is not yet over; the facts begin on 1 April of the fiscal year before its own.
 */
export function planCity(options: {
  readonly seed: string;
  readonly headcount: number;
  readonly asOf: EpochDay;
}): CityPlan {
  const { seed, headcount, asOf } = options;
  const base = bureaus.reduce((sum, b) => sum + 1 + b.offices.reduce((s, o) => s + o.staff, 0), 0);
  const copies = Math.max(1, Math.round(headcount / (base * 4)));
  const firstDay = firstDayOf(firstMonthOf(fiscalYearOf(monthOf(asOf)) - 1));
  const departments: DepartmentFact[] = [];
  const designations: DesignationFact[] = [];
  const offices = new Map<string, OfficePlan>();
  const seats: Seat[] = [];
  for (let copy = 0; copy < copies; copy++) {
    const heads = Math.floor((headcount * (copy + 1)) / copies) - Math.floor((headcount * copy) / copies);
    for (const bureau of bureaus)
      addBureau({ bureau, copy, copies, scale: heads / base, departments, designations, offices, seats });
  }
  const divisions = departments.filter((d) => d.kind === 'division').map((d) => d.code);
  const sections = seats.filter((seat) => seat.post === '主事');
  for (let i = 0; seats.length < headcount; i++) {
    const more = sections[i % sections.length];
    if (more === undefined) break;
    seats.push(more);
  }
  const people = seats
    .slice(0, headcount)
    .map((seat, index) => person(seat, index, { seed, asOf, firstDay, divisions, copies }));
  return {
    seed,
    asOf,
    firstDay,
    departments,
    designations,
    people,
    officeOf: (code) => {
      const office = offices.get(code);
      if (office === undefined) throw new RangeError(`no office ${code}`);
      return office;
    },
  };
}

type Seat = {
  readonly department: string;
  readonly office: string;
  readonly post: string;
  readonly managerial: boolean;
};

function addBureau(into: {
  bureau: BureauPlan;
  copy: number;
  copies: number;
  scale: number;
  departments: DepartmentFact[];
  designations: DesignationFact[];
  offices: Map<string, OfficePlan>;
  seats: Seat[];
}): void {
  const { bureau, copy, copies, scale, departments, designations, offices, seats } = into;
  const prefix = copies === 1 ? '' : `${String(copy + 1).padStart(2, '0')}-`;
  const area = copies === 1 ? '' : `第${copy + 1}区 `;
  const bureauCode = `${prefix}${bureau.code}`;
  const [firstOffice] = bureau.offices;
  if (firstOffice === undefined) return;
  departments.push({ code: bureauCode, name: `${area}${bureau.name}`, kind: 'bureau', parent: null });
  offices.set(bureauCode, firstOffice);
  seats.push({ department: bureauCode, office: bureauCode, post: '部長', managerial: true });
  for (const office of bureau.offices) {
    const code = `${prefix}${office.code}`;
    departments.push({ code, name: office.name, kind: 'division', parent: bureauCode });
    offices.set(code, office);
    if (office.externallyDrivenFrom !== undefined) {
      const from = parseLocalDate(office.externallyDrivenFrom) ?? 0;
      designations.push({
        department: code,
        from,
        publishedOn: from - 16,
        reason: office.externallyDrivenBecause ?? '',
      });
    }
    const sections = office.sections.map((name, i) => ({ code: `${code}${i + 1}`, name }));
    for (const section of sections) {
      departments.push({ code: section.code, name: section.name, kind: 'section', parent: code });
      offices.set(section.code, office);
    }
    const heads = Math.max(2, Math.round(office.staff * scale));
    seats.push({ department: code, office: code, post: '課長', managerial: true });
    for (let i = 1; i < heads; i++) {
      const section = sections[(i - 1) % sections.length]?.code ?? code;
      const post = i <= sections.length ? '係長' : (['主査', '主任', '主事', '主事'] as const)[i % 4];
      seats.push({ department: section, office: code, post: post ?? '主事', managerial: false });
    }
  }
}

function person(
  seat: Seat,
  index: number,
  city: { seed: string; asOf: EpochDay; firstDay: EpochDay; divisions: readonly string[]; copies: number },
): PersonPlan {
  const random = randomFor(city.seed, 'person', index);
  const number = String(100_001 + index);
  const { name, kana } = nameOf(index);
  const joinedOn = joining(seat, random, city);
  const appointments = postings(seat, random, joinedOn, city);
  return {
    index,
    number,
    name,
    kana,
    mail: `${number}@miushio.example`,
    pcAccount: `MIUSHIO\\${number}`,
    joinedOn,
    leftOn: null,
    appointments,
    factor: seat.managerial ? 0.9 : Math.min(2.2, 0.25 + random.next() * 0.8 + random.next() ** 3 * 1.3),
  };
}

function joining(seat: Seat, random: Random, city: { asOf: EpochDay; firstDay: EpochDay }): EpochDay {
  const thisYear = firstDayOf(firstMonthOf(fiscalYearOf(monthOf(city.asOf))));
  if (seat.post !== '主事') return FOUNDED;
  if (random.chance(0.1)) return thisYear;
  if (random.chance(0.1)) return city.firstDay;
  return FOUNDED;
}

/** The seat of today, and for some the office they came from: most moves fall on 1 April, a few on 1 July or 15 October. */
function postings(
  seat: Seat,
  random: Random,
  joinedOn: EpochDay,
  city: { asOf: EpochDay; firstDay: EpochDay; divisions: readonly string[] },
): AppointmentFact[] {
  const here = { department: seat.department, post: seat.post, managerial: seat.managerial, concurrent: false };
  const thisYear = firstDayOf(firstMonthOf(fiscalYearOf(monthOf(city.asOf))));
  // One person of 建築住宅課 came down from an externally driven office on 1 July: the rule after a transfer applies.
  if (seat.office === '6040' && seat.post === '主査' && thisYear + 91 < city.asOf) {
    return [
      { from: joinedOn, ...here, department: '2020' },
      { from: thisYear + 91, ...here },
    ];
  }
  const moves = !seat.managerial && joinedOn < city.firstDay;
  if (!moves || !random.chance(0.22)) return [{ from: joinedOn, ...here }];
  const elsewhere = random.pick(city.divisions.filter((code) => code !== seat.office));
  const on = random.chance(0.85) ? thisYear : random.chance(0.5) ? thisYear + 91 : thisYear + 197;
  if (on >= city.asOf) return [{ from: joinedOn, ...here }];
  return [
    { from: joinedOn, ...here, department: elsewhere },
    { from: on, ...here },
  ];
}

/** The main appointment in force on a day; undefined outside the service. */
export function appointmentOn(person: PersonPlan, day: EpochDay): AppointmentFact | undefined {
  if (day < person.joinedOn || (person.leftOn !== null && day > person.leftOn)) return undefined;
  return person.appointments.findLast((a) => !a.concurrent && a.from <= day);
}
