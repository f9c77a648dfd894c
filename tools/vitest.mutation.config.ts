import { defineConfig } from 'vitest/config';

/** The pure tests of law/, as the mutation run needs them: one project, no database. */
export default defineConfig({ test: { include: ['law/**/*.test.ts'], environment: 'node' } });
