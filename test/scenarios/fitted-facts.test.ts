// The published counts come out of the fit: hazards are not what a council knows, counts are.
import { describe, expect, it } from 'vitest'
import { fitFacts } from '../../src/estimate/fit-facts.ts'
import { fittedDocument } from './fitted-document.ts'
import { withoutPlaces } from './scenario-file.ts'

describe.each(['rotherham-2017', 'worcestershire-2015'])('The facts of %s', async (name) => {
  const { file, fit } = await fittedDocument(name)
  const free = fitFacts(withoutPlaces(file.scenario))

  it('are all to be reproduced, but for the children at the end', () => {
    const [facts] = file.scenario.facts!
    expect(facts.mode).toBe('reproduce')
    const reported = fit.facts.filter(({ feasible }) => feasible === null)
    expect(reported.map(({ path }) => path)).toEqual(['facts.0.childrenAtEnd'])
    expect(fit.facts.length - reported.length).toBeGreaterThanOrEqual(6)
  })

  it.each([
    { places: 'the places of the file', facts: fit.facts },
    { places: 'no limit on places', facts: free.facts },
  ])('are reached within 2 % and three standard errors with $places', ({ facts }) => {
    for (const { path, observed, residual, standard_error, feasible } of facts) {
      if (feasible === null) continue
      expect(Math.abs(residual), path).toBeLessThan(0.02 * observed + 3 * standard_error)
      expect(feasible, path).toBe(true)
    }
  })

  it('are reached with rates near the shapes of the file', () => {
    for (const { name, value } of fit.multipliers) {
      if (name.endsWith('aged17Share')) continue
      expect(value, name).toBeGreaterThan(0.5)
      expect(value, name).toBeLessThan(2)
    }
  })
})
