// Where the code of a pool's threads is. Under a TypeScript loader a worker is a .ts file too and needs the loader; built, both are .js.

const EXTENSION = import.meta.url.endsWith('.ts') ? '.ts' : '.js'

/** Arguments of Node that a thread is started with. */
export const WORKER_ARGUMENTS = EXTENSION === '.ts' ? ['--import', import.meta.resolve('tsx')] : []

/** Returns the address of a worker's file. */
export function workerFile(name: 'simulate' | 'summarise' | 'forecast-council'): string {
  return new URL(`../../../workers/${name}${EXTENSION}`, import.meta.url).href
}
