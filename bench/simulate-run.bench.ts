// One run of an authority with 100, 700 and 3,000 children: a small, a middling and a very large one.
import { assertMean, type Benchmark } from './benchmark.ts'
import { yardstickRunner } from './yardstick-runner.ts'

const YARDSTICK_CHILDREN = 680

// Means of 400,000, 100,000 and 25,000 other runs: cost of five years in £, and children at the end.
const SIZES = [
  { children: 100, checkedRuns: 4000, knownCost: 23_457_089, knownChildren: 113.02 },
  { children: 700, checkedRuns: 1000, knownCost: 161_510_846, knownChildren: 791.14 },
  { children: 3000, checkedRuns: 250, knownCost: 689_695_797, knownChildren: 3391.42 },
]

/** Prepares one benchmark for each size; its mean cost and children must be the known ones. */
export async function prepareSimulateRun(short: boolean): Promise<Benchmark[]> {
  return SIZES.map(({ children, checkedRuns, knownCost, knownChildren }) => {
    const name = `simulateRun, ${children.toLocaleString('en-GB')} children`
    const oneRun = yardstickRunner(children / YARDSTICK_CHILDREN)
    const totals = Array.from({ length: short ? checkedRuns / 5 : checkedRuns }, (_, run) => oneRun(run))
    assertMean(
      `${name}: cost`,
      totals.map(({ cost }) => cost),
      knownCost,
    )
    assertMean(
      `${name}: children at the end`,
      totals.map((total) => total.children),
      knownChildren,
    )
    let run = 0
    return { name, operations: 1, call: () => oneRun(run++) }
  })
}
