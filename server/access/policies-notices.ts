import type { Actor } from '../context.ts';

/** Whose notices somebody sees and settles, as a sentence. */

/** One's own: whoever has a 職員番号. Nobody sees or settles those of another. */
export const mayHaveNotices = (actor: Actor): actor is Actor & { readonly staff: string } => actor.staff !== null;
