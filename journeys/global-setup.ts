import type { TestProject } from 'vitest/node';
import { startInstallation } from './installation.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    template: string;
  }
}

/** The example city is made once; every file of journeys begins with a copy of it, so that none meets another's deeds. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const installation = await startInstallation({ city: 'demo' });
  await installation.end();
  project.provide('template', installation.data);
  return installation.stop;
}
