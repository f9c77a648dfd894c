import type { OfficeHolder } from '../../access/form-offices.ts';
import { type FormPost, lackingIn, vacantSteps } from '../../access/form-posts.ts';
import { headedIn } from '../../access/policies.ts';
import type { PlacedForm } from '../../access/policies-forms.ts';
import { recipientOf } from '../../access/policies-notices.ts';
import type { WaitingGround } from './ground.ts';

/** Somebody named by an account without a 職員番号 is told as that account. */
const told = ({ staff, login }: OfficeHolder): string => recipientOf({ staff, login: login ?? '' });

/** Those who hold an office; while nobody was named, the executives for the 副市長, and 人事課 for the others. */
function officersOf(
  post: Extract<FormPost, { office: string }>,
  { formOffices, holding }: WaitingGround,
): readonly string[] {
  if (formOffices.vacant.has(post.office)) return [];
  return formOffices.named.get(post.office)?.map(told) ?? holding(post.kind === 'executive' ? 'executive' : 'hr');
}

/**
 * Who is told that a form waits for a post: whoever holds it (`holdsPost` of access/policies-forms says the same of one actor, and a test holds them
 * together). Of those who hold the post of a 課 by heading what is above it, the nearest alone; of what a 係長 may write, the head, who answers for it;
 * of an office for which nobody was named 人事課, also where it does not approve for it: it names somebody, or records what was decided on paper.
 */
export function holdersOf(form: PlacedForm, post: FormPost, ground: WaitingGround): readonly string[] {
  const subject = form.per === 'person' ? form.subject : undefined;
  const others = (staff: readonly string[]) => staff.filter((each) => each !== subject);
  if ('office' in post) return others(officersOf(post, ground));
  switch (post.kind) {
    case 'person':
      return subject === undefined ? [] : [subject];
    case 'office':
      return others(ground.holding('hr'));
    case 'bureau':
      return form.bureau === '' ? [] : others(ground.headed(form.bureau));
    case 'deputy':
    case 'top': {
      const { kind } = post;
      return others(ground.managersOf(form.bureau).flatMap((each) => (each[kind] ? [each.staff] : [])));
    }
    default:
      return ground.near(headedIn(form), subject);
  }
}

/** The steps that nobody holds (`vacantSteps`). */
export const vacantFor = (
  form: PlacedForm,
  posts: readonly FormPost[],
  { tree, formOffices, managersOf }: WaitingGround,
): readonly number[] =>
  vacantSteps(posts, formOffices.vacant, lackingIn(managersOf(form.bureau), tree.find(form.bureau) !== undefined));
