import { describe, expect, test } from 'vitest'
import { InputError } from '../../../src/input/input-error.ts'
import type { Assumption } from '../../../src/input/reading/ranges.ts'
import { intervalsOf } from '../../../src/result/result-identity.ts'
import { heldWarnings, rangeWarnings } from '../../../src/result/warnings/assumption-warnings.ts'
import { refuseSameStreams } from '../../../src/run/draws.ts'
import { simpleScenario } from '../../simple-scenario.ts'

const at = (path: string): Assumption => ({
  path,
  range: { central: 0.2, low: 0.1, high: 0.4, level: 0.8, shape: 'gamma' },
  least: 0,
  most: 366,
})

describe('heldWarnings', () => {
  test('says of each range that the fit holds which number it stays at, and why', () => {
    expect(heldWarnings([])).toEqual([])
    expect(heldWarnings([at('exits.adoption.perYear')])).toEqual([
      {
        code: 'range-held',
        text: 'exits.adoption.perYear stays at 0.2, since the fit to the facts sets its level: how well that is known follows from the counts, and its range would count twice',
      },
    ])
  })
})

describe('rangeWarnings', () => {
  const ofAges = (range: Partial<Assumption['range']>) =>
    ['under 1', '1 to 4'].map((band) => {
      const ofBand = at(`entries.ages.${band}`)
      return { ...ofBand, range: { ...ofBand.range, ...range } }
    })
  const ages = { 'under 1': 0.5, '1 to 4': 0.5, '5 to 9': 0, '10 to 15': 0, '16 to 17': 0 }
  const scenario = simpleScenario({ entries: { ...simpleScenario().entries, ages } })

  test('gives the shares that a range holds where they are not those that it states', () => {
    const slip = at('interventions.team.start.slipMonths')
    const warned = { ...slip, range: { ...slip.range, low: 0, central: 2, high: 6 } }
    expect(rangeWarnings(scenario, [slip, warned])).toEqual([
      {
        code: 'range-not-met',
        text: 'interventions.team.start.slipMonths: 90 % of the values of this gamma lie between low 0 and high 6, not 80 %: 0 % are below and 10 % above, not 10 % each',
      },
    ])
  })

  test('names a table that adds up where no number is left to take the rest', () => {
    const range = { central: 0.5, low: 0.4, high: 0.6, shape: 'beta' as const }
    expect(rangeWarnings(scenario, ofAges(range).slice(0, 1))).toEqual([])
    expect(rangeWarnings(scenario, ofAges(range)).map(({ text }) => text)).toEqual([
      expect.stringMatching(
        /^entries\.ages: its numbers add up, and no number without a range can take the rest/,
      ),
    ])
  })
})

describe('refuseSameStreams', () => {
  test('refuses two paths with one hash, and says how to mend it', () => {
    refuseSameStreams([at('placements.a.weeklyPrice'), at('placements.b.weeklyPrice')], 's.yaml')
    const refused = () => refuseSameStreams([at('costarring'), at('liquid')], 's.yaml')
    expect(refused).toThrow(InputError)
    expect(refused).toThrow(
      's.yaml costarring and liquid would draw the same random numbers, since their names have one hash; give a placement or a kind of move in one of them another name',
    )
  })
})

describe('intervalsOf', () => {
  test('names all that the runs differ by', () => {
    const words = [false, true].flatMap((assumptions) =>
      [false, true].map((shocks) => intervalsOf({ shocks, assumptions })),
    )
    expect(words).toEqual([
      'chance only',
      'chance and shocks',
      'chance and assumptions',
      'chance, shocks and assumptions',
    ])
  })
})
