import { useNavigate, useSearch } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { type Answer, ApiProblem, call } from '../api/call.ts';
import { useReading } from '../api/queries.ts';
import * as routes from '../api/routes.ts';
import { mistakes, wrong } from '../app/form.ts';
import { homeOf } from '../app/menu.ts';
import { paths } from '../app/paths.ts';
import { forget, loadMe } from '../app/session.ts';
import { Brand } from '../app/shell.tsx';
import { Refusal, Shown } from '../app/states.tsx';
import { Banner } from '../components/banner.tsx';
import { Button } from '../components/button.tsx';
import { ErrorSummary, errorOf, type FieldError } from '../components/error-summary.tsx';
import { SelectField, TextField } from '../components/fields.tsx';

type Installation = Answer<NonNullable<(typeof routes.municipalities)['shape']>>;

/** Only addresses of our own page may be returned to. */
export const safeNext = (next: unknown): string | undefined =>
  typeof next === 'string' && /^\/(?![/\\])/.test(next) && !next.startsWith(paths.signIn) ? next : undefined;

export function SignInPage() {
  const installation = useReading(routes.municipalities, {});
  return (
    <>
      <header className="border-solid-gray-420 border-b">
        <div className="mx-auto flex h-16 max-w-[80rem] items-center px-4 wide:px-12">
          <Brand city="" />
        </div>
      </header>
      <main id="main" className="mx-auto w-full max-w-[34rem] px-4 pb-16">
        <title>ログイン – 時守</title>
        <Shown query={installation} title="ログイン">
          {(data) => <SignInForm installation={data} />}
        </Shown>
      </main>
    </>
  );
}

function SignInForm({ installation }: { readonly installation: Installation }) {
  const search: { next?: unknown; ended?: unknown } = useSearch({ strict: false });
  const navigate = useNavigate();
  const { municipalities, demo } = installation;
  const [municipality, setMunicipality] = useState(municipalities[0]?.code ?? '');
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [refused, setRefused] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const found = mistakes(
      wrong(login.trim() === '', 'login', '職員番号を入力してください'),
      wrong(password === '', 'password', 'パスワードを入力してください'),
    );
    setErrors(found);
    setRefused(null);
    if (found.length > 0 || busy) return;
    setBusy(true);
    try {
      const { mustChangePassword } = await call(routes.signIn, {
        body: { municipality, login: login.trim(), password },
      });
      forget();
      const me = await loadMe();
      await navigate({ to: mustChangePassword ? paths.password : (safeNext(search.next) ?? homeOf(me)) });
    } catch (error) {
      setRefused(error);
      if (error instanceof ApiProblem) setPassword('');
    } finally {
      setBusy(false);
    }
  };

  return (
    <>
      <ErrorSummary errors={errors} />
      <h1 className="mt-8 text-[1.75rem]">ログイン</h1>
      {search.ended === 'yes' && refused === null && (
        <div className="mt-4">
          <Banner kind="info" title="ログインし直してください" role="status">
            しばらく操作がなかったか、別の画面でログアウトしたため、終わりました。ログインすると元の画面に戻ります。
          </Banner>
        </div>
      )}
      <Refusal error={refused} />
      <form onSubmit={(event) => void submit(event)} noValidate>
        {municipalities.length > 1 ? (
          <SelectField
            id="municipality"
            label="自治体"
            plain
            value={municipality}
            onChange={setMunicipality}
            options={municipalities.map((m) => ({ value: m.code, name: m.name }))}
          />
        ) : (
          <p className="mt-4 font-700 text-[1.125rem]">{municipalities[0]?.name}</p>
        )}
        <TextField
          id="login"
          label="職員番号"
          plain
          required
          value={login}
          onChange={setLogin}
          autoComplete="username"
          error={errorOf(errors, 'login')}
          maxLength={64}
        />
        <TextField
          id="password"
          label="パスワード"
          plain
          required
          type="password"
          value={password}
          onChange={setPassword}
          autoComplete="current-password"
          error={errorOf(errors, 'password')}
          maxLength={256}
        />
        <div className="mt-8">
          <Button kind="solid" size="large" type="submit" busy={busy} wide>
            ログインする
          </Button>
        </div>
      </form>
      <p className="prose-small mt-4">
        パスワードがわからないときは、人事課か情報システム担当に再設定を依頼してください。
      </p>
      {demo && (
        <DemoHint
          accounts={installation.demoAccounts ?? []}
          onChoose={(chosen) => {
            setLogin(chosen);
            setPassword('tokimori-demo');
          }}
        />
      )}
    </>
  );
}

function DemoHint({
  accounts,
  onChoose,
}: {
  readonly accounts: NonNullable<Installation['demoAccounts']>;
  readonly onChoose: (login: string) => void;
}) {
  return (
    <section aria-labelledby="demo" className="card mt-8">
      <h2 id="demo" className="text-[1.125rem]">
        見本の市を試す
      </h2>
      <p className="prose-small">
        この設置は見本です。実在の職員の記録はありません。パスワードはどの人も tokimori-demo です。
      </p>
      <ul className="mt-2">
        {accounts.map((account) => (
          <li
            key={account.login}
            className="flex flex-wrap items-center justify-between gap-2 border-t border-solid-gray-200 py-2"
          >
            <span>
              {account.role} {account.name}
              <span className="prose-small"> {[account.where, account.login].filter(Boolean).join('・')}</span>
            </span>
            <Button
              size="small"
              onPress={() => onChoose(account.login)}
              label={`${account.role} ${account.name} の番号を入れる`}
            >
              番号を入れる
            </Button>
          </li>
        ))}
        {accounts.length === 0 && (
          <li className="py-2">
            職員番号は、時守を起動した画面に出ています。admin(情報システム担当)、auditor(監査)でも入れます。
          </li>
        )}
      </ul>
    </section>
  );
}
