import type { Parameters } from '@tokimori/ordinances/schema';
import type { Context } from '../../context.ts';
import { modelParameters } from '../../installation/ordinance-files.ts';
import { stoppedClock } from '../../runtime/clock.ts';
import type { Store } from '../tenant.ts';
import { silentLog } from './silent-log.ts';

export type TestContext = Context & {
  readonly clock: ReturnType<typeof stoppedClock>;
  /** Municipalities for which the deriver was woken, in order. */
  readonly woken: readonly string[];
};

const noStore = new Proxy({} as Store, {
  get(_target, name) {
    throw new Error(`this test was given no store, but asked for store.${String(name)}`);
  },
});

/** A context with a stopped clock, the model's parameters (unless others are given) and a silent log. */
export function testContext(given: { now: string; store?: Store; parameters?: Partial<Parameters> }): TestContext {
  const woken: string[] = [];
  const parameters = { ...modelParameters(), ...given.parameters };
  return {
    store: given.store ?? noStore,
    clock: stoppedClock(given.now),
    log: silentLog,
    parameters: async () => parameters,
    wakeDeriver: (municipality) => {
      woken.push(municipality);
    },
    woken,
  };
}
