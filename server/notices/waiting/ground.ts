import { createHash } from 'node:crypto';
import type { NoticeKind } from '@tokimori/ordinances/parameters/groups/notices';
import { type OfficeHolders, readOfficeHolders } from '../../access/form-offices.ts';
import { type BureauManager, dividedBy } from '../../access/form-posts.ts';
import type { Tx } from '../../store/tenant.ts';
import { type DepartmentTree, readTree } from '../../use-cases/reading/department-tree.ts';
import type { Here } from '../../use-cases/reading/moment.ts';
import { type HeadsOf, headedBy, nearestHeads, readManagers } from '../heads.ts';
import { type Office, readOffices } from '../offices.ts';
import { readStandIns, type StandIns } from './standing-in.ts';

/** One thing that waits for somebody, or is told to them. */
export type Waiting = {
  /** 職員番号, or `account/<login>` of an account without one (`recipientOf`). */
  readonly recipient: string;
  readonly kind: NoticeKind;
  /** What it is about, to find it again when that was touched: a stream of the journal, or the name of what is always read as a whole. */
  readonly about: string;
  /** What waits; the same thing has the same key, and one that waits anew another. */
  readonly key: string;
  /** As the page and the mail say it. Neither health nor words that somebody wrote stand in it. */
  readonly line: string;
  /** Where the next step is taken. */
  readonly path: string;
  /** By when, `YYYY-MM-DD`; absent where no day is set. */
  readonly due?: string;
};

/** Who may be told, on a day. */
export type WaitingGround = {
  readonly at: Here;
  readonly tree: DepartmentTree;
  /** Those who head the department, or the nearest one above that has a head. */
  readonly near: HeadsOf;
  /** Those who head the very department. */
  readonly headed: (department: string) => readonly string[];
  /** Whoever holds a role by their account, with a 職員番号 or without one. */
  readonly holding: (role: Office) => readonly string[];
  /**
   * Who answers for a department today: those who head it and are there, else those who stand in for them, else the absent heads. Nobody where it
   * has no head and nobody stands in.
   */
  readonly answering: (department: string, except?: string) => readonly string[];
  readonly standIns: StandIns;
  /** Who holds the offices that forms pass. */
  readonly formOffices: OfficeHolders;
  /** Those who head a 部局, each as its 次長, its head, or both. */
  readonly managersOf: (bureau: string) => readonly BureauManager[];
  /** Changes with the day, and when somebody else may have to be told. */
  readonly signature: string;
};

/** Reads who may be told today. */
export async function readGround(tx: Tx, at: Here): Promise<WaitingGround> {
  const [tree, managers, standIns, offices, formOffices] = await Promise.all([
    readTree(tx, at.dutyDay),
    readManagers(tx, at.dutyDay),
    readStandIns(tx, at.dutyDate),
    readOffices(tx, at.dutyDate),
    readOfficeHolders(tx, at.dutyDate),
  ]);
  const headed = headedBy(managers);
  const words = at.parameters.forms.deputyPosts;
  const answering = (department: string, except?: string): readonly string[] => {
    const heads = headed.get(department) ?? [];
    const others = heads.filter((staff) => staff !== except);
    // Whoever heads it alone does not answer for oneself, nor does whoever stands in: the next one above does.
    if (heads.length > 0 && others.length === 0) return [];
    // A vacant 係 is answered for by the 課.
    if (heads.length === 0 && tree.find(department)?.kind === 'section') return [];
    const present = others.filter((staff) => !standIns.away(staff));
    const instead = standIns.of(department).filter((staff) => staff !== except);
    return present.length > 0 ? present : instead.length > 0 ? instead : others;
  };
  return {
    at,
    tree,
    near: nearestHeads(tree, headed),
    headed: (department) => headed.get(department) ?? [],
    holding: offices.holding,
    answering,
    standIns,
    formOffices,
    managersOf: (bureau) =>
      (managers.get(bureau) ?? []).map(({ staff, post }) => ({ staff, ...dividedBy(post, words) })),
    signature: signatureOf([
      ...[at.day, at.dutyDate, [...managers], tree.nodes, standIns.facts, offices.facts],
      ...[words, [...formOffices.named], [...formOffices.vacant]],
    ]),
  };
}

const signatureOf = (facts: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(facts)).digest('base64url');

/** The same thing for several recipients, each once. */
export const forEach = (recipients: readonly string[], what: Omit<Waiting, 'recipient'>): readonly Waiting[] =>
  [...new Set(recipients)].map((recipient) => ({ recipient, ...what }));
