import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  notFound,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { ApiProblem } from '../api/call.ts';
import { noticePages, passwordPage, signInPage } from '../entrance/pages.ts';
import { formPages } from '../forms/pages.ts';
import { hrPages } from '../hr/pages.ts';
import { managerPages } from '../manager/pages.ts';
import { planPages } from '../plans/pages.ts';
import { registerPages } from '../registers/pages.ts';
import { staffPages } from '../staff/pages.ts';
import { homeOf } from './menu.ts';
import type { Page } from './page.ts';
import { paths } from './paths.ts';
import { loadMe } from './session.ts';
import { Shell } from './shell.tsx';
import { CrashPage, Loading, LonelyCrashPage, NoSuchMonthPage, NotFoundPage } from './states.tsx';

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFoundPage, errorComponent: LonelyCrashPage });

/** Everything behind the sign-in; without a session it leads there and back. */
const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  component: Shell,
  errorComponent: LonelyCrashPage,
  beforeLoad: async ({ location }) => {
    try {
      const me = await loadMe();
      if (me.mustChangePassword && location.pathname !== paths.password) throw redirect({ to: paths.password });
      if (location.pathname === paths.today && !me.roles.includes('staff')) throw redirect({ to: homeOf(me) });
    } catch (error) {
      if (error instanceof ApiProblem && error.problem.status === 401) {
        throw redirect({ to: paths.signIn, search: { next: location.href } });
      }
      throw error;
    }
  },
});

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;
/** An address with a month that is none (2026-99) leads to a page that says so. */
function ensureMonth(params: object, search: Readonly<Record<string, unknown>>): void {
  const months = [...('month' in params ? [params.month] : []), ...(search.month === undefined ? [] : [search.month])];
  if (months.some((month) => typeof month !== 'string' || !MONTH.test(month))) throw notFound();
}

const under = (parent: typeof shell | typeof root) => (page: Page) =>
  createRoute({
    getParentRoute: () => parent,
    path: page.path,
    component: lazyRouteComponent(page.load, page.name),
    validateSearch: (search: Record<string, unknown>) => search,
    beforeLoad: ({ params, search }) => ensureMonth(params, search),
    notFoundComponent: NoSuchMonthPage,
  });

const signedIn = [
  passwordPage,
  ...noticePages,
  ...staffPages,
  ...managerPages,
  ...hrPages,
  ...formPages,
  ...planPages,
  ...registerPages,
].map(under(shell));

export const router = createRouter({
  routeTree: root.addChildren([shell.addChildren(signedIn), under(root)(signInPage)]),
  defaultPendingComponent: Loading,
  defaultErrorComponent: CrashPage,
  defaultNotFoundComponent: NotFoundPage,
  defaultPreload: 'intent',
  scrollRestoration: true,
});
