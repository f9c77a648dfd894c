import type { Answer } from '@tokimori/contract/route';
import type { supportView as viewRoute } from '@tokimori/contract/support';
import { formatLocalDate } from '@tokimori/law/time/civil';
import type { SupportMatch, SupportRequest } from '@tokimori/records/support-events';
import {
  isSupportingSide,
  mayAskForSupport,
  mayAssignSupport,
  mayCloseSupport,
  mayConsentSupporter,
  mayEndSupporter,
  mayEnterSupportHours,
  mayRegisterSupporter,
} from '../../access/policies-plans.ts';
import { type Scope, scopeOf } from '../../access/scope.ts';
import type { Actor, Context } from '../../context.ts';
import type { Tx } from '../../store/tenant.ts';
import { sectionIn } from '../plans/plan-section.ts';
import { type DepartmentTree, readTree } from '../reading/department-tree.ts';
import { type Here, here } from '../reading/moment.ts';
import { personsOn } from '../reading/persons.ts';
import { concurrentAppointments } from './concurrent.ts';
import { readSupportSince, type SupportRow } from './support-rows.ts';
import { readSupporters, readSupportersById, type SupporterRow } from './supporter-rows.ts';

type View = Answer<typeof viewRoute>;
type RequestView = View['requests'][number];
type MatchView = RequestView['matches'][number];

/** Days for which a request that is over stays on the page, so that its hours can be entered and confirmed. */
const STAYS_DAYS = 62;
export const WORKSTATION = 'わくわく(障害者ワークステーション)';

type Ground = {
  readonly actor: Actor;
  readonly scope: Scope;
  readonly tree: DepartmentTree;
  readonly supporters: ReadonlyMap<string, SupporterRow>;
  readonly nameOf: (supporter: SupporterRow) => string;
  readonly concurrent: (staff: string, request: SupportRequest) => boolean;
};

/** Requests for support, supporters, and what the caller may do with each. */
export async function supportView(context: Context, actor: Actor): Promise<View> {
  return context.store.tenant(actor.municipality, async (tx) => {
    const at = await here(context, tx);
    const [scope, tree, rows, standing] = await Promise.all([
      scopeOf(tx, actor, at.dutyDate),
      readTree(tx, at.dutyDay),
      readSupportSince(tx, formatLocalDate(at.dutyDay - STAYS_DAYS)),
      readSupporters(tx),
    ]);
    const ground = await groundOf(tx, at, { actor, scope, tree }, rows, standing);
    const sections = tree.nodes.filter(
      ({ department, kind }) => kind === 'division' && mayAskForSupport(actor, scope, department),
    );
    const named = sections.map(({ department, name }) => ({ department, name }));
    return {
      today: formatLocalDate(at.day),
      may: {
        request: named,
        register: mayRegisterSupporter(actor, scope, { kind: 'staff', staff: actor.staff, department: '' }),
        registerSections: named,
        registerWorkstation: mayRegisterSupporter(actor, scope, { kind: 'workstation', staff: null, department: '' }),
        assign: mayAssignSupport(actor),
      },
      requests: rows.map((row) => requestWith(row, ground, standing)),
      supporters: standing.filter((row) => isSeen(row, ground)).map((row) => supporterWith(row, ground)),
    };
  });
}

async function groundOf(
  tx: Tx,
  at: Here,
  base: Pick<Ground, 'actor' | 'scope' | 'tree'>,
  rows: readonly SupportRow[],
  standing: readonly SupporterRow[],
): Promise<Ground> {
  const ids = new Set(rows.flatMap(({ request }) => request.matches.map(({ supporter }) => supporter)));
  const ended = await readSupportersById(
    tx,
    [...ids].filter((id) => !standing.some((row) => row.id === id)),
  );
  const all = [...standing, ...ended];
  const staff = all.flatMap((row) => row.staff ?? []);
  const [persons, concurrent] = await Promise.all([
    personsOn(tx, staff, at.dutyDate),
    concurrentAppointments(tx, staff, at.dutyDate),
  ]);
  const { tree } = base;
  return {
    ...base,
    supporters: new Map(all.map((row) => [row.id, row])),
    nameOf: ({ kind, staff: number, department }) =>
      kind === 'workstation'
        ? WORKSTATION
        : number === null
          ? (tree.find(department)?.name ?? department)
          : (persons.get(number)?.name ?? number),
    concurrent: (number, { department, through }) =>
      (concurrent.get(number) ?? []).some(
        (post) => sectionIn(tree, post.department)?.department === department && post.from <= through,
      ),
  };
}

