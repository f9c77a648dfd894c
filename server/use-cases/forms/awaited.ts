import type { FormDefinition, RouteStep } from '@tokimori/forms/sheet/definition';
import { awaitedStep } from '@tokimori/records/form-sheet-way';
import { type FormPost, postsOf } from '../../access/form-posts.ts';

/** The posts a form passes, as it is filled in, and how each is held. */
export type Way = { readonly route: readonly RouteStep[]; readonly posts: readonly FormPost[] };

/** How the steps that a form passes are held. */
export function postsIn(
  { route: all }: Pick<FormDefinition, 'route'>,
  route: readonly RouteStep[],
): readonly FormPost[] {
  const posts = postsOf(all);
  return all.flatMap((step, at) => (route.includes(step) ? (posts[at] ?? []) : []));
}

/** The step that a form on its way waits for. */
export type Awaited = {
  readonly step: number;
  readonly label: string;
  /** Absent where nobody holds what is left: 人事課 passes it. */
  readonly post?: FormPost;
};

/** The step that is really awaited: what nobody holds is passed; where that is all that is left, the step itself, by 人事課. */
export function awaitedOf({ route, posts }: Way, from: number, vacant: readonly number[]): Awaited {
  const step = awaitedStep(route, from, vacant);
  const [awaited, post] = [route[step], posts[step]];
  return awaited === undefined || post === undefined
    ? { step: from, label: route[from]?.label ?? '' }
    : { step, label: awaited.label, post };
}
