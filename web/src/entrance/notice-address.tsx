import { type FormEvent, useState } from 'react';
import { ApiProblem } from '../api/call.ts';
import { useDeed } from '../api/queries.ts';
import * as routes from '../api/routes.ts';
import { announce } from '../app/announce.ts';
import { Refusal } from '../app/states.tsx';
import { Banner } from '../components/banner.tsx';
import { Button } from '../components/button.tsx';
import { TextField } from '../components/fields.tsx';

/** What the server says of the address itself. */
const mistakeIn = (error: unknown): string | undefined =>
  error instanceof ApiProblem ? error.problem.fields?.find(({ field }) => field === 'mailAddress')?.message : undefined;

/** Where mails go, for an account without a 職員番号 (副市長, 職員組合): said by whoever signs in with it. */
export function NoticeAddress({ mailAddress }: { readonly mailAddress: string }) {
  const deed = useDeed(routes.sayNoticeAddress);
  const [typed, setTyped] = useState<string | null>(null);
  const address = typed ?? mailAddress;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (deed.isPending) return;
    if (address.trim() === mailAddress) announce('変わったところはありません');
    else
      deed.mutate(
        { body: { mailAddress: address } },
        {
          onSuccess: () => {
            setTyped(null);
            announce('メールアドレスを変更しました');
          },
        },
      );
  };
  return (
    <form onSubmit={submit} noValidate className="mb-6 max-w-[40rem] border-b border-solid-gray-420 pb-6">
      <TextField
        id="mail-address"
        label="メールを受け取るアドレス"
        plain
        hint="お知らせを受け取る、仕事のメールアドレスを入力してください。空にすると、お知らせは画面だけに出ます。"
        autoComplete="email"
        value={address}
        onChange={setTyped}
        error={mistakeIn(deed.error)}
        maxLength={254}
      />
      <Refusal error={deed.error} />
      {deed.isSuccess && typed === null && (
        <div className="mt-4">
          <Banner kind="done" title="メールアドレスを変更しました" role="status" />
        </div>
      )}
      <div className="mt-4">
        <Button kind="outlined" type="submit" busy={deed.isPending}>
          アドレスを保存する
        </Button>
      </div>
    </form>
  );
}
