// Compiles the twin in plain C and times it and the engine in turn, so that a busy machine slows both alike. Exits with
// 1 where their means disagree. Run by npm in the folder of package.json, as built JavaScript.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { median } from 'simple-statistics'

interface Figures {
  us_per_run: number
  cost_mean: number
  children_end: number
  runs: number
}

const PAIRS = 5
const RUNS = 4000
const COMPILERS = [process.env.CC, 'cc', 'gcc', 'clang'].filter((name) => name !== undefined)

/** How far the means may be apart besides chance: the engine counts from the close of day 0 and opens with whole numbers. */
const KNOWN_DIFFERENCE = 0.002
const STANDARD_ERRORS = 3
/** Standard deviation of one run's value relative to its mean, from 100,000 runs. */
const RELATIVE_DEVIATION = { cost_mean: 0.042, children_end: 0.035 }

function findCompiler(): string | undefined {
  return COMPILERS.find((name) => {
    try {
      execFileSync(name, ['--version'], { stdio: 'ignore' })
      return true
    } catch {
      return false
    }
  })
}

function run(command: string, args: string[]): Figures {
  return JSON.parse(execFileSync(command, [...args, String(RUNS)], { encoding: 'utf8' })) as Figures
}

function timeInTurn(twin: string): { engine: Figures[]; plainC: Figures[] } {
  const engine: Figures[] = []
  const plainC: Figures[] = []
  for (let pair = 0; pair < PAIRS; pair++) {
    engine.push(run(process.execPath, ['dist/bench/yardstick.js']))
    plainC.push(run(twin, []))
    console.log(
      `${pair + 1}: engine ${engine[pair].us_per_run} µs, plain C ${plainC[pair].us_per_run} µs a run`,
    )
  }
  return { engine, plainC }
}

function meansAgree(engine: Figures, plainC: Figures): boolean {
  return (['cost_mean', 'children_end'] as const).every((figure) => {
    const difference = engine[figure] / plainC[figure] - 1
    const chance = STANDARD_ERRORS * RELATIVE_DEVIATION[figure] * Math.sqrt(2 / RUNS)
    const agrees = Math.abs(difference) <= KNOWN_DIFFERENCE + chance
    const percent = (share: number) => `${(100 * share).toFixed(2)} %`
    console.log(
      `${figure}: engine ${engine[figure]}, plain C ${plainC[figure]}, difference ${percent(difference)}; ` +
        `allowed ${percent(KNOWN_DIFFERENCE)} and ${percent(chance)} by chance: ${agrees ? 'agrees' : 'DISAGREES'}`,
    )
    return agrees
  })
}

function compare(compiler: string): void {
  const folder = mkdtempSync(join(tmpdir(), 'carecast-twin-'))
  try {
    const twin = join(folder, 'yardstick')
    execFileSync(compiler, ['-O3', '-march=native', 'bench/yardstick.c', '-o', twin, '-lm'])
    const { engine, plainC } = timeInTurn(twin)
    const middle = (figures: Figures[]) => median(figures.map(({ us_per_run }) => us_per_run))
    const ratios = engine.map((figures, pair) => figures.us_per_run / plainC[pair].us_per_run)
    console.log(`median: engine ${middle(engine)} µs, plain C ${middle(plainC)} µs a run, ${RUNS} runs`)
    console.log(`engine / plain C, median of ${PAIRS} pairs: ${median(ratios).toFixed(2)}`)
    if (!meansAgree(engine[0], plainC[0])) process.exitCode = 1
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const compiler = findCompiler()
if (compiler === undefined)
  console.log('No C compiler found (cc, gcc, clang, or $CC): the twin was not compared.')
else compare(compiler)
