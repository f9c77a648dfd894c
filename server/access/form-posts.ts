/**
 * How a role of a form is held: by the person, by a post in the person's own line, or by an office of the whole body, which the municipality names by the
 * word of its seal box. `office` alone: filling in for the offices, which 人事課 does.
 */
export type FormPost =
  | { readonly kind: 'person' | 'chief' | 'section' | 'bureau' | 'deputy' | 'top' | 'office' }
  | { readonly kind: 'named' | 'executive'; readonly role: string; readonly office: string };

/** Roles that are offices of the personnel side. */
const offices: ReadonlySet<string> = new Set(['hr', 'hrDirector', 'laborOffice', 'generalAffairs', 'health', 'union']);

export const isOffice = (role: string): boolean => offices.has(role);

/** How a role that fills in a form is held. */
export function postOf(role: string): FormPost {
  if (role === 'person') return { kind: 'person' };
  if (role === 'viceMayor' || offices.has(role)) return { kind: 'office' };
  if (role === 'bureauHead' || role === 'director') return { kind: 'bureau' };
  return { kind: role === 'subsectionChief' ? 'chief' : 'section' };
}

type Step = { readonly role: string; readonly label: string };

/**
 * How the steps of a route are held. A route that names 次長 and 部長 apart is passed by each of them; where it names one, by whoever heads the 部局.
 */
export function postsOf(route: readonly Step[]): readonly FormPost[] {
  const apart = route.some(({ role }) => role === 'director') && route.some(({ role }) => role === 'bureauHead');
  return route.map(({ role, label }): FormPost => {
    if (role === 'viceMayor') return { kind: 'executive', role, office: label };
    if (offices.has(role)) return { kind: 'named', role, office: label };
    if (apart && role === 'director') return { kind: 'deputy' };
    if (apart && role === 'bureauHead') return { kind: 'top' };
    return postOf(role);
  });
}

/** A post as one word, for lists. */
export const wordOf = (post: FormPost): string => ('office' in post ? `${post.kind}/${post.office}` : post.kind);
/** Whether a post is an office of the whole body, which the municipality names. */
export const isNamed = (post: FormPost): boolean => 'office' in post;

type Divided = { readonly deputy: boolean; readonly top: boolean };

/**
 * What a 職名 of a manager of a 部局 is: its 次長, its head, or both (部長兼次長).
 * @param words those by which a 次長 is told
 */
export function dividedBy(post: string, words: readonly string[]): Divided {
  const rest = words.reduce((text, word) => text.replaceAll(word, ''), post);
  const deputy = rest !== post;
  return { deputy, top: !deputy || rest.includes('長') };
}

/** Which posts a 部局 lacks. */
export type BureauVacancies = { readonly deputy: boolean; readonly top: boolean };
const nothingLacks: BureauVacancies = { deputy: false, top: false };

/**
 * The steps whose post nobody holds. A 部局 that is passed by whoever heads it is vacant where it has neither a head nor a 次長.
 * @param offices those that the municipality says are vacant
 * @param lacking what the 部局 of the form lacks
 */
export function vacantSteps(
  posts: readonly FormPost[],
  offices: ReadonlySet<string>,
  { deputy, top } = nothingLacks,
): readonly number[] {
  const isVacant = (post: FormPost): boolean => {
    if ('office' in post) return offices.has(post.office);
    if (post.kind === 'bureau') return deputy && top;
    return (post.kind === 'deputy' && deputy) || (post.kind === 'top' && top);
  };
  return posts.flatMap((post, step) => (isVacant(post) ? [step] : []));
}

/** Whoever manages a 部局, and what their 職名 makes them. */
export type BureauManager = Divided & { readonly staff: string };

/**
 * What a 部局 lacks. Of one that was closed or renamed since it is not known: its posts are awaited, not passed.
 * @param stands whether it stands on the day
 */
export function lackingIn(managers: readonly BureauManager[], stands: boolean): BureauVacancies {
  if (managers.length === 0 && !stands) return nothingLacks;
  return { deputy: !managers.some(({ deputy }) => deputy), top: !managers.some(({ top }) => top) };
}
