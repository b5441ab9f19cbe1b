// Where the code of a pool's threads is. Under a TypeScript loader a worker is a .ts file too and needs the loader; built, both are .js.

const EXTENSION = import.meta.url.endsWith('.ts') ? '.ts' : '.js'

/**
 * Arguments of Node that a thread is started with. Built, it must import its file and not require it: Node.js crashes where a
 * thread is stopped while it requires a module.
 */
export const WORKER_ARGUMENTS =
  EXTENSION === '.ts' ? ['--import', import.meta.resolve('tsx')] : ['--no-experimental-require-module']

/** Returns the address of a worker's file. */
export function workerFile(name: 'simulate' | 'summarise' | 'forecast-council'): string {
  return new URL(`../../../workers/${name}${EXTENSION}`, import.meta.url).href
}
