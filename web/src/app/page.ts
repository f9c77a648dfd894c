import type { ComponentType } from 'react';

/** A page by its address; its code is fetched when it is opened. `name` is the exported component. */
export type Page = {
  readonly path: string;
  readonly load: () => Promise<Record<string, ComponentType>>;
  readonly name: string;
};

/** Declares a page of a module that exports the component `name`. */
export function page<Name extends string>(
  path: string,
  load: () => Promise<Record<Name, ComponentType>>,
  name: Name,
): Page {
  return { path, load, name };
}
