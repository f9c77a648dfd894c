import { afterAll, inject } from 'vitest';
import { type Installation, startInstallation } from './installation.ts';

/**
 * An installation with the example city for the file that asks, on a copy of its data; ended after its last test. `afresh` makes the city anew,
 * as it stands at the clock given.
 */
export async function ownCity(
  options: {
    readonly clock?: string;
    readonly afresh?: boolean;
    readonly surroundings?: Readonly<Record<string, string>>;
  } = {},
): Promise<Installation> {
  const { afresh = false, ...rest } = options;
  const template = afresh ? {} : { template: inject('template') };
  const installation = await startInstallation({ ...rest, ...template, city: 'demo' });
  afterAll(installation.stop);
  return installation;
}
