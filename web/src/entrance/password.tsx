import { type FormEvent, useState } from 'react';
import { useDeed } from '../api/queries.ts';
import * as routes from '../api/routes.ts';
import { announce } from '../app/announce.ts';
import { mistakes, wrong } from '../app/form.ts';
import { homeOf } from '../app/menu.ts';
import { useMe } from '../app/session.ts';
import { Refusal } from '../app/states.tsx';
import { Banner } from '../components/banner.tsx';
import { Button, ButtonLink } from '../components/button.tsx';
import { ErrorSummary, errorOf, type FieldError } from '../components/error-summary.tsx';
import { TextField } from '../components/fields.tsx';
import { fieldErrorsOf } from '../wording/problems.ts';

const SHORTEST = 10;

export function PasswordPage() {
  const me = useMe();
  const deed = useDeed(routes.changePassword);
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const [errors, setErrors] = useState<readonly FieldError[]>([]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = mistakes(
      wrong(current === '', 'current', 'いまのパスワードを入力してください'),
      wrong(next.length < SHORTEST, 'next', `新しいパスワードは${SHORTEST}文字以上にしてください`),
      wrong(next.length >= SHORTEST && next === current, 'next', 'いまのパスワードと違うものにしてください'),
      wrong(next !== again, 'again', '新しいパスワードと同じものを、もう一度入力してください'),
    );
    setErrors(found);
    if (found.length === 0 && !deed.isPending) {
      deed.mutate(
        { body: { current, next } },
        {
          onSuccess: () => announce('パスワードを変更しました'),
          onError: (error) => setErrors([...fieldErrorsOf(error)]),
        },
      );
    }
  };

  if (deed.isSuccess) {
    return (
      <div className="mt-6 max-w-[40rem]">
        <Banner kind="done" title="パスワードを変更しました" heading="h1">
          ほかの端末やブラウザーのログインは終わりました。
        </Banner>
        <p className="mt-6">
          <ButtonLink kind="solid" to={homeOf(me)}>
            はじめの画面へ
          </ButtonLink>
        </p>
      </div>
    );
  }
  return (
    <div className="max-w-[40rem]">
      <ErrorSummary errors={errors} />
      <h1 className="mt-6 text-[1.75rem]">パスワードを変更する</h1>
      {me.mustChangePassword && (
        <p className="mt-2">はじめてのログインです。続ける前に、自分だけのパスワードに変えてください。</p>
      )}
      <Refusal error={errors.length > 0 ? null : deed.error} />
      <form onSubmit={submit} noValidate>
        <input type="text" autoComplete="username" value={me.login} readOnly hidden />
        <TextField
          id="current"
          label="いまのパスワード"
          plain
          required
          type="password"
          value={current}
          onChange={setCurrent}
          autoComplete="current-password"
          error={errorOf(errors, 'current')}
          maxLength={256}
        />
        <TextField
          id="next"
          label="新しいパスワード"
          hint={`${SHORTEST}文字以上。長い言葉のつながりが、覚えやすく破られにくい形です。`}
          plain
          required
          type="password"
          value={next}
          onChange={setNext}
          autoComplete="new-password"
          error={errorOf(errors, 'next')}
          maxLength={256}
        />
        <TextField
          id="again"
          label="新しいパスワード(もう一度)"
          plain
          required
          type="password"
          value={again}
          onChange={setAgain}
          autoComplete="new-password"
          error={errorOf(errors, 'again')}
          maxLength={256}
        />
        <div className="mt-8">
          <Button kind="solid" type="submit" busy={deed.isPending}>
            パスワードを変更する
          </Button>
        </div>
      </form>
    </div>
  );
}
