// Before any test: builds carecast, of which all tests take the built form, and says with which seed inputs are made up.
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** Compiles the source into dist, as npm run build does; throws where it does not compile. Prints the seed of the day. */
export default function prepareAll(): void {
  execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], {
    cwd: ROOT,
    stdio: 'inherit',
  })
  process.env.FC_SEED ??= new Date().toISOString().slice(0, 10).replaceAll('-', '')
  console.log(
    `Inputs are made up with seed ${process.env.FC_SEED}, that of the day; FC_SEED=n repeats another`,
  )
}
