import type { Actor } from '../context.ts';
import { heads, is } from './policies.ts';
import type { Scope } from './scope.ts';

/** Who may do what about 月の締め and 給与連携, as sentences. */

/** The state of every section: 人事課, executives and auditors. */
export const mayViewClosingOfAll = (actor: Actor): boolean => is(actor, 'hr', 'executive', 'auditor');

/** The closing of a section: its head (or a head above), and those who see all. */
export const mayViewClosing = (actor: Actor, scope: Scope, section: string): boolean =>
  heads(actor, scope, [section]) || mayViewClosingOfAll(actor);

/** Closing a section's month: its head, when nothing is open; 人事課. */
export const mayCloseSection = (actor: Actor, scope: Scope, section: string): boolean =>
  heads(actor, scope, [section]) || is(actor, 'hr');

/** Closing over open points, opening again, reminding, closing the whole municipality: 人事課 alone. */
export const mayCloseOverOpenPoints = (actor: Actor): boolean => is(actor, 'hr');
export const mayReopen = (actor: Actor): boolean => is(actor, 'hr');
export const mayRemindClosing = (actor: Actor): boolean => is(actor, 'hr');
export const mayCloseMunicipality = (actor: Actor): boolean => is(actor, 'hr');

/** Asking for a month to be opened again: the head of the section. */
export const mayAskReopening = (actor: Actor, scope: Scope, section: string): boolean => heads(actor, scope, [section]);

/** Everybody's hours as payroll is told them: 人事課, and auditors to read. */
export const mayViewPayExports = (actor: Actor): boolean => is(actor, 'hr', 'auditor');
/** Telling payroll, and deciding the layout of the file: 人事課 alone. */
export const mayExportPay = (actor: Actor): boolean => is(actor, 'hr');
