import { Link, Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { eraDate } from '@tokimori/wording/format';
import { useEffect, useRef, useState } from 'react';
import { call } from '../api/call.ts';
import * as routes from '../api/routes.ts';
import { PatternDefinitions } from '../components/patterns.tsx';
import { keepRegion } from './announce.ts';
import { audienceOf, type MenuEntry, menuOf } from './menu.ts';
import { paths } from './paths.ts';
import { calendarOf, forget, type Me, useMe } from './session.ts';
import { ServerAwayBanner } from './states.tsx';

/** Entries that stand in one row of the usual screen as they are; more stand closer. */
const ROOMY = 8;

const frame = 'mx-auto w-full max-w-[80rem] px-4 wide:px-12';

export function Brand({ city }: { readonly city: string }) {
  return (
    <span className="flex items-center gap-2.5 whitespace-nowrap">
      <img src="/mark.svg" alt="" width={28} height={28} />
      <span className="font-700 text-[1.25rem]">時守</span>
      <span className="text-[0.875rem] text-solid-gray-700">{city}</span>
    </span>
  );
}

/** The entry whose address the page lies under; the longest wins. */
function currentEntry(entries: readonly MenuEntry[], path: string): MenuEntry | undefined {
  const under = (to: string) =>
    path === to ||
    (to !== '/' && path.startsWith(`${to}/`)) ||
    (to.startsWith('/month/') && path.startsWith('/month/'));
  return entries.filter((entry) => under(entry.to)).sort((a, b) => b.to.length - a.to.length)[0];
}

function MenuLink({
  entry,
  current,
  close,
  onFollow,
}: {
  readonly entry: MenuEntry;
  readonly current: boolean;
  /** One of many: smaller, and nearer to the next. */
  readonly close: boolean;
  readonly onFollow: () => void;
}) {
  return (
    <Link
      to={entry.to}
      onClick={onFollow}
      aria-current={current ? 'page' : undefined}
      activeProps={{}}
      className={`flex min-h-12 items-center gap-1.5 px-3 whitespace-nowrap hover:underline wide:min-h-16 ${close ? 'wide:px-1.5 wide:text-[0.9375rem]' : ''} ${
        current
          ? 'border-l-4 border-blue-900 font-700 text-blue-900 wide:border-b-4 wide:border-l-0'
          : `pl-4 wide:pb-1 ${close ? 'wide:pl-1.5' : 'wide:pl-3'}`
      }`}
    >
      {entry.name}
      {entry.waiting !== undefined && entry.waiting > 0 && (
        <span className="keep-colours inline-flex h-5.5 min-w-5.5 items-center justify-center rounded-full bg-solid-gray-800 px-1 font-700 text-[0.875rem] text-white">
          {entry.waiting}
          <span className="sr-only">件</span>
        </span>
      )}
    </Link>
  );
}

function WhoIAm({ me }: { readonly me: Me }) {
  const navigate = useNavigate();
  const signOut = async () => {
    await call(routes.signOut, {}).catch(() => undefined);
    forget();
    await navigate({ to: paths.signIn });
  };
  return (
    <details className="relative text-[0.875rem] leading-150" name="who">
      <summary className="flex min-h-11 cursor-pointer list-none flex-col justify-center rounded-6 px-4 wide:items-end wide:pr-0">
        <span>{me.departmentPath}</span>
        <span className="font-700">
          {me.post === '' ? '' : `${me.post} `}
          {me.name}
          <span aria-hidden="true"> ▾</span>
          <span className="sr-only">(お知らせ、パスワードの変更、ログアウト)</span>
        </span>
      </summary>
      <ul className="z-10 border border-solid-gray-420 bg-white py-1 wide:absolute wide:right-0 wide:min-w-52 wide:rounded-8">
        <li>
          <Link to={paths.notices} className="flex min-h-11 items-center px-4 hover:underline">
            お知らせ(待っていること{me.waiting.notices > 0 && ` ${me.waiting.notices}件`})
          </Link>
        </li>
        <li>
          <Link to={paths.noticeSettings} className="flex min-h-11 items-center px-4 hover:underline">
            お知らせの設定
          </Link>
        </li>
        <li>
          <Link to={paths.password} className="flex min-h-11 items-center px-4 hover:underline">
            パスワードを変更する
          </Link>
        </li>
        <li>
          <button
            type="button"
            onClick={() => void signOut()}
            className="flex min-h-11 w-full items-center px-4 hover:underline"
          >
            ログアウトする
          </button>
        </li>
      </ul>
    </details>
  );
}

function Header({ me }: { readonly me: Me }) {
  const path = useRouterState({ select: (state) => state.location.pathname });
  const [open, setOpen] = useState(false);
  const entries = menuOf(me, audienceOf(me, path), calendarOf(me).month);
  const current = currentEntry(entries, path);
  return (
    <header className="border-solid-gray-420 border-b">
      <div className={`${frame} flex flex-wrap items-center justify-between gap-x-6 wide:flex-nowrap`}>
        <div className="flex h-14 items-center wide:h-16">
          <Brand city={me.municipalityName} />
        </div>
        <p className="hidden text-[0.875rem] print:block">
          印刷 {eraDate(calendarOf(me).today)}・{me.departmentPath} {me.name}
        </p>
        <button
          type="button"
          aria-expanded={open}
          aria-controls="menu"
          onClick={() => setOpen(!open)}
          className="no-print min-h-11 rounded-8 border border-black px-3 wide:hidden"
        >
          メニュー
        </button>
        <div
          id="menu"
          className={`no-print basis-full wide:flex wide:basis-auto wide:flex-1 wide:items-center wide:justify-between ${open ? '' : 'hidden'}`}
        >
          <nav aria-label="メニュー">
            <ul className="flex flex-col pb-2 wide:flex-row wide:flex-wrap wide:gap-x-1 wide:pb-0">
              {entries.map((entry) => (
                <li key={entry.to}>
                  <MenuLink
                    entry={entry}
                    current={entry === current}
                    close={entries.length > ROOMY}
                    onFollow={() => setOpen(false)}
                  />
                </li>
              ))}
            </ul>
          </nav>
          <WhoIAm me={me} />
        </div>
      </div>
    </header>
  );
}

/** Moves the focus to the page's beginning after every change of address, and says its title. */
function usePageChange(main: React.RefObject<HTMLElement | null>, city: string): void {
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname ?? state.location.pathname });
  const first = useRef(true);
  useEffect(() => {
    const title = () => {
      const heading = main.current?.querySelector('h1')?.textContent ?? '';
      document.title = `${heading === '' ? '' : `${heading} – `}時守 ${city}`;
    };
    const watcher = new MutationObserver(title);
    if (main.current !== null) watcher.observe(main.current, { childList: true, subtree: true, characterData: true });
    title();
    if (!first.current && path !== '') main.current?.focus();
    first.current = false;
    return () => watcher.disconnect();
  }, [path, main, city]);
}

/** Header, main and the live region, around every page of a signed-in person. */
export function Shell() {
  const me = useMe();
  const main = useRef<HTMLElement>(null);
  usePageChange(main, me.municipalityName);
  return (
    <>
      <a href="#main" className="sr-only bg-white p-3 focus:not-sr-only focus:absolute focus:z-20 link">
        本文へ移る
      </a>
      <PatternDefinitions />
      <Header me={me} />
      <main id="main" ref={main} tabIndex={-1} className={`${frame} pb-16`}>
        <ServerAwayBanner />
        <Outlet />
      </main>
      <div ref={keepRegion} role="status" aria-live="polite" className="sr-only" />
    </>
  );
}
