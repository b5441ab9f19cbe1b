// No child ever comes to live where children of its age are not taken, however full the placements are.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AGE_BANDS } from '../../src/domain/age-band.ts'
import { formatDate, parseDate } from '../../src/domain/calendar.ts'
import type { Scenario } from '../../src/input/schema/scenario-schema.ts'
import { compileModel } from '../../src/model/compile-model.ts'
import { runKeys, seedKey } from '../../src/run/addresses.ts'
import { simulatePlainly } from '../../src/run/plain/simulate-plainly.ts'
import { arbitraryScenario } from '../arbitrary-scenario.ts'
import { howMany } from '../how-many.ts'
import { everyAge, simpleScenario } from '../simple-scenario.ts'

type Placements = Scenario['placements']

const takes = (placements: Placements, key: string, band: (typeof AGE_BANDS)[number]) =>
  placements[key].ages?.includes(band) ?? true

/** Whether children can overflow from somewhere to where only some ages are taken. */
const isChoosy = ({ placements }: Scenario) =>
  Object.values(placements).some(({ overflow = [] }) => overflow.some((to) => placements[to].ages))

/** Two places at most where a placement has a limit, and a year of many entrants, each sent where its age is taken. */
const crowded = arbitraryScenario.filter(isChoosy).map((scenario): Scenario => {
  const placements: Placements = Object.fromEntries(
    Object.entries(scenario.placements).map(([key, { carers, ...placement }]) => [
      key,
      carers || placement.places !== undefined
        ? { ...placement, places: (placement.places ?? 0) % 3 }
        : placement,
    ]),
  )
  const { entries } = scenario
  const last = Object.keys(placements).at(-1)!
  const sent = AGE_BANDS.map((band) => {
    const shares = Object.entries(entries.placements[band]).filter(([key]) => takes(placements, key, band))
    const rest = 1 - shares.reduce((sum, [, share]) => sum + share, 0)
    const { [last]: before = 0, ...others } = Object.fromEntries(shares)
    return [band, { ...others, [last]: before + Math.max(0, rest) }]
  })
  return {
    ...scenario,
    end: formatDate(parseDate(scenario.start)! + 365),
    placements,
    entries: { ...entries, perYear: 80, placements: Object.fromEntries(sent) },
  }
})

describe('a child', () => {
  test('is never placed, from the first day on, where children of its age are not taken', () => {
    fc.assert(
      fc.property(crowded, (scenario) => {
        const model = compileModel(scenario)
        const keys = model.axes.placements
        const { children } = simulatePlainly(model, runKeys(seedKey('ages'), 0))
        const misplaced = children.flatMap(({ placements, turns18 }) =>
          placements
            .filter(({ fromDay }) => fromDay >= 1)
            .map(({ placement, fromDay }) => ({
              key: keys[placement],
              band: AGE_BANDS[model.cells.ageBand[turns18 - fromDay]],
            }))
            .filter(({ key, band }) => !takes(scenario.placements, key, band)),
        )
        expect(misplaced).toEqual([])
      }),
      { numRuns: howMany(40, 150) },
    )
  })

  test('who finds a placement full goes past the one for older children to the next of the list', () => {
    const label = { label: 'It', weeklyPrice: 1 }
    const placements: Placements = {
      full: { ...label, places: 0, overflow: ['older', 'any'] },
      older: { ...label, ages: ['16 to 17'] },
      any: label,
    }
    const entries = { ...simpleScenario().entries, placements: everyAge({ full: 1 }) }
    const model = compileModel(simpleScenario({ placements, entries }))
    const { children } = simulatePlainly(model, runKeys(seedKey('ages'), 0))
    const homes = children.map((child) => child.placements[0].placement)
    expect(new Set(homes)).toEqual(new Set([2]))
  })
})
