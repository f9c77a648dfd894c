import { officeRoutes } from './routes-office.ts';
import { workRoutes } from './routes-work.ts';

/** Every route of `/api/v1` by its name. Server, OpenAPI and client are made from this table. */
export const routes = { ...workRoutes, ...officeRoutes } as const;

export type Routes = typeof routes;
export type RouteName = keyof Routes;
