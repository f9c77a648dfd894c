import type { sayNoticeAddress as addressRoute } from '@tokimori/contract/notices';
import type { Answer, Input } from '@tokimori/contract/route';
import { appendDeed } from '../../access/journal.ts';
import { maySayAddress } from '../../access/policies-notices.ts';
import { refuse } from '../../access/refusal.ts';
import type { Actor, Context } from '../../context.ts';
import { actorName } from '../journal.ts';
import { here } from '../reading/moment.ts';

/** One address, as mail servers take it: no blanks, no second @, a domain with a dot. */
const ADDRESS = /^[^\s@<>,;:"()[\]\\]+@[^\s@<>,;:"()[\]\\]+\.[^\s@<>,;:"()[\]\\.]+$/;

/**
 * Where mails to the caller's account go; '' takes the address away. The same again changes nothing; the journal keeps from what to what.
 * @throws Refusal 403 `notices.address-of-staff` for an account with a 職員番号, 422 `notices.address` for what is no address
 */
export async function sayNoticeAddress(
  context: Context,
  actor: Actor,
  { mailAddress }: Input<typeof addressRoute>,
): Promise<Answer<typeof addressRoute>> {
  if (!maySayAddress(actor))
    refuse('notices.address-of-staff', {
      status: 403,
      title: 'メールアドレスをここで変えることはできません',
      detail:
        '職員のメールアドレスは、職員の登録から来ています。アドレスが違うときは、人事課に登録の変更を依頼してください。',
    });
  if (mailAddress !== '' && !ADDRESS.test(mailAddress))
    refuse('notices.address', {
      title: 'メールアドレスを読み取れません',
      detail:
        '入力したものが、メールアドレスの形になっていません。「name@city.example.jp」のような形で入力してください。',
      fields: [
        {
          field: 'mailAddress',
          code: 'notices.address',
          message: '「name@city.example.jp」のような形で入力してください。',
        },
      ],
    });
  return context.store.tenant(actor.municipality, async (tx) => {
    const at = await here(context, tx);
    const [account] = await tx.query<{ mail: string }>(
      'select a.mail from tk.account a where a.municipality = $1 and a.login = $2 for update',
      [tx.municipality, actor.login],
    );
    if (account === undefined || account.mail === mailAddress) return { mailAddress };
    await tx.query('update tk.account as a set mail = $3 where a.municipality = $1 and a.login = $2', [
      tx.municipality,
      actor.login,
      mailAddress,
    ]);
    await appendDeed(tx, {
      stream: `account/${actor.login}`,
      kind: 'NoticeAddressSaid',
      actor: actorName(actor),
      data: { from: account.mail, to: mailAddress },
      at: at.now,
    });
    return { mailAddress };
  });
}
