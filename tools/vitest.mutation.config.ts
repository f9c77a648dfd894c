import { defineConfig } from 'vitest/config';

/**
 * The pure tests of one folder of law/, as its mutation run needs them: no database, and fewer samples of each property
 * (a mutant that a property catches at all, it catches soon).
 */
const folder = process.env.MUTATED_FOLDER ?? '*';
export default defineConfig({
  test: { include: [`law/${folder}/**/*.test.ts`], environment: 'node', env: { PROPERTY_SAMPLES: '40' } },
});
