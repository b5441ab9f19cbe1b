// Break-even of a whole scenario: what is searched is what is written.
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { MOST_STEPS } from '../../../src/study/solve/solve.ts'
import { type SolveRequest, solveScenario } from '../../../src/study/solve/solve-scenario.ts'
import { parseAssertion } from '../../../src/summary/targets/assertion.ts'

const RUNS = 10
const PREVENTS = 'interventions.edge-of-care.effects.0.preventEntries.prevents'
const POSTS = 'interventions.edge-of-care.posts.number'
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'carecast-solve-'))
})
afterAll(() => rm(folder, { recursive: true }))

interface Question {
  path: string
  target: string
  between: [number, number]
}

/** Solves for a number of the package of the edge of care team alone, and keeps all progress reported. */
async function solveFor({ path, target, between }: Question, more: Partial<SolveRequest> = {}) {
  const progress: [done: number, all: number, stage?: string][] = []
  const { result } = await solveScenario({
    scenario: 'scenarios/smallshire-packages.yaml',
    choice: { with: ['edge-of-care'] },
    attribution: false,
    runs: RUNS,
    seed: 'carecast',
    threads: 1,
    folder: join(folder, 'result'),
    overwrite: true,
    version: '0.0.0',
    solve: { path, target, between },
    target: parseAssertion(target)!,
    onProgress: (...reported) => progress.push(reported),
    ...more,
  })
  return { result, solve: result.solve!, progress }
}

describe('solveScenario', () => {
  test('finds how many entries must be prevented, in the runs that the result has', async () => {
    const target = 'chosen:p_saves>=0.5'
    const { result, solve, progress } = await solveFor(
      { path: PREVENTS, target, between: [1, 5] },
      { assertions: [parseAssertion(target)!], chanceOnly: true },
    )
    const [fewest, most] = solve.steps
    expect([fewest, most].map(({ holds }) => holds)).toEqual([false, true])
    const solved = solve.steps.find(({ value }) => value === solve.solution)!
    const { measure: value, mc_error, holds } = solved
    expect(result.assertions).toMatchObject([{ value, mc_error, holds }])
    expect(holds).toBe(true)
    expect(result.identity.sets).toEqual([`${PREVENTS}=${solve.solution}`])
    const manifest = JSON.parse(await readFile(join(folder, 'result', 'manifest.json'), 'utf8'))
    expect(manifest.solve).toEqual(solve)

    const stages = [...new Set(progress.map(([, , stage]) => stage))]
    expect(stages).toEqual([
      ...solve.steps.map((_, step) => `Value ${step + 1} of at most ${MOST_STEPS}`),
      undefined,
    ])
    expect(progress.every(([, all]) => all === RUNS)).toBe(true)
    expect(progress.at(-1)).toEqual([RUNS, RUNS])
  })

  test('refuses ends on one side, and names the measure at both, before anything is written', async () => {
    const between: [number, number] = [0, 0.01]
    const refused = solveFor(
      { path: PREVENTS, target: 'chosen:p_saves>=0.9', between },
      { folder: join(folder, 'none') },
    )
    await expect(refused).rejects.toThrow(
      /^--solve .*prevents chosen:p_saves is [\d.]+ at 0 and [\d.]+ at 0\.01, so that chosen:p_saves>=0\.9 holds at neither/,
    )
    expect(existsSync(join(folder, 'none'))).toBe(false)
  })

  test.each([
    ['name', 'total<=1', '--solve name=1 is not a number'],
    ['entries.perYer', 'total<=1', /^--solve entries.perYer=1 .*did you mean entries.perYear\?/],
    [POSTS, 'totl<=1', /^--target totl<=1 there is no claim or line 'totl'; did you mean total\?/],
    [POSTS, 'total<=1', /^--solve .*=1\.5 .*must be a whole number/],
  ])('refuses %s for %s', async (path, target, message) => {
    const low = path === POSTS && target.startsWith('total') ? 1.5 : 1
    await expect(solveFor({ path, target, between: [low, 2] })).rejects.toThrow(message)
  })
})
