import { describe, expect, test } from 'vitest'
import { QUICK } from '../../src/estimate/fit-facts.ts'
import { uncertaintyOf } from '../../src/estimate/fit-uncertainty.ts'
import { fitModel, fittedWithInterventions } from '../../src/estimate/fitted-model.ts'
import { readScenario } from '../../src/input/files/read-scenario.ts'

/** Smallshire's packages with another number of entries that the edge of care team prevents. */
async function scenarioWith(prevents: number) {
  const path = 'interventions.edge-of-care.effects.0.preventEntries.prevents'
  const file = await readScenario('scenarios/smallshire-packages.yaml', [`${path}=${prevents}`])
  const { scenario } = file
  return { scenario, assumptions: uncertaintyOf(scenario, file.assumptions).assumptions }
}

describe('fittedWithInterventions', () => {
  test('is what a fit of the scenario with these interventions would be', async () => {
    const [one, other] = await Promise.all([scenarioWith(1), scenarioWith(5)])
    const kept = fittedWithInterventions(fitModel(one.scenario, one.assumptions, QUICK), other.scenario)
    expect(kept).toEqual(fitModel(other.scenario, other.assumptions, QUICK))
  })
})
