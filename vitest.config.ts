import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { BUILT, builtSource } from './test/built-source.ts'

export default defineConfig({
  plugins: [builtSource],
  test: {
    include: ['test/**/*.{test,property,golden}.ts'],
    globalSetup: 'test/once-before-all.ts',
    setupFiles: 'test/before-each-file.ts',
    server: { deps: { external: [BUILT] } },
    // Files share what they import: no module keeps anything that another file could see.
    isolate: false,
    // By default one core stays idle, which is half of a small machine.
    maxWorkers: availableParallelism(),
    // Many times what any takes on an idle machine: a slow one is no failure.
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
})
