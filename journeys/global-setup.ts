import type { TestProject } from 'vitest/node';
import { startInstallation } from './installation.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    url: string;
    data: string;
  }
}

/** One installation with the example city for all journeys; each journey signs in as its own people. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const installation = await startInstallation({ city: 'demo' });
  project.provide('url', installation.url);
  project.provide('data', installation.data);
  return installation.stop;
}
