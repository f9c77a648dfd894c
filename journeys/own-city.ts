import { afterAll, inject } from 'vitest';
import { type Installation, startInstallation } from './installation.ts';

/** An installation with the example city for the file that asks, on a copy of its data; ended after its last test. */
export async function ownCity(
  options: { readonly clock?: string; readonly surroundings?: Readonly<Record<string, string>> } = {},
): Promise<Installation> {
  const installation = await startInstallation({ ...options, city: 'demo', template: inject('template') });
  afterAll(installation.stop);
  return installation;
}
