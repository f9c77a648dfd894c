import type { EntryState } from '@tokimori/contract/registers/entries';
import type { SharingParameters } from '@tokimori/ordinances/parameters/groups/sharing';
import type { Actor } from '../context.ts';
import { heads, is, mayViewCity } from './policies.ts';
import type { Scope } from './scope.ts';

/**
 * 進捗報告: 人事課, executives and auditors whole; heads the city's figures, and the names of their own departments, or of everybody where the municipality
 * shows them to 課長級以上 (`shared`).
 */
export const mayViewProgress = (actor: Actor): boolean => mayViewCity(actor) || is(actor, 'manager');
export const mayViewProgressOfAll = (actor: Actor, shared: boolean): boolean =>
  mayViewCity(actor) || (shared && is(actor, 'manager'));
/** The report as a file of tables: whoever sees the city. */
export const mayTakeProgress = (actor: Actor): boolean => mayViewCity(actor);
/** The trend of a department and its people. */
export const mayViewTrend = (actor: Actor, scope: Scope, department: string): boolean =>
  mayViewCity(actor) || heads(actor, scope, [department]);

/** What someone may see of a section's sheet. */
export type SheetView = 'everyone' | 'own' | 'nothing';

/**
 * 時間外勤務マネジメントシート: everybody's rows to the head, 人事課, executives and auditors; to staff of the section what the municipality
 * decided to share. `belongs`: whether the actor is placed in the section at the end of the month.
 */
export function sheetViewOf(
  actor: Actor,
  scope: Scope,
  section: { readonly department: string; readonly belongs: boolean },
  shared: SharingParameters['sectionSheet'],
): SheetView {
  if (mayViewCity(actor) || heads(actor, scope, [section.department])) return 'everyone';
  if (!is(actor, 'staff', 'manager') || actor.staff === null || !section.belongs) return 'nothing';
  return shared === 'names' ? 'everyone' : shared === 'own' ? 'own' : 'nothing';
}

/** 部局別の実績 without names: heads and those who see the city; every staff member where it is shared. */
export const mayViewBureaus = (actor: Actor, shared: boolean): boolean =>
  mayViewCity(actor) || is(actor, 'manager') || (shared && is(actor, 'staff'));
/** Bureaus of few people one by one. */
export const mayViewSmallBureaus = (actor: Actor): boolean => mayViewCity(actor);

/** The registers of reviews and effects, which tell of work and not of people. */
export const mayViewRegisters = (actor: Actor): boolean => mayViewCity(actor) || is(actor, 'manager');
/** Writing an entry: the head of the section and 人事課. */
export const mayKeepEntry = (actor: Actor, scope: Scope, department: string): boolean =>
  is(actor, 'hr') || heads(actor, scope, [department]);
/** What is registered is there for everyone who sees the registers; a draft for those who write it. */
export const mayViewEntry = (
  actor: Actor,
  scope: Scope,
  entry: { readonly state: EntryState; readonly department: string },
): boolean => mayViewRegisters(actor) && (entry.state !== 'draft' || mayKeepEntry(actor, scope, entry.department));
