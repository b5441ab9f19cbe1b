// Compiles the twin in plain C and times it and the engine in turn, so that a busy machine slows both alike. Exits with
// 1 where their means disagree, the engine is too slow, or V8 throws its compiled loop away when it is warm. Run by npm in the
// folder of package.json, as built JavaScript.
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

/** The engine may take so many times as long as plain C. */
const LARGEST_RATIO = 1.2
const PAIRS = 5
const TIMED_RUNS = 4000
/** Means are compared on more runs, so that chance leaves less room for an error to hide in. */
const COMPARED_RUNS = 20_000
const YARDSTICK = 'dist/bench/yardstick.js'
/** Printed by the yardstick when it is warm. */
const WARM = 'warm from here on'
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

type Program = (runs: number) => Figures

function program(command: string, args: string[]): Program {
  return (runs) => JSON.parse(execFileSync(command, [...args, String(runs)], { encoding: 'utf8' })) as Figures
}

/** Returns whether the engine is quick enough. */
function timeInTurn(engine: Program, plainC: Program): boolean {
  const pairs = Array.from({ length: PAIRS }, (_, pair) => {
    const times = [engine(TIMED_RUNS).us_per_run, plainC(TIMED_RUNS).us_per_run]
    console.log(`${pair + 1}: engine ${times[0]} µs, plain C ${times[1]} µs a run`)
    return times
  })
  const middle = (program: number) => median(pairs.map((times) => times[program]))
  const ratio = median(pairs.map(([ofEngine, ofPlainC]) => ofEngine / ofPlainC))
  console.log(`median: engine ${middle(0)} µs, plain C ${middle(1)} µs a run, ${TIMED_RUNS} runs`)
  console.log(`engine / plain C, median of ${PAIRS} pairs: ${ratio.toFixed(2)}, at most ${LARGEST_RATIO}`)
  return ratio <= LARGEST_RATIO
}

function meansAgree(engine: Figures, plainC: Figures): boolean {
  return (['cost_mean', 'children_end'] as const).every((figure) => {
    const difference = engine[figure] / plainC[figure] - 1
    const chance = STANDARD_ERRORS * RELATIVE_DEVIATION[figure] * Math.sqrt(2 / engine.runs)
    const agrees = Math.abs(difference) <= KNOWN_DIFFERENCE + chance
    const percent = (share: number) => `${(100 * share).toFixed(2)} %`
    console.log(
      `${figure}: engine ${engine[figure]}, plain C ${plainC[figure]}, difference ${percent(difference)}; ` +
        `allowed ${percent(KNOWN_DIFFERENCE)} and ${percent(chance)} by chance: ${agrees ? 'agrees' : 'DISAGREES'}`,
    )
    return agrees
  })
}

/** Returns whether what V8 compiled of the loop stays in use once it is warm: nothing comes up there that it did not expect. */
function staysCompiled(): boolean {
  const args = ['--trace-deopt', YARDSTICK, String(TIMED_RUNS), WARM]
  const output = execFileSync(process.execPath, args, { encoding: 'utf8' })
  const lines = output.slice(output.indexOf(WARM)).split('\n')
  const thrownAway = lines.filter((line) => line.includes('bailout') && line.includes('simulateRun'))
  console.log(`compiled code of the loop thrown away in ${TIMED_RUNS} warm runs: ${thrownAway.length} times`)
  for (const line of thrownAway) console.log(line)
  return thrownAway.length === 0
}

function compare(compiler: string): void {
  const folder = mkdtempSync(join(tmpdir(), 'carecast-twin-'))
  try {
    const twin = join(folder, 'yardstick')
    execFileSync(compiler, ['-O3', '-march=native', 'bench/yardstick.c', '-o', twin, '-lm'])
    const engine = program(process.execPath, [YARDSTICK])
    const plainC = program(twin, [])
    const quick = timeInTurn(engine, plainC)
    const agree = meansAgree(engine(COMPARED_RUNS), plainC(COMPARED_RUNS))
    const compiled = staysCompiled()
    if (!quick || !agree || !compiled) process.exitCode = 1
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const compiler = findCompiler()
if (compiler === undefined)
  console.log('No C compiler found (cc, gcc, clang, or $CC): the twin was not compared.')
else compare(compiler)
