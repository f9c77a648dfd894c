import type { UseQueryResult } from '@tanstack/react-query';
import { Link, useRouter } from '@tanstack/react-router';
import { clock } from '@tokimori/wording/format';
import { type ReactNode, useEffect, useState, useSyncExternalStore } from 'react';
import { ApiProblem, ServerAway } from '../api/call.ts';
import { onConnection, readConnection } from '../api/connection.ts';
import { Banner } from '../components/banner.tsx';
import { Button } from '../components/button.tsx';
import { troubleOf, troubles } from '../wording/problems.ts';

/** Grey lines where nothing is known yet; after one second, the words. */
export function Loading({ title }: { readonly title?: string }) {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), 1000);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="mt-6">
      {title !== undefined && <h1 className="text-[1.75rem]">{title}</h1>}
      <p role="status" className="min-h-7">
        {slow ? '読み込んでいます' : ''}
      </p>
      <div aria-hidden="true" className="space-y-3">
        {['w-2/3', 'w-full', 'w-1/2'].map((width) => (
          <div key={width} className={`h-4 rounded-4 bg-solid-gray-100 ${width}`} />
        ))}
      </div>
    </div>
  );
}

/** Says that the server is away, and of when the figures on the page are. */
export function ServerAwayBanner() {
  const { away, lastAnswerAt } = useSyncExternalStore(onConnection, readConnection);
  if (!away) return null;
  return (
    <div className="mt-4">
      <Banner kind="warning" title="通信できません" role="alert">
        {lastAnswerAt === null ? '' : `${clock(lastAnswerAt)} の記録を表示しています。`}打刻はカード端末で記録されます。
      </Banner>
    </div>
  );
}

/** A page of its own for what went wrong: 事象, 原因, 対処. */
function ProblemPage({ error, onRetry }: { readonly error: unknown; readonly onRetry?: () => void }) {
  const trouble = troubleOf(error);
  const forbidden = error instanceof ApiProblem && error.problem.status === 403;
  return (
    <div className="mt-6">
      <Banner kind={forbidden ? 'warning' : 'error'} title={trouble.what} heading="h1" role="alert">
        <p className="whitespace-pre-line">{trouble.whyAndCure}</p>
        {error instanceof ApiProblem && error.problem.code !== '' && (
          <p className="prose-small mt-1">番号 {error.problem.code}</p>
        )}
      </Banner>
      <p className="mt-4 flex flex-wrap items-center gap-4">
        {onRetry !== undefined && !forbidden && (
          <Button kind="outlined" onPress={onRetry}>
            もう一度読み込む
          </Button>
        )}
        <Link to="/" className="link">
          はじめの画面へ
        </Link>
      </p>
    </div>
  );
}

/** For an address that leads nowhere. */
export function NotFoundPage() {
  return (
    <Lonely>
      <div className="mt-6">
        <Banner kind="warning" title={troubles.notFound.what} heading="h1">
          {troubles.notFound.whyAndCure}
        </Banner>
      </div>
      <p className="mt-4">
        <Link to="/" className="link">
          はじめの画面へ
        </Link>
      </p>
    </Lonely>
  );
}

/** A page outside the shell, with its own main. */
function Lonely({ children }: { readonly children: ReactNode }) {
  return (
    <main id="main" className="mx-auto w-full max-w-[50rem] px-4 pb-16">
      <title>時守</title>
      {children}
    </main>
  );
}

/** For an address with a month that is none. */
export function NoSuchMonthPage() {
  return (
    <div className="mt-6">
      <Banner kind="warning" title="この月は表示できません" heading="h1" role="alert">
        アドレスの月が正しくありません。月は 2026-11
        のように、1月から12月までで指定します。はじめの画面から、月を選び直してください。
      </Banner>
      <p className="mt-4">
        <Link to="/" className="link">
          はじめの画面へ
        </Link>
      </p>
    </div>
  );
}

/** For an error before there is a shell: no session could be asked for. */
export function LonelyCrashPage({ error }: { readonly error: unknown }) {
  const router = useRouter();
  return (
    <Lonely>
      <ProblemPage error={error} onRetry={() => router.invalidate()} />
    </Lonely>
  );
}

/** For an error thrown while a page is drawn. */
export function CrashPage({ error }: { readonly error: unknown }) {
  const router = useRouter();
  return <ProblemPage error={error} onRetry={() => router.invalidate()} />;
}

/** One sentence that says what would be here, and since when. */
export function Empty({ children }: { readonly children: ReactNode }) {
  return <p className="py-4">{children}</p>;
}

/** Draws an answer: the last known one while the server is away, else loading, else what went wrong. */
export function Shown<Data>({
  query,
  title,
  children,
}: {
  readonly query: UseQueryResult<Data>;
  readonly title?: string;
  readonly children: (data: Data) => ReactNode;
}) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.isError) return <ProblemPage error={query.error} onRetry={() => void query.refetch()} />;
  return <Loading {...(title === undefined ? {} : { title })} />;
}

/** What a refused deed says, beside the deed. Takes no room while there is nothing to say. */
export function Refusal({ error }: { readonly error: unknown }) {
  if (error === null || error === undefined) return null;
  if (error instanceof ServerAway) {
    return (
      <p role="alert" className="mt-3 border-l-[6px] border-yellow-900 py-1 pl-3 font-700">
        通信できないため、まだ終わっていません。入力は残っています。少し待って、もう一度押してください。
      </p>
    );
  }
  const trouble = troubleOf(error);
  return (
    <div className="mt-4">
      <Banner kind="error" title={trouble.what} role="alert">
        <p className="whitespace-pre-line">{trouble.whyAndCure}</p>
      </Banner>
    </div>
  );
}