/** The registry: 人事課 all, a head those of the own section, a person the own registration. */
const isSeen = (row: SupporterRow, { actor, scope }: Ground): boolean =>
  mayAssignSupport(actor) || isSupportingSide(actor, scope, row);

function supporterWith(row: SupporterRow, ground: Ground): View['supporters'][number] {
  const { actor, scope, tree } = ground;
  return {
    id: row.id,
    kind: row.kind,
    department: row.department,
    name: ground.nameOf(row),
    place: tree.path(row.department),
    skills: row.skills,
    availability: row.availability,
    state: row.state === 'proposed' ? 'proposed' : 'ready',
    mine: row.staff !== null && row.staff === actor.staff,
    mayConsent: row.state === 'proposed' && mayConsentSupporter(actor, scope, row),
    mayEnd: mayEndSupporter(actor, scope, row),
  };
}

const people = (matches: readonly SupportMatch[], state: SupportMatch['state']): number =>
  matches.reduce((sum, match) => (match.state === state ? sum + match.people : sum), 0);

function requestWith({ id, request }: SupportRow, ground: Ground, standing: readonly SupporterRow[]): RequestView {
  const { actor, scope, tree } = ground;
  const asks = mayAskForSupport(actor, scope, request.department);
  const matched = new Set(request.matches.flatMap(({ state, supporter }) => (state === 'declined' ? [] : supporter)));
  const free = standing.filter(
    (row) => row.state === 'ready' && row.department !== request.department && !matched.has(row.id),
  );
  return {
    id,
    department: request.department,
    place: tree.path(request.department) || request.department,
    work: request.work,
    skills: request.skills,
    from: request.from,
    through: request.through,
    fromMinute: request.fromMinute,
    untilMinute: request.untilMinute,
    people: request.people,
    agreed: people(request.matches, 'agreed'),
    state: request.state,
    mayClose: request.state === 'open' && mayCloseSupport(actor, scope, request.department),
    mayOffer:
      request.state === 'open'
        ? free.filter((row) => mayAssignSupport(actor) || isSupportingSide(actor, scope, row)).map((row) => row.id)
        : [],
    matches: request.matches.flatMap((match) => matchWith(match, request, asks, ground) ?? []),
  };
}

/** A match, for the asking head, the supporting side and 人事課; nobody else learns who supports whom. */
function matchWith(match: SupportMatch, request: SupportRequest, asks: boolean, ground: Ground): MatchView | null {
  const { actor, scope, tree } = ground;
  const supporter = ground.supporters.get(match.supporter);
  if (supporter === undefined) return null;
  const gives = isSupportingSide(actor, scope, supporter);
  const assigns = mayAssignSupport(actor);
  if (!asks && !gives && !assigns) return null;
  const hasHours = match.days.some(({ minutes }) => minutes > 0);
  return {
    id: match.id,
    supporter: match.supporter,
    kind: supporter.kind,
    name: ground.nameOf(supporter),
    place: tree.path(match.department),
    people: match.people,
    state: match.state,
    days: match.days.filter(({ minutes }) => minutes > 0),
    confirmed: match.days.reduce((sum, day) => (day.confirmed ? sum + day.minutes : sum), 0),
    concurrent: match.staff === null ? null : ground.concurrent(match.staff, request),
    mayAccept: asks && match.state === 'offered' && request.state === 'open',
    mayDecline: match.state !== 'declined' && !hasHours,
    mayEnter: match.state === 'agreed' && mayEnterSupportHours(actor, scope, supporter),
    mayConfirm: asks && match.days.some((day) => !day.confirmed && day.minutes > 0),
  };
}
