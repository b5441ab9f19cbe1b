// Has the tests take the built form of what they import: the code that is shipped, at its own speed, whose threads are
// plain JavaScript and start at once.
import { existsSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** What vitest leaves to Node.js. */
export const BUILT = /\/dist\/(src|workers|bench)\//

/** A plugin of Vite that leads from a file of src, workers or bench to what it was compiled to. */
export const builtSource = {
  name: 'built-source',
  enforce: 'pre' as const,
  resolveId(specifier: string, importer: string | undefined): string | undefined {
    if (importer === undefined || !specifier.startsWith('.')) return undefined
    const source = resolve(dirname(importer), specifier)
    const built = join(ROOT, 'dist', relative(ROOT, source).replace(/\.ts$/, '.js'))
    return BUILT.test(built) && existsSync(source) ? built : undefined
  },
}
