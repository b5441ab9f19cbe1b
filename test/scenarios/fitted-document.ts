// A scenario of a published document, fitted to its facts, and what its tests ask of it.
import { AGE_BANDS, AGE_EDGES_DAYS, DAYS_TO_18 } from '../../src/domain/age-band.ts'
import { EXIT_REASONS } from '../../src/domain/exit-reason.ts'
import { hindcastScenario } from '../../src/estimate/fit/hindcast.ts'
import { type Fit, fitFacts } from '../../src/estimate/fit-facts.ts'
import type { ScenarioFile } from '../../src/input/reading/scenario-reader.ts'
import type { Scenario } from '../../src/input/schema/scenario-schema.ts'
import { compileModel, type Model } from '../../src/model/compile-model.ts'
import { runKeys, seedKey } from '../../src/run/addresses.ts'
import { memory } from '../../src/run/memory.ts'
import { simulateRun } from '../../src/run/simulate-run.ts'
import { createWorkspace, NEVER_CEASED, STILL_IN_CARE } from '../../src/run/workspace.ts'
import { measured, runMany } from '../run/run-many.ts'
import { readNamed } from './scenario-file.ts'

export interface FittedDocument {
  file: ScenarioFile
  fit: Fit
}

/** By name: several files of tests ask for the same. */
const fitted = new Map<string, Promise<FittedDocument>>()

/** Reads a scenario of the folder and fits it. */
export function fittedDocument(name: string): Promise<FittedDocument> {
  const known = fitted.get(name) ?? readAndFit(name)
  fitted.set(name, known)
  return known
}

async function readAndFit(name: string): Promise<FittedDocument> {
  const file = await readNamed(name)
  return { file, fit: fitFacts(file.scenario) }
}

/** Returns the share of runs in which a claim of a fitted scenario comes true. */
export function claimProbability(scenario: Scenario, key: string, runs: number): number {
  const { on, below = Infinity, above = -Infinity } = scenario.claims![key].children!
  const model = compileModel({ ...scenario, shocks: undefined })
  const month = model.axes.months.indexOf(on.slice(0, 7))
  const children = runMany(model, runs, (row, layout) => measured(row, layout, 'children', month))
  return children.filter((count) => count > above && count < below).length / runs
}

/**
 * Mean numbers of a year's replay: ends by age band, and by reason, the last on the 18th birthday. As in the published counts,
 * a child who came back has ended once, at its last end.
 */
export function replayedEnds(scenario: Scenario, runs: number) {
  const byAge = AGE_BANDS.map(() => 0)
  const byReason = [...EXIT_REASONS, 'turned18'].map(() => 0)
  const model = compileModel(hindcastScenario(scenario, scenario.facts![0]))
  forEachRun(model, runs, (children) => {
    for (const child of children) {
      const endDay = lastEnd(model, child)
      if (endDay === undefined) continue
      byReason[memory.exitReason[child]] += 1 / runs
      const ageDays = DAYS_TO_18 - (memory.turns18[child] - endDay)
      byAge[AGE_BANDS.findLastIndex((_, band) => ageDays >= AGE_EDGES_DAYS[band])] += 1 / runs
    }
  })
  return {
    byAge,
    byReason: Object.fromEntries(byReason.map((ends, i) => [EXIT_REASONS[i] ?? 'turned18', ends])),
  }
}

/** The day on which a child left for the last time, back in care or not; none where it never left. */
function lastEnd({ axes }: Model, child: number): number | undefined {
  if (memory.exitDay[child] !== STILL_IN_CARE) return memory.exitDay[child]
  const isBack = axes.hasReentry && memory.ceasedDay[child] !== NEVER_CEASED
  return isBack ? memory.ceasedDay[child] : undefined
}

/** Of the children under 16 in care for 2.5 years on the last day, the share two years in the same placement. */
export function samePlacementShare(scenario: Scenario, runs: number): number {
  const model = compileModel({ ...scenario, shocks: undefined })
  const { days } = model.axes
  let [asked, stayed] = [0, 0]
  forEachRun(model, runs, (children) => {
    for (const child of children) {
      const inCare = memory.exitDay[child] === STILL_IN_CARE && days - memory.entryDay[child] >= 2.5 * 365.25
      if (!inCare || memory.turns18[child] - days <= 2 * 365.25) continue
      asked++
      if (days - memory.placedDay[child] >= 2 * 365.25) stayed++
    }
  })
  return stayed / asked
}

function forEachRun(model: Model, runs: number, look: (children: number[]) => void): void {
  const space = createWorkspace(model)
  const row = new Int32Array(space.layout.length)
  for (let run = 0; run < runs; run++) {
    row.fill(0)
    simulateRun(space, runKeys(seedKey('test'), run), row, 0)
    look(Array.from({ length: space.cohort }, (_, child) => child))
  }
}
