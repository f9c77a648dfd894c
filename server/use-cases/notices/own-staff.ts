import { mayHaveNotices } from '../../access/policies-notices.ts';
import { refuse } from '../../access/refusal.ts';
import type { Actor } from '../../context.ts';

/** The 職員番号 of whoever asks for their own notices. @throws Refusal 403 for an account without one */
export function ownStaff(actor: Actor): string {
  if (mayHaveNotices(actor)) return actor.staff;
  return refuse('notices.no-staff', {
    status: 403,
    title: 'このアカウントにお知らせはありません',
    detail:
      '職員番号のないアカウントで入っているため、届け先がありません。お知らせを受け取るときは、職員番号のあるアカウントで入り直すか、情報システム担当に相談してください。',
  });
}
